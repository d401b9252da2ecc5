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
    name_role,
    network_items,
    tie,
    timeline_items,
)
from dashboard.figures.signs import STATUS_STYLES, key
from dashboard.markup import Markup, h
from dashboard.model.labels import STATUS_LABELS
from dashboard.words.language import gettext, gettext_noop, pgettext, pgettext_noop

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHAPES = {
    "bar": ("M1 4.5H33V11.5H1Z", gettext_noop("lasts from begin to end")),
    "soft": ("M1 8L11 4.5H23L33 8L23 11.5H11Z", gettext_noop("date not exact: within these days")),
    "up": (
        "M3 8V3H9V8ZM13 8V1H19V8ZM23 8V5H29V8Z",
        gettext_noop("many events: cooperation upward"),
    ),
    "down": (
        "M3 8V13H9V8ZM13 8V10H19V8ZM23 8V15H29V8Z",
        gettext_noop("many events: conflict downward"),
    ),
}
"""Path and English words of the keys to bars and histograms."""
_POINTER = (
    (
        pgettext_noop("gesture of the mouse", "Ctrl + wheel"),
        pgettext_noop("what a gesture does", "zooms the timeline"),
    ),
    (
        pgettext_noop("gesture of the mouse", "Drag"),
        pgettext_noop(
            "what a gesture does", "moves the timeline, and the window on the strip above it"
        ),
    ),
    (
        pgettext_noop("gesture of the mouse", "Double click"),
        pgettext_noop("what a gesture does", "shows the whole span"),
    ),
)
"""English name of each gesture, and words for its action."""


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
            _section(pgettext("a group of signs", "Score"), _scores()),
            _section(pgettext("a group of signs", "Role"), _roles()),
            _section(pgettext("a group of signs", "Status"), map(_status, STATUS_STYLES)),
            _section(pgettext("a group of signs", "Time"), _shapes()),
            _section(pgettext("a group of signs", "Relations"), _relations()),
            _section(pgettext("gestures of the mouse", "Pointer"), _gestures()),
            class_="key-sections",
        )
    ]


def _scores() -> Iterable[tuple[list[Markup], str]]:
    words = map(gettext, TONES_WITH_BOUNDS)
    return (([key(tone)], each) for tone, each in zip(Tone, words, strict=True))


def _roles() -> Iterable[tuple[list[Markup], str]]:
    return (([key(STRONG, role)], name_role(words)) for role, (_, words) in ROLES.items())


def _shapes() -> Iterable[tuple[list[Markup], str]]:
    return (([_shape(name)], gettext(words)) for name, (_, words) in _SHAPES.items())


def _gestures() -> Iterable[tuple[list[Markup], str]]:
    return (
        ([h.kbd(pgettext("gesture of the mouse", name))], pgettext("what a gesture does", words))
        for name, words in _POINTER
    )


def _status(status: str) -> tuple[list[Markup], str]:
    style, words = STATUS_STYLES[status], STATUS_LABELS[status].inline
    if style.mark:
        words = pgettext(
            "a status, and the mark after the title of its events",
            "{status}: title {mark}",
            status=words,
            mark=style.mark,
        )
    signs = [key(STRONG, is_established=style.is_established)]
    return [*signs, tie(is_established=style.is_established)], words


def _relations() -> Iterable[tuple[list[Markup], str]]:
    return (
        ([halves()], gettext("the half next to an actor is what it did: colour the mean score")),
        ([band(1.5), band(5.0)], gettext("width: the number of events")),
        ([tie(is_established=False)], gettext("no event between the two is established")),
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
