"""Strips of events that are aligned on day 0, drawn one above the other on one axis of days.

Marks that would collide are placed in rows above each other, from the line upward:

            ●
          ● ■     │
    ──────●─■─────┼───●──────  line of the strip
                  0
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.figures.shapes import px
from dashboard.figures.signs import sign
from dashboard.markup import h
from dashboard.words.language import gettext, pgettext
from dashboard.words.numbers import MINUS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dashboard.analysis.relations.aligned import Aligned, AlignedMark, Strip
    from dashboard.markup import Markup

_SIGN, _STEP = 12.0, 13.0
"""Diameter of the signs, and the distance of rows and of neighbours in a row, in pixels."""
_MOST_ROWS = 7
"""Largest number of rows of a strip; events beyond lie on those of the last row."""
_EDGE, _FOOT = 16.0, 20.0
"""Margin on both sides, and the height of the labels of the axis, in pixels."""
_TICKS = {30: 10, 90: 30, 365: 90}
"""Days between two ticks, by the reach of the axis."""


def stack(positions: Iterable[float]) -> list[int]:
    """Return for each position the lowest row in which it keeps its distance.

    >>> stack([0, 5, 9, 14, 40])
    [0, 1, 2, 0, 0]

    Args:
        positions: positions along the axis in pixels, ascending.
    """
    ends: list[float] = []
    rows = []
    for x in positions:
        row = next((row for row, end in enumerate(ends) if x - end >= _STEP), len(ends))
        row = min(row, _MOST_ROWS - 1)
        ends[row : row + 1] = [x]
        rows.append(row)
    return rows


def draw_strip(aligned: Aligned, strip: Strip, width: float) -> Markup:
    """Return the drawing of one strip, with its axis.

    Args:
        aligned: the specification, with the length of the axis.
        strip: one of its strips.
        width: width of the drawing, in pixels.
    """
    unit = (width - 2 * _EDGE) / (2 * aligned.reach)
    marks = sorted(strip.marks, key=lambda mark: mark.day)
    places = [_EDGE + (mark.day + aligned.reach) * unit for mark in marks]
    rows = stack(places)
    line = _STEP * (max(rows, default=0) + 1) + 4
    zero = px(_EDGE + aligned.reach * unit)
    return h.svg(
        h.line(x1=zero, x2=zero, y1=0, y2=px(line + 4), class_="zero"),
        h.line(x1=0, x2=px(width), y1=px(line), y2=px(line), class_="grid"),
        _axis(aligned.reach, unit, line),
        (
            _event(mark, x, line - _STEP * (row + 0.5), unit)
            for mark, x, row in zip(marks, places, rows, strict=True)
        ),
        class_="changes aligned",
        width=px(width),
        height=px(line + _FOOT),
        role="group",
        aria_label=gettext("{event}: {numbers}", event=strip.name.words, numbers=strip.words),
    )


def _axis(reach: int, unit: float, line: float) -> Iterator[Markup]:
    """Yield the ticks with their numbers of days."""
    step = _TICKS[reach]
    zero = pgettext("the day of the event that others are compared with", "day 0")
    for day in range(-reach // step * step, reach + 1, step):
        if abs(day) <= reach:
            x = px(_EDGE + (day + reach) * unit)
            words = f"{day:+d}".replace("-", MINUS) if day else zero
            yield h.line(x1=x, x2=x, y1=px(line), y2=px(line + 4), class_="zero")
            yield h.text(words, x=x, y=px(line + 16), text_anchor="middle", class_="quiet")


def _event(mark: AlignedMark, x: float, y: float, unit: float) -> Markup:
    """Return the sign of an event, with a bar for its duration, as a link to its card."""
    bar = None
    if (mark.end - mark.begin) * unit > _SIGN:
        left = x + (mark.begin - mark.day) * unit
        length = (mark.end - mark.begin) * unit
        bar = h.rect(
            x=px(left), y=px(y - 2), width=px(length), height=4, class_=f"bar tone-{mark.tone}"
        )
    return h.a(
        bar,
        sign(x, y, mark.tone, is_established=mark.is_established, size=_SIGN),
        class_="event open tip" if mark.is_zero else "event tip",
        href=f"?{mark.query}",
        aria_label=gettext("{when}.\n{event}", when=mark.when, event=mark.event.sentence),
        data_event=mark.event.id,
        data_actors=mark.linked.actors,
        data_dyads=mark.linked.dyads,
    )
