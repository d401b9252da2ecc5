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
            gettext_noop("Title of the article, document or post."),
            examples=("Russian FM visits DPRK",),
            label=pgettext_noop("a field", "Title"),
        ),
        "publisher": Field(
            "name",
            gettext_noop("Who published it."),
            examples=("Yonhap",),
            label=pgettext_noop("a field", "Publisher"),
        ),
        "author": Field(
            "name",
            gettext_noop("Who wrote it."),
            examples=("Kim Soo-yeon",),
            label=pgettext_noop("a field", "Author"),
        ),
        "date": Field(
            "date",
            gettext_noop("When it was published."),
            examples=("2023-10-19",),
            label=pgettext_noop("a field", "Date"),
        ),
        "url": Field(
            "url",
            "Where it can be read (http or https).",
            examples=("https://en.yna.co.kr/view/AEN20231019001353315",),
        ),
        "archive_url": Field(
            "url",
            gettext_noop("An archived copy (http or https)."),
            examples=("https://web.archive.org/web/2023/https://en.yna.co.kr/",),
            label=pgettext_noop("a field", "Archive url"),
        ),
        "reliability": Field(
            "choice",
            gettext_noop("Reliability of the source, A to F (NATO Admiralty scale)."),
            choices=RELIABILITIES,
            label=pgettext_noop("a field", "Reliability"),
            unset=pgettext_noop("a choice", "not given"),
        ),
        "citation": Field(
            "line",
            gettext_noop("How its publisher wants it cited; every export repeats it."),
            examples=("Kim, S. (2023): Visits to Pyongyang. Seoul: Example Press.",),
            label=pgettext_noop("a field", "Citation"),
        ),
        "redistribute": Field(
            "flag",
            gettext_noop(
                "Whether its content may be passed on; no keeps its events out of every export."
            ),
            examples=(False,),
            label=pgettext_noop("a field", "May be passed on (yes or no)"),
        ),
        "lang": Field(
            "language",
            gettext_noop("Language of the source, as a BCP 47 tag."),
            examples=("ko", "zh-Hant"),
            label=pgettext_noop("a field", "Language"),
        ),
    }
)
PLACE_FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        "name": Field(
            "name",
            gettext_noop("Name of the place."),
            required=True,
            examples=("Pyongyang",),
            label=pgettext_noop("a field", "Name"),
        ),
        "country": Field(
            "country",
            gettext_noop("The country it lies in."),
            examples=("North Korea",),
            label=pgettext_noop("a field", "Country"),
        ),
        "lat": Field(
            "number",
            gettext_noop("Latitude in degrees, north positive."),
            bounds=(-90, 90),
            examples=(39.02,),
            label=pgettext_noop("a field", "Latitude"),
        ),
        "lon": Field(
            "number",
            gettext_noop("Longitude in degrees, east positive."),
            bounds=(-180, 180),
            examples=(125.75,),
            label=pgettext_noop("a field", "Longitude"),
        ),
    }
)
CLAIM_FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        "by": Field(
            "actors",
            gettext_noop("Who says so."),
            required=True,
            examples=(["United States"],),
            label=pgettext_noop("a field", "Who says so"),
        ),
        "stance": Field(
            "choice",
            gettext_noop("Their position on the event."),
            required=True,
            choices=STANCES,
            examples=("asserts",),
            label=pgettext_noop("a field", "Stance"),
            unset=pgettext_noop("a choice", "choose one"),
        ),
        "date": Field(
            "date",
            gettext_noop("When they said it; default is the date of the source."),
            examples=("2023-10-17",),
            label=pgettext_noop("a field", "Said on"),
        ),
        "note": Field(
            "text",
            gettext_noop("Their words, or a summary of them."),
            examples=("Spokesman Peskov says that there is no proof.",),
            label=pgettext_noop("a field", "Quote or summary"),
        ),
        "source": Field(
            "source",
            gettext_noop(
                "Where it can be read: a URL, the id of a listed source, or a source in full."
            ),
            examples=(
                "https://example.org/report",
                {"publisher": "Yonhap", "date": "2023-10-19"},
            ),
            label=pgettext_noop("a field", "Address or id"),
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
