"""Events as an Atom feed (RFC 4287), the latest first."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from dashboard.formats.writers.briefs import briefs
from dashboard.formats.writers.xml import document, readable
from dashboard.markup import h
from dashboard.model.dates import format_seconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.formats.export import Export
    from dashboard.formats.writers.briefs import Brief
    from dashboard.markup import Markup

_NAMESPACE = "http://www.w3.org/2005/Atom"


def write_feed(export: Export) -> Iterator[str]:
    """Yield the feed; the id of an entry stays the same in every revision of the file."""
    entries = [_entry(brief, export) for brief in reversed(list(briefs(export)))]
    about = " ".join(filter(None, [export.stated, export.note, *export.citations]))
    yield document(
        h.feed(
            h.title(readable(export.title)),
            h.subtitle(readable(about)),
            h.id(_id(export.address or export.name, export.query)),
            h.updated(export.exported),
            h.author(h.name(readable(export.title))),
            h.generator("geopolitical-timeline", version=export.revision or None),
            h.link(rel="alternate", href=export.url) if export.url else None,
            entries,
            xmlns=_NAMESPACE,
        )
    )


def _entry(brief: Brief, export: Export) -> Markup:
    record = brief.record
    return h.entry(
        h.title(readable(record["title"])),
        h.id(_id(export.address or export.name, record["id"])),
        h.updated(_time(brief.lower)),
        h.summary(readable("\n".join(brief.lines))),
        h.category(term=record["type"], label=brief.kind),
        (h.category(term=readable(tag)) for tag in record["tags"]),
        (h.link(rel="related", href=url) for url in brief.urls),
        h.link(rel="alternate", href=f"{export.address}?event={record['id']}")
        if export.address
        else None,
    )


def _id(base: str, name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{base}?{name}')}"


def _time(second: int) -> str:
    """Return an instant as the feed has it, in a year from 1 to 9999."""
    text = format_seconds(second, "minute")
    return "0001-01-01T00:00:00Z" if text < "0001" else f"{text[:-1]}:00Z"
