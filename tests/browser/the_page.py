"""What the page shows, read from the screen: list, timeline, network, summary, and the API."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from urllib.request import urlopen

from playwright.sync_api import Locator, Page, Request

DRAWN = "#timeline > svg.timeline"
TURN_MILLISECONDS, QUIET_TURNS = 40, 3
# Timeline, list and card all show what the address says, and no movement goes on.
IN_STEP = """
() => {
  const query = location.search.slice(1);
  const drawn = document.querySelector('#timeline > svg.timeline')?.dataset.query;
  const count = document.querySelector('#selection-summary').textContent.split(' ')[0];
  const heading = document.querySelector('#list-heading').textContent;
  const open = new URLSearchParams(query).get('event');
  const card = document.querySelector('#event-details .card')?.dataset.event;
  const hasTitle = document.querySelector('#card-title') !== null;
  const row = document.querySelector('#event-list .row a')?.getAttribute('href') ?? '?' + query;
  const filters = (of) => {
    const given = new URLSearchParams(of);
    given.delete('event');
    return String(given);
  };
  return drawn === query && heading.endsWith(`(${count})`) && filters(row) === filters(query)
    && hasTitle === (open !== null) && (card ?? open) === open;
}
"""
DAY = 86_400


@dataclass(frozen=True)
class ThePage:
    """The dashboard in a browser, and the server behind it; ``pending`` are open callbacks."""

    page: Page
    url: str
    pending: set[Request] = field(default_factory=set)

    def __post_init__(self) -> None:
        def begin(request: Request) -> None:
            if "_dash-update-component" in request.url:
                self.pending.add(request)

        def end(request: Request) -> None:
            self.pending.discard(request)

        self.page.on("request", begin)
        self.page.on("requestfinished", end)
        self.page.on("requestfailed", end)

    def open(self, query: str = "") -> None:
        """Goes to an address and waits until the charts, the list and the card are drawn."""
        self.page.goto(f"{self.url}?{query}" if query else self.url)
        self.page.wait_for_selector(DRAWN, state="attached")
        self.page.wait_for_selector("#overview > svg", state="attached")
        self.settle()

    def settle(self) -> None:
        """Waits until the server has answered all the page asked, and the page shows it."""
        quiet = 0
        while quiet < QUIET_TURNS:
            self.page.wait_for_timeout(TURN_MILLISECONDS)
            if self.pending:
                quiet = 0
            elif quiet == QUIET_TURNS - 1:
                # The chart may be ahead of the sentence and the list by a moment.
                self.page.wait_for_function(IN_STEP)
                quiet = 0 if self.pending else QUIET_TURNS
            else:
                quiet += 1

    def resize(self, width: int, height: int = 900) -> None:
        """Changes the size of the window; the page is told of it after a rest."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.wait_for_timeout(180)
        self.settle()

    def after(self, act: Callable[[], object]) -> None:
        """Acts, and waits until another address is shown in full."""
        before = self.page.url
        act()
        self.page.wait_for_function("(before) => location.href !== before", arg=before)
        self.settle()

    def follow(self, query: str) -> None:
        """Goes on to another address as a link does, without loading the page again."""
        self.after(lambda: self.page.evaluate(FOLLOW_LINK, query))

    def go_on(self, query: str = "") -> None:
        """Shows an address with nothing pointed at, focused or unfolded.

        The page is loaded only if it is not open yet: parts of its state that the address does not
        contain stay as the last test left them.
        """
        if not self.page.url.startswith(self.url):
            self.open(query)
            return
        self.page.bring_to_front()  # the browser draws a page behind another one slowly
        self.page.mouse.move(0, 0)
        self.page.evaluate(LET_GO)
        self.settle()
        if self.query != query:
            self.follow(query)

    def follow_file(self) -> None:
        """Waits until the page shows the present file."""
        revision = self.api("api/revision")["revision"]
        self.page.wait_for_function(SHOWS_REVISION, arg=revision)
        self.settle()

    def begin_again(self) -> None:
        """Shows the present file without a form, a draft or a notice; the first call loads it."""
        if not self.page.url.startswith(self.url):
            self.open()
            return
        self.page.evaluate(FORGET)
        self.page.wait_for_selector(".edit-dialog", state="detached")
        self.follow_file()
        if self.query:
            self.follow("")

    def summary(self) -> str:
        return self.page.inner_text("#selection-summary")

    @property
    def query(self) -> str:
        return urlsplit(self.page.url).query

    def parameters(self) -> list[tuple[str, str]]:
        return parse_qsl(self.query)

    def listed(self) -> list[str]:
        """Ids of the events in the list."""
        return self._values("#event-list [data-event-id]", "eventId")

    def window(self) -> tuple[float, float]:
        """Begin and end of the window that the timeline is drawn for, in seconds."""
        found = self.page.eval_on_selector(DRAWN, "({ dataset }) => [dataset.lower, dataset.upper]")
        lower, upper = map(float, found)
        return lower, upper

    def marked(self) -> set[str]:
        """Ids of the events whose marks are within the plot of the timeline."""
        found = self.page.evaluate(
            """(drawn) => {
              const { width } = document.querySelector(drawn).dataset;
              return [...document.querySelectorAll("#timeline .event[data-event]")]
                .filter(({ dataset }) => dataset.x >= -1 && Number(dataset.x) <= Number(width) + 1)
                .map(({ dataset }) => dataset.event);
            }""",
            DRAWN,
        )
        return set(found)

    def event(self, id_: str) -> Locator:
        """The marks of an event on the timeline."""
        return self.page.locator(f'#timeline .event[data-event="{id_}"]')

    def mark(self, id_: str) -> Locator:
        """The first sign of an event on the timeline."""
        return self.event(id_).locator(".mark").first

    def half(self, source: str, target: str) -> Locator:
        """What one actor did to another, on the network."""
        return self.page.locator(f'#relations a[data-dyad="{source}:{target}"]')

    def click_half(self, source: str, target: str) -> None:
        """Clicks the line of a dyad where it is drawn."""
        half = self.half(source, target)
        half.scroll_into_view_if_needed()
        x, y = half.locator(".reach").evaluate(MIDDLE_OF_PATH)
        self.page.mouse.move(x - 3, y)
        self.page.mouse.move(x, y)
        self.after(lambda: self.page.mouse.click(x, y))

    def edges(self) -> dict[tuple[str, str], str]:
        """What is said of each dyad of the network, by source and target."""
        found = self.page.eval_on_selector_all(
            "#relations a[data-dyad]",
            "(parts) => parts.map((part) => [part.dataset.dyad, part.getAttribute('aria-label')])",
        )
        return {tuple(dyad.split(":")): words for dyad, words in found}

    def nodes(self) -> dict[str, list[float]]:
        """Where each node of the network is drawn, by actor."""
        found: dict[str, list[float]] = self.page.eval_on_selector_all(
            "#relations a[data-actor]",
            """(parts) => Object.fromEntries(parts.map((part) => {
              const { cx, cy } = part.querySelector(".dot");
              return [part.dataset.actor, [cx.baseVal.value, cy.baseVal.value]];
            }))""",
        )
        return found

    def tip(self) -> str:
        """The words of the tip, once there is one."""
        return self.page.locator(".tip-box").inner_text()

    def api(self, path: str) -> Any:
        """What the server answers to the same query."""
        with urlopen(f"{self.url}{path}") as answer:
            return json.load(answer)

    def unfold(self, control: str) -> None:
        """Opens the menu that a control is in, if it is closed."""
        menu = self.page.locator(f"details.menu:has(#{control})")
        if menu.count() and menu.get_attribute("open") is None:
            menu.locator("> summary").click()

    def choose(self, control: str, *labels: str) -> None:
        """Chooses options of a multiple selection by mouse."""
        self.unfold(control)
        for label in labels:
            self.page.click(f"#{control}")
            option = self.page.locator("[data-combobox-option]:visible", has_text=label).first
            self.after(option.click)
        self.page.keyboard.press("Escape")

    def pick(self, control: str, label: str) -> None:
        """Picks one of the words of a control."""
        self.unfold(control)
        self.page.locator(f"#{control} label", has_text=label).first.click()

    def _values(self, selector: str, name: str) -> list[str]:
        found: list[str] = self.page.eval_on_selector_all(
            selector, f"(parts) => parts.map(({{ dataset }}) => dataset.{name})"
        )
        return found


MIDDLE_OF_PATH = """
(path) => {
  const { x, y } = path.getPointAtLength(path.getTotalLength() / 2);
  const at = new DOMPoint(x, y).matrixTransform(path.getScreenCTM());
  return [at.x, at.y];
}
"""
LET_GO = """
() => {
  document.activeElement.blur();
  for (const menu of document.querySelectorAll("details.menu[open]")) menu.open = false;
  scrollTo(0, 0);
}
"""
# What a test leaves in the page: an open form, its draft, and the notice.
FORGET = """
() => {
  document.querySelector(".edit-dialog")?.close();
  localStorage.clear();
  document.querySelector("#edit-notice")?.replaceChildren();
}
"""
SHOWS_REVISION = """
(revision) => window.dash_component_api.getLayout("revision").props.data === revision
"""
FOLLOW_LINK = """
(query) => {
  const link = document.createElement("a");
  link.href = "?" + query;
  document.body.append(link);
  link.click();
  link.remove();
}
"""
