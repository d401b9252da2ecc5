"""Tooltips of events: lines of some letters, and no text of a file that becomes markup."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.evidence.event_words import EventSummary
from dashboard.figures.event_tips import event_tip
from dashboard.figures.text import escape
from tests.figures.drawn import HOSTILE

MARKUP = re.compile(r"</?b>|<br>")


def tip_of(title: str, parties: str = "Japan → Chile") -> str:
    return event_tip(EventSummary("a", title, parties, "2023 · Visit", "reported · 1 source"))


def lines_of(title: str) -> list[str]:
    """The lines of the title, which is bold."""
    return tip_of(title).partition("</b>")[0].removeprefix("<b>").split("<br>")


def test_a_tooltip_has_the_title_in_bold_and_a_line_for_each_fact() -> None:
    assert tip_of("An act").split("<br>") == [
        "<b>An act</b>",
        "Japan → Chile",
        "2023 · Visit",
        "reported · 1 source",
    ]


def test_a_long_title_is_broken_into_lines() -> None:
    long = "A title that is far too long to stand in a single line of a small tooltip on a screen"
    assert len(lines_of(long)) == 2
    assert " ".join(lines_of(long)) == long


def test_an_endless_title_is_said_in_full() -> None:
    title = " ".join(["word"] * 100)
    assert " ".join(lines_of(title)) == title


def test_a_long_list_of_names_is_broken_too() -> None:
    names = ", ".join(f"The ministry number {n}" for n in range(8))
    facts = tip_of("An act", names).partition("</b><br>")[2].split("<br>")
    assert len(facts) > 4
    assert max(map(len, facts)) <= 72


def test_markup_of_a_file_is_shown_as_text() -> None:
    text = tip_of(HOSTILE, HOSTILE)
    assert "<" not in MARKUP.sub("", text)
    assert escape(HOSTILE) in text


def test_what_turns_the_text_around_ends_with_its_line() -> None:
    lines = lines_of("\u202e" + "word " * 30)
    assert len(lines) > 2
    assert lines[0].startswith("\u2068\u202e")
    assert lines[0].endswith("\u2069")
    assert lines[1].isascii()


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=120))
def test_nothing_but_our_own_markup_is_in_a_tooltip(title: str) -> None:
    assert "<" not in MARKUP.sub("", tip_of(title))
    assert tip_of(title).count("<b>") == 1
