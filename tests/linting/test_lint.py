"""The linter as a whole: the examples of its rules, acceptance, places, and the shipped file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.linting.lint import CHECKS, lint
from dashboard.model.rules import rules
from dashboard.reading.book import read_book
from dashboard.reading.watched import read_file
from tests.examples import EVENTS_FILE, book_of
from tests.linting.examples import codes, event, linted
from tests.reading.corpus import VALID

JAPAN = "date: 2023-10-26, actors: Japan"
ACTORS = """
actors:
  - {id: kim, kind: person}
events: []
"""


def test_every_rule_is_checked() -> None:
    assert {*CHECKS, "unused-accept"} == rules().keys()


@pytest.mark.parametrize("code", list(rules()))
def test_a_rule_and_no_other_tells_of_its_example(code: str) -> None:
    assert codes(rules()[code].bad_example) == [code]


@pytest.mark.parametrize("code", list(rules()))
def test_every_rule_lets_the_other_example_pass(code: str) -> None:
    assert codes(rules()[code].good_example) == []


@pytest.mark.parametrize("code", list(rules()))
def test_plain_check_tells_of_it_or_leaves_it_to_the_linter(code: str) -> None:
    reported = [problem.code for problem in read_book(rules()[code].bad_example).problems]
    assert reported == ([code] if rules()[code].plain else [])


@pytest.mark.parametrize("code", [code for code, rule in rules().items() if rule.scope == "event"])
def test_an_event_accepts_what_is_told_of_it(code: str) -> None:
    told = rules()[code].bad_example.rstrip()
    [found] = linted(told)
    lines = told.split("\n")
    lines.insert(found.line, f"  accept: [{code}]")
    assert codes("\n".join(lines)) == []
    assert read_book("\n".join(lines)).problems == ()


@pytest.mark.parametrize("code", [code for code, rule in rules().items() if rule.scope == "file"])
def test_a_file_accepts_what_is_told_of_its_actors(code: str) -> None:
    text = f"accept: {code}\n{rules()[code].bad_example.lstrip()}"
    assert codes(text) == []
    assert read_book(text).problems == ()


def test_accepting_one_thing_does_not_accept_another() -> None:
    text = event(f"{JAPAN}, status: alleged, known: 2023-10-25, accept: single-source")
    assert codes(text) == ["known-before-event"]


def test_accepting_it_in_one_event_does_not_accept_it_in_the_next() -> None:
    one = event(f"{JAPAN}, accept: no-source", source="")
    other = event("date: 2023-10-29, actors: Japan", source="")
    assert [(found.line, found.code) for found in linted(one + other)] == [(2, "no-source")]


def test_a_code_that_accepts_nothing_is_told_where_it_stands() -> None:
    [found] = linted(event(f"{JAPAN}, accept: [no-source]"))
    assert str(found) == (
        "events.yaml:1:98: warning[unused-accept]: "
        '"no-source" has no finding here to accept: remove it'
    )
    [found] = linted("accept: [unused-actor]\nevents: []")
    assert (found.line, found.column, found.code) == (1, 10, "unused-accept")


def test_a_code_that_stands_twice_accepts_once() -> None:
    [found] = linted(event(f"{JAPAN}, accept: [no-source, no-source]", source=""))
    assert (found.code, found.column) == ("unused-accept", 75)


def test_plain_check_says_nothing_of_codes_that_accept_nothing() -> None:
    assert read_book(event(f"{JAPAN}, accept: one-sided")).problems == ()


def test_all_that_is_found_is_in_the_order_of_the_file() -> None:
    text = ACTORS.replace("[]", "\n" + event(JAPAN, "") + event("date: 2024, actors: SUN", ""))
    assert codes(text) == ["unused-actor", "no-source", "no-source", "actor-years"]
    assert {problem.severity for problem in linted(text)} == {"warning"}


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_it_tells_all_that_plain_check_tells_within_the_file(path: Path) -> None:
    reading, text = read_file(path)
    assert reading.book is not None
    found = lint(reading.book, str(path))
    assert set(reading.problems) <= set(found)
    assert all(rules()[problem.code].plain for problem in reading.problems)
    extra = {problem.code for problem in set(found) - set(reading.problems)}
    assert not any(rules()[code].plain for code in extra)
    lines = re.split("\r\n|\r|\n", text)
    for problem in found:
        assert problem.column <= len(lines[problem.line - 1])


def test_the_shipped_file_is_clean() -> None:
    assert lint(book_of(EVENTS_FILE.read_text("utf-8"))) == ()
