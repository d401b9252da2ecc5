"""All fields of an event given anew: only those that differ are touched."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.writing.editing import edit_text, event_fields
from dashboard.writing.edits import ReplaceEvent
from tests.writing.properties import (
    REQUIRED,
    WITH_EVENTS,
    alike,
    changed_event,
    check_edited,
    events_of,
    ids_of,
    some_fields,
    text_of,
)


@settings(max_examples=500)
@given(st.sampled_from(WITH_EVENTS), st.integers(0, 50), some_fields, st.data())
def test_fields_are_replaced(
    name: str, number: int, fields: dict[str, Any], data: st.DataObject
) -> None:
    text = text_of(name)
    ids, events = ids_of(text), events_of(text)
    k = number % len(ids)
    optional = [key for key in events[k] if key not in (*REQUIRED, "id")]
    gone = data.draw(st.lists(st.sampled_from(optional), unique=True)) if optional else []
    given_anew = changed_event(dict(event_fields(text, ids[k])), {**dict.fromkeys(gone), **fields})
    edit = ReplaceEvent(ids[k], given_anew)
    edited = edit_text(text, edit, name)
    (old, found) = events[k], events_of(edited.new)[k]
    for key in given_anew:
        if given_anew[key] == old.get(key):
            assert alike(found[key]) == alike(old[key])
    again = edit_text(edited.new, edit, name)
    assert again.new == edited.new, "nothing differs any more"
    check_edited(edited, edit, {ids[k]: found})


@settings(max_examples=200)
@given(st.sampled_from(WITH_EVENTS), st.integers(0, 50))
def test_what_does_not_differ_is_not_touched(name: str, number: int) -> None:
    text = text_of(name)
    ids = ids_of(text)
    event_id = ids[number % len(ids)]
    same = event_fields(text, event_id)
    assert edit_text(text, ReplaceEvent(event_id, same), name).new == text
