"""The card and the list in their column, and the search for a country by any of its names."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage, Served

SMALL_TEXTS = """
() => [...document.querySelectorAll('#event-details *, #event-list *')]
  .filter((part) => [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .filter((part) => !part.closest('.only-heard, .key'))
  .filter((part) => parseFloat(getComputedStyle(part).fontSize) < 12)
  .map((part) => part.textContent)
"""
BEYOND = """
() => [...document.querySelectorAll('.voices text, .voices .voice')]
  .filter((part) => {
    const [own, all] = [part, part.closest('svg')].map((each) => each.getBoundingClientRect());
    return own.left < all.left - 1 || own.right > all.right + 1 || own.bottom > all.bottom + 1;
  })
  .map((part) => part.textContent || part.dataset.tip)
"""


@pytest.fixture(scope="module")
def page(episode: Served, lasting_page_of: OpenPage) -> Page:
    opened = lasting_page_of(1440, 900)
    opened.goto(f"{episode.url}?event=container-shipments")
    opened.wait_for_selector("#event-list .row")
    return opened


def box(page: Page, selector: str, number: int = 0) -> dict[str, Any]:
    found = page.locator(selector).nth(number).bounding_box()
    assert found is not None
    return dict(found)


def test_the_first_three_claims_are_near_the_head_of_the_card(page: Page) -> None:
    top, third = box(page, ".card")["y"], box(page, ".claim", 2)
    assert third["y"] + third["height"] - top <= 460


def test_no_text_is_small_or_beyond_its_drawing(page: Page) -> None:
    assert page.evaluate(SMALL_TEXTS) == []
    assert page.evaluate(BEYOND) == []


def test_a_row_is_as_high_as_its_title_which_is_whole(page: Page) -> None:
    heights = {round(box(page, ".row", number)["height"]) for number in range(5)}
    assert min(heights) <= 30
    assert max(heights) <= 50
    is_cut = "(titles) => titles.some((title) => title.scrollHeight > title.clientHeight + 1)"
    assert not page.locator(".row-title").evaluate_all(is_cut)


def test_the_folded_description_opens_by_keyboard_and_by_a_click(page: Page) -> None:
    folded = box(page, ".folded")["height"]
    page.locator(".folded summary").focus()
    page.keyboard.press("Enter")
    assert box(page, ".folded")["height"] > folded
    page.locator(".folded summary").click()
    assert box(page, ".folded")["height"] == folded


@pytest.mark.parametrize("typed", ["DPRK", "Nordk", "북한", "korea, d", "North K"])
def test_the_country_filter_is_searched_by_any_name(page: Page, typed: str) -> None:
    field = page.locator("#country-filter")
    page.locator("details", has=field).evaluate("(menu) => (menu.open = true)")
    field.fill(typed)
    options = page.locator("[data-combobox-option]:visible")
    options.first.wait_for()
    assert [text.partition(" (")[0] for text in options.all_inner_texts()][-1:] == ["North Korea"]
    field.fill("")
