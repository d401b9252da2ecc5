"""Relations in the browser: every number with its events, keys, play."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal

import pytest
from playwright.sync_api import Locator

from tests.analysis.relations.test_words import ARABIC, HEBREW, RIGHT_TO_LEFT
from tests.browser.conftest import OpenPage, Served
from tests.browser.the_page import ThePage


@pytest.fixture
def shown(lasting: ThePage) -> ThePage:
    """The lasting page as it is without a query, loaded by the first test only."""
    lasting.go_on()
    return lasting


VIEWS = {
    "Matrix": ".matrix",
    "Over time": ".course",
    "Measures": ".measures",
    "Sequences": "select",
}


def view(shown: ThePage, name: str) -> None:
    shown.after(lambda: shown.pick("relations-view", name))
    shown.page.wait_for_selector(f"#relations-panel {VIEWS[name]}", state="attached")


def follow(shown: ThePage, link: Locator) -> None:
    """Clicks a link of the page and waits until the page shows where it leads."""
    shown.after(link.click)


def test_sequences_say_what_followed_and_that_it_is_no_cause(shown: ThePage) -> None:
    view(shown, "Sequences")
    choice = shown.page.locator("#relations-panel select").first
    wanted = choice.locator("option", has_text="Condemn").get_attribute("value")
    shown.after(lambda: choice.select_option(value=wanted))
    text = shown.page.inner_text("#relations-panel")
    assert "order in time, not cause" in text
    assert re.search(r"Russia after 1 of 1 \(100%\), base rate \d+%", text)
    assert "Kremlin calls the reports groundless, which answers it by the file's own links" in text
    assert dict(shown.parameters())["after"] == "condemn"
    within = shown.page.locator("#relations-panel select").nth(1)
    shown.after(lambda: within.select_option(label="1 day"))
    assert dict(shown.parameters())["within"] == "1"


@pytest.mark.parametrize("name", ["Matrix", "Measures"])
def test_a_number_of_a_view_lists_as_many_events(name: str, shown: ThePage) -> None:
    """Four numbers from all parts of a view; `tests/page/relations` tries every number."""
    view(shown, name)
    links = shown.page.locator("#relations-panel a[href^='?']")
    numbers = [at for at, words in enumerate(links.all_inner_texts()) if words.isdigit()][::5]
    for at in (numbers[0], numbers[len(numbers) // 3], numbers[2 * len(numbers) // 3], numbers[-1]):
        link = links.nth(at)
        wanted = int(link.inner_text())
        link.scroll_into_view_if_needed()
        follow(shown, link)
        assert len(shown.listed()) == wanted
        assert shown.page.locator(".chip", has_text="→").count() == 1


def test_a_bar_lists_its_events_within_a_visible_window(shown: ThePage) -> None:
    query = "dyad=RUS:PRK&relations=over_time"
    for number in range(3):
        shown.follow(query)
        bar = shown.page.locator("#relations-panel a.tip").nth(number)
        words = bar.get_attribute("aria-label") or ""
        follow(shown, bar)
        assert len(shown.listed()) == int(re.findall(r": (\d+) event", words)[0])
        window = dict(shown.parameters())
        assert window["dyad"].startswith("RUS:PRK")
        for end in ("from", "to"):
            assert shown.page.input_value(f"#window-{end}") == window[end]


def test_a_tip_follows_the_pointer_and_the_focus(shown: ThePage) -> None:
    view(shown, "Matrix")
    cell = shown.page.locator("#relations-panel a.tip").first
    cell.hover()
    assert shown.page.inner_text(".tip-box") == cell.get_attribute("aria-label")
    shown.page.keyboard.press("Escape")
    assert shown.page.locator(".tip-box").count() == 0
    cell.focus()
    assert shown.page.locator(".tip-box").count() == 1


def test_the_keyboard_walks_the_dyads_and_lists_their_events(shown: ThePage) -> None:
    shown.page.locator(".figure-relations").focus()
    shown.page.keyboard.press("ArrowDown")
    said = shown.page.inner_text("#relations-announcer")
    assert re.match(r"\W*[\w ]+\W* → \W*[\w ]+\W*: 4 events, mean", said)
    assert shown.page.locator(".tip-box").count() == 1
    assert shown.page.locator("#relations .half.walked").count() == 1
    shown.page.keyboard.press("ArrowRight")
    assert re.search(r": \d+ events?\. 1 of 8", shown.page.inner_text("#relations-announcer"))
    shown.page.keyboard.press("End")
    assert "24 of 24" in shown.page.inner_text("#relations-announcer")
    shown.page.keyboard.press("Home")
    assert shown.page.inner_text("#relations-announcer") == said
    shown.after(lambda: shown.page.keyboard.press("Enter"))
    assert "dyad" in dict(shown.parameters())
    assert len(shown.listed()) == 4


def test_a_chart_is_one_named_application_that_unfolds_as_a_table(shown: ThePage) -> None:
    page = shown.page
    session = page.context.new_cdp_session(page)
    tree = [
        one for one in session.send("Accessibility.getFullAXTree")["nodes"] if not one["ignored"]
    ]
    session.detach()
    charts = {
        node["name"]["value"]: node
        for node in tree
        if node["role"]["value"] in ("application", "image") and node["name"]["value"]
    }
    assert charts.keys() >= {"Timeline", "Network", "Whole span of the file"}
    for chart in ("timeline", "relations"):
        name = {"timeline": "Timeline", "relations": "Network"}[chart]
        finding = page.text_content(f"#{chart}-finding") or ""
        assert charts[name]["description"]["value"].startswith(finding)
        # Nothing of the drawing is read beside the box that speaks for it.
        below = {*charts[name]["childIds"]}
        assert not {node["name"]["value"] for node in tree if node["nodeId"] in below} - {""}
        page.click(f"[data-table='{chart}'] > summary")
        page.wait_for_selector(f"#{chart}-table table")
    rows = page.locator("#relations-table tbody tr").count()
    shown.after(lambda: page.locator("#relations-table a").last.click())
    page.wait_for_function(
        "(rows) => document.querySelectorAll('#relations-table tbody tr').length < rows", arg=rows
    )
    page.keyboard.press("Escape")
    assert page.locator("[data-table='relations'][open]").count() == 0
    page.locator("[data-table='timeline']").evaluate("(table) => { table.open = false; }")


def test_a_node_lists_as_many_events_as_it_says_and_a_second_click_takes_it_back(
    shown: ThePage,
) -> None:
    node = shown.page.locator('#relations a[data-actor="RUS"]')
    said = int(re.findall(r": (\d+) events?", node.get_attribute("aria-label") or "")[0])
    for wanted in (said, 16):
        node.locator(".dot").hover()
        assert f"{said} event" in shown.tip()
        follow(shown, node.locator(".dot"))
        assert len(shown.listed()) == wanted


ACTORS = """
actors:
  - {id: lavrov, name: Sergey Lavrov, kind: person, country: Russia}
events:
  - {date: 2023-01-01, title: A, type: visit, actors: [lavrov], targets: [North Korea]}
  - {date: 2023-02-01, title: B, type: visit, actors: [Russia], targets: [North Korea]}
"""


@pytest.fixture(scope="module")
def own(
    serve: Callable[..., Served],
    lasting_page_of: OpenPage,
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[str, str], ThePage]:
    """Opens an address of a file with a text; all texts have one page and one server."""
    file = tmp_path_factory.mktemp("relations") / "events.yaml"
    file.write_text(ACTORS, "utf-8")
    page = ThePage(lasting_page_of(1440, 1000), serve(file).url)

    def open_(text: str, query: str) -> ThePage:
        file.write_text(text, "utf-8")
        page.open(query)
        return page

    return open_


def test_actors_may_be_the_nodes(own: Callable[[str, str], ThePage]) -> None:
    page = own(ACTORS, "")
    assert set(page.edges()) == {("RUS", "PRK")}
    follow(page, page.page.get_by_role("link", name="Actors", exact=True))
    assert set(page.edges()) == {("RUS", "PRK"), ("lavrov", "PRK")}
    page.click_half("lavrov", "PRK")
    assert page.page.locator("#event-list .row-title").all_inner_texts() == ["A"]


FIRST_LETTERS = """
(heading) => {
  const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
  const left = {};
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    [...text.data].forEach((letter, at) => {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      left[letter] ??= range.getBoundingClientRect().left;
    });
  }
  return left;
}
"""


def test_an_arrow_between_names_from_right_to_left_points_at_the_target(
    own: Callable[[str, str], ThePage],
) -> None:
    page = own(RIGHT_TO_LEFT, "nodes=actor&relations=over_time&dyad=north:south")
    left = page.page.locator(".course-name").first.evaluate(FIRST_LETTERS)
    assert left[ARABIC[0]] < left["→"] < left[HEBREW[0]]


def test_while_time_plays_nodes_stay_and_edges_come_and_go(shown: ThePage) -> None:
    nodes = shown.nodes()
    seen = set()
    shown.pick("play-speed", "Fast")
    shown.page.click("#play")
    for _ in range(40):
        shown.page.wait_for_timeout(150)
        assert shown.nodes() == nodes
        seen.add(frozenset(shown.edges()))
        if len(seen) >= 3:
            break
    shown.page.click("#play")
    assert len(seen) >= 3


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1440, "light")])
def test_axe_finds_nothing_in_any_view_and_nothing_scrolls_sideways(
    width: int, scheme: Literal["dark", "light"], lasting: ThePage, axe: Any
) -> None:
    shown, page = lasting, lasting.page
    page.emulate_media(color_scheme=scheme)
    try:
        shown.go_on("dyad=RUS:PRK&event=vostochny&after=condemn")
        shown.resize(width)
        if width < 900:
            page.click("[data-shows=relations]")
            page.keyboard.press("Escape")
        for name in VIEWS:
            view(shown, name)
            assert axe(page, ".relations") == [], name
            assert page.evaluate("() => document.documentElement.scrollWidth") <= width, name
    finally:
        page.emulate_media(color_scheme="light")
        shown.resize(1440)
