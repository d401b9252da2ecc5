"""The parties over time as SVG: one row a party, one symbol for each stance that it took on a day.

The same symbols are at the claims below the drawing, so that it needs no key.

     ▲ asserts, confirms      ▼ denies      ▽ disputes      – declines to comment

A symbol with a dashed outline is dated by a month or a year only.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from dashboard.analysis.evidence.voices import MARK
from dashboard.figures.shapes import line, px
from dashboard.markup import h

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.analysis.evidence.voices import Voices
    from dashboard.markup import Markup

_SIDES: Mapping[str, str] = MappingProxyType(
    {
        "asserts": "for",
        "confirms": "for",
        "denies": "against",
        "disputes": "against part",
        "declines_to_comment": "silent",
    }
)
"""Classes of the symbol of each stance; the first decides the shape."""
_BASE = 4.0
"""Distance of the corner of a text's base line below the middle of its row, in pixels."""


def draw_voices(voices: Voices) -> Markup:
    """Return the drawing; its label states the first claim of each stance."""
    return h.svg(
        (
            h.g(
                h.text(
                    row.name or "…",
                    x="0",
                    y=px(row.y + _BASE),
                    data_actor=row.parties[0],
                    class_="voice-name tip" if row.name != row.words else "voice-name",
                    data_tip=row.words if row.name != row.words else None,
                ),
                h.path(d=line([(voices.left, row.y), (voices.width, row.y)]), class_="voice-line"),
            )
            for row in voices.rows
        ),
        (_symbol(mark.stance, mark.x, mark.y, mark.is_vague, mark.words) for mark in voices.marks),
        (h.text(text, x=px(x), y=px(y), class_="voice-date") for x, y, text in voices.dates),
        class_="voices",
        role="img",
        aria_label=voices.words,
        width=px(voices.width),
        height=px(voices.height),
        viewBox=f"0 0 {px(voices.width)} {px(voices.height)}",
    )


def key_of_stance(stance: str) -> Markup:
    """Return the symbol of a stance, for a claim."""
    return h.svg(_symbol(stance, 6, 7), class_="key", width=12, height=14, aria_hidden="true")


def _symbol(
    stance: str, x: float, y: float, is_vague: bool = False, words: str | None = None
) -> Markup:
    """Return the symbol of a stance around a point; ``words`` is its tip."""
    side = _SIDES[stance]
    half, rise = MARK / 2, MARK * 0.44
    up = -1 if side == "for" else 1
    corners = [(x - half, y - rise * up), (x + half, y - rise * up), (x, y + rise * up)]
    if side == "silent":
        corners = [(x - half + 1, y), (x + half - 1, y)]
    names = f"voice {side}{' vague' if is_vague else ''}{' tip' if words else ''}"
    return h.path(d=line(corners, is_closed=side != "silent"), class_=names, data_tip=words)
