"""Words for the two halves of before and after: the sides of an event, or two periods."""

from __future__ import annotations

from math import isnan
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from dashboard.words.language import gettext, gettext_noop, ngettext, pgettext, pgettext_noop
from dashboard.words.numbers import signed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.analysis.relations.before_after import BeforeAfter, Half


class _Words(NamedTuple):
    """Sentences and headings about one half, in English.

    Attributes:
        numbers: its numbers, in a list with those of the other half.
        link, link_joint: what a click lists, without and with events only together.
        events, joint, mean: headings of columns.
    """

    numbers: str
    link: str
    link_joint: str
    events: str
    joint: str
    mean: str


_WORDS: Mapping[str, _Words] = MappingProxyType(
    {
        "before": _Words(
            pgettext_noop("numbers of events before another event", "before {numbers}"),
            gettext_noop("{n}, before: {pair}"),
            gettext_noop("{n} and {joint} only together, before: {pair}"),
            pgettext_noop("heading of a column", "Events, before"),
            pgettext_noop("heading of a column", "Only together, before"),
            pgettext_noop("heading of a column", "Mean, before"),
        ),
        "after": _Words(
            pgettext_noop("numbers of events after another event", "after {numbers}"),
            gettext_noop("{n}, after: {pair}"),
            gettext_noop("{n} and {joint} only together, after: {pair}"),
            pgettext_noop("heading of a column", "Events, after"),
            pgettext_noop("heading of a column", "Only together, after"),
            pgettext_noop("heading of a column", "Mean, after"),
        ),
        "first": _Words(
            pgettext_noop("numbers of events", "first period {numbers}"),
            gettext_noop("{n}, first period: {pair}"),
            gettext_noop("{n} and {joint} only together, first period: {pair}"),
            pgettext_noop("heading of a column", "Events, first period"),
            pgettext_noop("heading of a column", "Only together, first period"),
            pgettext_noop("heading of a column", "Mean, first period"),
        ),
        "second": _Words(
            pgettext_noop("numbers of events", "second period {numbers}"),
            gettext_noop("{n}, second period: {pair}"),
            gettext_noop("{n} and {joint} only together, second period: {pair}"),
            pgettext_noop("heading of a column", "Events, second period"),
            pgettext_noop("heading of a column", "Only together, second period"),
            pgettext_noop("heading of a column", "Mean, second period"),
        ),
    }
)
_CONTEXTS = {
    "before": "numbers of events before another event",
    "after": "numbers of events after another event",
}
_OF_PERIOD = "numbers of events"


def describe_pair(
    names: str, sides: tuple[str, str], halves: tuple[Half, Half], change: float, *, few: bool
) -> str:
    """Return all numbers of a pair in words.

    Args:
        names: the names of both.
        sides: ids of the halves.
        halves: the numbers of both.
        change: the change of the mean; NaN if a half has none.
        few: whether both halves rest on too few events.
    """
    before, after = (
        pgettext(_CONTEXTS.get(side, _OF_PERIOD), _WORDS[side].numbers, numbers=_numbers(half))
        for side, half in zip(sides, halves, strict=True)
    )
    if isnan(change):
        words = gettext("{pair}: {before}; {after}", pair=names, before=before, after=after)
    else:
        words = gettext(
            "{pair}: {before}; {after}; change {change}",
            pair=names,
            before=before,
            after=after,
            change=signed(change),
        )
    if not few:
        return words
    return gettext("{numbers}. Fewer than three events: read with care", numbers=words)


def _numbers(half: Half) -> str:
    """Return ``4 events, mean +3.4, and 1 event only together``."""
    if not half.n:
        words = gettext("no event")
    elif isnan(half.mean):
        words = ngettext("{n} event", "{n} events", half.n)
    else:
        mean = signed(half.mean)
        words = ngettext("{n} event, mean {mean}", "{n} events, mean {mean}", half.n, mean=mean)
    if not half.joint:
        return words
    return ngettext(
        "{numbers}, and {n} event only together",
        "{numbers}, and {n} events only together",
        half.joint,
        numbers=words,
    )


def describe_half(side: str, half: Half, names: str) -> str:
    """Return the words of the link of one half to its events."""
    words = _WORDS[side]
    if half.joint:
        return gettext(words.link_joint, n=half.n, joint=half.joint, pair=names)
    return gettext(words.link, n=half.n, pair=names)


def headings_of(side: str) -> tuple[str, str, str]:
    """Return the headings of the columns of one half: events, only together, and mean."""
    words = _WORDS[side]
    context = "heading of a column"
    return (
        pgettext(context, words.events),
        pgettext(context, words.joint),
        pgettext(context, words.mean),
    )


def legend_of(spec: BeforeAfter) -> str:
    """Return the meaning of the signs and of the numbers of the rows."""
    if spec.sides[0] == "before":
        signs = gettext("Hollow: mean before. Filled: after. Thin: fewer than three events.")
    else:
        signs = gettext(
            "Hollow: mean first period. Filled: second period. Thin: fewer than three events."
        )
    if any(row.before.joint or row.after.joint for row in spec.rows):
        numbers = gettext(
            "Numbers of events; after +, events in which the two only act together on others."
        )
    else:
        numbers = gettext("Numbers of events; a click lists them.")
    return f"{signs} {numbers}"
