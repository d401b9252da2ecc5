"""A file replaced by a new version in one step: whoever looks sees the old or the new, whole."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PRIVATE, PUBLIC = 0o600, 0o666
"""Modes of files that are new: for this user alone, or for whom the user's mask lets in."""
_PREFIX, _SUFFIX = ".", ".saving"
_LONGEST = 50
"""Letters of the file's name in that of its new version: names have a limit of 255 bytes."""
_LEFT_BEHIND = 60.0
"""Seconds after which an unfinished version is one whose writer was killed."""
_ANY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class ProtectedError(PermissionError):
    """The file is write-protected, though its folder would let it be replaced."""


def replace_file(
    path: Path, data: bytes, look: Callable[[], None] | None = None, *, new: int | None = None
) -> None:
    """Write a file's new version beside it, force it to disk, and put it in its place.

    The mode stays, and as far as the system lets us the owner, the group, and on Linux extended
    attributes with the access list. Hard links to the file keep the old version.

    Args:
        path: the file, with links resolved.
        data: its new content.
        look: called right before the replacement; raises to prevent it.
        new: the mode of a file that is not there yet, ``PRIVATE`` or ``PUBLIC``; by default the
            file must be there.

    Raises:
        ProtectedError: the file is write-protected.
        OSError: it cannot be written, or is not a regular file; whatever is there is as it was,
            and nothing is left beside it.
    """
    _clear(path)
    status = _status(path, new)
    prefix = f"{_PREFIX}{path.name[:_LONGEST]}."
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=prefix, suffix=_SUFFIX)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if status is not None:
                _take_over(file.fileno(), path, status)
            elif new == PUBLIC and sys.platform != "win32":
                os.fchmod(file.fileno(), PUBLIC & ~_mask())
            os.fsync(file.fileno())
        if look is not None:
            look()
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    _sync_folder(path.parent)


def refuse_protected(path: Path) -> None:
    """Raise if a file may not be written.

    To replace a file, the right to write into its folder is enough; who protects a file means the
    file. Root may write everything, so a file that nobody may write counts as protected for root.

    Raises:
        ProtectedError: the file is write-protected.
        OSError: it cannot be looked at.
    """
    if not path.stat().st_mode & _ANY_WRITE or not os.access(path, os.W_OK):
        raise ProtectedError(errno.EACCES, "write-protected")


def _status(path: Path, new: int | None) -> os.stat_result | None:
    """Return the status of the file to be replaced, ``None`` where there is none and none need be.

    Raises:
        OSError: it may not be replaced.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        if new is None:
            raise
        return None
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "not a regular file")
    refuse_protected(path)
    return status


def _mask() -> int:
    """Return the mode bits that new files do not get; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _take_over(handle: int, path: Path, status: os.stat_result) -> None:
    """Give a new version the owner, mode and extended attributes of the old."""
    if sys.platform == "win32":
        return
    for owner, group in ((status.st_uid, -1), (-1, status.st_gid)):
        with contextlib.suppress(PermissionError):
            os.fchown(handle, owner, group)
    os.fchmod(handle, stat.S_IMODE(status.st_mode))
    if sys.platform == "linux":
        with contextlib.suppress(OSError):  # the disk has none
            for name in os.listxattr(path):
                with contextlib.suppress(OSError):  # some only root may set
                    os.setxattr(handle, name, os.getxattr(path, name))


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
