"""Suggestions: the nearest known word, or all of them."""

from __future__ import annotations

from dashboard.words.suggestions import did_you_mean, suggestion

KNOWN = ["Camp-David", "other"]


def test_a_suggestion_keeps_the_case_of_the_known_word() -> None:
    assert did_you_mean("camp-david", KNOWN) == ': did you mean "Camp-David"?'
    assert did_you_mean("zzz", KNOWN) == ""


def test_without_a_near_word_all_are_listed() -> None:
    assert suggestion("othr", KNOWN) == ': did you mean "other"?'
    assert suggestion("zzz", iter(KNOWN)) == ": use one of Camp-David, other"
