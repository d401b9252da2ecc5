"""Stories of who dealt with whom, event by event, and measures of the layouts that they give."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import permutations
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from dashboard.analysis.relations.layout import NodePositions, Size, plot_height, spread
from dashboard.analysis.relations.positions import seeds
from dashboard.analysis.relations.revision import Story, revise
from dashboard.model.event_types import event_types
from dashboard.query.tables import Tables
from tests.benchmarks.words import TYPES
from tests.states import states_of_today

Floats: TypeAlias = NDArray[np.floating]
Integers: TypeAlias = NDArray[np.integer]
Relation: TypeAlias = tuple[str, str, float]
Event: TypeAlias = list[Relation]
Generator: TypeAlias = np.random.Generator

DIAGONAL = 2**0.5
NAMES = {actor.id: actor.name for actor in states_of_today()}
COUNTRIES = tuple(NAMES)
SCORES = tuple(event_types()[id_].score for id_ in TYPES)
ROOMS = (350.0, 750.0, 745.0)
"""How wide the room of the network is on pages of 390, 800 and 1440 px."""


def relate(
    actors: Sequence[str], targets: Sequence[str], aimed_at: Sequence[str], score: float
) -> Event:
    """The relations of one event, each (source, target) once."""
    found: dict[tuple[str, str], float] = {}
    for source in actors:
        for target in targets:
            found.setdefault((source, target), score)
        for third in aimed_at:
            found.setdefault((source, third), -7.2)
    for source, target in permutations(actors, 2):
        found.setdefault((source, target), 0.0 if targets else score)
    return [(*pair, value) for pair, value in found.items()]


@cache
def story_of(tables: Tables) -> tuple[Event, ...]:
    """The events of a file, in its order."""
    relations = tables.by_country.relations
    events: list[Event] = [[] for _ in range(len(tables.events))]
    columns = (relations[name] for name in ("event", "source", "target", "score", "kind"))
    for event, source, target, score, kind in zip(*columns, strict=True):
        # Acting together makes no tie.
        events[event].append((source, target, 0.0 if kind == "joint" else score))
    return tuple(events[row] for row in np.argsort(tables.events["line"], kind="stable"))


def random_event(present: Sequence[str], generator: Generator) -> Event:
    """Up to six take part, most of them present already; of any type, or of any score."""
    pools = [present if generator.random() < 0.8 else COUNTRIES for _ in range(6)]
    who = list(dict.fromkeys(str(generator.choice(pool)) for pool in pools))
    who = who[: generator.integers(1, 7)]
    acting = int(generator.integers(1, min(4, len(who) + 1)))
    actors, others = who[:acting], who[acting:]
    score = float(generator.choice(SCORES) if generator.random() < 0.8 else generator.normal(0, 5))
    if generator.random() < 0.7:
        return relate(actors, others, [], np.clip(score, -10, 10))
    return relate(actors, [], others, np.clip(score, -10, 10))


def random_story(countries: int, events: int, seed: int) -> list[Event]:
    """Events between a few countries without any rhyme or reason."""
    generator, pool = np.random.default_rng(seed), COUNTRIES[:: len(COUNTRIES) // countries]
    found: list[Event] = []
    while len(found) < events:
        event = random_event(pool[:countries], generator)
        found += [event] * ({name for *pair, _ in event for name in pair} <= set(pool[:countries]))
    return found


def camp_story(
    nodes: int, camps: int, density: float, seed: int, flipped: float = 0.2
) -> tuple[dict[str, int], list[Event]]:
    """Camps in no particular order, friendly inside and hostile outside but for flipped ties.

    Returns the camp of each country, and events with one relation each.
    """
    generator = np.random.default_rng([nodes, camps, seed])
    camp = generator.permutation(np.arange(nodes) % camps)
    names = generator.permutation(COUNTRIES)[:nodes].tolist()
    events: list[Event] = []
    for i, j in zip(*np.triu_indices(nodes, 1), strict=True):
        if generator.random() < density:
            sign = (1 if camp[i] == camp[j] else -1) * (-1 if generator.random() < flipped else 1)
            for _ in range(1 + generator.geometric(0.25)):
                one, other = (i, j) if generator.random() < 0.5 else (j, i)
                events.append([(names[one], names[other], sign * generator.uniform(1, 9))])
    order = generator.permutation(len(events))
    return dict(zip(names, camp.tolist(), strict=True)), [events[at] for at in order]


def campless_story(nodes: int, seed: int) -> list[Event]:
    return camp_story(nodes, 1, 0.5, seed, flipped=0.5)[1]


def lay_out(events: Sequence[Event]) -> NodePositions:
    """The layout of a story, as of a file."""
    ids = tuple(sorted({name for event in events for *pair, _ in event for name in pair}))
    code = {name: number for number, name in enumerate(ids)}
    rows = [
        (event, code[source], code[target], score)
        for event, relations in enumerate(events)
        for source, target, score in relations
    ]
    columns = zip(*rows, strict=True) if rows else ((), (), (), ())
    event, source, target, score = (np.array(column) for column in columns)
    story = Story(*(part.astype(int) for part in (event, source, target)), score, len(events))
    weight = np.bincount(np.concatenate([story.source, story.target]), minlength=len(ids))
    names = tuple(NAMES.get(id_, id_) for id_ in ids)
    return NodePositions(
        np.arange(len(ids)), ids, names, spread(revise(story, seeds(ids), 60)), weight, 0
    )


def size_of(nodes: int, width: float) -> Size:
    return Size(width, plot_height(nodes, width))


def lengths(places: Floats) -> Floats:
    gap = places[:, None] - places
    return np.asarray(np.hypot(gap[:, :, 0], gap[:, :, 1]))


def silhouette(places: Floats, camp: Integers) -> float:
    """Mean silhouette (Rousseeuw 1987): near 1 where camps are tight and far apart."""
    length, widths = lengths(places), []
    for node, own in enumerate(camp):
        inside = length[node, camp == own].sum() / max((camp == own).sum() - 1, 1)
        outside = min(length[node, camp == other].mean() for other in set(camp) - {own})
        widths.append((outside - inside) / max(inside, outside))
    return float(np.mean(widths))


def best_split(places: Floats) -> float:
    """The silhouette of the best of some splits in two (k-means from several starts)."""
    found = []
    for seed in range(8):
        middle = np.random.default_rng(seed).permutation(places)[:2]
        for _ in range(15):
            side = np.hypot(*(places[:, None] - middle).transpose(2, 0, 1)).argmin(axis=1)
            middle = np.stack([places[side == number].mean(axis=0) for number in (0, 1)])
        found.append(silhouette(places, side))
    return max(found)
