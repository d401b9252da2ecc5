"""Markdown with front matter: one event a file, the text below it is the description."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from dashboard.formats.tables.encodings import decode_any
from dashboard.formats.tables.raw_table import FormatError, RawTable, table_of_records
from dashboard.formats.tables.records import cells_of
from dashboard.formats.tables.yaml_tables import load_documents
from dashboard.model.limits import LARGEST_IMPORT

if TYPE_CHECKING:
    from pathlib import Path

BODY = "body"
"""Column of the text below the front matter."""
_FENCE = re.compile(r"(---|\+\+\+)[ \t]*\r?\n(.*?)^\1[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"# +(.+)")
_ENDINGS = (".md", ".markdown", ".mdx", ".qmd")


def read_front_matter(text: str, path: str, notes: tuple[str, ...] = ()) -> list[RawTable]:
    r"""Read one Markdown file.

    Raises:
        FormatError: the front matter is not closed, or is not a mapping of YAML or TOML.

    Example:
        >>> table, = read_front_matter("---\ndate: 2023-10-26\n---\n# Talks\nIn Oslo.\n", "a.md")
        >>> dict(table.rows[0].cells)
        {'date': '2023-10-26', 'title': 'Talks', 'body': 'In Oslo.'}
    """
    record = _record(text, path)
    return [table_of_records(path, [record], kind="front-matter", notes=notes)]


def read_folder(folder: Path) -> RawTable:
    """Read all Markdown files of a folder and its folders, in the order of their names.

    The number of a row is the position of its file; the column ``file`` has its name. A file that
    cannot be read is a problem; the others are read.

    Raises:
        FormatError: the folder has no Markdown file, or more than a file may have.
    """
    paths = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in _ENDINGS and path.is_file() and not path.is_symlink()
    )
    if not paths:
        raise FormatError(f"{folder}: the folder has no Markdown file ({', '.join(_ENDINGS)})")
    if sum(path.stat().st_size for path in paths) > LARGEST_IMPORT:
        raise FormatError(f"{folder}: the files have more than {LARGEST_IMPORT:,} bytes: split it")
    records: list[dict[str, str]] = []
    numbers: list[int] = []
    problems: list[str] = []
    notes: list[str] = []
    for number, path in enumerate(paths, 1):
        name = path.relative_to(folder).as_posix()
        try:
            decoded = decode_any(path.read_bytes(), str(path))
            records.append(_record(decoded.text, str(path)) | {"file": name})
        except (FormatError, OSError) as error:
            problems.append(str(error))
            continue
        numbers.append(number)
        notes += decoded.notes
    return table_of_records(
        str(folder), records, kind="front-matter", problems=problems, notes=notes, numbers=numbers
    )


def _record(text: str, path: str) -> dict[str, str]:
    text = text.lstrip("\ufeff\r\n \t")
    found = _FENCE.match(text)
    if found is None:
        raise FormatError(f"{path}: no front matter between two lines of --- was found: add it")
    values = _values(found[1], found[2], path)
    body = text[found.end() :].strip()
    record = cells_of(values, path, 1)
    title = _HEADING.match(body)
    if title and not any(key.lower() == "title" for key in record):
        record["title"] = title[1].strip()
        body = body[title.end() :].strip()
    if body and BODY in record:
        record[f"{BODY} of the file"] = record.pop(BODY)
    return record | ({BODY: body} if body else {})


def _values(fence: str, text: str, path: str) -> dict[str, Any]:
    if fence == "+++":
        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise FormatError(f"{path}: the front matter is not TOML: {error}") from error
    documents = load_documents(f"\n{text}", path)
    if len(documents) != 1 or not isinstance(documents[0], dict):
        raise FormatError(
            f"{path}:1: the front matter is not a mapping: write one key: value a line"
        )
    values: dict[str, Any] = documents[0]
    return values
