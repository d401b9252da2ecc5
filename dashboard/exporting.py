"""The command ``export``: a selection of a file, in one of the formats, to a file or the output."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.analysis.dataset import Dataset
from dashboard.exits import CLEAN, fail
from dashboard.files.replacing import PUBLIC, replace_file
from dashboard.formats.export import Export
from dashboard.formats.look import LOOK_NAMES, Look
from dashboard.formats.table import FORMATS, ExportError
from dashboard.paths import default_events_file
from dashboard.query.filter import SelectionError
from dashboard.query.selection import Selection
from dashboard.query.tabulate import tabulate
from dashboard.reading.watched import read_file, revision_of
from dashboard.words.catalogue import ENGLISH
from dashboard.words.numbers import count

if TYPE_CHECKING:
    import argparse

    from dashboard.formats.table import Format


def export(options: argparse.Namespace) -> int:
    """Write the export that the options ask for, and return the exit code."""
    try:
        _export(options)
    except ExportError as error:
        return fail(str(error))
    return CLEAN


def _export(options: argparse.Namespace) -> None:
    file = options.file or default_events_file()
    row = FORMATS[options.format]
    asked = _asked(file, options)
    data = b"".join(row.write(asked))
    if options.out is None:
        if not row.by_http and sys.stdout.isatty():
            raise ExportError("a picture cannot be shown in a terminal: name a file with -o")
        sys.stdout.buffer.write(data)
    else:
        _save(_target(options.out, file, asked, row), data)
    if asked.gap:
        print(asked.gap, file=sys.stderr)


def _asked(file: Path, options: argparse.Namespace) -> Export:
    reading, text = read_file(file, str(file))
    if reading.book is None:
        errors = [str(problem) for problem in reading.problems if problem.is_error]
        raise ExportError(f"{errors[0]} ({count(len(errors), 'error')}: run check {file})")
    tables = tabulate(reading.book)
    look = {name: word for name in LOOK_NAMES if (word := getattr(options, name, None))}
    try:
        selection = Selection.from_query(options.query, tables)
        chosen = Look.read(look)
    except SelectionError as error:
        raise ExportError(str(error)) from error
    lang = options.lang or selection.lang or ENGLISH
    revision, now = revision_of(text), datetime.now(UTC)
    return Export(Dataset(tables), selection, revision, now, chosen, lang=lang)


def _target(out: Path, file: Path, asked: Export, row: Format) -> Path:
    """Return the file to write: in a folder it is named by title, selection and revision."""
    target = out / asked.file_name(row.ending) if out.is_dir() else out
    if target.exists() and file.exists() and target.samefile(file):
        raise ExportError(f"{target} is the events file itself: name another file with -o")
    return target


def _save(target: Path, data: bytes) -> None:
    try:
        replace_file(target.resolve(), data, new=PUBLIC)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ExportError(f"{target} cannot be written: {reason}") from error
    print(f"wrote {target}", file=sys.stderr)
