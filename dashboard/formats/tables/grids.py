"""Grids of texts become raw tables: the header is found, and every row gets its columns."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain, islice
from typing import TYPE_CHECKING

from dashboard.formats.recipes.column_words import known_words
from dashboard.formats.tables.raw_table import FormatError, PackedRows, RawTable, Row
from dashboard.model.limits import (
    LONGEST_CELL,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_IMPORT_PROBLEMS,
)
from dashboard.words.lists import listed
from dashboard.words.quotes import extract

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    NumberedRow = tuple[int, Sequence[str]]

_HEAD = 20
"""Rows at the beginning of a table among which the header is looked for."""
_LONGEST_LABEL = 80
_VALUE = re.compile(r"^[-+(]?[0-9]|://|\b(?:19|20)[0-9]{2}\b")
"""Beginning of a number or a day, an address, or a year: a cell of this form is not a label."""


class TableBuilder:
    """Rows of a table that is being read, with the problems of those that do not fit.

    Attributes:
        problems: sentences about cells and rows that were not read.
        unread: rows that do not fit the header.
    """

    def __init__(self, path: str, unit: str = "row") -> None:
        self.path = path
        self.unit = unit
        self.problems: list[str] = []
        self.unread: list[Row] = []
        self._more = 0

    def report(self, number: int, message: str) -> None:
        """Add a problem of one row; beyond a limit problems are only counted."""
        if len(self.problems) < MOST_IMPORT_PROBLEMS:
            self.problems.append(f"{self.path}: {self.unit} {number}: {message}")
        else:
            self._more += 1

    def build(self, rows: Iterable[NumberedRow], notes: Iterable[str] = ()) -> RawTable | None:
        """Return the table of all rows, ``None`` if all of them are blank.

        Args:
            rows: number and texts of each row.
            notes: sentences about decisions of the reader.

        Raises:
            FormatError: the table has too many columns or cells.
        """
        filled = ((number, row) for number, row in rows if any(map(str.strip, row)))
        head = list(islice(filled, _HEAD))
        if not head:
            return None
        width = max(_width(row) for _, row in head)
        if width > MOST_COLUMNS:
            raise FormatError(
                f"{self.path}: {self.unit} {head[0][0]}: the table has {width:,} columns, more "
                f"than {MOST_COLUMNS:,}: save one table with a header and one event a row as CSV"
            )
        found = header_of([row for _, row in head])
        if found is None:
            columns = tuple(f"column {place}" for place in range(1, width + 1))
            numbers, texts = self._fitted(chain(head, filled), columns)
            message = "no row of names above the columns was found: they are column 1, column 2, …"
            return self._table(columns, numbers, texts, (*notes, f"{self.path}: {message}"))
        columns = column_names(head[found][1], head[found - 1][1] if found else ())
        above = [self._title(number, row) for number, row in head[:found]]
        numbers, texts = self._fitted(chain(head[found + 1 :], filled), columns)
        return self._table(columns, numbers, texts, (*notes, *above))

    def _title(self, number: int, row: Sequence[str]) -> str:
        words = " | ".join(dict.fromkeys(cell.strip() for cell in row if cell.strip()))
        return f"{self.path}: {self.unit} {number} is above the header: {extract(words)}"

    def _table(
        self,
        columns: tuple[str, ...],
        numbers: list[int],
        texts: list[tuple[str, ...]],
        notes: tuple[str, ...],
    ) -> RawTable:
        if self._more:
            self.problems.append(f"{self.path}: {self._more:,} more rows have problems like these")
        used = tuple(
            column
            for place, column in enumerate(columns)
            if column != f"column {place + 1}"
            or any(any(text[place : place + 1]) for text in texts)
        )
        rows = PackedRows(columns, numbers, texts)
        problems, unread = tuple(self.problems), tuple(self.unread)
        return RawTable(self.path, used, rows, problems, "table", unread, notes)

    def _fitted(
        self, rows: Iterable[NumberedRow], columns: tuple[str, ...]
    ) -> tuple[list[int], list[tuple[str, ...]]]:
        """Return numbers and texts of all rows that fit the columns; equal texts are one object."""
        width = len(columns)
        most = MOST_CELLS // max(width, 1)
        numbers: list[int] = []
        texts: list[tuple[str, ...]] = []
        same: dict[str, str] = {}
        for number, row in rows:
            cells = tuple([same.setdefault(cell, cell) for cell in map(str.strip, row)])
            if len(cells) > width and any(cells[width:]):
                self._leave_out(number, cells, columns)
                continue
            if max(map(len, cells)) > LONGEST_CELL:
                self._shorten(number, cells, columns)
                continue
            numbers.append(number)
            texts.append(cells[:width])
            if len(texts) > most:
                raise FormatError(
                    f"{self.path}: the table has more than {MOST_CELLS:,} cells: split the file, "
                    "and import its parts one after the other"
                )
        return numbers, texts

    def _leave_out(self, number: int, cells: Sequence[str], columns: Sequence[str]) -> None:
        names = [
            *columns,
            *(f"column {place}" for place in range(len(columns) + 1, len(cells) + 1)),
        ]
        filled = {name: cell for name, cell in zip(names, cells, strict=True) if cell}
        self.unread.append(Row(number, filled))
        self.report(
            number,
            f"{_width(cells)} cells, but the header has {len(columns)}: put a cell that contains "
            'the separator in double quotes (")',
        )

    def _shorten(self, number: int, cells: Sequence[str], columns: Sequence[str]) -> None:
        place, longest = max(enumerate(cells), key=lambda each: len(each[1]))
        self.unread.append(Row(number, {columns[place]: longest[:LONGEST_CELL]}))
        self.report(
            number,
            f"{columns[place]!r} has {len(longest):,} characters, more than {LONGEST_CELL:,}: "
            "shorten it, or check whether a double quote before it is never closed",
        )


def header_of(rows: Sequence[Sequence[str]]) -> int | None:
    """Return the index of the row of column names, ``None`` if there is none.

    A header has labels in at least half of the columns: no numbers, days or addresses. Of several
    such rows, the first with the most known words for columns is the header; then that with the
    most different labels.

    Example:
        >>> header_of([["Incidents 2022", "", ""], ["Date", "Actor", "Note"], ["2022", "a", "b"]])
        1
    """
    width = max(map(_width, rows))
    least = 1 if width == 1 else max(2, (_filled_most(rows) + 1) // 2)
    labels = [
        index
        for index, row in enumerate(rows)
        if sum(map(bool, row)) >= least
        and all(map(_is_label, filter(None, row)))
        and (width == 1 or len({*filter(None, row)}) > 1)
    ]
    found = {index: (known_words(rows[index]), len({*rows[index]})) for index in labels}
    best = max(labels, key=lambda index: (found[index], -index), default=-1)
    # Below headings that are merged over several columns, the names are as good.
    best += bool(found.get(best, (0,))[0]) and found.get(best + 1) == found.get(best)
    return None if best < 0 else best


def column_names(header: Sequence[str], above: Sequence[str] = ()) -> tuple[str, ...]:
    """Return different names for all columns of a header.

    A name that occurs several times gets the heading above it, else a number; a blank name is the
    number of the column.

    Example:
        >>> column_names(["Name", "Name", ""], ["Attacker", "Victim", ""])
        ('Attacker Name', 'Victim Name', 'column 3')
        >>> column_names(["URL", "URL"])
        ('URL', 'URL 2')
    """
    names = [" ".join(name.split()) for name in header]
    often = Counter(names)
    names = [
        f"{' '.join(group.split())} {name}".strip() if often[name] > 1 else name
        for name, group in zip(names, chain(above, [""] * len(names)), strict=False)
    ]
    seen: Counter[str] = Counter()
    unique: list[str] = []
    for place, name in enumerate(names, 1):
        seen[name] += 1
        plain = name or f"column {place}"
        unique.append(f"{plain} {seen[name]}" if name and seen[name] > 1 else plain)
    if doubled := [name for name, count in Counter(unique).items() if count > 1]:
        raise FormatError(f"several columns have the name {listed(doubled, 'and')}: rename them")
    return tuple(unique)


def _filled_most(rows: Sequence[Sequence[str]]) -> int:
    return max(sum(bool(cell.strip()) for cell in row) for row in rows)


def _width(row: Sequence[str]) -> int:
    """Return the number of columns up to the last one that is not blank."""
    width = len(row)
    while width and not row[width - 1].strip():
        width -= 1
    return width


def _is_label(cell: str) -> bool:
    cell = cell.strip()
    return len(cell) <= _LONGEST_LABEL and not _VALUE.search(cell)
