"""Rendering: the outputs of the callbacks for a selection, all from the same set of events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.analysis.choices import (
    both_ways,
    choose_nodes,
    list_chips,
    menu_choices,
    only_established,
)
from dashboard.analysis.evidence.event_card import describe_event
from dashboard.analysis.evidence.event_rows import list_events, page_of_event
from dashboard.analysis.link_targets import opening
from dashboard.analysis.relations.question import Question
from dashboard.analysis.timeline.overview import lay_out_overview
from dashboard.analysis.timeline.timeline import lay_out_timeline
from dashboard.analysis.timeline.upright import lay_out_upright
from dashboard.figures.overview import draw_overview
from dashboard.figures.timeline import draw_timeline
from dashboard.figures.upright import draw_column_names, draw_upright
from dashboard.markup import h, to_text
from dashboard.model.date_parts import words_of
from dashboard.page.announcements import of_charts, of_evidence
from dashboard.page.card import draw_card, draw_no_card
from dashboard.page.chips import draw_chips, draw_switches, draw_unknown, draw_window_problems
from dashboard.page.controls import DATED
from dashboard.page.event_list import draw_event_list
from dashboard.page.relations.views import draw_change, draw_view
from dashboard.page.timeline_tools import name_lanes
from dashboard.query.selection import Selection
from dashboard.words.language import gettext

if TYPE_CHECKING:
    from dashboard.analysis.dataset import Dataset
    from dashboard.markup import Markup
    from dashboard.page.viewport import Viewport
    from dashboard.query.selection import Selected
    from dashboard.query.tables import Tables


def render_charts(dataset: Dataset, selection: Selection, viewport: Viewport) -> dict[str, Any]:
    """Return the outputs of the callback ``render``, all from the same set of events."""
    # The control shows the view of the whole file, whatever was known on a day.
    name = selection.view_of_relations(dataset.tables)
    dataset = dataset.as_known_on(selection.as_known_on)
    tables = dataset.tables
    selected = selection.apply(tables)
    timeline, hidden, finding = _draw_timeline(dataset, selection, selected, viewport)
    question = Question.of(
        dataset,
        selection,
        selected=selected,
        size=viewport.network_area,
        time_axis=viewport.course_area,
    )
    view = draw_view(name, question, viewport)
    chips = list_chips(selection, tables)
    parts: dict[str, list[Any]] = {
        "timeline": timeline,
        "titles-note": [hidden],
        "timeline-finding": [finding],
        "relations": view.figure,
        "relations-panel": view.panel,
        "relations-note": [view.note],
        "relations-finding": [view.finding],
        "relations-nodes": draw_switches(choose_nodes(selection, tables)),
        "chips": draw_chips(chips, both_ways(selection)),
        "not-understood": draw_unknown(chips),
        "window-problem": draw_window_problems(selection.unknown),
        "firm-only": draw_switches([only_established(selection)]),
        "lane-by-choice": [name_lanes(selection.lanes)],
        **{f"{id_}-choice": [words] for id_, words in menu_choices(selection, tables).items()},
    }
    return {
        "charts": {id_: to_text(part) for id_, part in parts.items()},
        "summary": selection.describe(tables, selected),
        "problems": {
            field: "".join(part.reason for part in selection.unknown if part.name in row.names)
            for field, row in DATED.items()
        },
        "said": of_charts(selection, name, view.finding),
    }


def render_overview(dataset: Dataset, query: str, viewport: Viewport) -> dict[str, str]:
    """Return the drawings that follow the charts: the overview strip, and before and after."""
    selection = Selection.from_query(query, dataset.tables, strict=False)
    dataset = dataset.as_known_on(selection.as_known_on)
    selected = selection.apply(dataset.tables)
    overview = lay_out_overview(dataset, selection, selected, viewport.strip_area)
    question = Question.of(dataset, selection, selected=selected)
    return {
        "overview": to_text([draw_overview(overview)]),
        "overview-finding": to_text([overview.finding]),
        "change": to_text(draw_change(question, viewport)),
    }


def _draw_timeline(
    dataset: Dataset, selection: Selection, selected: Selected, viewport: Viewport
) -> tuple[list[Markup], str, str]:
    """Draw the timeline; also return how many titles are hidden, and the finding, in words."""
    if viewport.is_upright:
        upright = lay_out_upright(dataset, selection, selected, viewport.plot_area)
        names = h.div(draw_column_names(upright), class_="column-room")
        return [names, draw_upright(upright)], "", upright.finding
    timeline = lay_out_timeline(dataset, selection, selected, viewport.plot_area)
    return [draw_timeline(timeline)], timeline.hidden_note, timeline.finding


def render_evidence(
    dataset: Dataset,
    query: str,
    page: int,
    listed: str | None,
    turned: bool,
    *,
    edits: bool = False,
) -> dict[str, Any]:
    """Return list and card; a list of other events than before begins at its first page.

    Args:
        dataset: the events file.
        query: query string of the selection.
        page: number of the page of the list, from 1.
        listed: query string of the list before; ``None`` at first.
        turned: whether the reader turned the page.
        edits: whether events can be edited.
    """
    selection = Selection.from_query(query, dataset.tables, strict=False)
    tables = dataset.as_known_on(selection.as_known_on).tables
    selected = selection.apply(tables)
    if not turned and selection.event:
        page = page_of_event(selected, tables.row_of.get(selection.event, -1))
    elif not turned and selection.to_query() != listed:
        page = 1
    events = list_events(tables, selection, selected, page)
    return {
        "evidence": {
            "event-list": to_text(draw_event_list(events)),
            "event-details": to_text(_draw_card(tables, selection, edits)),
        },
        "pages": events.pages,
        "page": events.page,
        "heading": gettext("Events in view ({n})", n=events.count),
        "listed": events.query,
        "said": of_evidence(selection, tables, events),
    }


def _draw_card(tables: Tables, selection: Selection, edits: bool) -> list[Markup]:
    """Draw the card of the open event, or the reason why there is none."""
    card = describe_event(tables, selection)
    if card is None and selection.event and selection.as_known_on:
        return draw_no_card(words_of(selection.as_known_on), opening(selection, ""))
    return draw_card(card, edits=edits)
