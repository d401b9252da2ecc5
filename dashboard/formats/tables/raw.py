"""Reading of any file into raw tables, by its name and its first bytes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeAlias

from dashboard.formats.tables import (
    delimited,
    front_matter,
    icalendar,
    json_tables,
    markwhen,
    yaml_tables,
)
from dashboard.formats.tables.encodings import decode_any
from dashboard.formats.tables.raw_table import FormatError, RawTable, Row
from dashboard.formats.tables.workbook import read_workbook
from dashboard.model.limits import LARGEST_IMPORT

Reader: TypeAlias = Callable[[str, str, tuple[str, ...]], list[RawTable]]
"""Reader of a text: the text, the name of the file, and notes on decisions made before."""
__all__ = ["FormatError", "RawTable", "Row", "read_bytes", "read_raw"]

WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
"""Name endings of workbooks."""
_WORKBOOK_MAGIC = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""First bytes of zip archives and of old Excel files."""
_JSON = (".json", ".jsonl", ".ndjson", ".geojson")
_MARKDOWN = (".md", ".markdown", ".mdx", ".qmd")
_OTHER_MAGIC = {
    b"%PDF": "a PDF document",
    b"\x1f\x8b": "a gzip archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"PAR1": "a Parquet file",
    b"SQLite": "a SQLite database",
}


class _Start(NamedTuple):
    """Evidence for the reader of a text: the text, its beginning without space, the ending."""

    text: str
    start: str
    suffix: str


_READERS: tuple[tuple[Callable[[_Start], bool], Reader], ...] = (
    (
        lambda file: (
            file.start[:15].upper() == "BEGIN:VCALENDAR" or file.suffix in (".ics", ".ical")
        ),
        icalendar.read_icalendar,
    ),
    (
        lambda file: file.suffix in _JSON or json_tables.looks_like_json(file.start),
        json_tables.read_json,
    ),
    (
        lambda file: file.suffix in _MARKDOWN and file.start.startswith(("---", "+++")),
        front_matter.read_front_matter,
    ),
    (
        lambda file: (
            file.suffix in (".mw", ".markwhen")
            or (file.suffix in (*_MARKDOWN, ".txt") and markwhen.fits(file.text))
        ),
        markwhen.read_markwhen,
    ),
    (lambda file: file.suffix in _MARKDOWN, front_matter.read_front_matter),
    (lambda file: file.suffix in (".yaml", ".yml"), yaml_tables.read_yaml),
)
"""Tests of a text and the reader for the first that holds; other texts are delimited."""


def read_raw(path: Path, *, sheet: str | None = None) -> list[RawTable]:
    r"""Read a file, or all Markdown files of a folder, into one table for each sheet.

    Args:
        path: file or folder.
        sheet: name of the only sheet of a workbook to read; ``None`` for all sheets.

    Raises:
        FormatError: the file is missing, too large, or of a form that cannot be read.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     path = Path(folder, "talks.csv")
        ...     _ = path.write_bytes(b"date;title\n2023-10-26;Talks")
        ...     read_raw(path)[0].rows[0]
        Row(number=2, cells={'date': '2023-10-26', 'title': 'Talks'})
    """
    if path.is_dir():
        return [front_matter.read_folder(path)]
    try:
        size = path.stat().st_size
        if size > LARGEST_IMPORT:
            raise FormatError(
                f"{path}: the file has {size:,} bytes, more than {LARGEST_IMPORT:,}: split it, and "
                "import its parts one after the other"
            )
        data = path.read_bytes()
    except OSError as error:
        raise FormatError(f"{path}: cannot be read: {error.strerror or error}") from error
    return read_bytes(data, str(path), sheet=sheet)


def read_bytes(data: bytes, name: str, *, sheet: str | None = None) -> list[RawTable]:
    """Read the bytes of a file, such as a file that was dropped on the page, or pasted rows.

    Args:
        data: all bytes of the file.
        name: its name; the ending decides the form where the content does not.
        sheet: as in ``read_raw``.

    Raises:
        FormatError: as in ``read_raw``.

    Example:
        >>> read_bytes(b'[{"date": "2023", "actors": ["Japan", "China"]}]', "a.json")[0].rows[0]
        Row(number=1, cells={'date': '2023', 'actors': 'Japan; China'})
    """
    suffix = Path(name).suffix.lower()
    if data.startswith(_WORKBOOK_MAGIC) or suffix in WORKBOOKS:
        return read_workbook(data, name, sheet)
    for magic, what in _OTHER_MAGIC.items():
        if data.startswith(magic):
            raise FormatError(f"{name}: this is {what}, not a table or text: save the table as CSV")
    decoded = decode_any(data, name)
    if not decoded.text.strip():
        raise FormatError(f"{name}: the file is empty")
    return [*_reader(decoded.text, suffix)(decoded.text, name, decoded.notes)]


def _reader(text: str, suffix: str) -> Reader:
    """Return the reader of a text by its beginning, then by the ending of its name."""
    start = text[:2000].lstrip("\ufeff \t\r\n")
    fitting = (reader for fits, reader in _READERS if fits(_Start(text, start, suffix)))
    return next(fitting, delimited.read_delimited)
