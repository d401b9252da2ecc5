"""Embedding: the element ``iframe`` that shows the present view in another page, to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.page.attributes import aria
from dashboard.query.choices import EMBEDDED
from dashboard.words.language import gettext, pgettext, pgettext_noop

if TYPE_CHECKING:
    from dash.development.base_component import Component

_LABELS = {
    "both": pgettext_noop("charts in a frame", "Both charts"),
    "timeline": pgettext_noop("charts in a frame", "Timeline"),
    "relations": pgettext_noop("charts in a frame", "Relations"),
}
"""English words of each choice."""


def embedding() -> list[Component]:
    """Return the choice of charts and the text to copy, for a menu.

    ``assets/modules/embedding.mjs`` writes the text: only the browser knows the address.

    >>> [part.id for part in embedding()[1:]]
    ['embed-charts', 'embed-code', 'embed-note']
    """
    choices = [
        html.Option(pgettext("charts in a frame", _LABELS[name]), value=name)
        for name in sorted(EMBEDDED)
    ]
    note = gettext(
        "The page shows it only if this server was started with --allow-frame for its site."
    )
    return [
        html.Label(gettext("Charts in a frame"), htmlFor="embed-charts"),
        html.Select(choices, id="embed-charts", className="compare"),
        html.Textarea(
            id="embed-code",
            readOnly="readonly",
            rows=4,
            **aria(label=gettext("HTML that shows the charts")),
        ),
        html.P(note, id="embed-note", className="quiet"),
    ]
