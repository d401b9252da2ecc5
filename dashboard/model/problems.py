"""A problem of an events file: its place, the rule that it breaks, and how to fix it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dashboard.model.limits import MOST_PROBLEMS
from dashboard.words.quotes import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterable

Severity = Literal["error", "warning"]
MORE = "more-problems"
"""Code of the problem that represents those beyond ``MOST_PROBLEMS``."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem in an events file.

    Attributes:
        path: the file as the user named it.
        line: 1-based line.
        column: 1-based column, in characters.
        code: short name of the rule, such as ``unknown-actor``.
        message: what is wrong and what to write instead; one line of printable text.
        severity: an ``error`` keeps the file off the page, a ``warning`` does not.
        stands_for: number of problems that this one counts for: 1, except for the last of very
            many problems.

    >>> print(Problem("events.yaml", 3, 11, "unknown-actor", 'unknown actor "Koria"'))
    events.yaml:3:11: error[unknown-actor]: unknown actor "Koria"
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    severity: Severity = "error"
    stands_for: int = 1

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", one_line(self.message))

    def __str__(self) -> str:
        """Return the problem as compilers print it: ``path:line:col: error[code]: message``."""
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
        """Whether the problem keeps the file off the page, unlike a warning."""
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
        """Return the problems that were kept, and a last one that represents the others."""
        if self._first is None:
            return list(self)
        noun = "problem is" if self._more == 1 else "problems are"
        place = self._first.path, self._first.line, self._first.column
        message = f"{self._more:,} more {noun} not listed, the first of them here"
        rest = Problem(*place, MORE, f"{message}: fix those listed first", stands_for=self._more)
        return [*self, rest]


def count_problems(problems: Iterable[Problem]) -> int:
    """Return the number of problems, including those that are not listed."""
    return sum(problem.stands_for for problem in problems)
