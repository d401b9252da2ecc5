"""Kept copies: bounded in number, size and age; those in use stay."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.files import copies
from dashboard.files.copies import prune
from dashboard.reading.last_good import LastGood
from dashboard.reading.watched import WatchedFile
from dashboard.writing.backups import back_up
from tests.examples import REPOSITORY

DAY = 86_400


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def keep(folder: Path, name: str, age: float = 0) -> Path:
    """Keep a last good version, last used some days ago."""
    store = LastGood(folder.parent / name, folder)
    store.save("- text")
    assert store.path is not None
    aged(store.path, age)
    return store.path


def aged(path: Path, days: float) -> None:
    then = path.stat().st_mtime - days * DAY
    os.utime(path, (then, then))


def test_only_the_copies_used_last_stay(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "MOST_FILES", 3)
    kept = [keep(folder, f"{number}.yaml", age=10 - number) for number in range(6)]
    prune(folder)
    assert [path.exists() for path in kept] == [False] * 3 + [True] * 3


def test_copies_do_not_grow_with_the_files_that_are_watched(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "MOST_FILES", 5)
    for number in range(12):
        file = folder.parent / f"{number}.yaml"
        file.write_text("- {date: 2023, title: A, actors: Japan}")
        WatchedFile(file, lambda book: book, LastGood(file, folder))
    assert len(list(folder.glob("*.yaml"))) == 5
    assert len(list(folder.iterdir())) <= 11


def test_copies_of_every_kind_count_together(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "MOST_BYTES", 250)
    old = back_up(folder.parent / "a.yaml", b"x" * 100, folder)
    assert old is not None
    aged(old, 2)
    new = back_up(folder.parent / "b.yaml", b"x" * 200, folder)
    assert new is not None
    prune(folder)
    assert (old.exists(), old.parent.exists(), new.exists()) == (False, False, True)


def test_old_copies_go(folder: Path) -> None:
    old, new = keep(folder, "old.yaml", age=181), keep(folder, "new.yaml", age=179)
    prune(folder)
    assert (old.exists(), new.exists()) == (False, True)


def test_a_copy_in_use_stays_however_old_it_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = folder.parent / "used.yaml"
    used = keep(folder, "used.yaml", age=400)
    store = LastGood(file, folder)
    store.hold()
    backup = back_up(file, b"first", folder)
    newer = back_up(file, b"second", folder)
    assert backup is not None
    assert newer is not None
    aged(backup, 400)
    aged(newer, 399)
    monkeypatch.setattr(copies, "MOST_FILES", 0)
    prune(folder)
    assert (used.exists(), backup.exists(), newer.exists()) == (True, False, True)
    del store
    prune(folder)
    assert [path for path in folder.rglob("*") if path.is_file()] == []


def test_a_copy_that_another_process_uses_stays(folder: Path) -> None:
    used = keep(folder, "used.yaml", age=400)
    code = (
        "import sys; from pathlib import Path; from dashboard.reading.last_good import LastGood\n"
        "store = LastGood(Path(sys.argv[1]), Path(sys.argv[2])); store.hold()\n"
        "print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(folder.parent / "used.yaml"), str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        prune(folder)
        assert used.exists()
        process.communicate()
    prune(folder)
    assert not used.exists()


def test_a_copy_that_is_still_used_gets_a_new_time(folder: Path) -> None:
    path = keep(folder, "events.yaml", age=179)
    before = path.stat().st_mtime
    assert LastGood(folder.parent / "events.yaml", folder).save("- text")
    assert path.stat().st_mtime > before + 100 * DAY


def test_nothing_else_is_touched(folder: Path) -> None:
    folder.mkdir()
    others = [folder / name for name in ("events.yaml", "notes", "0" * 23 + ".yaml")]
    for path in others:
        path.touch()
        os.utime(path, (0, 0))
    prune(folder)
    assert all(path.exists() for path in others)


def test_what_killed_writers_left_goes_after_a_day(folder: Path) -> None:
    folder.mkdir()
    new, old = folder / f".{'0' * 24}.yaml.a.saving", folder / f".{'0' * 24}.yaml.b.saving"
    earlier = folder / "tmpabc.tmp"
    for path in (new, old, earlier):
        path.touch()
    for path in (old, earlier):
        os.utime(path, (0, 0))
    prune(folder)
    assert [path.exists() for path in (new, old, earlier)] == [True, False, False]


def test_without_a_folder_there_is_nothing_to_do(folder: Path) -> None:
    prune(folder)
    assert not folder.exists()
