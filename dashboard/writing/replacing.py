"""A file replaced by a new version in one step: whoever looks sees the old or the new, whole."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_PREFIX, _SUFFIX = ".", ".saving"
_LONGEST = 100
"""Letters of the file's name in that of its new version: names have a limit."""
_LEFT_BEHIND = 60.0
"""Seconds after which an unfinished version is one whose writer was killed."""


def replace_file(path: Path, data: bytes, look: Callable[[], None]) -> None:
    """Write a file's new version beside it, force it to disk, and put it in its place.

    The mode stays, and the owner and group where the system lets us. Hard links to the file keep
    the old version; access lists and extended attributes are not carried over.

    Args:
        path: the file, with links resolved.
        data: its new content.
        look: called right before the replacement; raises to prevent it.

    Raises:
        OSError: it cannot be written; the file is as it was, and nothing is left beside it.
    """
    _clear(path)
    status = path.stat()
    prefix = f"{_PREFIX}{path.name[:_LONGEST]}."
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=prefix, suffix=_SUFFIX)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            _take_over(file.fileno(), status)
            os.fsync(file.fileno())
        look()
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    _sync_folder(path.parent)


def _take_over(handle: int, status: os.stat_result) -> None:
    """Give a new version the owner and mode of the old."""
    if sys.platform == "win32":
        return
    for owner, group in ((status.st_uid, -1), (-1, status.st_gid)):
        with contextlib.suppress(PermissionError):
            os.fchown(handle, owner, group)
    os.fchmod(handle, stat.S_IMODE(status.st_mode))


def _sync_folder(folder: Path) -> None:
    """Force the new name to disk; where a folder cannot be synced, the data at least is."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _clear(path: Path) -> None:
    """Remove the unfinished versions of writers that were killed."""
    start = f"{_PREFIX}{path.name[:_LONGEST]}."
    with contextlib.suppress(OSError):
        for left in os.scandir(path.parent):
            if left.name.startswith(start) and left.name.endswith(_SUFFIX):
                with contextlib.suppress(OSError):
                    if time.time() - left.stat().st_mtime > _LEFT_BEHIND:
                        Path(left.path).unlink()
