"""CSV and other delimited texts: the separator and the quotes are found by trial."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import TYPE_CHECKING

from dashboard.formats.tables.grids import TableBuilder
from dashboard.formats.tables.raw_table import FormatError, RawTable, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SEPARATORS = (",", ";", "\t", "|", "^")
"""Separators that are tried, the most usual one first."""
_SAMPLE_ROWS = 200
_SAMPLE_CHARACTERS = 200_000
_EXCEL_LINE = re.compile(r"sep=(.)[ \t]*\r?\n")
"""First line by which Excel states the separator."""
_GUARDED = re.compile(r"'[=+\-@\t\r]")
"""Apostrophe before a text that a spreadsheet would run as a formula."""


def read_delimited(text: str, path: str, notes: tuple[str, ...] = ()) -> list[RawTable]:
    r"""Read a delimited text.

    Args:
        text: whole text; ``sep=;`` in its first line states the separator, as for Excel.
        path: name of the file, for messages.
        notes: sentences about decisions made before.

    Raises:
        FormatError: the text has no row, or too many columns or cells.

    Example:
        >>> table, = read_delimited('date;title\n2023-10-26;"Talks; in Oslo"\n', "a.csv")
        >>> table.rows[0].cells["title"]
        'Talks; in Oslo'
    """
    skipped = 0
    stated = _EXCEL_LINE.match(text)
    if stated:
        text, skipped = text[stated.end() :], 1
    separator = stated[1] if stated else separator_of(text)
    builder = TableBuilder(path, "line")
    table = builder.build(_rows(text, separator, skipped, builder), notes)
    if table is None:
        raise FormatError(f"{path}: the table has no row with text")
    return [table]


def separator_of(text: str) -> str:
    r"""Return the separator of a delimited text: the one that gives most rows the same width.

    Example:
        >>> separator_of("date|note\n2023|a, b, c\n2024|d\n")
        '|'
    """
    sample = text[:_SAMPLE_CHARACTERS]
    if len(text) > len(sample) and "\n" in sample:
        sample = sample[: sample.rindex("\n")]
    scores = {separator: _evenness(sample, separator) for separator in SEPARATORS}
    best = max(scores, key=lambda each: scores[each])
    return best if scores[best] else ","


def _evenness(sample: str, separator: str) -> float:
    """Return the share of rows with the usual number of cells, a little more for more cells."""
    widths: Counter[int] = Counter()
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
    try:
        for row in reader:
            if any(row):
                widths[len(row)] += 1
            if widths.total() >= _SAMPLE_ROWS:
                break
    except csv.Error:
        return 0.0
    several = Counter({width: count for width, count in widths.items() if width > 1})
    if not several:
        return 0.0
    (width, count), *_ = several.most_common(1)
    return count / widths.total() * (1 + min(width, 50) / 100)


def _rows(
    text: str, separator: str, skipped: int, builder: TableBuilder
) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the line at which each row begins, with its cells."""
    are_text = _quotes_are_text(text, separator)
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=separator,
        quoting=csv.QUOTE_NONE if are_text else csv.QUOTE_MINIMAL,
    )
    while True:
        first = reader.line_num + 1 + skipped
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            last = reader.line_num + skipped
            lines = f"up to line {last} were not read" if last > first else "was not read"
            remedy = "shorten its longest cell, or close a double quote that is never closed"
            builder.report(first, f"{lines} ({error}): {remedy}")
            builder.unread.append(Row(first, {}))
            continue
        if not row:
            continue
        if "'" in "".join([cell[:1] for cell in row]):
            row = [cell[1:] if _GUARDED.match(cell) else cell for cell in row]
        yield first, [*map(_unquoted, row)] if are_text else row


def _quotes_are_text(text: str, separator: str) -> bool:
    """Whether quotes of a table with tabs are plain characters: every line is a row by itself."""
    if separator != "\t" or '"' not in text:
        return False
    widths = Counter(line.count("\t") for line in text.splitlines() if line)
    return len(widths) == 1


def _unquoted(cell: str) -> str:
    is_quoted = len(cell) > 1 and cell[0] == cell[-1] == '"'
    inner = cell[1:-1]
    return inner.replace('""', '"') if is_quoted and '"' not in inner.replace('""', "") else cell
