"""Copies of a file from before its edits, in the cache folder, outside any repository.

The version before the first edit of a run is in ``geopolitical-timeline/backups`` of the cache
folder, the versions before and after the latest edits are in ``geopolitical-timeline/steps``. Both
have one folder for each events file. A copy is named by its time in UTC. The newest copies of a
file are kept, within the limits of ``files.copies``.
"""

from __future__ import annotations

import contextlib
import os
import time
from typing import TYPE_CHECKING

from dashboard.files.cache import cache_folder, path_digits, private_folder
from dashboard.files.copies import prune

if TYPE_CHECKING:
    from pathlib import Path

KEPT = 20
"""Largest number of backups of each file."""
_LONGEST = 50
"""Most characters of the file's name in the name of its folder (limit: 255 bytes)."""


def back_up(
    path: Path, data: bytes, folder: Path | None = None, under: str = "backups", kept: int = KEPT
) -> Path | None:
    """Write a copy of a file, unless the newest copy is the same.

    Args:
        path: the events file.
        data: its content.
        folder: folder for copies; default the user's cache folder.
        under: name of the folder of this kind of copies: ``backups`` or ``STEPS``.
        kept: largest number of copies of this kind of each file.

    Returns:
        Path of the copy, or ``None`` if it cannot be written.
    """
    base = folder or cache_folder()
    if base is None:
        return None
    place = base / under / f"{path.stem[:_LONGEST]}-{path_digits(path)[:12]}"
    try:
        for level in (base, place.parent, place):
            private_folder(level)
        copies = sorted(place.glob("*Z*.yaml"))
        if copies and copies[-1].read_bytes() == data:
            return copies[-1]
        now = time.time()
        stamp = time.strftime("%Y-%m-%dT%H%M%S", time.gmtime(now))
        copy = place / f"{stamp}.{int(now % 1 * 1_000_000):06d}Z-{os.getpid()}.yaml"
        handle = os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
        except OSError:
            copy.unlink(missing_ok=True)
            raise
    except OSError:
        return None
    for old in copies[: max(len(copies) + 1 - kept, 0)]:
        with contextlib.suppress(OSError):
            old.unlink()
    prune(base)
    return copy
