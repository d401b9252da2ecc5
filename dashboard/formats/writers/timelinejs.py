"""Events as the JSON of TimelineJS: its texts are HTML, so every text of the file is escaped."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any

from dashboard.formats.writers.briefs import briefs
from dashboard.model.dates import MAX_SECOND, MIN_SECOND, PRECISIONS
from dashboard.model.zones import day_in, to_local

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dashboard.formats.export import Export
    from dashboard.formats.writers.briefs import Brief
    from dashboard.model.dates import Precision

_PARTS = ("year", "month", "day", "hour", "minute")
_KEPT = dict(zip(PRECISIONS, (5, 3, 2, 1), strict=True))
"""Number of parts of a date, by its precision."""


def write_timelinejs(export: Export) -> Iterator[str]:
    """Yield a title slide, a slide for each event, and an era for each period."""
    about = [export.tables.description, export.sentence, export.note, *export.citations]
    yield json.dumps(
        {
            **export.head,
            "title": _text(export.title, *filter(None, about)),
            "events": list(map(_slide, briefs(export))),
            "eras": list(_eras(export)),
        },
        ensure_ascii=False,
        indent=1,
    )


def _slide(brief: Brief) -> dict[str, Any]:
    record = brief.record
    links = (f'<a href="{escape(url)}">{escape(url)}</a>' for url in brief.urls)
    start, end = (
        _date(second, record["precision"], record["zone"])
        for second in (brief.lower, max(brief.upper - 1, brief.lower))
    )
    slide = {
        **_text(record["title"], *brief.lines, raw=links),
        "unique_id": record["id"],
        "group": brief.kind,
        "display_date": escape(brief.when),
        "start_date": start,
    }
    return slide if end == start else {**slide, "end_date": end}


def _text(headline: str, *paragraphs: str, raw: Iterable[str] = ()) -> dict[str, Any]:
    """Return the text of a slide; ``raw`` are paragraphs that are HTML already."""
    texts = (escape(text).replace("\n", "<br>") for text in paragraphs)
    body = "".join(f"<p>{text}</p>" for text in (*texts, *raw))
    return {"text": {"headline": escape(headline), "text": body}}


def _date(second: int, precision: Precision, zone: str) -> dict[str, int]:
    """Return the parts of a date in its zone, as many as it has.

    >>> _date(1_697_580_000, "month", "Asia/Seoul")
    {'year': 2023, 'month': 10}
    """
    minutes = int(to_local(second, zone) // 60)
    parts = (*day_in(second, zone), minutes // 60 % 24, minutes % 60)
    return dict(zip(_PARTS, parts[: _KEPT[precision]], strict=False))


def _eras(export: Export) -> Iterator[dict[str, Any]]:
    periods, zone = export.tables.periods, export.tables.zone
    ends = (periods[name].tolist() for name in ("name", "lower", "upper"))
    for name, lower, upper in zip(*ends, strict=True):
        if lower > MIN_SECOND and upper < MAX_SECOND:
            start, end = (_date(second, "day", zone) for second in (lower, upper - 1))
            yield {"start_date": start, "end_date": end, "text": {"headline": escape(name)}}
