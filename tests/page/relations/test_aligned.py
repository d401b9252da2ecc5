"""Aligned events on the page: a menu, and a strip that can be removed for each day 0."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.analysis.relations.aligned import compute
from dashboard.page.relations.aligned import draw
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from tests.examples import shipped, tables_of
from tests.page.components import drawn_text
from tests.page.drawn import NASTY_FILE, VIEWPORT, is_plain, links, of_class, of_tag
from tests.questions import question_of


def drawn(query: str, tables: Tables | None = None) -> Any:
    return draw(compute(question_of(tables or shipped(), query)), VIEWPORT)


def test_without_day_zero_there_is_an_invitation_and_a_menu() -> None:
    part = drawn("")
    assert drawn_text(of_class(part, "empty")).startswith("Choose an event as day 0")
    assert len(of_tag(part, "option")) > 2
    assert not of_tag(part, "svg")


def test_each_strip_names_its_event_and_can_be_removed() -> None:
    part = drawn("zero=vostochny&zero=treaty")
    heads = of_class(part, "strip-name")
    assert len(heads) == len(of_tag(part, "svg")) == 2
    for head, other in zip(heads, ("treaty", "vostochny"), strict=True):
        (_, opened), (words, removed) = links(head)
        assert Selection.from_query(opened[1:], shipped()).event
        assert words.startswith("×Remove ")
        assert Selection.from_query(removed[1:], shipped()).zeros == (other,)


@pytest.mark.parametrize("query", ["", "nodes=actor&zero=a&zero=b"])
def test_texts_of_the_file_are_never_markup(query: str) -> None:
    assert is_plain(drawn(query, tables_of(NASTY_FILE)))
