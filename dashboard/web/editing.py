"""Editing over HTTP: the form of an event, the preview of an edit, saving, deleting, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Blueprint, jsonify, request

from dashboard.files.cache import path_digits
from dashboard.linting.lint import lint
from dashboard.page.actor_form import NEW_ACTORS
from dashboard.page.browser_values import BadValueError
from dashboard.page.edit_form import event_form
from dashboard.reading.book import read_book
from dashboard.web.edit_requests import read_edit_request
from dashboard.web.form_problems import changes_needed, invalid_form, readings
from dashboard.web.memory import give_back_freed_memory
from dashboard.web.merging import merged
from dashboard.web.remembered import Remembered
from dashboard.words.language import gettext, gettext_noop, language
from dashboard.writing.diffs import unified_diff
from dashboard.writing.editing import event_fields
from dashboard.writing.edits import AddEvent, DeleteEvent, ReplaceEvent, WithActors
from dashboard.writing.errors import (
    ConflictError,
    EditError,
    InvalidEventError,
    LinkedEventError,
    NoSuchEventError,
)
from dashboard.writing.history import History
from dashboard.writing.store import EventsFile
from dashboard.writing.with_actors import apply_edit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from flask import Flask
    from flask.typing import ResponseReturnValue

    from dashboard.analysis.dataset import Dataset
    from dashboard.model.actors import ActorDirectory
    from dashboard.reading.watched import WatchedFile
    from dashboard.web.edit_requests import EditRequest
    from dashboard.writing.editing import Edited
    from dashboard.writing.edits import Edit
    from dashboard.writing.store import Saved


_CHANGED_SINCE = {
    "undo": gettext_noop("the file has changed since this edit: undo it in the file"),
    "redo": gettext_noop("the file has changed since this edit: redo it in the file"),
}
_FORGOTTEN = {
    "undo": gettext_noop("this edit is no longer remembered: undo it in the file"),
    "redo": gettext_noop("this edit is no longer remembered: redo it in the file"),
}
"""Why an edit cannot be undone or redone; other errors are English."""


class Editor:
    """The edited file, with its recent versions.

    Versions are kept to show changes by others, and to undo edits. Both are conveniences of one
    process; the file itself is the only state of record.

    Attributes:
        file: the file.
        history: its saves of this run, for undo and redo.
    """

    def __init__(self, path: Path, *, keeps: bool = True) -> None:
        self.file = EventsFile(path, keeps=keeps)
        self._texts = Remembered()
        self.history = History(self.file)

    def seen(self, revision: str, text: str) -> None:
        """Keep the text of a version that was sent to a reader."""
        self._texts.keep(revision, revision, text.encode())

    def changes_since(self, revision: str, now: str) -> str:
        """Return the unified diff from a version that a reader saw to the text ``now``."""
        version = self._texts.find(revision)
        if version is None:
            return ""
        then, names = version.data.decode(), (gettext("as you saw it"), gettext("as it is now"))
        return unified_diff(then.splitlines(), now.splitlines(), names, 2)

    def edit_of(self, wanted: EditRequest) -> Edit | WithActors:
        """Return the edit of a request: only the changes that were made in its form."""
        edit = self._edit_of_event(wanted)
        if isinstance(edit, DeleteEvent) or not wanted.actors:
            return edit
        return WithActors(edit, wanted.actors)

    def _edit_of_event(self, wanted: EditRequest) -> Edit:
        now, began = (
            {key: value for key, value in form.fields.items() if key != NEW_ACTORS}
            for form in (wanted.values, wanted.began)
        )
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

    def save(self, edit: Edit | WithActors, revision: str) -> Saved:
        """Apply an edit to the version ``revision`` and write it to the file."""
        return self.write(lambda text: apply_edit(text, edit, self.file.name), revision)

    def write(self, change: Callable[[str], Edited], revision: str) -> Saved:
        """Write the file as a function changes the version ``revision``; it can be undone."""
        saved = self.file.write(change, revision)
        self.history.add(saved)
        self.seen(saved.revision, saved.edited.new)
        return saved

    def steps(self, revision: str) -> dict[str, Any]:
        """Return the revision, and the edited events of the steps that are possible from it."""
        kinds = ("undo", "redo")
        return {"revision": revision} | {k: self.history.events(k, revision) for k in kinds}


def add_editing(server: Flask, feed: WatchedFile[Dataset], editor: Editor) -> None:
    """Add the routes of edit mode; call ``add_guard`` and ``check_callbacks`` before."""
    api = Blueprint("edit", __name__, url_prefix="/api/edit")
    _add_readings(api, feed, editor)
    _add_edits(api, feed, editor)

    @api.errorhandler(EditError)
    def refuse(error: EditError) -> ResponseReturnValue:
        return _refusal(error, editor, feed.current().content.tables.directory)

    server.register_blueprint(api)


def _add_readings(api: Blueprint, feed: WatchedFile[Dataset], editor: Editor) -> None:
    """Add the routes that leave the file as it is: the form, the steps of undo, remarks."""

    @api.route("/form", methods=["GET", "POST"])
    def form() -> ResponseReturnValue:
        version = editor.file.read()
        if request.method == "POST":  # a draft that the browser kept
            values = read_edit_request().values.fields
        else:
            event = request.args.get("event", "")
            values = event_fields(version.text, event, editor.file.path.name) if event else {}
        if "copy" in request.args:
            values.pop("id", None)
        editor.seen(version.revision, version.text)
        book = read_book(version.text, editor.file.path.name).book
        listed = dict.fromkeys(book.sources) if book else {}
        tables = feed.current().content.tables
        return jsonify(
            form=[event_form(values, tables, listed)],
            revision=version.revision,
            file=path_digits(editor.file.path)[:12],
        )

    @api.get("/steps")
    def steps() -> ResponseReturnValue:
        return jsonify(editor.steps(editor.file.read().revision))

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


def _add_edits(api: Blueprint, feed: WatchedFile[Dataset], editor: Editor) -> None:
    """Add the routes of edits: preview, save, undo and redo."""

    @api.post("/preview")
    def preview() -> ResponseReturnValue:
        wanted = read_edit_request()
        try:
            edited = editor.file.preview(editor.edit_of(wanted))
        except InvalidEventError as error:
            # An incomplete event is not a failure during editing.
            return jsonify(
                invalid_form(error, wanted.values, feed.current().content.tables.directory)
            )
        except LinkedEventError as error:
            problems = [{"input": "id", "message": str(error)}]
            return jsonify(error=str(error), problems=problems, count=changes_needed(problems))
        return jsonify(
            diff=edited.diff(),
            notes=[note.message for note in edited.warnings if note.line == edited.line],
            readings=readings(wanted.values),
        )

    @api.post("/save")
    def save() -> ResponseReturnValue:
        answer, size = _saved(editor, feed, read_edit_request())
        give_back_freed_memory(size)
        return answer

    @api.post("/undo")
    def undo() -> ResponseReturnValue:
        return _stepped(editor, "undo", read_edit_request().revision)

    @api.post("/redo")
    def redo() -> ResponseReturnValue:
        return _stepped(editor, "redo", read_edit_request().revision)


def _saved(
    editor: Editor, feed: WatchedFile[Dataset], wanted: EditRequest
) -> tuple[ResponseReturnValue, int]:
    """Save an edit, have the page follow, and return the answer and the length of the text."""
    saved = editor.save(editor.edit_of(wanted), wanted.revision)
    feed.expect(saved.edited.new, saved.edited.reading)
    feed.current()
    answer = jsonify(
        event="" if wanted.kind == "delete" else saved.edited.event_id,
        changed=saved.edited.new != saved.edited.old,
        backup=str(saved.backup or ""),
        **editor.steps(saved.revision),
    )
    return answer, len(saved.edited.new)


def _stepped(editor: Editor, kind: str, revision: str) -> ResponseReturnValue:
    """Undo or redo an edit, and return the answer."""
    try:
        step = editor.history.take(kind, revision)
    except ConflictError:
        return jsonify(error=gettext(_CHANGED_SINCE[kind]), lang=language()), 409
    if step is None:
        return jsonify(error=gettext(_FORGOTTEN[kind]), lang=language()), 410
    return jsonify(event=step.event, **editor.steps(step.end))


def _refusal(error: EditError, editor: Editor, directory: ActorDirectory) -> ResponseReturnValue:
    """Return the answer to a refused edit, with the name of the input of each problem."""
    answer: dict[str, Any] = {"error": str(error)}
    status = 400
    if isinstance(error, InvalidEventError):
        status = 422
        answer = invalid_form(error, read_edit_request().values, directory)
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
