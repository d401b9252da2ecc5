"""Editing over HTTP: the form of an event, what an edit would come to, saving, deleting, undo."""

from __future__ import annotations

import difflib
import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, Any, TypeVar

from flask import Blueprint, jsonify, request

from dashboard.linting.lint import lint
from dashboard.model.calendar_words import in_words
from dashboard.model.dates import DateError, parse_date
from dashboard.page.edit_form import event_form
from dashboard.reading.book import read_book
from dashboard.web.form_values import FormValues, form_values
from dashboard.writing.editing import event_fields
from dashboard.writing.edits import AddEvent, DeleteEvent, ReplaceEvent
from dashboard.writing.errors import (
    BrokenFileError,
    ConflictError,
    EditError,
    InvalidEventError,
    LinkedEventError,
    NoSuchEventError,
)
from dashboard.writing.store import EventsFile

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask
    from flask.typing import ResponseReturnValue

    from dashboard.page.state import Dataset
    from dashboard.reading.watched import WatchedFile
    from dashboard.writing.edits import Edit
    from dashboard.writing.store import Saved

_KEPT = 50
"""Versions and edits that are remembered, the latest ones."""
Thing = TypeVar("Thing")


class Editor:
    """The file that is edited, and what its readers may want back.

    What it remembers are conveniences of one process: texts, to show what changed meanwhile, and
    edits, to undo them. The file itself is the only state that counts.
    """

    def __init__(self, path: Path) -> None:
        self.file = EventsFile(path)
        self._texts: OrderedDict[str, str] = OrderedDict()
        self._saved: OrderedDict[str, Saved] = OrderedDict()
        self._lock = threading.Lock()

    def seen(self, revision: str, text: str) -> None:
        """Remember a version that somebody was shown."""
        self._keep(self._texts, revision, text)

    def changes_since(self, revision: str, now: str) -> str:
        """Return how the file differs from a version that was shown, as a unified diff."""
        then = self._texts.get(revision)
        if then is None:
            return ""
        rows = difflib.unified_diff(
            then.splitlines(), now.splitlines(), "as you saw it", "as it is now", lineterm="", n=2
        )
        return "\n".join(rows)

    def save(self, edit: Edit, revision: str) -> Saved:
        """Make an edit of a version and write it."""
        saved = self.file.save(edit, revision)
        self._keep(self._saved, saved.revision, saved)
        self.seen(saved.revision, saved.edited.new)
        return saved

    def undo(self, revision: str) -> str | None:
        """Take back the edit that made a version; ``None`` where it is not remembered."""
        saved = self._saved.get(revision)
        return self.file.undo(saved) if saved else None

    def _keep(self, kept: OrderedDict[str, Thing], key: str, value: Thing) -> None:
        with self._lock:
            kept[key] = value
            while len(kept) > _KEPT:
                kept.popitem(last=False)


def add_editing(server: Flask, feed: WatchedFile[Dataset], editor: Editor) -> None:
    """Add the routes of edit mode; the guard must be there already."""
    api = Blueprint("edit", __name__, url_prefix="/api/edit")

    @api.get("/form")
    def form() -> ResponseReturnValue:
        version = editor.file.read()
        event = request.args.get("event", "")
        values = event_fields(version.text, event, editor.file.path.name) if event else {}
        editor.seen(version.revision, version.text)
        book = read_book(version.text, editor.file.path.name).book
        listed = dict.fromkeys(book.sources) if book else {}
        tables = feed.current().content.tables
        return jsonify(form=[event_form(values, tables, listed)], revision=version.revision)

    @api.get("/remarks")
    def remarks() -> ResponseReturnValue:
        version = editor.file.read()
        book = read_book(version.text, editor.file.path.name).book
        found = lint(book, editor.file.path.name) if book else ()
        return jsonify(
            remarks=[
                {"line": told.line, "code": told.code, "message": told.message} for told in found
            ]
        )

    @api.post("/preview")
    def preview() -> ResponseReturnValue:
        edit, values = _edit_of(_asked())
        try:
            edited = editor.file.preview(edit)
        except InvalidEventError as error:
            # Half of an event is no failure while somebody writes it.
            return jsonify(_invalid(error, values))
        title = values.at(("title",))
        return jsonify(
            diff=edited.diff(),
            notes=[told.message for told in edited.warnings if f'"{title}"' in told.message],
            readings=_readings(values),
        )

    @api.post("/save")
    def save() -> ResponseReturnValue:
        asked = _asked()
        edit, _ = _edit_of(asked)
        saved = editor.save(edit, str(asked.get("revision", "")))
        feed.expect(saved.edited.new, saved.edited.reading)
        return jsonify(
            event="" if isinstance(edit, DeleteEvent) else saved.edited.event_id,
            revision=saved.revision,
            changed=saved.edited.new != saved.edited.old,
            backup=str(saved.backup or ""),
        )

    @api.post("/undo")
    def undo() -> ResponseReturnValue:
        revision = editor.undo(str(_asked().get("revision", "")))
        if revision is None:
            message = "this edit is no longer remembered: undo it in the file"
            return jsonify(error=message, problems=[]), 410
        return jsonify(revision=revision)

    @api.errorhandler(EditError)
    def refuse(error: EditError) -> ResponseReturnValue:
        return _refusal(error, editor)

    server.register_blueprint(api)


def _asked() -> dict[str, Any]:
    asked = request.get_json(silent=True)
    return asked if isinstance(asked, dict) else {}


def _edit_of(asked: dict[str, Any]) -> tuple[Edit, FormValues]:
    """Return the edit that a request asks for, and the values of its form."""
    event = str(asked.get("event", ""))
    entries = [
        (str(entry[0]), str(entry[1]))
        for entry in asked.get("entries") or ()
        if isinstance(entry, list) and len(entry) == 2
    ]
    values = form_values(entries)
    if asked.get("kind") == "delete":
        return DeleteEvent(event, unlink=asked.get("unlink") is True), values
    if asked.get("kind") == "replace":
        return ReplaceEvent(event, values.fields), values
    return AddEvent(values.fields or {"date": ""}), values


def _readings(values: FormValues) -> dict[str, str]:
    """Return each date in words, by the name of its input."""
    found = {}
    for path, name in values.inputs.items():
        if path[-1] in ("date", "known"):
            text = values.at(path)
            try:
                found[name] = in_words(parse_date(text)) if text else ""
            except DateError:
                found[name] = ""
    return found


def _invalid(error: InvalidEventError, values: FormValues) -> dict[str, Any]:
    """Return what is wrong with the values of a form, each with the input it belongs to."""
    problems = [
        {"input": values.input_of(found.where), "message": found.problem.message}
        for found in error.problems
    ]
    return {"error": str(error), "problems": problems, "readings": _readings(values)}


def _refusal(error: EditError, editor: Editor) -> ResponseReturnValue:
    """Return what keeps an edit from being made, each problem with the input it belongs to."""
    answer: dict[str, Any] = {"error": str(error), "problems": []}
    status = 400
    if isinstance(error, InvalidEventError):
        status = 422
        answer = _invalid(error, _edit_of(_asked())[1])
    elif isinstance(error, ConflictError):
        status = 409
        asked = str(_asked().get("revision", ""))
        answer["revision"] = error.revision
        answer["changes"] = editor.changes_since(asked, error.text)
        editor.seen(error.revision, error.text)
    elif isinstance(error, LinkedEventError):
        status = 409
        answer["linked"] = list(error.by)
    elif isinstance(error, NoSuchEventError):
        status = 404
    elif isinstance(error, BrokenFileError):
        answer["problems"] = [{"input": "", "message": str(found)} for found in error.problems]
    return jsonify(answer), status
