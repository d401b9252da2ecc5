"""Columns of the table of events whose values are parts of an attribute or computed from it."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from dashboard.model.book import STATUSES
from dashboard.model.dates import PRECISIONS
from dashboard.model.field import Column
from dashboard.model.standing import status_since

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.model.book import Event


def _place(attribute: str, missing: str | None) -> Callable[[Event], Any]:
    return lambda event: getattr(event.place, attribute) if event.place else missing


DATE = (
    Column("date", of=attrgetter("date.text")),
    Column("lower", "int64", attrgetter("date.lower"), key=""),
    Column("upper", "int64", attrgetter("date.upper"), key=""),
    Column("precision", "category", attrgetter("date.precision"), PRECISIONS),
    *(
        Column(flag, "bool", attrgetter(f"date.{flag}"))
        for flag in (
            "interval",
            "once",
            "approximate",
            "uncertain",
            "open_start",
            "open_end",
            "unknown_start",
            "unknown_end",
        )
    ),
)
TYPE = (
    Column("type", "category", words=lambda book: tuple(book.types)),
    Column("quad_class", "int8"),
)
STATUS = (
    Column("status", "category", words=tuple(STATUSES)),
    Column("status_written", "bool"),
    Column("status_since", "int64", status_since, key=""),
)
PLACE = (
    Column("place", of=_place("name", ""), is_searched=True),
    Column("place_country", of=_place("country", "")),
    Column("latitude", "float64", _place("latitude", None)),
    Column("longitude", "float64", _place("longitude", None)),
)
KNOWN = (
    Column("known", "int64", lambda event: (event.known or event.date).lower, key=""),
    Column("known_date", of=lambda event: event.known.text if event.known else "", key="known"),
)
ACCEPT = (Column("accept", of=lambda event: tuple(each.code for each in event.accept)),)
LINE = Column("line", "int64", key="")
"""Line of the file where the event begins, which is not a key of the file."""
