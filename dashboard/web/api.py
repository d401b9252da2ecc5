"""The API: what the page shows as JSON and CSV, with the page's query names."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from flask import Blueprint, Response, jsonify, request

from dashboard.analysis.relations.changes import divide, tabulate_changes
from dashboard.analysis.relations.measures import TABLES, tabulate_measures
from dashboard.analysis.relations.question import Question
from dashboard.formats.records.answers import TooLargeError, check_table
from dashboard.formats.records.relation_records import (
    change_records,
    count_pairs,
    relation_records,
    tabulate_relations,
)
from dashboard.formats.records.table_csv import write_csv
from dashboard.formats.writers.rows import write_events, write_plain_csv
from dashboard.model.problems import repeated_problems
from dashboard.query.filter import SelectionError
from dashboard.query.selection import Selection
from dashboard.web.exports import asked_export, encoded, paging, stream
from dashboard.web.pace import Pace
from dashboard.web.timeline_records import SIZES, read_plot_area, timeline_records
from dashboard.words.quotes import quoted

if TYPE_CHECKING:
    from collections.abc import Container

    from flask import Flask
    from flask.typing import ResponseReturnValue

    from dashboard.analysis.dataset import Dataset
    from dashboard.analysis.feed import Feed
    from dashboard.analysis.table import Table

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def add_api(server: Flask, feed: Feed) -> None:
    """Add the API to a server."""
    api = Blueprint("api", __name__)
    pace = Pace()

    @api.get("/api/events")
    def events() -> ResponseReturnValue:
        export = asked_export(feed)
        return stream(
            encoded(write_events(export, export.facts | paging(export))), "application/json"
        )

    @api.get("/api/relations")
    def relations() -> ResponseReturnValue:
        return jsonify(relation_records(_question(feed)))

    @api.get("/api/timeline")
    def timeline() -> ResponseReturnValue:
        plot_area = read_plot_area(request.args)
        return jsonify(timeline_records(*_asked(feed, but=SIZES), plot_area))

    @api.get("/api/before_after")
    def before_after() -> ResponseReturnValue:
        return jsonify(change_records(_question(feed)))

    @api.get("/api/problems")
    def problems() -> ResponseReturnValue:
        snapshot = feed.current()
        problems = repeated_problems(snapshot.problems)
        return jsonify(good=snapshot.good, problems=[problem.as_dict() for problem in problems])

    @api.get("/api/revision")
    def revision() -> ResponseReturnValue:
        snapshot = feed.current()
        answer = jsonify(revision=snapshot.revision, good=snapshot.good)
        answer.headers["Ask-Again-Milliseconds"] = str(pace.wait(time.monotonic() * 1000))
        return answer

    @api.route("/api/<path:name>", methods=_METHODS)
    def unknown(name: str) -> ResponseReturnValue:
        # Without this route, Dash would answer with the page.
        return jsonify(error=f"nothing is called {quoted(f'/api/{name}')}"), 404

    @api.errorhandler(SelectionError)
    @api.errorhandler(TooLargeError)
    def bad_query(error: ValueError) -> ResponseReturnValue:
        return jsonify(error=str(error)), 400

    _add_downloads(api, feed)
    server.register_blueprint(api)


def _add_downloads(api: Blueprint, feed: Feed) -> None:
    @api.get("/api/events.csv")
    def events_csv() -> ResponseReturnValue:
        answer = stream(encoded(write_plain_csv(asked_export(feed))), "text/csv")
        answer.headers["Content-Disposition"] = 'attachment; filename="events.csv"'
        return answer

    @api.get("/api/relations.csv")
    def relations_csv() -> ResponseReturnValue:
        return _download("relations", tabulate_relations(_question(feed)))

    @api.get("/api/before_after.csv")
    def before_after_csv() -> ResponseReturnValue:
        question = _question(feed)
        return _download(
            "before_after", tabulate_changes(question, count_pairs(question, divide(question)))
        )

    @api.get("/api/measures/<table>.csv")
    def measures(table: str) -> ResponseReturnValue:
        if table not in TABLES:
            known = ", ".join(TABLES)
            return jsonify(error=f"no table is called {quoted(table)}: use one of {known}"), 404
        question = _question(feed)
        check_table(question, table)
        return _download(table, tabulate_measures(question, table))


def _download(name: str, table: Table) -> Response:
    """Return a table as a file to save."""
    answer = Response(write_csv(table), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


def _question(feed: Feed) -> Question:
    """Return the question about relations in a request.

    Raises:
        SelectionError: a part of the query is not valid.
    """
    return Question.of(*_asked(feed))


def _asked(feed: Feed, but: Container[str] = ()) -> tuple[Dataset, Selection]:
    """Return the dataset of the day that a request asks about, as it may be passed on.

    The selection is that of the request.

    Args:
        feed: the file and its tables.
        but: names of parameters that are not part of the selection.

    Raises:
        SelectionError: a part of the query is not valid.
    """
    dataset = feed.current().content
    pairs = [pair for pair in request.args.items(multi=True) if pair[0] not in but]
    selection = Selection.from_query(pairs, dataset.tables)
    return dataset.as_known_on(selection.as_known_on).public, selection
