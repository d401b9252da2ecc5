"""The events file on disk: edits are made under a lock, in one step, and can be undone."""

from __future__ import annotations

import codecs
import contextlib
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.files.copies import STEPS
from dashboard.files.lock import PATIENCE, LockedError, locked
from dashboard.files.replacing import ProtectedError, refuse_protected, replace_file
from dashboard.model.limits import MOST_STEPS
from dashboard.model.problems import Problem
from dashboard.reading.book import read_book
from dashboard.reading.decoding import decode
from dashboard.reading.emptied import is_emptied
from dashboard.reading.last_good import LastGood
from dashboard.reading.watched import LARGEST, read_bytes, revision_of
from dashboard.words.quotes import printable
from dashboard.writing.backups import back_up
from dashboard.writing.errors import BrokenFileError, BusyError, ConflictError, StoreError
from dashboard.writing.fixing import Fixed, fix_text
from dashboard.writing.with_actors import apply_edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from dashboard.writing.editing import Edited
    from dashboard.writing.edits import Edit, WithActors

_EMPTIED = 0.2
"""Longest time that a file is empty while an editor saves it, in seconds."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the file.

    Attributes:
        data: all its bytes.
        text: its text.
        revision: name of the version, equal to the revision of a good ``Snapshot`` of the file.
    """

    data: bytes
    text: str
    revision: str


@dataclass(frozen=True, slots=True)
class Saved:
    """An edit that is written to disk.

    Attributes:
        edited: result of the edit.
        before: version before the edit.
        revision: revision after the edit.
        backup: path of the copy from before the first edit of this run, if there is one.
    """

    edited: Edited
    before: Version
    revision: str
    backup: Path | None


class EventsFile:
    """The edited file. Safe to use from several threads and processes at the same time."""

    def __init__(
        self,
        path: Path,
        backups: Path | None = None,
        patience: float = PATIENCE,
        *,
        keeps: bool = True,
    ) -> None:
        """Store the arguments; nothing is read or written yet.

        Args:
            path: the events file; a symbolic link to it is kept.
            backups: folder for copies; default the user's cache folder.
            patience: longest wait for another process that saves, in seconds.
            keeps: whether to keep a copy from before the first edit.
        """
        self.path = path
        self.name = printable(path.name)
        self._backups = backups
        self._keeps = keeps
        self._patience = patience
        self._backup: Path | None = None
        self._is_backed_up = False

    def read(self) -> Version:
        """Return the version of the file now.

        Raises:
            StoreError: the file cannot be read.
            BrokenFileError: the file is not text.
        """
        name = self.name
        data = read_bytes(self.path, name)
        if data == b"":  # many editors empty a file before they write it again
            time.sleep(_EMPTIED)
            data = read_bytes(self.path, name)
        if isinstance(data, Problem):
            raise StoreError(f"{self.path}: {data.message}")
        text = decode(data, name)
        if isinstance(text, Problem):
            raise BrokenFileError(name, [text])
        return Version(data, text, revision_of(text))

    def check_writable(self) -> None:
        """Raise the error that every edit would raise, if there is one.

        Raises:
            StoreError: the file cannot be read or written, or has lost its events.
            BrokenFileError: the file is not text.
        """
        self._refuse_emptied(self.read())
        try:
            refuse_protected(self._resolved())
        except OSError as error:
            raise self._unwritable(error) from error

    def preview(self, edit: Edit | WithActors, revision: str | None = None) -> Edited:
        """Apply an edit without writing it; arguments and errors are those of ``save``."""
        version = self.read()
        self._check(version, revision)
        return apply_edit(version.text, edit, self.name)

    def save(self, edit: Edit | WithActors, revision: str | None = None) -> Saved:
        """Apply an edit and write the file.

        Args:
            edit: the edit.
            revision: revision that the caller read; by default the edit applies to any version.

        Raises:
            EditError: the edit was not made; its class is the cause, and the file is unchanged.
        """
        return self.write(lambda text: apply_edit(text, edit, self.name), revision)

    def write(self, change: Callable[[str], Edited], revision: str | None = None) -> Saved:
        """Write the file as a function changes its text; errors are those of ``save``.

        Args:
            change: returns the proved edit of a text.
            revision: revision that the caller read; by default the change applies to any version.
        """
        with self._locked():
            before = self.read()
            self._check(before, revision)
            edited = change(before.text)
            if edited.new != edited.old:
                if edited.reading.book is None or len(edited.reading.book.events) <= 1:
                    self._refuse_emptied(before)
                self._back_up(before)
                self._write(before, _encoded(edited.new, before.data))
        return Saved(edited, before, revision_of(edited.new), self._backup)

    def fix(self, shown: str = "") -> tuple[Fixed, Path | None]:
        """Apply the certain remedies of the file's problems and write the file.

        Args:
            shown: name of the file in problems; default its own.

        Returns:
            The fixed text, and the path of the copy from before, if there is one.

        Raises:
            EditError: no remedy could be applied; the file is unchanged.
        """
        with self._locked():
            before = self.read()
            fixed = fix_text(before.text, shown or self.name)
            if fixed.new != fixed.old:
                self._back_up(before)
                self._write(before, _encoded(fixed.new, before.data))
        return fixed, self._backup

    def restore(self, revision: str, data: bytes) -> Version:
        """Restore the bytes of another version, unless the file has changed; return the old one.

        Args:
            revision: revision that the caller read.
            data: all bytes of the version to restore.

        Raises:
            ConflictError: the file has another revision.
            StoreError: the file cannot be written.
        """
        with self._locked():
            now = self.read()
            self._check(now, revision)
            if now.data != data:
                self._write(now, data)
        return now

    def keep_step(self, data: bytes) -> Path | None:
        """Write a version for undo or redo into the cache folder; ``None`` if there is none."""
        if not self._keeps:
            return None
        return back_up(self.path, data, self._backups, STEPS, 2 * MOST_STEPS)

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

    def _refuse_emptied(self, version: Version) -> None:
        """Raise an error if a file lost its events, so that the last good version is kept."""
        book = read_book(version.text).book
        if book is None or not is_emptied(version.text, book):
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
        except (OSError, RuntimeError, ValueError) as error:  # such as a ring of symbolic links
            raise StoreError(f"{self.path}: cannot be found ({error})") from error

    def _back_up(self, version: Version) -> None:
        if self._keeps and not self._is_backed_up:
            self._backup = back_up(self.path, version.data, self._backups)
            self._is_backed_up = True

    def _write(self, before: Version, data: bytes) -> None:
        if len(data) > LARGEST:
            size = f"{LARGEST // 1024**2} MiB"
            raise StoreError(f"{self.name} would be larger than {size}: split it first")

        def look_again() -> None:
            # Editors do not use our lock.
            now = read_bytes(self.path, self.name)
            if now != before.data:
                version = self.read()
                raise ConflictError(self.name, version.text, version.revision)

        try:
            replace_file(self._resolved(), data, look_again)
        except OSError as error:
            raise self._unwritable(error) from error

    def _unwritable(self, error: OSError) -> StoreError:
        """Return the error for a file that cannot be written."""
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
