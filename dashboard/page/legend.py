"""The legends and the key; their signs are drawn by the code that draws the charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.analysis.tone import TONES_WITH_BOUNDS, Tone
from dashboard.figures.shapes import boxes
from dashboard.figures.signs import STATUS_STYLES, key
from dashboard.markup import Markup, h
from dashboard.model.codes import Role
from dashboard.model.labels import STATUS_LABELS

if TYPE_CHECKING:
    from collections.abc import Iterable

_STRONG = Tone.STRONG_COOPERATION
_AREA = f"area tone-{_STRONG}"
_ROLES = {
    Role.ACTOR: ("acts", "acts"),
    Role.TARGET: ("target", "is acted on"),
    Role.AIMED_AT: ("aimed at", "is meant by a show of force or words, in the colour of its score"),
}
"""Words of each role in the line and in the key."""
_SHAPES = {
    "bar": ("M1 4.5H33V11.5H1Z", "lasts from begin to end"),
    "soft": ("M1 8L11 4.5H23L33 8L23 11.5H11Z", "date not exact: within these days"),
    "up": ("M3 8V3H9V8ZM13 8V1H19V8ZM23 8V5H29V8Z", "many events: cooperation upward"),
    "down": ("M3 8V13H9V8ZM13 8V10H19V8ZM23 8V15H29V8Z", "many events: conflict downward"),
}
"""Path and words of the keys to bars and histograms."""
_KEYS = (
    ("← →", "earlier and later, in the timeline"),
    ("↑ ↓", "from event to event, from dyad to dyad, from row to row"),
    ("Enter", "opens the event"),
    ("+ − Home", "zoom, and the whole span"),
    ("Ctrl + wheel", "zooms"),
    ("/", "search"),
    ("Esc", "closes a menu, or the card"),
)


def timeline_legend() -> list[Markup]:
    """Return the signs of the timeline in one line."""
    tones = [key(tone) for tone in Tone]
    return [
        *(_item([key(_STRONG, role)], words) for role, (words, _) in _ROLES.items()),
        _item([key(_STRONG, is_established=False), _link(is_established=False)], "not established"),
        _item([], "✓ confirmed"),
        _item(tones, "conflict ■ to ● cooperation"),
    ]


def network_legend() -> list[Markup]:
    """Return the signs of the network in one line."""
    return [_item([_halves()], "each half: what the actor beside it did")]


def full_key() -> list[Markup]:
    """Return the key to all signs, and the keys of the keyboard."""
    return [
        h.div(
            _section("Score", _scores()),
            _section("Role", (([key(_STRONG, role)], word) for role, (_, word) in _ROLES.items())),
            _section("Status", map(_status, STATUS_STYLES)),
            _section("Time", (([_shape(name)], words) for name, (_, words) in _SHAPES.items())),
            _section("Relations", _relations()),
            _section("Keyboard", (([h.kbd(names)], words) for names, words in _KEYS)),
            class_="key-sections",
        )
    ]


def _scores() -> Iterable[tuple[list[Markup], str]]:
    return (([key(tone)], words) for tone, words in zip(Tone, TONES_WITH_BOUNDS, strict=True))


def _status(status: str) -> tuple[list[Markup], str]:
    style, label = STATUS_STYLES[status], STATUS_LABELS[status].inline
    mark = f": title {style.mark}" if style.mark else ""
    signs = [key(_STRONG, is_established=style.is_established)]
    return [*signs, _link(is_established=style.is_established)], f"{label}{mark}"


def _relations() -> Iterable[tuple[list[Markup], str]]:
    return (
        ([_halves()], "the half next to an actor is what it did: colour the mean score"),
        ([_width(1.5), _width(5.0)], "width: the number of events"),
        ([_link(is_established=False)], "no event between the two is established"),
    )


def _section(heading: str, items: Iterable[tuple[list[Markup], str]]) -> Markup:
    rows = (h.li(_item(signs, words)) for signs, words in items)
    return h.section(h.h3(heading), h.ul(rows, role="list"))


def _item(signs: list[Markup], words: str) -> Markup:
    return h.span(signs, h.span(words), class_="legend-item")


def _drawing(*parts: Markup) -> Markup:
    return h.svg(parts, class_="key", width=34, height=16, aria_hidden="true")


def _shape(name: str) -> Markup:
    kind = "bar" if name in ("bar", "soft") else "area"
    tone = Tone.CONFLICT if name == "down" else Tone.COOPERATION
    return _drawing(h.path(d=_SHAPES[name][0], class_=f"{kind} tone-{tone}"))


def _link(*, is_established: bool) -> Markup:
    names = f"link tone-{_STRONG}" + ("" if is_established else " dashed")
    return _drawing(h.path(d="M1 8H33", class_=names))


def _halves() -> Markup:
    halves = ((1, 17, Tone.CONFLICT), (17, 33, Tone.COOPERATION))
    return _drawing(
        *(h.path(d=f"M{x0} 8H{x1}", class_=f"link tone-{tone}") for x0, x1, tone in halves)
    )


def _width(pixels: float) -> Markup:
    return _drawing(h.path(d=boxes(1, 33, 8 - pixels / 2, 8 + pixels / 2), class_=_AREA))
