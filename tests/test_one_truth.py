"""Two charts, one truth: API, list, timeline and network tell of the same events."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.evidence.event_rows import PAGE_SIZE, list_events
from dashboard.analysis.timeline.plot_area import PlotArea
from dashboard.analysis.timeline.timeline import lay_out_timeline
from dashboard.app import create_server
from dashboard.figures.timeline import draw_timeline
from dashboard.library import load, relations_figure
from dashboard.model.book import STATUSES, Book, Event
from dashboard.model.dates import parse_date
from dashboard.model.event_types import event_types
from dashboard.model.standing import claim_known_by, status_from
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from dashboard.query.window import Window
from dashboard.reading.book import read_book
from tests.examples import SHIPPED
from tests.figures.drawn import by_event, of_tag

COUNTRIES = ("JPN", "KOR", "USA", "PRK", "RUS", "UKR", "NATO", "UNSC")
SIGNAL, JOINT = -7.2, 1.0


@cache
def book() -> Book:
    found = read_book(SHIPPED.read_text("utf-8")).book
    assert found is not None
    return found


@cache
def tables() -> Tables:
    return load(SHIPPED)


@cache
def dataset() -> Dataset:
    return Dataset(tables())


@cache
def client() -> FlaskClient:
    return create_server(SHIPPED).test_client()


def some(values: Any, most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(list(values)), max_size=most, unique=True).map(tuple)


@st.composite
def windows(draw: st.DrawFn) -> Window | None:
    day = 86_400
    first = draw(st.integers(19_500, 20_050))
    span = draw(st.integers(1, 400))
    return draw(st.sampled_from([None, Window(first * day, (first + span) * day)]))


SELECTIONS = st.builds(
    Selection,
    countries=some(COUNTRIES),
    match=st.sampled_from(["any", "all"]),
    types=some(event_types(), 12),
    statuses=some(STATUSES),
    text=st.sampled_from(["", "", "north", "kim pyongyang", "zzz"]),
    window=windows(),
    as_known_on=st.sampled_from(["", "", "2023-10-20", "2024"]),
)


def countries(event: Event, actors: tuple[str, ...]) -> list[str]:
    return [book().directory.get(actor).country or actor for actor in actors]


def everyone(event: Event) -> set[str]:
    return set(countries(event, event.actors + event.targets + event.aimed_at))


def status_on(day: str, event: Event) -> str:
    if not day or event.status_written:
        return event.status
    end = parse_date(day).upper
    said = [claim for claim in event.claims if claim_known_by(claim) <= end]
    return status_from(said, event.actors + event.targets, book().directory.party_of)


def passes(selection: Selection, event: Event) -> bool:
    """The selection in plain Python, from the model."""
    words = " ".join(
        [event.title, event.description, event.place.name if event.place else "", *event.tags]
    ).casefold()
    known = (event.known or event.date).lower
    chosen = set(selection.countries)
    took_part = chosen & everyone(event)
    window = selection.window
    return (
        (not chosen or (took_part == chosen if selection.match == "all" else bool(took_part)))
        and (not selection.types or event.type in selection.types)
        and (
            not selection.statuses or status_on(selection.as_known_on, event) in selection.statuses
        )
        and all(word in words for word in selection.text.split())
        and (selection.as_known_on != "2023-10-20" or known < 1_697_846_400)
        and (selection.as_known_on != "2024" or known < 1_735_689_600)
        and (
            window is None or (event.date.lower < window.upper and event.date.upper > window.lower)
        )
    )


def relations(event: Event) -> dict[tuple[str, str], float]:
    """The relations of one event by the rules of the README, in plain Python."""
    acting, targets = countries(event, event.actors), countries(event, event.targets)
    found: dict[tuple[str, str], float] = {}
    together = [(one, other) for one in acting for other in acting]
    pairs = [
        *(((one, other), JOINT if targets else event.score) for one, other in together),
        *(((one, other), SIGNAL) for one in acting for other in countries(event, event.aimed_at)),
        *(((one, other), event.score) for one in acting for other in targets),
    ]
    for (one, other), score in pairs:
        if one != other:
            found[one, other] = score
    return found


@given(SELECTIONS)
def test_everything_derives_from_the_same_events(selection: Selection) -> None:
    wanted = [event for event in book().events if passes(selection, event)]
    ids = {event.id for event in wanted}
    query = selection.to_query()
    assert Selection.from_query(query, tables()) == selection

    answer = client().get(f"/api/events?{query}").get_json()
    assert {event["id"] for event in answer["events"]} == ids
    assert answer["count"] == len(ids)

    selected = selection.apply(tables())
    listed = list_events(tables(), selection, selected, page=1)
    assert {row.id for row in listed.rows} == ids
    assert len(ids) <= PAGE_SIZE

    plot_area = PlotArea(1100.0)
    timeline = lay_out_timeline(dataset(), selection, selected, plot_area)
    marked = set(by_event(draw_timeline(timeline)))
    all_matching = {event["id"] for event in answer["events"]}
    if selection.window is None:
        assert marked == all_matching
    else:
        assert marked >= all_matching

    assert_network(selection, wanted)


def assert_network(selection: Selection, wanted: list[Event]) -> None:
    scores: dict[tuple[str, str], list[float]] = {}
    behind: dict[tuple[str, str], set[str]] = {}
    for event in wanted:
        for dyad, score in relations(event).items():
            scores.setdefault(dyad, []).append(score)
            behind.setdefault(dyad, set()).add(event.id)
    edges = client().get(f"/api/relations?{selection.to_query()}").get_json()["edges"]
    assert {(edge["source"], edge["target"]) for edge in edges} == scores.keys()
    for edge in edges:
        dyad = edge["source"], edge["target"]
        assert edge["n"] == len(scores[dyad])
        assert np.isclose(edge["sum"], sum(scores[dyad]))
        assert np.isclose(edge["mean"], sum(scores[dyad]) / len(scores[dyad]), atol=1e-3)
        assert set(edge["events"]) == behind[dyad]
    links = of_tag(relations_figure(dataset(), selection).drawing, "a")
    drawn = {part[1]["data-dyad"] for part in links if "data-dyad" in part[1]}
    assert drawn == set(map(":".join, scores))
