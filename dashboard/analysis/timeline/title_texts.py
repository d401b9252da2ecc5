"""Texts of titles: in full, in two lines, and shortened, with a note on the evidence.

    Kremlin calls the reports groundless ✓        in full
    Kremlin calls the / reports groundless ✓      in two lines
    Kremlin calls the reports… ✓                  shortened to 15 times the font size
    Alleged arms… · disputed                      shortened to the least width

The note is kept in every text: a tick for a confirmed event, a word for one that is in doubt.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dashboard.analysis.text_width import cut, text_width
from dashboard.model.codes import Status
from dashboard.model.labels import STATUS_LABELS
from dashboard.words.direction import isolated

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.analysis.timeline.plot_area import Heights, PlotArea
    from dashboard.analysis.timeline.title_ways import PlacedTitle

_BETWEEN = 8.0
"""Pixels that are added to the width of a text, so that it is apart from the next title."""
_NARROWER = 0.75
"""Largest width of a title in two lines, as a fraction of its width in one line."""
_WIDEST, _WIDEST_COMPACT = 0.4, 0.72
"""Width from which a title is shortened, as a fraction of the plot area; also on a small screen."""
_STEPS = (15.0, 11.0)
"""Widths to which titles are shortened where they would hide others, as multiples of the font; a
bold title is not."""
_LEAST = 6.0
"""Least width of a shortened title without its note, as a multiple of the font size."""
_LEAST_OF_FEW = 4.5
"""The same where the events are few, so that each of them has a title."""
_NO_BREAK = "\u00a0"
"""Space at which no line ends."""


def status_note(status: int) -> str:
    """Return the end of a title that says whether the event is established.

    >>> [status_note(status) for status in (Status.CONFIRMED, Status.REPORTED, Status.DISPUTED)]
    ['✓', '', '· disputed']

    Args:
        status: code of the ``Status``.
    """
    if status == Status.CONFIRMED:
        return "✓"
    code = Status(status)
    return f"· {STATUS_LABELS[code.name.lower()].inline}" if code.in_doubt else ""


class TitleStyle(NamedTuple):
    """The plot area, the heights, whether a title is bold, and whether the events are few."""

    plot_area: PlotArea
    heights: Heights
    bold: bool
    is_few: bool = False

    def measure(self, text: str) -> float:
        """Return the width of a line in pixels."""
        return text_width(text, self.heights.font, self.bold, self.plot_area.scale)

    def cut(self, text: str, width: float) -> str:
        """Shorten a line to a width in pixels."""
        return _cut(text, width, self.heights.font, self.bold, self.plot_area.scale)

    def in_two_lines(self, text: str) -> tuple[str, ...]:
        """Break a line into two, if these are much narrower."""
        return _in_two_lines(text, self.heights.font, self.bold, self.plot_area.scale)


_cut = lru_cache(maxsize=4096)(cut)
"""The same titles are cut to the same widths in one window after the other."""


class TitleTexts(NamedTuple):
    """A title in full, in two lines, and shortened, with a width in pixels for each.

    Each text ends with ``note``, which is never shortened.
    """

    note: str
    full: str
    stacked: tuple[str, ...]
    short: tuple[str, ...]
    full_width: float
    stacked_width: float
    short_widths: tuple[float, ...]

    @classmethod
    def of(cls, title: str, note: str, style: TitleStyle, beside: float) -> TitleTexts:
        """Return the texts of a title.

        Args:
            title: the title, in one line.
            note: see ``status_note``.
            style: plot area, heights and weight of the font.
            beside: free width on the wider side of the leader, in pixels.
        """
        heights, measure = style.heights, style.measure
        note = _NO_BREAK + note.replace(" ", _NO_BREAK) if note else ""
        full = title + note
        width = measure(full)
        short: dict[str, float] = {}
        for limit in _limits(style, beside - _BETWEEN, measure(note)):
            head = style.cut(title, limit) if limit < measure(title) else ""
            if head:
                short[head + note] = measure(head + note) + _BETWEEN
        has_two_rows = max(heights.rows_above, heights.rows_below) > 1
        stacked = style.in_two_lines(full) if has_two_rows else ()
        return cls(
            note,
            full,
            stacked,
            tuple(short),
            full_width=width + _BETWEEN,
            stacked_width=max(map(measure, stacked)) + _BETWEEN if stacked else 0.0,
            short_widths=tuple(short.values()),
        )

    def lines(self, title: PlacedTitle) -> tuple[str, ...]:
        """Return the lines of a placed title, each isolated."""
        one = self.short[title.shortened - 1] if title.shortened else self.full
        *before, last = self.stacked if title.lines == 2 else (one,)
        return (*map(isolated, before), isolated(last.removesuffix(self.note)) + self.note)


def _limits(style: TitleStyle, beside: float, note: float) -> list[float]:
    """Return the widths to which a title without its note may be shortened, in pixels, descending.

    Args:
        style: the plot area and the font size.
        beside: free width beside the leader, in pixels.
        note: width of the note, in pixels.
    """
    fraction = _WIDEST_COMPACT if style.plot_area.compact else _WIDEST
    widest = min(style.plot_area.width * fraction, beside) - note
    if style.bold:
        return [widest]
    letter = style.heights.font * style.plot_area.scale
    steps = [max(step * letter - note, _LEAST * letter) for step in _STEPS]
    if style.is_few:
        steps.append(_LEAST_OF_FEW * letter)
    return [widest, *(step for step in steps if step < widest)]


def in_two_lines(text: str, measure: Callable[[str], float]) -> tuple[str, ...]:
    """Break a text at the space that makes the longer line shortest.

    >>> in_two_lines("Putin and Kim sign a treaty", len)
    ('Putin and Kim', 'sign a treaty')

    Args:
        text: one line.
        measure: returns the width of a line.

    Returns:
        Two lines, or nothing where two lines are not much narrower than one.
    """
    spaces = [index for index, character in enumerate(text) if character == " "]
    if not spaces:
        return ()
    whole = measure(text)
    # Widths are nearly proportional to numbers of characters, so try the spaces near the middle.
    near = sorted(spaces, key=lambda index: abs(2 * index - len(text)))[:4]
    broken = [(text[:index], text[index + 1 :]) for index in near]
    best = min(broken, key=lambda lines: max(map(measure, lines)))
    return best if max(map(measure, best)) <= _NARROWER * whole else ()


@lru_cache(maxsize=4096)
def _in_two_lines(text: str, font: float, bold: bool, scale: float) -> tuple[str, ...]:
    return in_two_lines(text, lambda line: text_width(line, font, bold, scale))
