"""Editing over HTTP: the form of an event, the preview of an edit, saving, deleting, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Blueprint, jsonify, request

from dashboard.linting.lint import lint
from dashboard.model.dates import DateError, parse_date
from dashboard.page.browser_values import BadValueError
from dashboard.page.edit_form import event_form
from dashboard.reading.book import read_book
from dashboard.web.edit_requests import read_edit_request
from dashboard.web.memory import give_back_freed_memory
from dashboard.web.merging import merged
from dashboard.web.remembered import Remembered
from dashboard.writing.diffs import unified_diff
from dashboard.writing.editing import event_fields
from dashboard.writing.edits import AddEvent, DeleteEvent, ReplaceEvent
from dashboard.writing.errors import (
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

    from dashboard.analysis.dataset import Dataset
    from dashboard.reading.watched import WatchedFile
    from dashboard.web.edit_requests import EditRequest
    from dashboard.web.form_values import FormValues
    from dashboard.writing.edits import Edit
    from dashboard.writing.store import Saved


class Editor:
    """The edited file, with its recent versions.

    Versions are kept to show changes by others, and to undo edits. Both are conveniences of one
    process; the file itself is the only state of record.
    """

    def __init__(self, path: Path, *, keeps: bool = True) -> None:
        self.file = EventsFile(path, keeps=keeps)
        self._texts = Remembered()
        self._undoable = Remembered()

    def seen(self, revision: str, text: str) -> None:
        """Keep the text of a version that was sent to a reader."""
        self._texts.keep(revision, revision, text.encode())

    def changes_since(self, revision: str, now: str) -> str:
        """Return the unified diff from a version that a reader saw to the text ``now``."""
        version = self._texts.find(revision)
        if version is None:
            return ""
        then, names = version.data.decode(), ("as you saw it", "as it is now")
        return unified_diff(then.splitlines(), now.splitlines(), names, 2)

    def edit_of(self, wanted: EditRequest) -> Edit:
        """Return the edit of a request: only the changes that were made in its form."""
        now, began = wanted.values.fields, wanted.began.fields
        if wanted.kind == "delete":
            return DeleteEvent(wanted.event, unlink=wanted.unlink)
        if wanted.kind == "add":
            return AddEvent(now or {"date": ""})
        if wanted.kind != "replace":
            raise BadValueError(f'"{wanted.kind}" is not a kind of edit')
        if began:
            fields = event_fields(self.file.read().text, wanted.event, self.file.path.name)
            now = merged(fields, began, now) or {}
        return ReplaceEvent(wanted.event, now)

    def save(self, edit: Edit, revision: str) -> Saved:
        """Apply an edit to the version ``revision`` and write it to the file."""
        saved = self.file.save(edit, revision)
        if saved.edited.new != saved.edited.old:
            self._undoable.keep(saved.revision, saved.before.revision, saved.before.data)
        self.seen(saved.revision, saved.edited.new)
        return saved

    def undo(self, revision: str) -> str | None:
        """Undo the edit that resulted in the version ``revision``.

        Returns:
            The revision of the restored version; ``None`` if the old version is no longer kept.
        """
        before = self._undoable.find(revision)
        if before is None:
            return None
        self.file.undo(revision, before.data)
        return before.revision


def add_editing(server: Flask, feed: WatchedFile[Dataset], editor: Editor) -> None:
    """Add the routes of edit mode; call ``add_guard`` and ``check_callbacks`` before."""
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
        findings = lint(book, editor.file.path.name) if book else ()
        return jsonify(
            remarks=[
                {"line": remark.line, "code": remark.code, "message": remark.message}
                for remark in findings
            ]
        )

    @api.post("/preview")
    def preview() -> ResponseReturnValue:
        wanted = read_edit_request()
        try:
            edited = editor.file.preview(editor.edit_of(wanted))
        except InvalidEventError as error:
            # An incomplete event is not a failure during editing.
            return jsonify(_invalid(error, wanted.values))
        except LinkedEventError as error:
            return jsonify(error=str(error), problems=[{"input": "id", "message": str(error)}])
        return jsonify(
            diff=edited.diff(),
            notes=[note.message for note in edited.warnings if note.line == edited.line],
            readings=_readings(wanted.values),
        )

    @api.post("/save")
    def save() -> ResponseReturnValue:
        answer, size = _saved(editor, feed, read_edit_request())
        give_back_freed_memory(size)
        return answer

    @api.post("/undo")
    def undo() -> ResponseReturnValue:
        return _taken_back(editor, read_edit_request().revision)

    @api.errorhandler(EditError)
    def refuse(error: EditError) -> ResponseReturnValue:
        return _refusal(error, editor)

    server.register_blueprint(api)


def _saved(
    editor: Editor, feed: WatchedFile[Dataset], wanted: EditRequest
) -> tuple[ResponseReturnValue, int]:
    """Save an edit, have the page follow, and return the answer and the length of the text."""
    saved = editor.save(editor.edit_of(wanted), wanted.revision)
    feed.expect(saved.edited.new, saved.edited.reading)
    feed.current()
    answer = jsonify(
        event="" if wanted.kind == "delete" else saved.edited.event_id,
        revision=saved.revision,
        changed=saved.edited.new != saved.edited.old,
        backup=str(saved.backup or ""),
    )
    return answer, len(saved.edited.new)


def _taken_back(editor: Editor, revision: str) -> ResponseReturnValue:
    """Undo the edit that resulted in a version, and return the answer."""
    try:
        before = editor.undo(revision)
    except ConflictError:
        message = "the file has changed since this edit: undo it in the file"
        return jsonify(error=message), 409
    if before is None:
        message = "this edit is no longer remembered: undo it in the file"
        return jsonify(error=message), 410
    return jsonify(revision=before)


def _readings(values: FormValues) -> dict[str, str]:
    """Return each date in words, by the name of its input."""
    readings = {}
    for path, (name, text) in values.inputs.items():
        if path[-1] in ("date", "known"):
            try:
                readings[name] = parse_date(text).in_words() if text else ""
            except DateError:
                readings[name] = ""
    return readings


def _invalid(error: InvalidEventError, values: FormValues) -> dict[str, Any]:
    """Return the problems of the values of a form, each with the name of its input."""
    problems = [
        {"input": values.input_of(found.where), "message": found.problem.message}
        for found in error.problems
    ]
    return {"error": str(error), "problems": problems, "readings": _readings(values)}


def _refusal(error: EditError, editor: Editor) -> ResponseReturnValue:
    """Return the answer to a refused edit, with the name of the input of each problem."""
    answer: dict[str, Any] = {"error": str(error)}
    status = 400
    if isinstance(error, InvalidEventError):
        status = 422
        answer = _invalid(error, read_edit_request().values)
    elif isinstance(error, ConflictError):
        status = 409
        answer["revision"] = error.revision
        answer["changes"] = editor.changes_since(read_edit_request().revision, error.text)
        editor.seen(error.revision, error.text)
    elif isinstance(error, LinkedEventError):
        status = 409
        answer["linked"] = list(error.by)
    elif isinstance(error, NoSuchEventError):
        status = 404
    return jsonify(answer), status
