"""Fields set in any event of any file: they read as they were given, and all else is as it was."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.writing.edits import ChangeEvent
from tests.writing.properties import (
    WITH_EVENTS,
    changed_event,
    check,
    events_of,
    ids_of,
    some_fields,
    text_of,
)


@settings(max_examples=500)
@given(st.sampled_from(WITH_EVENTS), st.integers(0, 50), some_fields)
def test_fields_are_set(name: str, number: int, fields: dict[str, Any]) -> None:
    text = text_of(name)
    ids, events = ids_of(text), events_of(text)
    k = number % len(ids)
    check(name, ChangeEvent(ids[k], fields), {ids[k]: changed_event(events[k], fields)})
