"""Tooltips: what a mark says when pointed at, escaped for Plotly's pseudo-HTML."""

from __future__ import annotations

import textwrap
from html import escape
from typing import TYPE_CHECKING

import numpy as np

from dashboard.model.calendar_words import in_words
from dashboard.model.dates import parse_date
from dashboard.model.event_types import event_types
from dashboard.query.tables import codes

if TYPE_CHECKING:
    from dashboard.query.tables import IntArray, Tables


def event_hover(tables: Tables, rows: IntArray) -> list[str]:
    """Return for each event its title, date in words, actors, status and number of sources."""
    events = tables.events.iloc[rows]
    sources = tables.source_counts[rows].tolist()
    actors = actors_in_words(tables, rows)
    types = event_types()
    texts = []
    columns = (events[name] for name in ("title", "date", "type", "status"))
    for title, date, kind, status, who, count in zip(*columns, actors, sources, strict=True):
        lines = textwrap.wrap(str(title), 48) or [str(title)]
        heading = "<br>".join(f"<b>{escape(line)}</b>" for line in lines)
        noun = "source" if count == 1 else "sources"
        evidence = f"{status} · {count} {noun}"
        facts = (in_words(parse_date(date)), who, types[kind].label, evidence)
        texts.append("<br>".join([heading, *map(escape, facts)]))
    return texts


def actors_in_words(tables: Tables, rows: IntArray) -> list[str]:
    """Return ``Russia → North Korea`` for each event."""
    starts = np.searchsorted(tables.participant_event, rows, side="left")
    ends = np.searchsorted(tables.participant_event, rows, side="right")
    names = list(tables.actors["name"])
    actors, roles = codes(tables.participants["actor"]), codes(tables.participants["role"])
    texts = []
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        by_role: tuple[list[str], ...] = ([], [], [])
        for actor, role in zip(actors[start:end], roles[start:end], strict=True):
            by_role[role].append(names[actor])
        acting, targets, aimed_at = map(", ".join, by_role)
        text = f"{acting} → {targets}" if targets else acting
        texts.append(f"{text} (aimed at {aimed_at})" if aimed_at else text)
    return texts
