"""A workbook as people keep it: mixed dates, several addresses in a cell, blanks, merged cells."""

from __future__ import annotations

import datetime
from random import Random
from typing import TYPE_CHECKING

from openpyxl import Workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ROWS = 300
HEADER_ROW = 4
HEADER = (
    *("No.", "Date", "Who", "Against", "What happened", "Type", "Where", "Links", "Status"),
    "Remarks",
)
_DATES: tuple[Callable[[datetime.date], object], ...] = (
    *[lambda day: day] * 6,
    lambda day: datetime.datetime.combine(day, datetime.time()),
    lambda day: datetime.datetime.combine(day, datetime.time(8, 3)),
    lambda day: day.isoformat(),
    *[lambda day: f"{day.day}/{day.month}/{day.year}"] * 4,
    lambda day: f"{day:%d.%m.%Y}",
    lambda day: f"{day.day} {day:%b %Y}",
    lambda day: f"{day:%B} {day.day}, {day.year}",
    lambda day: f"{day:%B %Y}",
    lambda day: f"c. {day.year}",
    lambda day: f"{day.day}/{day.month}/{day:%y}",
    lambda day: f"early {day:%B %Y}",
    lambda _: "unknown",
    lambda _: None,
)
_ACTORS = (
    *("Armenia", "Azerbaijan", " azerbaijan ", "ARMENIA", "Armenia and Azerbaijan"),
    *("Russia; Turkey", "Türkiye", "Artsakh", "Azerbaidjan", "Russian Federation", "Wagner Group"),
    *("Iran", "France", "United States", None, "n/a"),
)
_TYPES = (
    "Attack",
    "shelling",
    "Talks",
    "ceasefire",
    "statement",
    "threat",
    "Summit",
    "other",
    None,
)
_LINKS = (
    "https://example.org/a",
    "https://example.org/a, https://example.net/b",
    "https://example.org/a; https://example.net/b",
    "https://example.org/a\nhttps://example.net/b\nhttps://example.com/c",
    "www.example.org/d",
    "Reuters, 5 Sept",
    "Yonhap: https://example.org/e",
    "https://example.org/wiki/Shusha_(city)",
    None,
)
_STATUSES = ("confirmed", "Confirmed", "unverified", "reported", None, None)
_WORDS = (
    "Strike on a column",
    "Ceasefire talks",
    "=Shelling at dawn",
    "Visit",
    "Call of ministers",
)


def write_messy_workbook(path: Path, rows: int = ROWS) -> None:
    """Write the workbook: a title, a blank row, merged headings, the header, rows and a total."""
    draw = Random(14)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Incidents"
    sheet.append(["Incidents in the South Caucasus"])
    sheet.merge_cells("A1:J1")
    sheet.append([])
    sheet.append([None, "When", "Parties", None, "Act", None, None, "Evidence", None, None])
    for cells in ("C3:D3", "E3:G3", "H3:J3"):
        sheet.merge_cells(cells)
    sheet.append([*HEADER])
    for number in range(1, rows + 1):
        day = datetime.date(2020, 7, 1) + datetime.timedelta(days=draw.randrange(1200))
        actor, target = draw.choice(_ACTORS), draw.choice(_ACTORS)
        title = f"{draw.choice(_WORDS)} {number}" if number % 40 else None
        sheet.append(
            [
                number,
                draw.choice(_DATES)(day),
                actor,
                target if target != actor else None,
                title,
                draw.choice(_TYPES),
                draw.choice(("Baku", "Shusha", None)),
                draw.choice(_LINKS),
                draw.choice(_STATUSES),
                draw.choice((None, "see file", "two lines\nof text")),
            ]
        )
        cell = sheet.cell(HEADER_ROW + number, 5)
        cell.data_type = "s" if cell.value else cell.data_type
    sheet.merge_cells(f"B{HEADER_ROW + 1}:B{HEADER_ROW + 2}")
    sheet.append([])
    sheet.append(["Total", None, None, None, rows])
    book.create_sheet("Empty")
    book.save(path)
