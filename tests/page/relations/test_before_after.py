"""Before and after on the page: menu, rows, and sentences; texts of the file are never markup."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.analysis.relations.before_after import compute
from dashboard.page.relations.before_after import draw
from dashboard.query.tables import Tables
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of
from tests.page.components import drawn_text
from tests.page.drawn import NASTY_FILE, VIEWPORT, is_plain, links, of_class, of_tag
from tests.questions import question_of


def drawn(query: str, tables: Tables | None = None) -> Any:
    return draw(compute(question_of(tables or shipped(), query)), VIEWPORT)


def test_the_menu_says_what_is_compared() -> None:
    (menu,) = of_class(drawn("pivot=joint-statement"), "change-choice")
    assert menu[1]["data-follow"] == ""
    (chosen,) = (option for option in of_tag(menu, "option") if "selected" in option[1])
    assert drawn_text(chosen) == "Joint statement condemns arms transfers, 26 October 2023"


def test_the_sentences_explain_signs_and_numbers() -> None:
    words = drawn_text(drawn("pivot=joint-statement")[-2])
    assert words.startswith("Hollow: mean before. Filled: after. Thin: fewer than three events.")
    assert "only act together" not in words
    words = drawn_text(drawn("compare=2023-08/2023-10,2023-11/2024")[-2])
    assert "Hollow: mean first period. Filled: second period." in words
    assert "after +, events in which the two only act together on others" in words


def test_many_pairs_lead_to_the_file() -> None:
    part = drawn("country=USA", world(1_500, countries=14))
    ((words, address),) = (one for one in links(part) if one[1].startswith("api/"))
    assert (words, address) == ("all as CSV", "api/before_after.csv?country=USA")
    assert "more pairs" in drawn_text(part)


def test_without_relations_a_sentence_and_the_menu_are_left() -> None:
    assert drawn_text(drawn("", tables_of(""))) == "No relations between two actors in view."
    assert not of_tag(drawn("text=zzz"), "svg")


@pytest.mark.parametrize("query", ["", "nodes=actor", "nodes=actor&event=b"])
def test_texts_of_the_file_are_never_markup(query: str) -> None:
    assert is_plain(drawn(query, tables_of(NASTY_FILE)))
