"""The keys of the records within an event: its sources, its place, its claims and its links."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from dashboard.model.book import RELIABILITIES, STANCES
from dashboard.model.field import Field
from dashboard.words.language import gettext_noop, pgettext_noop

if TYPE_CHECKING:
    from collections.abc import Mapping

SOURCE_FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        "title": Field(
            "line",
            "Title of the article, document or post.",
            examples=("Russian FM visits DPRK",),
            label="Title",
        ),
        "publisher": Field(
            "name",
            "Who published it.",
            examples=("Yonhap",),
            label="Publisher",
        ),
        "author": Field(
            "name",
            "Who wrote it.",
            examples=("Kim Soo-yeon",),
            label="Author",
        ),
        "date": Field(
            "date",
            "When it was published.",
            examples=("2023-10-19",),
            label="Date",
        ),
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
)
PLACE_FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        "name": Field(
            "name",
            "Name of the place.",
            required=True,
            examples=("Pyongyang",),
            label="Name",
        ),
        "country": Field(
            "country",
            "The country it lies in.",
            examples=("North Korea",),
            label="Country",
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
    }
)
CLAIM_FIELDS: Mapping[str, Field] = MappingProxyType(
    {
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
    }
)
_LINKS = {
    "responds_to": (
        pgettext_noop("a field", "Responds to"),
        gettext_noop("Ids of events that this one is an answer to."),
    ),
    "follows": (
        pgettext_noop("a field", "Follows"),
        gettext_noop("Ids of events that this one comes after and continues."),
    ),
    "implements": (
        pgettext_noop("a field", "Implements"),
        gettext_noop("Ids of events that this one puts into practice."),
    ),
    "violates": (
        pgettext_noop("a field", "Violates"),
        gettext_noop("Ids of events that this one breaks."),
    ),
    "corrects": (
        pgettext_noop("a field", "Corrects"),
        gettext_noop("Ids of events that this one sets right."),
    ),
}
"""Label and meaning of each kind of link, a key of ``LINK_KINDS``."""
LINK_FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        kind: Field("identifiers", meaning, examples=(["joint-statement"],), label=label)
        for kind, (label, meaning) in _LINKS.items()
    }
)
