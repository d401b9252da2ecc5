"""The API: events, relations, problems and revision as JSON, with the page's query names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from flask import Blueprint, Response, jsonify, request

from dashboard.model.problems import shown
from dashboard.query.selection import Selection
from dashboard.web.answers import TooLargeError
from dashboard.web.measures import MEASURE_TABLES, measures_csv
from dashboard.web.records import event_records, relation_records

if TYPE_CHECKING:
    from flask import Flask
    from flask.typing import ResponseReturnValue

    from dashboard.page.state import Feed
    from dashboard.query.tables import Tables

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


class BadQueryError(ValueError):
    """A query with a part that means nothing."""


def add_api(server: Flask, feed: Feed) -> None:
    """Add ``/healthz`` and the API to a server."""
    api = Blueprint("api", __name__)

    @api.get("/healthz")
    def health() -> ResponseReturnValue:
        return jsonify(status="ok")

    @api.get("/api/events")
    def events() -> ResponseReturnValue:
        tables = feed.current().content.tables
        selection = _selection(tables)
        selected = selection.apply(tables)
        rows = np.flatnonzero(selected.visible)
        return jsonify(
            count=len(rows),
            total=len(tables.events),
            description=selection.describe(tables, selected),
            events=event_records(tables, rows),
        )

    @api.get("/api/relations")
    def relations() -> ResponseReturnValue:
        dataset = feed.current().content
        selection = _selection(dataset.tables)
        return jsonify(relation_records(dataset, selection))

    @api.get("/api/measures/<table>.csv")
    def measures(table: str) -> ResponseReturnValue:
        if table not in MEASURE_TABLES:
            known = ", ".join(MEASURE_TABLES)
            return jsonify(error=f'no table is called "{shown(table)}": use one of {known}'), 404
        tables = feed.current().content.tables
        selection = _selection(tables)
        text = measures_csv(tables, selection, table)
        answer = Response(text, mimetype="text/csv")
        answer.headers["Content-Disposition"] = f'attachment; filename="{table}.csv"'
        return answer

    @api.get("/api/problems")
    def problems() -> ResponseReturnValue:
        snapshot = feed.current()
        return jsonify(
            good=snapshot.good, problems=[problem.as_dict() for problem in snapshot.problems]
        )

    @api.get("/api/revision")
    def revision() -> ResponseReturnValue:
        snapshot = feed.current()
        return jsonify(revision=snapshot.revision, good=snapshot.good)

    @api.route("/api/<path:name>", methods=_METHODS)
    def unknown(name: str) -> ResponseReturnValue:
        # Dash answers any other address with the page.
        return jsonify(error=f'nothing is called "/api/{shown(name)}"'), 404

    @api.errorhandler(BadQueryError)
    @api.errorhandler(TooLargeError)
    def bad_query(error: ValueError) -> ResponseReturnValue:
        return jsonify(error=str(error)), 400

    server.register_blueprint(api)


def _selection(tables: Tables) -> Selection:
    """Read the selection of a request.

    Raises:
        BadQueryError: where a part of the query means nothing here.
    """
    selection = Selection.from_query(list(request.args.items(multi=True)), tables)
    if selection.unknown:
        reasons = "; ".join(f"{name}: {reason}" for name, _, reason in selection.unknown)
        raise BadQueryError(reasons)
    return selection
