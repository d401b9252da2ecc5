"""Rows of the upright timeline: which events have one, their words in lines, and what is between.

13 Oct 2023 · disputed      date and status
White House shows           title, in up to three lines
imagery of containers
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.evidence.event_words import summarize_events
from dashboard.analysis.evidence.linked import name_linked
from dashboard.analysis.link_targets import openings, query_of
from dashboard.analysis.text_lines import wrap
from dashboard.analysis.timeline.upright_axis import Break
from dashboard.analysis.tone import tones_of
from dashboard.model.calendar import DAY_SECONDS
from dashboard.model.codes import Status
from dashboard.model.date_parts import words_of
from dashboard.model.dates import MAX_SECOND, MIN_SECOND
from dashboard.model.labels import STATUS_LABELS
from dashboard.query.window import Window
from dashboard.words.direction import isolated
from dashboard.words.durations import duration
from dashboard.words.language import gettext, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.analysis.dataset import Dataset
    from dashboard.analysis.evidence.linked import Linked
    from dashboard.query.columns import BoolArray, IntArray
    from dashboard.query.selection import Selected, Selection
    from dashboard.query.tables import Tables

MOST_ROWS = 130
"""Largest number of rows, so that the drawing stays under 150 KB; of more events, the most
important have a row."""
_RUN = 10
"""Number of neighbours of equal importance that are chosen together."""
DATE_FONT, TITLE_FONT = 12.0, 13.0
"""Font sizes in pixels."""
LINE = 16.0
"""Distance of two lines in pixels."""
_PADDING = 4.0
"""Free pixels above the first and below the last line, together."""
_MOST_LINES = {"date": 2, "title": 3}
_BOLD_FROM = 4
"""Importance from which a title is bold."""
_LONG_GAP, _LONGER = 35 * DAY_SECONDS, 3.0
"""Shortest gap that is reported, in seconds, and as a multiple of the median gap."""


class Row(NamedTuple):
    """An event in words.

    Attributes:
        id: id of the event.
        when: its date, and its status if it is not plainly reported, in lines.
        title: its title in lines.
        bold: whether the event is important or open.
        is_open: whether its card is open.
        tone: code of the ``Tone`` of its score.
        status: code of the ``Status``.
        sentence: title, parties, date, type and status, such as a screen reader reads.
        linked: the actors and dyads that it touches.
        query: query string that opens its card.
        lang: language of its title, a BCP 47 tag; empty if not given.
    """

    id: str
    when: tuple[str, ...]
    title: tuple[str, ...]
    bold: bool
    is_open: bool
    tone: int
    status: int
    sentence: str
    linked: Linked
    query: str
    lang: str

    @property
    def height(self) -> float:
        """Height in pixels: 36 with one line of each, 68 with three lines of the title."""
        return _PADDING + LINE * (len(self.when) + len(self.title))


def choose_rows(dataset: Dataset, visible: BoolArray, opened: int) -> IntArray:
    """Return the events that have a row, in order of time: all, or the most important ones.

    Of equally important events that are too many, short runs are chosen, evenly over time.

    Args:
        dataset: the dataset.
        visible: flags of the events in view.
        opened: row of the open event, or -1; it has a row if it is in view.
    """
    tables = dataset.tables
    rows: IntArray = np.flatnonzero(visible)
    if len(rows) > MOST_ROWS:
        rows = np.array([opened] if opened >= 0 and visible[opened] else [], dtype=np.int64)
        for level in dataset.rows_by_importance:
            free = MOST_ROWS - len(rows)
            more = level[visible[level] & (level != opened)]
            rows = np.concatenate([rows, more if len(more) <= free else _in_runs(more, free)])
    return rows[np.lexsort((rows, tables.instant[rows]))]


def _in_runs(rows: IntArray, most: int) -> IntArray:
    """Return about ``most`` of some rows in runs of neighbours, evenly distributed."""
    runs = np.array_split(rows, -(-len(rows) // _RUN))
    chosen = np.linspace(0, len(runs) - 1, most // _RUN).astype(np.int64).tolist()
    return np.concatenate([rows[:0], *(runs[number] for number in chosen)])


def write_rows(
    tables: Tables, selection: Selection, rows: IntArray, width: float, scale: float
) -> tuple[Row, ...]:
    """Return some events in words, broken into lines.

    Args:
        tables: tables of the file.
        selection: the selection.
        rows: rows of ``Tables.events``.
        width: width of a line in pixels.
        scale: see ``text_width``.
    """
    events = tables.events.iloc[rows]
    status = tables.status_code[rows].tolist()
    parts = zip(
        *(events[name].tolist() for name in ("id", "title", "date", "importance")),
        status,
        tones_of(events["score"].to_numpy()).tolist(),
        summarize_events(tables, rows),
        name_linked(tables, rows, selection.nodes),
        openings(selection, events["id"]),
        strict=True,
    )
    written = []
    for id_, title, date, importance, code, tone, summary, linked, query in parts:
        is_open = id_ == selection.event
        bold = importance >= _BOLD_FROM or is_open
        lines = wrap(title, width, TITLE_FONT, _MOST_LINES["title"], bold=bold, scale=scale)
        dates = _write_date(short_words_of(date), code, width, scale)
        row = Row(
            id_,
            dates,
            tuple(map(isolated, lines)),
            bold,
            is_open,
            tone,
            code,
            summary.sentence,
            linked,
            query,
            summary.lang,
        )
        written.append(row)
    return tuple(written)


def short_words_of(date: str) -> str:
    """Return a valid date in words, the months in three letters.

    >>> short_words_of("2023-09-07/2023-10-01")
    '7 Sep – 1 Oct 2023'
    """
    return words_of(date, is_short=True)


def _write_date(date: str, status: int, width: float, scale: float) -> tuple[str, ...]:
    """Return a date and its status in lines: a tick if confirmed, with the word if it fits."""
    after = {Status.CONFIRMED: " ✓", Status.REPORTED: ""}.get(Status(status), " ·")
    word = "" if status == Status.REPORTED else f" {STATUS_LABELS[Status(status).word].inline}"
    lines = wrap(f"{date}{after}{word}", width, DATE_FONT, _MOST_LINES["date"], scale=scale)
    if status == Status.CONFIRMED and len(lines) > 1:
        return wrap(f"{date}{after}", width, DATE_FONT, _MOST_LINES["date"], scale=scale)
    return lines


def find_breaks(
    tables: Tables, selection: Selection, selected: Selected, rows: IntArray, window: Window
) -> list[Break | None]:
    """Return the break before each row, and the one after the last row.

    Args:
        tables: tables of the file.
        selection: the selection.
        selected: flags of the events that it picks.
        rows: rows of ``Tables.events`` that are drawn, in order of time.
        window: the window that is drawn.
    """
    earlier = selected.matching & (tables.upper <= window.lower)
    later = selected.matching & (tables.lower >= window.upper)
    lower, upper = (selection.window.lower, selection.window.upper) if selection.window else (0, 0)
    ends = (
        _outside(selection, earlier, _earlier, Window(MIN_SECOND, upper)),
        _outside(selection, later, _later, Window(lower, MAX_SECOND)),
    )
    if not len(rows):
        # Translators: in place of a chart without any event.
        return [ends[0] or ends[1] or Break(gettext("No event"))]
    hidden = _hidden(tables, selection, selected.visible, rows)
    gaps = _long_gaps(tables, rows)
    between = [one or other for one, other in zip(hidden[1:-1], gaps, strict=True)]
    return [hidden[0] or ends[0], *between, hidden[-1] or ends[1]]


def _earlier(n: int) -> str:
    return ngettext("{n} earlier event", "{n} earlier events", n)


def _later(n: int) -> str:
    return ngettext("{n} later event", "{n} later events", n)


def _outside(
    selection: Selection, events: BoolArray, in_words: Callable[[int], str], window: Window
) -> Break | None:
    """Return the break for events outside the window, which leads to a window that has them."""
    number = int(np.count_nonzero(events))
    if not number:
        return None
    query = query_of(replace(selection, window=window))
    return Break(in_words(number), query)


def _hidden(
    tables: Tables, selection: Selection, visible: BoolArray, rows: IntArray
) -> list[Break | None]:
    """Return a break before each row, and after the last, where events in view have no row."""
    left_out = np.setdiff1d(np.flatnonzero(visible), rows)
    slot = np.searchsorted(tables.instant[rows], tables.instant[left_out], side="right")
    found: list[Break | None] = [None] * (len(rows) + 1)
    for number in np.unique(slot).tolist():
        own = left_out[slot == number]
        instant = tables.instant[own]
        first, last = float(instant.min()), float(instant.max())
        if last - first < DAY_SECONDS:
            found[number] = Break(
                ngettext("{n} more event, see the list", "{n} more events, see the list", len(own))
            )
            continue
        days = (first // DAY_SECONDS * DAY_SECONDS, (last // DAY_SECONDS + 1) * DAY_SECONDS)
        window = Window.spanning(*days)
        words = ngettext("{n} more event, zoom in", "{n} more events, zoom in", len(own))
        found[number] = Break(words, query_of(replace(selection, window=window)))
    return found


def _long_gaps(tables: Tables, rows: IntArray) -> list[Break | None]:
    """Return a break between two rows where unusually much time passes without an event.

    A long event counts by its first day; while it lasts, no *new* event happens.
    """
    lower, upper, instant = tables.lower[rows], tables.upper[rows], tables.instant[rows]
    lasts = tables.events["interval"].to_numpy()[rows] & (upper - lower > _LONG_GAP)
    lasts |= upper >= MAX_SECOND
    begin = np.maximum(np.where(lasts, instant, lower), lower)
    done = np.maximum.accumulate(np.where(lasts, instant, upper))
    lasting = np.maximum.accumulate(np.where(lasts, upper, MIN_SECOND))
    usual = float(np.median(np.diff(instant))) if len(rows) > 1 else 0.0
    found: list[Break | None] = []
    for before, after in pairwise(range(len(rows))):
        gap = float(begin[after] - done[before])
        is_ongoing = bool(lasting[before] > done[before] + gap / 2)
        is_long = gap > max(_LONG_GAP, _LONGER * usual)
        found.append(Break(_without(gap, is_ongoing)) if is_long else None)
    return found


def _without(gap: float, is_ongoing: bool) -> str:
    """Return a time in which nothing, or nothing new, happened, in words."""
    if is_ongoing:
        return gettext("{duration} without a new event", duration=duration(gap))
    return gettext("{duration} without an event", duration=duration(gap))
