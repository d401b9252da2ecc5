"""Coded data: what becomes of the rows of each recipe, and which names are never mistaken."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.formats.imports.target import Target
from dashboard.formats.imports.validity import accepted
from dashboard.formats.recipes.recipe import shipped_recipes
from dashboard.formats.recipes.recognise import prepare, recognise
from dashboard.formats.rows.mapper import Imported, map_rows
from dashboard.formats.tables.raw import read_bytes
from tests.formats.coded_data import ICEWS, ROWS, icews, text_of


def imported(name: str, text: str = "") -> Imported:
    (table,) = read_bytes((text or text_of(name)).encode(), f"{name}.csv")
    recipe = recognise(table)
    assert recipe is not None
    assert recipe.name == name
    return map_rows(prepare(table, recipe), recipe)


def icews_text(rows: list[dict[str, str]]) -> str:
    columns = list(ICEWS[0])
    lines = [columns, *(list(row.values()) for row in rows)]
    return "\n".join(map("\t".join, lines))


def pairs(found: Imported) -> list[tuple[Any, Any]]:
    return [(event["actors"], event.get("targets", [])) for event in found.events]


@pytest.mark.parametrize(
    ("name", "read", "mapped", "folded", "left_out"),
    [
        ("icews", 11, 7, 2, {"a name of no country": 2}),
        ("gdelt2", 9, 5, 1, {"a name of no country": 2, "no actor": 1}),
        ("polecat", 5, 3, 0, {"unknown type": 1, "a name of no country": 1}),
        ("acled", 5, 4, 0, {"unknown type": 1}),
        ("ucdp-ged", 5, 4, 0, {"a name of no country": 1}),
        ("cow-mid", 6, 4, 1, {"a name of no country": 1}),
    ],
)
def test_every_row_is_mapped_folded_or_left_out(
    name: str, read: int, mapped: int, folded: int, left_out: dict[str, int]
) -> None:
    found = imported(name)
    assert (found.read, len(found.events), found.folded) == (read, mapped, folded)
    assert found.reasons == left_out
    assert read == mapped + folded + sum(left_out.values())
    assert found.unknown == ()


@pytest.mark.parametrize("name", ROWS)
def test_the_events_are_accepted_in_a_file(name: str) -> None:
    found = imported(name)
    kept, refused = accepted([found], Target())
    assert (len(kept[0].events), refused) == (len(found.events), [])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "icews",
            [
                (["sergey-lavrov-rus"], ["North Korea"]),
                (["North Korea"], ["sergey-lavrov-rus"]),
                (["citizen-north-korea-prk", "Russia"], []),
                (["United Nations"], ["Russia"]),
                (["georgia-usa"], ["police-georgia-geo"]),
                (["army-congo-cog"], ["windhoek-council-nam"]),
                (["Russia"], ["North Korea"]),
            ],
        ),
        (
            "gdelt2",
            [
                (["Russia"], ["North Korea"]),
                (["government-official-usa"], ["foreign-minister-kor"]),
                (["Romania"], ["Montenegro"]),
                (["North Korea"], []),
                (["United Nations"], ["North Korea"]),
            ],
        ),
        (
            "polecat",
            [
                (["ann-example-rus"], ["ministry-of-examples-prk"]),
                (["United States", "South Korea", "Japan"], ["North Korea"]),
                (["police-nam"], []),
            ],
        ),
        (
            "acled",
            [
                (["military-forces-of-mali-2021-mli"], ["example-front-of-the-north"]),
                (["example-front-of-the-north"], ["Civilians (Mali)"]),
                (["Protesters (Mali)"], []),
                (["police-forces-of-niger-2023-ner"], []),
            ],
        ),
        (
            "ucdp-ged",
            [
                (["Yemen"], ["forces-of-example"]),
                (["forces-of-example"], ["example-brigade"]),
                (["Russia"], ["Civilians"]),
                (["Peru"], ["example-brigade"]),
            ],
        ),
        (
            "cow-mid",
            [
                (["United States", "Soviet Union"], []),
                (["United States", "China"], []),
                (["Hanover", "Prussia"], []),
                (["Germany", "Austria-Hungary"], []),
            ],
        ),
    ],
)
def test_the_code_column_decides_who_is_meant(name: str, expected: list[object]) -> None:
    assert pairs(imported(name)) == expected


def test_a_name_becomes_an_actor_of_the_country_of_its_column() -> None:
    found = {actor.id: (actor.name, actor.country) for actor in imported("icews").actors}
    assert found["georgia-usa"] == ("Georgia (United States)", "USA")
    assert found["police-georgia-geo"] == ("Police (Georgia)", "GEO")
    assert found["army-congo-cog"] == ("Army (Congo)", "COG")
    assert found["citizen-north-korea-prk"] == ("Citizen (North Korea)", "PRK")


@pytest.mark.parametrize("name", ["NA", "Europe", "EUR", "Middle East", "Ann Example", "Korea"])
def test_a_name_without_a_country_is_never_a_state(name: str) -> None:
    found = imported(
        "icews", icews_text([icews(name, "NA", "010", "Russia", "Russian Federation")])
    )
    assert found.events == []
    assert found.actors == ()


def test_repeats_are_one_event_with_the_number_of_its_reports() -> None:
    first, other, joint, *_ = imported("icews").events
    assert first["reports"] == "2"
    assert "reports" not in other
    assert "reports" not in joint  # one story tells it from both sides


def test_directed_acts_of_one_day_are_not_joined() -> None:
    rows = [
        icews("Russia", "Russian Federation", "111", "Japan", "Japan"),
        icews("Japan", "Japan", "111", "Russia", "Russian Federation"),
    ]
    assert pairs(imported("icews", icews_text(rows))) == [
        (["Russia"], ["Japan"]),
        (["Japan"], ["Russia"]),
    ]


def test_a_score_of_the_data_is_kept_where_it_differs_from_that_of_the_type() -> None:
    events = imported("icews").events
    assert [event.get("score") for event in events] == [None, None, None, None, None, "0", "-5"]


@pytest.mark.parametrize(
    ("codes", "types", "left_out"),
    [
        (["040", "043", "19", "1712"], ["consult", "host_visit", "attack", "coerce"], 0),
        (["40", "43", "190"], ["attack"], 2),
        (["40", "12", "190"], ["attack"], 2),
    ],
)
def test_a_code_without_its_leading_zero_is_never_another_code(
    codes: list[str], types: list[str], left_out: int
) -> None:
    text = icews_text(
        [icews("Russia", "Russian Federation", code, "Japan", "Japan") for code in codes]
    )
    found = imported("icews", text)
    assert [event["type"] for event in found.events] == types
    assert found.reasons == ({"invalid CAMEO code": left_out} if left_out else {})


@pytest.mark.parametrize(
    ("name", "dates"),
    [
        ("acled", ["2023-10-17", "[2023-10-14..2023-10-20]", "2023-10", "2023-10-18"]),
        (
            "ucdp-ged",
            ["2019-03-02", "2019-03-02/2019-03-05", "2019-03-02", "[2019-03-01..2019-03-31]"],
        ),
        (
            "cow-mid",
            ["1951-06-02/1951-07", "1951-06/1951", "1860-06-02/1860", "1914-06-02/1914-07"],
        ),
    ],
)
def test_the_precision_of_a_date_is_kept(name: str, dates: list[str]) -> None:
    assert [event["date"] for event in imported(name).events] == dates


def test_the_data_set_is_a_source_of_each_event() -> None:
    found = imported("acled")
    (source,) = found.sources
    assert source["redistribute"] == "no"
    assert source["citation"] == shipped_recipes()["acled"].citation
    assert all(event["sources"][0] == source["id"] for event in found.events)


def test_the_ids_of_the_data_and_of_the_content_are_stable() -> None:
    assert imported("acled").events[0]["id"] == "acled-mli1"
    ids = {event["id"] for event in imported("icews").events}
    reverse = imported("icews", icews_text(ICEWS[::-1]))
    assert {event["id"] for event in reverse.events} == ids
