"""Fields removed from any event, and whole events: nothing else goes with them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.writing.edits import ChangeEvent, DeleteEvent
from tests.writing.properties import (
    REQUIRED,
    WITH_EVENTS,
    changed_event,
    check,
    events_of,
    ids_of,
    text_of,
)


@settings(max_examples=400)
@given(st.sampled_from(WITH_EVENTS), st.integers(0, 50), st.data())
def test_fields_are_removed(name: str, number: int, data: st.DataObject) -> None:
    text = text_of(name)
    ids, events = ids_of(text), events_of(text)
    k = number % len(ids)
    optional = [key for key in events[k] if key not in (*REQUIRED, "id")]
    keys = data.draw(st.lists(st.sampled_from(optional), unique=True)) if optional else []
    fields = dict.fromkeys(keys)
    check(name, ChangeEvent(ids[k], fields), {ids[k]: changed_event(events[k], fields)})


@settings(max_examples=400)
@given(st.sampled_from(WITH_EVENTS), st.integers(0, 50))
def test_an_event_is_deleted(name: str, number: int) -> None:
    text = text_of(name)
    ids, events = ids_of(text), events_of(text)
    k = number % len(ids)
    unlinked = {
        word: without_link(event, ids[k])
        for word, event in zip(ids, events, strict=True)
        if without_link(event, ids[k]) != event
    }
    check(name, DeleteEvent(ids[k], unlink=True), {**unlinked, ids[k]: None})


def without_link(event: dict[str, object], word: str) -> dict[str, object]:
    """An event without its links to another."""
    links = event.get("links")
    if not isinstance(links, dict):
        return event
    left = {kind: _without(ids, word) for kind, ids in links.items()}
    left = {kind: ids for kind, ids in left.items() if ids}
    rest = {key: value for key, value in event.items() if key != "links"}
    return {**rest, "links": left} if left else rest


def _without(ids: object, word: str) -> object:
    if isinstance(ids, list):
        return [other for other in ids if other != word]
    return "" if ids == word else ids
