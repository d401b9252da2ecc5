"""A table of any subject as CSV, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO
from itertools import repeat
from math import isnan
from typing import TYPE_CHECKING

from dashboard.analysis.table import Kind

if TYPE_CHECKING:
    from dashboard.analysis.table import Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""First characters of a text that a spreadsheet would run as a formula."""
_DECIMALS = 4
"""Number of decimals of numbers in a file."""


def write_csv(table: Table) -> str:
    """Return a table as CSV, with the keys of its columns as headings.

    Texts that a spreadsheet would run as a formula get an apostrophe in front.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.saved)
    columns = (
        map(_cell, table.values[key], repeat(table.columns[key].kind)) for key in table.saved
    )
    writer.writerows(zip(*columns, strict=True))
    return out.getvalue()


def _cell(value: object, kind: Kind) -> object:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        digits = value if kind is Kind.NUMBER else round(value, _DECIMALS)
        return "" if isnan(value) else digits
    return value
