"""Forced colours: what is chosen looks other than what is not, and marks keep their colours."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import OpenPage, Served
from tests.browser.the_page import ThePage

EVENT = "joint-statement"


def unfold_lanes(shown: ThePage) -> None:
    shown.page.evaluate(
        "() => { document.querySelector('#lane-by').closest('details').open = true; }"
    )


# The part of each control that is looked at, and what chooses it.
CONTROLS: dict[str, tuple[str, Callable[[ThePage], object]]] = {
    "segment": ("#change-view", lambda shown: shown.pick("change-view", "Aligned")),
    "switch": (
        ".mantine-Switch-root:has(#all-links)",
        lambda shown: shown.page.locator(
            ".mantine-Switch-root:has(#all-links) label"
        ).first.click(),
    ),
    "link that switches": ("#firm-only a", lambda shown: shown.page.click("#firm-only a")),
    "toggle": ("#choose-periods", lambda shown: shown.page.click("#choose-periods")),
    "row": (
        f"[data-event-id={EVENT}]",
        lambda shown: shown.follow(f"event={EVENT}&relations=matrix"),
    ),
    "filter": (
        ".menu:has(#type-filter) > summary",
        lambda shown: shown.follow("type=consult&relations=matrix"),
    ),
    "tab": ("[data-shows=list]", lambda shown: shown.page.click("[data-shows=list]")),
}
BACKGROUND = "(part) => getComputedStyle(part).backgroundColor"


@pytest.fixture(scope="module")
def forced(episode: Served, lasting_page_of: OpenPage) -> ThePage:
    shown = ThePage(lasting_page_of(1440, 900, forced_colors="active"), episode.url)
    shown.open("relations=matrix")
    unfold_lanes(shown)
    return shown


def look_of(shown: ThePage, selector: str) -> bytes:
    """The picture of an element that has neither the focus nor the pointer."""
    shown.page.mouse.move(1, 899)
    shown.page.evaluate("() => document.activeElement.blur()")
    return shown.page.locator(selector).first.screenshot(animations="disabled")


def test_the_matrix_keeps_its_colours(forced: ThePage) -> None:
    cells = forced.page.locator(".matrix td a:not(.few)")
    assert len({cells.nth(k).evaluate(BACKGROUND) for k in range(cells.count())}) > 1


@pytest.mark.parametrize("control", CONTROLS)
def test_what_is_chosen_looks_other_than_what_is_not(forced: ThePage, control: str) -> None:
    selector, choose = CONTROLS[control]
    if control == "tab":
        forced.resize(600)
    before = look_of(forced, selector)
    choose(forced)
    forced.settle()
    unfold_lanes(forced)
    assert look_of(forced, selector) != before
