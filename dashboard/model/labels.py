"""Labels of categories: what people read instead of the ids that files, URLs and columns hold.

The tables hold English words. A ``Label`` gives them in the language of the reader; those of the
other tables are translated where they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from dashboard.words.language import gettext_noop, pgettext, pgettext_noop

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Label:
    """The words for a category: ``alone``, as on a button, and ``inline``, within a sentence.

    Attributes:
        english_alone, english_inline: the words in English, for messages about a file.
        context: meaning of the words, for translators.

    >>> STATUS_LABELS["alleged"].alone, STANCE_LABELS["declines_to_comment"].inline
    ('Alleged', 'declines to comment')
    """

    english_alone: str
    english_inline: str
    context: str = ""

    @property
    def alone(self) -> str:
        """The words as on a button, in the language of the reader."""
        return pgettext(self.context, self.english_alone)

    @property
    def inline(self) -> str:
        """The words within a sentence, in the language of the reader."""
        return pgettext(self.context, self.english_inline)


_STATUS = "status of an event"
_STANCE = "what one actor does with an assertion"
_ROLE = "role in an event"
_SIDE = "side of a score"
_QUAD_CLASS = "quad class"
_KIND = "kind of actor"
STATUS_LABELS: Mapping[str, Label] = MappingProxyType(
    {
        "confirmed": Label("Confirmed", "confirmed", _STATUS),
        "reported": Label("Reported", "reported", _STATUS),
        "alleged": Label("Alleged", "alleged", _STATUS),
        "disputed": Label("Disputed", "disputed", _STATUS),
        "denied": Label("Denied", "denied", _STATUS),
    }
)
STANCE_LABELS: Mapping[str, Label] = MappingProxyType(
    {
        "asserts": Label("Asserts", "asserts", _STANCE),
        "confirms": Label("Confirms", "confirms", _STANCE),
        "denies": Label("Denies", "denies", _STANCE),
        "disputes": Label("Disputes", "disputes", _STANCE),
        "declines_to_comment": Label("Declines to comment", "declines to comment", _STANCE),
    }
)
STANCE_PLURALS: Mapping[str, str] = MappingProxyType(
    {
        "asserts": pgettext_noop("what several actors do with an assertion", "assert"),
        "confirms": pgettext_noop("what several actors do with an assertion", "confirm"),
        "denies": pgettext_noop("what several actors do with an assertion", "deny"),
        "disputes": pgettext_noop("what several actors do with an assertion", "dispute"),
        "declines_to_comment": pgettext_noop(
            "what several actors do with an assertion", "decline to comment"
        ),
    }
)
"""Words for the stance of several actors: ``South Korea, Japan confirm``."""
ROLE_LABELS: Mapping[str, Label] = MappingProxyType(
    {
        "actor": Label("Actors", "actor", _ROLE),
        "target": Label("Target", "target", _ROLE),
        "aimed_at": Label("Aimed at", "aimed at", _ROLE),
    }
)
SIDE_LABELS: Mapping[str, Label] = MappingProxyType(
    {
        "conflict": Label("Conflict", "conflict", _SIDE),
        "neutral": Label("Neutral", "neutral", _SIDE),
        "cooperation": Label("Cooperation", "cooperation", _SIDE),
    }
)
QUAD_CLASS_LABELS: Mapping[int, Label] = MappingProxyType(
    {
        1: Label("Verbal cooperation", "verbal cooperation", _QUAD_CLASS),
        2: Label("Material cooperation", "material cooperation", _QUAD_CLASS),
        3: Label("Verbal conflict", "verbal conflict", _QUAD_CLASS),
        4: Label("Material conflict", "material conflict", _QUAD_CLASS),
    }
)
PUBLIC_STATEMENT = Label("Public statement", "public statement", _QUAD_CLASS)
"""Words for acts of CAMEO's root 01, some of which are hostile, in place of their quad class."""
NO_QUAD_CLASS = Label("No quad class", "no quad class", _QUAD_CLASS)
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
        "responds_to": (gettext_noop("Answer to"), gettext_noop("Answered by")),
        "follows": (gettext_noop("Continues"), gettext_noop("Continued by")),
        "implements": (gettext_noop("Puts into practice"), gettext_noop("Put into practice by")),
        "violates": (gettext_noop("Breaks"), gettext_noop("Broken by")),
        "corrects": (gettext_noop("Sets right"), gettext_noop("Set right by")),
    }
)
"""Headings of the events to which an event is linked, and of those that are linked to it."""
ACTOR_KIND_LABELS: Mapping[str, Label] = MappingProxyType(
    {
        "country": Label("Country", "country", _KIND),
        "person": Label("Person", "person", _KIND),
        "organization": Label("Organization", "organization", _KIND),
        "bloc": Label("Bloc", "bloc", _KIND),
        "armed_group": Label("Armed group", "armed group", _KIND),
        "people": Label("People", "people", _KIND),
    }
)
