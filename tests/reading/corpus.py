"""The corpus of events files: valid ones, and invalid ones that say what is wrong with them.

An invalid file begins with comments of the form `# expect LINE:COLUMN CODE FRAGMENT`, one for each
of its problems; the fragment is a part of the message that names the remedy.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

CORPUS = Path(__file__).parents[1] / "corpus"
VALID = sorted((CORPUS / "valid").glob("*.yaml"))
INVALID = sorted((CORPUS / "invalid").glob("*.yaml"))

_EXPECTATION = re.compile(r"^# expect (\d+):(\d+) ([a-z-]+) (.+?)\r?$", re.MULTILINE)


class Expected(NamedTuple):
    """One problem of an invalid file."""

    line: int
    column: int
    code: str
    fragment: str


def expected_problems(path: Path) -> list[Expected]:
    """What an invalid file says of itself; read byte by byte, as it may be no text."""
    data = path.read_bytes()
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[1:2] == b"\0"
    text = (data.replace(b"\0", b"") if wide else data).decode("utf-8", "replace")
    return [
        Expected(int(line), int(column), code, fragment)
        for line, column, code, fragment in _EXPECTATION.findall(text)
    ]


def codes() -> set[str]:
    """All codes that the invalid files expect."""
    return {problem.code for path in INVALID for problem in expected_problems(path)}
