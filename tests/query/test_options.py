"""The options of the filters: what the file holds, how often, and what was chosen before."""

from __future__ import annotations

from dashboard.model.event_types import event_types
from dashboard.model.labels import QUAD_CLASS_LABELS
from dashboard.query.filter import Options
from dashboard.query.options import countries, other_names, types
from dashboard.query.selection import Selection
from tests.examples import shipped, tables_of


def labels(options: Options) -> dict[str, list[str]]:
    """The labels of each group that has any."""
    return {group: list(items.values()) for group, items in options.items() if items}


def test_countries_come_first_by_name_with_the_number_of_their_events() -> None:
    assert labels(countries(shipped())) == {
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
    assert labels(countries(tables)) == {"Countries": ["Japan (1)"]}


def test_an_option_finds_as_many_events_as_it_says() -> None:
    tables = shipped()
    for name, options in (("country", countries), ("type", types)):
        for items in options(tables).values():
            for value, label in items.items():
                chosen = Selection.from_query([(name, value)], tables)
                count = int(chosen.apply(tables).visible.sum())
                assert label.endswith(f"({count:,})")


def test_what_is_chosen_stays_an_option() -> None:
    found = labels(countries(shipped(), ["JPN", "CHL", "Nowhere"]))
    assert found["No longer in the file"] == ["Chile (0)", "Nowhere (0)"]


def test_types_that_occur_are_grouped_by_quad_class() -> None:
    groups = types(shipped())
    quad_classes = [label.alone for label in QUAD_CLASS_LABELS.values()]
    assert list(groups) == ["Public statement", *quad_classes, "No quad class"]
    for label, items in groups.items():
        for id_ in items:
            assert event_types()[id_].group.alone == label
    found = {id_ for items in groups.values() for id_ in items}
    assert found == set(shipped().events["type"])


def test_a_chosen_type_stays_an_option_if_the_file_no_longer_contains_it() -> None:
    lost = next(id_ for id_ in event_types() if id_ not in set(shipped().events["type"]))
    found = {
        id_: label for items in types(shipped(), [lost]).values() for id_, label in items.items()
    }
    assert found[lost] == f"{event_types()[lost].label} (0)"
    assert lost not in {id_ for items in types(shipped()).values() for id_ in items}


def test_an_empty_file_has_no_options() -> None:
    assert labels(countries(tables_of("[]"))) == labels(types(tables_of("[]"))) == {}


def test_a_country_is_found_by_its_other_names() -> None:
    names = other_names(shipped())
    assert set(names) == set(shipped().countries["id"])
    assert {"dprk", "prk", "kp", "nordkorea", "coree du nord"} <= set(names["PRK"].splitlines())
    assert "россия" in names["RUS"].splitlines()
