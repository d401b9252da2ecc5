"""Embedding: the element ``iframe`` that shows the present view in another page, to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.page.attributes import aria
from dashboard.query.choices import EMBEDDED

if TYPE_CHECKING:
    from dash.development.base_component import Component

_LABELS = {"both": "Both charts", "timeline": "Timeline", "relations": "Relations"}


def embedding() -> list[Component]:
    """Return the choice of charts and the text to copy, for a menu.

    ``assets/modules/embedding.mjs`` writes the text: only the browser knows the address.

    >>> [part.id for part in embedding()[1:]]
    ['embed-charts', 'embed-code', 'embed-note']
    """
    choices = [html.Option(_LABELS[name], value=name) for name in sorted(EMBEDDED)]
    note = "The page shows it only if this server was started with --allow-frame for its site."
    return [
        html.Label("Charts in a frame", htmlFor="embed-charts"),
        html.Select(choices, id="embed-charts", className="compare"),
        html.Textarea(
            id="embed-code", readOnly="readonly", rows=4, **aria(label="HTML that shows the charts")
        ),
        html.P(note, id="embed-note", className="quiet"),
    ]
