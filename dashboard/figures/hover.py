"""Tooltips: what a mark says when pointed at, escaped for Plotly's pseudo-HTML."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import numpy as np

from dashboard.figures.text import escape
from dashboard.model.calendar_words import in_words
from dashboard.model.dates import parse_date
from dashboard.model.event_types import event_types
from dashboard.query.columns import codes

if TYPE_CHECKING:
    from dashboard.query.columns import IntArray
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
    for title, date, kind, status, who, count in zip(*columns, actors, sources, strict=True):
        lines = textwrap.wrap(str(title), _LETTERS)
        heading = f"<b>{'<br>'.join(map(escape, lines or [str(title)]))}</b>"
        noun = "source" if count == 1 else "sources"
        what = f"{in_words(parse_date(date))} · {types[kind].label}"
        facts = (who, what, f"{status} · {count} {noun}")
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
        acting, targets, aimed_at = (_joined(some, most) for some in by_role)
        text = f"{acting} → {targets}" if targets else acting
        texts.append(f"{text} (aimed at {aimed_at})" if aimed_at else text)
    return texts


def _joined(names: list[str], most: int | None) -> str:
    if most is None or len(names) <= most + 1:
        return ", ".join(names)
    return f"{', '.join(names[:most])} and {len(names) - most} more"
