"""Choices as words and queries: chips, switches, and clearing the filters."""

from __future__ import annotations

from dataclasses import replace

from dashboard.analysis.choices import ESTABLISHED, list_chips, only_established
from dashboard.analysis.link_targets import clear_filters
from dashboard.query.selection import Selection
from tests.examples import shipped, tables_of


def test_clearing_keeps_the_lanes() -> None:
    selection = Selection.from_query(
        "country=JPN&type=visit&from=2023-10&lanes=type&event=treaty", shipped()
    )
    assert clear_filters(selection) == Selection(lanes="type")
    kept = Selection(pins=("JPN",), others="open", links="all")
    assert clear_filters(replace(kept, countries=("JPN",), event="treaty")) == kept


def test_events_in_doubt_are_left_out_and_shown_again_with_one_switch() -> None:
    assert ESTABLISHED == ("confirmed", "reported")
    off = only_established(Selection(countries=("JPN",)))
    assert off.query == "country=JPN&status=confirmed&status=reported"
    on = only_established(Selection.from_query(off.query, shipped()))
    assert (off.is_on, on.is_on, on.query) == (False, True, "country=JPN")


def test_names_of_any_script_stay_in_their_place() -> None:
    tables = tables_of("""
        actors: [{id: army, name: "\u202eالجيش", kind: armed_group}]
        events: [{date: 2023, title: A, actors: [army], targets: [Japan]}]
        """)
    chips = list_chips(
        Selection.from_query("actor=army&text=\u202ex&dyad=army:JPN", tables), tables
    )
    name = "\u2068\u202eالجيش\u2069"
    assert [chip.words for chip in chips] == [
        f"with {name}",
        f"{name} → Japan",
        "“\u2068\u202ex\u2069”",
    ]
