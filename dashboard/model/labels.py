"""Labels of categories: what people read instead of the ids that files, URLs and columns hold.

The tables hold English words. A ``Label`` and a ``Translated`` give them in the language of the
reader; ``gettext`` translates those of ``LINK_HEADINGS``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dashboard.words.language import gettext_noop, pgettext, pgettext_noop


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


class Translated(Mapping[str, str]):
    """Words by id, in the language of the reader.

    Attributes:
        context: meaning of the words, for translators.
    """

    def __init__(self, context: str, english: Mapping[str, str]) -> None:
        self.context = context
        self._english = english

    def __getitem__(self, id_: str) -> str:
        return pgettext(self.context, self._english[id_])

    def __iter__(self) -> Iterator[str]:
        return iter(self._english)

    def __len__(self) -> int:
        return len(self._english)


STATUS_LABELS: Mapping[str, Label] = MappingProxyType(
    {
        "confirmed": Label(
            pgettext_noop("status of an event", "Confirmed"),
            pgettext_noop("status of an event", "confirmed"),
            "status of an event",
        ),
        "reported": Label(
            pgettext_noop("status of an event", "Reported"),
            pgettext_noop("status of an event", "reported"),
            "status of an event",
        ),
        "alleged": Label(
            pgettext_noop("status of an event", "Alleged"),
            pgettext_noop("status of an event", "alleged"),
            "status of an event",
        ),
        "disputed": Label(
            pgettext_noop("status of an event", "Disputed"),
            pgettext_noop("status of an event", "disputed"),
            "status of an event",
        ),
        "denied": Label(
            pgettext_noop("status of an event", "Denied"),
            pgettext_noop("status of an event", "denied"),
            "status of an event",
        ),
    }
)
STANCE_LABELS: Mapping[str, Label] = MappingProxyType(
    {
        "asserts": Label(
            pgettext_noop("what one actor does with an assertion", "Asserts"),
            pgettext_noop("what one actor does with an assertion", "asserts"),
            "what one actor does with an assertion",
        ),
        "confirms": Label(
            pgettext_noop("what one actor does with an assertion", "Confirms"),
            pgettext_noop("what one actor does with an assertion", "confirms"),
            "what one actor does with an assertion",
        ),
        "denies": Label(
            pgettext_noop("what one actor does with an assertion", "Denies"),
            pgettext_noop("what one actor does with an assertion", "denies"),
            "what one actor does with an assertion",
        ),
        "disputes": Label(
            pgettext_noop("what one actor does with an assertion", "Disputes"),
            pgettext_noop("what one actor does with an assertion", "disputes"),
            "what one actor does with an assertion",
        ),
        "declines_to_comment": Label(
            pgettext_noop("what one actor does with an assertion", "Declines to comment"),
            pgettext_noop("what one actor does with an assertion", "declines to comment"),
            "what one actor does with an assertion",
        ),
    }
)
STANCE_PLURALS = Translated(
    "what several actors do with an assertion",
    {
        "asserts": pgettext_noop("what several actors do with an assertion", "assert"),
        "confirms": pgettext_noop("what several actors do with an assertion", "confirm"),
        "denies": pgettext_noop("what several actors do with an assertion", "deny"),
        "disputes": pgettext_noop("what several actors do with an assertion", "dispute"),
        "declines_to_comment": pgettext_noop(
            "what several actors do with an assertion", "decline to comment"
        ),
    },
)
"""Words for the stance of several actors: ``South Korea, Japan confirm``."""
ROLE_LABELS: Mapping[str, Label] = MappingProxyType(
    {
        "actor": Label(
            pgettext_noop("role in an event", "Actors"),
            pgettext_noop("role in an event", "actor"),
            "role in an event",
        ),
        "target": Label(
            pgettext_noop("role in an event", "Target"),
            pgettext_noop("role in an event", "target"),
            "role in an event",
        ),
        "aimed_at": Label(
            pgettext_noop("role in an event", "Aimed at"),
            pgettext_noop("role in an event", "aimed at"),
            "role in an event",
        ),
    }
)
SIDE_LABELS: Mapping[str, Label] = MappingProxyType(
    {
        "conflict": Label(
            pgettext_noop("side of a score", "Conflict"),
            pgettext_noop("side of a score", "conflict"),
            "side of a score",
        ),
        "neutral": Label(
            pgettext_noop("side of a score", "Neutral"),
            pgettext_noop("side of a score", "neutral"),
            "side of a score",
        ),
        "cooperation": Label(
            pgettext_noop("side of a score", "Cooperation"),
            pgettext_noop("side of a score", "cooperation"),
            "side of a score",
        ),
    }
)
QUAD_CLASS_LABELS: Mapping[int, Label] = MappingProxyType(
    {
        1: Label(
            pgettext_noop("quad class", "Verbal cooperation"),
            pgettext_noop("quad class", "verbal cooperation"),
            "quad class",
        ),
        2: Label(
            pgettext_noop("quad class", "Material cooperation"),
            pgettext_noop("quad class", "material cooperation"),
            "quad class",
        ),
        3: Label(
            pgettext_noop("quad class", "Verbal conflict"),
            pgettext_noop("quad class", "verbal conflict"),
            "quad class",
        ),
        4: Label(
            pgettext_noop("quad class", "Material conflict"),
            pgettext_noop("quad class", "material conflict"),
            "quad class",
        ),
    }
)
PUBLIC_STATEMENT = Label(
    pgettext_noop("quad class", "Public statement"),
    pgettext_noop("quad class", "public statement"),
    "quad class",
)
"""Words for acts of CAMEO's root 01, some of which are hostile, in place of their quad class."""
NO_QUAD_CLASS = Label(
    pgettext_noop("quad class", "No quad class"),
    pgettext_noop("quad class", "no quad class"),
    "quad class",
)
LINK_LABELS: Mapping[str, Label] = MappingProxyType(
    {
        "responds_to": Label(gettext_noop("Responds to"), gettext_noop("responds to")),
        "follows": Label(gettext_noop("Follows"), gettext_noop("follows")),
        "implements": Label(gettext_noop("Implements"), gettext_noop("implements")),
        "violates": Label(gettext_noop("Violates"), gettext_noop("violates")),
        "corrects": Label(gettext_noop("Corrects"), gettext_noop("corrects")),
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
        "country": Label(
            pgettext_noop("kind of actor", "Country"),
            pgettext_noop("kind of actor", "country"),
            "kind of actor",
        ),
        "person": Label(
            pgettext_noop("kind of actor", "Person"),
            pgettext_noop("kind of actor", "person"),
            "kind of actor",
        ),
        "organization": Label(
            pgettext_noop("kind of actor", "Organization"),
            pgettext_noop("kind of actor", "organization"),
            "kind of actor",
        ),
        "bloc": Label(
            pgettext_noop("kind of actor", "Bloc"),
            pgettext_noop("kind of actor", "bloc"),
            "kind of actor",
        ),
        "armed_group": Label(
            pgettext_noop("kind of actor", "Armed group"),
            pgettext_noop("kind of actor", "armed group"),
            "kind of actor",
        ),
        "people": Label(
            pgettext_noop("kind of actor", "People"),
            pgettext_noop("kind of actor", "people"),
            "kind of actor",
        ),
    }
)
