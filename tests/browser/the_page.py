"""What the page shows, read from the screen: list, timeline, network, summary, and the API."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from urllib.request import urlopen

from playwright.sync_api import Page, Request

TURN_MILLISECONDS, QUIET_TURNS = 60, 4
# Timeline, list and card all show what the address says.
IN_STEP = """
() => {
  const query = location.search.slice(1);
  const meta = document.querySelector('#timeline .js-plotly-plot')?.layout?.meta;
  const count = document.querySelector('#selection-summary').textContent.split(' ')[0];
  const heading = document.querySelector('#list-heading').textContent;
  const open = document.querySelector('#card-title') !== null;
  return meta?.query === query && heading.endsWith(`(${count})`)
    && open === new URLSearchParams(query).has('event');
}
"""
GRAPH = "document.querySelector('#{} .js-plotly-plot')"


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
        """Goes to an address and waits until both charts are drawn."""
        self.page.goto(f"{self.url}?{query}" if query else self.url)
        self.page.wait_for_selector("#timeline .js-plotly-plot .nsewdrag")
        self.page.wait_for_selector("#relations .js-plotly-plot .nsewdrag", state="attached")
        self.settle()

    def settle(self) -> None:
        """Waits until the server has answered all the page asked, and the charts show it."""
        quiet = 0
        while quiet < QUIET_TURNS:
            self.page.wait_for_timeout(TURN_MILLISECONDS)
            quiet = 0 if self.pending else quiet + 1
        self.page.wait_for_function(IN_STEP)
        # The chart may be ahead of the sentence and the list by a moment.
        self.page.wait_for_timeout(TURN_MILLISECONDS)
        self.page.wait_for_function(IN_STEP)

    def summary(self) -> str:
        return self.page.inner_text("#selection-summary")

    def parameters(self) -> list[tuple[str, str]]:
        return parse_qsl(urlsplit(self.page.url).query)

    def listed(self) -> list[str]:
        """Ids of the events in the list."""
        rows = self.page.query_selector_all("#event-list [data-event-id]")
        return [row.get_attribute("data-event-id") or "" for row in rows]

    def trace(self, chart: str, name: str) -> dict[str, Any]:
        """One trace of a chart, as drawn."""
        find = f"{GRAPH.format(chart)}.data.find((trace) => trace.name === '{name}')"
        fields = "x, y, text, hovertext, customdata"
        found: dict[str, Any] = self.page.evaluate(
            f"() => {{ const {{ {fields} }} = {find}; return {{ {fields} }}; }}"
        )
        return found

    def marked(self) -> set[str]:
        """Ids of the events that have marks within the timeline's window."""
        marks = self.trace("timeline", "marks")
        width = self.page.evaluate(f"() => {GRAPH.format('timeline')}.layout.meta.width")
        return {
            id_
            for (id_, _), x in zip(marks["customdata"], marks["x"], strict=True)
            if 0 <= x <= width
        }

    def edges(self) -> dict[tuple[str, str], str]:
        """Tooltip of each edge of the network by source and target."""
        handles = self.trace("relations", "edges")
        found = {}
        for (query, *_), text in zip(handles["customdata"], handles["hovertext"], strict=True):
            source, target = dict(parse_qsl(query))["dyad"].split(":")
            found[source, target] = text
        return found

    def on_screen(self, chart: str, name: str, number: int) -> tuple[float, float]:
        """Place of a point of a chart on the screen, scrolled into view."""
        self.page.locator(f"#{chart}").scroll_into_view_if_needed()
        x, y = self.page.evaluate(
            f"""([name, number]) => {{
              const graph = {GRAPH.format(chart)};
              const {{ x, y }} = graph.data.find((trace) => trace.name === name);
              const box = graph.getBoundingClientRect();
              const {{ xaxis, yaxis }} = graph._fullLayout;
              return [box.left + xaxis._offset + xaxis.l2p(x[number]),
                      box.top + yaxis._offset + yaxis.l2p(y[number])];
            }}""",
            [name, number],
        )
        return float(x), float(y)

    def api(self, path: str) -> Any:
        """What the server answers to the same query."""
        with urlopen(f"{self.url}{path}") as answer:
            return json.load(answer)

    def choose(self, control: str, *labels: str) -> None:
        """Chooses options of a multiple selection by mouse."""
        for label in labels:
            self.page.click(f"#{control}")
            self.page.locator("[data-combobox-option]:visible", has_text=label).first.click()
            self.page.keyboard.press("Escape")
            self.settle()
