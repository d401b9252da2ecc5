"""The legends: what role, colour, line and shape mean, drawn with the same values as the charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.analysis.tone import TONES
from dashboard.model.book import STATUSES
from dashboard.page.attributes import aria

if TYPE_CHECKING:
    from dash.development.base_component import Component


def timeline_legend() -> list[Component]:
    """Return the legend of the timeline."""
    roles = (("actor", "acts"), ("target", "target"), ("aimed", "aimed at"))
    return [
        _group("Role", [_item(f"key-role key-{name}", words) for name, words in roles]),
        _tones(),
        _group(
            "Status",
            [
                _item(f"key-line key-mark key-{status}", status, meaning)
                for status, meaning in STATUSES.items()
            ],
        ),
        _group("Links", [_item("key-arc", "answer to, sequel to, breach of … an event")]),
        _group(
            "Histogram",
            [
                _item("key-up", "cooperation and neutral acts upwards"),
                _item("key-down", "conflict downwards; click a bar to zoom in"),
            ],
        ),
        _group(
            "Time",
            [
                _item("key-bar", "lasts"),
                _item("key-bar key-soft", "date not exact"),
            ],
        ),
    ]


def network_legend() -> list[Component]:
    """Return the legend of the network."""
    return [
        _group("Arrow", [_item("key-arrow", "acts on")]),
        _tones("Mean score"),
        _group("Width", [_item("key-thin", "few events"), _item("key-thick", "many")]),
        _group(
            "Line",
            [_item("key-line key-alleged", "no event behind it is confirmed or reported")],
        ),
    ]


def _tones(name: str = "Score") -> Component:
    items = [
        _item(f"key-tone key-tone-{number}", words, "Goldstein score")
        for number, words in enumerate(TONES)
    ]
    return _group(name, items)


def _group(name: str, items: list[Component]) -> Component:
    return html.Div([html.Span(name, className="legend-name"), *items], className="legend-group")


def _item(mark: str, words: str, title: str = "") -> Component:
    sign = html.Span(className=f"key {mark}", **aria(hidden="true"))
    return html.Span([sign, words], className="legend-item", title=title)
