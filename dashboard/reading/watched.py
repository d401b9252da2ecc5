"""The watched file: read again when it changed, the last good version kept while it is broken."""

from __future__ import annotations

import hashlib
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from dashboard.model.problems import Problem
from dashboard.reading.book import Reading, read_book
from dashboard.reading.decoding import decode
from dashboard.reading.last_good import LastGood

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dashboard.model.book import Book

Content = TypeVar("Content")

LARGEST = 64 * 1024 * 1024
"""Bytes that an events file may have; 64 MiB hold some 150,000 events."""

_REWRITE = 0.1
"""Seconds that a file may be empty while it is saved."""
_SETTLED = 2.0
"""Seconds after which a file's time tells it from a later version: the coarsest clock of a disk."""


@dataclass(frozen=True)
class Snapshot(Generic[Content]):
    """One state of a watched file.

    Attributes:
        content: what was built from the last good version (of an empty book, if none was good).
        problems: of the file as it is now, errors and warnings.
        revision: names this state; the same file gives the same revision in every process.
        good: whether ``content`` is the file as it is now.
    """

    content: Content
    problems: tuple[Problem, ...]
    revision: str
    good: bool


def read_file(path: Path, shown: str = "") -> tuple[Reading, str]:
    """Read a file from disk.

    Returns:
        The reading, with a problem instead of an exception for whatever may be wrong with
        the file; and its text.
    """
    name = shown or str(path)
    text = _read_text(path, name)
    if isinstance(text, Problem):
        return Reading(None, (text,)), ""
    return read_book(text, name), text


def revision_of(text: str, problems: tuple[Problem, ...] = ()) -> str:
    """Return the name of a state: of the text that is shown, and of what keeps a newer one away."""
    state = "\0".join([text, *map(str, problems)])
    return hashlib.sha256(state.encode("utf-8", "backslashreplace")).hexdigest()[:16]


def _read_text(path: Path, name: str) -> str | Problem:
    data = read_bytes(path, name)
    return data if isinstance(data, Problem) else decode(data, name)


def read_bytes(path: Path, name: str) -> bytes | Problem:
    """Return what a file holds, or the problem that keeps it from being read.

    Args:
        path: the events file.
        name: its name, for the problem.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        return Problem(name, 1, 1, "no-file", "there is no such file: check the name")
    except (OSError, ValueError) as error:
        if _is_folder(path):
            return Problem(name, 1, 1, "no-file", "this is a folder: name an events file in it")
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        message = f"cannot be read ({reason}): check the file and its rights"
        return Problem(name, 1, 1, "unreadable", message)
    if len(data) > LARGEST:
        message = f"larger than {LARGEST // 1024**2} MiB: split it into several files"
        return Problem(name, 1, 1, "too-large", message)
    return data


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # such as a name that is too long
        return False


class WatchedFile(Generic[Content]):
    """An events file, and what is built from its last good version.

    Safe to use from several threads. Nothing runs in the background: the file is looked at when
    somebody asks, which costs microseconds while it is unchanged.
    """

    def __init__(
        self, path: Path, build: Callable[[Book], Content], store: LastGood | None = None
    ) -> None:
        """Read the file for the first time.

        Args:
            path: the events file; it may be missing or broken.
            build: makes the content of a snapshot from a book.
            store: where the last good text is kept; default the user's cache folder.
        """
        self.path = path
        self._build = build
        self._store = store or LastGood(path)
        self._follows_copy = True
        self._unfit_copy: str | None = None
        self._lock = threading.Lock()
        self._token: object = None
        self._found: str | Problem | None = None
        self._good: tuple[str, Content] | None = None
        self._expected: tuple[str, Reading] | None = None
        self._snapshot = self._look()

    def expect(self, text: str, reading: Reading) -> None:
        """Learn what a text says that was just saved, so that it is not read once more."""
        with self._lock:
            self._expected = text, reading

    def current(self) -> Snapshot[Content]:
        """Return the state of the file now."""
        with self._lock:
            token = self._settled_token()
            if token is None or token != self._token:
                self._snapshot = self._look()
                self._token = token
            elif not self._snapshot.good:
                self._snapshot = self._broken(self._snapshot.problems, self._snapshot)
            return self._snapshot

    def _settled_token(self) -> object:
        """Return what changes with the file, or ``None`` while only its text tells versions apart.

        That is so for a file which cannot be examined, and for one saved just now: a second save
        within the same tick of the disk's clock would leave its time and size alone.
        """
        try:
            status = self.path.stat()
        except (OSError, ValueError):
            return None
        now = time.time()
        if any(abs(now - then) < _SETTLED for then in (status.st_mtime, status.st_ctime)):
            return None
        return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino

    def _look(self) -> Snapshot[Content]:
        """Read the file, and only where its text is another than before, what it says."""
        name = self.path.name
        found = _read_text(self.path, name)
        old = self._snapshot if self._found is not None else None
        if found == "" and self._found:
            # Many editors empty a file before they write it anew.
            time.sleep(_REWRITE)
            found = _read_text(self.path, name)
        if old is not None and found == self._found:
            return old if old.good else self._broken(old.problems, old)
        if isinstance(found, Problem):
            snapshot = self._broken((found,), old)
        else:
            reading = self._read(found, name)
            if reading.book is None:
                snapshot = self._broken(reading.problems, old)
            else:
                if self._good is None or self._good[0] != found:
                    self._good = found, self._build(reading.book)
                self._follows_copy = self._store.save(found)
                snapshot = self._state(self._good, reading.problems, old, good=True)
        self._found = found
        return snapshot

    def _read(self, text: str, name: str) -> Reading:
        expected, self._expected = self._expected, None
        return expected[1] if expected and expected[0] == text else read_book(text, name)

    def _broken(
        self, problems: tuple[Problem, ...], old: Snapshot[Content] | None
    ) -> Snapshot[Content]:
        """Return the last good version, by the stored copy, with the problems of this one."""
        kept = self._store.load() if self._follows_copy else None
        is_new = self._good is None or self._good[0] != kept
        if kept is not None and is_new and kept != self._unfit_copy:
            book = read_book(kept, self.path.name).book
            if book is None:
                self._unfit_copy = kept  # an earlier version of this program took it
            else:
                self._good = kept, self._build(book)
        if self._good is None:
            self._good = "", self._build(_empty_book())
        return self._state(self._good, problems, old, good=False)

    def _state(
        self,
        version: tuple[str, Content],
        problems: tuple[Problem, ...],
        old: Snapshot[Content] | None,
        good: bool,
    ) -> Snapshot[Content]:
        """Return the snapshot of a version; the old one itself where nothing changed."""
        text, content = version
        revision = revision_of(text, () if good else problems)
        new = Snapshot(content, problems, revision, good)
        same = old is not None and old.revision == revision and old.good == good
        return old if old is not None and same else new


def _empty_book() -> Book:
    book = read_book("").book
    if book is None:
        raise AssertionError("an empty file is a good file")
    return book
