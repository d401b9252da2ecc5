"""Words for events: their dates, who acts on whom, and the summary in a tooltip."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from dashboard.model.date_parts import words_of
from dashboard.model.labels import STATUS_LABELS
from dashboard.query.columns import codes
from dashboard.words.direction import isolated
from dashboard.words.language import gettext, ngettext, pgettext
from dashboard.words.lists import first_of
from dashboard.words.numbers import signed

if TYPE_CHECKING:
    from dashboard.query.columns import IntArray
    from dashboard.query.tables import Tables

_NAMES = 4
"""Number of names of each role in a summary; the other names are only counted."""


@dataclass(frozen=True, slots=True)
class EventSummary:
    """An event in four lines, such as a tooltip shows.

    Attributes:
        id: id of the event.
        title: its title, isolated; ``lang`` is its language, a BCP 47 tag.
        parties: who acts on whom: ``Russia → North Korea``.
        occasion: date, type and score: ``26 October 2023 · Condemn · −2.0``.
        standing: status and number of sources: ``confirmed · 3 sources``.
    """

    id: str
    title: str
    parties: str
    occasion: str
    standing: str
    lang: str = ""

    @property
    def sentence(self) -> str:
        """The lines, each but the last with a full stop, for screen readers and tips."""
        stop = pgettext("the full stop after a line that a screen reader reads", ".")
        return f"{stop}\n".join((self.title, self.parties, self.occasion, self.standing))


def summarize_events(tables: Tables, rows: IntArray) -> tuple[EventSummary, ...]:
    """Return the summaries of some events.

    Args:
        tables: tables of the file.
        rows: rows of ``Tables.events``.
    """
    names = ("id", "title", "date", "type", "score", "status")
    columns = (tables.events[name].array.take(rows).tolist() for name in names)
    counts = tables.source_counts[rows].tolist()
    languages = [tables.languages[row] for row in rows.tolist()]
    parts = zip(*columns, languages, name_parties(tables, rows, _NAMES), counts, strict=True)
    statuses = {status: label.inline for status, label in STATUS_LABELS.items()}
    sources = {n: ngettext("{n} source", "{n} sources", n) for n in set(counts)}
    return tuple(
        EventSummary(
            id=id_,
            title=isolated(str(title)),
            lang=lang,
            parties=parties,
            occasion=f"{words_of(date)} · {act_in_words(tables, type_, score)}",
            standing=f"{statuses[status]} · {sources[n]}",
        )
        for id_, title, date, type_, score, status, lang, parties, n in parts
    )


def act_in_words(tables: Tables, type_: str, score: float) -> str:
    """Return the type of an event with its score.

    >>> from dashboard import load
    >>> act_in_words(load("events.yaml"), "visit", 2.8)
    'Official visit · +2.8'
    """
    return f"{isolated(tables.types[type_].label)} · {signed(score)}"


def name_parties(tables: Tables, rows: IntArray, most: int | None = None) -> list[str]:
    """Return the parties of each event in words: ``Russia → North Korea (aimed at Japan)``.

    Names are isolated, so that the order is that of the roles in every script.

    Args:
        tables: tables of the file.
        rows: rows of ``Tables.events``.
        most: number of names of each role; the other names are only counted. Default: all names.
    """
    starts = np.searchsorted(tables.participant_event, rows, side="left")
    ends = np.searchsorted(tables.participant_event, rows, side="right")
    name_of = tables.actor_names
    names = [isolated(name_of[id_]) for id_ in tables.participants["actor"].cat.categories]
    sentences = {given: parties_sentence(*given) for given in product((False, True), repeat=2)}
    actors, roles = (codes(tables.participants[name]) for name in ("actor", "role"))
    texts = []
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        by_role: tuple[list[str], ...] = ([], [], [])
        own = actors[start:end].tolist(), roles[start:end].tolist()
        for actor, role in zip(*own, strict=True):
            by_role[role].append(names[actor])
        acting, targets, aimed_at = (first_of(some, most) for some in by_role)
        sentence = sentences[bool(targets), bool(aimed_at)]
        texts.append(sentence.format(actors=acting, targets=targets, third_parties=aimed_at))
    return texts


def parties_sentence(has_targets: bool, has_third_parties: bool) -> str:
    """Return the sentence of who acts on whom, with a placeholder for those of each role.

    >>> parties_sentence(True, False)
    '{actors} → {targets}'
    """
    if has_targets and has_third_parties:
        # Translators: the arrow points from those who act to their target; from right to left it
        # is ← with U+200F on both sides.
        return gettext("{actors} → {targets} (aimed at {third_parties})")
    if has_targets:
        # Translators: the arrow points from those who act to their target; from right to left it
        # is ← with U+200F on both sides.
        return gettext("{actors} → {targets}")
    if has_third_parties:
        return gettext("{actors} (aimed at {third_parties})")
    return "{actors}"
