"""The panel of changes: the answer one click away, links on every number, aligned events."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.the_page import ThePage

ROW = "#change [data-dyad='PRK:RUS']"
SMALL = """
() => [...document.querySelectorAll('#change text, #change p, #change option')]
  .filter((part) => parseFloat(getComputedStyle(part).fontSize) < 11.5)
  .map((part) => part.textContent)
"""
BEYOND = """
() => [...document.querySelectorAll('#change svg text')].filter((part) => {
  const [own, all] = [part, part.closest('svg')].map((each) => each.getBoundingClientRect());
  return own.left < all.left - 1 || own.right > all.right + 1;
}).map((part) => part.textContent)
"""


@pytest.fixture
def shown(lasting: ThePage) -> ThePage:
    """The lasting page, which only the first test loads."""
    return lasting


def test_opening_an_event_shows_what_changed_at_it(shown: ThePage) -> None:
    shown.go_on()
    shown.after(lambda: shown.mark("joint-statement").click())
    pair = shown.page.locator(f"{ROW} a").first
    expect(pair).to_have_attribute(
        "aria-label",
        "North Korea – Russia: before 4 events, mean +3.4; after 2 events, mean +8.1; change +4.7",
    )
    expect(pair).to_be_in_viewport()
    assert shown.page.evaluate(SMALL) == shown.page.evaluate(BEYOND) == []
    counts = shown.page.locator(f"{ROW} .counts a")
    shown.after(counts.last.click)
    assert len(shown.listed()) == 2


def test_a_row_lists_its_events_and_a_second_click_lists_all(shown: ThePage) -> None:
    shown.go_on("pivot=joint-statement")
    every = shown.listed()
    shown.after(shown.page.locator(f"{ROW} a").first.click)
    assert ("dyad", "PRK:RUS:both") in shown.parameters()
    assert 0 < len(shown.listed()) < len(every)
    expect(shown.page.locator(f"{ROW} a[aria-current]")).to_have_count(1)
    shown.after(shown.page.locator(f"{ROW} a").first.click)
    assert shown.listed() == every


def test_the_menu_chooses_another_event(shown: ThePage) -> None:
    shown.go_on("pivot=joint-statement")
    menu = shown.page.locator("#change .change-choice")
    shown.after(
        lambda: menu.select_option(label="Putin and Kim sign a partnership treaty, 19 June 2024")
    )
    assert ("pivot", "treaty") in shown.parameters()


def test_two_events_are_aligned_one_above_the_other(shown: ThePage) -> None:
    shown.go_on()
    shown.after(lambda: shown.pick("change-view", "Aligned"))
    for event in ("Kim and Putin meet", "Putin and Kim sign"):
        menu = shown.page.locator("#change .change-choice")
        option = menu.locator("option", has_text=event)
        shown.after(lambda at=option, of=menu: of.select_option(value=at.get_attribute("value")))
    strips = shown.page.locator("#change svg.aligned")
    expect(strips).to_have_count(2)
    boxes = [strip.bounding_box() for strip in strips.all()]
    assert boxes[0]["x"] == boxes[1]["x"]
    shown.after(lambda: strips.first.locator(".event").first.click())
    assert "event" in dict(shown.parameters())


def test_two_periods_are_written_without_a_drag(shown: ThePage) -> None:
    shown.go_on()
    shown.page.click("#choose-periods")
    field = shown.page.get_by_label("Or write both")
    field.fill("2023-08/2023-09,2023-10/2023-11")
    shown.after(lambda: field.press("Enter"))
    assert ("compare", "2023-08-01/2023-09-30,2023-10-01/2023-11-30") in shown.parameters()
    expect(shown.page.locator("#choose-periods")).to_have_attribute("aria-pressed", "false")
