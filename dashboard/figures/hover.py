"""Tooltips: what a mark says when pointed at, escaped for Plotly's pseudo-HTML."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.dyads import FEW
from dashboard.figures.text import escape
from dashboard.model.calendar_words import in_words
from dashboard.model.dates import parse_date
from dashboard.model.event_types import event_types
from dashboard.model.scores import signed
from dashboard.query.columns import codes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.analysis.dyads import Dyads
    from dashboard.query.columns import IntArray
    from dashboard.query.levels import Level
    from dashboard.query.tables import Tables


_LETTERS, _FACT_LETTERS = 48, 72
"""Letters of a line of a title, and of a line of names and facts."""
_MOST_LINES = 6
"""Lines of names and facts; longer ones end with an ellipsis."""
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
    for title, date, kind, status, who, count in zip(*columns, actors, sources, strict=True):
        lines = textwrap.wrap(str(title), _LETTERS)
        heading = f"<b>{'<br>'.join(map(escape, lines or [str(title)]))}</b>"
        noun = "source" if count == 1 else "sources"
        what = f"{in_words(parse_date(date))} · {types[kind].label}"
        facts = (who, what, f"{status} · {count} {noun}")
        texts.append("<br>".join([heading, *map(in_lines, facts)]))
    return texts


def in_lines(text: str) -> str:
    """Return names or facts for Plotly, which breaks no line by itself: escaped, and in lines."""
    lines = textwrap.wrap(text, _FACT_LETTERS, max_lines=_MOST_LINES, placeholder="…")
    return "<br>".join(map(escape, lines or [text]))


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
        acting, targets, aimed_at = (_joined(some, most) for some in by_role)
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
    columns = (dyads.source, dyads.target, dyads.n, dyads.mean, dyads.alleged)
    texts = []
    for source, target, n, mean, unsure, when in zip(
        *(column.tolist() for column in columns), months, strict=True
    ):
        notes = []
        if unsure:
            notes.append("none of them confirmed or reported")
        if n < FEW:
            notes.append("fewer than three events: read with care")
        numbers = f"{n:,} {'event' if n == 1 else 'events'}, mean {signed(mean)}, {when}"
        texts.append((f"{names[source]} → {names[target]}: {numbers}", *notes))
    return texts


def _joined(names: list[str], most: int | None) -> str:
    if most is None or len(names) <= most + 1:
        return ", ".join(names)
    return f"{', '.join(names[:most])} and {len(names) - most} more"
