"""The page in other languages: no English is left, the view stays, and everybody can use it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage, Served
from tests.browser.the_page import DRAWN, FOLLOW_LINK, ThePage

FILE = """\
title: მოვლენები
description: საცდელი ფაილი
timezone: Asia/Seoul
actors:
  - {id: ივ, name: ივანე, kind: person, country: GEO}
  - {id: ჯგ, name: ჯგუფი, kind: armed_group}
periods:
  - {name: პერიოდი, date: 2023-10-01/2023-11-15}
events:
  - {id: a, date: 2023-10-18/2023-10-19, title: ვიზიტი, actors: [RUS], targets: [PRK], type: visit,
     status: confirmed, place: ქალაქი, tags: [თემა], importance: 5,
     sources: [{title: წყარო, url: "https://example.org/a", publisher: გაზეთი, date: 2023-10-19}]}
  - {id: b, date: 2023-10-22, title: წვრთნა, actors: [USA, KOR, JPN], aimed_at: [PRK],
     type: force_posture, links: {responds_to: [a]}}
  - {id: c, date: 2023-10-26, title: განცხადება, actors: [USA, KOR, JPN], targets: [RUS, PRK],
     type: condemn, status: disputed, description: აღწერა, known: 2023-10-28,
     claims: [{by: USA, stance: asserts, date: 2023-10-26}, {by: [RUS], stance: denies,
     date: 2023-10-27, source: {title: პასუხი}}, {by: JPN, stance: declines_to_comment}]}
  - {id: d, date: 2023-11~, title: უარყოფა, actors: [PRK], targets: [USA], type: deny,
     status: alleged, score: -3.5}
  - {id: e, date: 2024-01-09T10:30+09:00, title: შეხვედრა, actors: [ივ, ჯგ], type: consult}
  - {id: f, date: 2023-08/.., title: ომი, actors: [RUS], targets: [UKR], type: attack}
"""
NAMES = """
CAMEO Goldstein GDELT WEIS ICEWS CSV TSV SVG PNG JSON GeoJSON HTML YAML URL BCP ID iCalendar
BibTeX RIS NATO Lines Atom GraphML GEXF TimelineJS Excel ods pdf http https UTC CET KST EDTF min
yes no YYYY MM DD Ctrl Esc Enter Tab Shift Alt Home End Delete Backspace Page Up Down joint_score
signal_score Heider Cartwright Harary Doreian Mrvar Squartini
"""
# Names that stay as they are, options of the command line, addresses and files.
KEPT = re.compile(
    rf"--[a-z-]+|[!-~]+/[!-~]+|[a-z]+\.yaml|(?<![A-Za-z])({'|'.join(NAMES.split())})(?![A-Za-z])"
)
EXAMPLES = {"First trilateral air exercise", "joint-statement", "ko"}
# Texts and attributes that people read or hear; an element with lang="en" is meant to be English.
READ = """
() => {
  const english = '[lang="en"], .languages, #remarks, #text-probe, textarea';
  const skipped = `script, style, noscript, ${english}`;
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    if (!walk.currentNode.parentElement.closest(skipped)) found.push(walk.currentNode.data);
  }
  const heard = ['aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription'];
  for (const name of [...heard, 'title', 'placeholder', 'alt', 'data-tip']) {
    for (const part of document.querySelectorAll(`[${name}]`)) {
      if (!part.closest(skipped)) found.push(part.getAttribute(name));
    }
  }
  return found;
}
"""


@pytest.fixture(scope="module")
def other_scripts(tmp_path_factory: pytest.TempPathFactory, serve: Callable[..., Served]) -> Served:
    file = tmp_path_factory.mktemp("scripts") / "events.yaml"
    file.write_text(FILE, "utf-8")
    return serve(file)


def load(page: Page, url: str, query: str) -> None:
    """Opens an address and waits until everything is drawn."""
    page.goto(f"{url}?{query}")
    page.wait_for_selector(DRAWN, state="attached")
    page.wait_for_selector("#overview > svg", state="attached")
    page.wait_for_function("document.querySelector('#event-list').hasChildNodes()")


def english(page: Page) -> set[str]:
    """Returns the texts of the page that have a Latin word, names of formats and keys apart."""
    texts = {KEPT.sub("", text) for text in page.evaluate(READ)}
    return {text for text in texts if re.search(r"[A-Za-z]{2,}", text)}


QUERIES = (
    *(f"relations={view}" for view in ("matrix", "over_time", "measures", "sequences")),
    "event=c&from=2023-10&status=disputed&change=aligned&zero=b",
    "country=JPN&match=all&dyad=USA:PRK&type=deny",
    "event=a&lanes=type&axis=even&links=all&as_known_on=2023-10-27&nodes=actor",
)


def rest(shown: ThePage) -> None:
    """Waits until the server has answered all that the page asked."""
    quiet = 0
    while quiet < 4:
        shown.page.wait_for_timeout(60)
        quiet = 0 if shown.pending else quiet + 1


@pytest.mark.parametrize("tag", ["ko", "ar"])
def test_a_page_in_another_language_has_no_english_and_everybody_can_use_it(
    tag: str, other_scripts: Served, page_of: OpenPage, axe: Callable[..., list[str]]
) -> None:
    page = page_of(1440, 900)
    shown = ThePage(page, other_scripts.url)
    load(page, shown.url, f"lang={tag}")
    rest(shown)
    found = english(page)
    for query in QUERIES:
        page.evaluate(FOLLOW_LINK, query)
        rest(shown)
        found |= english(page)
    assert found == set()
    assert page.evaluate("document.documentElement.lang") == tag
    assert axe(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_timeout(200)
    rest(shown)
    assert english(page) == set()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_the_editor_in_another_language_has_no_english(
    tmp_path: Path, serve: Callable[..., Served], page_of: OpenPage
) -> None:
    file = tmp_path / "events.yaml"
    file.write_text(FILE, "utf-8")
    page = page_of(1440, 900)
    load(page, serve(file, "--edit").url, "lang=ru&event=c")
    page.click("#add-event")
    page.wait_for_selector(".edit-dialog input")
    assert english(page) - EXAMPLES == set()
    page.keyboard.press("Escape")
    page.wait_for_selector(".edit-dialog", state="detached")
    page.click("#add-table")
    page.wait_for_selector("dialog[open] textarea, dialog[open] input")
    assert english(page) == set()


def test_the_menu_of_languages_keeps_the_view(episode: Served, page_of: OpenPage) -> None:
    page = page_of(1440, 900)
    shown = ThePage(page, episode.url)
    shown.open("country=PRK&lanes=type&event=treaty")
    events, marks = shown.listed(), page.locator(".timeline .event").count()
    page.click(".languages summary")
    page.click(".languages a[hreflang=ar]")
    page.wait_for_function("document.documentElement.lang === 'ar'")
    page.wait_for_selector(DRAWN, state="attached")
    page.wait_for_selector("#event-list [data-event-id]", state="attached")
    assert dict(shown.parameters()) == {
        "country": "PRK",
        "lanes": "type",
        "event": "treaty",
        "lang": "ar",
    }
    assert shown.listed() == events
    assert page.locator(".timeline .event").count() == marks
    # The page is mirrored, and time still runs to the right.
    assert page.evaluate("document.documentElement.dir") == "rtl"
    left_of = """(names) => names.map((name) =>
      document.querySelector(name).getBoundingClientRect().left)"""
    signs = [f'#timeline [data-event="{id_}"]' for id_ in ("lavrov-pyongyang", "treaty")]
    first, last, timeline, listed = page.evaluate(left_of, [*signs, "#timeline", "#event-list"])
    assert first < last
    assert listed < timeline
    # A link goes on in the same language, and without loading the page again.
    page.evaluate("window.kept = true")
    page.click("a#clear-filters")
    page.wait_for_function("!location.search.includes('country=')")
    assert "lang=ar" in shown.query
    assert page.evaluate("window.kept")
    page.click(".languages summary")
    page.click(".languages a[hreflang=en]")
    page.wait_for_function("document.documentElement.lang === 'en'")
    assert "lang=en" in shown.query
