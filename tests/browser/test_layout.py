"""The layout by the size of the window: one screen, two columns, or tabs with a sheet."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage, Served
from tests.browser.the_page import ThePage

EVENT = "joint-statement"
SHIFTS = """
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifts += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
BOX = "(part) => { const { top, bottom, left, right } = part.getBoundingClientRect();"
BOX += " return [left, top, right, bottom]; }"


def box(page: Page, selector: str) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of an element in the window, in pixels."""
    left, top, right, bottom = page.locator(selector).first.evaluate(BOX)
    return left, top, right, bottom


def is_within(page: Page, selector: str) -> bool:
    """Whether an element is in the window as a whole."""
    left, top, right, bottom = box(page, selector)
    size = page.viewport_size
    assert size is not None
    return left >= 0 and top >= 0 and right <= size["width"] and bottom <= size["height"]


def is_wider_than_its_window(page: Page) -> bool:
    wide: bool = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return wide


@pytest.fixture(scope="module")
def wide(episode: Served, lasting_page_of: OpenPage) -> ThePage:
    shown = ThePage(lasting_page_of(1440, 900), episode.url)
    shown.page.add_init_script(SHIFTS)
    shown.open(f"event={EVENT}")
    return shown


@pytest.fixture(scope="module")
def narrow(episode: Served, lasting_page_of: OpenPage) -> ThePage:
    shown = ThePage(lasting_page_of(390, 844, has_touch=True), episode.url)
    shown.open()
    return shown


def test_nothing_moves_while_the_page_loads(wide: ThePage) -> None:
    assert wide.page.evaluate("window.shifts") <= 0.02


def test_charts_and_evidence_are_on_one_screen(wide: ThePage) -> None:
    page = wide.page
    assert box(page, ".page-header")[3] <= 90
    for panel in (".timeline.panel", ".relations", ".change", ".evidence", "#card-title"):
        assert is_within(page, panel), panel
    tops = page.eval_on_selector_all(
        "#timeline .title text", "(parts) => parts.map((part) => part.getBoundingClientRect().top)"
    )
    assert min(tops) <= 160
    assert page.evaluate("document.documentElement.scrollHeight") == 900
    # A longer note of hidden titles leaves the height of the chart, which would be drawn again.
    before = box(page, "#timeline")
    page.evaluate("document.querySelector('#titles-note').textContent = '+12,345 more, zoom in'")
    assert box(page, "#timeline") == before


def test_a_splitter_is_moved_by_keys_and_remembered(wide: ThePage) -> None:
    splitter = wide.page.locator("[data-splits='timeline']")
    height = "document.querySelector('.figure-timeline').clientHeight"
    before = wide.page.evaluate(height)
    for _ in range(3):
        splitter.press("ArrowUp")
    moved = wide.page.evaluate(height)
    assert moved < before - 20
    wide.open(f"event={EVENT}")
    assert wide.page.evaluate(height) == moved
    splitter.press("Enter")
    wide.settle()
    assert wide.page.evaluate(height) == before


def test_a_menu_takes_the_focus_and_gives_it_back(wide: ThePage) -> None:
    page = wide.page
    summary = page.locator(".menu:has(#type-filter) > summary")
    summary.press("Enter")
    page.wait_for_function("() => document.activeElement.id === 'type-filter'")
    page.keyboard.press("Escape")
    assert page.locator("details.menu[open]").count() == 0
    assert summary.evaluate("(part) => part === document.activeElement")
    summary.click()
    page.click("#page-title")
    assert page.locator("details.menu[open]").count() == 0
    page.click("[data-opens='key']")
    assert page.is_visible("#key-signs")
    page.keyboard.press("Escape")
    assert not page.is_visible("#key-signs")
    assert page.is_visible("#card-title")


def test_the_fields_of_the_window_set_it_and_show_it(wide: ThePage) -> None:
    page = wide.page
    page.fill("#window-from", "2023-10")
    wide.after(lambda: page.press("#window-from", "Enter"))
    assert ("from", "2023-10-01") in wide.parameters()
    page.fill("#window-to", "soon")
    page.press("#window-to", "Enter")
    page.wait_for_selector(".chip-unknown")
    assert "soon" in page.inner_text(".chip-unknown")
    page.keyboard.press("Tab")
    wide.settle()
    field = page.locator("#window-to")
    assert (field.input_value(), field.get_attribute("aria-invalid")) == ("soon", "true")
    message, form = (field.get_attribute("aria-describedby") or "").split()
    assert "write YYYY, YYYY-MM or YYYY-MM-DD" in page.inner_text(f"#{message}")
    assert page.inner_text(f"#{form}").startswith("A year, a month or a day")
    page.click(".chip-unknown")
    wide.settle()
    assert (field.input_value(), field.get_attribute("aria-invalid")) == ("", "false")
    page.fill("#window-from", "")
    wide.after(lambda: page.press("#window-from", "Enter"))
    assert wide.parameters() == [("event", EVENT)]


def test_charts_are_one_above_the_other_beside_the_card(wide: ThePage) -> None:
    shown = wide
    shown.resize(1024, 800)
    timeline, relations, change, card = (
        box(shown.page, part) for part in (".timeline.panel", ".relations", ".change", ".evidence")
    )
    assert timeline[3] <= relations[1] < relations[3] <= change[1]
    assert card[0] >= timeline[2]
    assert is_within(shown.page, "#card-title")
    shown.page.mouse.move(300, 700)
    shown.page.mouse.wheel(0, 900)
    shown.page.wait_for_function("() => scrollY > 300")
    assert is_within(shown.page, "#card-title")
    assert not is_wider_than_its_window(shown.page)
    shown.resize(1440)


def test_a_narrow_screen_shows_one_section_at_a_time(narrow: ThePage) -> None:
    page = narrow.page
    # Two lines of a title, and the sentence.
    assert box(page, "#selection-summary")[3] <= 68
    sections = {
        "relations": "#relations svg",
        "change": ".change",
        "list": "#event-list",
        "filters": "#text-filter",
        "timeline": "#timeline svg",
    }
    for name, part in sections.items():
        page.click(f"[data-shows='{name}']")
        shown = [other for other, its in sections.items() if page.locator(its).first.is_visible()]
        assert shown == [name]
        assert page.get_attribute(f"[data-shows='{name}']", "aria-current") == "true", part
        assert not is_wider_than_its_window(page)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "text-filter"
    page.click("[data-shows='timeline']")


def test_the_card_of_a_narrow_screen_is_a_sheet_below_its_event(narrow: ThePage) -> None:
    page = narrow.page
    part = page.locator(f"#timeline .upright .event[data-event='{EVENT}']")
    part.scroll_into_view_if_needed()
    narrow.after(part.tap)
    page.wait_for_function("() => document.activeElement.id === 'card-title'")
    sheet = box(page, ".sheet")
    assert 844 - sheet[1] <= 0.86 * 844
    assert is_within(page, "#card-title")
    event = part.evaluate(BOX)
    assert event[1] >= 57
    assert event[3] <= sheet[1]
    narrow.after(lambda: page.keyboard.press("Escape"))
    assert not page.is_visible(".sheet")
    assert page.evaluate("document.activeElement.matches('.figure-timeline')")


def test_a_sheet_is_closed_by_a_drag_downward(narrow: ThePage) -> None:
    page = narrow.page
    page.click("[data-shows='list']")
    narrow.after(page.locator("[data-event-id] a").first.click)
    left, top, right, _ = box(page, ".sheet-handle")
    page.mouse.move((left + right) / 2, top + 8)
    page.mouse.down()
    page.mouse.move((left + right) / 2, top + 160, steps=3)
    narrow.after(page.mouse.up)
    assert not page.is_visible(".sheet")
    page.click("[data-shows='timeline']")


def test_enlarged_pages_fit_their_width(narrow: ThePage) -> None:
    narrow.go_on()
    for width, height in ((360, 225), (320, 640)):
        narrow.resize(width, height)
        assert not is_wider_than_its_window(narrow.page)
    narrow.resize(390, 844)
