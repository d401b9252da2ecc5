"""The page on paper, in every state of the screen: both charts, all events, all sources."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage, Served
from tests.browser.the_page import ThePage
from tests.examples import shipped

STATES = {
    "as opened": (1440, "", "light"),
    "dark": (1440, "", "dark"),
    "open card": (1440, "event=vostochny", "light"),
    "narrow": (390, "", "dark"),
    "another view": (1024, "relations=measures", "light"),
}
CONTROLS = "button:visible, input:visible, .button:visible, .compare:visible"
NO_SHEETS = "() => !document.querySelector('#paper').firstChild"
CUT = """
() => [...document.querySelectorAll("#paper *")]
  .filter((part) => part.getClientRects().length && !part.matches(".only-heard"))
  .filter((part) => part.getBoundingClientRect().right > document.documentElement.clientWidth + 1
    || (getComputedStyle(part).overflowY !== "visible"
      && part.scrollHeight > part.clientHeight + 4))
  .filter((part) => !part.closest("svg") || part.matches("svg"))
  .map((part) => part.outerHTML.slice(0, 80))
"""


@pytest.fixture
def shown(lasting: ThePage) -> Iterator[ThePage]:
    """The lasting page, which is on the screen again at the end."""
    yield lasting
    lasting.page.emulate_media(media="screen", color_scheme="light")
    lasting.page.wait_for_function(NO_SHEETS)
    lasting.resize(1440)


def printed(page: Page) -> str:
    """Show the page as on paper and return its text."""
    page.emulate_media(media="print")
    page.wait_for_selector("#paper section")
    return page.inner_text("#paper")


@pytest.mark.parametrize(("width", "query", "scheme"), STATES.values(), ids=STATES)
def test_every_state_prints_the_same_sheets(
    shown: ThePage, width: int, query: str, scheme: Literal["dark", "light"]
) -> None:
    page, tables = shown.page, shipped()
    page.emulate_media(color_scheme=scheme)
    shown.go_on(query)
    shown.resize(width)
    text = printed(page)
    assert all(title in text for title in tables.events["title"])
    assert all(url in text for url in tables.sources["url"] if url)
    assert page.locator("#paper svg.timeline:visible").count() == 1
    assert page.url in text
    assert page.locator("#paper").locator(CONTROLS).count() == 0
    assert page.locator(".screen:visible").count() == 0
    ground = page.evaluate(
        "() => getComputedStyle(document.documentElement).getPropertyValue('--paper')"
    )
    assert ground == "#ffffff"


def test_edit_mode_prints_without_its_form(
    serve: object, page_of: OpenPage, tmp_path: Path
) -> None:
    file = tmp_path / "events.yaml"
    file.write_text(
        "- {date: 2023-05-01, title: One, actors: [Japan], targets: [China]}\n", "utf-8"
    )
    served: Served = serve(file, "--edit")  # type: ignore[operator]
    shown = ThePage(page_of(1440, 900), served.url)
    shown.open()
    shown.page.click("#add-event")
    shown.page.wait_for_selector("dialog[open]")
    assert "One" in printed(shown.page)
    assert shown.page.locator("dialog:visible").count() == 0


@pytest.mark.parametrize(
    ("width", "orientation", "query"),
    [
        (690, "portrait", ""),
        (1020, "landscape", ""),
        *((690, "portrait", f"relations={view}") for view in ("matrix", "measures")),
        (690, "portrait", "relations=sequences&after=RUS&within=90"),
    ],
)
def test_nothing_is_cut(shown: ThePage, width: int, orientation: str, query: str) -> None:
    height = 1000 if orientation == "portrait" else 690
    shown.go_on(query)
    shown.page.set_viewport_size({"width": width, "height": height})
    printed(shown.page)
    assert shown.page.locator(f".only-{orientation}:visible").count() == 1
    assert shown.page.evaluate(CUT) == []


def test_the_screen_is_as_before_after_printing(shown: ThePage) -> None:
    shown.go_on()
    printed(shown.page)
    shown.page.emulate_media(media="screen")
    shown.page.wait_for_function(NO_SHEETS)
    assert shown.page.locator("#timeline svg").is_visible()
