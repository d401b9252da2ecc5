"""Locks that leave no file beside the events file, and marks of files in use.

The folder of the file itself is locked, which works between all processes of all users. If a
folder cannot be locked (on Windows, and on some network disks), a file in the user's cache folder
is locked instead.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from typing import TYPE_CHECKING

from dashboard.files.cache import cache_folder, path_digits, private_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 10.0
"""Longest wait for another process, in seconds; a save takes much less than one."""
_PAUSE = 0.002
"""Time between two attempts to take a lock, in seconds."""
_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


class LockedError(OSError):
    """Another process held the lock during the whole wait."""


@contextlib.contextmanager
def locked(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of a file.

    Args:
        path: the file, resolved; it need not exist.
        patience: longest wait, in seconds.

    Raises:
        LockedError: another process held the lock during the whole wait.

    Example:
        >>> from pathlib import Path
        >>> with locked(Path("events.yaml").resolve()):
        ...     print("no other process can save now")
        no other process can save now
    """
    handle = _open(path)
    if handle is None:  # no place for a lock: only the comparison before the replacement remains
        yield
        return
    try:
        until = time.monotonic() + patience
        while not _take(handle):
            if time.monotonic() > until:
                raise LockedError(errno.EAGAIN, "in use by another process")
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)  # also releases the lock


def _open(path: Path) -> int | None:
    """Return a handle of the folder or file to lock, ``None`` if there is none."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            handle = os.open(path.parent, os.O_RDONLY)
            if _can_lock(handle):
                return handle
            os.close(handle)
    folder = cache_folder()
    if folder is None:
        return None
    try:
        private_folder(folder)
        return os.open(folder / f"{path_digits(path)}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        return None


def hold(mark: Path) -> int:
    """Mark a file as in use, as long as the returned handle is open.

    Any number of processes may hold one mark. The system releases it at the end of a process, also
    of a killed one.

    Raises:
        OSError: the mark cannot be created.
    """
    handle = os.open(mark, os.O_RDWR | os.O_CREAT, 0o600)
    with contextlib.suppress(OSError):  # some network disks cannot lock
        _share(handle)
    return handle


def is_held(mark: Path) -> bool:
    """Whether a process holds a mark; also true if this cannot be determined."""
    try:
        handle = os.open(mark, os.O_RDWR)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    try:
        return not _take(handle)
    except OSError:
        return True
    finally:
        os.close(handle)


def _take(handle: int) -> bool:
    """Lock a handle alone; return whether no other process holds a lock of the same file."""
    try:
        _lock(handle)
    except OSError as error:
        if error.errno in _TAKEN:
            return False
        raise
    return True


if sys.platform == "win32":
    import msvcrt

    def _share(handle: int) -> None:
        """Keep the file open: Windows does not remove open files."""

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _can_lock(handle: int) -> bool:
        """Whether the handle of a folder can be locked: some network disks refuse it."""
        try:
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
            fcntl.flock(handle, fcntl.LOCK_UN)
        except OSError as error:
            return error.errno in _TAKEN
        return True

    def _share(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
