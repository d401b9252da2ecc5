"""The keys of an event and of the records in it: place, claims and links."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from dashboard.model.book import LINK_KINDS, STANCES, STATUSES
from dashboard.model.event_types import QUAD_CLASSES, event_types
from dashboard.model.field import Field
from dashboard.model.rules import acceptable
from dashboard.words.numbers import signed_as_written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.model.event_types import EventType


def _type_choices() -> Mapping[str, str]:
    return {kind.id: kind.label for kind in event_types().values()}


def _type_notes() -> Mapping[str, str]:
    return {kind.id: _note(kind) for kind in event_types().values()}


def _note(kind: EventType) -> str:
    score = signed_as_written(kind.score)
    return f"{QUAD_CLASSES[kind.quad_class]}, Goldstein score {score}, CAMEO {kind.cameo_code}"


EVENT_RECORDS: Mapping[str, Mapping[str, Field]] = MappingProxyType(
    {
        "place": {
            "name": Field("name", "Name of the place.", required=True, examples=("Pyongyang",)),
            "country": Field("country", "The country it lies in.", examples=("North Korea",)),
            "lat": Field(
                "number",
                "Latitude in degrees, north positive.",
                bounds=(-90, 90),
                examples=(39.02,),
            ),
            "lon": Field(
                "number",
                "Longitude in degrees, east positive.",
                bounds=(-180, 180),
                examples=(125.75,),
            ),
        },
        "claim": {
            "by": Field("actors", "Who says so.", required=True, examples=(["United States"],)),
            "stance": Field(
                "choice",
                "Their position on the event.",
                required=True,
                choices=STANCES,
                examples=("asserts",),
            ),
            "date": Field("date", "When they said it.", examples=("2023-10-17",)),
            "note": Field(
                "text",
                "Their words, or a summary of them.",
                examples=("Spokesman Peskov says that there is no proof.",),
            ),
            "source": Field(
                "source",
                "Where it can be read: a URL, the id of a listed source, or a source in full.",
                examples=(
                    "https://example.org/report",
                    {"publisher": "Yonhap", "date": "2023-10-19"},
                ),
            ),
        },
        "links": {
            kind: Field(
                "identifiers",
                f"Ids of events that this one {meaning}.",
                examples=(["joint-statement"],),
            )
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
            "targets": Field("actors", "Whom the act is directed at.", examples=(["North Korea"],)),
            "aimed_at": Field(
                "actors",
                "Third parties that the act is meant to warn.",
                examples=(["North Korea"],),
            ),
            "type": Field(
                "choice",
                "What kind of act it is; default statement.",
                choices=_type_choices(),
                notes=_type_notes(),
            ),
            "score": Field(
                "number",
                "Goldstein score, if not the type's own.",
                bounds=(-10.0, 10.0),
                examples=(-2.5,),
            ),
            "status": Field(
                "choice", "How sure it is; by default it follows from claims.", choices=STATUSES
            ),
            "claims": Field(
                "claims",
                "Who asserts and who denies it.",
                record="claim",
                examples=([{"by": ["Russia"], "stance": "denies", "date": "2023-10-17"}],),
            ),
            "sources": Field(
                "sources",
                "URLs, ids of listed sources, or sources in full.",
                examples=(
                    ["https://example.org/report"],
                    [{"publisher": "Yonhap", "date": "2023-10-19"}],
                ),
            ),
            "links": Field(
                "links",
                "How it relates to other events.",
                record="links",
                examples=({"responds_to": ["joint-statement"]},),
            ),
            "place": Field(
                "place",
                "Where it happened: a name, or a name with country and coordinates.",
                record="place",
                examples=("Pyongyang", {"name": "Pyongyang", "country": "North Korea"}),
            ),
            "known": Field(
                "date", "When it became public, if later than its date.", examples=("2023-10-27",)
            ),
            "tz": Field("zone", "Time zone in which its day is meant.", examples=("Asia/Seoul",)),
            "description": Field(
                "text", "A few sentences.", examples=("Lavrov thanks his hosts.",)
            ),
            "tags": Field("texts", "Words to find it by.", examples=(["visit", "arms"],)),
            "importance": Field(
                "integer", "1 (least) to 5; default 3.", bounds=(1, 5), examples=(4,)
            ),
            "id": Field(
                "identifier",
                "Unique word for links and URLs; default from date and title.",
                examples=("joint-statement",),
            ),
            "accept": Field(
                "accept",
                "Linter rules not reported for this event; say why in a comment.",
                choices=acceptable("event"),
                examples=(["single-source"],),
            ),
        },
    }
)
