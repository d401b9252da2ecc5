"""The choices of how events are shown, as rows of the table of filters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.model.limits import LONGEST_NAME
from dashboard.query import options, parameters
from dashboard.query.choices import (
    AXES,
    CHANGES,
    EMBEDDED,
    LANES,
    LINKS,
    MANY_NODES,
    NODES,
    OTHERS,
    RELATIONS,
)
from dashboard.query.filter import Control, Filter, field_of, typed
from dashboard.query.parameters import WITHIN, one_of
from dashboard.query.spoken import read_language
from dashboard.words.lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.query.window import Window


def _any_of(words: Iterable[str]) -> str:
    return listed((f"`{word}`" for word in words), "or")


@dataclass(frozen=True, slots=True)
class Views:
    """The choices that select no events; clearing the filters keeps all but the open event."""

    event: str = field_of(
        Filter(
            ("event",),
            "the event whose card is open",
            parameters.read_event,
            control=Control("event", prop="data"),
            take=parameters.take_event,
            is_view=True,
            moves_lanes=False,
        )
    )
    view: str = field_of(
        Filter(
            ("view",),
            f"{_any_of(EMBEDDED)}: charts alone, without controls, for a frame in another page",
            one_of(EMBEDDED, "view"),
            is_view=True,
            moves_lanes=False,
        )
    )
    lang: str = field_of(
        Filter(
            ("lang",),
            "language of the words, such as `ko`; by default that of the browser",
            read_language,
            is_view=True,
            moves_lanes=False,
        )
    )
    lanes: str = field_of(
        Filter(
            ("lanes",),
            _any_of(LANES),
            one_of(LANES, "lanes"),
            default="country",
            control=Control("lane-by"),
            is_view=True,
        )
    )
    axis: str = field_of(
        Filter(
            ("axis",),
            "`events`: days on which marks would collide are drawn wider; `even`",
            one_of(AXES, "axis"),
            default="events",
            control=Control("axis"),
            is_view=True,
            moves_lanes=False,
        )
    )
    pins: tuple[str, ...] = field_of(
        Filter(
            ("pin",),
            "repeated: lanes at the top, in this order",
            parameters.read_pin,
            default=(),
            many=True,
            longest=LONGEST_NAME,
            control=Control("pinned-lanes", options=options.lanes),
            is_view=True,
        )
    )
    others: str = field_of(
        Filter(
            ("others",),
            "`folded`: lanes beyond the twelfth share one; `open`: each has its own",
            one_of(OTHERS, "others"),
            default="folded",
            control=Control("open-others", prop="checked"),
            show=lambda others: others == "open",
            take=lambda is_on, _: "open" if typed(is_on or False, bool) else "folded",
            is_view=True,
        )
    )
    links: str = field_of(
        Filter(
            ("links",),
            "`chain`: links of the open event and of those it is linked to; `all`",
            one_of(LINKS, "links"),
            default="chain",
            control=Control("all-links", prop="checked"),
            show=lambda links: links == "all",
            take=lambda is_on, _: "all" if typed(is_on or False, bool) else "chain",
            is_view=True,
            moves_lanes=False,
        )
    )
    relations: str = field_of(
        Filter(
            ("relations",),
            f"{_any_of(RELATIONS)}; by default the network, or the matrix from {MANY_NODES} actors",
            one_of(RELATIONS, "relations"),
            control=Control("relations-view"),
            is_view=True,
            moves_lanes=False,
        )
    )
    change: str = field_of(
        Filter(
            ("change",),
            "`before_after`: means before and after an event or in two periods; `aligned`: the "
            "days around one or two events",
            one_of(CHANGES, "change"),
            default="before_after",
            control=Control("change-view"),
            is_view=True,
            moves_lanes=False,
        )
    )
    pivot: str = field_of(
        Filter(
            ("pivot",),
            "for before and after: the event that divides the time; without it the open event, or "
            "else the most important one in view",
            parameters.read_event,
            take=parameters.take_event,
            is_view=True,
            moves_lanes=False,
        )
    )
    compare: tuple[Window, Window] | None = field_of(
        Filter(
            ("compare",),
            "in place of `pivot`: two periods of EDTF dates, both included: "
            "`2023-08/2023-10,2023-11/2024-01`",
            parameters.read_periods,
            default=None,
            write=lambda periods: (",".join("/".join(one.texts()) for one in periods),),
            show=lambda periods: [one.texts() for one in periods] if periods else None,
            control=Control("compare", prop="data"),
            take=parameters.take_periods,
            is_view=True,
            moves_lanes=False,
        )
    )
    zeros: tuple[str, ...] = field_of(
        Filter(
            ("zero",),
            "repeated: one or two events whose days are day 0",
            parameters.read_event,
            default=(),
            many=True,
            check=parameters.check_zero,
            take=parameters.take_events,
            is_view=True,
            moves_lanes=False,
        )
    )
    nodes: str = field_of(
        Filter(
            ("nodes",),
            "`country`, or `actor`: persons and groups are nodes of their own",
            one_of(NODES, "nodes"),
            default="country",
            is_view=True,
        )
    )
    after: str = field_of(
        Filter(
            ("after",),
            "for sequences: an event type or an actor",
            parameters.read_after,
            longest=LONGEST_NAME,
            is_view=True,
            moves_lanes=False,
        )
    )
    within: int = field_of(
        Filter(
            ("within",),
            "for sequences: a number of days",
            parameters.read_within,
            default=WITHIN,
            is_view=True,
            moves_lanes=False,
        )
    )
