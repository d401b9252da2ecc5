"""The dialog *Add from a table*: the input, the columns with their use, and the preview."""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING

from dashboard.formats.imports.exported import EXPORTED
from dashboard.formats.recipes.choices import (
    COLUMN_KEYS,
    OWN,
    keys_of_columns,
    unused_cells,
    use_of,
)
from dashboard.formats.recipes.recipe import shipped_recipes
from dashboard.markup import Markup, h, woven
from dashboard.model.dates import DateError, parse_date
from dashboard.model.event_types import DEFAULT_TYPE, event_types, grouped_types
from dashboard.model.labels import STATUS_LABELS
from dashboard.model.limits import LARGEST_TABLE
from dashboard.model.zones import zone_names
from dashboard.page.attributes import IN_ENGLISH
from dashboard.page.form_inputs import choice, folded, text_area
from dashboard.page.import_remedies import in_the_page
from dashboard.words.language import gettext, gettext_noop, grouped, ngettext, pgettext
from dashboard.words.lists import first_of
from dashboard.words.quotes import extract

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dashboard.formats.imports.importing import Plan, Reading
    from dashboard.formats.recipes.recipe import Recipe
    from dashboard.formats.rows.mapper import LeftOut
    from dashboard.formats.tables.raw_table import RawTable
    from dashboard.writing.edits import Value

TOO_LARGE = gettext_noop(
    "A table of more than {size} MB is imported with the command "
    "“python -m dashboard import FILE -o events.yaml”."
)
"""Message about a file that is too large for the page."""
MOST_MEGABYTES = LARGEST_TABLE // 1_000_000
_ENDINGS = ".csv,.tsv,.txt,.xlsx,.xlsm,.xlsb,.xls,.ods,.json,.jsonl,.ndjson,.ics,.md,.mw,.yaml,.yml"
_SAMPLES, _SAMPLED = 3, 200
"""Different cells that are shown of a column, and the rows in which they are looked for."""
_FIRST, _MOST_LEFT, _MOST_CELLS = 10, 50, 6
"""Events of the preview, left out rows of the preview, and cells of such a row."""
_ORDERS = {
    "": gettext_noop("as the whole column shows"),
    "dmy": gettext_noop("day first: 31/12/2020"),
    "mdy": gettext_noop("month first: 12/31/2020"),
}
_WORDS = {"type": gettext_noop("type {word}"), "status": gettext_noop("status {word}")}
"""Label of a word that means neither a type nor a status."""


def table_form() -> Markup:
    """Return the inputs for rows and a file, with the places of all that depends on them."""
    rows = text_area("rows", "", 6)
    rows[1]["placeholder"] = gettext(
        "Copy rows from a spreadsheet, with the header, and paste them here."
    )
    zones = (h.option(value=name) for name in zone_names())
    return h.div(
        h.div(h.label(h.span(pgettext("label of an input", "Rows")), rows), class_="edit-field"),
        h.div(
            h.label(
                h.span(pgettext("label of an input", "Or a file")),
                h.input(type="file", name="file", accept=_ENDINGS),
            ),
            h.p(
                gettext("CSV, TSV, Excel, ods, JSON …; you can also drop a file here."),
                class_="quiet",
            ),
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
    formats = [h.option(gettext("own table: choose the columns"), value=OWN)]
    formats += [h.option(each.title, value=name) for name, each in shipped_recipes().items()]
    format_ = OWN if own else recipe.name
    if recipe is EXPORTED:
        format_, formats = "", [h.option(gettext(recipe.title), value="")]
    keys = keys_of_columns(reading)
    columns = zip(reading.table.columns, keys, strict=True)
    table = choice("number", number, sheets)
    return h.div(
        _line(pgettext("label of an input", "Table"), table) if len(tables) > 1 else None,
        _line(pgettext("label of an input", "Format"), choice("format", format_, formats)),
        h.table(
            h.caption(pgettext("a heading", "Columns")),
            h.thead(
                h.tr(
                    h.th(gettext("Column, first cells"), scope="col"),
                    h.th(pgettext("heading of the uses of columns", "Used as"), scope="col"),
                )
            ),
            h.tbody(*(_column(reading.table, *each, own) for each in columns)),
        ),
        _for_all_rows(recipe) if recipe is not EXPORTED else None,
    )


def _for_all_rows(recipe: Recipe) -> list[Markup]:
    """Return the inputs of what is meant in all rows."""
    order = choice("order", recipe.date_order, _options(_ORDERS))
    actors, zone = (recipe.constants.get(key, "") for key in ("actors", "tz"))
    return [
        _line(gettext("Numbers in dates"), order),
        _line(gettext("Actor of rows without one"), _input("actors", actors)),
        _line(gettext("Zone of times"), _input("tz", zone, "zone-names")),
    ]


def table_words(unclear: Mapping[str, Sequence[str]]) -> Markup | None:
    """Return a choice for each word that means no type or no status; ``None`` if there is none."""
    if not unclear:
        return None
    return h.fieldset(
        h.legend(gettext("Words without a meaning")),
        *(_word(key, word) for key, words in unclear.items() for word in words),
    )


def summary(plan: Plan) -> str:
    """Return the numbers of a plan in words."""
    events, actors = len(plan.items["events"]), len(plan.items["actors"])
    repeated = sum(each.folded for each in plan.imports)
    present, changed = plan.new.present, len(plan.new.changed)
    parts = [
        ngettext("{n} event", "{n} events", events) if events else gettext("No new events"),
        actors and ngettext("{n} new actor", "{n} new actors", actors),
        repeated
        and ngettext("{n} row repeated in others", "{n} rows repeated in others", repeated),
        plan.left_out and rows_left_out(plan),
        present
        and ngettext("{n} event in the file already", "{n} events in the file already", present),
        changed
        and ngettext(
            "{n} event different in the file, kept there",
            "{n} events different in the file, kept there",
            changed,
        ),
    ]
    return first_of([part for part in parts if isinstance(part, str)])


def rows_left_out(plan: Plan) -> str:
    """Return the number of rows that are left out, in words."""
    return ngettext("{n} row left out", "{n} rows left out", len(plan.left_out))


def table_preview(plan: Plan, reading: Reading) -> Markup:
    """Return the remarks on a table, its first new events, and the rows that are left out."""
    table, guess = reading.table, reading.guess
    messages = [*table.notes, *table.problems, *(guess.doubts if guess else ())]
    remarks = [h.li(h.span(in_the_page(text), **IN_ENGLISH)) for text in messages]
    remarks += map(h.li, unused_cells(reading))
    events, left = plan.items["events"], plan.left_out
    more = len(left) - _MOST_LEFT
    return h.div(
        h.ul(*remarks, aria_label=gettext("Remarks on the table")),
        h.h3(gettext("First events")) if events else None,
        h.ol(*map(_event, events[:_FIRST]), class_="table-rows") if events else None,
        folded(gettext("Rows left out"), [h.ul(*_left_out(left), class_="table-rows")])
        if left
        else None,
        h.p(_more_rows(more), class_="quiet") if more > 0 else None,
    )


def _more_rows(more: int) -> str:
    return ngettext("and {n} more row: download them", "and {n} more rows: download them", more)


def _line(label: str, control: Markup) -> Markup:
    return h.div(h.label(h.span(label), control), class_="edit-field")


def _input(name: str, value: str, known: str | None = None) -> Markup:
    return h.input(name=name, value=value, autocomplete="off", dir="auto", list=known)


def _options(labels: Mapping[str, str]) -> list[Markup]:
    return [h.option(gettext(label), value=value) for value, label in labels.items()]


def _column(table: RawTable, column: str, key: str, own: bool) -> Markup:
    first = islice(table.rows, _SAMPLED)
    cells = dict.fromkeys(row.cells[column] for row in first if column in row.cells)
    samples = [extract(text) for text in islice(cells, _SAMPLES)]
    uses = {"": pgettext("a column", "not used")} | {each: use_of(each) for each in COLUMN_KEYS}
    options = [h.option(label, value=value) for value, label in uses.items()]
    name = gettext("Use of {column}", column=column)
    return h.tr(
        h.th(h.bdi(column), h.p(*_apart(samples), class_="quiet"), scope="row"),
        h.td(choice("key", key, options, name) if own else uses.get(key, key)),
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
        options = [h.option(label.inline, value=id_) for id_, label in STATUS_LABELS.items()]
    empty = h.option(pgettext("a meaning of a word", "none: leave its rows out"), value="")
    named = h.label(
        h.span(*woven(gettext(_WORDS[key]), word=h.bdi(extract(word)))),
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
        words = woven(
            gettext("Row {number}: {message}"),
            number=grouped(row.number),
            message=h.span(in_the_page(message), **IN_ENGLISH),
        )
        yield h.li(*words, h.p(*_apart(cells), class_="quiet"))
