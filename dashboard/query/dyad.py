"""The dyad of a selection: a source and a target, in one or both directions, of one side or any."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.model.labels import SIDE_LABELS
from dashboard.model.scores import SIDES
from dashboard.words.direction import isolated
from dashboard.words.language import gettext, pgettext
from dashboard.words.quotes import quoted
from dashboard.words.suggestions import use_one_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ANYONE = "*"
"""Placeholder in a dyad for any actor."""
BOTH = "both"
"""Qualifier of a dyad in both directions."""
_QUALIFIERS = (BOTH, *SIDES)


@dataclass(frozen=True, slots=True)
class Dyad:
    """Acts of a source on a target; in a URL ``RUS:PRK``, ``RUS:*``, ``PRK:RUS:both:conflict``.

    Attributes:
        source, target: ids of countries or actors, or ``ANYONE`` (not both).
        both: whether acts of the target on the source count as well.
        side: one of ``SIDES`` to count only such acts, or an empty text.
    """

    source: str
    target: str
    both: bool = False
    side: str = ""

    def __post_init__(self) -> None:
        """Give equal dyads one form: in both directions, the order of the ends does not matter."""
        if self.both and self.source > self.target:
            source, target = self.target, self.source
            object.__setattr__(self, "source", source)
            object.__setattr__(self, "target", target)

    @classmethod
    def read(cls, text: str, resolve: Callable[[str], str]) -> Dyad:
        """Read a dyad from the text in a URL.

        Args:
            text: source and target, then ``both`` and a side, separated by colons.
            resolve: function that returns the id for a name, or raises a ``ValueError``.

        Raises:
            ValueError: the text is not a valid dyad; the message has the cause.

        Example:
            >>> Dyad.read("russia:both:*", str.upper)
            Traceback (most recent call last):
            ...
            ValueError: "*" is not a valid qualifier: use one of both, conflict, ...
            >>> Dyad.read("rus:prk:both", str.upper)
            Dyad(source='PRK', target='RUS', both=True, side='')
        """
        parts = [part.strip() for part in text.split(":")]
        if len(parts) < 2:
            raise ValueError(
                f"{quoted(text)} is not a valid dyad: write source:target, such as RUS:PRK"
            )
        source, target = (part if part == ANYONE else resolve(part) for part in parts[:2])
        if source == target:
            raise ValueError(f"{quoted(text)} names one actor twice: a dyad is of two")
        for qualifier in parts[2:]:
            if qualifier not in _QUALIFIERS:
                known = use_one_of(_QUALIFIERS)
                raise ValueError(f"{quoted(qualifier)} is not a valid qualifier{known}")
        sides = [part for part in parts[2:] if part in SIDES]
        if len(set(sides)) > 1:
            raise ValueError(f"{quoted(text)} names two sides: choose one of {', '.join(SIDES)}")
        return cls(source, target, BOTH in parts[2:], sides[0] if sides else "")

    def text(self) -> str:
        """Return the text of the dyad in a URL.

        Example:
            >>> Dyad("RUS", "PRK", side="conflict").text()
            'RUS:PRK:conflict'
        """
        qualifiers = [BOTH] if self.both else []
        return ":".join([self.source, self.target, *qualifiers, *filter(None, [self.side])])

    def in_words(self, names: Mapping[str, str]) -> str:
        """Return ``Russia → North Korea, conflict``."""
        anyone = pgettext("an end of a dyad", "anyone")
        source, target = (
            anyone if end == ANYONE else isolated(names.get(end, end))
            for end in (self.source, self.target)
        )
        if self.both:
            # Translators: the arrow of a language from right to left needs U+200F on both sides.
            words = gettext("{source} ↔ {target}", source=source, target=target)
        else:
            # Translators: the arrow points from the source to the target; from right to left it is
            # ← with U+200F on both sides.
            words = gettext("{source} → {target}", source=source, target=target)
        if not self.side:
            return words
        side = SIDE_LABELS[self.side].inline
        return pgettext("a dyad, and the side of its acts", "{dyad}, {side}", dyad=words, side=side)

    @property
    def ends(self) -> tuple[str, ...]:
        """Ids of the ends, without ``ANYONE``."""
        return tuple(end for end in (self.source, self.target) if end != ANYONE)
