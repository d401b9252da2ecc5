"""Texts that begin with a character of YAML: the message shows the line with quotes."""

from __future__ import annotations

import re

import pytest

from dashboard.reading.book import read_book
from tests.examples import book_of

EVENT = (
    "- date: 2023-10-26\n  title: {value}\n  actors: [Japan]\n  sources: [https://example.org]\n"
)
VALUES = [
    "[Update] A joint statement",
    "[Update]",
    "[Update] [2] A: statement",
    "{x} statement",
    "{x}",
    "*bold* statement",
    "**bold** statement",
    "@mod_az claims",
    "`x` is said",
    "%x",
    "% of",
    "& more",
    "? a question",
    "- a dash",
    ", so they say",
    "] x",
    "} x",
    "> more",
    "| more",
    '"Iron Fist" operation begins',
    "'Iron' Dome",
    '"The "Iron" Dome"',
    "'It's over'",
    "Breaking: news",
    "[[Japan]] speaks",
]
WRITTEN = re.compile(r"as (title: .*)$")


@pytest.mark.parametrize("value", VALUES)
def test_the_remedy_is_the_line_in_quotes(value: str) -> None:
    [problem] = read_book(EVENT.format(value=value)).problems
    assert problem.line == 2
    remedy = WRITTEN.search(problem.message)
    assert remedy is not None, problem.message
    title = book_of(EVENT.replace("title: {value}", remedy[1])).events[0].title
    assert title in (value, value[1:-1])


@pytest.mark.parametrize(
    ("value", "code"), [("!Important", "tag"), ("&x", "anchor"), ("*x", "alias"), ("!x y", "tag")]
)
def test_a_text_that_becomes_a_property_is_one_problem(value: str, code: str) -> None:
    [problem] = read_book(EVENT.format(value=value)).problems
    assert (problem.line, problem.column, problem.code) == (2, 10, code)
    assert f"begins with {value[0]}" in problem.message
    assert "quotes" in problem.message


def test_links_of_notes_are_names_in_a_list() -> None:
    text = EVENT.format(value="A").replace("[Japan]", "[[Japan]], [[United States]]")
    [problem] = read_book(text).problems
    assert problem.message.endswith(
        ": write actors: [Japan, United States], without the inner brackets"
    )
    [problem] = read_book(EVENT.format(value="A").replace("[Japan]", "[[Japan]]")).problems
    assert problem.message.endswith("write Japan, without the inner brackets")


@pytest.mark.parametrize(
    "sources", ["\n    - [Yonhap](https://example.org)", " [[Yonhap](https://example.org)]"]
)
def test_links_of_markdown_are_sources_with_a_title(sources: str) -> None:
    text = EVENT.format(value="A").replace(" [https://example.org]", sources)
    [problem] = read_book(text).problems
    assert "write {title: Yonhap, url: https://example.org}" in problem.message


def test_anchors_name_the_switch_of_the_program_that_wrote_them() -> None:
    text = (
        "- {date: 2023, title: A, actors: &id001 [Japan]}\n- {date: 2024, title: B, actors: *id001}"
    )
    problems = read_book(text).problems
    assert [found.code for found in problems] == ["anchor", "alias"]
    assert all("ignore_aliases" in found.message for found in problems)
    assert all("noRefs" in found.message for found in problems)


def test_escapes_of_json_are_named() -> None:
    [problem] = read_book(
        '[{"date": "2023", "title": "\\ud83d\\ude80", "actors": ["Japan"]}]'
    ).problems
    assert "ensure_ascii=False" in problem.message
