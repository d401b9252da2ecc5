"""The watched file: read again when it changed, the last good version kept while it is broken."""

from __future__ import annotations

import contextlib
import hashlib
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from dashboard.files.opening import NotAFileError, read_whole
from dashboard.model.problems import Problem
from dashboard.reading.book import Reading, read_book
from dashboard.reading.changes import FileChange, count_changes, hashes_of
from dashboard.reading.decoding import decode
from dashboard.reading.emptied import emptied, is_emptied
from dashboard.reading.last_good import LastGood, OutdatedError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from dashboard.model.book import Book
    from dashboard.reading.last_good import CopyState

Content = TypeVar("Content")

LARGEST = 64 * 1024 * 1024
"""Largest size of an events file, in bytes; 64 MiB contain about 150,000 events."""

_SETTLED = 2.0
"""Seconds after which a changed file is sure to have a new time (FAT's clock ticks every 2 s)."""
_ATTEMPTS = 4
"""Most attempts to store a version while other processes store later ones."""


@dataclass(frozen=True)
class Snapshot(Generic[Content]):
    """One state of a watched file.

    Attributes:
        content: content built from the last good version, or from an empty book if there is none.
        problems: errors and warnings of the file as it is now.
        revision: name of this state; the same file has the same revision in every process.
        good: whether ``content`` is the file as it is now.
        version: name of the version that the content was built from, whatever came after it.
        change: difference from the state before; ``None`` for the first state.
    """

    content: Content
    problems: tuple[Problem, ...]
    revision: str
    good: bool
    version: str
    change: FileChange | None = None


@dataclass(frozen=True)
class _Version(Generic[Content]):
    """A good version: its text, the content built from it, and a hash of each event by its id."""

    text: str
    content: Content
    hashes: Mapping[str, int]


def read_file(path: Path, shown: str = "") -> tuple[Reading, str]:
    """Read a file from disk, or from a pipe.

    Args:
        path: path of the file.
        shown: its name, for problems; default the path.

    Returns:
        The reading, with problems instead of exceptions for any fault of the file; and its text.
    """
    name = shown or str(path)
    text = _read_text(path, name, streams=True)
    if isinstance(text, Problem):
        return Reading(None, (text,)), ""
    return read_book(text, name), text


def revision_of(text: str, problems: tuple[Problem, ...] = ()) -> str:
    """Return the name of a state: a hash of the text shown and of the problems of a newer one.

    Example:
        >>> revision_of("events: []")
        '67594bbdb510be51'
    """
    state = "\0".join([text, *map(str, problems)])
    return hashlib.sha256(state.encode("utf-8", "backslashreplace")).hexdigest()[:16]


NO_VERSION = revision_of("")
"""Name of the version of a file that was never read, and of an empty one."""


def _read_text(path: Path, name: str, *, streams: bool = False) -> str | Problem:
    data = read_bytes(path, name, streams=streams)
    return data if isinstance(data, Problem) else decode(data, name)


def read_bytes(path: Path, name: str, *, streams: bool = False) -> bytes | Problem:
    """Return the bytes of a file, or the problem of reading it.

    Args:
        path: the events file.
        name: its name, for the problem.
        streams: whether it may be a pipe or standard input; see ``read_whole``.
    """
    try:
        data = read_whole(path, LARGEST + 1, streams=streams)
    except FileNotFoundError:
        return Problem(name, 1, 1, "no-file", "there is no such file: check the name")
    except IsADirectoryError:
        return Problem(name, 1, 1, "no-file", "this is a folder: name an events file in it")
    except NotAFileError as error:
        return Problem(name, 1, 1, "no-file", f"this is {error}: name an events file")
    except (OSError, RuntimeError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        message = f"cannot be read ({reason}): check the file and its rights"
        return Problem(name, 1, 1, "unreadable", message)
    if len(data) > LARGEST:
        message = f"larger than {LARGEST // 1024**2} MiB: split it into several files"
        return Problem(name, 1, 1, "too-large", message)
    return data


class WatchedFile(Generic[Content]):
    """An events file, and the content that is built from its last good version.

    Safe to use from several threads. Nothing runs in the background: each call of ``current``
    examines the file, which takes microseconds while it is unchanged.
    """

    def __init__(
        self, path: Path, build: Callable[[Book], Content], store: LastGood | None = None
    ) -> None:
        """Read the file for the first time.

        Args:
            path: the events file; it may be missing or broken.
            build: function that builds the content of a snapshot from a book.
            store: storage of the last good text; default in the user's cache folder.
        """
        self.path = path
        self._build = build
        self._store = store or LastGood(path)
        self._store.hold()
        self._copy_state: CopyState | None = None
        self._lock = threading.Lock()
        self._token: object = None
        self._found: str | Problem | None = None
        self._good: _Version[Content] | None = None
        self._shown: Mapping[str, int] = {}
        self._expected: tuple[str, Reading] | None = None
        self._snapshot = self._look(None)

    def expect(self, text: str, reading: Reading) -> None:
        """Keep the reading of a text that was just saved, so that it is not read again."""
        with self._lock:
            self._expected = text, reading

    def current(self) -> Snapshot[Content]:
        """Return the state of the file now."""
        with self._lock:
            token = self._settled_token()
            if token is None or token != self._token:
                self._snapshot = self._look(self._snapshot)
                self._token = token
            elif not self._snapshot.good:
                self._snapshot = self._broken(self._snapshot.problems, self._snapshot)
            return self._snapshot

    def _settled_token(self) -> object:
        """Return a token that changes with the file, or ``None`` if its text must be compared.

        The text must be compared if the file cannot be examined, or was saved just now: a second
        save within the same tick of the disk's clock may leave its time and size unchanged.
        """
        try:
            status = self.path.stat()
        except (OSError, ValueError):
            return None
        now = time.time()
        if any(abs(now - then) < _SETTLED for then in (status.st_mtime, status.st_ctime)):
            return None
        return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino

    def _look(self, old: Snapshot[Content] | None) -> Snapshot[Content]:
        """Read the text of the file, and parse it only if it differs from the text before."""
        if old is not None and _read_text(self.path, self.path.name) == self._found:
            if not old.good:
                return self._broken(old.problems, old)
            if self._store.copy_state() == self._copy_state:
                return old
        for _ in range(_ATTEMPTS):
            copy_state = self._store.copy_state()
            turn, found = self._store.in_turn(lambda: _read_text(self.path, self.path.name))
            with contextlib.suppress(OutdatedError):
                snapshot = self._take(found, turn, copy_state, old)
                break
        else:
            snapshot = self._take(found, 0, None, old)
        self._found = found
        return snapshot

    def _take(
        self,
        found: str | Problem,
        turn: int,
        copy_state: CopyState | None,
        old: Snapshot[Content] | None,
    ) -> Snapshot[Content]:
        """Return the snapshot of a text.

        Args:
            found: the file's text, or the problem of reading it.
            turn: the number of this reading.
            copy_state: state of the stored copy before the reading.
            old: the snapshot before.

        Raises:
            OutdatedError: another process has stored a version with a higher number.
        """
        name = self.path.name
        if isinstance(found, Problem):
            return self._broken((found,), old)
        reading = self._read(found, name)
        if reading.book is None:
            return self._broken(reading.problems, old)
        if is_emptied(found, reading.book) and self._last_good().hashes:
            return self._broken((emptied(found, name),), old)
        version = self._version(found, reading.book)
        saved = self._store.save(found, turn)
        # A copy that could not be replaced is older than this version, so it is ignored.
        self._copy_state = saved or copy_state
        self._good = version
        return self._state(version, reading.problems, old, good=True)

    def _read(self, text: str, name: str) -> Reading:
        expected, self._expected = self._expected, None
        return expected[1] if expected and expected[0] == text else read_book(text, name)

    def _version(self, text: str, book: Book) -> _Version[Content]:
        """Return the version of a text; the last good version itself if it has the same text."""
        if self._good is not None and self._good.text == text:
            return self._good
        return _Version(text, self._build(book), hashes_of(book))

    def _last_good(self) -> _Version[Content]:
        """Return the last good version of all processes: the stored copy, if it changed."""
        copy_state = self._store.copy_state()
        if copy_state is not None and copy_state != self._copy_state:
            self._copy_state = copy_state
            kept = self._store.load()
            # An earlier version of this program may have accepted a text that this one refuses.
            book = None if kept is None else read_book(kept, self.path.name).book
            if kept is not None and book is not None:
                self._good = self._version(kept, book)
        if self._good is None:
            self._good = self._version("", _empty_book())
        return self._good

    def _broken(
        self, problems: tuple[Problem, ...], old: Snapshot[Content] | None
    ) -> Snapshot[Content]:
        """Return the last good version with the problems of the file as it is now."""
        return self._state(self._last_good(), problems, old, good=False)

    def _state(
        self,
        version: _Version[Content],
        problems: tuple[Problem, ...],
        old: Snapshot[Content] | None,
        good: bool,
    ) -> Snapshot[Content]:
        """Return the snapshot of a version; the old snapshot itself if nothing changed."""
        is_same = old is not None and old.content is version.content and old.good == good
        if old is not None and is_same and old.problems is problems:
            return old  # hashing many problems takes time
        name = revision_of(version.text)
        revision = name if good else revision_of(version.text, problems)
        if old is not None and old.revision == revision and old.good == good:
            return old
        changed = count_changes(self._shown, version.hashes)
        change = FileChange(old.revision, not old.good, not good, **changed) if old else None
        self._shown = version.hashes
        return Snapshot(version.content, problems, revision, good, name, change)


def _empty_book() -> Book:
    book = read_book("").book
    if book is None:
        raise AssertionError("an empty file is a valid file")
    return book
