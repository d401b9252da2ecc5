"""YAML of other shapes: tables by columns, records by id, several documents, anchors."""

from __future__ import annotations

from typing import Any

from dashboard.formats.tables.json_tables import table_of_value
from dashboard.formats.tables.raw_table import FormatError, RawTable
from dashboard.reading.plain_yaml import PlainYamlError, load_plain


def read_yaml(text: str, path: str, notes: tuple[str, ...] = ()) -> list[RawTable]:
    r"""Read YAML whose shape is not that of an events file; all values are texts.

    Several documents are one list. An alias has the value of its anchor.

    Raises:
        FormatError: the text is not YAML, is nested too deeply, or holds no records.

    Example:
        >>> (table,) = read_yaml("date: ['2023', '2024']\ntitle: [Talks, Summit]", "a.yaml")
        >>> dict(table.rows[1].cells)
        {'date': '2024', 'title': 'Summit'}
    """
    documents = [document for document in load_documents(text, path) if document is not None]
    if len(documents) == 1:
        return [table_of_value(documents[0], path, notes)]
    records = [
        record
        for document in documents
        for record in (document if isinstance(document, list) else [document])
    ]
    return [table_of_value(records, path, notes)]


def load_documents(text: str, path: str) -> list[Any]:
    """Return all documents of a YAML text, with each scalar as its text.

    Raises:
        FormatError: as in ``read_yaml``.

    >>> load_documents("a: NO", "a.yaml")
    [{'a': 'NO'}]
    """
    try:
        return load_plain(text)
    except PlainYamlError as error:
        raise FormatError(f"{path}:{error.line}: this is not YAML: {error}") from error
