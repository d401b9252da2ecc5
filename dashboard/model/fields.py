"""The keys of an events file: one table that the reader, the JSON Schema and the README share."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from dashboard.model.actor_table import CODE_SYSTEMS
from dashboard.model.event_fields import EVENT_FIELDS
from dashboard.model.field import Field
from dashboard.model.part_fields import (
    CLAIM_FIELDS,
    LINK_FIELDS,
    PLACE_FIELDS,
    SOURCE_FIELDS,
)
from dashboard.model.rules import acceptable
from dashboard.model.type_fields import TYPE_FIELDS
from dashboard.words.language import gettext_noop

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ACTOR_KINDS", "RECORDS", "Field"]

ACTOR_KINDS = MappingProxyType(
    {
        "country": gettext_noop("a state or a territory, also a historic one"),
        "person": gettext_noop("a person; counts for its country"),
        "organization": gettext_noop("an organisation; counts for its country if it has one"),
        "bloc": gettext_noop("a group of states, with members"),
        "armed_group": gettext_noop("an armed group; counts for its country if it has one"),
        "people": gettext_noop(
            "people without an organisation, such as protesters; count for their country"
        ),
    }
)

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
        "source": SOURCE_FIELDS,
        "listed source": {
            "id": Field(
                "identifier",
                "The word by which events refer to it.",
                required=True,
                examples=("yonhap",),
            ),
            **SOURCE_FIELDS,
        },
        "period": {
            "name": Field(
                "name", "Name of the band.", required=True, examples=("Visits and summits",)
            ),
            "date": Field(
                "date", "When, as an interval.", required=True, examples=("2023-09/2024-06",)
            ),
        },
        "place": PLACE_FIELDS,
        "claim": CLAIM_FIELDS,
        "links": LINK_FIELDS,
        "event": EVENT_FIELDS,
    }
)
