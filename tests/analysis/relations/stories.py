"""Stories of who dealt with whom, event by event, and measures of the layouts that they give."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import permutations
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from dashboard.analysis.relations.columns import Columns, arrange
from dashboard.model.event_types import event_types
from dashboard.query.tables import Tables
from tests.benchmarks.words import TYPES
from tests.states import states_of_today

Floats: TypeAlias = NDArray[np.floating]
Integers: TypeAlias = NDArray[np.integer]
Relation: TypeAlias = tuple[str, str, float]
Event: TypeAlias = list[Relation]
Generator: TypeAlias = np.random.Generator

NAMES = {actor.id: actor.name for actor in states_of_today()}
COUNTRIES = tuple(NAMES)
SCORES = tuple(event_types()[id_].score for id_ in TYPES)


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


def lay_out(events: Sequence[Event]) -> tuple[tuple[str, ...], Columns]:
    """The ids of the nodes of a story, and their columns, as of a file."""
    ids = tuple(sorted({name for event in events for *pair, _ in event for name in pair}))
    code = {name: number for number, name in enumerate(ids)}
    n, total = np.zeros((2, len(ids), len(ids)))
    pairs: dict[tuple[int, int], None] = {}
    for source, target, score in (relation for event in events for relation in event):
        pairs.setdefault((min(code[source], code[target]), max(code[source], code[target])))
        for pair in (code[source], code[target]), (code[target], code[source]):
            n[pair] += 1
            total[pair] += score
    return ids, arrange(n, total / np.maximum(n, 1), np.array([*pairs]).reshape(-1, 2))
