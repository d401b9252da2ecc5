"""The upright timeline drawn: links of rows, knots of the axis, signs, bands, and plain text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

import pytest

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.timeline.plot_area import PlotArea
from dashboard.analysis.timeline.upright import Upright, lay_out_upright
from dashboard.figures.upright import draw_column_names, draw_upright
from dashboard.markup import Markup, to_text
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of


def laid_out(tables: Tables, query: str = "") -> Upright:
    selection = Selection.from_query(query, tables)
    return lay_out_upright(Dataset(tables), selection, selection.apply(tables), PlotArea(390))


@cache
def drawn(query: str = "") -> Markup:
    return draw_upright(laid_out(shipped(), query))


def all_parts(markup: Markup) -> Iterator[Markup]:
    yield markup
    for child in markup[2]:
        if not isinstance(child, str):
            yield from all_parts(child)


def of_class(markup: Markup, *names: str) -> list[Markup]:
    wanted = set(names)
    return [it for it in all_parts(markup) if wanted <= set(it[1].get("class", "").split())]


def text_of(markup: Markup) -> str:
    return "".join(it if isinstance(it, str) else f"{text_of(it)} " for it in markup[2]).strip()


def event(id_: str, query: str = "") -> Markup:
    (found,) = (it for it in of_class(drawn(query), "event") if it[1]["data-event"] == id_)
    return found


def test_the_drawing_has_what_gestures_and_links_read() -> None:
    tag, attributes, _ = drawn("country=RUS")
    upright = laid_out(shipped(), "country=RUS")
    assert (tag, attributes["class"]) == ("svg", "timeline upright")
    assert attributes["data-upright"] == "true"
    assert attributes["data-query"] == "country=RUS"
    knots = json.loads(attributes["data-axis"])
    assert knots[0] == [upright.window.lower, 0]
    assert knots[-1] == [upright.window.upper, pytest.approx(upright.height, abs=0.05)]
    assert len(of_class(drawn("country=RUS"), "event")) == len(upright.rows)


def test_a_row_is_one_link_with_its_event_actors_dyads_and_words() -> None:
    attributes = event("treaty")[1]
    assert attributes["href"] == "?event=treaty"
    assert attributes["tabindex"] == "-1"
    assert set(attributes["data-actors"].split("|")) >= {"PRK", "RUS"}
    assert attributes["data-dyads"] == "PRK:RUS"
    assert attributes["aria-label"].startswith("Putin and Kim sign a")
    assert float(attributes["data-y"]) > 0
    assert text_of(event("treaty")).startswith("19 Jun 2024")


def test_what_is_not_established_has_question_marks_a_dashed_link_and_the_word() -> None:
    doubtful = event("troops-sent")
    assert of_class(doubtful, "link", "dashed")
    assert len(of_class(doubtful, "doubt")) == 2
    assert "disputed" in text_of(doubtful) or "alleged" in text_of(doubtful)
    assert not of_class(event("treaty"), "dashed")
    assert not of_class(event("treaty"), "doubt")


def test_shapes_tell_conflict_from_cooperation() -> None:
    assert {it[0] for it in of_class(event("treaty"), "mark")} == {"circle"}
    assert {it[0] for it in of_class(event("peskov-no-proof"), "mark")} == {"rect"}


def test_the_open_event_is_marked() -> None:
    assert [it[1]["data-event"] for it in of_class(drawn("event=treaty"), "open")] == ["treaty"]


def test_bands_are_links_where_they_lead_to_events() -> None:
    bands = [part for part in drawn("from=2023-10-01")[2] if part[0] in ("a", "g")]
    words = {text_of(it): it for it in bands if it[1].get("class") is None}
    assert words["4 months without an event"][0] == "g"
    earlier = words["3 earlier events"]
    assert (earlier[0], earlier[1]["href"]) == ("a", "?")


def test_names_of_columns_are_links_of_their_actors() -> None:
    upright = laid_out(shipped())
    names = draw_column_names(upright)
    linked = {it[1]["data-actor"]: it[1]["href"] for it in all_parts(names) if it[0] == "a"}
    assert linked == {it.id: f"?{it.query}" for it in upright.columns if it.query}
    assert linked["RUS"] == "?country=RUS"
    assert names[1]["width"] == drawn()[1]["width"]


def test_text_of_the_file_is_text() -> None:
    tables = tables_of(
        """
        actors: [{id: x, name: "<i>x</i>", kind: organization}]
        events: [{date: 2020-01-01, title: "<b>&", actors: x}]
        """
    )
    upright = laid_out(tables)
    text = to_text([draw_column_names(upright), draw_upright(upright)])
    assert "&lt;b&gt;&amp;" in text
    assert "<b>" not in text
    assert "<i>" not in text


@pytest.mark.parametrize("events", [120, 5_000])
def test_the_drawing_stays_small(events: int) -> None:
    assert len(to_text([draw_upright(laid_out(world(events)))]).encode()) <= 150 * 1024


def test_everything_is_within_the_drawing() -> None:
    upright = laid_out(world(120))
    _, attributes, _ = markup = draw_upright(upright)
    height = float(attributes["height"])
    for part in all_parts(markup):
        y = float(part[1].get("y", part[1].get("cy", 0)))
        assert 0 <= y <= height
