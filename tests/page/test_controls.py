"""The controls: their values make a selection, and a selection makes their values."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.page.controls import CONTROLS, from_controls, to_controls
from dashboard.query.selection import Selection, Unknown
from tests.benchmarks.worlds import world
from tests.examples import shipped
from tests.query.books import selections

EVENTS = st.sampled_from(["", "treaty", "joint-statement"])
UNKNOWN = st.lists(st.builds(Unknown, st.text(), st.text(), st.text()), max_size=2).map(tuple)


def without_first_view(selection: Selection) -> Selection:
    """The same selection, in which the view that a file begins with is no choice."""
    first = replace(selection, relations="")
    return first if first.view_of_relations(shipped()) == selection.relations else selection


@given(selections(), EVENTS, UNKNOWN)
def test_a_selection_comes_back_from_the_controls(
    selection: Selection, event: str, unknown: tuple[Unknown, ...]
) -> None:
    selection = replace(selection, event=event, unknown=unknown)
    back = from_controls(to_controls(selection, shipped()), shipped())
    assert back == without_first_view(selection)
    assert back.unknown == unknown


@given(selections(), EVENTS, UNKNOWN)
def test_it_also_comes_back_through_the_browser_which_speaks_json(
    selection: Selection, event: str, unknown: tuple[Unknown, ...]
) -> None:
    selection = replace(selection, event=event, unknown=unknown)
    values = json.loads(json.dumps(to_controls(selection, shipped())))
    back = from_controls(values, shipped())
    assert back == without_first_view(selection)
    assert back.unknown == unknown


@pytest.mark.parametrize("nothing", [None, ""])
def test_controls_that_were_never_set_choose_nothing(nothing: str | None) -> None:
    values = dict.fromkeys(CONTROLS, nothing)
    assert from_controls(values, shipped()) == Selection()


def values(**changed: object) -> dict[str, object]:
    """The values of controls that choose nothing, but for those named by their field."""
    assert changed.keys() <= CONTROLS.keys()
    return to_controls(Selection(), shipped()) | changed


def test_the_control_shows_the_view_that_a_file_begins_with() -> None:
    large = world(500, countries=30)
    for tables, first, other in ((shipped(), "network", "matrix"), (large, "matrix", "network")):
        assert to_controls(Selection(), tables)["relations"] == first
        assert to_controls(Selection(relations=other), tables)["relations"] == other
        assert from_controls(values(relations=first), tables).relations == ""
        assert from_controls(values(relations=other), tables).relations == other


def test_each_control_sets_what_it_says() -> None:
    tables = shipped()
    assert from_controls(values(countries=["JPN"]), tables) == Selection(countries=("JPN",))
    assert from_controls(values(match="all"), tables) == Selection(match="all")
    assert from_controls(values(types=["visit"]), tables) == Selection(types=("visit",))
    assert from_controls(values(statuses=["alleged"]), tables).statuses == ("alleged",)
    assert from_controls(values(text="  two  words "), tables).text == "two words"
    assert from_controls(values(lanes="type"), tables).lanes == "type"
    assert from_controls(values(event="treaty"), tables).event == "treaty"
    assert from_controls(values(as_known_on="2024"), tables).as_known_on == "2024"
    assert from_controls(values(pins=["JPN"]), tables).pins == ("JPN",)
    assert from_controls(values(others=True), tables).others == "open"
    assert from_controls(values(links=True), tables).links == "all"


def test_a_day_that_is_none_is_said_and_not_used() -> None:
    selection = from_controls(values(as_known_on="soon"), shipped())
    assert selection.as_known_on == ""
    ((name, value, _reason),) = selection.unknown
    assert (name, value) == ("as_known_on", "soon")


@pytest.mark.parametrize("text", ["soon", "20 Oktober", "../2023"])
def test_a_text_that_is_not_a_day_stays_in_its_field_until_it_is_corrected(text: str) -> None:
    query = [("as_known_on", text), ("colour", "red")]
    given = to_controls(Selection.from_query(query, shipped(), strict=False), shipped())
    assert given["as_known_on"] == text
    kept = from_controls(given, shipped()).unknown
    assert {part.name for part in kept} == {"as_known_on", "colour"}
    corrected = from_controls(given | {"as_known_on": "2024"}, shipped())
    assert [part.name for part in corrected.unknown] == ["colour"]


def test_a_gesture_makes_a_window_of_whole_days() -> None:
    window = from_controls(values(window=[1_696_118_411.5, 1_703_980_799.0]), shipped()).window
    assert window is not None
    assert window.texts() == ("2023-10-01", "2023-12-30")


def test_an_event_that_the_file_has_lost_is_closed() -> None:
    assert from_controls(values(event="gone"), shipped()).event == ""


def test_a_country_that_the_file_has_lost_stays_chosen() -> None:
    assert from_controls(values(countries=["CHL"]), shipped()).countries == ("CHL",)


@pytest.mark.parametrize("dyad", [None, []])
def test_no_dyad_is_none(dyad: object) -> None:
    assert from_controls(values(beyond={"dyads": dyad}), shipped()).dyads == ()
