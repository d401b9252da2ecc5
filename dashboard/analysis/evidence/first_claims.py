"""The first claim of each stance about an event, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.model.country_names import name_in_language
from dashboard.model.date_parts import words_of
from dashboard.words.direction import isolated
from dashboard.words.language import gettext, gettext_noop
from dashboard.words.lists import first_of

if TYPE_CHECKING:
    from collections.abc import Sequence

Record = dict[Any, Any]
"""A row of ``Tables.claims``, by column."""
_FIRSTS = {
    "asserts": (
        gettext_noop("First asserted by {names}."),
        gettext_noop("First asserted by {names}, {date}."),
    ),
    "confirms": (
        gettext_noop("First confirmed by {names}."),
        gettext_noop("First confirmed by {names}, {date}."),
    ),
    "denies": (
        gettext_noop("First denied by {names}."),
        gettext_noop("First denied by {names}, {date}."),
    ),
    "disputes": (
        gettext_noop("First disputed by {names}."),
        gettext_noop("First disputed by {names}, {date}."),
    ),
}
"""Sentences about the first claim of a stance that decides something, without and with a date."""


def date_of(claim: Record) -> str:
    """Return the date of a claim, else that of its source, as an EDTF text."""
    return str(claim["date"] or claim["source_date"])


def speakers_of(claim: Record) -> list[str]:
    """Return the names of those who make a claim."""
    return list(map(name_in_language, claim["by_ids"], claim["by"]))


def first_claims_in_words(claims: Sequence[Record]) -> str:
    """Return the first claim of each stance, in one sentence each."""
    firsts: dict[str, Record] = {}
    for claim in claims:
        firsts.setdefault(claim["stance"], claim)
    sentences = []
    for stance, (undated, dated) in _FIRSTS.items():
        if stance in firsts:
            date = date_of(firsts[stance])
            names = first_of(list(map(isolated, speakers_of(firsts[stance]))), 3)
            sentences.append(
                gettext(dated, names=names, date=words_of(date))
                if date
                else gettext(undated, names=names)
            )
    return " ".join(sentences)
