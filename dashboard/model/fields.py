"""The keys of an events file: one table that the reader, the JSON Schema and the README share."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from dashboard.model.actor_table import CODE_SYSTEMS
from dashboard.model.book import LINK_KINDS, RELIABILITIES, STANCES
from dashboard.model.event_fields import EVENT_FIELDS
from dashboard.model.field import Field
from dashboard.model.labels import LINK_LABELS
from dashboard.model.rules import acceptable
from dashboard.model.type_fields import TYPE_FIELDS

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ACTOR_KINDS", "RECORDS", "Field"]

ACTOR_KINDS = MappingProxyType(
    {
        "country": "a state or a territory, also a historic one",
        "person": "a person; counts for its country",
        "organization": "an organisation; counts for its country if it has one",
        "bloc": "a group of states, with members",
        "armed_group": "an armed group; counts for its country if it has one",
        "people": "people without an organisation, such as protesters; count for their country",
    }
)

_SOURCE = {
    "title": Field(
        "line",
        "Title of the article, document or post.",
        examples=("Russian FM visits DPRK",),
        label="Title",
    ),
    "publisher": Field("name", "Who published it.", examples=("Yonhap",), label="Publisher"),
    "author": Field("name", "Who wrote it.", examples=("Kim Soo-yeon",), label="Author"),
    "date": Field("date", "When it was published.", examples=("2023-10-19",), label="Date"),
    "url": Field(
        "url",
        "Where it can be read (http or https).",
        examples=("https://en.yna.co.kr/view/AEN20231019001353315",),
    ),
    "archive_url": Field(
        "url",
        "An archived copy (http or https).",
        examples=("https://web.archive.org/web/2023/https://en.yna.co.kr/",),
        label="Archive url",
    ),
    "reliability": Field(
        "choice",
        "Reliability of the source, A to F (NATO Admiralty scale).",
        choices=RELIABILITIES,
        label="Reliability",
        unset="not given",
    ),
    "citation": Field(
        "line",
        "How its publisher wants it cited; every export repeats it.",
        examples=("Kim, S. (2023): Visits to Pyongyang. Seoul: Example Press.",),
        label="Citation",
    ),
    "redistribute": Field(
        "flag",
        "Whether its content may be passed on; no keeps its events out of every export.",
        examples=(False,),
        label="May be passed on (yes or no)",
    ),
    "lang": Field(
        "language",
        "Language of the source, as a BCP 47 tag.",
        examples=("ko", "zh-Hant"),
        label="Language",
    ),
}

RECORDS: Mapping[str, Mapping[str, Field]] = MappingProxyType(
    {
        "file": {
            "title": Field(
                "line", "Heading of the page.", examples=("North Korea, Russia and the response",)
            ),
            "description": Field(
                "text",
                "One or two sentences below the heading.",
                examples=("Visits, alleged arms deliveries and a treaty.",),
            ),
            "timezone": Field(
                "zone",
                "Time zone in which days are meant, unless an event says otherwise; default UTC.",
                examples=("Asia/Seoul",),
            ),
            "lang": Field(
                "language",
                "Language of its texts, as a BCP 47 tag, unless an event says otherwise.",
                examples=("ko", "zh-Hant"),
            ),
            "codes": Field(
                "choice",
                "System of the country codes in this file; names are the same in all systems.",
                choices=CODE_SYSTEMS,
                examples=("cow",),
            ),
            "actors": Field(
                "records",
                "People, organisations and groups that take part.",
                record="actor",
                examples=(
                    [
                        {
                            "id": "lavrov",
                            "name": "Sergey Lavrov",
                            "kind": "person",
                            "country": "Russia",
                        }
                    ],
                ),
            ),
            "types": Field(
                "records",
                "Event types of the file's own, beside the shipped ones.",
                record="type",
                examples=([{"id": "open_embassy", "label": "Open an embassy", "score": 5}],),
            ),
            "sources": Field(
                "records",
                "Sources used by several events, with an id.",
                record="listed source",
                examples=([{"id": "yonhap", "publisher": "Yonhap"}],),
            ),
            "periods": Field(
                "records",
                "Bands behind the timeline.",
                record="period",
                examples=([{"name": "Visits and summits", "date": "2023-07-25/2023-09-13"}],),
            ),
            "events": Field(
                "records",
                "The events.",
                record="event",
                examples=(
                    [
                        {
                            "date": "2023-10-22",
                            "title": "First trilateral air exercise",
                            "actors": ["South Korea", "Japan"],
                        }
                    ],
                ),
            ),
            "accept": Field(
                "accept",
                "Linter rules not reported for this file; say why in a comment.",
                choices=acceptable("file"),
                examples=(["similar-actors"],),
            ),
        },
        "actor": {
            "id": Field(
                "identifier",
                "The word by which events refer to it.",
                required=True,
                examples=("lavrov",),
                label="Id",
            ),
            "name": Field(
                "name",
                "Name to print; default the id.",
                examples=("Sergey Lavrov",),
                label="Name",
            ),
            "kind": Field(
                "choice",
                "What it is.",
                required=True,
                choices=ACTOR_KINDS,
                examples=("person",),
                label="Kind",
                unset="choose one",
            ),
            "country": Field(
                "country",
                "The country that it counts for.",
                examples=("Russia",),
                label="Country",
            ),
            "members": Field(
                "actors",
                "Members of a bloc or an organisation.",
                examples=(["South Korea", "Japan"],),
            ),
            "aliases": Field(
                "texts",
                "Other names by which events may refer to it.",
                examples=(["Sergei Lavrov", "Лавров"],),
            ),
            "color": Field("color", "Its colour, as #rrggbb.", examples=("#2f6fb0",)),
        },
        "type": TYPE_FIELDS,
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
                "name", "Name of the band.", required=True, examples=("Visits and summits",)
            ),
            "date": Field(
                "date", "When, as an interval.", required=True, examples=("2023-09/2024-06",)
            ),
        },
        "place": {
            "name": Field(
                "name", "Name of the place.", required=True, examples=("Pyongyang",), label="Name"
            ),
            "country": Field(
                "country", "The country it lies in.", examples=("North Korea",), label="Country"
            ),
            "lat": Field(
                "number",
                "Latitude in degrees, north positive.",
                bounds=(-90, 90),
                examples=(39.02,),
                label="Latitude",
            ),
            "lon": Field(
                "number",
                "Longitude in degrees, east positive.",
                bounds=(-180, 180),
                examples=(125.75,),
                label="Longitude",
            ),
        },
        "claim": {
            "by": Field(
                "actors",
                "Who says so.",
                required=True,
                examples=(["United States"],),
                label="Who says so",
            ),
            "stance": Field(
                "choice",
                "Their position on the event.",
                required=True,
                choices=STANCES,
                examples=("asserts",),
                label="Stance",
                unset="choose one",
            ),
            "date": Field(
                "date",
                "When they said it; default is the date of the source.",
                examples=("2023-10-17",),
                label="Said on",
            ),
            "note": Field(
                "text",
                "Their words, or a summary of them.",
                examples=("Spokesman Peskov says that there is no proof.",),
                label="Quote or summary",
            ),
            "source": Field(
                "source",
                "Where it can be read: a URL, the id of a listed source, or a source in full.",
                examples=(
                    "https://example.org/report",
                    {"publisher": "Yonhap", "date": "2023-10-19"},
                ),
                label="Address or id",
            ),
        },
        "links": {
            kind: Field(
                "identifiers",
                f"Ids of events that this one {meaning}.",
                examples=(["joint-statement"],),
                label=LINK_LABELS[kind].alone,
            )
            for kind, meaning in LINK_KINDS.items()
        },
        "event": EVENT_FIELDS,
    }
)
