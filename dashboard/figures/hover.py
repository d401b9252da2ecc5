"""Tooltips: what a mark says when pointed at, escaped for Plotly's pseudo-HTML."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.relations.dyads import FEW
from dashboard.figures.text import escape
from dashboard.model.dates import words_of
from dashboard.model.event_types import event_types
from dashboard.model.labels import STATUS_LABELS
from dashboard.query.columns import codes
from dashboard.words.lists import first_of
from dashboard.words.numbers import count, signed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.analysis.relations.dyads import Dyads
    from dashboard.query.columns import IntArray
    from dashboard.query.levels import Level
    from dashboard.query.tables import Tables


_LETTERS = 48
"""Letters of a line of a title."""
_NAMES = 4
"""Names in each role before the rest is only counted."""


def event_hover(tables: Tables, rows: IntArray) -> list[str]:
    """Return for each event its full title, who, when and what in words, status and evidence."""
    events = tables.events.iloc[rows]
    sources = tables.source_counts[rows].tolist()
    actors = actors_in_words(tables, rows, _NAMES)
    types = event_types()
    texts = []
    columns = (events[name] for name in ("title", "date", "type", "status"))
    for title, date, kind, status, who, n in zip(*columns, actors, sources, strict=True):
        lines = textwrap.wrap(str(title), _LETTERS)
        heading = f"<b>{'<br>'.join(map(escape, lines or [str(title)]))}</b>"
        what = f"{words_of(date)} · {types[kind].label}"
        facts = (who, what, f"{STATUS_LABELS[status].inline} · {count(n, 'source')}")
        texts.append("<br>".join([heading, *map(escape, facts)]))
    return texts


def actors_in_words(tables: Tables, rows: IntArray, most: int | None = None) -> list[str]:
    """Return ``Russia → North Korea`` for each event.

    Args:
        tables: what the file says.
        rows: of the events.
        most: names in each role before the rest is only counted; default all.
    """
    starts = np.searchsorted(tables.participant_event, rows, side="left")
    ends = np.searchsorted(tables.participant_event, rows, side="right")
    names = list(tables.actors["name"])
    actors, roles = codes(tables.participants["actor"]), codes(tables.participants["role"])
    texts = []
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        by_role: tuple[list[str], ...] = ([], [], [])
        for actor, role in zip(actors[start:end], roles[start:end], strict=True):
            by_role[role].append(names[actor])
        acting, targets, aimed_at = (first_of(some, most) for some in by_role)
        text = f"{acting} → {targets}" if targets else acting
        texts.append(f"{text} (aimed at {aimed_at})" if aimed_at else text)
    return texts


def dyads_in_words(level: Level, dyads: Dyads, months: Iterable[str]) -> list[tuple[str, ...]]:
    """Return each dyad in words, and then what limits it.

    Such as ``Russia → North Korea: 6 events, mean +3.1, Jul 2023 – Jun 2024``.

    Args:
        level: who relations are between; sources and targets of the dyads are its codes.
        dyads: with their tallies.
        months: from the first to the last event of each.
    """
    names = level.names
    columns = (dyads.source, dyads.target, dyads.n, dyads.mean, dyads.in_doubt)
    texts = []
    for source, target, n, mean, in_doubt, when in zip(
        *(column.tolist() for column in columns), months, strict=True
    ):
        notes = []
        if in_doubt:
            notes.append("none of them confirmed or reported")
        if n < FEW:
            notes.append("fewer than three events: read with care")
        numbers = f"{count(n, 'event')}, mean {signed(mean)}, {when}"
        texts.append((f"{names[source]} → {names[target]}: {numbers}", *notes))
    return texts
