"""The offline page of a selection: its drawings, its events and its controls in one HTML file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.analysis.relations.layout import Size
from dashboard.analysis.relations.network import compute
from dashboard.analysis.relations.question import Question
from dashboard.analysis.timeline.plot_area import PlotArea
from dashboard.analysis.timeline.timeline import lay_out_timeline
from dashboard.figures.relations import draw_network
from dashboard.figures.timeline import draw_timeline, margins
from dashboard.formats.html.body import body
from dashboard.formats.html.content import describe_events, describe_marks, describe_ties
from dashboard.formats.html.document import document
from dashboard.formats.html.drawings import Inlining
from dashboard.model.zones import to_local
from dashboard.query.selection import Selection
from dashboard.words.language import gettext
from dashboard.words.numbers import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.analysis.dataset import Dataset
    from dashboard.analysis.timeline.timeline import Timeline
    from dashboard.query.columns import BoolArray
    from dashboard.query.tables import Tables

MOST_EVENTS = 5_000
"""Largest number of events of an offline page."""
WIDTH, NETWORK = 1100.0, (760.0, 460.0)
"""Width of the timeline, and size of the network, in pixels."""


class TooManyEventsError(ValueError):
    """The selection has more events than an offline page can show; the message has the remedy."""


def html_page(
    dataset: Dataset,
    selection: Selection | None = None,
    *,
    withheld: BoolArray | None = None,
    citations: Sequence[str] = (),
    credit: str = "",
) -> str:
    """Return one HTML file that shows a selection without a server and without any request.

    At the whole span it has the titles and positions of the page in ``WIDTH`` pixels; filtered or
    zoomed it draws simpler ones.

    Args:
        dataset: the events file.
        selection: which events the file contains, and how they are shown; default all events.
        withheld: for each event of the file, whether its texts and sources may not be passed on;
            its mark is shown without a title. Default: none.
        citations: of the sources for which events are withheld; they stay on the page.
        credit: the last line of the page: where the events come from, revision and date.

    Raises:
        TooManyEventsError: the selection has more than ``MOST_EVENTS`` events.

    >>> from dashboard import load
    >>> from dashboard.analysis.dataset import Dataset
    >>> html_page(Dataset(load("events.yaml")))[:15]
    '<!DOCTYPE html>'
    """
    asked = selection or Selection()
    chosen = replace(asked, event="")
    dataset = dataset.as_known_on(asked.as_known_on)
    tables = dataset.tables
    selected = asked.apply(tables)
    rows = np.flatnonzero(selected.visible)
    _check_size(len(rows))
    hidden = _of_day(tables, withheld)
    left, right, *_ = margins(WIDTH)
    timeline = lay_out_timeline(dataset, chosen, selected, PlotArea(WIDTH - left - right))
    question = Question.of(dataset, chosen, selected=selected, size=Size(*NETWORK))
    network = compute(question)
    ids = tables.events["id"].to_numpy()
    inlining = Inlining(
        {id_: at for at, id_ in enumerate(ids[rows].tolist())}, frozenset(ids[hidden].tolist())
    )
    nodes = {id_: at for at, id_ in enumerate(network.ids)}
    data = {
        **describe_events(tables, rows, hidden[rows]),
        "marks": describe_marks(timeline.lanes, rows),
        "ties": describe_ties(question.level, rows, network.ids),
        "nodes": len(nodes),
        "timeline": inlining.inline(draw_timeline(timeline)),
        "network": inlining.inline(draw_network(network), nodes),
        "sentence": asked.describe(tables, selected),
        "finding": timeline.finding,
        "relations": network.finding,
        **_describe_axis(timeline),
    }
    parts = body(tables.title, tables.description, data, credit, citations, tables.lang)
    title = tables.title or gettext("Timeline of events")
    return document(title, parts, data, inlining.stylesheet())


def _of_day(tables: Tables, withheld: BoolArray | None) -> BoolArray:
    """Return the flags of the events of ``tables``, which may be cut to a day."""
    if withheld is None:
        return np.zeros(len(tables.events), dtype=bool)
    return withheld if tables.cut is None else withheld[tables.cut.rows]


def _describe_axis(timeline: Timeline) -> dict[str, Any]:
    """Return the axis of a simpler timeline: its span, its lanes and the width of the plot."""
    span = timeline.window
    return {
        "span": [int(span.lower), int(span.upper)],
        "lanes": list(timeline.lanes.names),
        "width": timeline.width,
        "offset": int(to_local(span.lower, timeline.zone) - span.lower),
    }


def _check_size(number: int) -> None:
    if number > MOST_EVENTS:
        raise TooManyEventsError(
            f"one HTML file holds at most {MOST_EVENTS:,} events, and the selection has "
            f"{count(number, 'event')}: narrow it, such as with country=Japan or from=2023-10"
        )
