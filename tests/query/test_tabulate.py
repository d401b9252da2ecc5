"""From a book to tables: what stands in which column."""

from __future__ import annotations

from math import isnan

from hypothesis import given

from dashboard.model.book import Book
from dashboard.model.codes import Status
from dashboard.model.dates import MAX_SECOND, MIN_SECOND
from dashboard.query.tables import (
    ACTOR_COLUMNS,
    CLAIM_COLUMNS,
    EVENT_COLUMNS,
    LINK_COLUMNS,
    PERIOD_COLUMNS,
    SOURCE_TABLE,
    Tables,
)
from dashboard.query.tabulate import frame, tabulate
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of
from tests.query.books import UNHURRIED, books

FULL = """
title: Two states
description: And what they did.
timezone: Asia/Seoul
actors:
  - {id: kim, name: Kim, kind: person, country: North Korea, color: "#aa0000"}
  - {id: choir, kind: organization}
sources:
  - {id: wire, publisher: Wire, url: "https://wire.example/1", reliability: B}
periods: [{name: Before, date: 2020/2021}]
events:
  - id: later
    date: 2023-10-26
    title: Later
    actors: [Japan]
    links: {responds_to: [earlier]}
  - id: earlier
    date: 2023-10-18~
    title: Earlier
    type: visit
    score: 2
    importance: 5
    reports: 7
    actors: [kim]
    targets: [choir, Russia]
    aimed_at: [Japan]
    known: 2023-10-20
    place: {name: Najin, country: Kenya, lat: 42.2, lon: 130.3}
    description: On a ship.
    tags: [arms, sea]
    claims:
      - {by: [United States, kim], stance: asserts, date: 2023-10-21, source: wire, note: So.}
      - {by: [Russia], stance: denies}
    sources: [wire, "https://wire.example/2"]
"""


def only(tables: Tables, id_: str) -> dict[str, object]:
    row = tables.row_of[id_]
    return {str(name): column.iat[row] for name, column in tables.events.items()}


def test_an_event_becomes_a_row() -> None:
    event = only(tables_of(FULL), "earlier")
    assert isnan(event.pop("joint_score"))
    assert isnan(event.pop("signal_score"))
    assert event.pop("reports") == 7
    midnight_in_seoul = 1_697_554_800
    assert event == {
        "id": "earlier",
        "title": "Earlier",
        "date": "2023-10-18~",
        "lower": midnight_in_seoul,
        "upper": midnight_in_seoul + 86_400,
        "precision": "day",
        "interval": False,
        "once": False,
        "approximate": True,
        "uncertain": False,
        "open_start": False,
        "open_end": False,
        "unknown_start": False,
        "unknown_end": False,
        "type": "visit",
        "quad_class": 1,
        "score": 2.0,
        "status": "disputed",
        "status_written": False,
        "status_since": MAX_SECOND,
        "importance": 5,
        "known": midnight_in_seoul + 2 * 86_400,
        "known_date": "2023-10-20",
        "zone": "Asia/Seoul",
        "lang": "",
        "place": "Najin",
        "place_country": "KEN",
        "latitude": 42.2,
        "longitude": 130.3,
        "description": "On a ship.",
        "tags": ("arms", "sea"),
        "accept": (),
        "line": 17,
    }


def test_who_takes_part_is_listed_with_role_and_country() -> None:
    tables = tables_of(FULL)
    rows = tables.participants.astype({"event": int}).astype("object").to_numpy().tolist()
    assert rows == [
        [0, "kim", "actor", "PRK"],
        [0, "choir", "target", "choir"],
        [0, "RUS", "target", "RUS"],
        [0, "JPN", "aimed_at", "JPN"],
        [1, "JPN", "actor", "JPN"],
    ]


def test_actors_and_countries_are_listed_by_name() -> None:
    tables = tables_of(FULL)
    assert tables.actors.to_numpy().tolist() == [
        ["choir", "choir", "organization", "", ""],
        ["JPN", "Japan", "country", "", ""],
        ["kim", "Kim", "person", "PRK", "#aa0000"],
        ["RUS", "Russia", "country", "", ""],
    ]
    assert tables.countries["id"].tolist() == ["choir", "JPN", "PRK", "RUS"]
    assert tables.participants["actor"].cat.categories.tolist() == tables.actors["id"].tolist()
    assert tables.participants["country"].cat.categories.tolist() == tables.countries["id"].tolist()


def test_sources_claims_links_and_periods_refer_to_rows() -> None:
    tables = tables_of(FULL)
    assert tables.sources[["event", "publisher", "url", "reliability"]].to_numpy().tolist() == [
        [0, "Wire", "https://wire.example/1", "B"],
        [0, "", "https://wire.example/2", ""],
    ]
    claims = tables.claims[["event", "by", "by_ids", "stance", "date", "note", "source_publisher"]]
    assert claims.to_numpy().tolist() == [
        [0, ("United States", "Kim"), ("USA", "kim"), "asserts", "2023-10-21", "So.", "Wire"],
        [0, ("Russia",), ("RUS",), "denies", "", "", ""],
    ]
    assert tables.claims["known"].tolist() == [1_697_932_800, MAX_SECOND]
    assert tables.claims["status"].tolist() == [Status.ALLEGED, Status.ALLEGED]
    assert tables.sources["known"].tolist() == [MAX_SECOND, MAX_SECOND]
    assert tables.links.to_numpy().tolist() == [[1, "responds_to", 0]]
    assert tables.periods["name"].tolist() == ["Before"]
    assert (tables.title, tables.description) == ("Two states", "And what they did.")


def test_events_stand_in_order_of_time_the_more_precise_first() -> None:
    dates = ["2024", "2023-05", "2023", "2023-01", "2023-01-01", "2023-01-01T00:00Z", "../2022"]
    dates += ["-0043-03-15", "2022/.."]
    events = [f"  - {{date: '{date}', title: T, actors: [Japan]}}" for date in dates]
    tables = tables_of("\n".join(["events:", *events]))
    assert tables.events["date"].tolist() == [
        "../2022",
        "-0043-03-15",
        "2022/..",
        "2023-01-01T00:00Z",
        "2023-01-01",
        "2023-01",
        "2023",
        "2023-05",
        "2024",
    ]
    assert tables.events["open_start"].tolist() == [True] + [False] * 8
    assert (tables.lower[0], tables.upper[2]) == (MIN_SECOND, MAX_SECOND)


def test_an_event_is_known_when_it_happens_unless_it_says_so() -> None:
    tables = tables_of("[{date: 2023-10-18/2023-10-20, title: T, actors: [Japan]}]")
    assert tables.events["known"].tolist() == tables.events["lower"].tolist()


def assert_typed(tables: Tables) -> None:
    expected = (
        (tables.events, EVENT_COLUMNS),
        (tables.actors, ACTOR_COLUMNS),
        (tables.countries, ACTOR_COLUMNS),
        (tables.sources, SOURCE_TABLE),
        (tables.claims, CLAIM_COLUMNS),
        (tables.links, LINK_COLUMNS),
        (tables.periods, PERIOD_COLUMNS),
        (
            tables.participants,
            {"event": "int32", "actor": "category", "role": "category", "country": "category"},
        ),
    )
    for table, columns in expected:
        assert table.dtypes.astype(str).to_dict() == columns


def test_columns_have_their_types_with_and_without_rows() -> None:
    for text in ("", "events: []", FULL):
        assert_typed(tables_of(text))
    assert_typed(shipped())
    assert_typed(world(50))


@given(books())
@UNHURRIED
def test_any_book_becomes_typed_rows_in_order(book: Book) -> None:
    tables = tabulate(book)
    assert_typed(tables)
    assert set(tables.events["id"]) == {event.id for event in book.events}
    assert (tables.lower < tables.upper).all()
    assert tables.events["lower"].is_monotonic_increasing
    assert tables.participants["event"].is_monotonic_increasing
    everyone = sum(len(e.actors) + len(e.targets) + len(e.aimed_at) for e in book.events)
    assert len(tables.participants) == everyone


def test_a_frame_keeps_its_columns_without_rows() -> None:
    assert frame({"a": "int32", "b": "object"}).dtypes.astype(str).tolist() == ["int32", "object"]
