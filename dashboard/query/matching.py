"""Masks of the events that match countries, actors, dyads, codes or a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.model.codes import Side
from dashboard.model.scores import NEGATIVE_FROM, POSITIVE_FROM
from dashboard.query.columns import codes
from dashboard.query.dyad import ANYONE

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from dashboard.model.dates import EventDate
    from dashboard.query.columns import BoolArray, FloatArray, IntArray
    from dashboard.query.dyad import Dyad
    from dashboard.query.levels import Level
    from dashboard.query.tables import Tables
    from dashboard.query.window import Window

_LONG_NAME = 4
"""Letters from which a name of an actor counts in small letters too."""


def has_code(column: IntArray, wanted: Iterable[int]) -> BoolArray:
    """Return for each row whether its code is among the wanted codes.

    Example:
        >>> has_code(np.array([3, 1, 2]), [1, 3]).tolist()
        [True, True, False]
    """
    mask = np.zeros(len(column), dtype=bool)
    for code in wanted:
        mask |= column == code
    return mask


def has_countries(tables: Tables, countries: Sequence[str], match: str) -> BoolArray:
    """Return for each event whether any (or all) of the countries take part in any role.

    A country without any event matches none; so with ``match="all"`` no event matches.
    """
    known = [tables.country_code[id_] for id_ in countries if id_ in tables.country_code]
    takes_part = tables.rows_of_country.flags
    if match == "any":
        return takes_part(np.array(known, dtype=np.int64))
    mask = np.full(len(tables.events), len(known) == len(countries))
    for code in known:
        mask &= takes_part(np.array([code]))
    return mask


def has_actors(tables: Tables, actors: Sequence[str]) -> BoolArray:
    """Return for each event whether all of some actors take part in any role."""
    mask = np.ones(len(tables.events), dtype=bool)
    actor, event = codes(tables.participants["actor"]), tables.participant_event
    for id_ in actors:
        takes_part = np.zeros(len(mask), dtype=bool)
        takes_part[event[actor == tables.by_actor.code.get(id_, -1)]] = True
        mask &= takes_part
    return mask


def has_words(tables: Tables, text: str) -> BoolArray:
    """Return for each event whether it contains every word of a text, in any order.

    A word may be a part of a word of the event, or a name of an actor that takes part, in any
    spelling that a file may use; so may the whole text. Names of up to three Latin letters count
    in capitals only: "US" is a country, "us" is a word.

    >>> from dashboard import load
    >>> tables = load("events.yaml")
    >>> found = has_words(tables, "DPRK")
    >>> bool(found.sum()), (found == has_words(tables, "Nordkorea")).all()
    (True, np.True_)
    """
    mask = np.ones(len(tables.events), dtype=bool)
    for word in dict.fromkeys(text.split()):
        if not mask.any():
            break
        mask &= tables.text.matches(word) | _has_name(tables, word)
    return mask | _has_name(tables, text)


def _has_name(tables: Tables, name: str) -> BoolArray:
    """Return for each event whether any actor with exactly this name takes part."""
    mask = np.zeros(len(tables.events), dtype=bool)
    if not name or (len(name) < _LONG_NAME and name.isascii() and not name.isupper()):
        return mask
    for actor in tables.directory.owners(name):
        mask |= has_countries(tables, [actor.id], "any") | has_actors(tables, [actor.id])
    return mask


def is_known(tables: Tables, day: EventDate) -> BoolArray:
    """Return for each event whether it was public by the end of a day."""
    known: BoolArray = tables.events["known"].to_numpy() < day.upper
    return known


def overlaps(tables: Tables, window: Window | None) -> BoolArray:
    """Return for each event whether any of its time is in a window; ``None`` is all time."""
    if window is None:
        return np.ones(len(tables.events), dtype=bool)
    return (tables.lower < window.upper) & (tables.upper > window.lower)


def positions(chosen: Container[str], known: Iterable[str]) -> list[int]:
    """Return the positions of the chosen words among all known words.

    Example:
        >>> positions(("alleged", "denied"), ("confirmed", "alleged", "denied"))
        [1, 2]
    """
    return [position for position, word in enumerate(known) if word in chosen]


def has_dyads(level: Level, dyads: Iterable[Dyad]) -> BoolArray:
    """Return for each event whether it contains a relation of any of some dyads."""
    mask = np.zeros(len(level.events), dtype=bool)
    for dyad in dyads:
        mask[level.cells.event[of_dyad(level, dyad)]] = True
    return mask


def of_dyad(level: Level, dyad: Dyad) -> BoolArray:
    """Return for each relation of a level (in the order of its cells) whether it is in a dyad."""
    cells = level.cells
    chosen: BoolArray = dyads_of(level, dyad)[cells.dyad]
    if dyad.side:
        chosen &= sides_of(cells.score) == Side[dyad.side.upper()]
    return chosen


def dyads_of(level: Level, dyad: Dyad) -> BoolArray:
    """Return for each dyad of a level whether the chosen dyad contains it, on any side."""
    cells = level.cells

    def between(source: str, target: str) -> BoolArray:
        ends: BoolArray = np.ones(cells.dyads, dtype=bool)
        for id_, codes_of_ends in ((source, cells.source), (target, cells.target)):
            if id_ != ANYONE:
                ends &= codes_of_ends == level.code.get(id_, -1)
        return ends

    wanted = between(dyad.source, dyad.target)
    if dyad.both:
        wanted |= between(dyad.target, dyad.source)
    return wanted


def sides_of(scores: FloatArray) -> IntArray:
    """Return for each score the code of its ``Side``.

    >>> sides_of(np.array([-4.4, -1.0, 0.0, 0.9, 1.0])).tolist()
    [0, 0, 1, 1, 2]
    """
    up, down = scores >= POSITIVE_FROM, scores <= NEGATIVE_FROM
    return np.int8(Side.NEUTRAL) + up.astype(np.int8) - down.astype(np.int8)
