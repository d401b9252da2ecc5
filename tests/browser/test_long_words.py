"""Words without a space in every field: the page never scrolls sideways, and lanes have names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import OpenPage, Served
from tests.browser.the_page import ThePage

LONG = "x" * 500
WORDS = f"{'W' * 80} Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunter {LONG}"
NAME = WORDS[:280]
"""As long as a name may be, with a number or a word behind it."""
URL = f"https://example.org/{LONG}"
SOURCE = f"title: {WORDS}, publisher: {NAME} p, author: {NAME} a, url: '{URL}'"
FILE = f"""
title: {WORDS}
description: {WORDS}
actors:
  - {{id: one, name: {NAME} 1, kind: organization, country: Japan, aliases: [{NAME} alias]}}
  - {{id: two, name: {"W" * 80}, kind: person, country: Russia}}
  - {{id: {"three" * 12}, name: {LONG[:300]}, kind: bloc, members: [one, two]}}
periods: [{{name: {NAME}, date: 2023-09/2023-11}}]
events:
  - id: first
    date: 2023-10-18
    title: {WORDS} 1
    description: {WORDS}
    place: {{name: {NAME}, country: Japan}}
    tags: [{NAME} 1, {NAME} 2]
    actors: [one]
    targets: [two]
    claims: [{{by: [one], stance: denies, note: {WORDS}, source: {{{SOURCE}}}}}]
    sources: [{{{SOURCE}, archive_url: '{URL}', reliability: A}}]
  - {{id: {"second" * 10}, date: 2023-10-20, title: {LONG}, actors: [two], targets: [one],
     links: {{responds_to: [first]}}}}
  - {{id: third, date: 2023-10-22, title: {"W" * 80}, actors: [{"three" * 12}], targets: [one]}}
"""
QUERIES = [
    "event=first&nodes=actor&lanes=actor",
    f"nodes=actor&relations=matrix&actor=one&text={'W' * 80}&event={LONG}&country={LONG}",
    "event=first&nodes=actor&relations=measures&dyad=one%3Atwo",
    "event=first&nodes=actor&relations=over_time&dyad=one%3Atwo",
    "nodes=actor&relations=sequences&after=one&within=365",
]
SIZES = [(320, 700), (1440, 900)]
SIDEWAYS = "({ scrollWidth, clientWidth }) => scrollWidth - clientWidth"


@pytest.fixture(scope="module")
def served(serve: Callable[..., Served], tmp_path_factory: pytest.TempPathFactory) -> Served:
    file = tmp_path_factory.mktemp("long") / "events.yaml"
    file.write_text(FILE, "utf-8")
    return serve(file, "--edit")


@pytest.fixture(scope="module")
def shown(served: Served, lasting_page_of: OpenPage) -> ThePage:
    return ThePage(lasting_page_of(1440, 900), served.url)


def sideways(shown: ThePage, element: str = ":root") -> dict[int, int]:
    """By how many pixels an element, or the page, can be scrolled sideways; it ends wide."""
    found = {}
    for width, height in SIZES:
        shown.resize(width, height)
        found[width] = shown.page.locator(element).evaluate(SIDEWAYS)
    return {width: over for width, over in found.items() if over > 0}


@pytest.mark.parametrize("query", QUERIES)
def test_no_word_makes_the_page_scroll_sideways(shown: ThePage, query: str) -> None:
    shown.go_on(query)
    assert shown.page.locator("#notices .notice").count() == 0, "the file must be good"
    assert sideways(shown) == {}
    labels = shown.page.locator("#timeline .lane-name").all_text_contents()
    assert labels
    assert all(labels)


def test_menus_tips_and_the_file_s_faults_fit(shown: ThePage, served: Served) -> None:
    page = shown.page
    shown.go_on("lanes=actor&nodes=actor&relations=matrix")
    shown.unfold("pinned-lanes")
    page.click("#pinned-lanes")
    page.locator("[data-combobox-option]:visible").first.click()
    # The tip goes when the panel is drawn again for the pinned lane.
    while not page.query_selector(".tip-box"):
        page.locator("#relations-panel .tip").first.focus()
        page.locator("#relations-panel .tip").last.focus()
        page.wait_for_timeout(100)
    assert sideways(shown) == {}
    served.file.write_text(FILE + f"  - {{title: {LONG}, actors: [{LONG}], {LONG}: 1}}\n", "utf-8")
    page.wait_for_selector("#notices .notice")
    assert sideways(shown) == {}
    served.file.write_text(FILE, "utf-8")
    page.wait_for_selector("#notices .notice", state="detached")


def test_the_form_its_messages_and_its_diff_fit(shown: ThePage) -> None:
    page = shown.page
    shown.go_on("event=first")
    page.click("#event-details [data-edit=first]")
    page.wait_for_selector(".edit-dialog[open]")
    page.evaluate(
        "() => document.querySelectorAll('.edit-dialog details').forEach((box) => box.open = true)"
    )
    page.fill(".edit-dialog [name=description]", LONG * 2)
    page.wait_for_selector("#edit-diff:not(:empty)")
    assert sideways(shown) == {}
    assert sideways(shown, ".edit-dialog") == {}
    page.fill(".edit-dialog [name='actors.0']", f"{LONG}y")
    page.keyboard.press("Tab")
    page.wait_for_selector(".edit-dialog .edit-problem")
    assert sideways(shown) == {}
    assert sideways(shown, ".edit-dialog") == {}
