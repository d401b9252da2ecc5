"""The legends and the key; their signs are drawn by the code that draws the charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.analysis.tone import TONES_WITH_BOUNDS, Tone
from dashboard.figures.legend import (
    ROLES,
    STRONG,
    band,
    drawing,
    halves,
    network_items,
    tie,
    timeline_items,
)
from dashboard.figures.signs import STATUS_STYLES, key
from dashboard.markup import Markup, h
from dashboard.model.labels import STATUS_LABELS

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHAPES = {
    "bar": ("M1 4.5H33V11.5H1Z", "lasts from begin to end"),
    "soft": ("M1 8L11 4.5H23L33 8L23 11.5H11Z", "date not exact: within these days"),
    "up": ("M3 8V3H9V8ZM13 8V1H19V8ZM23 8V5H29V8Z", "many events: cooperation upward"),
    "down": ("M3 8V13H9V8ZM13 8V10H19V8ZM23 8V15H29V8Z", "many events: conflict downward"),
}
"""Path and words of the keys to bars and histograms."""
_POINTER = (
    ("Ctrl + wheel", "zooms the timeline"),
    ("Drag", "moves the timeline, and the window on the strip above it"),
    ("Double click", "shows the whole span"),
)


def timeline_legend() -> list[Markup]:
    """Return the signs of the timeline in one line."""
    return [h.li(_item(*item)) for item in timeline_items()]


def network_legend() -> list[Markup]:
    """Return the signs of the network in one line."""
    return [h.li(_item(*item)) for item in network_items()]


def full_key() -> list[Markup]:
    """Return the key to all signs, and the gestures of the pointer."""
    return [
        h.div(
            _section("Score", _scores()),
            _section("Role", (([key(STRONG, role)], word) for role, (_, word) in ROLES.items())),
            _section("Status", map(_status, STATUS_STYLES)),
            _section("Time", (([_shape(name)], words) for name, (_, words) in _SHAPES.items())),
            _section("Relations", _relations()),
            _section("Pointer", (([h.kbd(names)], words) for names, words in _POINTER)),
            class_="key-sections",
        )
    ]


def _scores() -> Iterable[tuple[list[Markup], str]]:
    return (([key(tone)], words) for tone, words in zip(Tone, TONES_WITH_BOUNDS, strict=True))


def _status(status: str) -> tuple[list[Markup], str]:
    style, label = STATUS_STYLES[status], STATUS_LABELS[status].inline
    mark = f": title {style.mark}" if style.mark else ""
    signs = [key(STRONG, is_established=style.is_established)]
    return [*signs, tie(is_established=style.is_established)], f"{label}{mark}"


def _relations() -> Iterable[tuple[list[Markup], str]]:
    return (
        ([halves()], "the half next to an actor is what it did: colour the mean score"),
        ([band(1.5), band(5.0)], "width: the number of events"),
        ([tie(is_established=False)], "no event between the two is established"),
    )


def _section(heading: str, items: Iterable[tuple[list[Markup], str]]) -> Markup:
    rows = (h.li(_item(signs, words)) for signs, words in items)
    return h.section(h.h3(heading), h.ul(rows, role="list"))


def _item(signs: list[Markup], words: str) -> Markup:
    return h.span(signs, h.span(words), class_="legend-item")


def _shape(name: str) -> Markup:
    kind = "bar" if name in ("bar", "soft") else "area"
    tone = Tone.CONFLICT if name == "down" else Tone.COOPERATION
    return drawing(h.path(d=_SHAPES[name][0], class_=f"{kind} tone-{tone}"))
