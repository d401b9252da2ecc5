"""Take away: links with what the page shows, pictures with the positions of the page."""

from __future__ import annotations

from pathlib import Path
from urllib.request import urlopen
from xml.etree import ElementTree as ET

import pytest

from tests.browser.the_page import ThePage

PLACES = """(selector) => {
  const svg = document.querySelector(selector);
  const { e: left, f: top } = svg.getScreenCTM();
  const parts = svg.querySelectorAll(':is(circle, rect).mark, .title text, .lane-name');
  return [...parts].map((mark) => {
    const box = mark.getBoundingClientRect();
    return [box.left + box.width / 2 - left, box.top + box.height / 2 - top];
  });
}"""


@pytest.fixture
def shown(lasting: ThePage) -> ThePage:
    """The lasting page with a selection, loaded by the first test only."""
    lasting.go_on("country=JPN")
    return lasting


def open_menu(shown: ThePage) -> None:
    shown.page.get_by_text("Take away", exact=True).focus()
    shown.page.keyboard.press("Enter")
    shown.page.wait_for_selector("#take-away a[href^='export/csv?country=']")


def test_links_hold_the_present_selection_and_work_by_keyboard(shown: ThePage) -> None:
    open_menu(shown)
    link = shown.page.locator("#take-away a[data-export='csv']")
    assert (link.get_attribute("href") or "").startswith("export/csv?country=")
    with shown.page.expect_download() as download:
        link.focus()
        shown.page.keyboard.press("Enter")
    assert "japan" in download.value.suggested_filename
    shown.page.keyboard.press("Escape")
    assert not shown.page.locator("#take-away").evaluate("(menu) => menu.open")


@pytest.mark.parametrize("chart", ["timeline", "network"])
def test_a_picture_has_the_positions_of_the_page(shown: ThePage, chart: str) -> None:
    open_menu(shown)
    link = shown.page.locator(f"#take-away a[data-export='svg'][data-chart='{chart}']")
    with urlopen(f"{shown.url}{link.get_attribute('href')}") as answer:
        picture = answer.read().decode()
    assert ET.fromstring(picture).tag.endswith("svg")
    region = "timeline" if chart == "timeline" else "relations"
    selector = f"#{region} > svg"
    on_page = shown.page.evaluate(PLACES, selector)
    shown.page.evaluate(
        "(text) => { const box = document.createElement('div'); box.id = 'taken';"
        "box.innerHTML = text; document.body.append(box); }",
        picture,
    )
    in_picture = shown.page.evaluate(PLACES, f"#taken svg.{chart}")
    shown.page.evaluate("() => document.querySelector('#taken').remove()")
    assert len(in_picture) == len(on_page)
    for (x, y), (other_x, other_y) in zip(in_picture, on_page, strict=True):
        assert abs(x - other_x) <= 1
        assert abs(y - other_y) <= 1


def test_a_png_is_made_by_the_browser(shown: ThePage, tmp_path: Path) -> None:
    open_menu(shown)
    with shown.page.expect_download() as download:
        shown.page.locator("#take-away a[data-export='png'][data-chart='timeline']").click()
    file = tmp_path / "chart.png"
    download.value.save_as(file)
    assert file.read_bytes().startswith(b"\x89PNG")
    assert file.stat().st_size > 20_000


def test_copy_link_on_loopback_says_that_it_works_here_only(shown: ThePage) -> None:
    shown.page.locator("#copy-link").click()
    note = shown.page.locator("#take-away-note")
    note.wait_for(state="visible")
    assert "this computer only" in (note.text_content() or "")
