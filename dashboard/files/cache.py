"""The user's cache folder, and folders that nobody else may enter."""

from __future__ import annotations

import contextlib
from itertools import takewhile
from typing import TYPE_CHECKING

import platformdirs

if TYPE_CHECKING:
    from pathlib import Path

_NAME = "geopolitical-timeline"
_FOR_OTHERS = 0o077
"""Mode bits by which other users may enter a folder or list it."""


def cache_folder() -> Path | None:
    """Return the folder for this user's copies, by the rule of the platform.

    ``None`` for a user without a home.
    """
    try:
        folder = platformdirs.user_cache_path(_NAME, appauthor=False, opinion=False)
    except RuntimeError:
        return None
    return folder if folder.is_absolute() else None


def private_folder(folder: Path) -> None:
    """Make a folder that only this user may enter.

    All levels that are missing are made so; the folder itself is narrowed if it was wider.

    Raises:
        OSError: it cannot be made.
    """
    missing = list(takewhile(lambda level: not level.exists(), (folder, *folder.parents)))
    for level in reversed(missing):
        level.mkdir(mode=0o700, exist_ok=True)
    mode = folder.stat().st_mode
    if mode & _FOR_OTHERS:
        with contextlib.suppress(PermissionError):  # another user's folder
            folder.chmod(mode & 0o700)
