"""Relations, one truth: network, matrix, measures, over time, CSV and API against the raw YAML.

The other side is computed here from the text of the file by PyYAML, the ``csv`` of event types, and
the rules of relations in the README; nothing of the package is used for it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache
from io import StringIO
from typing import Any
from urllib.parse import parse_qsl
from zoneinfo import ZoneInfo

import pytest
import yaml
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.relations import matrix, measures, network
from dashboard.analysis.relations.courses import Tally, count_courses
from dashboard.analysis.relations.question import Question
from dashboard.app import create_server
from dashboard.figures.relations import draw_network
from dashboard.page.relations.views import DRAW
from dashboard.query.dyad import Dyad
from dashboard.query.selection import Selection
from dashboard.query.window import Window
from tests.examples import REPOSITORY, SHIPPED, tables_of
from tests.page.components import drawn_text
from tests.page.drawn import VIEWPORT, links, listed, number, of_class, of_tag

Pair = tuple[str, str]
IDS = {
    "Japan": "JPN",
    "NATO": "NATO",
    "North Korea": "PRK",
    "Russia": "RUS",
    "South Korea": "KOR",
    "UNSC": "UNSC",
    "Ukraine": "UKR",
    "United States": "USA",
    "Sergey Lavrov": "lavrov",
}
COUNTRY = {"lavrov": "RUS"}
NODES = tuple(sorted({COUNTRY.get(id_, id_) for id_ in IDS.values()}))
with (REPOSITORY / "dashboard" / "data" / "event_types.csv").open(encoding="utf-8") as lines:
    TYPES = {row["id"]: float(row["goldstein"]) for row in csv.DictReader(lines)}
SHIPPED_TEXT = SHIPPED.read_text("utf-8")
WITH_LAVROV = re.sub(
    r"(id: (?:lavrov-pyongyang|peskov-groundless)\n(?:    .*\n)*?    actors: )\[Russia\]",
    r"\1[Sergey Lavrov]",
    SHIPPED_TEXT,
).replace(
    "actors: [Russia]\n    targets: [UNSC]", "actors: [Russia, Sergey Lavrov]\n    targets: [UNSC]"
)
"""The shipped events, three of them with Lavrov himself, so that actors are not just countries."""
FILES = {"shipped": SHIPPED_TEXT, "with Lavrov": WITH_LAVROV}


@dataclass(frozen=True)
class Raw:
    """An event as its YAML says it, in plain values; times are seconds in UTC, half-open.

    The status is that of each day of ``KNOWN_BY``, and of the whole file under an empty text.
    """

    id: str
    type: str
    score: float
    status: dict[str, str]
    lower: float
    upper: float
    known: float
    words: str
    roles: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]

    @property
    def everyone(self) -> set[str]:
        return {id_ for role in self.roles for id_ in role}

    def relations(self, nodes: str) -> dict[Pair, float]:
        """The score of each relation: targets first, then whom it is aimed at, then each other."""
        actors, targets, aimed_at = (
            [COUNTRY.get(id_, id_) if nodes == "country" else id_ for id_ in role]
            for role in self.roles
        )
        together = 1.0 if targets else self.score
        found: dict[Pair, float] = {}
        for others, score in ((targets, self.score), (aimed_at, -7.2), (actors, together)):
            for actor in actors:
                for other in others:
                    if actor != other:
                        found.setdefault((actor, other), score)
        return found


def bounds(text: str, zone: str) -> tuple[float, float]:
    """Begin and end of a date, an interval, a month, or a moment, in seconds."""
    first, _, last = text.partition("/")
    begin, _ = _bounds(first, zone)
    _, end = _bounds(last or first, zone)
    return begin, end


def _bounds(text: str, zone: str) -> tuple[float, float]:
    if "T" in text:
        moment = datetime.fromisoformat(text)
        return moment.timestamp(), moment.timestamp() + 1
    day = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))
    return day.timestamp(), (day + timedelta(days=1)).timestamp()


KNOWN_BY = {
    "2023-10-20": datetime(2023, 10, 21, tzinfo=UTC),
    "2024": datetime(2025, 1, 1, tzinfo=UTC),
}


def status_of(event: dict[str, Any], dates: dict[str, str], day: str = "") -> str:
    """The status on a day: no statement of these files takes back an earlier one."""
    if "status" in event:
        return str(event["status"])
    stances = {
        claim["stance"]
        for claim in event.get("claims", [])
        if not day or has_passed(claim.get("date") or dates.get(claim.get("source", "")), day)
    }
    if stances & {"denies", "disputes"}:
        return "disputed" if stances & {"asserts", "confirms"} else "denied"
    return "alleged" if "asserts" in stances and "confirms" not in stances else "reported"


def has_passed(date: str | None, day: str) -> bool:
    last = f"{date}-31" if date and len(date) == len("2023-10") else date
    return last is not None and bounds(last, "UTC")[1] <= KNOWN_BY[day].timestamp()


@cache
def raw_events(name: str) -> tuple[Raw, ...]:
    found = []
    file = yaml.load(FILES[name], yaml.BaseLoader)
    dates = {source["id"]: source["date"] for source in file["sources"] if "date" in source}
    for event in file["events"]:
        zone = event.get("tz", "UTC")
        lower, upper = bounds(event["date"], zone)
        place = event.get("place", "")
        place = place if isinstance(place, str) else place["name"]
        texts = [event["title"], event.get("description", ""), place, *event.get("tags", [])]
        actors, targets, aimed_at = (
            tuple(IDS[name] for name in event.get(role, []))
            for role in ("actors", "targets", "aimed_at")
        )
        found.append(
            Raw(
                event["id"],
                event.get("type", "statement"),
                float(event.get("score", TYPES[event.get("type", "statement")])),
                {day: status_of(event, dates, day) for day in ("", *KNOWN_BY)},
                lower,
                upper,
                bounds(event["known"], zone)[0] if "known" in event else lower,
                " ".join(texts).casefold(),
                (actors, targets, aimed_at),
            )
        )
    return tuple(found)


def mentions(event: Raw, word: str) -> bool:
    """Whether a word is in the texts of an event, or the name of a country that takes part."""
    named = {id_ for name, id_ in IDS.items() if name.casefold() == word}
    return word in event.words or bool(named & {COUNTRY.get(id_, id_) for id_ in event.everyone})


def passes(event: Raw, selection: Selection) -> bool:
    """Whether an event passes all filters but the dyad."""
    there = {COUNTRY.get(id_, id_) for id_ in event.everyone}
    chosen, window = set(selection.countries), selection.window
    return (
        (not chosen or (chosen <= there if selection.match == "all" else bool(chosen & there)))
        and (not selection.types or event.type in selection.types)
        and (not selection.statuses or event.status[selection.as_known_on] in selection.statuses)
        and all(mentions(event, word) for word in selection.text.split())
        and event.everyone.issuperset(selection.actors)
        and (not selection.as_known_on or event.known < KNOWN_BY[selection.as_known_on].timestamp())
        and (window is None or (event.lower < window.upper and event.upper > window.lower))
    )


@cache
def dataset(name: str) -> Dataset:
    return Dataset.of(tables_of(FILES[name]))


@cache
def client(name: str) -> FlaskClient:
    return create_server(dataset(name).tables).test_client()


def some(values: Any, most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    choices = st.sampled_from(list(values))
    return st.lists(choices, min_size=1, max_size=most, unique=True).map(tuple)


def windows() -> st.SearchStrategy[Window]:
    day = 86_400
    spans = st.tuples(st.integers(19_500, 20_050), st.integers(1, 400))
    return spans.map(lambda it: Window(it[0] * day, (it[0] + it[1]) * day))


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    """Selections of up to three filters at a time, so that most leave some events in view."""
    nodes = draw(st.sampled_from(["country", "actor"]))
    ends = st.permutations([*NODES, *(["lavrov"] if nodes == "actor" else [])])
    filters = {
        "countries": some(NODES),
        "types": some(sorted({event.type for event in raw_events("shipped")} | {"attack"}), 8),
        "statuses": some(["confirmed", "reported", "disputed", "denied"]),
        "text": st.sampled_from(["north", "kim pyongyang", "russia"]),
        "actors": some(["PRK", "RUS", "lavrov", "USA"], 2),
        "window": windows(),
        "as_known_on": st.sampled_from(["2023-10-20", "2024"]),
    }
    used = draw(st.lists(st.sampled_from(list(filters)), max_size=3, unique=True))
    return Selection(
        **{name: draw(filters[name]) for name in used},
        match=draw(st.sampled_from(["any", "any", "all"])),
        dyads=draw(st.just(()) | ends.map(lambda ids: (Dyad(ids[0], ids[1]),))),
        event=draw(st.sampled_from(["", "vostochny", "treaty"])),
        nodes=nodes,
    )


Truth = dict[Pair, dict[str, float]]
"""Of each dyad the score that each event gives it."""


@given(st.sampled_from(list(FILES)), selections())
def test_all_views_tell_of_the_same_relations_as_the_file(name: str, selection: Selection) -> None:
    truth: Truth = {}
    for event in raw_events(name):
        if passes(event, selection):
            for pair, score in event.relations(selection.nodes).items():
                truth.setdefault(pair, {})[event.id] = score
    assert Selection.from_query(selection.to_query(), dataset(name).tables) == selection
    assert_api(name, selection, truth)
    assert_network(name, selection, truth)
    assert_matrix(name, selection, truth)
    assert_measures(name, selection, truth)
    assert_over_time(name, selection, truth)
    assert_csv(name, selection, truth)


def total(scores: dict[str, float]) -> float:
    """The exact sum of scores, which are decimal numbers."""
    return float(sum(Decimal(str(score)) for score in scores.values()))


def mean(scores: dict[str, float]) -> float:
    return total(scores) / len(scores)


def signed(value: float) -> str:
    return "0.0" if abs(value) < 0.05 else f"{value:+.1f}".replace("-", "\u2212")


def assert_api(name: str, selection: Selection, truth: Truth) -> None:
    edges = client(name).get(f"/api/relations?{selection.to_query()}").get_json()["edges"]
    assert {(edge["source"], edge["target"]) for edge in edges} == truth.keys()
    for edge in edges:
        scores = truth[edge["source"], edge["target"]]
        assert edge["n"] == len(scores) == len(edge["events"])
        assert dict(zip(edge["events"], edge["scores"], strict=True)) == scores
        assert edge["sum"] == pytest.approx(total(scores), abs=1e-4)
        assert edge["mean"] == pytest.approx(mean(scores), abs=1e-4)


def pair_of(query: str, name: str) -> Pair:
    (dyad,) = Selection.from_query(query, dataset(name).tables).dyads
    assert not dyad.both
    return dyad.source, dyad.target


def assert_network(name: str, selection: Selection, truth: Truth) -> None:
    data = dataset(name)
    drawing = draw_network(network.compute(Question.of(data, selection)))
    drawn = set()
    for _, attributes, _ in (part for part in of_tag(drawing, "a") if "data-dyad" in part[1]):
        pair = (*attributes["data-dyad"].split(":"),)
        count = len(truth[pair])
        # A second click on the dyad that is chosen takes it back.
        if "dyad" in dict(parse_qsl(attributes["href"][1:])) or not selection.dyads:
            assert pair_of(attributes["href"][1:], name) == pair
            assert listed(attributes["href"], data.tables) == count
        drawn.add(pair)
        told = f"{count} {'event' if count == 1 else 'events'}, mean {signed(mean(truth[pair]))},"
        assert told in attributes["aria-label"]
    assert drawn == truth.keys()


def assert_matrix(name: str, selection: Selection, truth: Truth) -> None:
    data = dataset(name)
    part = DRAW["matrix"](matrix.compute(Question.of(data, selection)), VIEWPORT)
    cells = {}
    for cell in of_class(part, "tip"):
        pair = pair_of(cell[1]["href"][1:], name)
        cells[pair] = number(drawn_text(cell))
        assert f"mean {signed(mean(truth[pair]))}," in cell[1]["aria-label"]
    assert cells == {pair: len(scores) for pair, scores in truth.items()}


def assert_measures(name: str, selection: Selection, truth: Truth) -> None:
    data = dataset(name)
    part = DRAW["measures"](measures.compute(Question.of(data, selection)), VIEWPORT)
    if not truth:
        assert not of_class(part, "measures")
        return
    actors, dyads, _ = (of_tag(each, "tbody")[0][2] for each in of_class(part, "measures"))
    told = {}
    for line in dyads:
        _, count, average, added, *_ = line[2]
        ((words, href),) = links(count)
        told[pair_of(href[1:], name)] = (number(words), drawn_text(average), drawn_text(added))
    assert told == {
        pair: (len(scores), signed(mean(scores)), signed(total(scores)))
        for pair, scores in truth.items()
    }
    events: dict[Pair, set[str]] = {}
    for (source, target), scores in truth.items():
        events.setdefault((source, "*"), set()).update(scores)
        events.setdefault(("*", target), set()).update(scores)
    counted = {}
    for line in actors:
        _, out, _, into, *_ = line[2]
        for words, href in links([out, into]):
            counted[pair_of(href[1:], name)] = number(words)
    assert counted == {pair: len(ids) for pair, ids in events.items()}


def ways(selection: Selection) -> Pair | None:
    """Who the time view is about, by its own description."""
    if selection.dyads:
        return selection.dyads[0].source, selection.dyads[0].target
    chosen = selection.actors if selection.nodes == "actor" else selection.countries
    if len(chosen) == 1:
        return chosen[0], "*"
    if len(chosen) == 2 and (selection.nodes == "actor" or selection.match == "all"):
        return chosen[0], chosen[1]
    return None


def assert_over_time(name: str, selection: Selection, truth: Truth) -> None:
    found = count_courses(Question.of(dataset(name), selection), 60)
    pair = ways(selection)
    if pair is None:
        (course,) = found.courses
        known = [event for event in raw_events(name) if passes(event, selection)]
        assert course.total.n == len(known)
        return
    for course, ends in zip(found.courses, (pair, pair[::-1]), strict=True):
        acts = [
            (id_, score)
            for (source, target), scores in truth.items()
            if ends[0] in ("*", source) and ends[1] in ("*", target)
            for id_, score in scores.items()
        ]
        assert_tally(course.total, acts)
        if not selection.event:
            continue
        events = {event.id: event for event in raw_events(name)}
        focus = events[selection.event]
        others = [(events[id_], score) for id_, score in acts if id_ != focus.id]
        before = [(one.id, score) for one, score in others if one.lower < focus.lower]
        after = [(one.id, score) for one, score in others if one.upper > focus.upper]
        assert course.before is not None
        assert course.after is not None
        assert_tally(course.before, before)
        assert_tally(course.after, after)


def assert_tally(tally: Tally, acts: list[tuple[str, float]]) -> None:
    assert tally.n == len({id_ for id_, _ in acts})
    if acts:
        assert tally.mean == pytest.approx(sum(score for _, score in acts) / len(acts))


def read_csv(name: str, selection: Selection, table: str) -> Iterator[dict[str, str]]:
    answer = client(name).get(f"/api/measures/{table}.csv?{selection.to_query()}")
    assert answer.status_code == 200
    return csv.DictReader(StringIO(answer.text))


def assert_csv(name: str, selection: Selection, truth: Truth) -> None:
    rows = {(row["source"], row["target"]): row for row in read_csv(name, selection, "dyads")}
    assert rows.keys() == truth.keys()
    for (source, target), row in rows.items():
        scores, back = truth[source, target], truth.get((target, source), {})
        assert int(row["events"]) == len(scores)
        assert float(row["sum"]) == pytest.approx(total(scores), abs=1e-4)
        assert float(row["mean"]) == pytest.approx(mean(scores), abs=1e-4)
        assert int(row["conflict"]) == sum(score <= -1 for score in scores.values())
        assert int(row["cooperation"]) == sum(score >= 1 for score in scores.values())
        returned = 2 * min(len(scores), len(back)) / (len(scores) + len(back))
        assert float(row["reciprocity"]) == pytest.approx(returned, abs=1e-4)
    for row in read_csv(name, selection, "actors"):
        out = {id_ for pair, scores in truth.items() if pair[0] == row["id"] for id_ in scores}
        into = {id_ for pair, scores in truth.items() if pair[1] == row["id"] for id_ in scores}
        assert (int(row["events_out"]), int(row["events_in"])) == (len(out), len(into))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(list(FILES)), selections())
def test_a_node_lists_as_many_events_as_it_says(name: str, selection: Selection) -> None:
    data = dataset(name)
    found = network.compute(Question.of(data, selection))
    nodes = [part[1] for part in of_tag(draw_network(found), "a") if "data-actor" in part[1]]
    assert {node["data-actor"] for node in nodes} == set(found.ids)
    chosen = selection.actors if selection.nodes == "actor" else selection.countries
    anyone = selection.of_anyone
    for node in nodes:
        id_ = node["data-actor"]
        count = sum(
            passes(event, anyone)
            and id_
            in (
                event.everyone
                if selection.nodes == "actor"
                else {COUNTRY.get(one, one) for one in event.everyone}
            )
            for event in raw_events(name)
        )
        told = f": {count} {'event' if count == 1 else 'events'}"
        assert told in node["aria-label"]
        if chosen != (id_,):
            assert listed(node["href"], data.tables) == count


def test_the_second_file_tells_actors_and_countries_apart() -> None:
    assert WITH_LAVROV.count("actors: [Sergey Lavrov]") == 2
    assert "actors: [Russia, Sergey Lavrov]" in WITH_LAVROV
    tables = dataset("with Lavrov").tables
    assert "lavrov" in tables.by_actor.ids
    assert "lavrov" not in tables.by_country.ids
    assert (
        dataset("with Lavrov").layout("actor").ids != dataset("with Lavrov").layout("country").ids
    )
