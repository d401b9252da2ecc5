"""Generated books, windows and selections to try the queries on."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from dashboard.model.book import STANCES, STATUSES, Book
from dashboard.model.dates import format_seconds
from dashboard.model.event_types import event_types
from dashboard.model.scores import SIDES
from dashboard.query.dyad import ANYONE, Dyad
from dashboard.query.parameters import WITHIN
from dashboard.query.selection import CHANGES, LANES, LINKS, NODES, OTHERS, RELATIONS, Selection
from dashboard.query.window import Window
from tests.examples import book_of

UNHURRIED = settings(deadline=None, max_examples=40)

OWN_ACTORS = [
    {"id": "lavrov", "name": "Sergey Lavrov", "kind": "person", "country": "Russia"},
    {"id": "shoigu", "name": "Sergei Shoigu", "kind": "person", "country": "RUS"},
    {"id": "guards", "name": "Border Guards", "kind": "armed_group", "country": "Japan"},
    {"id": "captain", "name": "Their Captain", "kind": "person", "country": "Japan"},
    {"id": "league", "name": "League of Ports", "kind": "organization"},
]
ACTORS = ("RUS", "PRK", "USA", "JPN", "KOR", "UN", *(actor["id"] for actor in OWN_ACTORS))
COUNTRIES = ("RUS", "PRK", "USA", "JPN", "KOR", "UN", "league")
WORDS = ("summit", "Summits", "Überfall", "naïve", "회담", "Ёлка", "R&D", "it's", "50%", "aim")

DATED = """
- {id: bce, date: -0043-03-15, title: Ides, actors: [Italy]}
- {id: past, date: ../2022-12, title: Past, actors: [Japan]}
- {id: year, date: 2023, title: Year, actors: [Japan]}
- {id: eve, date: 2023-09-30, title: Eve, actors: [Japan]}
- {id: first, date: 2023-10-01, title: First, actors: [Japan]}
- {id: last, date: 2023-10-31, title: Last, actors: [Japan], known: 2023-11-05}
- {id: after, date: 2023-11-01, title: After, actors: [Japan]}
- {id: seoul, date: 2023-12-01, tz: Asia/Seoul, title: Seoul, actors: [Japan]}
- {id: lasting, date: 2023-12-15/.., title: Lasting, actors: [Japan], known: 2024-02}
"""
"""Events around the bounds of October 2023."""


def dates() -> st.SearchStrategy[str]:
    """EDTF texts of all forms, most of them within a few years."""
    near = st.integers(0, 3 * 365 * 86_400).map(lambda second: 1_640_995_200 + second)
    far = st.integers(-377_000_000_000, 253_000_000_000)
    steps = st.sampled_from(["minute", "day", "month", "year"])
    single = st.builds(format_seconds, near | near | far, steps)
    spans = st.tuples(near, near).map(
        lambda ends: f"{format_seconds(min(ends), 'day')}/{format_seconds(max(ends), 'day')}"
    )
    return st.one_of(single, spans, single.map("{}/..".format), single.map("../{}".format))


@st.composite
def _events(draw: st.DrawFn, actors: tuple[str, ...] = ACTORS) -> dict[str, Any]:
    """One event as it stands in a file."""
    people = st.lists(st.sampled_from(actors), max_size=4, unique=True)
    event = {
        "date": draw(dates()),
        "title": draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)),
        "actors": draw(people.filter(bool)),
        "targets": draw(people),
        "aimed_at": draw(people),
        "type": draw(st.sampled_from(list(event_types()))),
        "status": draw(st.none() | st.sampled_from(list(STATUSES))),
        "score": draw(st.none() | st.integers(-10, 10)),
        "joint_score": draw(st.none() | st.integers(-10, 10)),
        "signal_score": draw(st.none() | st.integers(-10, 10)),
        "known": draw(st.none() | dates()),
        "description": draw(st.sampled_from(["", *WORDS])),
        "place": draw(st.none() | st.sampled_from(WORDS)),
        "tags": draw(st.lists(st.sampled_from(WORDS), max_size=2)),
    }
    return {key: value for key, value in event.items() if value not in (None, "", [])}


def books(max_size: int = 8) -> st.SearchStrategy[Book]:
    """Books of the actors above; JSON is YAML, too."""
    return st.lists(_events(), max_size=max_size).map(
        lambda events: book_of(
            json.dumps({"actors": OWN_ACTORS, "events": events}, ensure_ascii=False)
        )
    )


TEXTS = (
    *("=1+1", "'=cmd", "-3", "+x", "@a", "a; b", "back\\slash;", 'two  " quotes', "'quoted'"),
    *(
        "a,b",
        "🚀 emoji 👩‍🚀",
        "{json: 1}",
        "[1]",
        "null",
        "~",
        "yes",
        "# no comment",
        "a: b",
        "اسم",
    ),
)
"""Texts that a table or a YAML file could misread."""
URLS = ("https://e.org/a,b;c?x=1&y=2", "http://e.org/ä", "https://e.org/")


def _sources() -> st.SearchStrategy[str | dict[str, str]]:
    text = st.sampled_from(TEXTS)
    optional = {
        "publisher": text,
        "author": text,
        "date": dates(),
        "url": st.sampled_from(URLS),
        "archive_url": st.sampled_from(URLS),
        "reliability": st.sampled_from("ABCDEF"),
        "citation": text,
        "lang": st.sampled_from(["ko", "zh-Hant", "no"]),
    }
    return st.sampled_from(URLS) | st.fixed_dictionaries({"title": text}, optional=optional)


def _claims(actors: tuple[str, ...]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "by": st.lists(st.sampled_from(actors), min_size=1, max_size=2, unique=True),
            "stance": st.sampled_from(list(STANCES)),
        },
        optional={
            "date": dates(),
            "note": st.sampled_from([*TEXTS, "two\nlines", "a\n\nparagraph; =1"]),
            "source": _sources(),
        },
    )


@st.composite
def full_books(draw: st.DrawFn) -> Book:
    """Books whose events have every key, with texts that a table or YAML could misread.

    Three in four have no actors of their own, because reading such books takes longer.
    """
    people = draw(st.sampled_from([ACTORS, *[COUNTRIES[:-1]] * 3]))
    events = draw(st.lists(_events(people), max_size=3))
    text = st.sampled_from(TEXTS)
    for number, event in enumerate(events):
        event |= {
            "id": f"e{number}",
            "title": draw(text),
            "type": draw(st.sampled_from(["visit", "open_embassy"])),
            "sources": draw(st.lists(_sources(), max_size=2)),
            "claims": draw(st.lists(_claims(people), max_size=2)),
            "tags": draw(st.lists(text, max_size=3, unique=True)),
            "description": draw(text | st.just("one\ntwo\n\n=three; 🚀")),
            "importance": draw(st.integers(1, 5)),
            "accept": draw(st.sampled_from([[], ["single-source"]])),
            "tz": draw(st.sampled_from(["UTC", "Asia/Seoul"])),
        }
        if number:
            event["links"] = {"follows": ["e0"]}
        if draw(st.booleans()):
            event["place"] = {"name": draw(text), "country": "JPN", "lat": 42.25, "lon": -0.5}
    own = {"id": "open_embassy", "label": "Open; an embassy", "score": 5, "cameo": "054"}
    named = json.dumps(events)
    actors = [actor for actor in OWN_ACTORS if f'"{actor["id"]}"' in named]
    file = {"actors": actors, "types": [own], "events": events}
    return book_of(json.dumps(file, ensure_ascii=False))


def windows() -> st.SearchStrategy[Window]:
    """Windows as a gesture or a URL makes them, open ones included."""
    ends = st.integers(1_600_000_000, 1_750_000_000) | st.integers(-(10**12), 10**12)
    return st.builds(lambda one, two: Window.spanning(min(one, two), max(one, two)), ends, ends)


def _dyads(ids: tuple[str, ...]) -> st.SearchStrategy[Dyad]:
    end = st.sampled_from((*ids, ANYONE))
    ends = st.tuples(end, end).filter(lambda pair: pair[0] != pair[1])
    sides = st.sampled_from(("", "", *SIDES))
    return st.tuples(ends, st.booleans(), sides).map(lambda it: Dyad(*it[0], it[1], it[2]))


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    """Selections about the generated books."""
    nodes = draw(st.sampled_from(list(NODES)))
    ids = ACTORS if nodes == "actor" else COUNTRIES
    return draw(_selections(nodes, st.lists(_dyads(ids), max_size=2).map(tuple)))


def _selections(
    nodes: str, dyads: st.SearchStrategy[tuple[Dyad, ...]]
) -> st.SearchStrategy[Selection]:
    def some(values: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
        return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)

    return st.builds(
        Selection,
        countries=some(list(COUNTRIES)),
        match=st.sampled_from(["any", "all"]),
        types=st.just(()) | some(list(event_types())),
        statuses=st.just(()) | some(list(STATUSES)),
        text=st.just("") | st.lists(st.sampled_from(WORDS), max_size=2).map(" ".join),
        actors=st.just(()) | some(list(ACTORS)),
        dyads=dyads,
        nodes=st.just(nodes),
        relations=st.sampled_from(list(RELATIONS)),
        change=st.sampled_from(list(CHANGES)),
        compare=st.none() | st.tuples(windows(), windows()),
        after=st.sampled_from(["", "visit", "JPN", "lavrov"]),
        within=st.sampled_from([WITHIN, 1, 30]),
        window=st.none() | windows(),
        lanes=st.sampled_from(list(LANES)),
        pins=st.lists(st.sampled_from(["JPN", "PRK", "visit", "denied"]), max_size=3).map(tuple),
        others=st.sampled_from(list(OTHERS)),
        links=st.sampled_from(list(LINKS)),
        as_known_on=st.just("") | st.sampled_from(["2022-06-30", "2023", "2024-01", "-0043-03-15"]),
    )
