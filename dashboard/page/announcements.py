"""Announcements: one sentence for each state of the page that a reader can change.

Each is a pair of a state and the sentence that reports it. ``assets/modules/announce.mjs`` says the
sentence when the state differs from the one before. The sentence of the selection is a live region
of its own, so a change of the filters has no announcement here.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from dashboard.query.filters import FILTERS
from dashboard.words.direction import isolated
from dashboard.words.language import gettext, gettext_noop, ngettext, pgettext
from dashboard.words.quotes import extract

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.analysis.evidence.event_rows import EventList
    from dashboard.query.selection import Selection
    from dashboard.query.tables import Tables
    from dashboard.reading.changes import FileChange

Announcements = dict[str, tuple[str, ...]]
"""State and sentence by the name of what changes; of several changes the first one is said.

An empty sentence stands for a change that is reported elsewhere. A third text is an English
message, which the page puts at the placeholder of the sentence.
"""
_REASON = "{reason}"
"""Placeholder that is left in a sentence for the page."""

SENTENCES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "relations": {
            "network": gettext_noop("The relations are shown as a network."),
            "matrix": gettext_noop("The relations are shown as a matrix."),
            "over_time": gettext_noop("The relations are shown over time."),
            "measures": gettext_noop("The relations are shown as measures."),
            "sequences": gettext_noop("The relations are shown as sequences."),
        },
        "change": {
            "before_after": gettext_noop("The change is shown before and after an event."),
            "aligned": gettext_noop("The events are shown aligned on the day of an event."),
        },
        "lanes": {
            "country": gettext_noop("The timeline has a lane for each country."),
            "actor": gettext_noop("The timeline has a lane for each actor."),
            "type": gettext_noop("The timeline has a lane for each type of event."),
            "status": gettext_noop("The timeline has a lane for each status."),
        },
        "axis": {
            "events": gettext_noop("The time axis is wider where many events are."),
            "even": gettext_noop("The time axis is even."),
        },
        "nodes": {
            "country": gettext_noop("The relations are between countries."),
            "actor": gettext_noop("The relations are between actors."),
        },
        "others": {
            "folded": gettext_noop("Lanes beyond the twelfth share one lane."),
            "open": gettext_noop("All lanes are shown."),
        },
        "links": {
            "chain": gettext_noop("Links of the open event are shown."),
            "all": gettext_noop("All links between events are shown."),
        },
    }
)
"""English sentence of each choice of view with fixed words, by its field in ``Selection``."""


def of_charts(selection: Selection, view: str, found: str) -> Announcements:
    """Return the announcements of the charts.

    >>> from dashboard.query.selection import Selection
    >>> of_charts(Selection(axis="even"), "network", "")["axis"]
    ('even', 'The time axis is even.')

    Args:
        selection: the selection that is shown.
        view: view of the relations.
        found: result of the view, in whole sentences; empty if nothing was asked.
    """
    chosen = {name: getattr(selection, name) for name in SENTENCES} | {"relations": view}
    said = {"unknown": _unknown(selection)}
    said |= {name: (value, gettext(SENTENCES[name][value])) for name, value in chosen.items()}
    pins = len(selection.pins)
    pinned = ngettext("{n} lane is pinned on top.", "{n} lanes are pinned on top.", pins)
    said["pins"] = (" ".join(selection.pins), pinned)
    said["found"] = (f"{selection.after} {selection.within}", found)
    return said


def _unknown(selection: Selection) -> tuple[str, ...]:
    """Return the last part of the query that is not valid, with the reason."""
    if not selection.unknown:
        return "", ""
    last = selection.unknown[-1]
    label = next(
        (
            row.control.in_words
            for row in FILTERS.values()
            if row.control and last.name in row.names
        ),
        "",
    )
    ends = {
        "from": pgettext("the first day of the window", "From"),
        "to": pgettext("the last day of the window", "To"),
    }
    name = label or ends.get(last.name) or extract(last.name).capitalize()
    state = "\n".join(" ".join(part) for part in selection.unknown)
    words = gettext("{filter} is not applied: {reason}.", filter=isolated(name), reason=_REASON)
    return state, words, last.reason


def of_evidence(selection: Selection, tables: Tables, events: EventList) -> Announcements:
    """Return the announcements of list and card.

    Args:
        selection: the selection that is shown.
        tables: tables of the file as known on the chosen day.
        events: the page of the list.
    """
    opened = gettext("The event is closed.")
    if selection.event:
        row = tables.row_of.get(selection.event, -1)
        title = tables.events["title"].iloc[row] if row >= 0 else selection.event
        opened = gettext("The event {title} is open.", title=isolated(str(title)))
    page = gettext(
        "Page {page} of {pages} of the list is shown.", page=events.page, pages=events.pages
    )
    return {
        "event": (selection.event, opened),
        # The sentence of the selection reports other events, so their page is not announced.
        "listed": (events.query, ""),
        "page": (str(events.page), page),
    }


def of_file(change: FileChange | None, revision: str, seen: str) -> dict[str, str]:
    """Return the revision of the file and the sentence that reports that it was read.

    >>> of_file(None, "b", "a")["words"]
    'The file was read again.'

    Args:
        change: difference from the state before; ``None`` if it is not known.
        revision: the revision that is shown now.
        seen: the revision that the page showed before.
    """
    return {"revision": revision, "words": "" if revision == seen else _read_again(change, seen)}


def _read_again(change: FileChange | None, seen: str) -> str:
    if change is None or change.before != seen:
        return gettext("The file was read again.")
    if change.is_broken:
        return ""
    if change.was_broken:
        return gettext("The file is good again.")
    return _difference(change.added, change.removed, change.changed)


def _difference(added: int, removed: int, changed: int) -> str:
    """Return the sentence that reports how many events differ, and how if all do in one way."""
    n = added + removed + changed
    if n == 0:
        return gettext("The file was read again: no event changed.")
    if n == added:
        return ngettext(
            "The file was read again: {n} event was added.",
            "The file was read again: {n} events were added.",
            n,
        )
    if n == removed:
        return ngettext(
            "The file was read again: {n} event was removed.",
            "The file was read again: {n} events were removed.",
            n,
        )
    if n == changed:
        return ngettext(
            "The file was read again: {n} event changed.",
            "The file was read again: {n} events changed.",
            n,
        )
    return ngettext(
        "The file was read again: {n} event differs.",
        "The file was read again: {n} events differ.",
        n,
    )
