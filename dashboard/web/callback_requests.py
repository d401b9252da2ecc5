"""Requests of the page's callbacks: their shape is checked before Dash reads them.

Dash trusts the JSON that the browser posts, so that unexpected JSON raises an exception deep inside
Dash. Here a request must name a callback with exactly its outputs, inputs and states; the values
are checked where they are read, see ``dashboard.page.browser_values``. Both raise
``BadValueError``, the only exception that is answered with status 400. Any other exception is a
fault of the server: status 500, with the traceback in the log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dash import Output
from dash.exceptions import DependencyException, InvalidResourceError
from flask import jsonify, request

from dashboard.page.browser_values import BadValueError
from dashboard.web.json_body import json_object

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dash import Dash
    from flask import Flask
    from flask.typing import ResponseReturnValue

_DEEPEST = 12
"""Most levels of lists and objects in a request; the page sends six."""


def check_callbacks(app: Dash) -> None:
    """Refuse requests that no page of this app sends, with a short message."""
    path = f"{app.config.routes_pathname_prefix}_dash-update-component"

    server: Flask = app.server

    @server.before_request
    def check() -> None:
        if request.path == path and request.method == "POST":
            payload = json_object()
            _refuse_odd_values(payload)
            _check(payload, app.callback_map)

    @server.errorhandler(BadValueError)
    def bad_value(error: BadValueError) -> ResponseReturnValue:
        return jsonify(error=str(error)), 400

    @server.errorhandler(DependencyException)
    @server.errorhandler(InvalidResourceError)
    def no_such_script(_error: Exception) -> ResponseReturnValue:
        return jsonify(error="there is no such script"), 404


def _refuse_odd_values(data: object) -> None:
    """Refuse values that no browser sends: NaN, infinity, half surrogate pairs, deep nesting."""
    level = [data]
    for _ in range(_DEEPEST):
        if not level:
            return
        deeper: list[object] = []
        for value in level:
            if isinstance(value, dict):
                deeper += [*value, *value.values()]
            elif isinstance(value, list):
                deeper += value
            elif isinstance(value, str):
                _refuse_half_characters(value)
            elif isinstance(value, float) and not abs(value) < float("inf"):
                raise BadValueError("the request holds a number without a value")
        level = deeper
    if level:
        raise BadValueError("the request is nested too deeply")


def _refuse_half_characters(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise BadValueError("the request holds half of a surrogate pair") from error


def _check(payload: dict[str, Any], callbacks: Mapping[str, dict[str, Any]]) -> None:
    """Refuse a request whose parts are not the parts of a callback.

    Raises:
        BadValueError: the message has the wrong part.
    """
    output = payload.get("output")
    callback = callbacks.get(output, {}) if isinstance(output, str) else {}
    if "callback" not in callback:  # unknown, or answered in the browser
        raise BadValueError('"output" names no callback of this page')
    if payload.get("outputs") != _as_json(callback["output"]):
        raise BadValueError('"outputs" are not those of the callback')
    inputs, states = callback["inputs"], callback["state"]
    if not _are_parts(payload.get("inputs"), inputs):
        raise BadValueError('"inputs" are not those of the callback')
    if not _are_parts(payload.get("state", []), states):
        raise BadValueError('"state" is not that of the callback')
    changed = payload.get("changedPropIds", [])
    known = [f"{part['id']}.{part['property']}" for part in inputs]
    if not isinstance(changed, list) or not all(name in known for name in changed):
        raise BadValueError('"changedPropIds" are not inputs of the callback')


def _as_json(outputs: Output | Sequence[Output]) -> object:
    """Return the outputs of a callback as the page names them.

    Example:
        >>> _as_json(Output("chart", "figure"))
        {'id': 'chart', 'property': 'figure'}
    """
    if isinstance(outputs, Output):
        return outputs.to_dict()
    return [output.to_dict() for output in outputs]


def _are_parts(given: object, expected: list[dict[str, Any]]) -> bool:
    """Return whether a list holds exactly the parts of a callback, each with or without a value."""
    return (
        isinstance(given, list)
        and len(given) == len(expected)
        and all(
            isinstance(part, dict) and {**part, "value": None} == {**wanted, "value": None}
            for part, wanted in zip(given, expected, strict=True)
        )
    )
