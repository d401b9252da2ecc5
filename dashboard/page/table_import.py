"""The dialog *Add from a table*: the input, the columns with their use, and the preview."""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING

from dashboard.formats.imports.exported import EXPORTED
from dashboard.formats.recipes.choices import COLUMN_KEYS, OWN, keys_of_columns, unused_cells
from dashboard.formats.recipes.recipe import shipped_recipes
from dashboard.markup import Markup, h
from dashboard.model.dates import DateError, parse_date
from dashboard.model.event_types import DEFAULT_TYPE, event_types, grouped_types
from dashboard.model.fields import RECORDS
from dashboard.model.limits import LARGEST_TABLE
from dashboard.model.zones import zone_names
from dashboard.page.form_inputs import choice, folded, text_area
from dashboard.words.lists import first_of
from dashboard.words.numbers import count
from dashboard.words.quotes import extract

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dashboard.formats.imports.importing import Plan, Reading
    from dashboard.formats.rows.mapper import LeftOut
    from dashboard.formats.tables.raw_table import RawTable
    from dashboard.writing.edits import Value

TOO_LARGE = (
    f"A table of more than {LARGEST_TABLE // 1_000_000} MB is imported with the command "
    "“python -m dashboard import FILE -o events.yaml”."
)
"""Message about a file that is too large for the page."""
_ENDINGS = ".csv,.tsv,.txt,.xlsx,.xlsm,.xlsb,.xls,.ods,.json,.jsonl,.ndjson,.ics,.md,.mw,.yaml,.yml"
_SAMPLES, _SAMPLED = 3, 200
"""Different cells that are shown of a column, and the rows in which they are looked for."""
_FIRST, _MOST_LEFT, _MOST_CELLS = 10, 50, 6
"""Events of the preview, left out rows of the preview, and cells of such a row."""
_ORDERS = {
    "": "as the whole column shows",
    "dmy": "day first: 31/12/2020",
    "mdy": "month first: 12/31/2020",
}
_ACTOR = "fill in the cell, or name the actor of such rows above"
_WORD = "its rows are left out until you choose a meaning above"
_IN_THE_PAGE = (
    ("no actor: fill in the cell, or set a constant in the recipe", f"no actor: {_ACTOR}"),
    ("fill in the cell, or set a constant in the recipe", "fill in the cell"),
    ("; or state what it means in [codes] of a recipe (--write-recipe)", ""),
    (
        'add it to [values.type] of a recipe, or write one of the command "types"',
        "choose its meaning above, or correct the cell",
    ),
    (", or add it to [values.status] of a recipe", ", or choose its meaning above"),
    ("its rows are left out; add the value to [values.type] of the recipe", _WORD),
    ("its rows are left out; add the value to [values.status] of the recipe", _WORD),
    ('in the recipe, such as tz = "Asia/Baku" in [constants]', "above, such as Asia/Baku"),
    ('state date_order = "dmy" or "mdy" in the recipe', "choose the order above"),
    ('date_order = "dmy"', "day first"),
    ('date_order = "mdy"', "month first"),
    (': name it as "date" in [columns] of the recipe', ": choose it above"),
    ('; state another as "actors" in [constants] of the recipe', ": name another above"),
    (': add it to "codes" of a recipe', ": correct the cell"),
)
"""Remedies of the command, with those of the page; replaced one after the other."""


def table_form() -> Markup:
    """Return the inputs for rows and a file, with the places of all that depends on them."""
    rows = text_area("rows", "", 6)
    rows[1]["placeholder"] = "Copy rows from a spreadsheet, with the header, and paste them here."
    zones = (h.option(value=name) for name in zone_names())
    return h.div(
        h.div(h.label(h.span("Rows"), rows), class_="edit-field"),
        h.div(
            h.label(h.span("Or a file"), h.input(type="file", name="file", accept=_ENDINGS)),
            h.p("CSV, TSV, Excel, ods, JSON …; you can also drop a file here.", class_="quiet"),
            class_="edit-field",
        ),
        h.datalist(*zones, id="zone-names"),
        h.div(id="table-mapping"),
        h.div(id="table-words"),
        h.div(id="table-preview"),
        class_="edit-fields table-fields",
    )


def table_mapping(tables: Sequence[RawTable], number: int, reading: Reading, own: bool) -> Markup:
    """Return the choices for a table: its format, the use of each column, and what it omits.

    Args:
        tables: tables of the file.
        number: index of the table that is imported.
        reading: this table with its recipe.
        own: whether the columns are chosen one by one.
    """
    recipe = reading.recipe
    sheets = [h.option(table.path, value=index) for index, table in enumerate(tables)]
    formats = [h.option("own table: choose the columns", value=OWN)]
    formats += [h.option(each.title, value=name) for name, each in shipped_recipes().items()]
    format_ = OWN if own else recipe.name
    if recipe is EXPORTED:
        format_, formats = "", [h.option(recipe.title, value="")]
    keys = keys_of_columns(reading)
    columns = zip(reading.table.columns, keys, strict=True)
    constants = recipe.constants
    more = (
        _line("Numbers in dates", choice("order", recipe.date_order, _options(_ORDERS))),
        _line("Actor of rows without one", _input("actors", constants.get("actors", ""))),
        _line("Zone of times", _input("tz", constants.get("tz", ""), "zone-names")),
    )
    return h.div(
        _line("Table", choice("number", number, sheets)) if len(tables) > 1 else None,
        _line("Format", choice("format", format_, formats)),
        h.table(
            h.caption("Columns"),
            h.thead(h.tr(h.th("Column, first cells", scope="col"), h.th("Used as", scope="col"))),
            h.tbody(*(_column(reading.table, *each, own) for each in columns)),
        ),
        more if recipe is not EXPORTED else None,
    )


def table_words(unclear: Mapping[str, Sequence[str]]) -> Markup | None:
    """Return a choice for each word that means no type or no status; ``None`` if there is none."""
    if not unclear:
        return None
    return h.fieldset(
        h.legend("Words without a meaning"),
        *(_word(key, word) for key, words in unclear.items() for word in words),
    )


def summary(plan: Plan) -> str:
    """Return the numbers of a plan in words."""
    new, left = plan.new, len(plan.left_out)
    events = len(plan.items["events"])
    parts = [count(events, "event") if events else "No new events"]
    actors = len(plan.items["actors"])
    folded = sum(each.folded for each in plan.imports)
    numbers = (
        (actors, count(actors, "new actor")),
        (folded, f"{count(folded, 'row')} repeated in others"),
        (left, f"{count(left, 'row')} left out"),
        (new.present, f"{count(new.present, 'event')} in the file already"),
        (len(new.changed), f"{count(len(new.changed), 'event')} different in the file, kept there"),
    )
    return ", ".join([*parts, *(words for number, words in numbers if number)])


def table_preview(plan: Plan, reading: Reading) -> Markup:
    """Return the remarks on a table, its first new events, and the rows that are left out."""
    table, guess = reading.table, reading.guess
    remarks = [*table.notes, *table.problems, *(guess.doubts if guess else ())]
    remarks += unused_cells(reading)
    events, left = plan.items["events"], plan.left_out
    more = len(left) - _MOST_LEFT
    return h.div(
        h.ul(*(h.li(in_the_page(text)) for text in remarks), aria_label="Remarks on the table"),
        h.h3("First events") if events else None,
        h.ol(*map(_event, events[:_FIRST]), class_="table-rows") if events else None,
        folded("Rows left out", [h.ul(*_left_out(left), class_="table-rows")]) if left else None,
        h.p(f"and {count(more, 'more row')}: download them", class_="quiet") if more > 0 else None,
    )


def in_the_page(message: str) -> str:
    """Return a message with the remedy in the page instead of the one in a recipe.

    >>> in_the_page("the row has no title: fill in the cell, or set a constant in the recipe")
    'the row has no title: fill in the cell'
    """
    for command, here in _IN_THE_PAGE:
        message = message.replace(command, here)
    return message


def _line(label: str, control: Markup) -> Markup:
    return h.div(h.label(h.span(label), control), class_="edit-field")


def _input(name: str, value: str, known: str | None = None) -> Markup:
    return h.input(name=name, value=value, autocomplete="off", dir="auto", list=known)


def _options(labels: Mapping[str, str]) -> list[Markup]:
    return [h.option(label, value=value) for value, label in labels.items()]


def _column(table: RawTable, column: str, key: str, own: bool) -> Markup:
    first = islice(table.rows, _SAMPLED)
    cells = dict.fromkeys(row.cells[column] for row in first if column in row.cells)
    samples = [extract(text) for text in islice(cells, _SAMPLES)]
    options = _options({"": "not used", **COLUMN_KEYS})
    label = COLUMN_KEYS.get(key, key) or "not used"
    return h.tr(
        h.th(h.bdi(column), h.p(*_apart(samples), class_="quiet"), scope="row"),
        h.td(choice("key", key, options, f"Use of {column}") if own else label),
    )


def _apart(texts: Iterable[str]) -> Sequence[object]:
    """Return texts of a table with a line between them, each in its own direction."""
    return [part for text in texts for part in (" | ", h.bdi(text))][1:]


def _word(key: str, word: str) -> Markup:
    if key == "type":
        options = [
            h.optgroup(*(h.option(kind.label, value=kind.id) for kind in kinds), label=label)
            for label, kinds in grouped_types(event_types().values()).items()
            if kinds
        ]
    else:
        options = [h.option(value, value=value) for value in RECORDS["event"][key].choices or ()]
    empty = h.option("none: leave its rows out", value="")
    named = h.label(
        h.span(f"{key} ", h.bdi(extract(word))),
        h.select(empty, *options, name="word", data_key=key, data_word=word),
    )
    return h.div(named, class_="edit-field")


def _event(event: Mapping[str, Value]) -> Markup:
    kind = event_types().get(str(event.get("type", DEFAULT_TYPE)))
    parts: list[object] = [_date(event), " · ", _names(event["actors"])]
    if targets := event.get("targets"):
        parts += [" → ", _names(targets)]
    if kind:
        parts += [f" · {kind.label}"]
    return h.li(h.b(h.bdi(str(event["title"]))), h.p(*parts, class_="quiet"))


def _date(event: Mapping[str, Value]) -> str:
    """Return the date in words; a time of day in the zone of the file as it is written."""
    text = str(event["date"])
    with suppress(DateError):
        return parse_date(text).in_words()
    return text


def _names(names: Value) -> Markup:
    return h.bdi(first_of([*map(str, names)] if isinstance(names, list) else [str(names)]))


def _left_out(left: Sequence[tuple[str, LeftOut]]) -> Iterator[Markup]:
    for _, (row, _, message) in left[:_MOST_LEFT]:
        cells = map(extract, islice(row.cells.values(), _MOST_CELLS))
        yield h.li(
            f"Row {row.number:,}: {in_the_page(message)}", h.p(*_apart(cells), class_="quiet")
        )
