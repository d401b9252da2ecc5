"""The watched file: it follows the file, keeps the last good version, and agrees with itself."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.model.book import Book
from dashboard.reading import watched as watched_module
from dashboard.reading.last_good import LastGood
from dashboard.reading.watched import LARGEST, Snapshot, WatchedFile, read_file

BROKEN = "- date: 2023\n  title: [\n"
Titles = tuple[str, ...]
Watch = Callable[[], WatchedFile[Titles]]


def titles(book: Book) -> Titles:
    return tuple(event.title for event in book.events)


def good(*names: str) -> str:
    """The text of a file with one event for each name."""
    event = (
        "- {{date: 2023, title: {0}, actors: Japan, type: visit, sources: 'https://a.org/{0}'}}\n"
    )
    return "".join(event.format(name) for name in names)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "events.yaml"
    path.write_text(good("One"))
    return path


@pytest.fixture
def watch(file: Path, tmp_path: Path) -> Watch:
    """Watch the file as one more process would, with the store that all of them share."""
    return lambda: WatchedFile(file, titles, LastGood(file, tmp_path / "cache"))


def codes(snapshot: Snapshot[Titles]) -> list[str]:
    return [problem.code for problem in snapshot.problems]


def test_a_saved_file_is_a_new_revision(file: Path, watch: Watch) -> None:
    watched = watch()
    before = watched.current()
    assert (before.content, before.problems, before.good) == (("One",), (), True)
    file.write_text(good("One", "Two"))
    after = watched.current()
    assert after.content == ("One", "Two")
    assert after.revision != before.revision


def test_an_unchanged_file_is_the_same_snapshot(file: Path, watch: Watch) -> None:
    watched = watch()
    first = watched.current()
    assert watched.current() is first
    file.write_text(good("One"))  # saved again, with nothing changed
    assert watched.current() is first
    os.utime(file, (1, 1))
    assert watched.current() is first


def test_a_file_that_came_to_rest_is_not_read_again(
    file: Path, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = watch()
    soon = time.time() + 10
    monkeypatch.setattr("time.time", lambda: soon)
    first = watched.current()
    monkeypatch.setattr(watched_module, "read_bytes", lambda *_, **__: pytest.fail("read again"))
    assert watched.current() is first


def test_two_saves_within_one_tick_of_the_clock_are_told_apart(file: Path, watch: Watch) -> None:
    watched = watch()
    status = file.stat()
    for name in ("Two", "Ten"):
        file.write_text(good(name))
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
        assert watched.current().content == (name,)


@pytest.mark.parametrize("broken", [BROKEN, "\tx", "- {date: 2023, title: A, actors: Koria}"])
def test_a_broken_file_keeps_the_last_good_version(file: Path, watch: Watch, broken: str) -> None:
    watched = watch()
    before = watched.current()
    file.write_text(broken)
    after = watched.current()
    assert after.content is before.content
    assert after.problems
    assert not after.good
    assert after.revision != before.revision
    assert watched.current() is after


def test_other_problems_are_another_revision(file: Path, watch: Watch) -> None:
    watched = watch()
    revisions = set()
    for text in (BROKEN, f"\n{BROKEN}", "- x"):
        file.write_text(text)
        revisions.add(watched.current().revision)
    assert len(revisions) == 3


def test_a_mended_file_clears_the_problems(file: Path, watch: Watch) -> None:
    watched = watch()
    before = watched.current()
    file.write_text(BROKEN)
    assert not watched.current().good
    file.write_text(good("One"))
    after = watched.current()
    assert (after.problems, after.good, after.revision) == ((), True, before.revision)
    assert after.content is before.content  # nothing was built anew


def test_a_deleted_file_keeps_the_last_good_version(file: Path, watch: Watch) -> None:
    watched = watch()
    file.unlink()
    gone = watched.current()
    assert (gone.content, codes(gone), gone.good) == (("One",), ["no-file"], False)
    assert gone.problems[0].path == "events.yaml"
    file.write_text(good("Two"))
    assert watched.current().content == ("Two",)


def test_a_folder_in_its_place(file: Path, watch: Watch) -> None:
    watched = watch()
    file.unlink()
    file.mkdir()
    snapshot = watched.current()
    assert (snapshot.content, codes(snapshot)) == (("One",), ["no-file"])
    assert "folder" in snapshot.problems[0].message


def test_a_file_replaced_by_another_is_followed(file: Path, watch: Watch, tmp_path: Path) -> None:
    watched = watch()
    other = tmp_path / "other.yaml"
    other.write_text(good("Two"))
    other.replace(file)
    assert watched.current().content == ("Two",)


def test_a_file_broken_from_the_start_shows_the_stored_copy(file: Path, watch: Watch) -> None:
    watch()
    file.write_text(BROKEN)
    snapshot = watch().current()
    assert (snapshot.content, codes(snapshot), snapshot.good) == (("One",), ["syntax"], False)


def test_without_a_stored_copy_it_shows_an_empty_book(file: Path, watch: Watch) -> None:
    file.write_text(BROKEN)
    watched = watch()
    assert (watched.current().content, codes(watched.current())) == ((), ["syntax"])
    assert watched.current() is watched.current()
    file.write_text(good("One"))
    assert watched.current().content == ("One",)


def test_a_stored_copy_that_is_no_longer_good_is_left_alone(file: Path, tmp_path: Path) -> None:
    store = LastGood(file, tmp_path / "cache")
    store.save(BROKEN)
    file.write_text("- x")
    watched = WatchedFile(file, titles, store)
    assert (watched.current().content, codes(watched.current())) == ((), ["wrong-kind"])
    assert watched.current() is watched.current()


def same(*watched: WatchedFile[Titles]) -> None:
    """Fail unless all give the same revision, content and problems."""
    states = [(found.revision, found.content, found.problems) for found in map(_now, watched)]
    assert states.count(states[0]) == len(states)


def _now(watched: WatchedFile[Titles]) -> Snapshot[Titles]:
    return watched.current()


def test_two_processes_agree_though_one_never_saw_the_middle_version(
    file: Path, watch: Watch
) -> None:
    awake, asleep = watch(), watch()
    file.write_text(good("Two"))
    awake.current()
    file.write_text(BROKEN)
    same(awake, asleep)
    assert asleep.current().content == ("Two",)
    file.unlink()
    same(asleep, awake, watch())


def test_a_process_follows_the_copy_while_the_file_stays_broken(file: Path, watch: Watch) -> None:
    waiting = watch()
    file.write_text(BROKEN)
    waiting.current()
    file.write_text(good("Two"))
    watch()
    file.write_text(BROKEN)
    assert waiting.current().content == ("Two",)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["A", "B", "", BROKEN, "- x", None]), st.sampled_from("12-")),
        max_size=8,
    )
)
def test_processes_agree_whatever_each_of_them_saw(
    tmp_path_factory: pytest.TempPathFactory, history: list[tuple[str | None, str]]
) -> None:
    folder = tmp_path_factory.mktemp("watched")
    file = folder / "events.yaml"
    file.write_text(good("Zero"))
    one, two = (WatchedFile(file, titles, LastGood(file, folder)) for _ in range(2))
    for text, looks in history:
        if text is None:
            file.unlink(missing_ok=True)
        else:
            file.write_text(good(text) if text in ("A", "B") else text)
        if looks != "-":
            (one if looks == "1" else two).current()
    same(one, two, WatchedFile(file, titles, LastGood(file, folder)))


def test_a_store_that_cannot_be_written_is_no_error(file: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.touch()
    watched = WatchedFile(file, titles, LastGood(file, blocked))
    file.write_text(good("Two"))
    assert watched.current().good
    file.write_text(BROKEN)
    assert watched.current().content == ("Two",)


def test_a_copy_that_could_not_be_renewed_does_not_turn_back_the_clock(
    file: Path, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = watch()
    monkeypatch.setattr(LastGood, "save", lambda *_: False)
    file.write_text(good("Two"))
    watched.current()
    file.write_text(BROKEN)
    assert watched.current().content == ("Two",)


def test_what_cannot_be_built_is_tried_again(file: Path, tmp_path: Path) -> None:
    def build(book: Book) -> Titles:
        if titles(book) == ("Two",):
            raise ValueError("no two")
        return titles(book)

    watched = WatchedFile(file, build, LastGood(file, tmp_path / "cache"))
    file.write_text(good("Two"))
    for _ in range(2):
        with pytest.raises(ValueError, match="no two"):
            watched.current()
    file.write_text(good("Three"))
    assert watched.current().content == ("Three",)


def test_threads_may_look_while_the_file_is_rewritten(file: Path, watch: Watch) -> None:
    watched = watch()
    seen: list[Snapshot[Titles]] = []
    failures: list[BaseException] = []
    done = threading.Event()

    def look() -> None:
        try:
            while not done.is_set():
                seen.append(watched.current())
        except Exception as error:  # noqa: BLE001 - handed to the test
            failures.append(error)

    threads = [threading.Thread(target=look) for _ in range(8)]
    for thread in threads:
        thread.start()
    for number in range(40):
        file.write_text(good(f"Number{number}") if number % 3 else BROKEN)
    file.unlink()
    file.write_text(good("Last"))
    done.set()
    for thread in threads:
        thread.join()
    assert failures == []
    assert seen
    assert watched.current().content == ("Last",)


def test_reading_a_file_names_it_as_the_user_did(file: Path) -> None:
    file.write_text("- x")
    assert read_file(file, "./my events")[0].problems[0].path == "./my events"
    assert read_file(file)[0].problems[0].path == str(file)


@pytest.mark.parametrize(
    ("name", "code", "remedy"),
    [
        ("nowhere.yaml", "no-file", "check the name"),
        (".", "no-file", "name an events file in it"),
        ("events.yaml/events.yaml", "unreadable", "check the file and its rights"),
        ("a\0b", "unreadable", "check the file and its rights"),
        ("x" * 5000, "unreadable", "check the file and its rights"),
    ],
)
def test_what_cannot_be_opened_is_a_problem(file: Path, name: str, code: str, remedy: str) -> None:
    reading, text = read_file(file.parent / name)
    assert text == ""
    assert reading.book is None
    [problem] = reading.problems
    assert (problem.line, problem.column, problem.code) == (1, 1, code)
    assert problem.message.endswith(remedy)


def test_a_file_beyond_all_measure_is_not_read(file: Path) -> None:
    with file.open("wb") as opened:
        opened.truncate(LARGEST + 1)
    [problem] = read_file(file)[0].problems
    assert (problem.code, problem.message) == (
        "too-large",
        "larger than 64 MiB: split it into several files",
    )
