"""A problem of an events file: its place, the rule that it breaks, and how to fix it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dashboard.words.quotes import one_line

Severity = Literal["error", "warning"]


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

    >>> print(Problem("events.yaml", 3, 11, "unknown-actor", 'unknown actor "Koria"'))
    events.yaml:3:11: error[unknown-actor]: unknown actor "Koria"
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    severity: Severity = "error"

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", one_line(self.message))

    def __str__(self) -> str:
        """Return the problem as compilers print it: ``path:line:col: error[code]: message``."""
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
        """Whether the problem keeps the file off the page, unlike a warning."""
        return self.severity == "error"
