"""Categories that tables store as small integers: roles, sides, statuses, kinds of relations."""

from __future__ import annotations

from enum import IntEnum
from functools import cached_property


class Code(IntEnum):
    """A category: its value is the code in a column, its ``word`` the text in files and URLs.

    >>> Side.CONFLICT.word
    'conflict'
    >>> [role.word for role in Role]
    ['actor', 'target', 'aimed_at']
    """

    @cached_property
    def word(self) -> str:
        """The name in lower case."""
        return self.name.lower()


class Role(Code):
    """The part that an actor has in an event, the strongest first."""

    ACTOR = 0
    TARGET = 1
    AIMED_AT = 2


class Side(Code):
    """The side of the Goldstein scale on which a score is; see ``model.scores``."""

    CONFLICT = 0
    NEUTRAL = 1
    COOPERATION = 2


class Status(Code):
    """The evidence for an event, from the most to the least certain."""

    CONFIRMED = 0
    REPORTED = 1
    ALLEGED = 2
    DISPUTED = 3
    DENIED = 4

    @property
    def in_doubt(self) -> bool:
        """Whether the event is neither confirmed nor reported without contradiction."""
        return self > Status.REPORTED


class RelationKind(Code):
    """The kind of a relation; of several between two actors in one event the first counts."""

    DIRECTED = 0
    SIGNAL = 1
    MUTUAL = 2
    JOINT = 3
