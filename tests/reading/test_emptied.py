"""An emptied file never replaces a good version; a file without events says so."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from dashboard.model.book import Book
from dashboard.reading.last_good import LastGood
from dashboard.reading.watched import WatchedFile

GOOD = "- {date: 2023, title: One, actors: Japan}\n"
BROKEN = "- date: 2023\n  title: [\n"
EMPTIED = {
    "nothing": b"",
    "line": b"\n",
    "spaces": b"  \n\n \r\n",
    "mark": codecs.BOM_UTF8,
    "wide mark": codecs.BOM_UTF16_LE,
    "comments": b"# yaml-language-server: $schema=.events.schema.json\n# Kept by hand.\n",
    "document": b"---\n",
    "null": b"null\n",
    "title": b"title: Mine\n",
    "key": b"title: Mine\nevents:\n",
    "braces": b"{}\n",
}
ON_PURPOSE = ["[]\n", "events: []\n", "title: Mine\nevents: []\n", "# none\nevents: [ ]  # yet\n"]
Titles = tuple[str, ...]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "events.yaml"
    path.write_text(GOOD)
    return path


def titles(book: Book) -> Titles:
    return tuple(event.title for event in book.events)


def watch(file: Path) -> WatchedFile[Titles]:
    return WatchedFile(file, titles, LastGood(file, file.parent / "cache"))


@pytest.mark.parametrize("data", EMPTIED.values(), ids=EMPTIED)
def test_an_emptied_file_keeps_the_last_good_version(file: Path, data: bytes) -> None:
    one, two = watch(file), watch(file)
    file.write_bytes(data)
    for watched in (one, two, watch(file)):  # the last one as after a restart
        snapshot = watched.current()
        assert (snapshot.content, snapshot.good) == (("One",), False)
        [problem] = snapshot.problems
        assert (problem.path, problem.line, problem.column) == ("events.yaml", 1, 1)
        assert (problem.code, problem.is_error) == ("emptied", True)
        assert "the last good version is shown" in problem.message
        assert "events: []" in problem.message
    file.write_text(BROKEN)
    assert one.current().content == ("One",)
    assert watch(file).current().content == ("One",)


def test_zero_bytes_keep_the_last_good_version(file: Path) -> None:
    watched = watch(file)
    file.write_bytes(b"\0" * 4096)
    snapshot = watched.current()
    assert (snapshot.content, snapshot.good) == (("One",), False)
    assert "nothing but zero bytes" in snapshot.problems[0].message


@pytest.mark.parametrize("text", ON_PURPOSE)
def test_a_file_emptied_on_purpose_is_empty(file: Path, text: str) -> None:
    watched = watch(file)
    file.write_text(text)
    snapshot = watched.current()
    assert (snapshot.content, snapshot.problems, snapshot.good) == ((), (), True)
    file.write_text("")
    assert watched.current().good, "nothing can be lost any more"
    file.write_text(BROKEN)
    assert watch(file).current().content == ()


@pytest.mark.parametrize("data", EMPTIED.values(), ids=EMPTIED)
def test_where_no_good_version_is_known_an_empty_file_is_empty(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    watched = watch(file)
    assert (watched.current().content, watched.current().good) == ((), True)
    file.write_text(GOOD)
    assert watched.current().content == ("One",)


def test_an_emptied_file_that_was_broken_before(file: Path) -> None:
    watched = watch(file)
    for text in (BROKEN, "", BROKEN, ""):
        file.write_text(text)
        assert (watched.current().content, watched.current().good) == (("One",), False)
    file.write_text(GOOD)
    assert watched.current().good


def test_what_only_another_process_saw_is_not_lost(file: Path) -> None:
    file.write_text("")
    asleep = watch(file)
    file.write_text(GOOD)
    watch(file)
    file.write_text("")
    assert (asleep.current().content, asleep.current().good) == (("One",), False)
