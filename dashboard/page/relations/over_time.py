"""Over time as drawings: bars of all directions on one time axis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.figures.courses import Courses
from dashboard.markup import h
from dashboard.page.options import draw_menu
from dashboard.words.language import pgettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.analysis.relations.over_time import Direction, OverTime
    from dashboard.markup import Markup
    from dashboard.page.viewport import Viewport


def draw(over_time: OverTime, _viewport: Viewport) -> list[Markup]:
    """Return the drawing of each direction, with sentences above and below."""
    courses, others = Courses(over_time), over_time.others
    label = pgettext("label of a menu of pairs of actors", "Pairs")
    menu = draw_menu(others, class_="compare", aria_label=label) if others else None
    return [
        h.p(over_time.lead, menu, class_="quiet"),
        *(part for one in over_time.directions for part in _direction(courses, one)),
        courses.foot(),
        h.p(over_time.note, class_="quiet"),
    ]


def _direction(courses: Courses, one: Direction) -> Iterator[Markup]:
    """Yield a heading, the change at the open event, and the bars."""
    yield h.h3(one.who, h.span(one.total), class_="course-name")
    if one.change:
        yield h.p(one.change, class_="course-change")
    yield courses.draw(one)
