"""Tables for the tests: a known file, and small files written where they are used."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

from dashboard.paths import fingerprint
from dashboard.query.tabulate import tabulate
from dashboard.reading.book import read_book

if TYPE_CHECKING:
    from dashboard.model.book import Book
    from dashboard.query.tables import Tables

REPOSITORY = Path(__file__).parents[1]
EVENTS_FILE = REPOSITORY / "events.yaml"
"""The shipped file, for tests about the product itself: it may change."""
SHIPPED = REPOSITORY / "tests" / "october_2023.yaml"
"""A copy of the shipped file as it first was, for all other tests: it never changes."""
ASSETS = f"/assets/{fingerprint(REPOSITORY / 'assets')}/"
"""Path of the style sheets and the modules on the server."""


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
    """Return the tables of the file ``SHIPPED``."""
    return tables_of(SHIPPED.read_text("utf-8"))
