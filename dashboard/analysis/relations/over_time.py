"""Over time as a specification: a bar for each period, cooperation above the axis, conflict below.

The bars of a period are stacked, all to the same scale:

                  ┌──┐ neutral
            ┌──┐  ├──┤
            │  │  │  │ cooperation
    ────────┴──┴──┼──┼──────────────  zero
                  │  │ conflict
                  └──┘

Positions are in pixels on one time axis, heights in events.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.link import Link
from dashboard.analysis.relations.courses import MOST_PAIRS, Tally, count_courses, pairs_of
from dashboard.analysis.relations.dyads import FEW
from dashboard.analysis.relations.pairs import busiest_pairs
from dashboard.analysis.relations.words import count_and_mean
from dashboard.analysis.timeline.axis import axis_ticks
from dashboard.analysis.timeline.scale import TimeScale
from dashboard.analysis.tone import tones_of
from dashboard.model.codes import Side
from dashboard.query.dyad import Dyad
from dashboard.query.window import Window
from dashboard.words.change_findings import course_in_words
from dashboard.words.direction import isolated
from dashboard.words.findings import highest
from dashboard.words.language import gettext, gettext_noop, grouped, ngettext, pgettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dashboard.analysis.relations.courses import Course, Courses
    from dashboard.analysis.relations.question import Question
    from dashboard.analysis.timeline.axis import AxisTick

_BAR = 11.0
"""Least width of a bar in pixels, so that the pointer can hit it."""
_FEWEST_BARS = 6
_MOST_OTHERS = 12
"""Largest number of pairs that are offered to be shown too."""
_NOTE = gettext_noop(
    "Blue above the axis is cooperation, red below it conflict, grey neutral acts; "
    "the shade is the mean score of the bar, and an outlined bar has fewer than three events. "
    "Where there is no bar the file holds no event, which does not mean that nothing happened. "
    "An event that lasts over several periods counts in each."
)
_EACH_BAR = {
    "day": gettext_noop("Each bar counts the events of one day; a click lists them."),
    "week": gettext_noop("Each bar counts the events of one week; a click lists them."),
    "month": gettext_noop("Each bar counts the events of one month; a click lists them."),
    "quarter": gettext_noop("Each bar counts the events of one quarter; a click lists them."),
    "year": gettext_noop("Each bar counts the events of one year; a click lists them."),
    "decade": gettext_noop("Each bar counts the events of one decade; a click lists them."),
    "century": gettext_noop("Each bar counts the events of one century; a click lists them."),
}
"""Sentences on the bars, by the unit of the periods."""


class Bar(NamedTuple):
    """The events of one side of the scale in one period.

    Attributes:
        left, right: edges in pixels from the left of the plot area.
        bottom, top: edges in events above the axis; negative below it.
        tone: code of the ``Tone`` of the mean score.
        few: whether it stands for fewer than ``FEW`` events.
        link: its words, and the selection of its events.
        when: the period in words.
        side: word of the ``Side``.
        mean: mean score.
    """

    left: float
    right: float
    bottom: int
    top: int
    tone: int
    few: bool
    link: Link
    when: str
    side: str
    mean: float


class Direction(NamedTuple):
    """One direction of a dyad, or all acts.

    Attributes:
        who: ``Russia → North Korea``.
        total: ``4 events, mean +3.6``.
        change: sentences about before and after the open event, or an empty text.
        bars: the bars, in order of time.
    """

    who: str
    total: str
    change: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class OverTime:
    """Everything that is drawn.

    Attributes:
        lead, note: sentences above and below the drawing.
        width: width of the plot area in pixels.
        highest, lowest: largest number of events above and below the axis.
        others: links that show one more pair, or the first one, by the name of their group; the
            busiest pair first. None if no more pairs fit.
        directions: all acts, or two directions of each pair, all drawn to the same scale.
        focus: where the open event begins, in pixels; ``None`` if it is not in view.
        ticks: ticks of the time axis.
        finding: what the bars show, in words.
    """

    lead: str
    note: str
    width: float
    highest: int
    lowest: int
    others: Mapping[str, tuple[Link, ...]]
    directions: tuple[Direction, ...]
    focus: float | None
    ticks: tuple[AxisTick, ...]
    finding: str


def compute(question: Question) -> OverTime:
    """Compute the courses of the chosen dyads or actor, or of all acts in view."""
    area = question.time_axis
    found = count_courses(question, max(_FEWEST_BARS, int(area.width / _BAR)))
    courses = found.courses
    shown = tuple(_direction(question, found, course) for course in courses)
    upper = (Side.NEUTRAL, Side.COOPERATION)
    return OverTime(
        lead=_lead(question, found),
        note=gettext(_NOTE),
        width=area.width,
        highest=max(int(one.n[list(upper)].sum(axis=0).max(initial=0)) for one in courses),
        lowest=max(int(one.n[Side.CONFLICT].max(initial=0)) for one in courses),
        others=_others(question),
        directions=shown,
        focus=_focus(question, found),
        ticks=tuple(tick for tick in axis_ticks(found.window, area) if 0 <= tick.x <= area.width),
        finding=" ".join(map(_find, shown)),
    )


def _find(one: Direction) -> str:
    periods: dict[str, int] = {}
    for bar in one.bars:
        periods[bar.when] = periods.get(bar.when, 0) + bar.top - bar.bottom
    return course_in_words(one.who, one.total, highest(periods.items()).words)


def _others(question: Question) -> dict[str, tuple[Link, ...]]:
    """Return links to the busiest pairs that are not shown; each keeps those that are."""
    selection = question.selection
    shown = pairs_of(selection)
    if len(shown) >= MOST_PAIRS:
        return {}
    kept = selection.dyads or tuple(Dyad(*pair, both=True) for pair in shown)
    known = {frozenset(pair) for pair in shown}
    most = _MOST_OTHERS + len(shown)
    found = busiest_pairs(question.level, question.scope.related, most)
    links = tuple(
        Link(
            f"{dyad.in_words(question.dataset.tables.actor_names)} ({grouped(n)})",
            question.query(dyads=(*kept, dyad), event=""),
        )
        for dyad, n in found
        if frozenset((dyad.source, dyad.target)) not in known
    )[:_MOST_OTHERS]
    words = gettext("Compare with …") if shown else gettext("Choose a pair …")
    now = Link(words, question.query(), chosen=True)
    group = pgettext("group of options of a menu", "Events in view")
    return {"": (now,), group: links} if links else {}


def _lead(question: Question, found: Courses) -> str:
    sentences = [gettext(_EACH_BAR[found.bins.unit])]
    left_out = len(pairs_of(question.selection)) - MOST_PAIRS
    if left_out > 0:
        sentences.append(
            ngettext(
                "The first {shown} pairs are shown; {n} more is not.",
                "The first {shown} pairs are shown; {n} more are not.",
                left_out,
                shown=MOST_PAIRS,
            )
        )
    if found.courses[0].dyad is None:
        sentences.insert(0, gettext("All acts in view."))
        sentences.append(gettext("Choose a dyad, or one country, to see each direction."))
    elif found.focus < 0:
        sentences.append(gettext("Open an event to compare what came before it and after it."))
    return " ".join(sentences)


def _direction(question: Question, found: Courses, course: Course) -> Direction:
    tables = question.dataset.tables
    change = ""
    if course.before and course.after:
        title = isolated(str(tables.events["title"].iat[found.focus]))
        before, after = count_and_mean(*course.before), count_and_mean(*course.after)
        change = gettext(
            "Before “{title}”: {before}. After it: {after}.",
            title=title,
            before=before,
            after=after,
        )
    who = gettext("All acts") if course.dyad is None else course.dyad.in_words(tables.actor_names)
    bars = tuple(_bars(question, found, course))
    return Direction(who, count_and_mean(*course.total), change, bars)


def _bars(question: Question, found: Courses, course: Course) -> Iterator[Bar]:
    edges = found.bins.edges
    scale = TimeScale.even(found.window, question.time_axis.width)
    pixels = scale.to_x(edges).tolist()
    tones = tones_of(course.mean)
    for number in np.flatnonzero(course.n.sum(axis=0)).tolist():
        window = Window.spanning(int(edges[number]), int(edges[number + 1]))
        conflict, neutral, cooperation = course.n[:, number].tolist()
        spans = {
            Side.NEUTRAL: (cooperation, cooperation + neutral),
            Side.COOPERATION: (0, cooperation),
            Side.CONFLICT: (-conflict, 0),
        }
        for side, (bottom, top) in spans.items():
            if top == bottom:
                continue
            if course.dyad is None:
                link = _link_to_period(question, window, conflict + neutral + cooperation)
            else:
                tally = Tally(top - bottom, float(course.mean[side, number]))
                link = _link(question, window, replace(course.dyad, side=side.word), tally)
            tone = int(tones[side, number])
            few = top - bottom < FEW
            numbers = pixels[number], pixels[number + 1], bottom, top, tone, few
            mean = float(course.mean[side, number])
            yield Bar(*numbers, link, window.in_words(), side.word, mean)


def _link(question: Question, window: Window, dyad: Dyad, tally: Tally) -> Link:
    who = dyad.in_words(question.dataset.tables.actor_names)
    words = gettext(
        "{period}, {dyad}: {events}",
        period=window.in_words(),
        dyad=who,
        events=count_and_mean(*tally),
    )
    return Link(words, question.query(window=window, dyads=(dyad,), event=""))


def _link_to_period(question: Question, window: Window, n: int) -> Link:
    """Return the link to all events of a period: no filter divides them by side."""
    period = window.in_words()
    words = ngettext("{period}: {n} event", "{period}: {n} events", n, period=period)
    return Link(words, question.query(window=window, event=""))


def _focus(question: Question, found: Courses) -> float | None:
    """Return the start of the open event."""
    if found.focus < 0:
        return None
    begin, width = question.dataset.tables.lower[[found.focus]], question.time_axis.width
    x = float(TimeScale.even(found.window, width).to_x(begin)[0])
    return x if 0 <= x <= width else None
