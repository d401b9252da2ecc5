"""The watched file: read again when it changed, the last good version kept while it is broken."""

from __future__ import annotations

import codecs
import hashlib
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from dashboard.model.problems import Problem
from dashboard.reading.book import Reading, read_book
from dashboard.reading.last_good import LastGood

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.model.book import Book

Content = TypeVar("Content")

LARGEST = 64 * 1024 * 1024
"""Bytes that an events file may have; 64 MiB hold some 150,000 events."""

_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


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
    try:
        if path.stat().st_size > LARGEST:
            message = f"larger than {LARGEST // 1024**2} MiB: split it into several files"
            return _failed(name, "too-large", message), ""
        data = path.read_bytes()
    except FileNotFoundError:
        return _failed(name, "no-file", "there is no such file: check the name"), ""
    except IsADirectoryError:
        return _failed(name, "no-file", "this is a folder: name an events file in it"), ""
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return _failed(name, "unreadable", f"cannot be read ({reason}): check it"), ""
    encoding = next((way for mark, way in _BYTE_ORDER_MARKS.items() if data.startswith(mark)), "")
    try:
        text = data.decode(encoding or "utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        message = "this is not UTF-8 text: save the file as UTF-8"
        return Reading(None, (Problem(name, line, column, "encoding", message),)), ""
    return read_book(text, name), text


def _failed(name: str, code: str, message: str) -> Reading:
    return Reading(None, (Problem(name, 1, 1, code, message),))


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
        self._lock = threading.Lock()
        self._seen: object = None
        self._good_text: str | None = None
        self._snapshot = self._read(None)

    def current(self) -> Snapshot[Content]:
        """Return the state of the file now."""
        with self._lock:
            if not self._snapshot.good or self._token() != self._seen:
                self._snapshot = self._read(self._snapshot)
            return self._snapshot

    def _token(self) -> object:
        try:
            status = self.path.stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size, status.st_ino

    def _read(self, old: Snapshot[Content] | None) -> Snapshot[Content]:
        token = self._token()
        if old is not None and token == self._seen:
            reading = Reading(None, old.problems)
            text = ""
        else:
            reading, text = read_file(self.path, self.path.name)
        self._seen = token
        if reading.book is not None:
            self._store.save(text)
            return self._adopt(text, reading.book, reading.problems, old, good=True)
        kept = self._store.load()
        if kept is None or (kept == self._good_text and old is not None):
            kept = self._good_text or ""
        book = None if kept == self._good_text else read_book(kept, self.path.name).book
        return self._adopt(kept, book, reading.problems, old, good=False)

    def _adopt(
        self,
        text: str,
        book: Book | None,
        problems: tuple[Problem, ...],
        old: Snapshot[Content] | None,
        good: bool,
    ) -> Snapshot[Content]:
        if old is not None and (book is None or text == self._good_text):
            content = old.content
        else:
            content = self._build(book or _empty_book())
            self._good_text = text
        state = f"{self._good_text}\0" + ("" if good else "\n".join(map(str, problems)))
        revision = hashlib.sha256(state.encode()).hexdigest()[:16]
        if old is not None and revision == old.revision and good == old.good:
            return old
        return Snapshot(content, problems, revision, good)


def _empty_book() -> Book:
    book = read_book("").book
    if book is None:
        raise AssertionError("an empty file is a good file")
    return book
