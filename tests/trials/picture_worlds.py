"""Twelve made-up worlds in which a picture can go wrong: bursts, months, one day, long bars."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

import yaml

NATIONS = (
    *("United States", "Russia", "China", "Japan", "South Korea", "North Korea", "Ukraine", "Iran"),
    *("Israel", "India", "Pakistan", "Turkey", "Saudi Arabia", "France", "Germany", "Poland"),
    *("United Kingdom", "Belarus", "Syria", "Iraq", "Egypt", "Vietnam", "Philippines", "Australia"),
    *("Indonesia", "Malaysia", "Thailand", "Myanmar", "Bangladesh", "Afghanistan", "Kazakhstan"),
    *("Azerbaijan", "Armenia", "Georgia", "Moldova", "Romania", "Hungary", "Serbia", "Greece"),
    *("Italy", "Spain", "Sweden", "Finland", "Norway", "Denmark", "Canada", "Mexico", "Brazil"),
    *("Argentina", "Venezuela", "Cuba", "South Africa", "Nigeria", "Ethiopia", "Sudan", "Kenya"),
    *("Qatar", "Yemen", "Libya", "Lebanon"),
)
FRIENDLY = ("visit", "summit", "support", "cooperate", "aid", "consult")
HOSTILE = ("condemn", "accuse", "reject", "threaten", "sanction", "attack")
TOGETHER = ("summit", "consult")
TITLES = {
    "latin": ("Envoys of {a} and {b} meet", "{a} answers {b}", "A note from {a} to {b}"),
    "scripts": ("外相が平壌を訪問", "한미일 정상회의", "Стороны подписали договор", "联合声明发表"),
    "rtl": ("وزير الخارجية يزور العاصمة", "بيان مشترك يدين نقل الأسلحة", "שר החוץ מבקר בבירה"),
    "long": (
        "{a} and {b} agree after three days of talks on the joint inspection of cargo vessels, "
        "port registers and rail depots along the border",
        "{a} rejects a report",
    ),
}
STATUSES = ("confirmed", "reported", "alleged", "disputed", "denied")

When = Callable[[int, Random], str]


class World(NamedTuple):
    """A row of the table: how many events between how many actors, when, and in which words."""

    events: int
    actors: int
    when: When
    titles: str = "latin"
    statuses: tuple[int, ...] = (3, 6, 1, 1, 1)


def day(first: str, days: float) -> str:
    """The day that many days after a first one."""
    return (date.fromisoformat(first) + timedelta(days=int(days))).isoformat()


def spread(first: str, days: int, events: int) -> When:
    """Evenly over a span."""
    return lambda at, rng: day(first, (at + 0.5 * rng.random()) * days / events)


def bursts(first: str, days: int, count: int, width: float) -> When:
    """In bursts of a width in days."""
    middles = [days * (number + 0.5) / count for number in range(count)]
    return lambda _, rng: day(first, min(max(rng.gauss(rng.choice(middles), width), 0), days))


def bars(at: int, rng: Random) -> str:
    """An interval of a month to years."""
    begin, length = at * 41, rng.choice((30, 90, 200, 400, 900, 2000))
    return f"{day('2005-01-01', begin)}/{day('2005-01-01', begin + length)}"


def before_christ(at: int, rng: Random) -> str:
    """A year, month, approximate year or war before Christ."""
    year = 4 * at - 510
    month = f"{year:05d}-{rng.randint(1, 12):02d}"
    war = f"{year:05d}/{year + rng.randint(1, 9):05d}"
    return rng.choice((f"{year:05d}", f"{year:05d}~", month, war))


WORLDS = {
    "three": World(3, 2, spread("2024-03-04", 180, 3)),
    "even": World(16, 5, spread("2022-01-10", 700, 16)),
    "bursts": World(40, 12, bursts("2021-02-01", 1000, 4, 6)),
    "scripts": World(120, 12, spread("2019-01-01", 1800, 120), "scripts"),
    "right to left": World(40, 5, spread("2022-06-01", 500, 40), "rtl"),
    "months": World(400, 30, lambda at, rng: f"{2010 + at * 14 // 400}-{rng.randint(1, 12):02d}"),
    "2,000": World(2000, 30, bursts("2014-01-01", 3900, 14, 25)),
    "10,000": World(10_000, 60, lambda _, rng: day("1985-01-01", rng.random() * 14_600)),
    "before Christ": World(40, 5, before_christ),
    "bars": World(120, 12, bars),
    "one day": World(
        60, 12, lambda at, rng: "2022-02-24" if at < 35 else day("2022-02-10", rng.random() * 40)
    ),
    "statuses": World(120, 30, bursts("2020-01-01", 1500, 8, 15), "long", (1, 1, 1, 1, 1)),
}


def as_yaml(name: str, seed: int = 3) -> str:
    """The events file of a world, the same for the same seed.

    Actors belong to one of two camps: most acts within a camp are friendly, across hostile.
    """
    world, rng = WORLDS[name], Random(seed)
    nations = NATIONS[: world.actors]
    weights = [1 / (place + 1) ** 0.8 for place in range(world.actors)]
    events = [_event(at, world, rng, nations, weights) for at in range(world.events)]
    return yaml.safe_dump({"title": f"World: {name}", "events": events}, allow_unicode=True)


def _event(
    at: int, world: World, rng: Random, nations: tuple[str, ...], weights: list[float]
) -> dict[str, Any]:
    one = rng.choices(range(len(nations)), weights)[0]
    other = rng.choice([place for place in range(len(nations)) if place != one])
    is_friendly = rng.random() < (0.85 if one % 2 == other % 2 else 0.2)
    kind = rng.choice(FRIENDLY if is_friendly else HOSTILE)
    a, b = nations[one], nations[other]
    title = rng.choice(TITLES[world.titles]).format(a=a, b=b)
    event: dict[str, Any] = {
        "id": f"e{at}",
        "date": world.when(at, rng),
        "title": f"{title} {at}",
        "type": kind,
        "actors": [a, b] if kind in TOGETHER else [a],
        "status": rng.choices(STATUSES, world.statuses)[0],
        "importance": rng.choices((1, 2, 3, 4, 5), (10, 20, 45, 18, 7))[0],
        "sources": ["https://example.org/a"],
    }
    return event if kind in TOGETHER else event | {"targets": [b]}
