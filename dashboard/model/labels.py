"""Labels of categories: what people read instead of the ids that files, URLs and columns hold."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Label(NamedTuple):
    """The words for a category: ``alone``, as on a button, and ``inline``, within a sentence.

    >>> STATUS_LABELS["alleged"].alone, STANCE_LABELS["declines_to_comment"].inline
    ('Alleged', 'declines to comment')
    """

    alone: str
    inline: str


STATUS_LABELS: Mapping[str, Label] = MappingProxyType(
    {
        "confirmed": Label("Confirmed", "confirmed"),
        "reported": Label("Reported", "reported"),
        "alleged": Label("Alleged", "alleged"),
        "disputed": Label("Disputed", "disputed"),
        "denied": Label("Denied", "denied"),
    }
)
STANCE_LABELS: Mapping[str, Label] = MappingProxyType(
    {
        "asserts": Label("Asserts", "asserts"),
        "confirms": Label("Confirms", "confirms"),
        "denies": Label("Denies", "denies"),
        "disputes": Label("Disputes", "disputes"),
        "declines_to_comment": Label("Declines to comment", "declines to comment"),
    }
)
STANCE_PLURALS: Mapping[str, str] = MappingProxyType(
    {
        "asserts": "assert",
        "confirms": "confirm",
        "denies": "deny",
        "disputes": "dispute",
        "declines_to_comment": "decline to comment",
    }
)
"""Words for the stance of several actors: ``South Korea, Japan confirm``."""
STANCE_PARTICIPLES: Mapping[str, str] = MappingProxyType(
    {
        "asserts": "asserted",
        "confirms": "confirmed",
        "denies": "denied",
        "disputes": "disputed",
    }
)
"""Words after "first", without the stance that decides nothing."""
ROLE_LABELS: Mapping[str, Label] = MappingProxyType(
    {
        "actor": Label("Actors", "actor"),
        "target": Label("Target", "target"),
        "aimed_at": Label("Aimed at", "aimed at"),
    }
)
SIDE_LABELS: Mapping[str, Label] = MappingProxyType(
    {
        "conflict": Label("Conflict", "conflict"),
        "neutral": Label("Neutral", "neutral"),
        "cooperation": Label("Cooperation", "cooperation"),
    }
)
QUAD_CLASS_LABELS: Mapping[int, Label] = MappingProxyType(
    {
        1: Label("Verbal cooperation", "verbal cooperation"),
        2: Label("Material cooperation", "material cooperation"),
        3: Label("Verbal conflict", "verbal conflict"),
        4: Label("Material conflict", "material conflict"),
    }
)
PUBLIC_STATEMENT = Label("Public statement", "public statement")
"""Words for acts of CAMEO's root 01, some of which are hostile, in place of their quad class."""
NO_QUAD_CLASS = Label("No quad class", "no quad class")
LINK_LABELS: Mapping[str, Label] = MappingProxyType(
    {
        "responds_to": Label("Responds to", "responds to"),
        "follows": Label("Follows", "follows"),
        "implements": Label("Implements", "implements"),
        "violates": Label("Violates", "violates"),
        "corrects": Label("Corrects", "corrects"),
    }
)
LINK_HEADINGS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "responds_to": ("Answer to", "Answered by"),
        "follows": ("Continues", "Continued by"),
        "implements": ("Puts into practice", "Put into practice by"),
        "violates": ("Breaks", "Broken by"),
        "corrects": ("Sets right", "Set right by"),
    }
)
"""Headings of the events to which an event is linked, and of those that are linked to it."""
ACTOR_KIND_LABELS: Mapping[str, Label] = MappingProxyType(
    {
        "country": Label("Country", "country"),
        "person": Label("Person", "person"),
        "organization": Label("Organization", "organization"),
        "bloc": Label("Bloc", "bloc"),
        "armed_group": Label("Armed group", "armed group"),
        "people": Label("People", "people"),
    }
)
