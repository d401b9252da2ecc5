"""A sheet: drawings below a title, a sentence and a legend, above a line of credit.

Title of the file
12 of 30 events · Japan · Aug 2023 – Jun 2024
● acts  ○ target  …
┌ drawings, one below the other ┐
Credit: sources, date of the export, revision

In a language that is written from right to left all of it begins at the right; only the drawings
are the same, since time runs to the right.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dashboard.analysis.text_lines import wrap
from dashboard.analysis.text_width import text_width
from dashboard.figures.shapes import px
from dashboard.markup import Markup, h, is_element
from dashboard.words.language import is_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.figures.legend import Item

EDGE = 16.0
"""Margin around everything, in pixels."""
_TEXTS = {
    "sheet-title": (19.0, 26.0, 2),
    "sheet-text": (13.0, 18.0, 6),
    "sheet-name": (13.5, 20.0, 2),
    "sheet-credit": (11.5, 15.0, 8),
}
"""Font size, distance of lines, and most lines of each kind of text, by its class."""
_LEFTWARD, _FIRST_STRONG, _POP = "\u2067", "\u2068", "\u2069"
"""Right-to-left and first strong isolate, and their end (Unicode Standard Annex 9)."""
_GAP = 14.0
"""Gap between two items of the legend, and between drawings, in pixels."""
_LEGEND_ROW = 20.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """Content of a picture.

    Attributes:
        title: title of the file.
        sentences: lines below it: the selection in words, and notes.
        legend: signs and words.
        drawings: pairs of a heading, which may be an empty text, and an element ``svg``.
        credit: sentences below the drawings.
        width: least width in pixels, without the margins.
    """

    title: str
    sentences: Sequence[str]
    legend: Sequence[Item]
    drawings: Sequence[tuple[str, Markup]]
    credit: Sequence[str]
    width: float


def draw_sheet(sheet: Sheet) -> Markup:
    """Return the drawing of a sheet; links become plain marks with their names as ``title``."""
    widths = (float(drawing[1]["width"]) for _, drawing in sheet.drawings)
    column = _Column(max([sheet.width, *widths]))
    column.text("sheet-title", sheet.title)
    for sentence in sheet.sentences:
        column.text("sheet-text", sentence)
    column.legend(sheet.legend)
    for heading, drawing in sheet.drawings:
        column.text("sheet-name", heading)
        column.drawing(drawing)
    for sentence in sheet.credit:
        column.text("sheet-credit", sentence)
    return h.svg(
        h.title(sheet.title),
        h.desc(" ".join(sheet.sentences)),
        column.parts,
        class_="sheet",
        role="img",
        width=px(column.width + 2 * EDGE),
        height=px(column.y + EDGE),
    )


class _Column:
    """Parts placed one below the other, each at the side where a line of the language begins."""

    def __init__(self, width: float) -> None:
        self.width, self.y = width, EDGE
        self.parts: list[Markup] = []
        self._is_mirrored = is_right_to_left()

    def text(self, name: str, text: str) -> None:
        size, step, most = _TEXTS[name]
        for line in wrap(text, self.width, size, most, bold=size > 13.0):
            self._write(line, 0.0, self.y + size, name)
            self.y += step

    def legend(self, items: Iterable[Item]) -> None:
        x = 0.0
        self.y += 4
        for signs, words in items:
            widths = [float(sign[1]["width"]) + 2 for sign in signs]
            whole = sum(widths) + text_width(words, 13.0) + 4
            if x and x + whole > self.width:
                x, self.y = 0.0, self.y + _LEGEND_ROW
            for sign, width in zip(signs, widths, strict=True):
                self._place(sign, x)
                x += width
            self._write(words, x + 3, self.y + 12.5, "sheet-text")
            x += text_width(words, 13.0) + 4 + _GAP
        self.y += _LEGEND_ROW + 4 if x else 0

    def drawing(self, drawing: Markup) -> None:
        self._place(drawing, 0.0)
        self.y += float(drawing[1]["height"]) + _GAP

    def _write(self, text: str, start: float, y: float, name: str) -> None:
        """Write a line at a distance from the side where lines begin."""
        if not self._is_mirrored:
            part = h.text(text, x=px(EDGE + start), y=px(y), class_=name)
        else:
            # Not every program that shows SVG knows its attribute for the direction.
            mark = _FIRST_STRONG if name == "sheet-title" else _LEFTWARD
            x = px(EDGE + self.width - start)
            part = h.text(f"{mark}{text}{_POP}", x=x, y=px(y), class_=name, text_anchor="end")
        self.parts.append(part)

    def _place(self, drawing: Markup, start: float) -> None:
        tag, attributes, children = _still(drawing)
        end = self.width - start - float(attributes["width"])
        x = EDGE + (end if self._is_mirrored else start)
        self.parts.append([tag, {**attributes, "x": px(x), "y": px(self.y)}, children])


def _still(part: Any) -> Any:
    """Return markup without links and data; a name for screen readers becomes a ``title``.

    >>> _still(h.a(h.circle(r=3), href="?event=a", aria_label="Talks", data_event="a"))
    ['g', {}, [['title', {}, ['Talks']], ['circle', {'r': '3'}, []]]]
    """
    if not is_element(part):
        return part
    tag, attributes, children = part
    kept = {
        name: value
        for name, value in attributes.items()
        if not name.startswith(("data-", "aria-")) and name not in ("href", "tabindex", "role")
    }
    name = attributes.get("aria-label")
    named = [h.title(name)] if name else []
    return ["g" if tag == "a" else tag, kept, [*named, *map(_still, children)]]
