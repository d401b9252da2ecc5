"""The keys of an events file: one table that the reader, the JSON Schema and the README share."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from dashboard.model.book import LINK_KINDS, RELIABILITIES, STANCES, STATUSES
from dashboard.model.event_types import event_types

if TYPE_CHECKING:
    from collections.abc import Mapping

ACTOR_KINDS = MappingProxyType(
    {
        "country": "a state, also a historic one",
        "person": "a person; counts for its country",
        "organization": "an organisation; counts for its country if it has one",
        "bloc": "a group of states, with members",
        "armed_group": "an armed group; counts for its country if it has one",
    }
)


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record.

    Attributes:
        kind: how its value is read, a key of the reader's table of kinds.
        meaning: one sentence for people.
        required: whether the record is incomplete without it.
        choices: the allowed words with their meaning, for the kind ``choice``.
        bounds: least and greatest number allowed.
        record: name of the record that the value (or each of its items) is.
        examples: values as one would write them.
    """

    kind: str
    meaning: str
    required: bool = False
    choices: Mapping[str, str] | None = None
    bounds: tuple[float, float] | None = None
    record: str = ""
    examples: tuple[object, ...] = ()


def _type_choices() -> Mapping[str, str]:
    return {kind.id: kind.label for kind in event_types().values()}


_SOURCE = {
    "title": Field("line", "Title of the article, document or post."),
    "publisher": Field("line", "Who published it.", examples=("Yonhap",)),
    "author": Field("line", "Who wrote it."),
    "date": Field("date", "When it was published.", examples=("2023-10-19",)),
    "url": Field("url", "Where it can be read (http or https)."),
    "archive_url": Field("url", "An archived copy (http or https)."),
    "reliability": Field(
        "choice", "Reliability of the source, A to F (NATO Admiralty scale).", choices=RELIABILITIES
    ),
}

RECORDS: Mapping[str, Mapping[str, Field]] = MappingProxyType(
    {
        "file": {
            "title": Field("line", "Heading of the page."),
            "description": Field("text", "One or two sentences below the heading."),
            "timezone": Field(
                "zone",
                "Time zone in which days are meant, unless an event says otherwise; default UTC.",
                examples=("Asia/Seoul",),
            ),
            "actors": Field(
                "records", "People, organisations and groups that take part.", record="actor"
            ),
            "sources": Field(
                "records", "Sources used by several events, with an id.", record="listed source"
            ),
            "periods": Field("records", "Bands behind the timeline.", record="period"),
            "events": Field("records", "The events.", record="event"),
        },
        "actor": {
            "id": Field(
                "identifier",
                "The word by which events refer to it.",
                required=True,
                examples=("lavrov",),
            ),
            "name": Field("line", "Name to print; default the id.", examples=("Sergey Lavrov",)),
            "kind": Field(
                "choice", "What it is.", required=True, choices=ACTOR_KINDS, examples=("person",)
            ),
            "country": Field("country", "The country that it counts for."),
            "members": Field("actors", "Members of a bloc or an organisation."),
            "aliases": Field("texts", "Other names by which events may refer to it."),
            "color": Field("color", "Its colour, as #rrggbb.", examples=("#2f6fb0",)),
        },
        "source": _SOURCE,
        "listed source": {
            "id": Field(
                "identifier",
                "The word by which events refer to it.",
                required=True,
                examples=("yonhap",),
            ),
            **_SOURCE,
        },
        "period": {
            "name": Field(
                "line", "Name of the band.", required=True, examples=("Visits and summits",)
            ),
            "date": Field(
                "date", "When, as an interval.", required=True, examples=("2023-09/2024-06",)
            ),
        },
        "place": {
            "name": Field("line", "Name of the place.", required=True, examples=("Pyongyang",)),
            "country": Field("country", "The country it lies in."),
            "lat": Field("number", "Latitude in degrees, north positive.", bounds=(-90, 90)),
            "lon": Field("number", "Longitude in degrees, east positive.", bounds=(-180, 180)),
        },
        "claim": {
            "by": Field("actors", "Who says so.", required=True, examples=(["United States"],)),
            "stance": Field(
                "choice",
                "What they say of it.",
                required=True,
                choices=STANCES,
                examples=("asserts",),
            ),
            "date": Field("date", "When they said it."),
            "note": Field("text", "Their words, or a summary of them."),
            "source": Field("source", "Where it can be read."),
        },
        "links": {
            kind: Field("identifiers", f"Ids of events that this one {meaning}.")
            for kind, meaning in LINK_KINDS.items()
        },
        "event": {
            "date": Field(
                "date",
                "When it happened (EDTF): 2023, 2023-10, 2023-10-26, 2023-10-26T09:00+09:00; "
                "~ approximate, ? uncertain; A/B an interval, .. an open end.",
                required=True,
                examples=("2023-10-22", "2023-10-18/2023-10-19", "2023-10~"),
            ),
            "title": Field(
                "line",
                "One line that says what happened.",
                required=True,
                examples=("First trilateral air exercise",),
            ),
            "actors": Field(
                "actors",
                "Who acts.",
                required=True,
                examples=(["South Korea", "United States", "Japan"],),
            ),
            "targets": Field("actors", "Whom the act is directed at."),
            "aimed_at": Field("actors", "Third parties that the act is meant to warn."),
            "type": Field("choice", "What kind of act it is.", choices=_type_choices()),
            "score": Field(
                "number", "Goldstein score, if not the type's own.", bounds=(-10.0, 10.0)
            ),
            "status": Field(
                "choice", "How sure it is; by default it follows from claims.", choices=STATUSES
            ),
            "claims": Field("claims", "Who asserts and who denies it.", record="claim"),
            "sources": Field("sources", "URLs, ids of listed sources, or sources in full."),
            "links": Field("links", "How it relates to other events.", record="links"),
            "place": Field("place", "Where it happened.", record="place"),
            "known": Field("date", "When it became public, if later than its date."),
            "tz": Field("zone", "Time zone in which its day is meant.", examples=("Asia/Seoul",)),
            "description": Field("text", "A few sentences."),
            "tags": Field("texts", "Words to find it by."),
            "importance": Field("integer", "1 (least) to 5; default 3.", bounds=(1, 5)),
            "id": Field(
                "identifier", "Unique word for links and URLs; default from date and title."
            ),
        },
    }
)

OTHER_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "when": ("date", ""),
        "day": ("date", ""),
        "start": ("date", " with an interval A/B"),
        "end": ("date", " with an interval A/B"),
        "from": ("date", " with an interval A/B"),
        "to": ("date", " with an interval A/B"),
        "until": ("date", " with an interval A/B"),
        "headline": ("title", ""),
        "heading": ("title", ""),
        "what": ("title", ""),
        "name": ("title", ""),
        "who": ("actors", ""),
        "countries": ("actors", ""),
        "participants": ("actors", ""),
        "against": ("targets", ""),
        "category": ("type", ""),
        "goldstein": ("score", ""),
        "where": ("place", ""),
        "location": ("place", ""),
        "latitude": ("lat", ""),
        "longitude": ("lon", ""),
        "lng": ("lon", ""),
        "url": ("sources", ""),
        "link": ("sources", ""),
        "summary": ("description", ""),
        "text": ("description", ""),
        "notes": ("description", ""),
        "note": ("description", ""),
        "weight": ("importance", ""),
        "priority": ("importance", ""),
        "colour": ("color", ""),
        "zone": ("tz", ""),
        "type": ("kind", ""),
    }
)
"""Keys that people write instead: the field that is meant, and how it is written."""
