"""Guess of the recipe of an own table: by the names of its columns and by what is in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from dashboard.formats.recipes.column_content import Content, contents, status_of
from dashboard.formats.recipes.column_words import (
    DATE,
    DAY,
    END,
    LAT,
    LON,
    MONTH,
    YEAR,
    keys_of,
)
from dashboard.formats.recipes.recipe import Recipe
from dashboard.formats.rows.table_dates import column_order
from dashboard.model.event_types import event_types
from dashboard.model.letters import slug
from dashboard.model.missing_values import MISSING
from dashboard.model.type_hints import types_for
from dashboard.words.lists import first_of
from dashboard.words.quotes import quoted

if TYPE_CHECKING:
    from dashboard.formats.tables.raw_table import RawTable, Row

UNKNOWN_ACTOR = "Unknown"
"""Name of the actor of tables without actors."""
_SAMPLES = 3
_TITLE = "{actor} – {type} – {target}"
_FITS: Mapping[str, Callable[[Content], bool]] = MappingProxyType(
    {
        YEAR: lambda content: content.numbers >= 0.5,
        MONTH: lambda content: content.within(12) >= 0.5,
        DAY: lambda content: content.within(31) >= 0.5,
        DATE: lambda content: content.dates >= 0.5,
        END: lambda content: content.dates >= 0.5,
        "title": lambda content: content.numbers < 0.5 and content.addresses < 0.5,
        "actors": lambda content: content.length <= 100 and content.numbers < 0.5,
        "targets": lambda content: content.length <= 100 and content.numbers < 0.5,
        "description": lambda content: content.numbers < 0.5 and content.addresses < 0.9,
        "place": lambda content: content.length <= 100 and content.numbers < 0.5,
        LAT: lambda content: content.within(90) >= 0.8,
        LON: lambda content: content.within(180) >= 0.8,
        "type": lambda content: content.types >= 0.5,
        "status": lambda content: content.statuses >= 0.5,
        "score": lambda content: content.within(10) >= 0.8,
        "tags": lambda content: content.length <= 100 and content.numbers < 0.5,
        "sources": lambda content: content.numbers < 0.5,
        "id": lambda content: content.ids == 1,
    }
)
"""Test of the content of a column by the key that its name means; other keys are not guessed."""
_BY_CONTENT: tuple[tuple[str, Callable[[Content], float], float], ...] = (
    (DATE, lambda content: content.dates - content.numbers, 0.8),
    ("sources", lambda content: content.addresses, 0.8),
    ("actors", lambda content: content.actors, 0.6),
    ("targets", lambda content: content.actors, 0.6),
    ("title", lambda content: content.length / 10, 1.5),
)
"""Keys that are guessed by content alone: the measure of a column, and the least of it."""
_SEPARATORS = (";", "\n", "|")
_LISTS = ("actors", "targets", "tags")


@dataclass(frozen=True, slots=True)
class Guess:
    """The guess of a recipe.

    Attributes:
        recipe: recipe for the table; its columns may be changed with ``--write-recipe``.
        doubts: sentences about what was not decided, or decided without a name.
        unknown: columns that do not become part of an event.
        samples: first rows, to show what the columns contain.
        unclear: words of types and statuses without a meaning, by ``type`` or ``status``.
    """

    recipe: Recipe
    doubts: tuple[str, ...]
    unknown: tuple[str, ...]
    samples: tuple[Row, ...]
    unclear: Mapping[str, Sequence[str]]


def guess_recipe(table: RawTable, chosen: Mapping[str, Sequence[str]] | None = None) -> Guess:
    r"""Return the recipe that an own table most probably has.

    Nothing ambiguous is decided: the order of day and month is that of the whole column or is left
    open, and a column whose cells do not fit its name is not used.

    Args:
        table: the table.
        chosen: event key to the columns that a person chose; by default the columns are guessed.

    Example:
        >>> from dashboard.formats.tables.delimited import read_delimited
        >>> text = "Datum;Akteur;Ereignis\n27.09.2020;Japan;Talks\n01.02.2021;China;Visit\n"
        >>> guess = guess_recipe(read_delimited(text, "list.csv")[0])
        >>> {key: names[0] for key, names in guess.recipe.columns.items()}
        {'date': 'Datum', 'title': 'Ereignis', 'actors': 'Akteur'}
        >>> guess.recipe.date_order
        'dmy'
    """
    found = contents(table)
    doubts: list[str] = []
    if chosen is None:
        columns = _by_name(table, found, doubts)
        _by_content(columns, found, doubts)
        _title_of_note(columns, found, doubts)
    else:
        columns = {key: [*names] for key, names in chosen.items()}
    constants = _constants(columns, doubts)
    values, unclear = _values(columns, found, doubts)
    order = column_order(
        text
        for row in table.rows
        for key in (DATE, END)
        for column in columns.get(key, ())
        if (text := row.cells.get(column))
    )
    if order.reason:
        doubts.append(f"{first_of([*columns[DATE]])}: {order.reason}")
    ordered = {key: tuple(columns[key]) for key in _order(columns)}
    name = slug(Path(table.path).stem)[:40] or "table"
    recipe = Recipe(
        name,
        Path(table.path).name,
        ordered,
        constants,
        values,
        missing=tuple(sorted(_missing(table))),
        date_order=order.order,
        separators=_separators(columns, found),
    )
    unknown = tuple(column for column in table.columns if column not in recipe.used_columns)
    return Guess(recipe, tuple(doubts), unknown, tuple(islice(table.rows, _SAMPLES)), unclear)


def _order(columns: Mapping[str, Sequence[str]]) -> list[str]:
    usual = (YEAR, MONTH, DAY, *_FITS, "source.url")
    return sorted(columns, key=lambda key: usual.index(key) if key in usual else len(usual))


def _by_name(
    table: RawTable, found: Mapping[str, Content], doubts: list[str]
) -> dict[str, list[str]]:
    """Return the columns by the keys that their names mean, the best name first."""
    offers: dict[str, list[tuple[int, str]]] = {}
    for column in table.columns:
        if not found[column].texts:
            continue
        for key, rank in keys_of(column).items():
            if key in _FITS:
                offers.setdefault(key, []).append((rank, column))
    columns: dict[str, list[str]] = {}
    used: set[str] = set()
    refuted: dict[str, str] = {}
    for key, fits in _FITS.items():
        for _, column in sorted(offers.get(key, ()), key=lambda offer: offer[0]):
            if column in used:
                continue
            if not fits(found[column]):
                refuted[column] = key
            elif _are_alternatives(table, [*columns.get(key, ()), column]):
                columns.setdefault(key, []).append(column)
                used.add(column)
    doubts += [
        _misfit(column, key, found[column])
        for column, key in refuted.items()
        if column not in used and key not in (YEAR, MONTH, DAY, "id")
    ]
    return _without_parts(columns)


def _misfit(column: str, key: str, content: Content) -> str:
    examples = first_of([quoted(text) for text in content.distinct[:3]])
    return (
        f"{quoted(column)} is not used as {key}: most of its cells do not fit, such as {examples}"
    )


def _without_parts(columns: dict[str, list[str]]) -> dict[str, list[str]]:
    """Keep either the column of dates or those of year, month and day."""
    if YEAR in columns and MONTH in columns:
        return {key: names for key, names in columns.items() if key != DATE}
    if DATE not in columns and YEAR in columns:
        columns[DATE] = columns.pop(YEAR)
    return {key: names for key, names in columns.items() if key not in (YEAR, MONTH, DAY)}


def _are_alternatives(table: RawTable, names: Sequence[str]) -> bool:
    """Whether no row has text in several columns: each record uses another name."""
    return len(names) < 2 or all(sum(name in row.cells for name in names) < 2 for row in table.rows)


def _by_content(
    columns: dict[str, list[str]], found: Mapping[str, Content], doubts: list[str]
) -> None:
    """Add columns for the keys that no name means, by their content."""
    for key, measure, least in _BY_CONTENT:
        used = {name for names in columns.values() for name in names}
        has_date = key == DATE and YEAR in columns
        if key in columns or has_date or (key == "targets" and "actors" not in columns):
            continue
        free = [name for name in found if name not in used and found[name].texts]
        if key == "title":
            free = [name for name in free if not (found[name].numbers or found[name].addresses)]
        if key == "targets" and not any("column " in name for name in columns["actors"]):
            continue
        best = max(free, key=lambda name: measure(found[name]), default=None)
        if best is not None and measure(found[best]) >= least:
            columns[key] = [best]
            doubts.append(f"{quoted(best)} is used as {key} because of its cells, not its name")


def _title_of_note(
    columns: dict[str, list[str]], found: Mapping[str, Content], doubts: list[str]
) -> None:
    """Use short descriptions as titles where no column has titles."""
    note = columns.get("description", [])
    if "title" not in columns and note and found[note[0]].length <= 150:
        columns["title"] = columns.pop("description")
        doubts.append(f"{quoted(note[0])} is used as title: no other column has a short text")


def _constants(columns: Mapping[str, Sequence[str]], doubts: list[str]) -> dict[str, str]:
    constants: dict[str, str] = {}
    if DATE not in columns and YEAR not in columns:
        doubts.append('no column of dates was found: name it as "date" in [columns] of the recipe')
    if "title" not in columns:
        constants["title"] = _TITLE
        doubts.append("no column of titles was found: titles are made of actor, type and target")
    if "actors" not in columns:
        constants["actors"] = UNKNOWN_ACTOR
        doubts.append(
            f"no column of actors was found: the actor of all events is {UNKNOWN_ACTOR}; state "
            'another as "actors" in [constants] of the recipe'
        )
    return constants


def _values(
    columns: Mapping[str, Sequence[str]], found: Mapping[str, Content], doubts: list[str]
) -> tuple[dict[str, dict[str, str]], dict[str, list[str]]]:
    """Return the values for words of types and statuses, and the words without a meaning."""
    types = event_types()
    values: dict[str, dict[str, str]] = {}
    without: dict[str, list[str]] = {}
    for key in ("type", "status"):
        unclear: list[str] = []
        for text in (text for name in columns.get(key, ()) for text in found[name].distinct):
            meant = types_for(text, types) if key == "type" else [status_of(text)]
            if len(meant) == 1 and meant[0]:
                if meant[0] != text:
                    values.setdefault(key, {})[text] = meant[0]
            else:
                unclear.append(text)
        if unclear:
            without[key] = unclear
            words = first_of([*map(quoted, unclear)], 5)
            doubts.append(
                f"{key}: {words} means no {key}: its rows are left out; add the "
                f"value to [values.{key}] of the recipe"
            )
    return values, without


def _missing(table: RawTable) -> set[str]:
    """Return the words for a missing value that occur in a table."""
    return {text for row in table.rows for text in row.cells.values() if text in MISSING}


def _separators(
    columns: Mapping[str, Sequence[str]], found: Mapping[str, Content]
) -> dict[str, str]:
    """Return the separators of lists that are not the usual semicolon."""
    separators: dict[str, str] = {}
    for key in _LISTS:
        texts = [text for name in columns.get(key, ()) for text in found[name].texts]
        marks = (*_SEPARATORS, ",") if key == "tags" else _SEPARATORS
        used = next((mark for mark in marks if any(mark in text for text in texts)), ";")
        if used != ";":
            separators[key] = used
    return separators
