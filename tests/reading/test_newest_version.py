"""Of several processes that watch one file, a slow one never brings an older version back."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from dashboard.model.book import Book
from dashboard.reading.last_good import LastGood
from dashboard.reading.watched import WatchedFile

BROKEN = "events: ["
Titles = tuple[str, ...]


def good(name: str) -> str:
    return f"- {{date: 2023, title: {name}, actors: Japan}}\n"


def titles(book: Book) -> Titles:
    return tuple(event.title for event in book.events)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "events.yaml"
    path.write_text(good("Old"))
    return path


def watch(file: Path) -> WatchedFile[Titles]:
    return WatchedFile(file, titles, LastGood(file, file.parent / "cache"))


@dataclass
class Slow:
    """A process that has read the file, and takes its time to build what it shows."""

    file: Path
    at: str
    started: threading.Event = field(default_factory=threading.Event)
    released: threading.Event = field(default_factory=threading.Event)
    watched: list[WatchedFile[Titles]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.thread = threading.Thread(target=self._start)
        self.thread.start()
        self.started.wait()

    def _start(self) -> None:
        store = LastGood(self.file, self.file.parent / "cache")
        self.watched.append(WatchedFile(self.file, self._build, store))

    def _build(self, book: Book) -> Titles:
        if titles(book) == (self.at,):
            self.started.set()
            self.released.wait()
        return titles(book)

    def finish(self) -> WatchedFile[Titles]:
        self.released.set()
        self.thread.join()
        return self.watched[0]


def shown(*watched: WatchedFile[Titles]) -> set[Titles]:
    return {each.current().content for each in watched}


@pytest.mark.parametrize("before", [None, "Zero"])
def test_a_slow_process_does_not_bring_an_older_version_back(
    file: Path, before: str | None
) -> None:
    if before is not None:
        file.write_text(good(before))
        watch(file)
        file.write_text(good("Old"))
    slow = Slow(file, "Old")
    file.write_text(good("New"))
    quick = watch(file)
    assert shown(quick) == {("New",)}
    file.write_text(BROKEN)
    assert shown(quick) == {("New",)}
    late = slow.finish()
    assert shown(quick, late, watch(file)) == {("New",)}


@pytest.mark.parametrize("first", ["Old", "New"])
def test_of_two_slow_processes_the_one_that_read_later_wins(file: Path, first: str) -> None:
    old = Slow(file, "Old")
    file.write_text(good("New"))
    new = Slow(file, "New")
    file.write_text(BROKEN)
    for slow in (old, new) if first == "Old" else (new, old):
        slow.finish()
    assert shown(old.watched[0], new.watched[0], watch(file)) == {("New",)}


def test_a_good_version_that_broke_while_it_was_read_is_kept(file: Path) -> None:
    slow = Slow(file, "Old")
    file.write_text(BROKEN)
    assert shown(slow.finish(), watch(file)) == {("Old",)}


def test_a_version_that_is_put_back_is_the_newest(file: Path) -> None:
    one, two = watch(file), watch(file)
    file.write_text(good("New"))
    assert shown(two) == {("New",)}
    file.write_text(good("Old"))
    assert shown(one) == {("Old",)}
    file.write_text(BROKEN)
    assert shown(one, two, watch(file)) == {("Old",)}


@pytest.mark.parametrize("time", [0, 86_400, 4_000_000_000])
def test_the_time_of_a_file_says_nothing_about_its_age(file: Path, time: int) -> None:
    one, two = watch(file), watch(file)
    file.write_text(good("Restored"))
    os.utime(file, (time, time))
    assert shown(one) == {("Restored",)}
    file.write_text(BROKEN)
    assert shown(one, two, watch(file)) == {("Restored",)}


def test_without_a_copy_each_process_keeps_what_it_saw(file: Path) -> None:
    one, two = (WatchedFile(file, titles, LastGood(file, keeps=False)) for _ in range(2))
    file.write_text(good("New"))
    assert shown(one) == {("New",)}
    file.write_text(BROKEN)
    assert (shown(one), shown(two)) == ({("New",)}, {("Old",)})


def test_readings_that_are_outdated_again_and_again_end(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process keeps a version between each reading and its saving."""
    store = LastGood(file, file.parent / "cache")
    in_turn = LastGood.in_turn

    def overtaken(self: LastGood, read: object) -> object:
        found = in_turn(self, read)  # type: ignore[arg-type]
        store.save(good("Other"), in_turn(store, lambda: "")[0])
        return found

    monkeypatch.setattr(LastGood, "in_turn", overtaken)
    watched = watch(file)
    monkeypatch.undo()
    assert shown(watched) == {("Old",)}
    assert store.load() == good("Old")
