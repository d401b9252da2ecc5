"""The options of the filters: what the file holds, how often, and what was chosen before."""

from __future__ import annotations

from typing import Any

from dashboard.model.event_types import QUAD_CLASSES, event_types
from dashboard.model.labels import QUAD_CLASS_LABELS
from dashboard.page.options import country_options, type_options
from dashboard.query.selection import Selection
from tests.examples import shipped, tables_of


def labels(options: list[dict[str, Any]]) -> dict[str, list[str]]:
    return {group["group"]: [item["label"] for item in group["items"]] for group in options}


def test_countries_come_first_by_name_with_the_number_of_their_events() -> None:
    assert labels(country_options(shipped())) == {
        "Countries": [
            "Japan (5)",
            "North Korea (12)",
            "Russia (12)",
            "South Korea (5)",
            "Ukraine (1)",
            "United States (7)",
        ],
        "Organisations and others": ["NATO (1)", "UN Security Council (1)"],
    }


def test_a_country_with_several_roles_in_an_event_counts_once() -> None:
    tables = tables_of("""
        actors:
          - {id: one, name: One, kind: person, country: Japan}
          - {id: two, name: Two, kind: person, country: Japan}
        events: [{date: 2023, title: An act, actors: [one, two], targets: [Japan]}]
        """)
    assert labels(country_options(tables)) == {"Countries": ["Japan (1)"]}


def test_an_option_finds_as_many_events_as_it_says() -> None:
    tables = shipped()
    for name, options in (("country", country_options), ("type", type_options)):
        for group in options(tables):
            for item in group["items"]:
                chosen = Selection.from_query([(name, item["value"])], tables)
                count = int(chosen.apply(tables).visible.sum())
                assert item["label"].endswith(f"({count:,})")


def test_what_is_chosen_stays_an_option() -> None:
    found = labels(country_options(shipped(), ["JPN", "CHL", "Nowhere"]))
    assert found["No longer in the file"] == ["Chile (0)", "Nowhere (0)"]


def test_types_that_occur_stand_by_quad_class() -> None:
    groups = type_options(shipped())
    assert [group["group"] for group in groups] == [
        label.alone for label in QUAD_CLASS_LABELS.values()
    ]
    for group, words in zip(groups, QUAD_CLASSES.values(), strict=True):
        for item in group["items"]:
            assert QUAD_CLASSES[event_types()[item["value"]].quad_class] == words
    values = [item["value"] for group in groups for item in group["items"]]
    assert set(values) == set(shipped().events["type"])


def test_an_empty_file_has_no_options() -> None:
    tables = tables_of("[]")
    assert country_options(tables) == type_options(tables) == []
