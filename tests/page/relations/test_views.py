"""The views drawn: each row of the table, by a module that knows nothing but its specification."""

from __future__ import annotations

import re
from typing import Any

import pytest

from dashboard.analysis.relations.views import COMPUTE
from dashboard.model.labels import QUAD_CLASS_LABELS
from dashboard.page.relations.views import DRAW, draw_change, draw_view
from dashboard.query.selection import CHANGES, RELATIONS
from dashboard.words.direction import isolated
from tests.analysis.relations.test_words import ARABIC, HEBREW, RIGHT_TO_LEFT
from tests.examples import shipped, tables_of
from tests.page.components import drawn_text
from tests.page.drawn import VIEWPORT, elements, is_plain
from tests.pseudo import bracketed
from tests.questions import question_of
from tests.test_house import imports

DRAWING = [f"dashboard/figures/{name}.py" for name in ("relations", "before_after", "aligned")]
DRAWING += ["dashboard/page/table.py"]
DRAWING += [f"dashboard/page/relations/{name}.py" for name in (*DRAW, "views")]
SPOKEN = ("aria-label", "label", "data-tip", "title")
ENGLISH = re.compile(
    r"\b(acts?|actors?|after|before|camp|change|conflict|cooperation|days?|dyads?|events?|few|mean"
    r"|median|neutral|no|none|of|only|pairs?|period|the|to|within)\b",
    re.IGNORECASE,
)


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


def outside_of_brackets(text: str) -> str:
    """What is left of a text of the bracketed language without its sentences."""
    while "⟦" in text:
        text, before = re.sub("⟦[^⟦⟧]*⟧", " ", text), text
        assert text != before, text
    return text


def texts(drawn: Any) -> list[str]:
    """All texts of markup, and each text that is only heard or a tip."""
    heard = (own[1].get(name, "") for own in elements(drawn) for name in SPOKEN)
    return [drawn_text(drawn), *heard]


@pytest.mark.parametrize(
    "query",
    [
        "after=condemn&zero=treaty&event=treaty",
        "dyad=PRK:RUS&compare=2023-08/2023-10,2023-11/2024",
        "nodes=actor&text=zzz",
    ],
)
def test_each_sentence_is_of_the_catalogue(query: str) -> None:
    tables = shipped()
    with bracketed():
        asked = question_of(tables, query)
        of_file = {*tables.by_actor.names, *tables.by_country.names, *tables.events["title"]}
        of_file |= {kind.label for kind in tables.types.values()}
        of_file |= {label.alone for label in QUAD_CLASS_LABELS.values()}
        for name in COMPUTE:
            view = draw_view(name, asked, VIEWPORT)
            for text in [*texts([view.figure, view.panel]), view.note, view.finding]:
                own = outside_of_brackets(text)
                for given in sorted(of_file, key=len, reverse=True):
                    own = own.replace(given, " ")
                # Words of the table, which the module of tables has.
                own = own.replace("Table of this chart", " ").replace(
                    "fewer than three events", " "
                )
                assert not ENGLISH.search(own), (name, own)
