"""Import over HTTP: the dialog *Add from a table*, its preview, and the addition to the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from flask import Blueprint, jsonify

from dashboard.formats.imports.importing import Plan, Reading, plan_import, rows_text
from dashboard.formats.imports.target import Target, read_target
from dashboard.formats.recipes.choices import OWN, chosen
from dashboard.formats.recipes.recipe import RecipeError
from dashboard.formats.tables.raw import read_bytes
from dashboard.formats.tables.raw_table import FormatError, RawTable
from dashboard.model.limits import LARGEST_TABLE
from dashboard.page.import_remedies import in_the_page
from dashboard.page.table_import import (
    MOST_MEGABYTES,
    TOO_LARGE,
    rows_left_out,
    summary,
    table_form,
    table_mapping,
    table_preview,
    table_words,
)
from dashboard.reading.book import collector_at_rest
from dashboard.web.memory import give_back_freed_memory
from dashboard.web.table_requests import TableRequest, read_table_request
from dashboard.words.language import gettext, gettext_noop, language, ngettext
from dashboard.writing.batch import append_items
from dashboard.writing.errors import ConflictError, EditError

if TYPE_CHECKING:
    from flask import Flask
    from flask.typing import ResponseReturnValue

    from dashboard.analysis.dataset import Dataset
    from dashboard.reading.watched import WatchedFile
    from dashboard.web.editing import Editor

_CHANGED = gettext_noop(
    "The file has changed meanwhile. The preview is of the file as it is now: add again."
)


class _Planned(NamedTuple):
    """A request with the tables of its file, the chosen one, and the plan of its import."""

    tables: list[RawTable]
    reading: Reading
    target: Target
    plan: Plan


def add_table_import(server: Flask, feed: WatchedFile[Dataset], editor: Editor) -> None:
    """Add the routes of the dialog; call ``add_guard`` before."""
    api = Blueprint("table", __name__, url_prefix="/api/edit/table")

    @api.get("/form")
    def form() -> ResponseReturnValue:
        too_large = gettext(TOO_LARGE, size=MOST_MEGABYTES)
        return jsonify(form=[table_form()], most_bytes=LARGEST_TABLE, too_large=too_large)

    @api.post("/preview")
    def preview() -> ResponseReturnValue:
        wanted = read_table_request()
        return jsonify(_preview(wanted, _planned(wanted, editor)))

    @api.post("/left-out")
    def left_out() -> ResponseReturnValue:
        return jsonify(csv=rows_text(_planned(read_table_request(), editor).plan))

    @api.post("/add")
    def add() -> ResponseReturnValue:
        answer, size = _added(read_table_request(), feed, editor)
        give_back_freed_memory(size)
        return answer

    @api.errorhandler(FormatError)
    @api.errorhandler(RecipeError)
    @api.errorhandler(EditError)
    def refuse(error: Exception) -> ResponseReturnValue:
        if isinstance(error, ConflictError):
            answer = {"error": gettext(_CHANGED), "lang": language(), "revision": error.revision}
            return jsonify(answer), 409
        return jsonify(error=in_the_page(str(error))), 422

    server.register_blueprint(api)


def _planned(wanted: TableRequest, editor: Editor) -> _Planned:
    """Read the table of a request and plan its import into the file as it is now."""
    with collector_at_rest():
        tables = [t for t in read_bytes(wanted.data, wanted.name) if t.rows or t.unread]
        if not tables:
            raise FormatError(f"{wanted.name} has no rows below a header: paste the header too")
        table = tables[min(max(wanted.number, 0), len(tables) - 1)]
        reading = chosen(table, wanted.choices)
        target = read_target(editor.file.path)
        return _Planned(tables, reading, target, plan_import([reading], target))


def _preview(wanted: TableRequest, planned: _Planned) -> dict[str, Any]:
    """Return the parts of the dialog; the columns only if they were not chosen yet."""
    tables, reading, target, plan = planned
    events = len(plan.items["events"])
    is_own = reading.guess is not None
    answer: dict[str, Any] = {
        "summary": summary(plan),
        "words": _parts(table_words(reading.guess.unclear if reading.guess else {})),
        "preview": [table_preview(plan, reading)],
        "add": ngettext("Add {n} event", "Add {n} events", events) if events else "",
        "left_out": len(plan.left_out),
        "revision": target.revision,
    }
    if wanted.choices.keys is None:
        answer["mapping"] = [table_mapping(tables, wanted.number, reading, is_own)]
        answer["format"] = OWN if is_own else reading.recipe.name
    return answer


def _parts(part: Any) -> list[Any]:
    return [] if part is None else [part]


def _added(
    wanted: TableRequest, feed: WatchedFile[Dataset], editor: Editor
) -> tuple[ResponseReturnValue, int]:
    """Write the events of a request in one step; return the answer and the length of the text."""
    _, _, target, plan = _planned(wanted, editor)
    items = plan.items
    if target.revision is not None and target.revision != wanted.revision:
        raise ConflictError(editor.file.name, target.text or "", target.revision)
    if not items["events"]:
        said = gettext("{numbers}: nothing was added.", numbers=summary(plan))
        return jsonify(said=said, **editor.steps(wanted.revision)), 0
    saved = editor.write(lambda text: append_items(text, items, editor.file.name), wanted.revision)
    feed.expect(saved.edited.new, saved.edited.reading)
    feed.current()
    answer = jsonify(said=_report(plan), **editor.steps(saved.revision))
    return answer, len(saved.edited.new)


def _report(plan: Plan) -> str:
    """Return the sentence about the events that were added."""
    events = len(plan.items["events"])
    if not plan.left_out:
        return ngettext("{n} event added.", "{n} events added.", events)
    added = ngettext("{n} event added", "{n} events added", events)
    return gettext("{added}, {left_out}.", added=added, left_out=rows_left_out(plan))
