"""The table of rules: complete, and split into what an event and what a file accepts."""

from __future__ import annotations

import re

import pytest

from dashboard.model.rules import acceptable, rules

CODES = list(rules())


def test_codes_are_words_joined_by_hyphens() -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)+", code) for code in CODES)


@pytest.mark.parametrize("code", CODES)
def test_every_part_of_a_rule_is_written(code: str) -> None:
    rule = rules()[code]
    assert rule.meaning.endswith(".")
    assert rule.remedy.endswith(".")
    assert len(rule.why) > 80
    assert rule.why.count("\n") < 8
    assert rule.bad_example != rule.good_example


def test_every_rule_but_that_of_unused_codes_can_be_accepted_in_one_place() -> None:
    assert [*acceptable("event"), *acceptable("file"), "unused-accept"] == CODES
    assert set(acceptable("file")) == {"unused-actor", "similar-actors"}


def test_the_rules_that_plain_check_tells() -> None:
    assert {code for code, rule in rules().items() if rule.plain} == {
        "no-source",
        "single-source",
        "source-before-event",
        "doubtful-date",
        "known-before-event",
        "actor-years",
        "near-duplicate",
        "unused-actor",
    }
