"""The last good text of an events file, kept in the user's cache folder.

Several server processes watch one file, each with a memory of its own. The copy on disk is what
makes their answers agree while the file is broken, and what survives a restart.

A process may be slow: while it still builds an old version, another may have read, stored and shown
a newer one. File times do not show which version is newer, because clocks are set back and files
restored. So processes take turns to read the file: each reading of a changed file gets the next
number, and only a version with a higher number replaces the copy.
"""

from __future__ import annotations

import contextlib
import os
import time
import weakref
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from dashboard.files.cache import cache_folder, path_digits, private_folder
from dashboard.files.copies import MARK, prune
from dashboard.files.lock import hold, locked
from dashboard.files.opening import read_whole
from dashboard.files.replacing import PRIVATE, replace_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CopyState: TypeAlias = tuple[int, int, int]
"""Inode, size and modification time (ns) of the stored copy; equal if it is the same version."""
Content = TypeVar("Content")

_LARGEST = 256 * 1024**2
"""Largest size of a copy in UTF-8 that is read, in bytes."""
_FRESH = 86_400.0
"""Age in seconds at which a copy in use gets a new time, so that it is not removed."""
_PATIENCE = 5.0
"""Longest wait for another process, in seconds."""
_NO_TURN = 0
"""Number of a reading for which no turn could be taken."""


class OutdatedError(Exception):
    """Another process has stored a version with a higher number."""


class LastGood:
    """The stored copy of one events file; without a place to store it, there is never a copy."""

    def __init__(
        self, events_file: Path, folder: Path | None = None, *, keeps: bool = True
    ) -> None:
        """Compute the path of the copy; nothing is read or written yet.

        Args:
            events_file: the file whose copy this is.
            folder: folder for copies; default the user's cache folder.
            keeps: whether a copy is stored at all.
        """
        folder = (folder or cache_folder()) if keeps else None
        self.path = folder / f"{path_digits(events_file)}.yaml" if folder is not None else None
        self._is_held = False

    def hold(self) -> None:
        """Protect the copy from removal while this object lives, and remove copies in excess."""
        if self.path is None or self._is_held:
            return
        with contextlib.suppress(OSError):
            private_folder(self.path.parent)
            with locked(self.path, _PATIENCE):
                handle = hold(self.path.with_suffix(MARK))
            self._is_held = True
            weakref.finalize(self, os.close, handle)
            prune(self.path.parent)

    def copy_state(self) -> CopyState | None:
        """Return the state of the copy, ``None`` if there is no copy."""
        if self.path is None:
            return None
        try:
            status = self.path.stat()
        except OSError:
            return None
        return status.st_ino, status.st_size, status.st_mtime_ns

    def load(self) -> str | None:
        """Return the stored text, or ``None``."""
        if self.path is None:
            return None
        try:
            return read_whole(self.path, _LARGEST).decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def in_turn(self, read: Callable[[], Content]) -> tuple[int, Content]:
        """Read the events file, and number the reading: each number is higher than all before.

        Args:
            read: function that reads the file; must not raise an ``OSError``.

        Returns:
            The number, 0 if no turn could be taken; and the result of ``read``.
        """
        if self.path is not None:
            with contextlib.suppress(OSError):
                private_folder(self.path.parent)
                with locked(self.path, _PATIENCE):
                    last, kept = _turns(self.path)
                    found = read()
                    _write_turns(self.path, last + 1, kept)
                    return last + 1, found
        return _NO_TURN, read()

    def save(self, text: str, turn: int | None = None) -> CopyState | None:
        """Store ``text``, readable by this user only, in place of the old copy in one step.

        Args:
            text: text of a good version of the file.
            turn: the number of its reading; 0 is not stored, because it may be outdated. By
                default the text replaces any copy.

        Returns:
            The state of the copy, which now is ``text``; ``None`` if it cannot be stored.

        Raises:
            OutdatedError: the copy has a higher number.
        """
        if self.path is None or turn == _NO_TURN:
            return None
        try:
            private_folder(self.path.parent)
            with locked(self.path, _PATIENCE):
                last, kept = _turns(self.path)
                if turn is not None and turn < kept:
                    raise OutdatedError
                is_new = self._put(self.path, text)
                if turn is not None:
                    _write_turns(self.path, max(last, turn), turn)
                copy_state = self.copy_state()
        except OSError:
            return None
        if is_new:
            prune(self.path.parent)
        return copy_state

    def _put(self, path: Path, text: str) -> bool:
        """Write ``text`` unless it is the copy already; return whether it was written."""
        if self.load() != text:
            replace_file(path, text.encode("utf-8"), new=PRIVATE)
            return True
        if time.time() - path.stat().st_mtime > _FRESH:
            os.utime(path)
        return False


def _turns(copy: Path) -> tuple[int, int]:
    """Return the number of the last reading, and the number of the copy's reading."""
    try:
        last, kept = map(int, read_whole(copy.with_suffix(MARK), 100).split())
    except (OSError, ValueError):  # no process has read the file yet
        return 0, 0
    return last, kept


def _write_turns(copy: Path, last: int, kept: int) -> None:
    """Overwrite both numbers in place, which also works on a full disk."""
    handle = os.open(copy.with_suffix(MARK), os.O_WRONLY | os.O_CREAT, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(b"%020d %020d\n" % (last, kept))
