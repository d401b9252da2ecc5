"""Whatever is in the place of the watched file: a problem, never a hang, and it recovers."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from dashboard.model.book import Book
from dashboard.reading.last_good import LastGood
from dashboard.reading.watched import WatchedFile

GOOD = "- {date: 2023, title: One, actors: Japan}\n"
MORE = GOOD + "- {date: 2024, title: Two, actors: Japan}\n"


def titles(book: Book) -> tuple[str, ...]:
    return tuple(event.title for event in book.events)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "events.yaml"
    path.write_text(GOOD)
    return path


def put(kind: str, file: Path) -> None:
    """Put something special in the place of the file."""
    file.unlink()
    if kind == "pipe":
        os.mkfifo(file)
    elif kind == "folder":
        file.mkdir()
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(file.name)
    else:
        file.symlink_to({"ring": file.name, "device": "/dev/zero", "nothing": "nowhere"}[kind])


KINDS = {
    "pipe": "this is a named pipe: name an events file",
    "folder": "this is a folder: name an events file in it",
    "socket": "this is a socket: name an events file",
    "device": "this is a device: name an events file",
    "ring": "cannot be read",
    "nothing": "there is no such file",
}


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_a_problem_until_a_file_is_back(file: Path, kind: str) -> None:
    watched = WatchedFile(file, titles, LastGood(file, file.parent / "cache"))
    put(kind, file)
    for each in (watched, WatchedFile(file, titles, LastGood(file, file.parent / "cache"))):
        snapshot = each.current()
        assert (snapshot.content, snapshot.good) == (("One",), False)
        assert snapshot.problems[0].message.startswith(KINDS[kind])
    if kind == "folder":
        file.rmdir()
    else:
        file.unlink()
    file.write_text(MORE)
    assert (watched.current().content, watched.current().good) == (("One", "Two"), True)
