"""The command ``import``: tables and other formats become events, in a file or on the output."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.exits import CLEAN, PROBLEMS, fail
from dashboard.files.replacing import PUBLIC, replace_file
from dashboard.formats.imports.documents import document_lines
from dashboard.formats.imports.importing import Reading, plan_import, rows_text, with_recipe
from dashboard.formats.imports.report import Report
from dashboard.formats.imports.target import Target, read_target
from dashboard.formats.recipes.recipe import (
    Recipe,
    RecipeError,
    read_recipe,
    recipe_text,
    shipped_recipes,
)
from dashboard.formats.tables.raw import read_raw
from dashboard.formats.tables.raw_table import FormatError
from dashboard.paths import is_packaged
from dashboard.reading.book import collector_at_rest
from dashboard.words.quotes import printable, quoted
from dashboard.words.suggestions import suggestion
from dashboard.writing.batch import append_items
from dashboard.writing.errors import EditError
from dashboard.writing.store import EventsFile

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence

    from dashboard.formats.imports.documents import Items


class CannotImportError(Exception):
    """Nothing was imported; the message has the cause and the remedy."""


def import_files(options: argparse.Namespace) -> int:
    """Import the files of the options and print the report; return the exit code."""
    try:
        with collector_at_rest():
            return _import(options)
    except (CannotImportError, FormatError, RecipeError, EditError) as error:
        return fail(str(error))


def _import(options: argparse.Namespace) -> int:
    for path in (options.left_out, options.write_recipe):
        if path is not None and os.path.lexists(path):
            raise CannotImportError(f"{path} exists already: name a new file")
    read = [each for file in options.files for each in _tables(file, options)]
    if not read:
        raise CannotImportError("the files have no tables with rows: name other files")
    if options.write_recipe is not None:
        return _write_recipe(read, options.write_recipe)
    if options.output is not None and is_packaged(options.output):
        raise CannotImportError(f"{options.output} is the example that is shipped: name your own")
    target = read_target(options.output) if options.output is not None else Target()
    checks = options.output is not None or not all(each.recipe.folds for each in read)
    plan = plan_import(read, target, checks=checks)
    _write(plan.items, target, options.output)
    report = Report(
        plan.imports,
        [each.how for each in read],
        [each.guess for each in read],
        len(plan.items["events"]),
        len(plan.items["actors"]),
        plan.new.present,
        plan.new.changed,
        str(options.output or ""),
        plan.left_out,
    )
    if options.left_out is not None and plan.left_out:
        _write_new(options.left_out, rows_text(plan))
    print(report.as_json() if options.report == "json" else report.in_words(), file=sys.stderr)
    return CLEAN if report.added or report.present else PROBLEMS


def _tables(file: Path, options: argparse.Namespace) -> Iterable[Reading]:
    """Yield the tables of a file with their recipes."""
    given = _given_recipe(options.recipe) if options.recipe is not None else None
    for table in read_raw(file, sheet=options.sheet):
        if table.rows or table.unread:
            yield with_recipe(table, given)


def _given_recipe(name: str) -> Recipe:
    """Return the shipped recipe with a name, or the recipe of a file."""
    shipped = shipped_recipes()
    if name in shipped:
        return shipped[name]
    path = Path(name)
    try:
        text = path.read_text("utf-8")
    except (OSError, ValueError) as error:
        hint = suggestion(name, shipped)
        message = f"{quoted(name)} is neither a shipped recipe nor a file that can be read"
        raise CannotImportError(f"{message}{hint}") from error
    try:
        return read_recipe(text)
    except RecipeError as error:
        raise CannotImportError(f"{path}: {error}") from error


def _write_recipe(read: Sequence[Reading], path: Path) -> int:
    """Write the recipe of the tables, so that it can be edited."""
    different = {each.recipe.name for each in read}
    if len(different) > 1:
        names = ", ".join(sorted(different))
        message = f"the tables have different recipes ({names}): name one file, or one --sheet"
        raise CannotImportError(message)
    _write_new(path, recipe_text(read[0].recipe))
    print(f"wrote {printable(str(path))}: edit it, then import with --recipe {path}")
    return CLEAN


def _write(items: Items, target: Target, output: Path | None) -> None:
    """Write the new items."""
    if output is None:
        for line in document_lines(items):
            print(line)
    elif target.text is None:
        _write_new(output, "".join(f"{line}\n" for line in document_lines(items)))
    elif items["events"]:
        store = EventsFile(output)
        store.write(lambda text: append_items(text, items, store.name), target.revision)


def _write_new(path: Path, text: str) -> None:
    """Write a file that does not exist yet."""
    if os.path.lexists(path):
        raise CannotImportError(f"{path} exists already: name a new file")
    try:
        replace_file(path.resolve(), text.encode("utf-8"), new=PUBLIC)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotImportError(f"{path} cannot be written: {reason}") from error
