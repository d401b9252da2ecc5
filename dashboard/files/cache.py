"""The user's cache folder, and private folders that no other user may enter."""

from __future__ import annotations

import contextlib
import hashlib
import os
from itertools import takewhile
from typing import TYPE_CHECKING

import platformdirs

if TYPE_CHECKING:
    from pathlib import Path

_NAME = "geopolitical-timeline"
_FOR_OTHERS = 0o077
"""Mode bits by which other users may enter a folder or list it."""


def cache_folder() -> Path | None:
    """Return the user's cache folder by the rule of the platform; ``None`` without a home."""
    try:
        folder = platformdirs.user_cache_path(_NAME, appauthor=False, opinion=False)
    except RuntimeError:
        return None
    return folder if folder.is_absolute() else None


def path_digits(path: Path) -> str:
    """Return 24 hexadecimal digits that name the files of an events file in the cache folder.

    They are a hash of its absolute path. A symbolic link has digits of its own, so that what is
    kept of it remains known when the link is set to another file.

    Example:
        >>> from pathlib import Path
        >>> path_digits(Path("events.yaml")) == path_digits(Path.cwd() / "events.yaml")
        True
    """
    return hashlib.sha256(os.fsencode(path.absolute())).hexdigest()[:24]


def private_folder(folder: Path) -> None:
    """Create a folder that only this user may enter.

    Missing parents are created with the same mode; an existing folder loses the rights of others.

    Raises:
        OSError: the folder cannot be created.

    Example:
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as base:
        ...     private_folder(Path(base, "a", "b"))
        ...     oct(Path(base, "a").stat().st_mode)
        '0o40700'
    """
    missing = list(takewhile(lambda level: not level.exists(), (folder, *folder.parents)))
    for level in reversed(missing):
        level.mkdir(mode=0o700, exist_ok=True)
    mode = folder.stat().st_mode
    if mode & _FOR_OTHERS:
        with contextlib.suppress(PermissionError):  # another user's folder
            folder.chmod(mode & 0o700)
