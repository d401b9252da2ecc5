"""Files of made-up camps: friendly within, hostile between, but for a share of flipped ties."""

from __future__ import annotations

import json
from functools import cache

import numpy as np

from dashboard.model.event_types import event_types
from tests.states import states_of_today

FIRST_DAY, DAYS = np.datetime64("1995-01-01"), 10_000


@cache
def _states() -> tuple[str, ...]:
    return tuple(actor.id for actor in states_of_today())


def camp_file(
    actors: int, camps: int, seed: int, density: float = 0.6, flipped: float = 0.2
) -> tuple[str, dict[str, int]]:
    """Makes an events file, as JSON, which is YAML, too; and the camp of each actor by its id.

    Args:
        actors: how many countries there are.
        camps: how many camps; of 1, ties are friendly or hostile by chance.
        seed: of the random numbers.
        density: share of pairs that have a tie.
        flipped: share of ties that are hostile within a camp, or friendly between two.
    """
    rng = np.random.default_rng([actors, camps, seed])
    ids = _states()[:: len(_states()) // actors][:actors]
    camp = rng.permutation(np.arange(actors) % camps)
    friendly, hostile = (
        [kind.id for kind in event_types().values() if sign * kind.score >= 2] for sign in (1, -1)
    )
    events = []
    for one, other in zip(*np.triu_indices(actors, 1), strict=True):
        if rng.random() > density:
            continue
        is_friendly = rng.random() < 0.5 if camps == 1 else camp[one] == camp[other]
        is_friendly ^= camps > 1 and rng.random() < flipped
        for _ in range(1 + rng.geometric(0.4)):
            source, target = (one, other) if rng.random() < 0.5 else (other, one)
            events.append(
                {
                    "date": str(FIRST_DAY + int(rng.integers(0, DAYS))),
                    "title": f"Act {len(events)}",
                    "type": str(rng.choice(friendly if is_friendly else hostile)),
                    "actors": [ids[source]],
                    "targets": [ids[target]],
                }
            )
    events.sort(key=lambda event: str(event["date"]))
    return json.dumps(events), dict(zip(ids, camp.tolist(), strict=True))
