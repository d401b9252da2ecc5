"""The signs of the picture, drawn by one function for charts, legend, list and card.

     ■ conflict      ● cooperation     ● neutral, in grey        shape: what the score says
     ■ acts          □ target          ▫ aimed at, smaller       fill and size: the role
     ▣ with "?"      the event is alleged, disputed or denied    "?": not established

All are placed at their middle. Colours are classes (``tone-0`` …), which the style sheet resolves,
so that one drawing serves the light and the dark scheme.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from dashboard.analysis.timeline.title_texts import status_note
from dashboard.analysis.tone import Tone
from dashboard.markup import h
from dashboard.model.codes import Role, Status

if TYPE_CHECKING:
    from dashboard.markup import Markup

SIZE = 13.0
"""Diameter of the sign of an actor or a target, in pixels."""
SMALL = 0.62
"""Size of the sign of one aimed at, as a share of ``SIZE``."""
_SQUARE = 0.9
"""Side of a square, as a share of the diameter of a circle with the same weight to the eye."""
_RING = 2.0
"""Width of the outline of a hollow sign in pixels."""


@dataclass(frozen=True)
class StatusStyle:
    """The look of a status, which is also written in every tip, row and card.

    Attributes:
        status: the status.
        is_established: whether the event is confirmed or reported; if not, its signs contain "?"
            and its link is dashed.
    """

    status: Status
    is_established: bool

    @property
    def mark(self) -> str:
        """Text after the title of the event."""
        return status_note(self.status)


STATUS_STYLES = MappingProxyType(
    {status.word: StatusStyle(status, not status.in_doubt) for status in Status}
)


def is_square(tone: int) -> bool:
    """Whether the sign of a tone is a square: that of conflict."""
    return tone <= Tone.CONFLICT


def sign(
    x: float,
    y: float,
    tone: int,
    role: int = Role.ACTOR,
    *,
    is_established: bool = True,
    size: float = SIZE,
) -> list[Markup]:
    """Return the elements of one sign.

    >>> sign(8, 8, Tone.CONFLICT)[0][0]
    'rect'
    >>> [part[0] for part in sign(8, 8, Tone.COOPERATION, is_established=False)]
    ['circle', 'text']

    Args:
        x: horizontal position of its middle in pixels.
        y: vertical position of its middle in pixels.
        tone: code of the ``Tone``.
        role: code of the ``Role``.
        is_established: whether the event is confirmed or reported.
        size: diameter of the sign of an actor in pixels.
    """
    fill = "target" if role != Role.ACTOR else "actor" if is_established else "unclear"
    names = f"mark tone-{tone} {fill}"
    reach = size / 2 * (SMALL if role == Role.AIMED_AT else 1.0)
    if fill != "actor":
        reach -= _RING / 2
    if is_square(tone):
        side = 2 * reach * _SQUARE
        shape = h.rect(
            x=_n(x - side / 2), y=_n(y - side / 2), width=_n(side), height=_n(side), class_=names
        )
    else:
        shape = h.circle(cx=_n(x), cy=_n(y), r=_n(reach), class_=names)
    if role == Role.AIMED_AT:
        return [shape, h.circle(cx=_n(x), cy=_n(y), r="1.3", class_=f"dot tone-{tone}")]
    if is_established:
        return [shape]
    return [shape, h.text("?", x=_n(x), y=_n(y + size * 0.29), class_="doubt")]


def key(tone: int, role: int = Role.ACTOR, *, is_established: bool = True) -> Markup:
    """Return a small drawing of one sign, for a legend or beside a text."""
    parts = sign(8, 8, tone, role, is_established=is_established)
    return h.svg(parts, class_="key", width=16, height=16, aria_hidden="true")


def _n(value: float) -> str:
    """Return pixels with one decimal place at most."""
    return f"{value:.1f}".removesuffix(".0")
