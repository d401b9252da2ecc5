"""Exit codes of the commands, and the message of a command that failed."""

from __future__ import annotations

import sys

from dashboard.words.quotes import printable

CLEAN, PROBLEMS, UNUSABLE = 0, 1, 2
"""Exit codes: nothing wrong; problems found; wrong usage, or a file that cannot be read."""


def fail(message: str, code: int = UNUSABLE) -> int:
    """Print a message on one line of the error output and return the exit code."""
    print(f"dashboard: {printable(message)}", file=sys.stderr)
    return code
