"""The offline page from disk, without a network: filters, cards, keyboard, axe, hostile texts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Page

from dashboard.analysis.dataset import Dataset
from dashboard.formats.html.page import html_page
from dashboard.words.language import speaking
from tests.browser.conftest import OpenPage
from tests.browser.payloads import PAYLOADS
from tests.examples import shipped, tables_of
from tests.pseudo import bracketed

TEXT_KEYS = ("title", "description", "place")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("offline") / "events.html"
    path.write_text(html_page(Dataset(shipped()), credit="Made for a test"), "utf-8")
    return path


@pytest.fixture
def page(file: Path, page_of: OpenPage) -> Page:
    return opened(page_of, file)


def opened(page_of: OpenPage, file: Path, fragment: str = "", **options: Any) -> Page:
    page = page_of(1440, 900, offline=True, **options)
    page.goto(f"{file.as_uri()}{fragment}")
    page.wait_for_selector("#timeline svg")
    return page


def rows(page: Page) -> list[str]:
    return page.locator("#list a").all_text_contents()


def test_every_event_and_every_source_is_listed(page: Page) -> None:
    tables = shipped()
    assert rows(page) == list(tables.events["title"])
    page.wait_for_selector("#sources li")
    listed = page.inner_text("#sources")
    assert all(title in listed for title in tables.sources["title"] if title)
    assert page.inner_text("footer") == "Made for a test"


def test_filters_narrow_list_and_charts_and_are_cleared(page: Page) -> None:
    whole = page.inner_html("#timeline"), page.inner_html("#network")
    page.select_option('[name="country"]', label="Japan")
    tables = shipped()
    japan = tables.participants.loc[tables.participants["country"] == "JPN", "event"].unique()
    assert len(rows(page)) == len(japan) < len(tables.events)
    assert page.inner_text("#said") == f"{len(japan)} of {len(tables.events)} events"
    assert page.locator("#timeline .event").count() == len(japan)
    assert page.locator("#network .half").count() > 0
    page.fill('[name="text"]', "no such word")
    assert rows(page) == []
    page.click("#clear")
    assert (page.inner_html("#timeline"), page.inner_html("#network")) == whole


@pytest.mark.parametrize("name", ["type", "status"])
def test_each_choice_shows_its_events_alone(page: Page, name: str) -> None:
    options = page.locator(f'[name="{name}"] option').count()
    found = 0
    for number in range(1, options):
        page.select_option(f'[name="{name}"]', index=number)
        found += len(rows(page))
    assert found == len(shipped().events)


def test_no_titles_overlap_in_a_part(page: Page) -> None:
    page.select_option('[name="country"]', label="North Korea")
    boxes = page.evaluate(
        "() => [...document.querySelectorAll('#timeline .title text')]"
        ".map((text) => text.getBoundingClientRect()).map(({x, y, right, bottom}) =>"
        " [x, y, right, bottom])"
    )
    assert len(boxes) > 3
    for at, (x, y, right, bottom) in enumerate(boxes):
        for left, top, end, foot in boxes[at + 1 :]:
            assert x >= end or left >= right or y + 2 >= foot or top + 2 >= bottom


def test_a_click_on_a_mark_opens_its_card(page: Page) -> None:
    page.locator("#timeline .title").first.locator("text").click()
    number = page.evaluate("() => Number(location.hash.slice(2))")
    event = shipped().events.iloc[number]
    assert page.inner_text("#card h2") == event["title"]
    assert event["description"].split("\n")[0] in page.inner_text("#card")
    page.keyboard.press("Escape")
    page.wait_for_function("() => !document.querySelector('#card').firstChild")


def test_the_keyboard_walks_opens_and_zooms(page: Page) -> None:
    page.focus("#timeline")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert str(shipped().events["title"].iloc[1]) in page.inner_text("#walk")
    page.keyboard.press("Enter")
    page.wait_for_selector("#card h2")
    assert page.inner_text("#card h2") == shipped().events["title"].iloc[1]
    page.focus("#timeline")
    page.keyboard.press("+")
    assert "a part of the time" in page.inner_text("#said")
    page.keyboard.press("Home")
    assert "a part" not in page.inner_text("#said")
    page.keyboard.press("/")
    page.wait_for_function("() => document.activeElement.name === 'text'")


def test_paper_is_light_and_has_every_event(file: Path, page_of: OpenPage) -> None:
    page = opened(page_of, file, scheme="dark")
    paper = "() => getComputedStyle(document.documentElement).getPropertyValue('--paper')"
    assert page.evaluate(paper) != "#ffffff"
    page.emulate_media(media="print")
    assert page.evaluate(paper) == "#ffffff"
    assert page.locator("#list li:visible").count() == len(shipped().events)
    assert page.locator("#filters:visible").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    file: Path, page_of: OpenPage, axe: Callable[..., list[str]], scheme: str
) -> None:
    page = opened(page_of, file, "#e3", scheme=scheme, bypass_csp=True)
    page.wait_for_selector("#card h2")
    assert axe(page) == []


def test_hostile_texts_run_nothing(tmp_path: Path, page_of: OpenPage) -> None:
    events = [
        {
            "date": f"2023-01-{1 + number % 28:02}",
            "actors": ["bad", "Japan"],
            "tags": [payload],
            "claims": [{"by": ["bad"], "stance": "asserts", "note": payload}],
            "sources": [{"title": payload, "publisher": payload, "author": payload}],
            **dict.fromkeys(TEXT_KEYS, payload),
        }
        for number, payload in enumerate(PAYLOADS)
    ]
    actor = {"id": "bad", "name": PAYLOADS[0], "kind": "organization"}
    book = {"title": PAYLOADS[1], "description": PAYLOADS[2], "actors": [actor], "events": events}
    file = tmp_path / "hostile.html"
    text = html_page(Dataset(tables_of(json.dumps(book))), credit=PAYLOADS[0])
    file.write_text(text, "utf-8")
    page = opened(page_of, file)
    for number in range(len(PAYLOADS)):
        page.evaluate(f"location.hash = 'e{number}'")
        page.wait_for_function("() => document.querySelector('#card h2')")
    page.click('[data-zoom="in"]')
    assert page.evaluate("() => globalThis.ran") is None
    assert page.locator("body :is(img, iframe, object, embed, form form, script[src])").count() == 0
    links = page.evaluate("() => [...document.links].map((link) => link.protocol)")
    assert set(links) <= {"file:", "http:", "https:"}


def test_halves_of_all_events_are_counted_as_the_page_counts_them(page: Page) -> None:
    """The script counts again what the server has counted: the same tones and the same halves."""
    looks = """() => Object.fromEntries([...document.querySelectorAll("#network .half")]
        .map((half) => [half.dataset.dyad, [...half.querySelectorAll(".line")]
            .map((line) => [line.parentNode, line].map((part) => part.className.baseVal).join())
            .map((names) => /tone-./.exec(names)[0])
            .toSorted().join(" ")]))"""
    whole = page.evaluate(looks)
    page.fill('[name="text"]', "a")
    assert len(rows(page)) == len(shipped().events)
    assert page.inner_text("#clear") == "Clear"
    assert page.evaluate(looks) == whole


FOREIGN = """
title: "일"
actors: [{id: one, name: "하나", kind: person}, {id: two, name: "둘", kind: person},
  {id: three, name: "셋", kind: person}]
events:
  - {id: a, date: 2001, title: "첫째", actors: [one, two], targets: [two], aimed_at: [three],
     status: denied, description: "말", place: "곳", sources: [{title: "글", publisher: "곳",
     archive_url: "https://example.org"}], claims: [{by: [one], stance: denies, note: "아니",
     date: 2002, source: {title: "글"}}, {by: [two], stance: asserts, date: 2002},
     {by: [two], stance: disputes, note: "음"}]}
  - {id: b, date: 2011, title: "둘째", actors: [one], links: {follows: [a]}}
  - {id: c, date: 2021, title: "셋째", actors: [two], targets: [one]}
"""
"""A file without a Latin letter in what people read."""
BRACKETS = """() => {
  const words = (key) => `⟦${key.split("\\u0004").at(-1)}⟧`;
  const every = (value) => new Proxy({}, { get: (_, key) => value(words(key)) });
  JSON.parse = () => ({ texts: every((text) => text), plurals: every((other) => ({ other })) });
}"""
"""A catalogue of the browser with every sentence, in brackets, whatever the document has."""
OUTSIDE = """() => {
  const found = [];
  const see = (text) => {
    let rest = text;
    while (/⟦[^⟦⟧]*⟧/.test(rest)) rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/g, "");
    if (/[a-z]{2}/i.test(rest)) found.push(text);
  };
  for (const part of document.querySelectorAll("body :not(script)")) {
    const whole = part.closest("p, li, h2")?.textContent;
    for (const node of part.childNodes)
      if (node.nodeType === Node.TEXT_NODE) see(whole ?? node.data);
    for (const name of ["aria-label", "aria-roledescription", "title", "placeholder"])
      see(part.getAttribute(name) ?? "");
  }
  return found;
}"""
"""Texts with Latin letters outside all brackets."""


def test_every_text_is_in_the_language(tmp_path: Path, page_of: OpenPage) -> None:
    file = tmp_path / "bracketed.html"
    with bracketed():
        text = html_page(Dataset(tables_of(FOREIGN)), withheld=np.array([False, False, True]))
    file.write_text(text, "utf-8")
    page = page_of(1440, 900, offline=True)
    page.add_init_script(f"({BRACKETS})()")
    page.goto(f"{file.as_uri()}#e0")
    page.wait_for_selector("#card h2")
    assert "⟦{names} denies⟧" not in page.inner_text("#card")
    for number in range(3):
        page.evaluate(f"location.hash = 'e{number}'")
        page.wait_for_selector(f"#list [data-e='{number}'].open")
        assert page.evaluate(OUTSIDE) == []
    page.fill('[name="text"]', "째")
    page.click('[data-zoom="in"]')
    page.focus("#timeline")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(OUTSIDE) == []
    assert page.inner_text("#said").startswith("⟦")


def test_time_runs_to_the_right_beside_a_list_at_the_left(
    tmp_path: Path, page_of: OpenPage
) -> None:
    file = tmp_path / "arabic.html"
    with speaking("ar"):
        file.write_text(html_page(Dataset(shipped())), "utf-8")
    page = opened(page_of, file)
    assert page.locator("h1").evaluate("(part) => getComputedStyle(part).textAlign") == "right"
    left = "(part) => part.getBoundingClientRect().left"
    charts, evidence = (page.locator(name).evaluate(left) for name in (".charts", ".evidence"))
    assert evidence < charts
    whole = page.locator("#timeline .title").first.evaluate(left)
    page.click('[data-zoom="in"]')
    marks = page.locator("#timeline .event").evaluate_all(
        f"(marks) => marks.map((mark) => [Number(mark.dataset.e), ({left})(mark)])"
    )
    assert [x for _, x in sorted(marks)] == sorted(x for _, x in marks)
    assert whole > charts
    earlier, later = (
        page.locator(f"[data-zoom={name}]").evaluate(left) for name in ("left", "right")
    )
    assert earlier < later
    assert page.evaluate("() => document.documentElement.scrollWidth") == 1440
