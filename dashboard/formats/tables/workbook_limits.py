"""Limits of workbooks: archives that unpack to far more than they show are refused unread."""

from __future__ import annotations

import re
import zipfile
import zlib
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from dashboard.formats.tables.raw_table import FormatError
from dashboard.model.limits import LARGEST_WORKBOOK, MOST_COLUMNS, MOST_WORKBOOK_CELLS

if TYPE_CHECKING:
    from collections.abc import Iterator

_CELL = re.compile(r'<c r="([A-Z]{1,3})([0-9]{1,7})"(?: [^<>/]*)?>')
"""A cell of Excel with a value, and its column and row."""
_TAG = re.compile(r"<table:table-(row|cell) ([^<>]*)>")
"""A row or a cell of LibreOffice, with its attributes."""
_REPEATED = re.compile(r'-repeated="([0-9]{1,12})"')
_MOST_REPEATED = 100_000
"""Repeats of a row with a value."""
_BLOCK = 1 << 20
_OVERLAP = 200
"""Bytes of a block that are searched again with the next block, so that no cell is cut."""


def check_archive(data: bytes, path: str) -> None:
    """Refuse an archive that is too large after unpacking, or has a cell far from the others.

    The library that reads workbooks takes memory for every cell up to the last one.

    Raises:
        FormatError: with the place and the remedy.
    """
    if not data.startswith(b"PK"):
        return
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        size = sum(entry.file_size for entry in archive.infolist())
        if size > LARGEST_WORKBOOK:
            raise FormatError(
                f"{path}: the workbook unpacks to {size:,} bytes, more than {LARGEST_WORKBOOK:,}: "
                "save the sheet with the events as CSV"
            )
        for entry in archive.infolist():
            with archive.open(entry) as file:
                blocks = iter(partial(file.read, _BLOCK), b"")
                if entry.filename.startswith("xl/worksheets/"):
                    _check_sheet(blocks, f"{path} ({entry.filename})")
                elif entry.filename == "content.xml":
                    _check_repeats(blocks, path)
                else:
                    for _ in blocks:
                        pass
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        message = f"the workbook is damaged ({error}): open it and save it again, or as CSV"
        raise FormatError(f"{path}: {message}") from error


def _check_sheet(blocks: Iterator[bytes], path: str) -> None:
    columns: set[str] = set()
    last = 0
    for block in _overlapping(blocks):
        cells = _CELL.findall(block)
        columns.update(column for column, _ in cells)
        last = max((last, *(int(row) for _, row in cells)))
        width = max(map(_column_number, columns), default=0)
        if width * last > MOST_WORKBOOK_CELLS:
            raise FormatError(
                f"{path}: a cell in row {last:,} or column {width:,} is far from the others: "
                "delete it, or save the table as CSV"
            )


def _check_repeats(blocks: Iterator[bytes], path: str) -> None:
    """Refuse a cell with a value that its row, or the number of its row, repeats too often."""
    rows = 1
    for block in _overlapping(blocks):
        for kind, attributes in _TAG.findall(block):
            repeated = _REPEATED.search(attributes)
            times = int(repeated[1]) if repeated else 1
            if kind == "row":
                rows = times
            elif "value-type=" in attributes and (times > MOST_COLUMNS or rows > _MOST_REPEATED):
                raise FormatError(
                    f"{path}: a cell is repeated {times * rows:,} times: save the table as CSV"
                )


def _overlapping(blocks: Iterator[bytes]) -> Iterator[str]:
    """Yield the blocks as text, each with the end of the one before it."""
    before = ""
    for block in blocks:
        text = block.decode("latin-1")
        yield before + text
        before = text[-_OVERLAP:]


def _column_number(letters: str) -> int:
    """Return the number of a column by its letters: ``B`` is 2, ``AA`` 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
