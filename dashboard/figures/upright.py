"""The upright timeline as a drawing in SVG, and the names of its columns, which stay in view.

┌──────────────────────────────────────┐
│ ╱Japan ╱Russia                       │   draw_column_names: does not scroll
├──│─────│─────────────────────────────┤
│  ●─────○      13 Sep 2023            │   draw_upright: one link for each row
│  │     │      Kim and Putin meet     │
└──────────────────────────────────────┘
"""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING

from dashboard.analysis.timeline.upright_columns import NAME_ANGLE
from dashboard.analysis.timeline.upright_rows import DATE_FONT, LINE
from dashboard.figures.shapes import boxes, line, px
from dashboard.figures.signs import STATUS_STYLES, sign
from dashboard.markup import h, link

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dashboard.analysis.timeline.upright import Mark, Upright
    from dashboard.analysis.timeline.upright_spans import Span
    from dashboard.markup import Markup

_BAR = 3.5
"""Width of the bar of an event that lasts, in pixels."""
_ARROW = 7.0
"""Length of the arrow at the end of a bar that goes on, in pixels."""
_STYLES = tuple(STATUS_STYLES.values())
"""Style of each ``Status``."""


def draw_column_names(upright: Upright) -> Markup:
    """Return the names of the columns as a drawing of their own, as wide as the timeline."""
    height = px(upright.head)
    names = []
    for column in upright.columns:
        turned = f"translate({px(column.x + 4)} {px(upright.head - 5)}) rotate(-{px(NAME_ANGLE)})"
        name = h.text(column.name, transform=turned, class_="column-name")
        if column.query:
            name = link(column.query, name, data_actor=column.id, tabindex=-1)
        names.append(name)
    return h.svg(names, class_="timeline column-names", width=px(upright.width), height=height)


def draw_upright(upright: Upright) -> Markup:
    """Return the drawing of the rows, without the names of the columns.

    Its attributes hold what gestures need, see ``draw_timeline``; the knots in ``data-axis`` are
    [second, y], and ``data-upright`` is set.
    """
    by_row = {row: list(own) for row, own in groupby(upright.marks, key=lambda mark: mark.row)}
    width, height = px(upright.width), px(upright.height)
    return h.svg(
        h.rect(width=width, height=height, class_="plot-area"),
        h.path(d=_grid(upright), class_="grid"),
        (_gap(upright, number) for number in range(len(upright.gaps))),
        (_row(upright, row, by_row.get(row, [])) for row in range(len(upright.rows))),
        map(_span, upright.spans),
        class_="timeline upright",
        width=width,
        height=height,
        data_axis=json.dumps(
            [[round(second, 1), round(y, 1)] for second, y in upright.knots], separators=(",", ":")
        ),
        data_width=width,
        data_upright="true",
        data_lower=upright.window.lower,
        data_upper=upright.window.upper,
        data_query=upright.query,
    )


def _grid(upright: Upright) -> str:
    """Return the path of the lines of the columns, and of those below the rows."""
    columns = (f"M{px(column.x)} 0V{px(upright.height)}" for column in upright.columns)
    bottoms = (
        f"M{px(upright.title_x)} {px(top + row.height)}H{px(upright.width)}"
        for top, row in zip(upright.top.tolist(), upright.rows, strict=True)
    )
    return "".join((*columns, *bottoms))


def _gap(upright: Upright, number: int) -> Markup:
    """Return a band with its words, a link where it leads to events."""
    gap = upright.gaps[number]
    top, height = px(gap.top), gap.bottom - gap.top
    band = h.rect(y=top, width=px(upright.width), height=px(height), class_="gap")
    middle = px((gap.top + gap.bottom) / 2 + DATE_FONT * 0.36)
    parts = (band, h.text(gap.words, x=px(upright.title_x), y=middle, class_="quiet"))
    return link(gap.query, parts, tabindex=-1) if gap.query is not None else h.g(parts)


def _row(upright: Upright, number: int, marks: Sequence[Mark]) -> Markup:
    """Return one event: a link to its card with its ground, marks, date and title."""
    row, top, y = upright.rows[number], float(upright.top[number]), float(upright.y[number])
    return h.a(
        h.rect(
            y=px(top + 0.5), width=px(upright.width), height=px(row.height - 1), class_="ground"
        ),
        _marks(marks, row.tone, _STYLES[row.status].is_established),
        h.text(_words(upright, number)),
        class_="event open" if row.is_open else "event",
        href=f"?{row.query}",
        tabindex=-1,
        aria_label=row.sentence,
        data_event=row.id,
        data_actors=row.linked.actors,
        data_dyads=row.linked.dyads,
        data_y=px(y),
    )


def _marks(marks: Sequence[Mark], tone: int, is_established: bool) -> Iterator[Markup]:
    """Yield the link between the columns of an event, and its signs on the link."""
    if len(marks) > 1:
        names = f"link tone-{tone}" + ("" if is_established else " dashed")
        path = f"M{px(marks[0].x)} {px(marks[0].y)}H{px(marks[-1].x)}"
        yield h.path(d=path, class_=names)
    for mark in marks:
        yield from sign(mark.x, mark.y, mark.tone, mark.role, is_established=is_established)


def _words(upright: Upright, number: int) -> Iterator[Markup]:
    row, y = upright.rows[number], float(upright.top[number]) + LINE - 1
    bold = "bold" if row.bold else None
    lines = [(words, "quiet") for words in row.when] + [(words, bold) for words in row.title]
    for at, (words, name) in enumerate(lines):
        lang = None if name == "quiet" else row.lang or None
        yield h.tspan(words, x=px(upright.title_x), y=px(y + at * LINE), class_=name, lang=lang)


def _span(span: Span) -> Markup:
    """Return a bar, with an arrow where the event goes on; where the end is unknown, it fades."""
    end = span.bottom - _ARROW if span.goes_on else span.bottom
    path = boxes(span.x - _BAR / 2, span.x + _BAR / 2, span.top, end)
    if span.goes_on:
        tip = [(span.x - _BAR, end), (span.x + _BAR, end), (span.x, span.bottom)]
        path += line(tip, is_closed=True)
    return h.path(d=path, class_=f"span tone-{span.tone}" + (" fades" if span.fades else ""))
