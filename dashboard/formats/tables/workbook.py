"""Workbooks of Excel and LibreOffice: one table for each sheet, days as days."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any

from dashboard.formats.tables.grids import TableBuilder, header_of
from dashboard.formats.tables.raw_table import FormatError, RawTable
from dashboard.formats.tables.workbook_limits import check_archive
from dashboard.words.lists import listed
from dashboard.words.quotes import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    MergedCells = tuple[tuple[int, int], tuple[int, int]]

_MISSING = (
    'workbooks need one more library: pip install "geopolitical-timeline[import]", or save the '
    "sheet as CSV"
)
_MOST_MERGED = 10_000
"""Cells of a merged range up to which all of them get its text."""
_HEAD = 20


def read_workbook(data: bytes, path: str, sheet: str | None = None) -> list[RawTable]:
    """Read a workbook: ``.xlsx``, ``.xlsm``, ``.xlsb``, ``.xls`` or ``.ods``.

    A cell with a date is a day in ISO 8601, with its time if there is one. Cells that are merged
    downward all have the text of the first; cells that are merged to the right only in the header.

    Args:
        data: all bytes of the file.
        path: name of the file, for messages.
        sheet: name of the only sheet to read; ``None`` for all sheets.

    Raises:
        FormatError: the library is missing, the file is not a workbook, has a password or is too
            large, or the sheet does not exist.
    """
    try:
        import python_calamine as calamine
    except ImportError:
        raise FormatError(f"{path}: {_MISSING}") from None
    check_archive(data, path)
    try:
        book = calamine.CalamineWorkbook.from_filelike(BytesIO(data))
    except calamine.PasswordError:
        raise FormatError(f"{path}: it has a password: save it without one") from None
    except Exception as error:
        message = "this is not a workbook, or a damaged one: open it and save it again, or as CSV"
        raise FormatError(f"{path}: {message} ({error})") from error
    names: list[str] = book.sheet_names
    if sheet is not None and sheet not in names:
        known = listed(map(quoted, names), "or")
        raise FormatError(f"{path}: there is no sheet {quoted(sheet)}: write {known}")
    wanted = names if sheet is None else [sheet]
    tables = [_table(book.get_sheet_by_name(name), f"{path} [{name}]") for name in wanted]
    found = [table for table in tables if table is not None]
    if not found:
        raise FormatError(f"{path}: the workbook has no cell with text")
    return found


def _table(sheet: Any, path: str) -> RawTable | None:
    grid = [[cell_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    merged: Sequence[MergedCells] = sheet.merged_cell_ranges or ()
    _fill(grid, [((top, left), (bottom, left)) for (top, left), (bottom, _) in merged])
    head = [row[:] for row in grid[:_HEAD]]
    _fill(head, merged)
    filled = [index for index, row in enumerate(head) if any(row)]
    header = header_of([head[index] for index in filled]) if filled else None
    if header is not None:
        last = filled[header] + 1
        grid[:last] = head[:last]
    return TableBuilder(path).build(_numbered(grid))


def _numbered(grid: list[list[str]]) -> Iterator[tuple[int, list[str]]]:
    yield from enumerate(grid, 1)


def _fill(grid: list[list[str]], merged: Sequence[MergedCells]) -> None:
    """Write the text of each merged range into its cells, where they are within the grid."""
    for (top, left), (bottom, right) in merged:
        if top >= len(grid) or (bottom - top + 1) * (right - left + 1) > _MOST_MERGED:
            continue
        text = grid[top][left] if left < len(grid[top]) else ""
        for row in grid[top : bottom + 1]:
            for column in range(left, min(right + 1, len(row))):
                row[column] = row[column] or text


def cell_text(value: object) -> str:
    """Return the text of a cell: days in ISO 8601, times only where there are any.

    >>> cell_text(datetime(2022, 1, 3)), cell_text(datetime(2022, 1, 3, 9, 30))
    ('2022-01-03', '2022-01-03T09:30')
    >>> cell_text(2022.0), cell_text(0.1), cell_text(True), cell_text(time(9, 5))
    ('2022', '0.1', 'yes', '09:05')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.15g}" if abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        day = value.date().isoformat()
        return day if value.time() == time() else f"{day}T{_clock(value.time())}"
    if isinstance(value, time):
        return _clock(value)
    return value.isoformat() if isinstance(value, date) else str(value).strip()


def _clock(value: time) -> str:
    value = value.replace(microsecond=0)
    return value.isoformat("seconds" if value.second else "minutes")
