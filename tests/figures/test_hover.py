"""Tooltips: what they say, and that no text of a file can become markup."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.hover import actors_in_words, event_hover
from dashboard.figures.text import escape
from dashboard.model.event_types import event_types
from tests.examples import shipped, tables_of
from tests.figures.drawn import HOSTILE

MARKUP = re.compile(r"</?b>|<br>")


def hover_of(events: str) -> str:
    return event_hover(tables_of(events), np.array([0]))[0]


def test_a_tooltip_says_what_when_who_and_on_what_evidence() -> None:
    tables = shipped()
    row = tables.row_of["joint-statement"]
    assert event_hover(tables, np.array([row]))[0].split("<br>") == [
        "<b>Joint statement condemns arms transfers</b>",
        "United States, Japan, South Korea → North Korea, Russia",
        f"26 October 2023 · {event_types()['condemn'].label}",
        f"confirmed · {tables.source_counts[row]} sources",
    ]


def test_one_source_is_singular() -> None:
    event = "- {{date: 2023, title: An act, actors: [Japan], sources: [{0}]}}"
    one, two = "https://a.example/", "https://a.example/, https://b.example/"
    assert hover_of(event.format(one)).endswith("reported · 1 source")
    assert hover_of(event.format(two)).endswith("reported · 2 sources")
    assert hover_of(event.format("")).endswith("reported · 0 sources")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ("actors: [Japan]", "Japan"),
        ("actors: [Japan, Chile]", "Japan, Chile"),
        ("actors: [Japan], targets: [Chile, Peru]", "Japan → Chile, Peru"),
        ("actors: [Japan], aimed_at: [Peru]", "Japan (aimed at Peru)"),
        ("actors: [Japan], targets: [Chile], aimed_at: [Peru]", "Japan → Chile (aimed at Peru)"),
    ],
)
def test_who_acts_on_whom_is_said_in_the_order_of_the_file(parts: str, expected: str) -> None:
    tables = tables_of(f"- {{date: 2023, title: An act, {parts}}}")
    assert actors_in_words(tables, np.array([0])) == [expected]


def test_a_long_title_is_broken_into_lines() -> None:
    long = "A title that is far too long to stand in a single line of a small tooltip on a screen"
    lines = hover_of(f"- {{date: 2023, title: {long}, actors: [Japan]}}").split("<br>")[:-3]
    assert len(lines) == 2
    assert " ".join(MARKUP.sub("", line) for line in lines) == long


def test_an_endless_title_is_said_in_full() -> None:
    title = " ".join(["word"] * 100)
    lines = hover_of(f"- {{date: 2023, title: {title}, actors: [Japan]}}").split("<br>")[:-3]
    assert " ".join(MARKUP.sub("", line) for line in lines) == title


def test_of_many_names_the_first_are_said_and_the_rest_counted() -> None:
    names = "Austria, Belgium, Chile, Denmark, Estonia, France"
    _, who, *_ = hover_of(f"- {{date: 2023, title: An act, actors: [{names}]}}").split("<br>")
    assert who == "Austria, Belgium, Chile, Denmark and 2 more"


def test_an_endless_name_is_broken_into_lines_and_ends() -> None:
    actors = f"[{{id: one, name: {'W' * 5_000}, kind: person}}]"
    text = hover_of(f"{{actors: {actors}, events: [{{date: 2023, title: An act, actors: [one]}}]}}")
    names = text.split("<br>")[1:-2]
    assert len(names) == 6
    assert max(map(len, names)) == 72
    assert names[-1].endswith("…")


def test_markup_of_a_file_is_shown_as_text() -> None:
    tables = tables_of(
        f"""
        actors:
          - {{id: evil, name: '{HOSTILE}', kind: person, country: Japan}}
        events:
          - {{date: 2023, title: '{HOSTILE}', actors: [evil]}}
        """
    )
    (text,) = event_hover(tables, np.array([0]))
    assert "<" not in MARKUP.sub("", text)
    assert text.split("<br>")[-3] == escape(HOSTILE)


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=120))
def test_nothing_but_our_own_markup_is_in_a_tooltip(title: str) -> None:
    tables = shipped()
    renamed = replace(tables, events=tables.events.assign(title=title))
    (text,) = event_hover(renamed, np.array([0]))
    assert "<" not in MARKUP.sub("", text)
