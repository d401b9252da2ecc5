"""A problem of an events file: its place, the rule that it breaks, and how to fix it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dashboard.model.limits import MOST_PLACES, MOST_PROBLEMS
from dashboard.words.lists import first_of
from dashboard.words.numbers import count
from dashboard.words.quotes import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterable

Severity = Literal["error", "warning"]
MORE = "more-problems"
"""Code of the problem that represents those beyond the limits."""


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
        fix: the text to write in place of the whole value or key at the place, if the remedy is
            certain; several texts become items of the list. Empty if no remedy is certain.

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
    fix: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", one_line(self.message))

    def __str__(self) -> str:
        """Return the problem as compilers print it: ``path:line:col: error[code]: message``."""
        place = f"{printable(self.path)}:{self.line}:{self.column}"
        return f"{place}: {self.severity}[{self.code}]: {self.message}"

    @property
    def is_error(self) -> bool:
        """Whether the problem keeps the file off the page, unlike a warning."""
        return self.severity == "error"


class Problems(list[Problem]):
    """The problems of one file within the limits, and how many more were added.

    The limits are ``MOST_PROBLEMS`` different problems, and ``MOST_PLACES`` places in all.
    """

    _first: Problem | None = None
    _more = 0

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        super().__init__()
        self._kinds: set[tuple[str, str]] = set()
        for problem in problems:
            self.append(problem)

    def append(self, problem: Problem) -> None:
        """Keep a problem, or count it."""
        kind = problem.code, problem.message
        is_known = kind in self._kinds or len(self._kinds) < MOST_PROBLEMS
        if is_known and len(self) < MOST_PLACES:
            self._kinds.add(kind)
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


@dataclass(frozen=True, slots=True)
class RepeatedProblem:
    """One problem and all its places: the same rule is broken in the same way in each of them.

    Attributes:
        first: the problem at its first place.
        places: line and column of each place, both 1-based.
        count: number of problems that it counts for.
    """

    first: Problem
    places: tuple[tuple[int, int], ...]
    count: int

    def elsewhere(self, most: int | None = None) -> str:
        """Return the number of places and their lines in words, empty for a single place.

        Args:
            most: number of lines to name; the others are counted. Default all.

        >>> places = tuple((line, 1) for line in (3, 5, 8, 9))
        >>> problem = Problem("events.yaml", 3, 1, "unknown-actor", 'unknown actor "Koria"')
        >>> RepeatedProblem(problem, places, 4).elsewhere(2)
        '4 times: lines 3, 5 and 2 more'
        """
        if len(self.places) == 1:
            return ""
        lines = [str(line) for line in dict.fromkeys(line for line, _ in self.places)]
        noun = "line" if len(lines) == 1 else "lines"
        return f"{count(len(self.places), 'time')}: {noun} {first_of(lines, most)}"

    def as_dict(self) -> dict[str, object]:
        """Return the fields by name, for JSON."""
        first = self.first
        return {
            "path": first.path,
            "line": first.line,
            "column": first.column,
            "severity": first.severity,
            "code": first.code,
            "message": first.message,
            "count": self.count,
            "places": [list(place) for place in self.places],
            "fix": list(first.fix),
        }


def repeated_problems(problems: Iterable[Problem]) -> list[RepeatedProblem]:
    """Return the problems with equal ones joined, in the order of their first places.

    Example:
        >>> problem = Problem("events.yaml", 3, 1, "unknown-actor", 'unknown actor "Koria"')
        >>> [(found.count, found.places) for found in repeated_problems([problem, problem])]
        [(2, ((3, 1), (3, 1)))]
    """
    groups: dict[tuple[str, str, str, str], list[Problem]] = {}
    for problem in problems:
        key = problem.path, problem.severity, problem.code, problem.message
        groups.setdefault(key, []).append(problem)
    return [
        RepeatedProblem(
            group[0],
            tuple((problem.line, problem.column) for problem in group),
            count_problems(group),
        )
        for group in groups.values()
    ]


def count_problems(problems: Iterable[Problem]) -> int:
    """Return the number of problems, including those that are not listed."""
    return sum(problem.stands_for for problem in problems)
