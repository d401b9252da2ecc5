"""Saving: locked, checked against the caller's revision, replaced in one step, undone."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import tempfile
import threading
from functools import partial
from pathlib import Path
from typing import NoReturn

import pytest

from dashboard.files import replacing
from dashboard.files.lock import locked
from dashboard.reading.last_good import LastGood
from dashboard.reading.watched import WatchedFile
from dashboard.writing.edits import AddEvent, ChangeEvent, DeleteEvent
from dashboard.writing.errors import (
    BrokenFileError,
    BusyError,
    ConflictError,
    InvalidEventError,
    StoreError,
)
from dashboard.writing.store import EventsFile
from tests.examples import REPOSITORY

TEXT = "- {date: 2023, title: A, actors: Japan}  # first\n"
ADD = AddEvent({"date": "2024", "title": "B", "actors": ["Russia"]})
ADDED = TEXT + "- {date: 2024, title: B, actors: [Russia]}\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An events file, alone in its folder."""
    folder = tmp_path / "folder"
    folder.mkdir()
    file = folder / "events.yaml"
    file.write_bytes(TEXT.encode())
    return file


def beside(path: Path) -> list[str]:
    """What else is in the folder."""
    return [file.name for file in path.parent.iterdir() if file != path]


def test_an_edit_is_written(path: Path) -> None:
    saved = EventsFile(path).save(ADD)
    assert path.read_text("utf-8") == ADDED
    assert (saved.edited.event_id, saved.edited.line) == ("2024-b", 2)
    assert beside(path) == []


def test_a_preview_writes_nothing(path: Path) -> None:
    edited = EventsFile(path).preview(ADD)
    assert edited.new == ADDED
    assert edited.diff().splitlines()[-1] == "+- {date: 2024, title: B, actors: [Russia]}"
    assert path.read_text("utf-8") == TEXT


def test_revisions_are_those_of_the_watched_file(path: Path) -> None:
    store = EventsFile(path)
    assert store.read().revision == WatchedFile(path, lambda book: book).current().revision
    saved = store.save(ADD, store.read().revision)
    assert saved.revision == WatchedFile(path, lambda book: book).current().revision


def test_an_edit_of_an_older_version_is_a_conflict(path: Path) -> None:
    store = EventsFile(path)
    seen = store.read().revision
    store.save(ADD)
    with pytest.raises(ConflictError) as caught:
        store.save(DeleteEvent("2023-a"), seen)
    assert caught.value.text == ADDED
    store.save(DeleteEvent("2023-a"), caught.value.revision)
    assert path.read_text("utf-8") == "- {date: 2024, title: B, actors: [Russia]}\n"


def test_undo_restores_every_byte(path: Path) -> None:
    store = EventsFile(path)
    saved = store.save(ADD)
    store.restore(saved.revision, saved.before.data)
    assert path.read_bytes() == TEXT.encode()


def test_undo_takes_back_nothing_but_its_own_edit(path: Path) -> None:
    store = EventsFile(path)
    saved = store.save(ADD)
    path.write_text(ADDED + "# more\n")
    with pytest.raises(ConflictError):
        store.restore(saved.revision, saved.before.data)
    assert path.read_text() == ADDED + "# more\n"


def test_an_edit_that_changes_nothing_does_not_touch_the_file(path: Path) -> None:
    before = path.stat()
    EventsFile(path).save(ChangeEvent("2023-a", {"title": "A"}))
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_the_version_before_the_first_edit_is_kept(path: Path, tmp_path: Path) -> None:
    store = EventsFile(path, backups=tmp_path / "cache")
    first = store.save(ADD)
    second = store.save(DeleteEvent("2024-b"))
    assert first.backup is not None
    assert first.backup == second.backup
    assert first.backup.read_bytes() == TEXT.encode()
    assert stat.S_IMODE(first.backup.stat().st_mode) == 0o600
    assert len(list((tmp_path / "cache").rglob("*.yaml"))) == 1


def test_an_edit_is_made_even_where_no_copy_can_be(path: Path, tmp_path: Path) -> None:
    (tmp_path / "no folder").write_text("")
    saved = EventsFile(path, backups=tmp_path / "no folder").save(ADD)
    assert saved.backup is None
    assert path.read_text() == ADDED


def test_every_level_of_the_copies_is_private(path: Path, tmp_path: Path) -> None:
    cache = tmp_path / "new" / "cache"
    saved = EventsFile(path, backups=cache).save(ADD)
    assert saved.backup is not None
    for level in (saved.backup.parent, cache / "backups", cache, cache.parent):
        assert stat.S_IMODE(level.stat().st_mode) == 0o700
    for level in (saved.backup.parent, cache / "backups", cache):
        level.chmod(0o755)
    EventsFile(path, backups=cache).save(DeleteEvent("2024-b"))
    for level in (saved.backup.parent, cache / "backups", cache):
        assert stat.S_IMODE(level.stat().st_mode) == 0o700


def test_without_copies_nothing_is_written_to_the_cache(path: Path, tmp_path: Path) -> None:
    saved = EventsFile(path, backups=tmp_path / "cache", keeps=False).save(ADD)
    assert saved.backup is None
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("mode", [0o444, 0o400, 0o555])
def test_a_write_protected_file_is_refused(path: Path, mode: int) -> None:
    store = EventsFile(path)
    saved = store.save(ADD)
    path.chmod(mode)
    undo = partial(store.restore, saved.revision, saved.before.data)
    for save in (lambda: store.save(DeleteEvent("2024-b")), undo):
        with pytest.raises(StoreError, match="is write-protected: make it writable first"):
            save()
    assert path.read_text() == ADDED
    assert beside(path) == []


@pytest.mark.parametrize("text", ["", "# yaml-language-server: $schema=x\n", "title: A\nevents:\n"])
def test_a_file_that_lost_its_events_is_not_begun_again(
    path: Path, tmp_path: Path, text: str
) -> None:
    """Its one new event would replace the last good version of all."""
    cache = tmp_path / "cache"
    store = EventsFile(path, backups=cache)
    WatchedFile(path, lambda book: book, LastGood(path, cache))
    path.write_text(text)
    for save in (store.check_writable, lambda: store.save(ADD)):
        with pytest.raises(StoreError, match="has lost its events: put them back from") as caught:
            save()
    assert path.read_text() == text
    kept = LastGood(path, cache).path
    assert kept is not None
    assert str(kept) in str(caught.value)
    path.write_text("events: []\n")
    store.save(ADD)


def test_the_last_event_may_be_deleted(path: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    store = EventsFile(path, backups=cache)
    watched = WatchedFile(path, lambda book: book, LastGood(path, cache))
    saved = store.save(DeleteEvent("2023-a"))
    assert watched.current().good
    assert watched.current().content.events == ()
    store.save(ADD)
    path.write_bytes(saved.before.data)
    store.save(ADD)


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to("folder/events.yaml")
    EventsFile(link).save(ADD)
    assert link.is_symlink()
    assert path.read_text() == ADDED
    assert not path.is_symlink()


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_the_mode_stays(path: Path, mode: int) -> None:
    path.chmod(mode)
    EventsFile(path).save(ADD)
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_the_owner_stays(path: Path) -> None:
    if os.geteuid() == 0:  # only root can give a file away
        os.chown(path, 1234, 2345)
    owner = (path.stat().st_uid, path.stat().st_gid)
    EventsFile(path).save(ADD)
    assert (path.stat().st_uid, path.stat().st_gid) == owner


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")],
)
def test_the_encoding_stays(path: Path, mark: bytes, encoding: str) -> None:
    path.write_bytes(mark + TEXT.encode(encoding))
    EventsFile(path).save(ADD)
    assert path.read_bytes() == mark + ADDED.encode(encoding)


def full_disk(*_: object) -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("step", ["fsync", "fchmod"])
def test_a_full_disk_loses_nothing(path: Path, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replacing.os, step, full_disk)
    with pytest.raises(StoreError, match=r"cannot be saved \(no space left on device\)"):
        EventsFile(path).save(ADD)
    assert path.read_text() == TEXT
    assert beside(path) == []


def test_a_folder_without_rights_loses_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(replacing.tempfile, "mkstemp", refuse)
    with pytest.raises(StoreError, match=r"cannot be saved \(permission denied\)"):
        EventsFile(path).save(ADD)
    assert path.read_text() == TEXT


SAVE = """
import os, sys
from pathlib import Path
from dashboard.writing.edits import AddEvent
from dashboard.writing.errors import StoreError
from dashboard.writing.store import EventsFile
file = EventsFile(Path(sys.argv[1]))
edit = AddEvent({"date": "2024", "title": "B", "actors": ["NO"]})
file.preview(edit)  # loads all that an edit takes
if os.geteuid() == 0:  # root may write everywhere
    os.setuid(65534)
try:
    file.save(edit)
except StoreError as error:
    print(error)
"""


def test_a_folder_that_is_read_only_loses_nothing() -> None:
    # Not below pytest's own folder, which nobody else may enter.
    with tempfile.TemporaryDirectory(dir="/var/tmp") as name:
        folder = Path(name)
        path = folder / "events.yaml"
        path.write_text(TEXT)
        path.chmod(0o666)
        folder.chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-c", SAVE, str(path)],
            capture_output=True,
            check=True,
            text=True,
            cwd="/",
            env={**os.environ, "PYTHONPATH": str(REPOSITORY), "XDG_CACHE_HOME": f"{name}/none"},
        )
        folder.chmod(0o755)
        assert "cannot be saved (permission denied)" in done.stdout
        assert path.read_text() == TEXT
        assert beside(path) == []


def test_a_file_that_vanished(path: Path) -> None:
    path.unlink()
    with pytest.raises(StoreError, match="there is no such file"):
        EventsFile(path).save(ADD)
    assert beside(path) == []


def test_a_file_that_vanishes_meanwhile(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync = os.fsync

    def vanish(handle: int) -> None:
        path.unlink(missing_ok=True)
        sync(handle)

    monkeypatch.setattr(replacing.os, "fsync", vanish)
    with pytest.raises(StoreError, match="there is no such file"):
        EventsFile(path).save(ADD)
    assert beside(path) == []


def test_an_editor_that_saves_meanwhile_wins(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sync = os.fsync

    def save_too(handle: int) -> None:
        path.write_text(TEXT + "# mine\n")
        sync(handle)

    monkeypatch.setattr(replacing.os, "fsync", save_too)
    with pytest.raises(ConflictError) as caught:
        EventsFile(path).save(ADD)
    assert caught.value.text == TEXT + "# mine\n"
    assert path.read_text() == TEXT + "# mine\n"
    assert beside(path) == []


def test_an_editor_that_empties_the_file_first_is_waited_for(path: Path) -> None:
    path.write_bytes(b"")
    timer = threading.Timer(0.05, path.write_text, [TEXT])
    timer.start()
    EventsFile(path).save(ADD)
    timer.join()
    assert path.read_text() == ADDED


def test_a_folder_is_no_file(path: Path) -> None:
    with pytest.raises(StoreError, match="this is a folder"):
        EventsFile(path.parent).save(ADD)


def test_links_that_form_a_ring(tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")
    with pytest.raises(StoreError):
        EventsFile(tmp_path / "one").save(ADD)


def test_a_file_with_errors_is_not_edited(path: Path) -> None:
    path.write_text(TEXT + "- {date: 2024, title: B, actors: Koria}\n")
    with pytest.raises(BrokenFileError) as caught:
        EventsFile(path).save(DeleteEvent("2023-a"))
    assert [problem.code for problem in caught.value.problems] == ["unknown-actor"]


def test_a_file_that_is_no_text(path: Path) -> None:
    path.write_bytes(b"- \xff\n")
    with pytest.raises(BrokenFileError, match="is not UTF-8"):
        EventsFile(path).save(ADD)
    assert path.read_bytes() == b"- \xff\n"


def test_values_that_are_invalid_are_not_written(path: Path) -> None:
    with pytest.raises(InvalidEventError):
        EventsFile(path).save(AddEvent({"date": "2024", "title": "B"}))
    assert path.read_text() == TEXT


def test_another_process_is_waited_for_only_so_long(path: Path) -> None:
    with locked(path), pytest.raises(BusyError, match="try again"):
        EventsFile(path, patience=0.05).save(ADD)
    assert path.read_text() == TEXT
    EventsFile(path, patience=0.05).save(ADD)


def test_threads_take_turns(path: Path) -> None:
    store = EventsFile(path)

    def add(name: str) -> None:
        for number in range(5):
            store.save(AddEvent({"date": "2024", "title": f"{name} {number}", "actors": ["NO"]}))

    threads = [threading.Thread(target=add, args=[name]) for name in "XYZ"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert path.read_text().count("\n") == 16


def test_what_a_killed_writer_left_is_cleared(path: Path) -> None:
    old = path.parent / ".events.yaml.abc.saving"
    new = path.parent / ".events.yaml.def.saving"
    for file in (old, new):
        file.write_text("half")
    os.utime(old, (0, 0))
    EventsFile(path).save(ADD)
    assert beside(path) == [new.name]
