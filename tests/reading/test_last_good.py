"""The stored copy: one for each file, replaced in one step, silent where it cannot be stored."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.reading.last_good import LastGood, OutdatedError


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    store = LastGood(tmp_path / "events.yaml", tmp_path / "cache")
    assert store.load() is None
    assert store.save("- a: 공동\r\n")
    assert store.load() == "- a: 공동\r\n"
    assert LastGood(tmp_path / "events.yaml", tmp_path / "cache").load() == "- a: 공동\r\n"


def test_each_file_has_its_own_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    LastGood(Path("events.yaml"), tmp_path).save("mine")
    assert LastGood(tmp_path / "events.yaml", tmp_path).load() == "mine"
    assert LastGood(tmp_path / "other.yaml", tmp_path).load() is None


def test_saving_leaves_one_file_for_the_user_alone(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    store = LastGood(tmp_path / "events.yaml", folder)
    for text in ("one", "two", "two"):
        assert store.save(text)
    [copy] = folder.iterdir()
    assert copy.read_bytes() == b"two"
    assert copy.stat().st_mode & 0o077 == 0
    assert folder.stat().st_mode & 0o077 == 0


def test_where_nothing_can_be_stored_it_is_empty(tmp_path: Path) -> None:
    blocked = tmp_path / "cache"
    blocked.write_text("a file where the folder should be")
    store = LastGood(tmp_path / "events.yaml", blocked)
    assert not store.save("text")
    assert store.load() is None


def test_a_copy_that_cannot_be_replaced_leaves_nothing_behind(tmp_path: Path) -> None:
    store = LastGood(tmp_path / "events.yaml", tmp_path / "cache")
    store.save("one")
    [copy] = (tmp_path / "cache").iterdir()
    copy.unlink()
    copy.mkdir()
    (copy / "in the way").touch()
    assert not store.save("two")
    assert list((tmp_path / "cache").iterdir()) == [copy]


def test_a_damaged_copy_is_none(tmp_path: Path) -> None:
    store = LastGood(tmp_path / "events.yaml", tmp_path / "cache")
    store.save("one")
    [copy] = (tmp_path / "cache").iterdir()
    copy.write_bytes(b"\xff\xfe")
    assert store.load() is None
    assert store.save("two")
    assert store.load() == "two"


def test_a_user_without_a_home_has_no_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    store = LastGood(tmp_path / "events.yaml")
    assert not store.save("text")
    assert store.load() is None


def test_where_no_copy_is_wanted_nothing_is_written(tmp_path: Path) -> None:
    store = LastGood(tmp_path / "events.yaml", tmp_path / "cache", keeps=False)
    store.hold()
    assert store.in_turn(lambda: "read") == (0, "read")
    assert store.save("text", 1) is None
    assert (store.load(), store.copy_state()) == (None, None)
    assert list(tmp_path.iterdir()) == []


def test_readings_are_numbered_over_all_processes(tmp_path: Path) -> None:
    one, two = (LastGood(tmp_path / "events.yaml", tmp_path / "cache") for _ in range(2))
    turns = [store.in_turn(lambda: "")[0] for store in (one, two, one)]
    assert turns == sorted(set(turns))
    assert min(turns) > 0


def test_what_was_read_earlier_does_not_replace_what_was_read_later(tmp_path: Path) -> None:
    one, two = (LastGood(tmp_path / "events.yaml", tmp_path / "cache") for _ in range(2))
    early, late = one.in_turn(lambda: "")[0], two.in_turn(lambda: "")[0]
    assert two.save("new", late)
    with pytest.raises(OutdatedError):
        one.save("old", early)
    assert one.load() == "new"
    assert two.save("new again", late)
    assert one.save("newest", one.in_turn(lambda: "")[0])


def test_a_copy_of_an_earlier_version_of_this_program_is_replaced(tmp_path: Path) -> None:
    store = LastGood(tmp_path / "events.yaml", tmp_path / "cache")
    store.save("old")  # without any number
    assert store.save("new", store.in_turn(lambda: "")[0])


@pytest.mark.parametrize("text", ["", "x", "1", "9" * 200])
def test_damaged_numbers_begin_again(tmp_path: Path, text: str) -> None:
    store = LastGood(tmp_path / "events.yaml", tmp_path / "cache")
    store.save("old")
    assert store.path is not None
    store.path.with_suffix(".turns").write_text(text)
    assert store.save("new", store.in_turn(lambda: "")[0])
    assert store.load() == "new"
