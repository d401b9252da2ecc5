"""Paths of shipped files: the assets and the default events file."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """Return a shipped file or folder: in the installed package, or beside it in a checkout."""
    inside = _PACKAGE / name
    return inside if inside.exists() else _PACKAGE.parent / name


def fingerprint(folder: Path) -> str:
    """Return twelve hexadecimal digits of the names and the contents of all files of a folder.

    In an address they let a browser keep the files for good: other files have another address.

    Example:
        >>> len(fingerprint(shipped("assets")))
        12
    """
    digest = sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            digest.update(f"{file.relative_to(folder).as_posix()}\0".encode())
            digest.update(sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:12]


def default_events_file() -> Path:
    """Return ``events.yaml`` of the current folder, else the shipped one.

    A file of that name has priority even if it cannot be read, so that its problem is reported.
    """
    here = Path("events.yaml")
    return here if os.path.lexists(here) else shipped("events.yaml")


def is_packaged(file: Path) -> bool:
    """Whether a file is the events file of an installed package, which nobody may edit.

    Example:
        >>> is_packaged(Path("events.yaml"))
        False
    """
    try:
        return file.resolve() == (_PACKAGE / "events.yaml").resolve()
    except (OSError, RuntimeError):  # such as symbolic links that form a ring
        return False
