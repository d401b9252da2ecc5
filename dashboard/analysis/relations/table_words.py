"""Words for the tables of the measures: headings of their columns, and kinds of triads."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from dashboard.analysis.table import Column, Kind
from dashboard.words.language import gettext, gettext_noop, pgettext, pgettext_noop

if TYPE_CHECKING:
    from collections.abc import Mapping

TIES = (("one", "two"), ("one", "three"), ("two", "three"))
"""The ends of the ties of a triad."""
TRIAD_KINDS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "balanced_positive": (
            pgettext_noop("a triad is", "balanced"),
            "+ + +",
            gettext_noop("three friends"),
        ),
        "balanced_negative": (
            pgettext_noop("a triad is", "balanced"),
            "+ − −",
            gettext_noop("two friends with a common enemy"),
        ),
        "unbalanced_one": (
            pgettext_noop("a triad is", "unbalanced"),
            "+ + −",
            gettext_noop("two enemies with a common friend"),
        ),
        "unbalanced_all": (
            pgettext_noop("a triad is", "unbalanced"),
            "− − −",
            gettext_noop("three enemies"),
        ),
        "incomplete": (
            pgettext_noop("a triad is", "incomplete"),
            gettext_noop("two of three"),
            gettext_noop("one of the three ties is missing or neutral"),
        ),
    }
)
"""Balance, ties and meaning of each field of ``Triads``, in English."""


def triad_kinds() -> list[tuple[str, str, str]]:
    """Return balance, ties and meaning of each kind of triad.

    >>> triad_kinds()[0]
    ('balanced', '+ + +', 'three friends')
    """
    return [
        (
            pgettext("a triad is", balance),
            ties if ties[0] in "+−" else gettext(ties),
            gettext(meaning),
        )
        for balance, ties, meaning in TRIAD_KINDS.values()
    ]


def actor_columns() -> dict[str, Column]:
    """Return the columns of the table of actors."""
    return {
        "id": Column(Kind.TEXT),
        "name": Column(Kind.TEXT, pgettext("heading of a column", "Actor")),
        "events_out": Column(Kind.COUNT, pgettext("heading of a column", "Events out")),
        "mean_out": Column(Kind.SCORE, pgettext("heading of a column", "Mean out")),
        "events_in": Column(Kind.COUNT, pgettext("heading of a column", "Events in")),
        "mean_in": Column(Kind.SCORE, pgettext("heading of a column", "Mean in")),
        "most_against": Column(Kind.TEXT),
        "rival": Column(Kind.TEXT, gettext("Most against it")),
        "conflict_events": Column(Kind.COUNT, pgettext("heading of a column", "Events")),
        **dict.fromkeys(("few_out", "few_in"), Column(Kind.FLAG)),
    }


def dyad_columns() -> dict[str, Column]:
    """Return the columns of the table of dyads."""
    return {
        "dyad": Column(Kind.TEXT, pgettext("heading of a column", "Dyad")),
        **dict.fromkeys(("source", "target", "source_name", "target_name"), Column(Kind.TEXT)),
        "events": Column(Kind.COUNT, pgettext("heading of a column", "Events")),
        "mean": Column(Kind.SCORE, pgettext("heading of a column", "Mean")),
        "sum": Column(Kind.SCORE, pgettext("heading of a column", "Sum")),
        "conflict": Column(Kind.COUNT, pgettext("heading of a column", "Conflict")),
        "neutral": Column(Kind.COUNT, pgettext("heading of a column", "Neutral")),
        "cooperation": Column(Kind.COUNT, pgettext("heading of a column", "Cooperation")),
        "reciprocity": Column(Kind.SHARE, pgettext("heading of a column", "Reciprocity")),
        **dict.fromkeys(("first", "last"), Column(Kind.TEXT)),
        **dict.fromkeys(("joint", "few"), Column(Kind.FLAG)),
        "when": Column(Kind.TEXT, pgettext("heading of a column", "When")),
    }


def triad_columns() -> dict[str, Column]:
    """Return the columns of the table of triads."""
    tie = Column(Kind.TEXT, pgettext("heading of a column", "Tie"))
    return {
        "triad": Column(Kind.TEXT, pgettext("heading of a column", "Triad")),
        **dict.fromkeys(("one", "two", "three"), Column(Kind.TEXT)),
        **{f"{one}_{other}": Column(Kind.COUNT) for one, other in TIES},
        **dict.fromkeys(("balanced", "few"), Column(Kind.FLAG)),
        **{f"tie_{one}_{other}": tie for one, other in TIES},
    }


def triad_kind_columns() -> dict[str, Column]:
    """Return the columns of the table of the kinds of triads."""
    return {
        "triad": Column(Kind.TEXT, pgettext("heading of a column", "Triad")),
        "ties": Column(Kind.TEXT, pgettext("heading of a column", "Ties")),
        "meaning": Column(Kind.TEXT, pgettext("heading of a column", "Meaning")),
        "number": Column(Kind.COUNT, pgettext("heading of a column", "Number")),
        "few": Column(Kind.TEXT, gettext("With a tie of fewer than three events")),
    }


def balance_in_words(*, is_balanced: bool, few: bool) -> str:
    """Return whether a triad is balanced, and whether a tie rests on too few events.

    >>> balance_in_words(is_balanced=True, few=False), balance_in_words(is_balanced=False, few=True)
    ('balanced', 'unbalanced · few')
    """
    if is_balanced:
        words = pgettext("a triad is", "balanced")
    else:
        words = pgettext("a triad is", "unbalanced")
    return f"{words} · {few_events()}" if few else words


def few_events() -> str:
    """Return the mark of what rests on fewer than three events.

    >>> few_events()
    'few'
    """
    return pgettext("mark of a number or a tie: fewer than three events", "few")
