"""Versions that are remembered: the latest ones, never more than fit."""

from __future__ import annotations

import gc
import random
from pathlib import Path

from dashboard.web.editing import Editor
from dashboard.web.remembered import Remembered
from dashboard.writing.edits import AddEvent
from dashboard.writing.store import Saved


def noise(size: int, seed: int = 0) -> bytes:
    return random.Random(seed).randbytes(size)


def test_a_version_comes_back_byte_for_byte() -> None:
    versions = Remembered()
    versions.keep("after", "before", noise(1_000))
    found = versions.find("after")
    assert found == ("before", noise(1_000))
    assert versions.find("before") is None


def test_the_oldest_are_forgotten_beyond_a_number() -> None:
    versions = Remembered(most=3)
    for number in range(5):
        versions.keep(str(number), "", b"text")
    assert [bool(versions.find(str(number))) for number in range(5)] == [False] * 2 + [True] * 3


def test_the_oldest_are_forgotten_beyond_a_size_but_never_the_last() -> None:
    versions = Remembered(most_bytes=10_000)
    for number in range(5):
        versions.keep(str(number), "", noise(4_000, number))
    assert [bool(versions.find(str(number))) for number in range(5)] == [False] * 3 + [True] * 2
    versions.keep("large", "", noise(50_000))
    assert versions.find("large") == ("", noise(50_000))
    assert versions.find("4") is None
    versions.keep("small", "", b"")
    assert versions.find("large") is None


def test_a_version_that_comes_again_replaces_the_earlier() -> None:
    versions = Remembered(most_bytes=10_000)
    for number in range(9):
        versions.keep("same", str(number), noise(4_000, number))
    versions.keep("other", "", noise(4_000))
    assert versions.find("same") == ("8", noise(4_000, 8))


def test_edit_mode_remembers_bytes_and_no_readings(tmp_path: Path) -> None:
    file = tmp_path / "events.yaml"
    file.write_text("- {id: one, date: 2023, title: One, actors: [Japan]}\n", "utf-8")
    editor = Editor(file)
    before = [file.read_bytes()]
    revisions = [editor.file.read().revision]
    for number in range(3):
        added = AddEvent({"date": "2024", "title": f"Added {number}", "actors": ["Japan"]})
        revisions.append(editor.save(added, revisions[-1]).revision)
        before.append(file.read_bytes())
    gc.collect()
    assert not any(isinstance(each, Saved) for each in gc.get_objects())
    for number in (2, 1, 0):
        step = editor.history.take("undo", revisions[number + 1])
        assert step is not None
        assert step.end == revisions[number]
        assert file.read_bytes() == before[number]
    assert editor.history.take("undo", revisions[0]) is None
