"""The page follows the file: saved, broken, deleted, mended, emptied."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path

import pytest

from tests.browser.the_page import ThePage
from tests.examples import SHIPPED

QUERY = "country=RUS&from=2023-09-01&to=2023-12-01&event=lavrov-pyongyang"
ADDITION = """
  - date: 2023-10-03
    title: A new event
    actors: [Russia]
"""
LONGEST_SECONDS = 3.0
"""Far above the budget of one second, which a benchmark measures: a busy machine is no failure."""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(SHIPPED, tmp_path_factory.mktemp("live")))


@pytest.fixture(scope="module")
def following(file: Path, page_of_file: Callable[..., ThePage]) -> ThePage:
    """One page of the file for all tests."""
    following = page_of_file(file)
    following.open(QUERY)
    return following


@pytest.fixture
def shown(following: ThePage) -> ThePage:
    following.follow_file()
    if following.query != QUERY:
        following.follow(QUERY)
    return following


def break_by_cutting(text: str) -> str:
    return text[: text.index("  - id: treaty")] + '  - title: "cut off in the mid'


def break_by_a_tab(text: str) -> str:
    return text.replace("    date: 2023-10-22", "\tdate: 2023-10-22")


def break_by_an_unknown_actor(text: str) -> str:
    return text.replace("actors: [North Korea]", "actors: [Nroth Korea]", 1)


def break_by_a_duplicate_key(text: str) -> str:
    return text.replace(
        "    title: Kim and Putin meet", "    title: x\n    title: Kim and Putin meet"
    )


def break_by_a_bad_date(text: str) -> str:
    return text.replace("    date: 2023-10-22", "    date: 22.10.2023", 1)


def first_difference(good: str, broken: str) -> int:
    """Number of the first line that differs, counted from 1."""
    pairs = zip_longest(good.splitlines(), broken.splitlines())
    return next(number for number, (one, other) in enumerate(pairs, 1) if one != other)


def test_the_page_follows_the_file(shown: ThePage, file: Path) -> None:
    good = file.read_text("utf-8")
    before = shown.listed()
    view = shown.page.url, shown.page.inner_text("#card-title")
    window = shown.window()
    begun = time.monotonic()
    file.write_text(good + ADDITION, "utf-8")
    shown.page.wait_for_selector("#event-list .row-title:text-is('A new event')")
    assert time.monotonic() - begun < LONGEST_SECONDS
    shown.settle()
    assert len(shown.listed()) == len(before) + 1
    assert (shown.page.url, shown.page.inner_text("#card-title")) == view
    assert shown.window() == window
    file.write_text(good, "utf-8")
    shown.page.wait_for_selector("#event-list .row-title:text-is('A new event')", state="detached")

    for break_it in (
        break_by_cutting,
        break_by_a_tab,
        break_by_an_unknown_actor,
        break_by_a_duplicate_key,
        break_by_a_bad_date,
    ):
        broken = break_it(good)
        file.write_text(broken, "utf-8")
        shown.page.wait_for_selector("#notices .notice")
        notice = shown.page.inner_text("#notices")
        line = first_difference(good, broken)
        named = (f"line {line}:", f"line {line + 1}:")  # a second key stands below the first
        assert any(words in notice for words in named), (break_it.__name__, notice)
        assert "The last good version is shown." in notice
        assert shown.listed() == before
        file.write_text(good, "utf-8")
        shown.page.wait_for_selector("#notices .notice", state="detached")

    hidden = file.rename(file.with_suffix(".gone"))
    shown.page.wait_for_selector("#notices .notice")
    assert "there is no such file" in shown.page.inner_text("#notices")
    assert shown.listed() == before
    hidden.rename(file)
    shown.page.wait_for_selector("#notices .notice", state="detached")
    assert shown.listed() == before
    assert shown.page.url == view[0]


def test_the_title_of_the_tab_follows_the_file(shown: ThePage, file: Path) -> None:
    good = file.read_text("utf-8")
    untitled = good.replace(next(row for row in good.splitlines() if row.startswith("title:")), "")
    assert shown.page.title() == shown.page.inner_text("#page-title")
    for title in ("Another title", "</title><b>R&amp;D</b> {%scripts%}"):
        file.write_text(f"title: '{title}'\n{untitled}", "utf-8")
        shown.page.wait_for_function("(title) => document.title === title", arg=title)
        assert shown.page.inner_text("#page-title") == title
    assert shown.page.locator("title").count() == 1
    file.write_text(untitled, "utf-8")
    shown.page.wait_for_function("() => document.title === 'Timeline of events'")
    file.write_text(good, "utf-8")


def test_a_file_without_events_says_how_to_begin_and_the_filters_outlive_it(
    shown: ThePage, file: Path
) -> None:
    good = file.read_text("utf-8")
    before = shown.listed()
    file.write_text("[]\n", "utf-8")
    shown.page.wait_for_selector("#event-list .empty")
    assert "actors: [South Korea, United States, Japan]" in shown.page.inner_text("#event-list")
    file.write_text(good, "utf-8")
    shown.page.wait_for_selector("#event-list .row")
    shown.settle()
    assert shown.listed() == before


def test_filters_that_exclude_all_offer_to_be_cleared(shown: ThePage) -> None:
    shown.follow("text=nothing+like+this")
    assert "No event passes these filters" in shown.page.inner_text("#event-list")
    shown.page.click("#event-list >> text=Clear all filters")
    shown.settle()
    assert len(shown.listed()) == 16
