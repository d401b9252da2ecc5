"""The legends of the charts: signs drawn by the code that draws the charts, each with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dashboard.analysis.tone import Tone
from dashboard.figures.shapes import boxes
from dashboard.figures.signs import key
from dashboard.markup import h
from dashboard.model.codes import Role
from dashboard.words.language import gettext, pgettext, pgettext_noop

if TYPE_CHECKING:
    from dashboard.markup import Markup

STRONG = Tone.STRONG_COOPERATION
_AREA = f"area tone-{STRONG}"
ROLES = {
    Role.ACTOR: (
        pgettext_noop("sign of one in a role", "acts"),
        pgettext_noop("sign of one in a role", "acts"),
    ),
    Role.TARGET: (
        pgettext_noop("sign of one in a role", "target"),
        pgettext_noop("sign of one in a role", "is acted on"),
    ),
    Role.AIMED_AT: (
        pgettext_noop("sign of one in a role", "aimed at"),
        pgettext_noop(
            "sign of one in a role",
            "is meant by a show of force or words, in the colour of its score",
        ),
    ),
}
"""English words of each role in the line and in the key, see ``name_role``."""


class Item(NamedTuple):
    """One item of a legend: small drawings, each an element ``svg``, and words."""

    signs: list[Markup]
    words: str


def timeline_items() -> list[Item]:
    """Return the signs of the timeline."""
    doubtful = [key(STRONG, is_established=False), tie(is_established=False)]
    return [
        *(Item([key(STRONG, role)], name_role(words)) for role, (words, _) in ROLES.items()),
        Item(doubtful, pgettext("sign of an event", "not established")),
        Item([], pgettext("sign of an event", "✓ confirmed")),
        Item([key(tone) for tone in Tone], gettext("conflict ■ to ● cooperation")),
    ]


def name_role(words: str) -> str:
    """Return words of ``ROLES`` in the language of the reader."""
    return pgettext("sign of one in a role", words)


def network_items() -> list[Item]:
    """Return the signs of the network."""
    return [Item([halves()], gettext("each half: what the actor beside it did"))]


def drawing(*parts: Markup) -> Markup:
    """Return a small drawing for a legend."""
    return h.svg(parts, class_="key", width=34, height=16, aria_hidden="true")


def tie(*, is_established: bool) -> Markup:
    """Return the link of an event."""
    names = f"link tone-{STRONG}" + ("" if is_established else " dashed")
    return drawing(h.path(d="M1 8H33", class_=names))


def halves() -> Markup:
    """Return a line of the network."""
    parts = ((1, 17, Tone.CONFLICT), (17, 33, Tone.COOPERATION))
    return drawing(
        *(h.path(d=f"M{x0} 8H{x1}", class_=f"link tone-{tone}") for x0, x1, tone in parts)
    )


def band(pixels: float) -> Markup:
    """Return a line of the network of a width."""
    return drawing(h.path(d=boxes(1, 33, 8 - pixels / 2, 8 + pixels / 2), class_=_AREA))
