"""Tables for the tests: the shipped events, and small files written where they are used."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

from dashboard.query.tabulate import tabulate
from dashboard.reading.book import read_book

if TYPE_CHECKING:
    from dashboard.model.book import Book
    from dashboard.query.tables import Tables

REPOSITORY = Path(__file__).parents[1]
SHIPPED = REPOSITORY / "events.yaml"


def book_of(text: str) -> Book:
    """Read the text of an events file that has no errors."""
    reading = read_book(dedent(text))
    assert reading.book is not None, reading.problems
    return reading.book


def tables_of(text: str) -> Tables:
    """Tabulate the text of an events file that has no errors."""
    return tabulate(book_of(text))


@cache
def shipped() -> Tables:
    """Return the tables of the shipped file."""
    return tables_of(SHIPPED.read_text("utf-8"))
