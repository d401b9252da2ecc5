"""An events file on disk: edited under a lock, proved, replaced in one step, undone on demand."""

from __future__ import annotations

import codecs
import contextlib
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.files.lock import PATIENCE, LockedError, locked
from dashboard.files.replacing import ProtectedError, refuse_protected, replace_file
from dashboard.model.problems import Problem
from dashboard.reading.book import read_book
from dashboard.reading.decoding import decode
from dashboard.reading.emptied import is_emptied
from dashboard.reading.last_good import LastGood
from dashboard.reading.watched import LARGEST, read_bytes, revision_of
from dashboard.words.quotes import printable
from dashboard.writing.backups import back_up
from dashboard.writing.editing import Edited, edit_text
from dashboard.writing.errors import BrokenFileError, BusyError, ConflictError, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dashboard.writing.edits import Edit

_EMPTIED = 0.2
"""Seconds that a file may be empty while an editor saves it."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Version:
    """What the file holds at one time.

    Attributes:
        data: all its bytes.
        text: the same as text.
        revision: names it; the same as the revision of a good ``Snapshot`` of this file.
    """

    data: bytes
    text: str
    revision: str


@dataclass(frozen=True, slots=True)
class Saved:
    """An edit that is on disk.

    Attributes:
        edited: what it came to.
        before: the version that it replaced.
        revision: of the version that it made.
        backup: where the version before the first edit of this run is kept, if it is.
    """

    edited: Edited
    before: Version
    revision: str
    backup: Path | None


class EventsFile:
    """The file that is edited. Safe to use from several threads and processes at once."""

    def __init__(
        self,
        path: Path,
        backups: Path | None = None,
        patience: float = PATIENCE,
        *,
        keeps: bool = True,
    ) -> None:
        """Remember the file; nothing is read or written yet.

        Args:
            path: the events file; a symbolic link to it stays one.
            backups: folder for copies; default the user's cache folder.
            patience: seconds to wait for another process that saves.
            keeps: whether a copy from before the first edit is kept.
        """
        self.path = path
        self.name = printable(path.name)
        self._backups = backups
        self._keeps = keeps
        self._patience = patience
        self._backup: Path | None = None
        self._is_backed_up = False

    def read(self) -> Version:
        """Return what the file holds now.

        Raises:
            StoreError: it cannot be read.
            BrokenFileError: it is not text.
        """
        name = self.name
        data = read_bytes(self.path, name)
        if data == b"":  # many editors empty a file before they write it anew
            time.sleep(_EMPTIED)
            data = read_bytes(self.path, name)
        if isinstance(data, Problem):
            raise StoreError(f"{self.path}: {data.message}")
        text = decode(data, name)
        if isinstance(text, Problem):
            raise BrokenFileError(name, [text])
        return Version(data, text, revision_of(text))

    def check_writable(self) -> None:
        """Raise what would keep any edit from being saved.

        Raises:
            StoreError: the file cannot be read or written, or is emptied by mistake.
            BrokenFileError: it is not text.
        """
        self._refuse_emptied(self.read())
        try:
            refuse_protected(self._resolved())
        except OSError as error:
            raise self._unwritable(error) from error

    def preview(self, edit: Edit, revision: str | None = None) -> Edited:
        """Make an edit without writing it; arguments and errors are those of ``save``."""
        version = self.read()
        self._check(version, revision)
        return edit_text(version.text, edit, self.name)

    def save(self, edit: Edit, revision: str | None = None) -> Saved:
        """Make an edit and write it.

        Args:
            edit: what to do.
            revision: of the version that the caller saw; by default any version will do.

        Raises:
            EditError: it was not made, for the reason that its class names; the file is as it was.
        """
        with self._locked():
            before = self.read()
            self._check(before, revision)
            edited = edit_text(before.text, edit, self.name)
            if edited.new != edited.old:
                self._refuse_emptied(before, edited)
                self._back_up(before)
                self._write(before, _encoded(edited.new, before.data))
        return Saved(edited, before, revision_of(edited.new), self._backup)

    def undo(self, revision: str, before: bytes) -> None:
        """Put back the bytes that an edit replaced, unless the file has changed since.

        Args:
            revision: of the version that the edit made.
            before: all bytes of the version that it replaced.

        Raises:
            ConflictError: the file is no longer what the edit made of it.
            StoreError: it cannot be written.
        """
        with self._locked():
            now = self.read()
            self._check(now, revision)
            if now.data != before:
                self._write(now, before)

    def _check(self, version: Version, revision: str | None) -> None:
        if revision is not None and revision != version.revision:
            raise ConflictError(self.name, version.text, version.revision)

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        try:
            with locked(self._resolved(), self._patience):
                yield
        except LockedError as error:
            raise BusyError(self.name, self._patience) from error

    def _refuse_emptied(self, version: Version, edited: Edited | None = None) -> None:
        """Raise if a file lost its events: with a new one it would replace the last good version.

        Args:
            version: what the file holds.
            edited: what an edit makes of it; with more than one event there were some before.
        """
        book = edited.reading.book if edited else read_book(version.text).book
        if book is None or len(book.events) > (1 if edited else 0):
            return
        old = read_book(version.text).book if edited else book
        if old is None or not is_emptied(version.text, old):
            return
        store = LastGood(self.path, self._backups, keeps=self._keeps)
        kept = read_book(store.load() or "").book
        if kept is not None and kept.events:
            message = (
                f"{self.path} has lost its events: put them back from {store.path}, "
                "or write “events: []” into it to begin a new file"
            )
            raise StoreError(message)

    def _resolved(self) -> Path:
        try:
            return self.path.resolve()
        except (OSError, RuntimeError, ValueError) as error:  # such as links that form a ring
            raise StoreError(f"{self.path}: cannot be found ({error})") from error

    def _back_up(self, version: Version) -> None:
        if self._keeps and not self._is_backed_up:
            self._backup = back_up(self._resolved(), version.data, self._backups)
            self._is_backed_up = True

    def _write(self, before: Version, data: bytes) -> None:
        if len(data) > LARGEST:
            size = f"{LARGEST // 1024**2} MiB"
            raise StoreError(f"{self.name} would be larger than {size}: split it first")

        def look_again() -> None:
            # An editor knows nothing of our lock.
            now = read_bytes(self.path, self.name)
            if now != before.data:
                version = self.read()
                raise ConflictError(self.name, version.text, version.revision)

        try:
            replace_file(self._resolved(), data, look_again)
        except OSError as error:
            raise self._unwritable(error) from error

    def _unwritable(self, error: OSError) -> StoreError:
        """Return what to say of a file that cannot be written."""
        if isinstance(error, ProtectedError):
            message = "is write-protected: make it writable first (chmod u+w), or name another file"
            return StoreError(f"{self.path} {message}")
        reason = (error.strerror or str(error)).lower()
        return StoreError(f"{self.path} cannot be saved ({reason}): the file is as it was")


def _encoded(text: str, like: bytes) -> bytes:
    """Return text in the encoding of the old version, with its byte order mark."""
    for mark, encoding in _MARKS:
        if like.startswith(mark):
            return mark + text.encode(encoding)
    return text.encode("utf-8")
