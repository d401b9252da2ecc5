"""The table of the formats that can be taken away: one row for each.

The command ``export``, the address ``/export/<format>``, the menu of the page, the library, the
tests and the README loop over it. To add a format, add a row and the function that it names.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, cast

from dashboard.words.language import speaking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from dashboard.formats.export import Export

Holds = Literal["events", "relations", "chart", "citation", "page"]


class ExportError(ValueError):
    """An export that cannot be made; the message says what to do instead."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Attributes:
        name: word of the command and of the address.
        label: English words of the menu.
        ending: ending of the file, without the dot.
        media: media type of the file.
        holds: what it is made of.
        writer: module below ``formats.writers`` and function, loaded at the first use. The function
            takes an ``Export`` and yields parts of the file, which are texts or bytes.
        by_http: whether the server writes it; a browser makes a PNG by itself.
    """

    name: str
    label: str
    ending: str
    media: str
    holds: Holds
    writer: str
    by_http: bool = True

    def write(self, export: Export) -> Iterator[bytes]:
        """Yield the file in parts, in the language of the export.

        Raises:
            ExportError: the export cannot be made.
        """
        parts = self.function(export)
        while True:
            # Between two parts the context may speak another language.
            with speaking(export.lang):
                part = next(parts, None)
            if part is None:
                return
            yield part.encode() if isinstance(part, str) else part

    @property
    def function(self) -> Callable[[Export], Iterator[str] | Iterator[bytes]]:
        """The function that writes the file."""
        module, _, name = self.writer.partition(".")
        found = getattr(import_module(f"{__package__}.writers.{module}"), name)
        return cast("Callable[[Export], Iterator[str] | Iterator[bytes]]", found)


_ROWS = (
    Format("html", "One HTML file, works offline", "html", "text/html", "page", "html.write_html"),
    Format("csv", "Table (CSV)", "csv", "text/csv", "events", "rows.write_csv"),
    Format("json", "JSON", "json", "application/json", "events", "rows.write_json"),
    Format(
        "jsonl", "JSON lines", "jsonl", "application/x-ndjson", "events", "rows.write_json_lines"
    ),
    Format(
        "ical", "Calendar (iCalendar)", "ics", "text/calendar", "events", "calendar.write_calendar"
    ),
    Format("atom", "Feed (Atom)", "atom", "application/atom+xml", "events", "feed.write_feed"),
    Format(
        "timelinejs",
        "TimelineJS (JSON)",
        "timelinejs.json",
        "application/json",
        "events",
        "timelinejs.write_timelinejs",
    ),
    Format(
        "geojson",
        "Map (GeoJSON)",
        "geojson",
        "application/geo+json",
        "events",
        "rows.write_geojson",
    ),
    Format("gexf", "Graph (GEXF)", "gexf", "application/xml", "relations", "graphs.write_gexf"),
    Format(
        "graphml",
        "Graph (GraphML)",
        "graphml",
        "application/xml",
        "relations",
        "graphs.write_graphml",
    ),
    Format("svg", "Picture (SVG)", "svg", "image/svg+xml", "chart", "pictures.write_svg"),
    Format(
        "png", "Picture (PNG)", "png", "image/png", "chart", "pictures.write_png", by_http=False
    ),
    Format("citation", "Text", "txt", "text/plain", "citation", "citation.write_citation"),
    Format("bibtex", "BibTeX", "bib", "application/x-bibtex", "citation", "citation.write_bibtex"),
    Format(
        "ris", "RIS", "ris", "application/x-research-info-systems", "citation", "citation.write_ris"
    ),
)
FORMATS: Mapping[str, Format] = MappingProxyType({row.name: row for row in _ROWS})
"""The formats by name."""
