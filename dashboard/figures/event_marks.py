"""Single events drawn: links between lanes, and signs on the links."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.figures.shapes import px
from dashboard.figures.signs import STATUS_STYLES, sign
from dashboard.markup import h

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.analysis.timeline.timeline import Timeline
    from dashboard.markup import Markup

_STYLES = tuple(STATUS_STYLES.values())
"""Style of each ``Status``."""


def draw_events(timeline: Timeline) -> Iterator[Markup]:
    """Yield one group for each event, a link to its card, with its link and its signs."""
    marks = timeline.marks
    first = np.searchsorted(marks.owner, np.arange(len(marks.event) + 1)).tolist()
    y, role, tone = marks.y.tolist(), marks.role.tolist(), marks.mark_tone.tolist()
    size = marks.size.tolist()
    for number, event in enumerate(timeline.events):
        x = float(marks.x[number])
        style = _STYLES[marks.status[number]]
        own = range(first[number], first[number + 1])
        names = "event open" if number == timeline.opened else "event"
        yield h.a(
            _link(timeline, number, style.is_established),
            (
                sign(
                    0, y[at], tone[at], role[at], is_established=style.is_established, size=size[at]
                )
                for at in own
            ),
            (_name(timeline, at) for at in own if marks.name_side[at]),
            class_=f"{names} tip",
            href=f"?{timeline.event_queries[number]}",
            tabindex=-1,
            transform=f"translate({px(x)} 0)",
            aria_label=event.sentence,
            data_x=px(x),
            data_event=event.id,
            data_actors=timeline.linked[number].actors,
            data_dyads=timeline.linked[number].dyads,
        )


def _link(timeline: Timeline, number: int, is_established: bool) -> list[Markup]:
    """Return the link between the lanes of an event, and the ground of the open event."""
    marks = timeline.marks
    top, bottom = float(marks.top[number]), float(marks.bottom[number])
    parts = []
    if number == timeline.opened:
        parts.append(
            h.rect(
                x=-11, y=px(top - 11), width=22, height=px(bottom - top + 22), rx=11, class_="halo"
            )
        )
    if bottom > top:
        names = f"link tone-{marks.tone[number]}" + ("" if is_established else " dashed")
        parts.append(h.path(d=f"M0 {px(top)}V{px(bottom)}", class_=names))
    return parts


def _name(timeline: Timeline, at: int) -> Markup:
    """Return the name of an actor beside its sign, in the lane that several actors share."""
    marks = timeline.marks
    side, reach, own = int(marks.name_side[at]), float(marks.size[at]) / 2, int(marks.owner[at])
    if marks.has_bar[own]:
        end = marks.right[own] if side > 0 else marks.left[own]
        reach = max(reach, side * float(end - marks.x[own]))
    names = "shared-name" if side > 0 else "shared-name end"
    return h.text(
        str(marks.name[at]), x=px(side * (reach + 4)), y=px(marks.y[at] + 4), class_=names
    )
