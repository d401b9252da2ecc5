"""Focus and announcements: there and back, one sentence for each change, Escape, tips, and Tab."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.budgets import generated_yaml
from tests.browser.the_page import ThePage
from tests.examples import SHIPPED

MOST_STOPS = 60
"""Largest number of stops of the Tab key before the list of a large file."""

# Every text that a live region gets, in order; a region that is off says nothing.
LISTEN = """
() => {
  window.heard = [];
  const LIVE = "[aria-live], [role=status], [role=alert]";
  window.listening?.disconnect();
  window.listening = new MutationObserver((changes) => {
    const regions = changes.map(({ target }) => (target.closest ? target : target.parentElement));
    for (const region of new Set(regions.map((part) => part?.closest(LIVE)))) {
      const words = region?.textContent.trim();
      if (words && region.getAttribute("aria-live") !== "off") window.heard.push(words);
    }
  });
  window.listening.observe(document.body, { subtree: true, childList: true, characterData: true });
}
"""
FOCUSED = """
() => {
  const { id, tagName, classList } = document.activeElement;
  const pair = document.activeElement.closest("[data-dyad]")?.dataset.dyad;
  const label = pair ?? document.activeElement.getAttribute("aria-label") ?? "";
  const row = document.activeElement.closest("[data-event-id]")?.dataset.eventId ?? "";
  const figure = [...classList].find((name) => name.startsWith("figure-"));
  return [tagName, id || figure, label, row].join("|");
}
"""
CHANGED = "(before) => document.querySelector('#selection-summary').textContent !== before"
WITHIN = "(region) => Boolean(document.activeElement.closest(region))"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(SHIPPED, tmp_path_factory.mktemp("heard")))


@pytest.fixture(scope="module")
def lasting(file: Path, page_of_file: Callable[..., ThePage]) -> ThePage:
    """One page for all tests, of a file that one of them changes."""
    return page_of_file(file)


@pytest.fixture
def shown(lasting: ThePage) -> ThePage:
    """The lasting page as it is without a query, loaded by the first test only."""
    lasting.go_on()
    return lasting


def heard(shown: ThePage, act: Callable[[], object]) -> list[str]:
    """What is announced after an act, from the first sentence until the page is at rest."""
    shown.page.evaluate(LISTEN)
    act()
    shown.page.wait_for_function("() => window.heard.length")
    shown.settle()
    shown.page.wait_for_timeout(100)  # a second sentence
    found: list[str] = shown.page.evaluate("() => window.heard")
    return found


def press(shown: ThePage, *keys: str) -> None:
    for key in keys:
        shown.page.keyboard.press(key)


def is_in(shown: ThePage, region: str) -> bool:
    return bool(shown.page.evaluate(WITHIN, region))


def on_row(shown: ThePage) -> None:
    shown.page.locator("[data-event-id=treaty] a").focus()


def on_the_timeline(shown: ThePage) -> None:
    shown.page.focus(".figure-timeline")
    press(shown, "ArrowDown", "ArrowDown")


def on_the_network(shown: ThePage) -> None:
    shown.page.focus(".figure-relations")
    press(shown, "ArrowDown")


def on_a_mark(selector: str) -> Callable[[ThePage], None]:
    def focus(shown: ThePage) -> None:
        shown.page.locator(selector).first.focus()

    return focus


OPENERS: dict[str, tuple[str, Callable[[ThePage], None], str]] = {
    "row": ("", on_row, "#event-details"),
    "timeline": ("", on_the_timeline, "#event-details"),
    "aligned": ("change=aligned&zero=treaty", on_a_mark("#change a.event"), "#event-details"),
    "network": ("", on_the_network, "#event-list"),
    "cell": ("relations=matrix", on_a_mark(".matrix td a"), "#event-list"),
    "pair": ("event=treaty", on_a_mark("#change .moved a"), "#event-list"),
}


@pytest.mark.parametrize("name", OPENERS)
def test_enter_moves_the_focus_to_what_opens_and_escape_back_to_the_opener(
    lasting: ThePage, name: str
) -> None:
    shown = lasting
    query, focus, region = OPENERS[name]
    shown.go_on(query)
    focus(shown)
    press(shown, "Escape")  # the tip
    focus(shown)
    before = shown.page.evaluate(FOCUSED)
    shown.after(lambda: press(shown, "Enter"))
    assert is_in(shown, region)
    if region == "#event-details":
        named = shown.page.get_by_role("region", name=shown.page.inner_text("#card-title"))
        assert named.count() == 1
    if name == "pair":
        shown.after(lambda: press(shown, "Escape"))  # the card that was open
    press(shown, "Escape")
    shown.settle()
    assert shown.page.evaluate(FOCUSED) == before


def test_the_walk_goes_on_from_the_event_that_was_closed(shown: ThePage) -> None:
    shown.page.focus(".figure-timeline")
    press(shown, "Home", "ArrowDown", "ArrowDown", "ArrowDown")
    assert "3 of 16" in shown.page.inner_text("#timeline-announcer")
    shown.after(lambda: press(shown, "Enter"))
    shown.page.locator(".card-close").focus()
    shown.after(lambda: press(shown, "Enter"))
    assert is_in(shown, ".figure-timeline")
    press(shown, "Enter")
    assert "3 of 16" in shown.page.inner_text("#timeline-announcer")
    press(shown, "ArrowDown")
    assert "4 of 16" in shown.page.inner_text("#timeline-announcer")
    press(shown, "Home", "ArrowDown")
    assert "1 of 16" in shown.page.inner_text("#timeline-announcer")


@pytest.mark.parametrize("focus", [on_the_timeline, on_the_network])
def test_an_answer_does_not_take_the_focus_from_a_reader_who_went_on(
    shown: ThePage, focus: Callable[[ThePage], None]
) -> None:
    focus(shown)
    shown.after(lambda: (press(shown, "Enter"), shown.page.focus("#text-filter")))
    assert is_in(shown, "#text-filter")


def test_a_click_on_a_mark_moves_the_focus_and_nothing_else(shown: ThePage) -> None:
    shown.resize(1000, 500)
    shown.mark("treaty").scroll_into_view_if_needed()
    place = shown.page.evaluate("() => scrollY")
    shown.after(shown.mark("treaty").click)
    assert is_in(shown, "#event-details")
    assert shown.page.evaluate("() => scrollY") == place
    shown.resize(1440)


def saved(shown: ThePage, file: Path, text: str) -> Callable[[], object]:
    def save() -> None:
        with shown.page.expect_response(lambda answer: "_dash-update" in answer.url):
            file.write_text(text, "utf-8")

    return save


def test_each_change_says_one_sentence(shown: ThePage, file: Path) -> None:
    page = shown.page
    good = file.read_text("utf-8")

    def fill(control: str, text: str) -> Callable[[], object]:
        return lambda: (page.fill(control, text), press(shown, "Enter"))

    def enter_on(selector: str) -> Callable[[], object]:
        return lambda: (page.focus(selector), press(shown, "Enter"))

    steps: list[tuple[Callable[[], object], str]] = [
        (enter_on("[data-event-id=treaty] a"), "The event Putin and Kim sign a partnership"),
        (lambda: press(shown, "Escape"), "The event is closed."),
        (lambda: shown.pick("relations-view", "Matrix"), "The relations are shown as a matrix."),
        (lambda: shown.pick("relations-view", "Sequences"), "The relations are shown as sequ"),
        (lambda: page.select_option("#relations-panel select", index=1), "most reactions within "),
        (lambda: page.locator("#axis label").nth(1).click(), "The time axis is even."),
        (lambda: shown.pick("lane-by", "Actor"), "The timeline has a lane for each actor."),
        (lambda: page.click("#copy-link"), "The link is copied"),
        (fill("#window-from", "soon"), "From is not applied: "),
        (enter_on("#clear-filters"), "The relations are shown as a network."),
        (saved(shown, file, good.replace("Putin meet", "Putin met")), "read again: 1 event ch"),
        (saved(shown, file, good + "  - {"), "has 1 problem. The last good version is shown."),
        (saved(shown, file, good), "The file is good again."),
    ]
    for act, expected in steps:
        said = heard(shown, act)
        assert len(said) == 1, (expected, said)
        assert expected in said[0]
        page.mouse.move(0, 0)


def test_the_same_sentence_is_said_again_and_play_is_silent(shown: ThePage) -> None:
    shown.page.focus(".figure-timeline")
    press(shown, "End")
    again = heard(shown, lambda: press(shown, "ArrowDown", "ArrowDown"))
    assert [words.strip() for words in again] == [
        "No further event is drawn here: pan, or zoom in"
    ] * 2
    shown.pick("play-speed", "Fast")
    page = shown.page
    page.evaluate(LISTEN)
    page.click("#play")
    for _ in range(3):
        before = page.text_content("#selection-summary")
        page.wait_for_function(CHANGED, arg=before)
    assert page.evaluate("() => window.heard") == []
    assert heard(shown, lambda: page.click("#play")) == [shown.summary()]


def test_escape_closes_one_thing_the_innermost(lasting: ThePage) -> None:
    shown, page = lasting, lasting.page
    shown.go_on("event=treaty")
    page.locator(".menu:has(#type-filter) > summary").press("Enter")
    page.wait_for_function("() => document.activeElement.id === 'type-filter'")
    page.locator(".badge").hover()
    layers: dict[str, Callable[[], bool]] = {
        "tip": lambda: page.locator(".tip-box").count() > 0,
        "menu": lambda: page.locator("details.menu[open]").count() > 0,
        "card": lambda: page.locator("#card-title").count() > 0,
    }
    left = list(layers)
    while left:
        assert [name for name in layers if layers[name]()] == left
        press(shown, "Escape")
        shown.settle()
        left.pop(0)
    assert not any(is_open() for is_open in layers.values())


def test_a_tip_can_be_pointed_into_and_stays_until_it_is_left(shown: ThePage) -> None:
    page = shown.page
    shown.mark("poe-veto").hover()
    box = page.locator(".tip-box").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y, steps=6)
    page.wait_for_timeout(250)  # longer than the time after which a tip is hidden
    assert page.locator(".tip-box").count() == 1
    page.mouse.move(2, 2)
    page.locator(".tip-box").wait_for(state="detached")


def test_the_shortcut_of_one_character_can_be_switched_off(shown: ThePage) -> None:
    page = shown.page

    def is_in_search() -> bool:
        page.evaluate("() => document.activeElement.blur()")
        press(shown, "/")
        return bool(page.evaluate("() => document.activeElement.id === 'text-filter'"))

    assert is_in_search()
    press(shown, "/")
    assert page.input_value("#text-filter") == "/"
    page.fill("#text-filter", "")
    shown.settle()

    def switch(is_on: bool) -> None:
        page.get_by_role("button", name="Keys", exact=True).click()
        page.locator("#single-keys").set_checked(is_on)
        press(shown, "Escape")
        assert not page.is_visible("#keys-list")

    switch(False)
    assert not is_in_search()
    shown.open()
    assert not is_in_search()
    switch(True)
    assert is_in_search()


# The next stop: its name, whether it is the list, and whether it looks different with the focus.
STOP = """
() => {
  const part = document.activeElement;
  const look = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth);
  let ring = 0;
  for (let one = part; one && one !== document.body; one = one.parentElement) {
    ring = Math.max(ring, look(getComputedStyle(one)) || 0);
  }
  const label = part.labels?.[0] ?? part.nextElementSibling;
  if (label) ring = Math.max(ring, look(getComputedStyle(label)) || 0);
  return { body: part === document.body, ring, list: Boolean(part.closest(".row")),
    name: part.outerHTML.slice(0, 120) };
}
"""


@pytest.fixture
def large(lasting: ThePage, file: Path) -> Iterator[ThePage]:
    """The lasting page while its file is a large one."""
    known = file.read_text("utf-8")
    file.write_text(generated_yaml(1_500), "utf-8")
    yield lasting
    file.write_text(known, "utf-8")
    lasting.open()


def test_tab_reaches_the_list_of_a_large_file_in_few_stops_with_a_ring_each(
    large: ThePage,
) -> None:
    shown = large
    shown.open("relations=matrix")
    for view in ("matrix", "over_time"):
        if view != "matrix":
            shown.follow(f"relations={view}")
            shown.page.evaluate("() => { document.body.tabIndex = -1; document.body.focus(); }")
        stops: list[dict[str, Any]] = []
        while not (stops and stops[-1]["list"]) and len(stops) <= MOST_STOPS:
            press(shown, "Tab")
            stops.append(shown.page.evaluate(STOP))
        assert stops[-1]["list"], len(stops)
        assert [stop for stop in stops if stop["body"] or stop["ring"] < 2] == []
    said = heard(shown, lambda: shown.page.get_by_role("button", name="2", exact=True).click())
    assert said == ["Page 2 of 60 of the list is shown."]
    assert shown.page.get_by_role("navigation", name="Pages of the list").count() == 1
    assert heard(shown, lambda: shown.page.click("#firm-only a")) == [shown.summary()]


def test_arrows_walk_the_matrix(lasting: ThePage) -> None:
    shown = lasting
    shown.go_on("relations=matrix")
    cells = shown.page.locator("#relations-panel .matrix a[tabindex='0']")
    assert cells.count() == 1
    cells.focus()
    seen = set()
    for key in ("End", "ArrowDown", "ArrowLeft", "Home", "ArrowUp"):
        press(shown, key)
        seen.add(shown.page.evaluate(FOCUSED) + shown.page.evaluate("document.activeElement.href"))
        assert is_in(shown, ".matrix")
        assert cells.count() == 1
    assert len(seen) >= 4
