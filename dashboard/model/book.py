"""The content of one events file as frozen records: events with their claims and sources."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from dashboard.model.codes import Status
from dashboard.words.language import gettext_noop

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.model.actors import Actor, ActorDirectory
    from dashboard.model.dates import EventDate
    from dashboard.model.event_types import EventType

STATUSES = MappingProxyType(
    {
        Status.CONFIRMED.word: gettext_noop(
            "Confirmed by one of those involved, or by an official record"
        ),
        Status.REPORTED.word: gettext_noop("Reported; nobody named denies it"),
        Status.ALLEGED.word: gettext_noop("Alleged: asserted, and confirmed by nobody else"),
        Status.DISPUTED.word: gettext_noop(
            "Disputed: asserted by some, denied by others, or contested in part"
        ),
        Status.DENIED.word: gettext_noop("Denied, and not asserted by anyone named"),
    }
)
"""The meaning of each status in English, in the order of the codes."""
STANCES = MappingProxyType(
    {
        "asserts": gettext_noop("says that it happened"),
        "confirms": gettext_noop(
            "confirms it from its own knowledge; an actor or target admits it"
        ),
        "denies": gettext_noop("says that it did not happen"),
        "disputes": gettext_noop("contests part of it"),
        "declines_to_comment": gettext_noop("was asked and did not answer"),
    }
)
LINK_KINDS = MappingProxyType(
    {
        "responds_to": gettext_noop("is an answer to"),
        "follows": gettext_noop("comes after and continues"),
        "implements": gettext_noop("puts into practice"),
        "violates": gettext_noop("breaks"),
        "corrects": gettext_noop("sets right"),
    }
)
RELIABILITIES = MappingProxyType(
    {
        "A": gettext_noop("completely reliable"),
        "B": gettext_noop("usually reliable"),
        "C": gettext_noop("fairly reliable"),
        "D": gettext_noop("not usually reliable"),
        "E": gettext_noop("unreliable"),
        "F": gettext_noop("cannot be judged"),
    }
)
DEFAULT_IMPORTANCE, MOST_IMPORTANCE = 3, 5


@dataclass(frozen=True, slots=True)
class Source:
    """An article, document or post.

    Attributes:
        reliability: a letter, A to F (NATO Admiralty scale).
        citation: how its publisher wants it cited.
        redistribute: whether its content may be passed on.
        lang: its language, a BCP 47 tag.
    """

    id: str = ""
    title: str = ""
    publisher: str = ""
    author: str = ""
    date: EventDate | None = None
    url: str = ""
    archive_url: str = ""
    reliability: str = ""
    citation: str = ""
    redistribute: bool = True
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of actors about an event.

    Attributes:
        by: ids of the actors.
        stance: a key of ``STANCES``.
        date: date of the statement; without one the date of the source counts.
        note: a quote or a summary.
        source: publication that contains the statement.
    """

    by: tuple[str, ...]
    stance: str
    date: EventDate | None = None
    note: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """The place of an event; ``country`` is an actor id, coordinates are WGS 84 degrees."""

    name: str
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A named interval, drawn as a band behind the timeline."""

    name: str
    date: EventDate


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The code of a rule whose findings the file accepts, with its 1-based line and column.

    Two are equal if their codes are, whatever their places.
    """

    code: str
    line: int = field(compare=False)
    column: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Event:
    """One event: who did what to whom, when, and who says so.

    Attributes:
        id: unique in its file, used in links and URLs.
        actors: ids of those who act.
        targets: ids of those at whom the act is directed.
        aimed_at: ids of third parties that the act is meant to warn.
        type: a key of ``Book.types``; ``quad_class`` is that of the type.
        score: score, -10 to +10: that of the type unless the file overrides it.
        joint_score: score of the acts of its actors on each other where it has targets; ``None``
            for the usual one.
        signal_score: score of the acts on those it is aimed at; ``None`` for the usual one.
        status: a key of ``STATUSES``: as written, or derived from the claims.
        status_written: whether the file states the status.
        links: pairs of a key of ``LINK_KINDS`` and the ids of other events.
        known: date on which the event became public, if later than its date.
        zone: name of the time zone in which its days are meant.
        lang: language of its texts, a BCP 47 tag; empty for that of the file.
        importance: 1 (least) to 5.
        reports: number of reports in coded data; ``None`` for an event that was not imported.
        line: 1-based line of the file where the event begins; ``column`` likewise. Two events are
            equal whatever their places in the file.
        accept: linter rules whose findings about the event are accepted.
    """

    id: str
    title: str
    date: EventDate
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    aimed_at: tuple[str, ...]
    type: str
    quad_class: int
    score: float
    joint_score: float | None
    signal_score: float | None
    status: str
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]
    links: tuple[tuple[str, tuple[str, ...]], ...]
    place: Place | None
    known: EventDate | None
    zone: str
    lang: str
    description: str
    tags: tuple[str, ...]
    importance: int
    reports: int | None
    line: int = field(compare=False)
    column: int = field(compare=False)
    accept: tuple[Acceptance, ...] = ()
    status_written: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """The content of one events file.

    Attributes:
        zone: name of the time zone in which days are meant unless an event has its own.
        directory: directory that has every actor id of the events.
        listed: actors of the file's own list, in its order.
        sources: sources of the file's own list, by id.
        types: the event types by id: the shipped ones, then those of the file.
        places: 1-based line and column of each listed actor's entry, by id.
        accept: linter rules whose findings about the file as a whole are accepted.
        lang: language of its texts, a BCP 47 tag; empty if not given.
    """

    title: str
    description: str
    zone: str
    directory: ActorDirectory
    listed: tuple[Actor, ...]
    sources: Mapping[str, Source]
    types: Mapping[str, EventType]
    periods: tuple[Period, ...]
    events: tuple[Event, ...]
    places: Mapping[str, tuple[int, int]]
    accept: tuple[Acceptance, ...]
    lang: str = ""
