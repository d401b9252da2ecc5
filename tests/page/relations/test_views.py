"""The views drawn: each row of the table, by a module that knows nothing but its specification."""

from __future__ import annotations

import pytest

from dashboard.analysis.relations.views import COMPUTE
from dashboard.page.relations.views import DRAW, draw_change, draw_view
from dashboard.query.selection import CHANGES, RELATIONS
from dashboard.words.direction import isolated
from tests.analysis.relations.test_words import ARABIC, HEBREW, RIGHT_TO_LEFT
from tests.examples import shipped, tables_of
from tests.page.components import drawn_text
from tests.page.drawn import VIEWPORT, elements, is_plain
from tests.questions import question_of
from tests.test_house import imports

DRAWING = [f"dashboard/figures/{name}.py" for name in ("relations", "before_after", "aligned")]
DRAWING += ["dashboard/page/table.py"]
DRAWING += [f"dashboard/page/relations/{name}.py" for name in (*DRAW, "views")]


def test_each_row_is_drawn_by_the_module_of_its_name() -> None:
    assert ["network", *DRAW] == [*RELATIONS, *CHANGES]
    for name, draw in DRAW.items():
        assert draw.__module__ == f"dashboard.page.relations.{name}"


@pytest.mark.parametrize("module", DRAWING)
def test_drawing_asks_neither_tables_nor_selection(module: str) -> None:
    asked = {"query.tables", "query.selection", "query.levels", "analysis.dataset"}
    assert not imports(module) & {f"dashboard.{name}" for name in asked}


@pytest.mark.parametrize("name", RELATIONS)
def test_each_view_is_drawn_as_a_figure_or_as_markup(name: str) -> None:
    drawn = draw_view(name, question_of(shipped()), VIEWPORT)
    assert bool(drawn.figure) == (name == "network")
    assert bool(drawn.panel) == (name != "network")
    assert is_plain(drawn.panel)


@pytest.mark.parametrize("name", CHANGES)
def test_the_change_of_the_selection_is_drawn(name: str) -> None:
    asked = question_of(shipped(), f"change={name}&zero=vostochny")
    drawn = draw_change(asked, VIEWPORT)
    assert drawn == DRAW[name](COMPUTE[name](asked), VIEWPORT)
    assert is_plain(drawn)


def test_the_note_of_the_network_is_passed_on() -> None:
    drawn = draw_view("network", question_of(tables_of("")), VIEWPORT)
    assert drawn.note == "No relations between two actors in view."


@pytest.mark.parametrize("name", DRAW)
@pytest.mark.parametrize(
    "query", ["", "dyad=north:south&event=b", "actor=north&after=north&zero=a"]
)
def test_names_from_right_to_left_cannot_turn_what_is_beside_them(name: str, query: str) -> None:
    question = question_of(tables_of(RIGHT_TO_LEFT), f"nodes=actor&{query}")
    for tag, attributes, children in elements(DRAW[name](COMPUTE[name](question), VIEWPORT)):
        texts = [*(child for child in children if isinstance(child, str)), *attributes.values()]
        # A name may be alone in its element, if this has an order of its own; else it is isolated.
        beside = tag not in ("bdi", "th", "td", "span") or len(children) > 1
        for text in texts:
            for own in (ARABIC, HEBREW):
                if own in text and (beside or text != own):
                    assert isolated(own) in text or text == attributes.get("title"), (tag, text)
                    assert text.count(own) == text.count(isolated(own)) or text == own


def test_the_text_of_an_arrow_is_in_order() -> None:
    question = question_of(tables_of(RIGHT_TO_LEFT), "nodes=actor")
    text = drawn_text(DRAW["measures"](COMPUTE["measures"](question), VIEWPORT))
    assert f"\u2068{ARABIC}\u2069 → \u2068{HEBREW}\u2069" in text
