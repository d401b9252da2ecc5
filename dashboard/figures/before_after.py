"""Before and after drawn: a row for each pair, its means on the axis of the score.

Wide, and narrow with the names above the axis:

    names          −10 conflict      0      cooperation +10    events
    A – B                 ●◀───────────────○                   4 → 2
    ├─ name ──────┤├────────── axis ───────────┤├── counts ───┤

    A – B                                      4 → 2
             ●◀───────────────○

The hollow sign is before, the filled one after; the arrow leads from rim to rim.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

from dashboard.analysis.relations.half_words import describe_half
from dashboard.analysis.text_width import shorten, text_width
from dashboard.figures.shapes import px
from dashboard.figures.signs import sign
from dashboard.markup import h, link
from dashboard.model.codes import Role
from dashboard.words.language import gettext, grouped, pgettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.analysis.relations.before_after import BeforeAfter, Half, Moved
    from dashboard.markup import Markup

_FONT, _SMALL = 12.5, 12.0
"""Font sizes of names and counts, and of the axis, in pixels."""
_ROW, _NAME = 24.0, 19.0
"""Height of a row, and of a name above the axis, in pixels."""
_HEAD = 20.0
"""Height of the labels of the axis, in pixels."""
_ARROW = 22.0
"""Width of the arrow between the counts, with its distances, in pixels."""
_GAP, _EDGE = 10.0, 6.0
"""Distance between columns, and margin on both sides, in pixels."""
_LEAST_AXIS = 190.0
"""Shortest axis beside names, in pixels; where less is left, names are above the axis."""
_LEAST_NAME = 0.4
"""Smallest share of the width for names beside the axis, where they need as much."""
_SIGN, _THIN = 12.0, 8.0
"""Diameters of the signs, and of those that rest on fewer than three events, in pixels."""
_TIP = 4.0
"""Length of the head of an arrow, in pixels."""
_MOST_SCORE = 10.0
_GRID = (-10.0, -5.0, 5.0, 10.0)
"""Scores with a line across all rows, besides 0."""


@dataclass(frozen=True)
class _Columns:
    """Positions in pixels.

    Attributes:
        width: width of the drawing.
        name: largest width of a name.
        left, right: ends of the axis, at -10 and at 10.
        before, after: widths of the two columns of counts.
        above: height of the names above the axis; 0 beside it.
    """

    width: float
    name: float
    left: float
    right: float
    before: float
    after: float
    above: float

    @classmethod
    def of(cls, spec: BeforeAfter, width: float, scale: float) -> _Columns:
        before, after = (
            max((text_width(_number(half), _FONT, False, scale) for half in halves), default=0.0)
            for halves in ([row.before for row in spec.rows], [row.after for row in spec.rows])
        )
        counts = max(before + _ARROW + after, text_width(_heading(), _SMALL, False, scale))
        right = width - _EDGE - counts - _GAP - _SIGN / 2
        least = _EDGE + _GAP + _SIGN / 2 + _LEAST_AXIS
        names = (text_width(row.names, _FONT, True, scale) for row in spec.rows)
        widest = max(names, default=0.0)
        name = min(widest, right - least)
        if name >= min(widest, width * _LEAST_NAME):
            left = _EDGE + name + _GAP + _SIGN / 2
            return cls(width, name, left, right, before, after, 0.0)
        inset = _EDGE + _SIGN / 2
        name = width - counts - 2 * _EDGE - _GAP
        return cls(width, name, inset, width - inset, before, after, _NAME)

    def x(self, score: float) -> float:
        """Return the position of a score on the axis."""
        share = (min(max(score, -_MOST_SCORE), _MOST_SCORE) + _MOST_SCORE) / (2 * _MOST_SCORE)
        return self.left + share * (self.right - self.left)


def draw_before_after(spec: BeforeAfter, width: float, scale: float = 1.0) -> Markup:
    """Return the drawing of all rows, with the axis above them.

    Args:
        spec: the pairs.
        width: width of the drawing, in pixels.
        scale: width of the font, relative to the widths of ``text_width``.
    """
    columns = _Columns.of(spec, width, scale)
    step = _ROW + columns.above
    height = _HEAD + step * len(spec.rows)
    rows = (
        _row(row, spec, columns, _HEAD + step * number, scale)
        for number, row in enumerate(spec.rows)
    )
    return h.svg(
        _axis(columns, height),
        rows,
        class_="changes",
        width=px(width),
        height=px(height),
        role="group",
        aria_label=spec.heading,
    )


def _axis(columns: _Columns, height: float) -> Iterator[Markup]:
    """Yield the lines and the labels of the axis."""
    for score in (*_GRID, 0.0):
        x = px(columns.x(score))
        name = "zero" if score == 0 else "grid"
        yield h.line(x1=x, x2=x, y1=px(_HEAD - 4), y2=px(height), class_=name)
    conflict, cooperation = gettext("−10 conflict"), gettext("cooperation +10")
    half = (columns.right - columns.left) / 2
    middle = "0" if half > text_width(cooperation, _SMALL) + _GAP else ""
    ends = ((conflict, -10.0, "start"), (middle, 0.0, "middle"), (cooperation, 10.0, "end"))
    for words, score, anchor in ends:
        shift = {"start": -_SIGN / 2, "middle": 0.0, "end": _SIGN / 2}[anchor]
        x = px(columns.x(score) + shift)
        yield h.text(words, x=x, y=12, text_anchor=anchor, class_="quiet")
    if not columns.above:
        x = px(columns.width - _EDGE)
        yield h.text(_heading(), x=x, y=12, text_anchor="end", class_="quiet")


def _row(row: Moved, spec: BeforeAfter, columns: _Columns, top: float, scale: float) -> Markup:
    """Return a row: a link to the events of the pair, and one for the count of each side."""
    height = _ROW + columns.above
    baseline = top + (columns.above or _ROW) / 2 + _FONT * 0.36
    names = [name for name, holds in (("few", row.few), ("of-open", row.of_open)) if holds]
    width = px(columns.width - 2)
    ground = h.rect(
        x=1, y=px(top + 1), width=width, height=px(height - 2), rx=4, class_="row-ground"
    )
    title = shorten(row.names, columns.name, _FONT, True, scale)
    pair = link(
        row.link.query,
        ground,
        h.text(title, x=px(_EDGE), y=px(baseline), class_="pair-name"),
        _means(row, columns, top + columns.above + _ROW / 2),
        class_="tip",
        aria_label=row.link.words,
        aria_current="true" if row.link.chosen else None,
    )
    counts = _counts(row, spec.sides, columns, top, baseline)
    return h.g(pair, counts, class_=" ".join(["moved", *names]), data_dyad=row.dyad)


def _counts(
    row: Moved, sides: tuple[str, str], columns: _Columns, top: float, baseline: float
) -> Markup:
    """Return the numbers of events of both sides, each a link to them."""
    ends = columns.width - _EDGE - columns.after - _ARROW, columns.width - _EDGE
    y = px(baseline)
    arrow = h.text("→", x=px(ends[0] + _ARROW / 2), y=y, text_anchor="middle")
    texts = []
    for half, side, end, room in (
        (row.before, sides[0], ends[0], columns.before),
        (row.after, sides[1], ends[1], columns.after),
    ):
        number = h.text(_number(half), x=px(end), y=y, text_anchor="end")
        if half.query:
            left, height = end - room - _ARROW / 4, columns.above or _ROW
            width = room + _ARROW / 4 + _EDGE
            area = h.rect(x=px(left), y=px(top), width=px(width), height=height, class_="reach")
            words = describe_half(side, half, row.names)
            number = link(half.query, area, number, class_="tip", aria_label=words)
        texts.append(number)
    return h.g(texts[0], arrow, texts[1], class_="counts")


def _means(row: Moved, columns: _Columns, y: float) -> Iterator[Markup]:
    """Yield the arrow, the hollow sign of the mean before, and the filled one after."""
    size = _THIN if row.few else _SIGN
    ends = [columns.x(half.mean) for half in (row.before, row.after)]
    if not isnan(row.change) and abs(ends[1] - ends[0]) > size + _TIP:
        ahead = 1 if ends[1] > ends[0] else -1
        start, end = ends[0] + ahead * size / 2, ends[1] - ahead * (size / 2 + 1)
        back = end - ahead * _TIP
        head = f"M{px(back)} {px(y - _TIP)}L{px(end)} {px(y)}L{px(back)} {px(y + _TIP)}"
        yield h.path(d=f"M{px(start)} {px(y)}H{px(end)}{head}", class_="move")
    for half, x, role in ((row.before, ends[0], Role.TARGET), (row.after, ends[1], Role.ACTOR)):
        if not isnan(half.mean):
            own = size + 4 if role == Role.TARGET and abs(ends[1] - ends[0]) < 3 else size
            yield h.g(sign(x, y, half.tone, role, size=own))


def _number(half: Half) -> str:
    """Return ``4``, or ``4+1`` with one event in which the two only act together."""
    return f"{grouped(half.n)}+{grouped(half.joint)}" if half.joint else grouped(half.n)


def _heading() -> str:
    return pgettext("small heading above numbers of events", "events")
