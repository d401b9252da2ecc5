"""Relations in the browser: four questions in three clicks, every number with its events, play."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator

from tests.analysis.relations.test_words import ARABIC, HEBREW, RIGHT_TO_LEFT
from tests.browser.conftest import OpenPage, Served
from tests.browser.the_page import ThePage

VIEWS = {
    "Matrix": ".matrix",
    "Over time": ".course",
    "Measures": ".measures",
    "Sequences": "select",
}


@pytest.fixture
def shown(episode: Served, page_of: OpenPage) -> ThePage:
    page = ThePage(page_of(1440, 1000), episode.url)
    page.open()
    return page


def view(shown: ThePage, name: str) -> None:
    shown.page.click(f"#relations-view >> text={name}")
    shown.page.wait_for_selector(f"#relations-panel {VIEWS[name]}")
    shown.settle()


def follow(shown: ThePage, link: Locator) -> None:
    """Clicks a link of the page and waits until the page shows where it leads."""
    before = shown.page.url
    link.click()
    shown.page.wait_for_function("(before) => location.href !== before", arg=before)
    shown.settle()


def click_edge(shown: ThePage, source: str, target: str) -> None:
    handles = shown.trace("relations", "edges")
    number = next(
        i
        for i, (query, *_) in enumerate(handles["customdata"])
        if f"dyad={source}:{target}" in query
    )
    x, y = shown.on_screen("relations", "edges", number)
    before = shown.page.url
    shown.page.mouse.move(x - 4, y)
    shown.page.mouse.move(x, y)
    shown.page.wait_for_selector("#relations .hoverlayer .hovertext")
    shown.page.mouse.click(x, y)
    shown.page.wait_for_function("(before) => location.href !== before", arg=before)
    shown.settle()


def test_all_events_between_south_korea_and_japan_in_two_clicks(shown: ThePage) -> None:
    click_edge(shown, "KOR", "JPN")
    follow(shown, shown.page.get_by_role("link", name="Both ways"))
    assert shown.listed() == ["camp-david", "trilateral-air", "joint-statement"]
    assert shown.page.locator(".chip", has_text="↔").inner_text().startswith("Japan ↔ South Korea")


def test_who_acted_most_against_north_korea_in_two_clicks(shown: ThePage) -> None:
    view(shown, "Measures")
    row = shown.page.locator(
        "#relations-panel tr", has=shown.page.locator("th >> text=North Korea")
    )
    cells = row.first.locator("td").all_inner_texts()
    assert cells[-2:] == ["United States", "3"]
    follow(shown, row.first.locator("a").last)
    assert shown.listed() == ["us-imagery", "trilateral-air", "joint-statement"]


def test_whether_relations_changed_after_the_summit_in_three_clicks(shown: ThePage) -> None:
    click_edge(shown, "RUS", "PRK")
    follow(shown, shown.page.locator("#event-list a", has_text="Kim and Putin meet at Vostochny"))
    view(shown, "Over time")
    said = shown.page.locator(".course-change").all_inner_texts()
    before = "Before “Kim and Putin meet at Vostochny”"
    assert said == [
        f"{before}: 1 event, mean +1.9 (few). After it: 2 events, mean +5.0 (few).",
        f"{before}: 1 event, mean +8.3 (few). After it: 3 events, mean +8.2.",
    ]
    assert shown.page.locator(".course-name").all_inner_texts() == [
        "Russia → North Korea\n4 events, mean +3.6",
        "North Korea → Russia\n4 events, mean +6.8",
    ]


def test_what_russia_answered_to_the_joint_statement_and_when_in_one_click(shown: ThePage) -> None:
    follow(shown, shown.page.locator("#event-list a", has_text="Joint statement condemns"))
    links = shown.page.locator("#event-details .links li").all_inner_texts()
    (answer,) = (text for text in links if "Kremlin" in text)
    assert answer.endswith("26 October 2023 · Russia → United States, Japan, South Korea")


def test_sequences_say_what_followed_and_that_it_is_no_cause(shown: ThePage) -> None:
    view(shown, "Sequences")
    choice = shown.page.locator("#relations-panel select").first
    wanted = choice.locator("option", has_text="Condemn").get_attribute("value")
    choice.select_option(value=wanted)
    shown.page.wait_for_selector(".reactions")
    shown.settle()
    text = shown.page.inner_text("#relations-panel")
    assert "order in time, not cause" in text
    assert re.search(r"Russia after 1 of 1 \(100%\), base rate \d+%", text)
    assert "Kremlin calls the reports groundless, which answers it by the file's own links" in text
    assert dict(shown.parameters())["after"] == "condemn"
    shown.page.locator("#relations-panel select").nth(1).select_option(label="1 day")
    shown.page.wait_for_function("() => location.search.includes('within=1')")


@pytest.mark.parametrize("name", ["Matrix", "Measures"])
def test_every_number_of_a_view_lists_as_many_events(name: str, shown: ThePage) -> None:
    view(shown, name)
    links = shown.page.locator("#relations-panel a[href^='?']")
    seen = 0
    for number in range(0, links.count(), 7):
        link = links.nth(number)
        if not link.inner_text().isdigit():
            continue
        wanted = int(link.inner_text())
        link.scroll_into_view_if_needed()
        follow(shown, link)
        assert len(shown.listed()) == wanted
        assert shown.page.locator(".chip", has_text="→").count() == 1
        seen += 1
    assert seen >= 3


def test_a_bar_lists_its_events_within_a_visible_window(shown: ThePage) -> None:
    shown.open("dyad=RUS:PRK&relations=over_time")
    bars = shown.page.locator("#relations-panel a.tip")
    for number in range(min(bars.count(), 3)):
        bar = bars.nth(number)
        words = bar.get_attribute("aria-label") or ""
        follow(shown, bar)
        assert len(shown.listed()) == int(re.findall(r": (\d+) event", words)[0])
        assert {"from", "to", "dyad"} <= dict(shown.parameters()).keys()
        assert shown.page.locator(".chip").count() >= 2
        shown.page.go_back()
        shown.open("dyad=RUS:PRK&relations=over_time")


def test_over_time_stands_on_the_axis_of_the_timeline(shown: ThePage) -> None:
    shown.open("dyad=RUS:PRK&relations=over_time")
    plot = shown.page.locator("#timeline .nsewdrag").bounding_box()
    axis = shown.page.locator("#relations-panel .zero").first.bounding_box()
    assert plot is not None
    assert axis is not None
    assert axis["x"] == pytest.approx(plot["x"], abs=1.5)
    assert axis["width"] == pytest.approx(plot["width"], abs=1.5)


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
    assert re.match(r"[\w ]+ → [\w ]+: 4 events, mean", said)
    assert shown.page.locator("#relations .hoverlayer .hovertext").count() == 1
    shown.page.keyboard.press("ArrowUp")
    shown.page.keyboard.press("ArrowDown")
    assert shown.page.inner_text("#relations-announcer") == said
    shown.page.keyboard.press("Enter")
    shown.page.wait_for_function("() => location.search.includes('dyad=')")
    shown.settle()
    assert len(shown.listed()) == 4


def test_a_node_lists_as_many_events_as_it_says_and_a_second_click_takes_it_back(
    shown: ThePage,
) -> None:
    nodes = shown.trace("relations", "nodes")
    number, said = next(
        (i, n) for i, (_, n, words) in enumerate(nodes["customdata"]) if "Russia" in words
    )
    for wanted in (said, 16):
        before = shown.page.url
        x, y = shown.on_screen("relations", "nodes", number)
        shown.page.mouse.move(x + 30, y + 30)
        shown.page.mouse.move(x, y)
        shown.page.wait_for_selector("#relations .hoverlayer .hovertext")
        shown.page.mouse.click(x, y)
        shown.page.wait_for_function("(before) => location.href !== before", arg=before)
        shown.settle()
        assert len(shown.listed()) == wanted


ACTORS = """
actors:
  - {id: lavrov, name: Sergey Lavrov, kind: person, country: Russia}
events:
  - {date: 2023-01-01, title: A, type: visit, actors: [lavrov], targets: [North Korea]}
  - {date: 2023-02-01, title: B, type: visit, actors: [Russia], targets: [North Korea]}
"""


def test_actors_may_be_the_nodes(
    serve: Callable[..., Served], page_of: OpenPage, tmp_path: Path
) -> None:
    file = tmp_path / "events.yaml"
    file.write_text(ACTORS, "utf-8")
    page = ThePage(page_of(1440, 1000), serve(file).url)
    page.open()
    assert set(page.edges()) == {("RUS", "PRK")}
    follow(page, page.page.get_by_role("link", name="Actors", exact=True))
    assert set(page.edges()) == {("RUS", "PRK"), ("lavrov", "PRK")}
    click_edge(page, "lavrov", "PRK")
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
    serve: Callable[..., Served], page_of: OpenPage, tmp_path: Path
) -> None:
    file = tmp_path / "events.yaml"
    file.write_text(RIGHT_TO_LEFT, "utf-8")
    page = ThePage(page_of(1440, 1000), serve(file).url)
    page.open("nodes=actor&relations=over_time&dyad=north:south")
    left = page.page.locator(".course-name").first.evaluate(FIRST_LETTERS)
    assert left[ARABIC[0]] < left["→"] < left[HEBREW[0]]


def test_while_time_plays_nodes_stay_and_edges_come_and_go(shown: ThePage) -> None:
    nodes = shown.trace("relations", "nodes")
    seen = set()
    shown.page.click("#play-speed >> text=Fast")
    shown.page.click("#play")
    for _ in range(12):
        shown.page.wait_for_timeout(450)
        now = shown.trace("relations", "nodes")
        assert (now["x"], now["y"]) == (nodes["x"], nodes["y"])
        seen.add(frozenset(shown.edges()))
    shown.page.click("#play")
    assert len(seen) >= 3


@pytest.mark.parametrize(
    ("width", "scheme"), [(1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")]
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    width: int, scheme: str, episode: Served, page_of: OpenPage, axe: Any
) -> None:
    shown = ThePage(page_of(width, 900, scheme=scheme), episode.url)
    shown.open("dyad=RUS:PRK&event=vostochny&after=condemn")
    for name in VIEWS:
        view(shown, name)
        assert axe(shown.page, ".relations") == [], name
        assert shown.page.evaluate("() => document.documentElement.scrollWidth") <= width, name
