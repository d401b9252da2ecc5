"""Six questions of a reader, each answered after at most two clicks on the first screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.the_page import ThePage


class Reader:
    """Counts the clicks with which a question is answered."""

    def __init__(self, shown: ThePage) -> None:
        self.shown = shown
        self.page = shown.page
        self.clicks = 0

    def click(self, act: Callable[[], object]) -> None:
        self.clicks += 1
        self.shown.after(act)

    def row(self, title: str) -> Locator:
        return self.page.locator("#event-list a", has_text=title)


@pytest.fixture
def reader(lasting: ThePage) -> Reader:
    lasting.go_on()
    return Reader(lasting)


def what_happened_between_south_korea_and_japan(reader: Reader) -> None:
    reader.clicks += 1
    reader.shown.click_half("KOR", "JPN")
    reader.click(reader.page.get_by_role("link", name="Both ways").click)
    assert reader.shown.listed() == ["camp-david", "trilateral-air", "joint-statement"]
    assert reader.page.locator(".chip", has_text="↔").inner_text().startswith("Japan ↔ South Korea")


def who_acted_most_against_north_korea(reader: Reader) -> None:
    reader.click(lambda: reader.shown.pick("relations-view", "Measures"))
    row = reader.page.locator(
        "#relations-panel tr", has=reader.page.locator("th >> text=North Korea")
    )
    cells = row.first.locator("td").all_inner_texts()
    assert cells[-2:] == ["United States", "3"]
    reader.click(row.first.locator("a").last.click)
    assert reader.shown.listed() == ["us-imagery", "trilateral-air", "joint-statement"]


def did_relations_change_after_the_summit(reader: Reader) -> None:
    reader.click(reader.row("Kim and Putin meet at Vostochny").click)
    change = reader.page.locator("#change [data-dyad='PRK:RUS'] a").first
    expect(change).to_be_in_viewport()
    expect(change).to_have_attribute(
        "aria-label",
        "North Korea – Russia: before 2 events, mean +5.1; after 4 events, mean +6.9; change +1.8",
    )


def what_did_russia_answer_to_the_joint_statement_and_when(reader: Reader) -> None:
    reader.click(reader.row("Joint statement condemns").click)
    links = reader.page.locator("#event-details .links li").all_inner_texts()
    (answer,) = (text for text in links if "Kremlin" in text)
    assert answer.startswith("26 Oct 23")


def what_changed_between_north_korea_and_russia_after_the_joint_statement(reader: Reader) -> None:
    reader.click(reader.shown.mark("joint-statement").click)
    change = reader.page.locator("#change [data-dyad='PRK:RUS'] a").first
    expect(change).to_be_in_viewport()
    expect(change).to_have_attribute(
        "aria-label",
        "North Korea – Russia: before 4 events, mean +3.4; after 2 events, mean +8.1; change +4.7",
    )


def who_denied_the_deliveries_first(reader: Reader) -> None:
    reader.click(reader.row("Alleged arms deliveries to Russia").click)
    first = reader.page.locator("#event-details .claim-denies", has_text="first")
    expect(first).to_have_count(1)
    expect(first).to_be_in_viewport()
    assert " ".join(first.locator(".claim-head").inner_text().split()).endswith(
        "Russia denies first"
    )


@pytest.mark.parametrize(
    "answer",
    [
        what_happened_between_south_korea_and_japan,
        who_acted_most_against_north_korea,
        did_relations_change_after_the_summit,
        what_did_russia_answer_to_the_joint_statement_and_when,
        what_changed_between_north_korea_and_russia_after_the_joint_statement,
        who_denied_the_deliveries_first,
    ],
)
def test_a_question_takes_two_clicks_at_most(
    answer: Callable[[Reader], None], reader: Reader
) -> None:
    answer(reader)
    assert 1 <= reader.clicks <= 2
