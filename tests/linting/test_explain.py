"""Explanations: each says what is found, shows it, and how to accept it."""

from __future__ import annotations

import pytest

from dashboard.linting.explain import explain, explain_all
from dashboard.model.rules import rules


@pytest.mark.parametrize("code", list(rules()))
def test_a_rule_in_full(code: str) -> None:
    rule, text = rules()[code], explain(code)
    assert text.startswith(f"{code}: {rule.meaning}\nReported by: check")
    assert ("--lint" in text.split("\n")[1]) != rule.plain
    for example in (rule.bad_example, rule.good_example):
        assert all(f"    {line}\n" in text for line in example.splitlines())
    headings = [line for line in text.splitlines() if line.startswith(("Reported", "Example"))]
    assert headings[1:] == ["Example that is reported:", "Example that is not:"]
    assert rule.why.strip() in text
    assert rule.remedy in text
    assert (f"accept: [{code}]" in text.split(rule.remedy)[1]) == bool(rule.scope)
    assert max(map(len, text.splitlines())) <= 100


def test_all_rules_in_a_line_each() -> None:
    lines = explain_all().splitlines()
    assert [line.split()[0] for line in lines[: len(rules())]] == list(rules())
    assert "single-source            An allegation that rests on a single source." in lines
    assert "one-sided *              An allegation on which only one party is heard." in lines


def test_an_unknown_code() -> None:
    with pytest.raises(KeyError):
        explain("no-rule")
