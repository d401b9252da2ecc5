"""A problem of an events file: where it is, which rule it breaks, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]
_LONGEST = 60


def shown(text: str) -> str:
    """Return text of a file as messages quote it: a very long one is cut."""
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
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    severity: Severity = "error"

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
