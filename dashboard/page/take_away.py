"""The menu *Take away*: a link for each format, and for each chart as a picture.

``assets/modules/take_away.mjs`` adds the present selection to the addresses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.formats.look import CHARTS
from dashboard.formats.table import FORMATS
from dashboard.page.attributes import aria, data
from dashboard.page.embedding import embedding
from dashboard.page.menus import menu
from dashboard.words.language import gettext, pgettext, pgettext_noop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dash.development.base_component import Component

    from dashboard.formats.table import Format

_HEADINGS = {
    "page": pgettext_noop("a heading: what can be taken away", "Page"),
    "events": pgettext_noop("a heading: what can be taken away", "Events in view"),
    "relations": pgettext_noop("a heading: what can be taken away", "Relations in view"),
    "citation": pgettext_noop("a heading: what can be taken away", "Citation"),
}
"""English heading of each group of formats."""


def take_away() -> Component:
    """Return the menu."""
    notes = [
        html.P(id="take-away-note", hidden=True),
        html.P(id="take-away-status", role="status", **aria(live="polite")),
    ]
    heading = pgettext("a heading: what can be taken away", "In another page")
    frame = html.Section([html.H2(heading), *embedding()], **aria(label=heading))
    parts = [*_sections(), frame, *notes]
    return menu(
        pgettext("a menu: exports", "Take away"),
        parts,
        id="take-away",
        className="at-end take-away",
    )


def _sections() -> Iterator[Component]:
    for holds, heading in _HEADINGS.items():
        rows = [row for row in FORMATS.values() if row.holds == holds]
        if rows:
            links = [[_link(row, gettext(row.label))] for row in rows]
            yield _section(pgettext("a heading: what can be taken away", heading), links)
    pictures = [row for row in FORMATS.values() if row.holds == "chart"]
    lines: list[list[Component | str]] = [
        [label, " ", *(_link(row, row.name.upper(), chart, label) for row in pictures)]
        for chart, label in ((chart, gettext(label)) for chart, label in CHARTS.items())
    ]
    yield _section(pgettext("a heading: what can be taken away", "Charts"), lines)


def _section(heading: str, lines: list[list[Component | str]] | list[list[Component]]) -> Component:
    items = [html.Li(line) for line in lines]
    return html.Section([html.H2(heading), html.Ul(items)], **aria(label=heading))


def _link(row: Format, words: str, chart: str = "", label: str = "") -> Component:
    """Return the link to a format; the browser makes a PNG from the SVG."""
    address = row.name if row.by_http else "svg"
    named = aria(label=_name(words, label)) if label else {}
    query = f"?chart={chart}" if chart else ""
    return html.A(
        words,
        href=f"export/{address}{query}",
        **data(export=row.name, chart=chart),
        **named,
    )


def _name(words: str, label: str) -> str:
    return pgettext(
        "a link: format of a picture, and the chart",
        "{format}: {chart}",
        format=words,
        chart=label,
    )
