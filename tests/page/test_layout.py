"""The page's skeleton: the ids that others rely on, each once, and a name for every part."""

from __future__ import annotations

from collections import Counter

import pytest
from dash.development.base_component import Component

from dashboard.analysis.feed import FixedFeed
from dashboard.app import create_app
from dashboard.figures.theme import CHART_CONFIG, STATUS_STYLES
from dashboard.page.layout import POLL_MILLISECONDS, page
from dashboard.query.choices import LANES, MATCHES
from tests.examples import shipped, tables_of
from tests.page.components import drawn_text, every, ids, of_class, of_kind, text

PUBLIC = (
    *("country-filter", "match-mode", "type-filter", "status-filter", "text-filter"),
    *("clear-filters", "lane-by", "timeline", "overview", "relations", "relations-view"),
    *("event-list", "event-details", "selection-summary", "notices", "copy-link", "theme-toggle"),
)
"""The contract with scripts and tests outside: these ids never change."""


@pytest.fixture(scope="module")
def whole() -> Component:
    return page(FixedFeed.of(shipped()).current())


def the(whole: Component, id_: str) -> Component:
    (found,) = (each for each in every(whole) if getattr(each, "id", None) == id_)
    return found


@pytest.mark.parametrize("id_", PUBLIC)
def test_every_public_id_exists_once(whole: Component, id_: str) -> None:
    assert ids(whole).count(id_) == 1


def test_no_id_occurs_twice(whole: Component) -> None:
    assert [id_ for id_, times in Counter(ids(whole)).items() if times > 1] == []


def test_every_callback_finds_its_parts(whole: Component) -> None:
    app = create_app(shipped())
    named = set()
    for output, callback in app.callback_map.items():
        outputs = output.strip(".").split("...") if callback.get("output") else ()
        named |= {part.rpartition(".")[0] for part in outputs}
        named |= {part["id"] for part in (*callback["inputs"], *callback["state"])}
    assert named - set(ids(whole)) == set()


def test_charts_are_named_for_those_who_cannot_see_them(whole: Component) -> None:
    groups = [each for each in every(whole) if getattr(each, "role", None) == "group"]
    named = {
        graph.id: getattr(group, "aria-label")
        for group in groups
        for graph in of_kind(group, "Graph")
    }
    assert named.keys() == {"timeline", "overview", "relations"}
    assert all(named.values())


def test_all_charts_have_the_one_configuration(whole: Component) -> None:
    assert [graph.config for graph in of_kind(whole, "Graph")] == [dict(CHART_CONFIG)] * 3


def test_every_filter_has_a_name(whole: Component) -> None:
    for id_ in ("country-filter", "type-filter", "status-filter", "text-filter"):
        assert the(whole, id_).label
    for id_ in ("match-mode", "lane-by", "relations-view"):
        assert getattr(the(whole, id_), "aria-labelledby") in ids(whole)


def test_choices_are_those_of_the_query(whole: Component) -> None:
    assert [option["value"] for option in the(whole, "lane-by").data] == list(LANES)
    assert [option["value"] for option in the(whole, "match-mode").data] == list(MATCHES)
    statuses = [option["value"] for option in the(whole, "status-filter").data]
    assert statuses == list(STATUS_STYLES)


def test_the_legend_explains_roles_tones_statuses_and_bars(whole: Component) -> None:
    drawn = the(whole, "legends").data
    assert drawn.keys() == {each.id for each in of_class(whole, "legend")}
    timeline, network = (drawn_text(drawn[f"{name}-legend"]) for name in ("timeline", "relations"))
    for words in ("acts", "target", "aimed at", "strong conflict", "cooperation", *STATUS_STYLES):
        assert words in timeline
    assert "lasts" in timeline
    assert "date not exact" in timeline
    assert "Mean score" in network


def test_the_page_looks_at_the_file_more_than_once_a_second(whole: Component) -> None:
    assert the(whole, "poll").interval == POLL_MILLISECONDS < 1000


def test_the_heading_is_the_title_of_the_file(whole: Component) -> None:
    assert text(of_kind(whole, "H1")) == shipped().title
    assert text(the(whole, "page-description")) == shipped().description
    untitled = page(FixedFeed.of(tables_of("[]")).current())
    assert text(of_kind(untitled, "H1"))


def test_what_changes_is_announced_politely(whole: Component) -> None:
    for id_ in ("notices", "selection-summary"):
        assert getattr(the(whole, id_), "aria-live") == "polite"


def test_the_first_link_leads_to_the_list(whole: Component) -> None:
    assert of_kind(whole, "A")[0].href == "#event-list"
