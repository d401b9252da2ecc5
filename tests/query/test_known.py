"""The record as known on a day, against files from which everything later was deleted."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.evidence.event_card import describe_event
from dashboard.analysis.evidence.event_rows import list_events
from dashboard.analysis.relations.question import Question
from dashboard.formats.records.event_records import event_records
from dashboard.formats.records.relation_records import relation_records
from dashboard.library import matrix, measures, network, overview, timeline
from dashboard.model.book import STANCES, STATUSES
from dashboard.model.dates import parse_date
from dashboard.query.known import as_known_on
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from tests.examples import tables_of
from tests.query.books import OWN_ACTORS, UNHURRIED

SHIPMENTS = """
- id: imagery
  date: 2023-10-13
  title: Imagery
  actors: [United States]
  targets: [North Korea, Russia]
  links: {responds_to: [shipments]}
- id: shipments
  date: 2023-09-07/2023-10-01
  known: 2023-10-13
  title: Arms deliveries
  actors: [North Korea]
  targets: [Russia]
  claims:
    - {by: Russia, stance: denies, source: {title: Article, date: 2023-10-30}}
    - {by: United States, stance: asserts, date: 2023-10-13, source: {title: A, date: 2023-10-14}}
    - {by: Russia, stance: declines_to_comment}
    - {by: North Korea, stance: confirms, date: 2025-04}
  sources:
    - {title: A, date: 2023-10-14}
    - {title: B, date: 2023-10}
    - {title: Undated}
- {id: statement, date: 2023-10-26, title: S, actors: [Japan], links: {responds_to: [shipments]}}
"""


def on(tables: Tables, day: str) -> Tables:
    return as_known_on(tables, parse_date(day).upper)


@pytest.mark.parametrize(
    ("day", "status", "claims", "sources", "links"),
    [
        ("2023-10-13", "alleged", [("asserts", "")], [], 1),
        ("2023-10-14", "alleged", [("asserts", "A")], ["A"], 1),
        ("2023-10", "disputed", [("asserts", "A"), ("denies", "Article")], ["A", "B"], 2),
        ("2025-04-29", "disputed", [("asserts", "A"), ("denies", "Article")], ["A", "B"], 2),
        (
            "2025-04-30",
            "confirmed",
            [("asserts", "A"), ("denies", "Article"), ("confirms", "")],
            ["A", "B"],
            2,
        ),
    ],
)
def test_each_day_has_its_own_record(
    day: str, status: str, claims: list[tuple[str, str]], sources: list[str], links: int
) -> None:
    tables = on(tables_of(SHIPMENTS), day)
    row = tables.row_of["shipments"]
    said = tables.claims[tables.claims["event"] == row]
    assert tables.events["status"].iat[row] == status
    assert list(zip(said["stance"], said["source_title"], strict=True)) == claims
    assert tables.sources["title"].tolist() == sources
    assert len(tables.links) == links


@pytest.mark.parametrize(
    ("extra", "day", "status"),
    [
        ("status: confirmed", "2023-10-13", "reported"),
        ("status: confirmed", "2023-10-14", "confirmed"),
        ("status: confirmed, known: 2023-10-20", "2023-10-20", "confirmed"),
        ("status: confirmed, sources: [{title: A, date: 2024}]", "2024-12-30", "reported"),
        ("status: confirmed, sources: [{title: A, date: 2024}]", "2024-12-31", "confirmed"),
        (
            "status: denied, claims: [{by: Chile, stance: asserts, date: 2023-10}]",
            "2023-10",
            "denied",
        ),
        ("status: denied, claims: [{by: Chile, stance: asserts}]", "2023-10-14", "denied"),
        ("claims: [{by: Chile, stance: asserts}]", "2024", "reported"),
    ],
)
def test_a_written_status_holds_from_the_latest_date_of_its_event(
    extra: str, day: str, status: str
) -> None:
    tables = tables_of(f"[{{date: 2023-10-13/2023-10-14, title: T, actors: [Japan], {extra}}}]")
    assert on(tables, day).events["status"].tolist() == [status]


def test_a_written_status_of_what_has_no_end_holds_from_its_beginning() -> None:
    tables = tables_of("[{date: 2022-02/.., title: T, actors: [Japan], status: confirmed}]")
    assert on(tables, "2022-02-27").events["status"].tolist() == ["reported"]
    assert on(tables, "2022-02-28").events["status"].tolist() == ["confirmed"]


def test_blocs_that_take_part_later_are_left_out_unless_the_file_lists_them() -> None:
    whole = tables_of("""
        actors: [{id: allies, kind: bloc, members: [Japan, South Korea]}]
        events:
          - {date: 2023, title: T, actors: [Japan]}
          - {date: 2024, title: T, actors: [E3, allies]}
        """)
    assert {bloc.id for bloc in whole.blocs} == {"allies", "E3"}
    assert [bloc.id for bloc in on(whole, "2023").blocs] == ["allies"]


def test_the_filter_by_status_and_the_sentence_follow_the_day() -> None:
    whole = tables_of(SHIPMENTS)
    chosen = Selection.of(whole, as_known_on="2023-10-14", status="alleged")
    assert whole.events["id"][chosen.apply(whole).visible].tolist() == ["shipments"]
    day = on(whole, "2023-10-14")
    assert day.events["id"][chosen.apply(day).visible].tolist() == ["shipments"]
    assert chosen.describe(day) == (
        "1 of 2 events · alleged · as known on 2023-10-14 · 1 undated claim left out"
        " · Sep 2023 – Oct 2023"
    )
    assert on(day, "2023-10-14") is day
    assert len(on(day, "2023-10").events) == 3


def test_a_dataset_keeps_the_days_that_were_asked_last() -> None:
    dataset = Dataset(tables_of(SHIPMENTS))
    day = dataset.as_known_on("2023-10-14")
    assert dataset.as_known_on("") is dataset
    assert dataset.as_known_on("2023-10-14") is day
    assert day.as_known_on("2023-10-14") is day


SENSIBLE = st.integers(19_640, 19_720)
"""Days from October to December 2023, in days since 1970."""
SPEAKERS = ("Russia", "lavrov", "North Korea", "United States", "Japan", "E3")
ZONES = ("UTC", "Asia/Seoul", "America/New_York")


@st.composite
def some_dates(draw: st.DrawFn) -> str:
    first = draw(SENSIBLE)
    days = [str(np.datetime64(day, "D")) for day in (first, first + draw(st.integers(1, 40)))]
    forms = (days[0], days[0], days[0][:7], f"{days[0]}T12:00Z", "/".join(days))
    return draw(st.sampled_from(forms))


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def records(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Records without the keys that have no value."""
    return st.fixed_dictionaries(keys).map(
        lambda record: {key: value for key, value in record.items() if value not in (None, [])}
    )


SOURCES = records(title=st.sampled_from("ABCD"), date=maybe(some_dates()))
PEOPLE = st.lists(st.sampled_from(SPEAKERS), min_size=1, max_size=2, unique=True)
CLAIMS = records(
    by=PEOPLE,
    stance=st.sampled_from(sorted(STANCES)),
    date=maybe(some_dates()),
    source=maybe(SOURCES),
)
EVENTS = records(
    date=some_dates(),
    title=st.sampled_from(["Visit", "Talks", "Deliveries"]),
    actors=PEOPLE,
    targets=st.lists(st.sampled_from(["Ukraine", "UN", "China"]), max_size=1),
    type=st.sampled_from(["statement", "visit", "accuse"]),
    status=maybe(st.sampled_from(sorted(STATUSES))),
    known=maybe(some_dates()),
    tz=st.sampled_from(ZONES),
    claims=st.lists(CLAIMS, max_size=4),
    sources=st.lists(SOURCES, max_size=3),
    follows=st.lists(st.integers(0, 5), max_size=2, unique=True),
)


@st.composite
def files(draw: st.DrawFn) -> dict[str, Any]:
    """Events files as data, each event with an id."""
    events = draw(st.lists(EVENTS, min_size=2, max_size=6))
    for number, event in enumerate(events):
        event["id"] = f"e{number}"
        others = [f"e{n}" for n in event.pop("follows", []) if n < len(events) and n != number]
        event["links"] = {"follows": others}
    periods = [{"name": "A time", "date": draw(some_dates())}]
    return {"actors": OWN_ACTORS, "periods": periods, "events": events}


def has_passed(date: str | None, end: int) -> bool:
    return date is not None and parse_date(date).upper <= end


def begins(record: dict[str, Any], key: str, end: int) -> bool:
    return parse_date(record[key], ZoneInfo(record.get("tz", "UTC"))).lower < end


def without_later(file: dict[str, Any], end: int) -> dict[str, Any]:
    """Deletes everything from a file that was not known by a second."""
    known = [
        event
        for event in file["events"]
        if begins(event, "known" if "known" in event else "date", end)
    ]
    ids = {event["id"] for event in known}
    events = [event_without_later(event, ids, end) for event in known]
    periods = [period for period in file["periods"] if begins(period, "date", end)]
    return file | {"periods": periods, "events": events}


def event_without_later(event: dict[str, Any], ids: set[str], end: int) -> dict[str, Any]:
    claims, sources = event.get("claims", []), event.get("sources", [])
    about = [event, *claims, *sources, *(claim.get("source", {}) for claim in claims)]
    dates = [record["date"] for record in about if "date" in record]
    dates += [event["known"]] if "known" in event else []
    left = dict(event)
    if not all(has_passed(date, end) for date in dates):
        left.pop("status", None)
    left["claims"] = [
        claim_without_later(claim, end)
        for claim in claims
        if has_passed(claim.get("date") or claim.get("source", {}).get("date"), end)
    ]
    left["sources"] = [source for source in sources if has_passed(source.get("date"), end)]
    left["links"] = {"follows": [id_ for id_ in event["links"]["follows"] if id_ in ids]}
    return left


def claim_without_later(claim: dict[str, Any], end: int) -> dict[str, Any]:
    if has_passed(claim.get("source", {}).get("date"), end):
        return claim
    return {key: value for key, value in claim.items() if key != "source"}


def everything(dataset: Dataset, selection: Selection, day: str) -> str:
    """All that list, cards, charts and API say, without the day itself."""
    tables = dataset.tables
    selected = selection.apply(tables)
    cards = [describe_event(tables, replace(selection, event=id_)) for id_ in tables.events["id"]]
    said = [
        *(replace(card, facts=card.facts[:-1], as_known="") for card in cards if card),
        list_events(tables, selection, selected, 1),
        json.dumps(event_records(tables, np.flatnonzero(selected.visible))),
        json.dumps(relation_records(Question.of(dataset, selection))),
        *(view(dataset, selection) for view in (timeline, overview, network, matrix, measures)),
    ]
    text = "\n".join(map(str, said))
    for part in (f"&as_known_on={day}", f"as_known_on={day}&", f"as_known_on={day}"):
        text = text.replace(part, "")
    return text


DAYS = SENSIBLE.map(lambda day: str(np.datetime64(day, "D")))


def cut_and_fresh(file: dict[str, Any], day: str) -> tuple[Tables, Tables]:
    """The tables of a day, and those of the file from which everything later was deleted."""
    fresh = without_later(file, parse_date(day).upper)
    return on(tables_of(json.dumps(file)), day), tables_of(json.dumps(fresh))


@given(files(), DAYS | st.sampled_from(["2023-10", "2023"]))
@settings(UNHURRIED, max_examples=20)
def test_the_tables_of_a_day_are_those_of_a_file_without_anything_later(
    file: dict[str, Any], day: str
) -> None:
    cut, fresh = cut_and_fresh(file, day)
    assert_nothing_later(cut, parse_date(day).upper)
    for name in ("participants", "actors", "countries", "sources", "claims", "links", "periods"):
        assert_frame_equal(getattr(cut, name), getattr(fresh, name))
    others = ["line", "status_since"]
    assert_frame_equal(cut.events.drop(columns=others), fresh.events.drop(columns=others))
    assert cut.blocs == fresh.blocs


@given(files(), DAYS)
@settings(UNHURRIED, max_examples=8)
def test_the_views_of_a_day_are_those_of_a_file_without_anything_later(
    file: dict[str, Any], day: str
) -> None:
    cut, fresh = cut_and_fresh(file, day)
    answer = everything(Dataset(cut), Selection(as_known_on=day), day)
    assert answer == everything(Dataset(fresh), Selection(), day)


def assert_nothing_later(tables: Tables, end: int) -> None:
    dates = [*tables.claims["date"], *tables.claims["source_date"], *tables.sources["date"]]
    assert all(has_passed(date, end) for date in dates if date)
    assert (tables.events["known"] < end).all()
    assert tables.links["target"].isin(range(len(tables.events))).all()
