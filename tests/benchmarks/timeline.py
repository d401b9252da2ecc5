"""Measures the timeline from 16 events to a million: `python -m tests.benchmarks.timeline [N …]`.

For each number of events, over made-up worlds of a fixed seed with three participants an event and
countries that are as frequent as Zipf has it: first picture, click on a country filter until both
charts are painted, zoom until the timeline is painted for the new window, size of the figure, and
memory of the server. Times are those of a reader: a real browser, real input, the real server.
"""

from __future__ import annotations

import sys
from random import Random

from playwright.sync_api import Page

from tests.benchmarks.budgets import (
    CHARTS,
    FILTER_BUDGETS,
    choose_country,
    generated,
    open_page,
)
from tests.benchmarks.measure import browser, goto_to_drawings, p50, p95, print_table
from tests.web.running import memory

SIZES = (16, 1_000, 10_000, 100_000, 1_000_000)
CLICKS = 20
FIGURE_BUDGET = 150_000
FIGURE_BYTES = """
() => new TextEncoder().encode(document.querySelector("#timeline").innerHTML).length
"""
ARM_ZOOM = """
() => {
  const chart = document.querySelector("#timeline");
  const shown = () => {
    const { lower, upper } = chart.querySelector(":scope > svg.timeline").dataset;
    return `${lower} ${upper}`;
  };
  const before = shown();
  let begun = null;
  addEventListener("click", (click) => { begun ??= click.timeStamp; }, {capture: true, once: true});
  window.zoomed = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (begun === null || shown() === before) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - begun));
    });
    observer.observe(chart, { childList: true });
  });
}
"""


def main() -> None:
    """Measures every size, or those that are given."""
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    print_table([measured(size) for size in sizes])


def measured(events: int) -> dict[str, object]:
    """Returns one row of the table; times in milliseconds."""
    with generated(events) as server, browser() as chromium:
        page = chromium.new_page(viewport={"width": 1440, "height": 900})
        first = goto_to_drawings(page, server.url, CHARTS[:1])
        page.close()
        page = open_page(chromium, server.url)
        size = max(int(page.evaluate(FIGURE_BYTES)), 0)
        clicks = [choose_country(page, Random(number)) for number in range(CLICKS)]
        page.goto(server.url)
        page.wait_for_selector(CHARTS[1])
        page.wait_for_timeout(800)
        zooms = [zoom(page, number) for number in range(CLICKS)]
        megabytes = memory(server.process.pid)
    return {
        "events": f"{events:,}",
        "first paint": first,
        "filter p50": p50(clicks),
        "filter p95": p95(clicks),
        "budget": FILTER_BUDGETS.get(events, 150.0),
        "zoom p50": p50(zooms),
        "zoom p95": p95(zooms),
        "figure KB": size / 1000,
        "of": FIGURE_BUDGET / 1000,
        "server MB": megabytes,
    }


def zoom(page: Page, number: int) -> float:
    """Zooms in four times, then shows all again; milliseconds until painted for the new window."""
    name = "fit" if number % 5 == 4 else "in"
    page.evaluate(ARM_ZOOM)
    page.locator(f"[data-zoom={name}]").click()
    taken = float(page.wait_for_function("() => window.zoomed").json_value())
    page.wait_for_timeout(900)
    return taken


if __name__ == "__main__":
    main()
