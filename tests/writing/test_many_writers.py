"""Eight processes add to one file at once, while a reader looks all the time."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

from dashboard.reading.watched import read_file
from dashboard.writing.edits import AddEvent
from dashboard.writing.store import EventsFile

WRITERS, EACH = 8, 25


def add_all(path: Path, writer: int) -> None:
    """Add events one by one, as a process of its own."""
    store = EventsFile(path, patience=60)
    for number in range(EACH):
        fields = {"date": "2024-05-06", "title": f"Event {writer}-{number}", "actors": ["Japan"]}
        store.save(AddEvent({**fields}))


def test_no_event_is_lost_or_doubled(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("# all of them\n- {date: 2023, title: First, actors: Japan}\n")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])  # so that each writer saves from its first moment
    writers = [context.Process(target=add_all, args=[path, k]) for k in range(WRITERS)]
    for writer in writers:
        writer.start()
    looks = 0
    least = 1
    while any(writer.is_alive() for writer in writers):
        book = read_file(path)[0].book
        assert book is not None, "the file is valid at every moment"
        assert len(book.events) >= least, "and nothing ever goes"
        least = len(book.events)
        looks += 1
        writers[looks % WRITERS].join(0.01)
    assert [writer.exitcode for writer in writers] == [0] * WRITERS
    assert looks > 10
    book = read_file(path)[0].book
    assert book is not None
    titles = [event.title for event in book.events]
    wanted = {f"Event {writer}-{number}" for writer in range(WRITERS) for number in range(EACH)}
    assert len(titles) == WRITERS * EACH + 1
    assert set(titles) == wanted | {"First"}
    assert [file.name for file in tmp_path.iterdir()] == ["events.yaml"]
