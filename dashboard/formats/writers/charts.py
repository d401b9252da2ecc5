"""The charts that can be taken away as pictures: one row for each."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from dashboard.analysis.relations.layout import Size
from dashboard.analysis.relations.question import Question
from dashboard.analysis.relations.views import COMPUTE
from dashboard.analysis.timeline.plot_area import PlotArea
from dashboard.analysis.timeline.timeline import lay_out_timeline
from dashboard.figures.aligned import draw_strip
from dashboard.figures.before_after import draw_before_after
from dashboard.figures.courses import MARGINS, Courses
from dashboard.figures.legend import network_items, timeline_items
from dashboard.figures.matrix import draw_matrix
from dashboard.figures.picture import Picture
from dashboard.figures.relations import draw_network
from dashboard.figures.sheet import Sheet, draw_sheet
from dashboard.figures.timeline import draw_timeline, margins
from dashboard.words.language import gettext
from dashboard.words.lists import first_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dashboard.figures.legend import Item
    from dashboard.formats.export import Export
    from dashboard.markup import Markup

    Drawings = list[tuple[str, Markup]]

_NETWORK_HEIGHT = 560.0
"""Height of the network if none is given, in pixels."""


class Chart(NamedTuple):
    """A chart.

    Attributes:
        draw: returns headings and drawings, and sentences about them.
        legend: returns the items of its legend.
    """

    draw: Callable[[Export], tuple[Drawings, list[str]]]
    legend: Callable[[], list[Item]]


def draw_picture(export: Export) -> Picture:
    """Return the chart of an export with title, sentence, legend and credit."""
    chart = DRAW[export.look.chart]
    drawings, notes = chart.draw(export)
    sheet = Sheet(
        title=export.title,
        sentences=list(filter(None, [export.sentence, *notes, export.note])),
        legend=chart.legend(),
        drawings=drawings,
        credit=_credit(export),
        width=export.look.width if drawings else 600.0,
    )
    return Picture(draw_sheet(sheet), export.look.scheme)


def _credit(export: Export) -> list[str]:
    """Return sources, date and revision; only publishers of events that are passed on are named."""
    sources = export.tables.sources
    chosen = sources[sources["event"].isin(export.rows)]
    names = list(dict.fromkeys(filter(None, chosen["publisher"].tolist())))
    return [
        *([gettext("Sources: {names}.", names=first_of(names))] if names else []),
        *export.citations,
        " ".join(filter(None, [_exported(export), export.url])),
    ]


def _exported(export: Export) -> str:
    if not export.revision:
        return gettext("Exported on {day}.", day=export.day)
    return gettext(
        "Exported on {day}, revision {revision}.", day=export.day, revision=export.revision
    )


def _timeline(export: Export) -> tuple[Drawings, list[str]]:
    look = export.look
    left, right, top, foot = margins(look.width)
    height = max(look.height - top - foot, 0.0)
    area = PlotArea(look.width - left - right, False, look.font, height)
    layout = lay_out_timeline(export.dataset, export.selection, export.selected, area)
    withheld = export.tables.withheld_ids
    shown = tuple(title for title in layout.titles if title.id not in withheld)
    return [("", draw_timeline(replace(layout, titles=shown)))], [layout.hidden_note]


def _network(export: Export) -> tuple[Drawings, list[str]]:
    network = COMPUTE["network"](_question(export))
    return [("", draw_network(network))], [network.note]


def _matrix(export: Export) -> tuple[Drawings, list[str]]:
    matrix = COMPUTE["matrix"](_question(export))
    return ([("", draw_matrix(matrix))] if matrix.cells else []), [matrix.caption]


def _over_time(export: Export) -> tuple[Drawings, list[str]]:
    spec = COMPUTE["over_time"](_question(export))
    courses = Courses(spec)
    headings = (" · ".join(filter(None, [one.who, one.total])) for one in spec.directions)
    drawn = zip(headings, map(courses.draw, spec.directions), strict=True)
    foot = [("", courses.foot())] if spec.directions else []
    return [*drawn, *foot], [spec.note]


def _before_after(export: Export) -> tuple[Drawings, list[str]]:
    spec = COMPUTE["before_after"](_question(export))
    drawn = [("", draw_before_after(spec, export.look.width))] if spec.rows else []
    return drawn, [spec.note]


def _aligned(export: Export) -> tuple[Drawings, list[str]]:
    spec = COMPUTE["aligned"](_question(export))
    names = (strip.name.words for strip in spec.strips)
    drawn = (draw_strip(spec, strip, export.look.width) for strip in spec.strips)
    return list(zip(names, drawn, strict=True)), [spec.lead]


def _question(export: Export) -> Question:
    look = export.look
    return Question.of(
        export.dataset,
        export.selection,
        selected=export.selected,
        size=Size(look.width, look.height or _NETWORK_HEIGHT, look.font),
        time_axis=PlotArea(look.width - sum(MARGINS), scale=look.font),
    )


DRAW: Mapping[str, Chart] = MappingProxyType(
    {
        "timeline": Chart(_timeline, timeline_items),
        "network": Chart(_network, network_items),
        "matrix": Chart(_matrix, list),
        "over_time": Chart(_over_time, list),
        "before_after": Chart(_before_after, list),
        "aligned": Chart(_aligned, timeline_items),
    }
)
"""The function that draws each of ``CHARTS``, and its legend."""
