"""Replacement of a file in one step: other processes see either the old or the new version."""

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
"""Modes of new files: for this user only, or for all users that the umask allows."""
_PREFIX, _SUFFIX = ".", ".saving"
"""Prefix and suffix of the name of an unfinished version."""
_LONGEST = 50
"""Most characters of the file's name in the name of its unfinished version (limit: 255 bytes)."""
_LEFT_BEHIND = 60.0
"""Age in seconds from which an unfinished version is the rest of a killed process."""
_ANY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class ProtectedError(PermissionError):
    """The file is write-protected, although the rights of its folder would allow a replacement."""


def replace_file(
    path: Path, data: bytes, look: Callable[[], None] | None = None, *, new: int | None = None
) -> None:
    """Write the new version of a file beside it, force it to disk, and rename it.

    The mode is kept, and as far as the system allows the owner, the group, and on Linux extended
    attributes with the access list. Hard links to the file keep the old version.

    Args:
        path: the file, with symbolic links resolved.
        data: its new content.
        look: function called right before the renaming; an exception prevents it.
        new: the mode of a file that does not exist yet, ``PRIVATE`` or ``PUBLIC``; by default
            the file must exist.

    Raises:
        ProtectedError: the file is write-protected.
        OSError: the file cannot be written, or is not a regular file; it is unchanged, and no
            other file is left beside it.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     replace_file(Path(folder, "events.yaml"), b"events: []", new=PUBLIC)
        ...     [file.read_text() for file in Path(folder).iterdir()]
        ['events: []']
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
    """Raise an error if a file may not be written.

    For a replacement, the right to write into the folder would be enough, but a write-protected
    file shall not change. Root may write any file, so for root a file counts as protected if no
    user may write it.

    Raises:
        ProtectedError: the file is write-protected.
        OSError: the file cannot be examined.
    """
    if not path.stat().st_mode & _ANY_WRITE or not os.access(path, os.W_OK):
        raise ProtectedError(errno.EACCES, "write-protected")


def _status(path: Path, new: int | None) -> os.stat_result | None:
    """Return the status of the file to replace, ``None`` if it does not exist and need not.

    Raises:
        OSError: the file may not be replaced.
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
    """Return the umask; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _take_over(handle: int, path: Path, status: os.stat_result) -> None:
    """Copy the owner, mode and extended attributes of the old version to the new one."""
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
    """Force the new name to disk, if the system can do this for a folder."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _clear(path: Path) -> None:
    """Remove the unfinished versions of killed processes."""
    start = f"{_PREFIX}{path.name[:_LONGEST]}."
    with contextlib.suppress(OSError):
        for left in os.scandir(path.parent):
            if left.name.startswith(start) and left.name.endswith(_SUFFIX):
                with contextlib.suppress(OSError):
                    if time.time() - left.stat().st_mtime > _LEFT_BEHIND:
                        Path(left.path).unlink()
