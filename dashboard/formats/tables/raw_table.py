"""Raw tables: the texts of a file in rows and columns, before anything is understood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import overload


class FormatError(ValueError):
    """A file cannot be read; the message names the file, the place, the rule and the remedy."""


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a file.

    Attributes:
        number: number as a user counts: line of a text, row of a sheet, position of a record from
            1.
        cells: text by column, without surrounding space; blank cells are absent.
    """

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RawTable:
    """One table of a file.

    Attributes:
        path: name of the file, with the sheet in brackets where a workbook has several.
        columns: columns in the order of the file; ``column 1``, … for a table without a header.
        rows: rows in the order of the file, without blank rows. Lists of JSON and YAML are joined
            by ``"; "``, nested keys by ``"."``, such as ``start_date.year``.
        problems: sentences about parts that were not read, with row or line and remedy.
        kind: form of the file: ``table``, ``records``, ``timelinejs``, ``vis``, ``icalendar``,
            ``markwhen`` or ``front-matter``.
        unread: rows with a problem, such as more cells than columns; they are not in ``rows``, and
            each has a sentence in ``problems``.
        notes: sentences about decisions of the reader, such as the encoding.
    """

    path: str
    columns: tuple[str, ...]
    rows: Sequence[Row]
    problems: tuple[str, ...] = ()
    kind: str = "table"
    unread: Sequence[Row] = ()
    notes: tuple[str, ...] = ()


class PackedRows(Sequence[Row]):
    """Rows kept as tuples of texts, of which each becomes a ``Row`` when it is asked for.

    A million rows of twenty columns take about a third of the memory of as many mappings.

    Example:
        >>> rows = PackedRows(("date", "title"), [2, 3], [("2023", "Talks"), ("2024", "")])
        >>> rows[1]
        Row(number=3, cells={'date': '2024'})
    """

    __slots__ = ("_columns", "_numbers", "_texts")

    def __init__(
        self, columns: tuple[str, ...], numbers: Sequence[int], texts: Sequence[Sequence[str]]
    ) -> None:
        self._columns = columns
        self._numbers = numbers
        self._texts = texts

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> PackedRows: ...

    def __getitem__(self, index: int | slice) -> Row | PackedRows:
        """Return one row, or the rows of a slice."""
        if isinstance(index, slice):
            return PackedRows(self._columns, self._numbers[index], self._texts[index])
        texts = zip(self._columns, self._texts[index], strict=False)
        return Row(self._numbers[index], {column: text for column, text in texts if text})

    def __iter__(self) -> Iterator[Row]:
        return map(self.__getitem__, range(len(self)))


def table_of_records(
    path: str,
    records: Sequence[Mapping[str, str]],
    *,
    kind: str = "records",
    problems: Sequence[str] = (),
    notes: Sequence[str] = (),
    numbers: Sequence[int] | None = None,
) -> RawTable:
    """Return the table of records with different keys.

    Args:
        path: name of the file.
        records: text by key, for each record.
        kind: form of the file.
        problems: sentences about parts that were not read.
        notes: sentences about decisions of the reader.
        numbers: number of each record; by default its position from 1.

    Example:
        >>> table = table_of_records("a.json", [{"date": "2023"}, {"title": " Talks "}])
        >>> table.columns, table.rows[1]
        (('date', 'title'), Row(number=2, cells={'title': 'Talks'}))
    """
    numbers = numbers or range(1, len(records) + 1)
    columns = dict.fromkeys(key for record in records for key in record)
    rows = []
    for number, record in zip(numbers, records, strict=True):
        cells = {key: text.strip() for key, text in record.items()}
        rows.append(Row(number, {key: text for key, text in cells.items() if text}))
    return RawTable(path, tuple(columns), rows, tuple(problems), kind, (), tuple(notes))
