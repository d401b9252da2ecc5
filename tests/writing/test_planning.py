"""Ids and links: no edit changes the id of an event, and none breaks a link."""

from __future__ import annotations

import pytest

from dashboard.model.letters import slug
from dashboard.reading import events
from dashboard.writing.editing import edit_text
from dashboard.writing.edits import AddEvent, ChangeEvent, DeleteEvent, Value
from dashboard.writing.errors import InvalidEventError, LinkedEventError, NoSuchEventError
from tests.writing.properties import ids_of

TWINS = "- {date: 2023, title: Twin, actors: Japan}\n- {date: 2023, title: Twin, actors: Russia}\n"
LINKED = (
    "- {date: 2023, title: A, actors: Japan}\n"
    "- {date: 2024, title: B, actors: Russia, links: {follows: [2023-a], corrects: 2023-a}}\n"
    "- {date: 2025, title: C, actors: Russia, links: {follows: [2024-b, 2023-a]}}\n"
)
TWIN: dict[str, Value | None] = {"date": "2023", "title": "Twin", "actors": ["NO"]}


def test_an_id_is_written_only_where_it_would_collide() -> None:
    assert "id:" not in edit_text("", AddEvent(TWIN)).new
    edited = edit_text(TWINS, AddEvent(TWIN))
    assert edited.event_id == "2023-twin-3"
    assert "id: 2023-twin-3}" in edited.new


def test_an_id_of_another_event_is_refused_beside_its_field() -> None:
    for text, word in ((TWINS, "2023-twin-2"), (TWINS.replace("date", "id: x, date", 1), "x")):
        with pytest.raises(InvalidEventError) as caught:
            edit_text(text, AddEvent({**TWIN, "id": word}))
        (found,) = caught.value.problems
        assert (found.field, found.problem.code) == ("id", "duplicate-id")
        assert f'id "{word}" is taken by the event on line' in found.problem.message


def test_a_new_title_does_not_change_the_id() -> None:
    edited = edit_text(LINKED, ChangeEvent("2023-a", {"title": "Another"}))
    assert edited.event_id == "2023-a"
    assert "- {date: 2023, title: Another, actors: Japan, id: 2023-a}" in edited.new


def test_a_change_that_leaves_the_id_writes_none() -> None:
    assert "id:" not in edit_text(LINKED, ChangeEvent("2023-a", {"title": "a"})).new


def test_the_others_keep_theirs_as_well() -> None:
    edited = edit_text(TWINS, DeleteEvent("2023-twin"))
    assert edited.new == "- {date: 2023, title: Twin, actors: Russia, id: 2023-twin-2}\n"


def test_no_more_ids_are_written_than_are_needed() -> None:
    edited = edit_text(TWINS, ChangeEvent("2023-twin", {"title": "One"}))
    assert edited.new.count("id:") == 1
    assert ids_of(edited.new) == ["2023-twin", "2023-twin-2"]


def test_an_event_that_others_link_to_is_not_deleted() -> None:
    with pytest.raises(
        LinkedEventError, match=r'^"2023-a" is linked from 2024-b, 2025-c: '
    ) as caught:
        edit_text(LINKED, DeleteEvent("2023-a"))
    assert caught.value.by == ("2024-b", "2025-c")


def test_unless_the_links_are_to_go_as_well() -> None:
    assert edit_text(LINKED, DeleteEvent("2023-a", unlink=True)).new == (
        "- {date: 2024, title: B, actors: Russia}\n"
        "- {date: 2025, title: C, actors: Russia, links: {follows: [2024-b]}}\n"
    )


def test_an_id_that_others_link_to_is_not_changed() -> None:
    with pytest.raises(LinkedEventError):
        edit_text(LINKED, ChangeEvent("2024-b", {"id": "b"}))
    edited = edit_text(LINKED, ChangeEvent("2025-c", {"id": "c"}))
    assert (edited.event_id, ids_of(edited.new)[2]) == ("c", "c")


def test_an_id_may_go_where_nobody_links_to_it() -> None:
    text = "- {id: x, date: 2023, title: A, actors: Japan}\n"
    edited = edit_text(text, ChangeEvent("x", {"id": None}))
    assert edited.event_id == "2023-a"
    assert edited.new == "- {date: 2023, title: A, actors: Japan}\n"


def test_an_unknown_id_is_answered_with_the_nearest() -> None:
    with pytest.raises(NoSuchEventError, match='did you mean "2023-twin"'):
        edit_text(TWINS, DeleteEvent("2023-twim"))


def test_ids_of_many_events_of_one_title_are_settled_in_few_rounds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without the first event, each of the others would get the id of the one before it."""
    generated = 0

    def counted(text: str) -> str:
        nonlocal generated
        generated += 1
        return slug(text)

    monkeypatch.setattr(events, "slug", counted)
    text = "- {date: 2023, title: Talks, actors: Japan}\n" * 100
    before = ids_of(text)
    generated = 0
    edited = edit_text(text, DeleteEvent("2023-talks"))
    assert ids_of(edited.new) == before[1:]
    assert generated < 10 * 100
