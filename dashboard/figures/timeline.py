"""The timeline as a drawing in SVG: every link, mark, bar, title and tick of its layout.

    ┌ left ┬──────────────────────────────┬ right ┐
    │      │ plot: titles, lanes, titles  │       │   moves and is scaled along the axis
    │names │                              │       │
    ├──────┼──────────────────────────────┼───────┤
    │      │ 13   14   15    Nov    Dec   │       │   foot: labels of ticks
    └──────┴──────────────────────────────┴───────┘

Parts with ``data-x`` keep their size while the drawing is moved; those of the class ``stretched``
are scaled along the axis.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.timeline.lane_labels import LABEL_WIDTH
from dashboard.figures.event_bars import draw_bars
from dashboard.figures.event_marks import draw_events
from dashboard.figures.histogram import draw_histogram, draw_scales
from dashboard.figures.shapes import boxes, line, px
from dashboard.markup import h, link
from dashboard.words.language import gettext, grouped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.analysis.timeline.timeline import Timeline
    from dashboard.markup import Markup

EDGE = 14
"""Width right of the plot, in pixels."""
FAN = 12
"""Height of the ties between the strip and the plot, in pixels."""
FOOT = 36
"""Height below the plot for the labels of ticks, in pixels."""
_LINE = 1.28
"""Distance of two lines of text, as a multiple of the font size."""


def margins(_width: float) -> tuple[int, int, int, int]:
    """Return the pixels left of, right of, above and below the plot of a drawing."""
    return LABEL_WIDTH, EDGE, FAN, FOOT


def draw_timeline(timeline: Timeline) -> Markup:
    """Return the drawing of a timeline.

    Its attributes hold what gestures need: ``data-axis``, the knots [second, pixel] of the time
    axis; ``data-width`` of the plot; ``data-lower`` and ``data-upper``, the window in seconds; and
    ``data-query``, the query string of the selection.
    """
    left, right, fan, foot = margins(timeline.width)
    height, top = timeline.head + timeline.height, px(-timeline.head)
    area = {"y": top, "height": px(height)}
    plot = h.g(
        h.g(_ground(timeline), class_="stretched"),
        _ticks(timeline),
        h.g(draw_histogram(timeline), draw_bars(timeline), class_="stretched"),
        _arcs(timeline),
        draw_events(timeline),
        _titles(timeline),
        draw_scales(timeline),
        clip_path="url(#timeline-clip)",
    )
    return h.svg(
        h.defs(
            h.clipPath(
                h.rect(x=-10, width=px(timeline.width + 20), **area),
                id="timeline-clip",
            )
        ),
        h.g(
            h.rect(width=px(timeline.width), class_="plot-area", **area),
            _fans(timeline),
            plot,
            _lane_names(timeline),
            _beyond(timeline),
            h.g(_tick_labels(timeline), class_="axis"),
            transform=f"translate({left} {px(timeline.head + fan)})",
        ),
        class_="timeline",
        width=px(timeline.width + left + right),
        height=px(fan + height + foot),
        data_axis=json.dumps(
            [[round(second), round(x, 2)] for second, x in timeline.knots], separators=(",", ":")
        ),
        data_width=px(timeline.width),
        data_lower=timeline.window.lower,
        data_upper=timeline.window.upper,
        data_query=timeline.query,
    )


def _ground(timeline: Timeline) -> Iterator[Markup]:
    """Yield the stretches, the lanes, and for each period a band behind the lanes."""
    for stretch in timeline.stretches:
        path = boxes(stretch.left, stretch.right, -timeline.head, timeline.height)
        yield h.path(d=path, class_="stretch")
    middle, half = timeline.lane_y, timeline.lane_height / 2 - 1.5
    across = (-timeline.width, 2 * timeline.width)
    if len(middle):
        yield h.path(d=boxes(*across, middle - half, middle + half), class_="lane")
    for band in timeline.periods:
        yield h.path(d=boxes(band.left, band.right, 0.0, timeline.lanes_end), class_="period-band")


def _fans(timeline: Timeline) -> Iterator[Markup]:
    """Yield the ties from the strip above, which is even, to what is stretched or zoomed."""
    span, top = timeline.span, -timeline.head
    parts = [(one.lower, one.upper, one.left, one.right) for one in timeline.stretches]
    if timeline.window != span:
        parts.append((timeline.window.lower, timeline.window.upper, 0.0, timeline.width))
    for lower, upper, left, right in parts:
        ends = ((second - span.lower) / span.span for second in (lower, upper))
        begin, end = (min(max(share, 0.0), 1.0) * timeline.width for share in ends)
        corners = ((begin, top - FAN), (end, top - FAN), (right, top), (left, top))
        yield h.path(d=line(corners, is_closed=True), class_="fan")


def _ticks(timeline: Timeline) -> Iterator[Markup]:
    path = f"M0 {px(-timeline.head)}V{px(timeline.height)}"
    for tick in timeline.ticks:
        yield h.path(d=path, class_="grid", **_at(tick.x))


def _tick_labels(timeline: Timeline) -> Iterator[Markup]:
    for tick in timeline.ticks:
        if not (tick.label or tick.context) or not 0 <= tick.x <= timeline.width:
            continue
        y = timeline.height + 14
        lines = [(tick.label, y, None), (tick.context, y + 15, "context")]
        texts = (h.text(words, y=px(at), class_=name) for words, at, name in lines if words)
        yield h.g(texts, **_at(tick.label_x))
    stretches = zip(timeline.stretches, timeline.stretch_labels, strict=True)
    for stretch, words in stretches:
        middle, half = (stretch.left + stretch.right) / 2, (stretch.right - stretch.left) / 2
        path = f"M{px(-half)} {px(timeline.height)}h{px(2 * half)}"
        text = h.text(words, y=px(timeline.height + 29), class_="stretch-label")
        yield h.g(h.path(d=path, class_="stretch-line"), text if words else None, **_at(middle))


def _lane_names(timeline: Timeline) -> Iterator[Markup]:
    """Yield the name of each lane; that of an actor is a link to its events."""
    rows = zip(timeline.lanes.ids, timeline.lane_labels, timeline.lane_y.tolist(), strict=True)
    for (id_, lines, y), query in zip(rows, timeline.lane_queries, strict=True):
        first = y + 4.2 - (len(lines) - 1) * 7
        spans = (
            h.tspan(text, x=-9, y=px(first + 14 * number)) for number, text in enumerate(lines)
        )
        text = h.text(spans, class_="lane-name")
        yield link(query, text, data_actor=id_, tabindex=-1) if query else text


def _beyond(timeline: Timeline) -> Iterator[Markup]:
    """Yield the numbers of events outside the window; of an empty one also links to the nearest."""
    y = px(timeline.height - 6)
    if timeline.before:
        yield h.text(f"← {grouped(timeline.before)}", x=4, y=y, class_="beyond")
    if timeline.after:
        x = px(timeline.width - 4)
        yield h.text(f"{grouped(timeline.after)} →", x=x, y=y, class_="beyond end")
    if timeline.marks.in_view.any() or timeline.density is not None:
        return
    words = gettext("No event in this window.")
    lines = [h.text(words, class_="empty-window", y=px(timeline.lanes_end / 2))]
    for row, event in enumerate(timeline.nearest, 1):
        words = (
            # Translators: the first event after a window without events.
            gettext("Next: {title}", title=event.title)
            if event.is_later
            # Translators: the last event before a window without events.
            else gettext("Before: {title}", title=event.title)
        )
        y_of_row = px(timeline.lanes_end / 2 + 20 * row)
        text = h.text(words, class_="empty-window", y=y_of_row)
        lines.append(link(event.query, text, tabindex=-1))
    yield h.g(lines, transform=f"translate({px(timeline.width / 2)} 0)")


def _arcs(timeline: Timeline) -> Iterator[Markup]:
    """Yield arcs between linked events, stronger within the chain of the open event."""
    arcs, base = timeline.arcs, timeline.lanes_end
    stems = zip(arcs.stem_x.tolist(), arcs.stem_top.tolist(), strict=True)
    if len(arcs.stem_x):
        path = "".join(f"M{px(x)} {px(top)}V{px(base)}" for x, top in stems)
        yield h.path(d=path, class_="stem stretched")
    for part, name in ((~arcs.in_chain, "arc"), (arcs.in_chain, "arc chain")):
        if part.any():
            points = np.stack([arcs.x[part], arcs.y[part]], axis=2).tolist()
            yield h.path(d="".join(map(line, points)), class_=f"{name} stretched")
    for label in arcs.labels:
        yield h.text(label.text, y=px(label.y + 4), class_="arc-label", **_at(label.x))


def _titles(timeline: Timeline) -> Iterator[Markup]:
    """Yield each title with its leader; the text begins or ends at the leader."""
    number = {event.id: at for at, event in enumerate(timeline.events)}
    step = timeline.heights.font * _LINE
    for title in timeline.titles:
        half = step * len(title.lines) / 2
        first = title.y - half + step * 0.76
        x = 4 if title.side == "right" else -4
        spans = (
            h.tspan(text, x=x, y=px(first + row * step)) for row, text in enumerate(title.lines)
        )
        end = title.y + half if title.y > title.foot else title.y - half
        names = ("title", "bold" if title.bold else "", "end" if title.side == "left" else "")
        lang = timeline.events[number[title.id]].lang or None
        linked = timeline.linked[number[title.id]]
        yield h.a(
            h.g(
                h.path(d=f"M0 {px(end)}V{px(title.foot)}", class_="leader"),
                h.text(spans, lang=lang),
            ),
            class_=" ".join(filter(None, names)),
            href=f"?{timeline.event_queries[number[title.id]]}",
            tabindex=-1,
            **_at(title.x),
            data_event=title.id,
            data_actors=linked.actors,
            data_dyads=linked.dyads,
        )


def _at(x: float) -> dict[str, str]:
    """Return the attributes of a part that is placed at a pixel and keeps its size."""
    return {"data_x": px(x), "transform": f"translate({px(x)} 0)"}
