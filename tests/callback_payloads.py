"""Payloads of the page's callbacks, as Dash posts them in the browser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dash import Dash
from dash._utils import split_callback_id

PATH = "/_dash-update-component"
SENT = {"timeline": [1400, 400], "relations": [760, 400], "change": [760, 400], "scale": 1.0}
"""The report of a browser on a desktop: the sizes of the charts and the width of its font."""


def payloads_of(app: Dash, values: Mapping[str, Any], wanted: str = "") -> Iterator[dict[str, Any]]:
    """What is posted to call the callbacks of the server, without any property that has changed.

    Args:
        app: the app of the page.
        values: values of inputs and states by the ids of their components.
        wanted: text that the outputs of the callbacks contain.
    """
    for output, callback in app.callback_map.items():
        if wanted in output and "callback" in callback:
            parts = {
                kind: [{**part, "value": values.get(part["id"])} for part in callback[kind]]
                for kind in ("inputs", "state")
            }
            outputs = split_callback_id(output)
            yield {"output": output, "outputs": outputs, "changedPropIds": [], **parts}
