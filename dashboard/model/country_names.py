"""Names of states in the language of the reader, as CLDR has them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dashboard.model.actor_table import known_actors
from dashboard.words.catalogue import ENGLISH
from dashboard.words.language import language, locale

if TYPE_CHECKING:
    from collections.abc import Mapping


def name_in_language(id_: str, name: str) -> str:
    """Return the name of an actor in the language of this context.

    A name that the file gives itself is kept, as is one that CLDR does not have: that of a group,
    a person or a state of the past.

    Args:
        id_: id of the actor.
        name: its name in the file, or else in the table of known actors.

    >>> from dashboard.words.language import speaking
    >>> with speaking("ko"):
    ...     name_in_language("PRK", "North Korea"), name_in_language("PRK", "DPRK")
    ('북한', 'DPRK')
    """
    if language() == ENGLISH:
        return name
    ours, own = _names(language()).get(id_, ("", ""))
    return own if name == ours else name


@cache
def _names(_tag: str) -> Mapping[str, tuple[str, str]]:
    """Return the English name and the own name of each state, by its id."""
    territories = locale().territories
    return {
        actor.id: (actor.name, territories[code])
        for actor in known_actors()
        for code in actor.codes[:1]
        if code in territories
    }
