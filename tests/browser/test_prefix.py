"""Below a prefix that a proxy removes or keeps, the page does all it does elsewhere."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.browser.conftest import OpenPage, Served
from tests.browser.test_editing import FILE, Form
from tests.browser.the_page import ThePage
from tests.examples import SHIPPED
from tests.web.proxy import Proxy, proxy

PREFIX = "/timeline"
SHEETS = "() => document.querySelector('#paper').childElementCount"


@dataclass
class Behind:
    """A proxy, and the server behind it."""

    proxy: Proxy
    served: Served


@pytest.fixture(params=[True, False], ids=["removed", "kept"])
def front(request: pytest.FixtureRequest) -> Iterator[Proxy]:
    with proxy(PREFIX, strips=request.param) as running:
        yield running


@pytest.fixture
def behind(front: Proxy, serve: Callable[..., Served]) -> Iterator[Callable[..., Behind]]:
    """Starts a server behind the proxy."""
    started: list[Served] = []

    def start(file: Path, *arguments: str) -> Behind:
        allow = ("--allow-host", f"127.0.0.1:{front.port}")
        served = serve(file, "--prefix", PREFIX, *allow, *arguments)
        started.append(served)
        front.to = served.port
        return Behind(front, served)

    yield start
    for served in started:
        served.stop()
    assert front.outside == [], "paths outside the prefix"


def test_the_page_loads_filters_prints_exports_and_changes_its_language(
    behind: Callable[..., Behind], page_of: OpenPage
) -> None:
    url = behind(SHIPPED).proxy.url
    shown = ThePage(page_of(1440, 900), url)
    shown.open("relations=measures")
    addresses_lead_below(url, shown)
    shown.follow("")
    events = len(shown.listed())
    shown.choose("country-filter", "Japan")
    assert 0 < len(shown.listed()) < events
    assert shown.page.url.startswith(f"{url}?country=")
    shown.after(shown.page.locator("#event-list .row a").first.click)
    assert shown.page.locator("#card-title").count() == 1
    shown.page.get_by_text("Take away", exact=True).click()
    with shown.page.expect_download() as download:
        shown.page.locator("#take-away a[data-export='csv']").click()
    assert download.value.path().read_text("utf-8-sig").startswith("date,")
    code = shown.page.locator("#embed-code")
    code.focus()
    assert f'src="{url}?' in code.input_value()
    shown.page.keyboard.press("Escape")
    shown.page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    assert shown.page.evaluate(SHEETS) > 0
    shown.page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    shown.page.locator("details.languages > summary").click()
    with shown.page.expect_navigation():
        shown.page.locator("a[hreflang=ko]").click()
    shown.page.wait_for_selector("#timeline > svg.timeline", state="attached")
    assert shown.page.get_attribute("html", "lang") == "ko"
    assert shown.page.url.startswith(f"{url}?country=")


def addresses_lead_below(url: str, shown: ThePage) -> None:
    """Follows every link to data and exports."""
    for selector in ("a[href^='api/']", "#take-away a[data-export]"):
        addresses = shown.page.eval_on_selector_all(
            selector, "(links) => links.map((link) => link.href)"
        )
        assert addresses
        for address in {address for address in addresses if "/png" not in address}:
            assert address.startswith(url), address
            with urlopen(address) as answer:
                assert answer.status == 200
    with urlopen(f"{url}export/atom") as answer:
        assert f'href="{url}?event=' in answer.read().decode()


@pytest.mark.parametrize("front", [True], ids=["removed"], indirect=True)
def test_an_event_is_saved_and_taken_back_and_a_change_of_the_file_is_shown(
    behind: Callable[..., Behind], page_of: OpenPage, tmp_path: Path
) -> None:
    file = tmp_path / "events.yaml"
    file.write_text(FILE, "utf-8")
    url = behind(file, "--edit").proxy.url
    shown = ThePage(page_of(1440, 900), url)
    shown.open()
    form = Form(shown.page, file)
    form.add()
    form.write_all([("date", 0, "2023-11-03"), ("title", 0, "Talks"), ("actors.0", 0, "Japan")])
    form.leave()
    form.save()
    assert form.text.startswith(f"{FILE}\n  - date: 2023-11-03\n")
    form.page.wait_for_selector("#card-title:text-is('Talks')")
    form.undo()
    assert form.text == FILE
    file.write_text(FILE.replace("Pyongyang answers", "Pyongyang replies"), "utf-8")
    form.page.wait_for_selector("#event-list .row-title:text-is('Pyongyang replies')")
    with urlopen(f"{url}api/events") as answer:
        assert len(json.load(answer)["events"]) == 3
