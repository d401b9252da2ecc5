"""An event added to any file: it stands at the end, and all else is as it was."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.writing.edits import AddEvent
from tests.writing.corpus import NAMES
from tests.writing.properties import check, text_of, whole_events


@settings(max_examples=500)
@given(st.sampled_from(NAMES), whole_events)
def test_an_event_is_added(name: str, fields: dict[str, Any]) -> None:
    edited = check(name, AddEvent(fields), {"": fields})
    removed = [row for row in edited.diff(0).splitlines()[2:] if row.startswith("-")]
    # A line may be taken up for a comma, for what stands instead of a list, for a line end.
    assert len(removed) <= 2, edited.diff()
    assert len(edited.new) > len(text_of(name)) - len("null")
