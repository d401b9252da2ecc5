"""Worlds of made-up events, as tables of any size, for benchmarks and for tests of large data."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import cycle, islice
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.model.actors import Actor
from dashboard.model.book import LINK_KINDS
from dashboard.model.codes import Role
from dashboard.model.event_fields import COLUMNS
from dashboard.model.event_types import event_types
from dashboard.query.tables import (
    ACTOR_COLUMNS,
    CLAIM_COLUMNS,
    EVENT_COLUMNS,
    LINK_COLUMNS,
    PERIOD_COLUMNS,
    SOURCE_TABLE,
    Tables,
)
from dashboard.query.tabulate import frame
from tests.benchmarks.made_up_dates import FIRST_DAY, LAST_DAY, Dates, choice, made_up_dates
from tests.benchmarks.words import (
    LARGEST,
    OTHER_TITLES,
    PUBLISHERS,
    SYLLABLES,
    TOPICS,
    TYPES,
    VERBS,
)
from tests.states import states_of_today

Words = NDArray[np.object_]

DAY = 86_400
SHAPES = np.array([[0, 0, 1], [0, 1, 1], [0, 0, 2]], dtype=np.int8)
"""Roles of the three participants: two act on one, one on two, two act and aim at one."""
SHAPE_SHARES = (0.45, 0.35, 0.2)
CATEGORIES: dict[str, tuple[str, ...]] = {
    column.name: tuple(event_types()) if callable(column.words) else column.words
    for column in COLUMNS
    if column.words
}
"""Words of the columns of events that are categories, in the order of their codes."""
STATUS_SHARES = (0.35, 0.45, 0.1, 0.06, 0.04)
IMPORTANCE_SHARES = (0.3, 0.32, 0.25, 0.1, 0.03)

ROLES = pd.Index([role.word for role in Role])


def world(events: int, seed: int = 7, countries: int = 60) -> Tables:
    """Makes a world of events with three participants each, the same for the same arguments.

    Args:
        events: Number of events, over the years 1990 to 2024, a third of them in bursts.
        seed: Of the random numbers.
        countries: How many there are, from 3 to about 190; the n-th takes part about 1/n times as
            often as the first (Zipf).
    """
    rng = np.random.default_rng(seed)
    by_size = _nations(countries)
    nations = sorted(by_size, key=lambda actor: (actor.name.casefold(), actor.id))
    names = np.array([nation.name for nation in nations], dtype=object)
    place = _places(rng)
    people = _participants(rng, events, np.array([by_size.index(actor) for actor in nations]))
    shape = choice(rng, SHAPE_SHARES, events)
    table = frame(
        ACTOR_COLUMNS, ((nation.id, nation.name, nation.kind, "", "") for nation in nations)
    )
    dates = made_up_dates(rng, events)
    return Tables(
        events=_events(rng, dates, names[people[:, 0]], names[people[:, 2]], place),
        participants=_participant_table(people, shape, table["id"]),
        actors=table,
        countries=table.copy(),
        sources=_sources(rng, dates, place),
        claims=frame(CLAIM_COLUMNS),
        links=_links(rng, events),
        periods=frame(
            PERIOD_COLUMNS,
            [("A decade of treaties", "1991/2001", 662_688_000, 1_009_843_200)],
        ),
        title=f"A world of {events:,} events",
        description="Made up from random numbers.",
    )


def _nations(count: int) -> list[Actor]:
    """States of today, those that take part the most first."""
    present = {actor.id: actor for actor in states_of_today()}
    largest = [present.pop(id_) for id_ in LARGEST]
    return (largest + list(present.values()))[:count]


def _participants(
    rng: np.random.Generator, size: int, rank: NDArray[np.int64]
) -> NDArray[np.int16]:
    """Codes of three different countries for each event; ``rank`` is 0 for the largest."""
    bounds = np.cumsum(1 / (1 + rank))
    people = np.empty((size, 3), dtype=np.int16)
    again = np.arange(size)
    while len(again):
        drawn = np.searchsorted(bounds, rng.random((len(again), 3)) * bounds[-1], side="right")
        people[again] = drawn
        one, two, three = drawn.T
        again = again[(one == two) | (two == three) | (one == three)]
    return people


def _participant_table(
    people: NDArray[np.int16], shape: NDArray[np.int8], ids: pd.Series
) -> pd.DataFrame:
    codes, categories = people.reshape(-1), pd.Index(ids, dtype="object")
    return pd.DataFrame(
        {
            "event": np.repeat(np.arange(len(people), dtype=np.int32), 3),
            "actor": pd.Categorical.from_codes(codes, categories),
            "role": pd.Categorical.from_codes(SHAPES[shape].reshape(-1), ROLES),
            "country": pd.Categorical.from_codes(codes, categories),
        }
    )


def _places(rng: np.random.Generator) -> Words:
    """Names of a thousand made-up towns."""
    parts = np.array(SYLLABLES, dtype=object)[rng.integers(0, len(SYLLABLES), (1000, 3))]
    return np.array(["".join(part).capitalize() for part in parts], dtype=object)


def _events(
    rng: np.random.Generator, dates: Dates, actor: Words, other: Words, place: Words
) -> pd.DataFrame:
    size = len(dates["text"])
    types = list(event_types().values())
    shares = tuple(1 / np.arange(2, len(TYPES) + 2))
    code = np.array([list(event_types()).index(id_) for id_ in TYPES])
    kind = code[rng.permutation(len(TYPES))[choice(rng, shares, size)]]
    lower = dates["lower"]
    delay = np.where(rng.random(size) < 0.08, rng.exponential(20 * DAY, size), 0).astype(np.int64)
    town = place[rng.integers(0, len(place), size)]
    nothing = np.full(size, "", dtype=object)
    columns = {
        "id": [f"event-{row}" for row in range(size)],
        "title": _titles(rng, actor, other, town),
        "date": dates["text"],
        "lower": lower,
        "upper": dates["upper"],
        "precision": dates["rank"],
        "interval": dates["interval"],
        "approximate": dates["approximate"],
        "uncertain": rng.random(size) < 0.01,
        "open_start": np.zeros(size, dtype=bool),
        "open_end": np.zeros(size, dtype=bool),
        "once": np.zeros(size, dtype=bool),
        "unknown_start": np.zeros(size, dtype=bool),
        "unknown_end": np.zeros(size, dtype=bool),
        "type": kind,
        "quad_class": np.array([kind.quad_class for kind in types])[kind],
        **dict.fromkeys(("joint_score", "signal_score"), np.full(size, np.nan)),
        "score": np.array([kind.score for kind in types])[kind],
        "status": choice(rng, STATUS_SHARES, size),
        "importance": 1 + choice(rng, IMPORTANCE_SHARES, size),
        "known": lower + delay,
        "zone": np.full(size, "UTC", dtype=object),
        "place": np.where(rng.random(size) < 0.3, town, nothing),
        "latitude": np.full(size, np.nan),
        "longitude": np.full(size, np.nan),
        "tags": [()] * size,
        "line": np.arange(size) * 8 + 1,
    }
    empty = {
        name: nothing if kind == "object" else np.zeros(size)
        for name, kind in EVENT_COLUMNS.items()
    }
    return _table(empty | columns, EVENT_COLUMNS)


def _table(columns: Mapping[str, Any], kinds: Mapping[str, str]) -> pd.DataFrame:
    """Puts columns together with their types, those of categories being codes, without copies."""
    table = {}
    for name, kind in kinds.items():
        if kind == "category":
            codes = np.asarray(columns[name], dtype=np.int8)
            table[name] = pd.Series(pd.Categorical.from_codes(codes, pd.Index(CATEGORIES[name])))
        else:
            table[name] = pd.Series(columns[name], dtype=kind, copy=False)
    return pd.DataFrame(table, copy=False)


def _titles(rng: np.random.Generator, actor: Words, other: Words, town: Words) -> list[str]:
    """Three quarters are in English, the others in Korean, Russian and Arabic."""
    size = len(actor)
    pools = (VERBS, TOPICS, OTHER_TITLES)
    verb, topic, title = (
        np.array(pool, dtype=object)[rng.integers(0, len(pool), size)] for pool in pools
    )
    english = (rng.random(size) < 0.75).tolist()
    parts = zip(english, actor, verb, other, topic, title, town, strict=True)
    return [
        f"{who} {acts} {whom} over {what} near {where}" if plain else f"{foreign}: {where}, {who}"
        for plain, who, acts, whom, what, foreign, where in parts
    ]


def _sources(rng: np.random.Generator, dates: Dates, place: Words) -> pd.DataFrame:
    """One to three for each event, on the day or up to nine days after."""
    events = len(dates["day"])
    event = np.repeat(np.arange(events, dtype=np.int32), rng.integers(1, 4, events))
    size = len(event)
    days = np.arange(FIRST_DAY, LAST_DAY + 10)
    day_texts = np.datetime_as_string(days).astype(object)
    day = (dates["day"][event] - FIRST_DAY).astype(int)
    urls = np.array([f"https://news.example/{town.lower()}/{n}" for n, town in enumerate(place)])
    reports = np.array([f"Report from {town}" for town in place], dtype=object)
    about = rng.integers(0, len(place), size)
    publisher = np.array(PUBLISHERS, dtype=object)[rng.integers(0, len(PUBLISHERS), size)]
    published = day + rng.integers(0, 10, size)
    nothing = np.full(size, "", dtype=object)
    columns = {
        "event": event,
        "title": reports[about],
        "publisher": publisher,
        "author": nothing,
        "date": day_texts[published],
        "url": urls.astype(object)[about],
        "archive_url": nothing,
        "reliability": np.array([*"ABCDEF", ""], dtype=object)[rng.integers(0, 7, size)],
        "citation": nothing,
        "lang": nothing,
        "restricted": np.zeros(size, dtype=bool),
        "known": (days.astype(np.int64)[published] + 1) * DAY,
    }
    return _table(columns, SOURCE_TABLE)


def _links(rng: np.random.Generator, events: int) -> pd.DataFrame:
    """One event in ten follows or answers one of the fifty before it."""
    event = np.flatnonzero(rng.random(events) < 0.1)
    event = event[event > 0]
    target = event - 1 - rng.integers(0, np.minimum(event, 50))
    kinds = islice(cycle(LINK_KINDS), len(event))
    return frame(LINK_COLUMNS, zip(event.tolist(), kinds, target.tolist(), strict=True))
