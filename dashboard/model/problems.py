"""A problem of an events file: where it is, which rule it breaks, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dashboard.model.limits import MOST_PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Iterable

Severity = Literal["error", "warning"]
MORE = "more-problems"
"""Code of the problem that stands for those beyond ``MOST_PROBLEMS``."""
_LONGEST = 60


def shown(text: str) -> str:
    """Return the extract of a text by which messages quote it: a long one is cut.

    >>> shown("Russia"), len(shown("Russia" * 1000))
    ('Russia', 60)
    """
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _one_line(text: str) -> str:
    """Return text without line breaks and without signs that nobody could see."""
    if text.isprintable():
        return text
    return "".join(
        sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in " ".join(text.split())
    )


def printable(text: str) -> str:
    r"""Return text with each character that nobody can see as an escape, such as ``\u001b``.

    >>> print(printable("two\nlines"))
    two\u000alines
    """
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text)


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding in an events file.

    Attributes:
        path: the file as the user named it.
        line: 1-based line.
        column: 1-based column, in characters.
        code: short name of the rule, such as ``unknown-actor``.
        message: what is wrong and what to write instead; one line of printable text.
        severity: an ``error`` keeps the file off the page, a ``warning`` does not.
        stands_for: number of problems that this one counts for; only the last of very many
            counts for more than itself.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    severity: Severity = "error"
    stands_for: int = 1

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", _one_line(self.message))

    def __str__(self) -> str:
        """Return the form that compilers use: ``path:line:col: error[code]: message``."""
        place = f"{printable(self.path)}:{self.line}:{self.column}"
        return f"{place}: {self.severity}[{self.code}]: {self.message}"

    def as_dict(self) -> dict[str, str | int]:
        """Return the fields by name, for JSON."""
        return {
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "severity": self.severity,
            "code": self.code,
            "message": self.message,
        }

    @property
    def is_error(self) -> bool:
        """Whether the problem keeps the file off the page."""
        return self.severity == "error"


class Problems(list[Problem]):
    """The problems of one file: the first ``MOST_PROBLEMS``, and how many more were added."""

    _first: Problem | None = None
    _more = 0

    def append(self, problem: Problem) -> None:
        """Keep a problem, or count it."""
        if len(self) < MOST_PROBLEMS:
            super().append(problem)
        else:
            self._first = self._first or problem
            self._more += 1

    def complete(self) -> list[Problem]:
        """Return the problems that were kept, and a last one that stands for the others."""
        if self._first is None:
            return list(self)
        noun = "problem is" if self._more == 1 else "problems are"
        place = self._first.path, self._first.line, self._first.column
        message = f"{self._more:,} more {noun} not listed, the first of them here"
        rest = Problem(*place, MORE, f"{message}: mend those listed first", stands_for=self._more)
        return [*self, rest]


def count(problems: Iterable[Problem]) -> int:
    """Return how many problems there are, with those that are not listed."""
    return sum(problem.stands_for for problem in problems)
