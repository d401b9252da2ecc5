"""The timeline and its strip as tables: periods, lanes, single events, and the counts of bars."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.analysis.evidence.event_words import name_parties
from dashboard.analysis.link import Link
from dashboard.analysis.link_targets import openings
from dashboard.analysis.table import Column, Kind, Table
from dashboard.analysis.timeline.finding import count_lanes
from dashboard.analysis.timeline.histograms import bin_in_words
from dashboard.model.calendar import DAY_SECONDS
from dashboard.model.codes import Side
from dashboard.model.date_parts import words_of
from dashboard.model.labels import SIDE_LABELS, STATUS_LABELS
from dashboard.words.direction import isolated
from dashboard.words.language import gettext, pgettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.analysis.timeline.histograms import Histograms
    from dashboard.analysis.timeline.lanes import Lanes
    from dashboard.analysis.timeline.overview import Overview
    from dashboard.query.columns import BoolArray, IntArray
    from dashboard.query.selection import Selection
    from dashboard.query.tables import Tables


def tabulate_periods(tables: Tables) -> Table:
    """Return the periods of the file with their dates.

    >>> from dashboard import load
    >>> tabulate_periods(load("events.yaml")).values["when"][0]
    '25 July – 13 September 2023'
    """
    periods = tables.periods.sort_values("lower", kind="stable")
    columns = {
        "period": Column(Kind.TEXT, pgettext("a heading of a table", "Period")),
        "when": _when(),
    }
    values = {
        "period": list(map(isolated, periods["name"].tolist())),
        "when": list(map(words_of, periods["date"].tolist())),
    }
    return Table.whole(pgettext("title of a table", "Periods"), columns, values)


def tabulate_lanes(
    lanes: Lanes, side: IntArray, visible: BoolArray, queries: Sequence[str] = ()
) -> Table:
    """Return the number of events of each lane.

    Args:
        lanes: the lanes, and which event has a mark in which lane.
        side: (events) code of the ``Side`` of each event.
        visible: flags of the events in view.
        queries: query string of the events of each lane, an empty text for none.
    """
    counts = count_lanes(lanes, side, visible)
    names = list(map(isolated, lanes.names))
    links = [
        Link(name, query) if query else None
        for name, query in zip(names, queries or [""] * len(names), strict=True)
    ]
    columns = {"lane": _lane(), **_events()}
    title = pgettext("title of a table: the lanes of the timeline", "Lanes")
    return Table.whole(title, columns, {"lane": names, **_by_side(counts)}, {"lane": links})


def tabulate_bars(density: Histograms, lanes: Lanes) -> Table:
    """Return the counts of each bar of the mirrored histograms."""
    when = [bin_in_words(*ends) for ends in pairwise(density.seconds.tolist())]
    at = np.array([(cell.lane, cell.bin) for cell in density.cells]).reshape(-1, 2).T
    counts = (density.established + density.in_doubt)[:, at[0], at[1]]
    values: dict[str, list[Any]] = {
        "lane": [isolated(lanes.names[lane]) for lane in at[0]],
        "when": [when[bin_] for bin_ in at[1]],
        **_by_side(counts),
        "in_doubt": density.in_doubt[:, at[0], at[1]].sum(axis=0).tolist(),
    }
    columns = {
        "lane": _lane(),
        "when": _when(),
        **_events(),
        "in_doubt": Column(
            Kind.COUNT, pgettext("a heading of a table: events in doubt", "Not established")
        ),
    }
    title = gettext("Bars of the lanes: events that are not drawn singly")
    return Table.whole(title, columns, values)


def tabulate_strip(overview: Overview) -> Table:
    """Return the counts of each bar of the strip of the whole span.

    The edges of a bar are pixels: they are written as the nearest day.
    """
    density, span = overview.density, overview.span
    seconds = np.linspace(span.lower, span.upper, len(density.edges))
    if seconds[1] - seconds[0] >= DAY_SECONDS:
        seconds = np.round(seconds / DAY_SECONDS) * DAY_SECONDS
    when = [bin_in_words(*ends) for ends in pairwise(seconds.tolist())]
    by_side = {
        Side.CONFLICT: density.conflict,
        Side.NEUTRAL: density.neutral,
        Side.COOPERATION: density.cooperation,
    }
    counts = np.stack([by_side[side][0] for side in Side])
    used = np.flatnonzero(counts.sum(axis=0)).tolist()
    values: dict[str, list[Any]] = {
        "when": [when[bin_] for bin_ in used],
        **_by_side(counts[:, used]),
    }
    columns = {"when": _when(), **_events()}
    return Table.whole(gettext("Bars of the whole span"), columns, values)


def tabulate_events(tables: Tables, selection: Selection, rows: IntArray) -> Table:
    """Return the facts that the marks of some events show.

    Args:
        tables: tables of the file.
        selection: the selection, for the links.
        rows: rows of ``Tables.events``.
    """
    events = tables.events.iloc[rows]
    titles = [isolated(str(title)) for title in events["title"]]
    queries = openings(selection, events["id"])
    values: dict[str, list[Any]] = {
        "event": titles,
        "when": [words_of(date) for date in events["date"]],
        "parties": name_parties(tables, rows),
        "type": [isolated(tables.types[type_].label) for type_ in events["type"]],
        "score": events["score"].tolist(),
        "status": [STATUS_LABELS[status].inline for status in events["status"]],
        "sources": tables.source_counts[rows].tolist(),
        "importance": events["importance"].tolist(),
    }
    columns = {
        "event": Column(Kind.TEXT, pgettext("a heading of a table", "Event")),
        "when": _when(),
        "parties": Column(Kind.TEXT, pgettext("a heading of a table: who acts on whom", "Who")),
        "type": Column(Kind.TEXT, pgettext("a heading of a table", "Type")),
        "score": Column(Kind.SCORE, pgettext("a heading of a table", "Score")),
        "status": Column(Kind.TEXT, pgettext("a heading of a table", "Status")),
        "sources": Column(Kind.COUNT, pgettext("a heading of a table", "Sources")),
        "importance": Column(Kind.COUNT, pgettext("a heading of a table", "Importance")),
    }
    title = gettext("Events that are drawn singly")
    return Table.whole(title, columns, values, {"event": list(map(Link, titles, queries))})


def _lane() -> Column:
    return Column(Kind.TEXT, pgettext("a heading of a table: a lane of the timeline", "Lane"))


def _when() -> Column:
    return Column(Kind.TEXT, pgettext("a heading of a table", "When"))


def _events() -> dict[str, Column]:
    """Return the columns of ``_by_side``."""
    sides = {side.word: Column(Kind.COUNT, SIDE_LABELS[side.word].alone) for side in Side}
    return {"events": Column(Kind.COUNT, pgettext("a heading of a table", "Events")), **sides}


def _by_side(counts: IntArray) -> dict[str, list[int]]:
    """Return the columns of a (sides, rows) array, with that of all sides first."""
    of_side = {side.word: counts[side].tolist() for side in Side}
    return {"events": counts.sum(axis=0).tolist(), **of_side}
