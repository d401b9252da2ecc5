"""The last good text of an events file, kept in the user's cache folder.

Several server processes watch one file, each with a memory of its own. The copy on disk is what
makes their answers agree while the file is broken, and what survives a restart.

A process may be slow: while it still reads an old version, another may have read, kept and shown a
newer one. Times on disk do not tell which is newer, for clocks are put back and files restored. So
processes read the file in turn: each reading of a changed file gets the next number, and a copy is
only replaced by what was read later.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
import weakref
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from dashboard.files.cache import cache_folder, private_folder
from dashboard.files.copies import MARK, prune
from dashboard.files.lock import hold, locked
from dashboard.files.opening import read_whole
from dashboard.files.replacing import PRIVATE, replace_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Stand: TypeAlias = tuple[int, int, int]
"""What tells two states of the stored copy apart."""
Found = TypeVar("Found")

_LARGEST = 256 * 1024**2
"""Bytes of a copy, which is in UTF-8, that are read."""
_FRESH = 86_400.0
"""Seconds after which a copy that is still used gets a new time, so that it is not removed."""
_PATIENCE = 5.0
"""Seconds to wait for another process."""
_NO_TURN = 0


class OutdatedError(Exception):
    """Another process has kept a version that was read later."""


class LastGood:
    """The stored copy for one events file; where nothing can be stored, it is just empty."""

    def __init__(
        self, events_file: Path, folder: Path | None = None, *, keeps: bool = True
    ) -> None:
        """Find the place of the copy; nothing is read or written yet.

        Args:
            events_file: the file whose copy this is.
            folder: where copies are kept; default the user's cache folder.
            keeps: whether a copy is kept at all.
        """
        name = hashlib.sha256(os.fsencode(events_file.absolute())).hexdigest()[:24]
        folder = (folder or cache_folder()) if keeps else None
        self.path = folder / f"{name}.yaml" if folder is not None else None
        self._is_held = False

    def hold(self) -> None:
        """Keep the copy from being removed while this object lives, and others within bounds."""
        if self.path is None or self._is_held:
            return
        with contextlib.suppress(OSError):
            private_folder(self.path.parent)
            with locked(self.path, _PATIENCE):
                handle = hold(self.path.with_suffix(MARK))
            self._is_held = True
            weakref.finalize(self, os.close, handle)
            prune(self.path.parent)

    def stand(self) -> Stand | None:
        """Return what changes with the copy, ``None`` where there is none."""
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

    def in_turn(self, read: Callable[[], Found]) -> tuple[int, Found]:
        """Read the events file, with a number that is higher than those of all readings before.

        Args:
            read: reads the file; must not raise an ``OSError``.

        Returns:
            The number, 0 where none can be had; and what was read.
        """
        if self.path is not None:
            with contextlib.suppress(OSError):
                private_folder(self.path.parent)
                with locked(self.path, _PATIENCE):
                    last, kept = self._turns()
                    found = read()
                    self._write_turns(last + 1, kept)
                    return last + 1, found
        return _NO_TURN, read()

    def save(self, text: str, turn: int | None = None) -> Stand | None:
        """Store ``text`` for this user's eyes only, replacing the old copy in one step.

        Args:
            text: of a good version of the file.
            turn: the number of its reading; 0 is not stored, for it may be outdated. By default
                it replaces any copy.

        Returns:
            The stand of the copy, which now is ``text``; ``None`` where it cannot be stored.

        Raises:
            OutdatedError: the copy was read later.
        """
        if self.path is None or turn == _NO_TURN:
            return None
        try:
            private_folder(self.path.parent)
            with locked(self.path, _PATIENCE):
                last, kept = self._turns()
                if turn is not None and turn < kept:
                    raise OutdatedError
                is_new = self._put(self.path, text)
                if turn is not None:
                    self._write_turns(max(last, turn), turn)
                stand = self.stand()
        except OSError:
            return None
        if is_new:
            prune(self.path.parent)
        return stand

    def _put(self, path: Path, text: str) -> bool:
        """Make the copy ``text``; return whether it was not."""
        if self.load() != text:
            replace_file(path, text.encode("utf-8"), new=PRIVATE)
            return True
        if time.time() - path.stat().st_mtime > _FRESH:
            os.utime(path)
        return False

    def _turns(self) -> tuple[int, int]:
        """Return the number of the last reading, and that of the copy."""
        if self.path is None:
            return 0, 0
        try:
            last, kept = map(int, read_whole(self.path.with_suffix(MARK), 100).split())
        except (OSError, ValueError):  # nobody has read yet
            return 0, 0
        return last, kept

    def _write_turns(self, last: int, kept: int) -> None:
        """Write both numbers over the old ones, which takes no more of the disk."""
        if self.path is not None:
            handle = os.open(self.path.with_suffix(MARK), os.O_WRONLY | os.O_CREAT, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(b"%020d %020d\n" % (last, kept))
