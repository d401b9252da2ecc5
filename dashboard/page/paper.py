"""The page on paper: both charts at the width of the sheet, all events in view, their sources.

The browser asks for it when it prints, whatever the screen shows; ``assets/print.css`` shows one of
the two timelines, that of the orientation of the sheet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.analysis.evidence.event_words import name_parties
from dashboard.analysis.relations.question import Question
from dashboard.analysis.timeline.plot_area import PlotArea
from dashboard.analysis.timeline.timeline import lay_out_timeline
from dashboard.analysis.tone import tone_of
from dashboard.figures.signs import STATUS_STYLES, key
from dashboard.figures.timeline import draw_timeline, margins
from dashboard.markup import h, is_element
from dashboard.model.date_parts import words_of
from dashboard.model.labels import STATUS_LABELS
from dashboard.page.legend import network_legend, timeline_legend
from dashboard.page.relations.views import draw_view
from dashboard.page.viewport import Viewport
from dashboard.query.tables import SOURCE_COLUMNS
from dashboard.words.language import gettext
from dashboard.words.numbers import signed_as_written

if TYPE_CHECKING:
    from dashboard.analysis.dataset import Dataset
    from dashboard.markup import Markup
    from dashboard.query.columns import IntArray
    from dashboard.query.selection import Selected, Selection
    from dashboard.query.tables import Tables

WIDTHS = {"portrait": 690.0, "landscape": 1020.0}
"""Width of A4 without its margins, by orientation, in pixels."""
MOST_LISTED = 5_000
"""Largest number of events that are listed; the list states how many it leaves out."""
_FONT_SCALE = 1.15
"""Width of the widest usual font, see ``text_width``: that of the printing browser is not known."""
_RELATIONS = (690.0, 430.0)
"""Width and height of the relations in pixels."""
_LABELS = ("title", "publisher", "author", "url")
"""Columns of a source by which it can be called, the first that is not empty."""


def draw_paper(dataset: Dataset, selection: Selection) -> list[Markup]:
    """Return the content of the sheets for a selection.

    >>> from dashboard import Selection, load
    >>> from dashboard.analysis.dataset import Dataset
    >>> parts = draw_paper(Dataset(load("events.yaml")), Selection())
    >>> [part[0] for part in parts]
    ['div', 'section', 'section', 'section', 'section']
    """
    view = selection.view_of_relations(dataset.tables)
    dataset = dataset.as_known_on(selection.as_known_on)
    tables = dataset.tables
    selected = selection.apply(tables)
    sources: dict[tuple[str, ...], int] = {}
    rows = np.flatnonzero(selected.visible)
    listed = _events(tables, rows[:MOST_LISTED], sources)
    return [
        h.div(
            h.h1(tables.title, dir="auto", lang=tables.lang or None)
            if tables.title
            else h.h1(gettext("Timeline of events")),
            h.p(tables.description, dir="auto", lang=tables.lang or None)
            if tables.description
            else None,
            h.p(selection.describe(tables, selected), class_="sentence"),
        ),
        h.section(h.h2(gettext("Timeline")), _timelines(dataset, selection, selected)),
        h.section(h.h2(gettext("Relations")), _relations(dataset, selection, selected, view)),
        h.section(h.h2(gettext("Events ({n})", n=len(rows))), _rest(len(rows)), h.ol(listed)),
        h.section(h.h2(gettext("Sources")), h.ol(map(_source, sources))),
    ]


def _timelines(dataset: Dataset, selection: Selection, selected: Selected) -> list[Markup]:
    """Return the timeline once for each orientation, and the legend."""
    parts = []
    for name, width in WIDTHS.items():
        left, right, *_ = margins(width)
        area = PlotArea(width - left - right, scale=_FONT_SCALE)
        drawing = draw_timeline(lay_out_timeline(dataset, selection, selected, area))
        parts.append(h.div(_of_sheet(drawing, name), class_=f"sheet-figure only-{name}"))
    return [*parts, h.ul(timeline_legend(), class_="legend", role="list")]


def _relations(
    dataset: Dataset, selection: Selection, selected: Selected, name: str
) -> list[Markup]:
    viewport = Viewport((WIDTHS["portrait"], 0.0), _RELATIONS, _RELATIONS, _FONT_SCALE)
    question = Question.of(
        dataset,
        selection,
        selected=selected,
        size=viewport.network_area,
        time_axis=viewport.course_area,
    )
    view = draw_view(name, question, viewport)
    figure = [_of_sheet(part, "relations") for part in view.figure]
    parts: list[Markup | None] = [
        h.div(figure, class_="sheet-figure"),
        h.div(view.panel) if view.panel else None,
        h.ul(network_legend(), class_="legend", role="list") if name == "network" else None,
        h.p(view.note, class_="quiet") if view.note else None,
    ]
    return [part for part in parts if part is not None]


def _of_sheet(drawing: Markup, name: str) -> Markup:
    """Return a drawing that may be scaled, with ids of its own in the document."""
    tag, attributes, children = drawing
    box = {"viewBox": f"0 0 {attributes['width']} {attributes['height']}"}
    return [tag, {**attributes, **box}, _with_ids(children, name)]


def _with_ids(children: list[Any], name: str) -> list[Any]:
    found: list[Any] = []
    for child in children:
        if not is_element(child):
            found.append(child)
            continue
        tag, attributes, parts = child
        changed = dict(attributes)
        if "id" in changed:
            changed["id"] += f"-{name}"
        if "clip-path" in changed:
            changed["clip-path"] = f"{changed['clip-path'][:-1]}-{name})"
        found.append([tag, changed, _with_ids(parts, name)])
    return found


def _rest(number: int) -> Markup | None:
    if number <= MOST_LISTED:
        return None
    words = gettext(
        "The first {n} are listed; a narrower selection is listed whole.", n=MOST_LISTED
    )
    return h.p(words, class_="quiet")


def _events(tables: Tables, rows: IntArray, sources: dict[tuple[str, ...], int]) -> list[Markup]:
    """Return one item for each event; its sources get the next numbers."""
    cited = _cite(tables, rows, sources)
    events = tables.events.iloc[rows]
    columns = (events[name] for name in ("id", "title", "date", "type", "status", "score"))
    languages = (tables.languages[row] or None for row in rows.tolist())
    parts = zip(*columns, languages, name_parties(tables, rows), cited, strict=True)
    items = []
    for id_, title, date, type_, status, score, lang, parties, numbers in parts:
        kind = gettext(
            "{type}, score {score}",
            type=tables.types[type_].label,
            score=signed_as_written(score),
        )
        style = STATUS_STYLES[status]
        items.append(
            h.li(
                key(tone_of(score), is_established=style.is_established),
                h.span(words_of(date), class_="row-date"),
                " ",
                h.strong(title, dir="auto", lang=lang),
                h.div(
                    f"{parties} · {kind} · {STATUS_LABELS[status].inline}",
                    "".join(f" [{number}]" for number in numbers),
                    class_="quiet",
                ),
                data_event_id=id_,
            )
        )
    return items


def _cite(tables: Tables, rows: IntArray, sources: dict[tuple[str, ...], int]) -> list[list[int]]:
    """Return the numbers of the sources of each event, its own and those of its claims."""
    position = {row: at for at, row in enumerate(rows.tolist())}
    found: list[dict[int, None]] = [{} for _ in position]
    for table, prefix in ((tables.sources, ""), (tables.claims, "source_")):
        names = ("event", *(f"{prefix}{name}" for name in SOURCE_COLUMNS))
        for event, *values in zip(*(table[name].tolist() for name in names), strict=True):
            if event in position and any(values):
                number = sources.setdefault(tuple(values), len(sources) + 1)
                found[position[event]][number] = None
    return [list(numbers) for numbers in found]


def _source(values: tuple[str, ...]) -> Markup:
    source = dict(zip(SOURCE_COLUMNS, values, strict=True))
    label = next(source[name] for name in (*_LABELS, *SOURCE_COLUMNS) if source[name])
    when = words_of(source["date"]) if source["date"] else ""
    details = (source["publisher"], source["author"], when, source["url"], source["archive_url"])
    more = (h.bdi(text) for text in details if text not in ("", label))
    return h.li(h.bdi(label, lang=source["lang"] or None), ([" · ", part] for part in more))
