"""The matrix as a drawing in SVG, for pictures; the page has it as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.analysis.text_width import text_width
from dashboard.figures.shapes import px
from dashboard.markup import h
from dashboard.words.language import grouped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.analysis.relations.matrix import Cell, Matrix
    from dashboard.markup import Markup

_CELL, _GAP, _FONT = 30.0, 2.0, 12.5
"""Side of a cell, gap between cells, and size of the names, in pixels."""
_SLOPE = 0.72
"""Sine of the angle of the headings."""


def draw_matrix(matrix: Matrix) -> Markup:
    """Return the matrix: rows act on columns; a square is conflict, a round cell cooperation."""
    size = len(matrix.names)
    left = max((text_width(name, _FONT) for name in matrix.names), default=0.0) + 12
    slope = max((text_width(name, _FONT) for name in matrix.headings), default=0.0) * _SLOPE
    top, side = slope + 20, size * (_CELL + _GAP)
    return h.svg(
        _headings(matrix, left, top),
        _names(matrix, left, top),
        (
            _cell(matrix.cells.get((row, column)), left + _at(column), top + _at(row))
            for row in range(size)
            for column in range(size)
            if row != column
        ),
        class_="matrix-drawing",
        width=px(left + side + slope),
        height=px(top + side),
    )


def _at(number: int) -> float:
    return number * (_CELL + _GAP)


def _headings(matrix: Matrix, left: float, top: float) -> Iterator[Markup]:
    for number, heading in enumerate(matrix.headings):
        x, y = px(left + _at(number) + _CELL / 2 + 4), px(top - 6)
        yield h.text(heading, x=x, y=y, transform=f"rotate(-46 {x} {y})")


def _names(matrix: Matrix, left: float, top: float) -> Iterator[Markup]:
    for number, name in enumerate(matrix.names):
        yield h.text(name, x=px(left - 8), y=px(top + _at(number) + 19.5), class_="end")


def _cell(cell: Cell | None, x: float, y: float) -> Markup:
    box = {"x": px(x), "y": px(y), "width": px(_CELL), "height": px(_CELL)}
    ground = h.rect(class_="empty-cell", **box)
    if cell is None:
        return ground
    tones = cell.both or (cell.tone,)
    names = "".join(f" {name}" for name in ("few", "joint", "in_doubt") if getattr(cell, name))
    width = _CELL / len(tones)
    parts = (
        h.rect(
            x=px(x + number * width),
            y=px(y),
            width=px(width),
            height=px(_CELL),
            rx=px(0 if tone < 2 else _CELL / 2 if len(tones) == 1 else 8),
            class_=f"value tone-{tone}{names}",
        )
        for number, tone in enumerate(tones)
    )
    words = f"{grouped(cell.n)}?" if cell.in_doubt else grouped(cell.n)
    plate = h.rect(x=px(x + _CELL / 2 - 9), y=px(y + 7), width=18, height=16, rx=3, class_="plate")
    label = h.text(words, x=px(x + _CELL / 2), y=px(y + 19.5), class_="count")
    return h.g(ground, parts, plate, label, aria_label=cell.link.words)
