"""The finding of the timeline: how many events, of which sides, when most of them, and whose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.dataset import NO_MONTH
from dashboard.analysis.timeline.lanes import OTHERS
from dashboard.model.codes import Side
from dashboard.query.months import end_months_of
from dashboard.query.ordering import rows_within
from dashboard.words.dates import DateParts, date_in_words
from dashboard.words.direction import isolated
from dashboard.words.findings import Highest, events_in_words, highest

if TYPE_CHECKING:
    from dashboard.analysis.dataset import Dataset
    from dashboard.analysis.timeline.lanes import Lanes
    from dashboard.query.columns import BoolArray, IntArray

_NAMED_SIDES = (Side.CONFLICT, Side.COOPERATION, Side.NEUTRAL)


def count_lanes(lanes: Lanes, side: IntArray, visible: BoolArray) -> IntArray:
    """Return the number of events of each lane and side, whatever their role in it.

    Args:
        lanes: the lanes, and which event has a mark in which lane.
        side: (events) code of the ``Side`` of each event.
        visible: (events) flags of the events to count.

    Returns:
        (sides, lanes) counts.
    """
    near = rows_within(lanes.event, visible)
    event = lanes.event[near]
    group = (lanes.lane[near] * len(Side) + side[event])[visible[event]]
    return np.bincount(group, minlength=len(lanes.ids) * len(Side)).reshape(-1, len(Side)).T


def find_events(dataset: Dataset, visible: BoolArray, lanes: Lanes | None = None) -> str:
    """Return the finding of a chart of events.

    Args:
        dataset: the dataset.
        visible: flags of the events in view.
        lanes: the lanes of the chart, if it has any.

    >>> from dashboard import Dataset, Selection, load
    >>> from dashboard.analysis.timeline.lanes import lanes_of
    >>> dataset = Dataset(load("events.yaml"))
    >>> find_events(dataset, np.arange(30) < 2, lanes_of(dataset, Selection()))
    '2 events from July 2023 to August 2023, all of cooperation.'
    """
    rows = np.flatnonzero(visible)
    if not len(rows):
        return events_in_words(("", ""), {})
    counts = np.bincount(dataset.side[rows], minlength=len(Side)).tolist()
    most = ""
    if lanes is not None:
        numbers = count_lanes(lanes, dataset.side, visible).sum(axis=0).tolist()
        names = zip(lanes.ids, lanes.names, numbers, strict=True)
        most = highest((isolated(name), n) for id_, name, n in names if id_ != OTHERS).words
    return events_in_words(
        end_months_of(dataset.tables, rows),
        {side.word: counts[side] for side in _NAMED_SIDES},
        busiest=_busiest(dataset, rows).words,
        most=most,
    )


def _busiest(dataset: Dataset, rows: IntArray) -> Highest:
    """Return the months with the most events; none where all events are of one month."""
    months = dataset.month[rows]
    months = months[months != NO_MONTH]
    if not len(months) or months.min() == months.max():
        return Highest((), 0)
    first = int(months.min())
    counts = np.bincount(months - first)
    used = np.flatnonzero(counts)
    return highest(zip(map(_name, (used + first).tolist()), counts[used].tolist(), strict=True))


def _name(month: int) -> str:
    """Return the name of a month: ``October 2023``.

    >>> _name(645)
    'October 2023'
    """
    parts = DateParts(1970 + month // 12, month % 12 + 1)
    return date_in_words(parts, parts)
