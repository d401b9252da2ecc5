"""Labels of lanes: the name of each lane in one or two lines that fit beside the plot."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dashboard.analysis.text_width import shorten, text_width
from dashboard.analysis.timeline.title_choice import in_two_lines

if TYPE_CHECKING:
    from dashboard.analysis.timeline.room import Room

LABEL_WIDTH = 160
"""Width in pixels of the margin left of the plot, where the screen is not small."""
FONT, COMPACT_FONT = 12.5, 10.0
"""Font size in pixels beside the plot, and within the plot on a small screen."""
_BESIDE = 18
"""Pixels of the margin that a label leaves free."""


def lane_label(name: str, room: Room) -> tuple[str, ...]:
    """Return a name in one or two lines, shortened where even two lines are too narrow.

    >>> from dashboard.analysis.timeline.room import Room
    >>> lane_label("Russia", Room(1000))
    ('Russia',)
    >>> lane_label("Intergovernmental Authority on Development", Room(1000))
    ('Intergovernmental', 'Authority on…')
    """
    measure = partial(text_width, size=FONT, scale=room.scale)
    width = LABEL_WIDTH - _BESIDE
    if room.compact or measure(name) <= width:
        return (name,)
    lines = in_two_lines(name, measure) or (name,)
    return tuple(shorten(line, width, FONT, scale=room.scale) for line in lines)
