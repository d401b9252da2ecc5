"""Briefs: an event in words and days, for formats that show events to people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from dashboard.analysis.evidence.event_words import name_parties
from dashboard.model.date_parts import words_of
from dashboard.model.dates import MAX_SECOND, MIN_SECOND
from dashboard.model.labels import STATUS_LABELS
from dashboard.model.zones import day_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.formats.export import Export

    Day = tuple[int, int, int]


class Brief(NamedTuple):
    """One event.

    Attributes:
        record: its record, see ``event_records``.
        lower, upper: its bounds in seconds since 1970 in UTC; the known end counts for an open one.
        parties: who acts on whom: ``Russia → North Korea``.
        when: its date in words.
        kind: label of its type.
    """

    record: dict[str, Any]
    lower: int
    upper: int
    parties: str
    when: str
    kind: str

    @property
    def has_time(self) -> bool:
        """Whether its date has a time of day."""
        return bool(self.record["precision"] == "minute")

    @property
    def days(self) -> tuple[Day, Day]:
        """Year, month and day of its first and of its last day, in its time zone."""
        zone = self.record["zone"]
        return day_in(self.lower, zone), day_in(max(self.upper - 1, self.lower), zone)

    @property
    def urls(self) -> list[str]:
        """Addresses of its sources."""
        return list(dict.fromkeys(self.record["sources"]))

    @property
    def lines(self) -> list[str]:
        """Parties, date, type and status, then the description."""
        status = STATUS_LABELS[self.record["status"]].inline
        facts = [self.parties, self.when, self.kind, status, self.record["place"]]
        return [" · ".join(filter(None, facts)), *filter(None, [self.record["description"]])]


def briefs(export: Export) -> Iterator[Brief]:
    """Yield the brief of each event that is passed on."""
    tables, rows = export.tables, export.part
    parties = name_parties(tables, rows)
    for row, words, record in zip(rows.tolist(), parties, export.records(), strict=True):
        lower, upper = int(tables.lower[row]), int(tables.upper[row])
        # An open end has no date: the event is placed at the end that is known.
        lower = upper - 1 if lower <= MIN_SECOND else lower
        upper = lower + 1 if upper >= MAX_SECOND else upper
        yield Brief(
            record,
            lower,
            upper,
            words,
            words_of(record["date"]),
            tables.types[record["type"]].label,
        )
