"""The page in a frame of another page: charts without controls, and the HTML to copy."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Served
from tests.browser.the_page import ThePage
from tests.examples import ASSETS

CONTROLS = ("#copy-link", "#country-filter", "#event-list", "#relations-view", "#lane-by", ".tabs")
ATTRIBUTES = """
async (assets) => {
  const { frameOf } = await import(`${assets}modules/embedding.mjs`);
  const found = new DOMParser().parseFromString(frameOf("both", 'A "B"'), "text/html");
  const frame = found.querySelector("iframe");
  const known = ["src", "title", "width", "height", "loading"];
  const more = frame.getAttributeNames().filter((name) => !known.includes(name));
  return [frame.title, frame.getAttribute("src"), more];
}
"""
CHARTS = {
    "timeline": {"#timeline": True, "#relations": False},
    "relations": {"#timeline": False, "#relations": True},
    "both": {"#timeline": True, "#relations": True},
}


@pytest.fixture(scope="module")
def page(lasting: ThePage) -> Page:
    """The lasting page: a second load is quick."""
    return lasting.page


@pytest.mark.parametrize("view", CHARTS)
def test_a_view_has_its_charts_and_no_controls(episode: Served, page: Page, view: str) -> None:
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 600})
        if width == 390:
            page.goto(f"{episode.url}?country=Japan&view={view}")
        page.wait_for_selector("#relations svg", state="attached")
        for chart, is_shown in CHARTS[view].items():
            expect(page.locator(f"{chart} > svg").last).to_be_visible(visible=is_shown)
        assert [id_ for id_ in CONTROLS if page.locator(id_).is_visible()] == []
        assert "Japan" in page.inner_text("#selection-summary")
        page.wait_for_function("() => location.search.includes('country=JPN')")
        assert f"view={view}" in page.url
    if view == "timeline":
        page.locator("#timeline .title text").first.click()
        page.wait_for_selector("#card-title")
        assert page.locator("#card-title").is_visible()
        assert "view=timeline" in page.url


def test_the_html_to_copy_names_the_selection(episode: Served, page: Page) -> None:
    page.goto(f"{episode.url}?country=JPN&text=a%22b")
    page.wait_for_selector("#timeline svg")
    title, address, more = page.evaluate(ATTRIBUTES, ASSETS)
    assert title == 'A "B"'
    assert address == f"{episode.url}?country=JPN&text=a%22b&view=both"
    assert more == []
