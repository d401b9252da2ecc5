"""Undo and redo: step by step, within limits, and only while the file is as a step left it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.writing.edits import AddEvent
from dashboard.writing.errors import ConflictError, StoreError
from dashboard.writing.history import History
from dashboard.writing.store import EventsFile

TEXT = "- {id: one, date: 2023, title: One, actors: [Japan]}\n"


class Edited:
    """A file with its history, and its texts after each save."""

    def __init__(self, folder: Path, *, keeps: bool, **limits: int) -> None:
        self.path = folder / "events.yaml"
        self.path.write_text(TEXT, "utf-8")
        self.file = EventsFile(self.path, folder / "cache", keeps=keeps)
        self.history = History(self.file, **limits)
        self.texts = [TEXT]

    def save(self, title: str) -> None:
        fields = {"date": "2024", "title": title, "actors": ["Japan"]}
        self.history.add(self.file.save(AddEvent(fields)))
        self.texts.append(self.path.read_text("utf-8"))

    def take(self, kind: str) -> str | None:
        step = self.history.take(kind, self.file.read().revision)
        return step and step.event

    def copies(self) -> list[str]:
        paths = self.path.parent.glob("cache/steps/*/*.yaml")
        return [path.read_text("utf-8") for path in sorted(paths)]


@pytest.fixture(params=[True, False], ids=["in the cache folder", "in memory"])
def edited(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Edited]:
    edited = Edited(tmp_path, keeps=request.param)
    for title in ("A", "B", "C"):
        edited.save(title)
    yield edited
    assert bool(edited.copies()) == request.param


def test_all_saves_are_undone_and_redone_in_their_order(edited: Edited) -> None:
    for kind, numbers, events in (
        ("undo", (2, 1, 0), ["2024-c", "2024-b", "2024-a"]),
        ("redo", (1, 2, 3), ["2024-a", "2024-b", "2024-c"]),
        ("undo", (2, 1, 0), ["2024-c", "2024-b", "2024-a"]),
    ):
        for number, event in zip(numbers, events, strict=True):
            assert edited.take(kind) == event
            assert edited.path.read_text("utf-8") == edited.texts[number]
        assert edited.take(kind) is None


def test_a_save_after_an_undo_ends_redo(edited: Edited) -> None:
    edited.take("undo")
    edited.save("D")
    assert edited.take("redo") is None
    assert edited.history.events("undo", edited.file.read().revision) == [
        "2024-a",
        "2024-b",
        "2024-d",
    ]


def test_a_change_by_others_is_not_undone(edited: Edited) -> None:
    edited.path.write_text(edited.texts[-1] + "# more\n", "utf-8")
    with pytest.raises(ConflictError):
        edited.take("undo")
    edited.save("D")  # the saves before the change of others cannot be undone past it
    assert edited.take("undo") == "2024-d"
    assert edited.take("undo") is None
    assert edited.path.read_text("utf-8").endswith("# more\n")


@pytest.mark.parametrize("limits", [{"most": 2}, {"most_bytes": 320}])
def test_the_oldest_steps_go_first(tmp_path: Path, limits: dict[str, int]) -> None:
    edited = Edited(tmp_path, keeps=True, **limits)
    for title in "ABCD":
        edited.save(title)
    assert edited.copies() == edited.texts[2:4]
    assert [edited.take("undo"), edited.take("undo"), edited.take("undo")] == [
        "2024-d",
        "2024-c",
        None,
    ]


def test_a_lost_copy_is_reported_and_changes_nothing(tmp_path: Path) -> None:
    edited = Edited(tmp_path, keeps=True)
    edited.save("A")
    for copy in tmp_path.glob("cache/steps/*/*.yaml"):
        copy.unlink()
    with pytest.raises(StoreError, match="undo it in the file"):
        edited.take("undo")
    assert edited.path.read_text("utf-8") == edited.texts[-1]
