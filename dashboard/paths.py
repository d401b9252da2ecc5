"""Where the package finds what it ships: the assets and the default events file."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """Return a shipped file or folder: in the installed package, or beside it in a checkout."""
    inside = _PACKAGE / name
    return inside if inside.exists() else _PACKAGE.parent / name


def default_events_file() -> Path:
    """Return ``events.yaml`` of the current folder, else the shipped one.

    Whatever has that name is meant, even if it cannot be read: another file would hide that.
    """
    here = Path("events.yaml")
    return here if os.path.lexists(here) else shipped("events.yaml")


def is_packaged(file: Path) -> bool:
    """Whether a file is the one that an installed package carries, which nobody may edit."""
    try:
        return file.resolve() == (_PACKAGE / "events.yaml").resolve()
    except (OSError, RuntimeError):  # such as links that form a ring
        return False
