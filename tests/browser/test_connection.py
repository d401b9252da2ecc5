"""The page without its server: it says so, asks again, and then shows what was chosen meanwhile."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, Route

from tests.browser.conftest import GONE, Interrupted, OpenPage, Served
from tests.browser.the_page import ThePage
from tests.examples import SHIPPED

FAULTS = f"{GONE}|status of (413|500)|Callback"
"""What the console says of a server that is gone, and of refused callbacks."""
PATIENCE = 20_000
"""Milliseconds; far more than anything here takes."""
# The page calls an answer late after 8 seconds; no other time is made shorter.
BE_LATE_SOON = """
() => {
  window.realTimeout = window.setTimeout;
  window.setTimeout = (act, wait) => window.realTimeout(act, wait === 8000 ? 1000 : wait);
}
"""
MESSAGE = "#connection:not(:empty)"
TEXT = SHIPPED.read_text("utf-8")
CALLBACKS = "**/_dash-update-component*"


@pytest.fixture(scope="module")
def server(serve: Callable[..., Served], tmp_path_factory: pytest.TempPathFactory) -> Interrupted:
    file = tmp_path_factory.mktemp("connection") / "events.yaml"
    file.write_text(TEXT, "utf-8")
    return Interrupted(serve, file)


@pytest.fixture(scope="module")
def lasting_page(server: Interrupted, lasting_page_of: OpenPage) -> ThePage:
    """One page for all tests: it outlives all runs of the server."""
    page = lasting_page_of(1440, 900, tolerate=FAULTS)
    page.set_default_timeout(PATIENCE)
    return ThePage(page, server.running.url)


@pytest.fixture
def shown(server: Interrupted, lasting_page: ThePage) -> Iterator[ThePage]:
    """The page of the file without a choice or a message."""
    server.as_at_first(TEXT)
    if lasting_page.page.locator(MESSAGE).count():
        lasting_page.open()
    else:
        lasting_page.begin_again()
    yield lasting_page
    lasting_page.page.unroute_all()


def message(page: Page) -> str:
    page.wait_for_selector(MESSAGE)
    return page.inner_text(MESSAGE)


def wait_until_quiet(page: Page) -> None:
    page.wait_for_selector(MESSAGE, state="detached")


def test_a_server_that_is_gone_is_reported_and_the_choice_is_shown_once_it_is_back(
    shown: ThePage, server: Interrupted
) -> None:
    page = shown.page
    assert page.get_attribute("#connection", "role") == "status"
    assert page.inner_text("#connection") == ""
    server.stop()
    before = shown.summary()
    page.click("text=Only confirmed and reported")
    assert message(page) == (
        "The server does not answer. What you see may be out of date; "
        "the page asks again every few seconds."
    )
    assert page.is_visible(MESSAGE)
    assert shown.summary() == before
    added = "\n  - {date: 2023-10-03, title: A new event, actors: [Russia], status: confirmed}\n"
    server.file.write_text(TEXT + added, "utf-8")
    server.start()
    wait_until_quiet(page)
    page.wait_for_selector("#event-list .row-title:text-is('A new event')")
    page.wait_for_selector("#firm-only .is-on")
    shown.settle()
    assert [value for name, value in shown.parameters() if name == "status"]
    assert shown.summary() != before
    assert len(shown.listed()) == shown.api("api/events?" + page.url.partition("?")[2])["count"]


def test_a_choice_by_a_control_outlives_the_server_too(shown: ThePage, server: Interrupted) -> None:
    server.stop()
    shown.page.fill("#text-filter", "Vostochny")
    message(shown.page)
    server.start()
    wait_until_quiet(shown.page)
    shown.page.wait_for_function("() => location.search.includes('text=Vostochny')")
    shown.settle()
    assert 0 < len(shown.listed()) < 16


def test_a_server_that_hangs_is_reported_until_it_goes_on(
    shown: ThePage, server: Interrupted
) -> None:
    shown.page.evaluate(BE_LATE_SOON)
    os.kill(server.running.pid, signal.SIGSTOP)
    try:
        assert message(shown.page).startswith("The server does not answer.")
    finally:
        os.kill(server.running.pid, signal.SIGCONT)
        shown.page.evaluate("() => (window.setTimeout = window.realTimeout)")
    wait_until_quiet(shown.page)


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        (500, "<h1>Internal Server Error</h1>", "(error 500)"),
        (413, '{"error": "the request is too large"}', "(the request is too large)"),
    ],
)
def test_a_refused_choice_is_reported_until_another_is_shown(
    shown: ThePage, status: int, body: str, words: str
) -> None:
    def refuse(route: Route) -> None:
        route.fulfill(status=status, body=body)

    page = shown.page
    page.route(CALLBACKS, refuse)
    page.fill("#text-filter", "Vostochny")
    found = message(page)
    assert found.startswith("The server could not show this choice")
    assert words in found
    page.unroute(CALLBACKS, refuse)
    page.fill("#text-filter", "Pyongyang")
    wait_until_quiet(page)
    shown.settle()
    assert ("text", "Pyongyang") in shown.parameters()


def test_a_callback_that_never_gets_through_is_not_sent_for_ever(shown: ThePage) -> None:
    sent: list[str] = []

    def cut(route: Route) -> None:
        sent.append(route.request.post_data or "")
        route.abort("connectionreset")

    shown.page.route(CALLBACKS, cut)
    shown.page.fill("#text-filter", "Vostochny")
    shown.page.wait_for_selector("#connection:has-text('could not show this choice (no answer)')")
    # What the page asks besides, once it has come to rest, may be asked again.
    assert Counter(body for body in sent if "Vostochny" in body).most_common(1)[0][1] == 3


def test_the_message_is_readable_and_covers_nothing_for_good(
    shown: ThePage, axe: Callable[..., list[str]]
) -> None:
    page = shown.page
    shown.resize(390, 844)
    page.route("**/api/revision", lambda route: route.fulfill(status=500, body=""))
    assert message(page).startswith("The server answers with error 500.")
    assert axe(page, "#connection") == []
    page.emulate_media(color_scheme="dark")
    assert axe(page, "#connection") == []
    overlap = """() => {
      scrollTo(0, document.body.scrollHeight);
      const last = document.querySelector(".lower").getBoundingClientRect();
      return last.bottom - document.querySelector("#connection").getBoundingClientRect().top;
    }"""
    assert page.evaluate(overlap) <= 0
    page.set_viewport_size({"width": 1440, "height": 900})
    page.emulate_media(color_scheme="light")
