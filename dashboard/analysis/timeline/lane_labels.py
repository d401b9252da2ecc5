"""Labels of lanes: the name of each lane in one or two lines that fit beside or within the plot."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import repeat
from typing import TYPE_CHECKING

from dashboard.analysis.text_width import ELLIPSIS, cut, text_width, widest_head
from dashboard.analysis.timeline.title_texts import in_two_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.analysis.timeline.plot_area import PlotArea

LABEL_WIDTH = 112
"""Width of the margin left of the plot, in pixels, where the screen is not small."""
FONT, COMPACT_FONT = 12.5, 10.0
"""Font size in pixels beside the plot, and within it on a small screen."""
_BESIDE = 11
"""Pixels of the margin, or of the plot area, that a label leaves free."""
_TWO_LINES = 32
"""Least height of a lane with two lines, in pixels."""
_BREAKS = (" ", "-", "‐", "–", "/")
"""Characters after which a name may be broken without cutting a word."""


def lane_labels(
    names: Sequence[str], plot_area: PlotArea, lanes: Sequence[float]
) -> tuple[tuple[str, ...], ...]:
    """Return the label of each lane in lines.

    Of names that would be shortened to the same label, the last words are kept instead.

    >>> from dashboard.analysis.timeline.plot_area import PlotArea
    >>> names = ["Democratic Republic of the Congo", "Democratic Republic of Vietnam"]
    >>> lane_labels(names, PlotArea(1000), [26, 26])
    (('…of the Congo',), ('…of Vietnam',))

    Args:
        names: name of each lane.
        plot_area: plot area of the timeline.
        lanes: height of each lane, in pixels.
    """
    labels = [lane_label(*one) for one in zip(names, repeat(plot_area), lanes)]
    size = COMPACT_FONT if plot_area.compact else FONT
    width = (plot_area.width if plot_area.compact else LABEL_WIDTH) - _BESIDE
    alike = {label for label, n in Counter(labels).items() if n > 1}
    return tuple(
        (last_words(name, width, size, plot_area.scale) or label[0], *label[1:])
        if label in alike
        else label
        for name, label in zip(names, labels, strict=True)
    )


def last_words(name: str, width: float, size: float, scale: float = 1.0) -> str:
    """Return as many last words of a name as fit, after an ellipsis; an empty text for none.

    >>> last_words("Democratic Republic of Vietnam", 101, 12.5)
    '…of Vietnam'

    Args:
        name: one line.
        width: in pixels.
        size: the font size in pixels.
        scale: see ``text_width``.
    """
    words = name.split(" ")
    tails = (ELLIPSIS + " ".join(words[at:]) for at in range(1, len(words)))
    return next((tail for tail in tails if text_width(tail, size, False, scale) <= width), "")


def lane_label(name: str, plot_area: PlotArea, lane: float) -> tuple[str, ...]:
    """Return a name in lines that fit, shortened where even two lines are too short.

    A label is never empty, however long the first word is.

    >>> from dashboard.analysis.timeline.plot_area import PlotArea
    >>> lane_label("Russia", PlotArea(1000), 46)
    ('Russia',)
    >>> lane_label("United Nations Security Council", PlotArea(1000), 46)
    ('United Nations', 'Security Council')

    Args:
        name: name of the lane.
        plot_area: plot area of the timeline.
        lane: height of the lane, in pixels.
    """
    if plot_area.compact:
        return (cut(name, plot_area.width - _BESIDE, COMPACT_FONT, scale=plot_area.scale),)
    width = LABEL_WIDTH - _BESIDE
    measure = partial(text_width, size=FONT, scale=plot_area.scale)
    if measure(name) <= width:
        return (name,)
    if lane < _TWO_LINES:
        return (cut(name, width, FONT, scale=plot_area.scale),)
    halves = in_two_lines(name, measure)
    if halves and max(map(measure, halves)) <= width:
        return halves
    end = _end_of_line(name, widest_head(name, width, FONT, plot_area.scale))
    rest = cut(name[end:].lstrip(), width, FONT, scale=plot_area.scale)
    return (name[:end].rstrip(), rest) if rest else (name[:end],)


def _end_of_line(name: str, longest: int) -> int:
    """Return the end of the first line: after a word if the line is then at least half full."""
    after = (end for end in range(longest, longest // 2, -1) if name[end - 1] in _BREAKS)
    at_space = longest if name[longest : longest + 1] == " " else 0
    return at_space or next(after, longest)
