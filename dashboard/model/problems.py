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
        return (
            f"{self.path}:{self.line}:{self.column}: {self.severity}[{self.code}]: {self.message}"
        )

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
    """The problems of one file; one last problem counts those beyond ``MOST_PROBLEMS``."""

    def append(self, problem: Problem) -> None:
        """Add a problem, or count it."""
        if len(self) < MOST_PROBLEMS:
            super().append(problem)
        elif self[-1].code != MORE:
            super().append(_more(problem, 1))
        else:
            self[-1] = _more(self[-1], self[-1].stands_for + 1)


def _more(first: Problem, count: int) -> Problem:
    noun = "problem is" if count == 1 else "problems are"
    message = f"{count:,} more {noun} not listed, the first of them here: mend those listed first"
    return Problem(first.path, first.line, first.column, MORE, message, stands_for=count)


def count(problems: Iterable[Problem]) -> int:
    """Return how many problems there are, with those that are not listed."""
    return sum(problem.stands_for for problem in problems)
