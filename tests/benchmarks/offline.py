"""Measures the offline page of 2,000 events: `python -m tests.benchmarks.offline [N …]`.

For each number of events: size, time to write it, time until its charts are in the page, opened
from disk without a network, and time from a choice of a country until the page is laid out again;
the first choices are the slowest, as the scripts run for the first time.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page

from dashboard.analysis.dataset import Dataset
from dashboard.formats.html.page import html_page
from tests.benchmarks.measure import browser, p50, p95, print_table
from tests.benchmarks.worlds import world

SIZES = (200, 2_000, 5_000)
CHOICES = 20
FILTER = """
(index) => new Promise((resolve) => {
  const select = document.querySelector("[name=country]");
  select.selectedIndex = index;
  const begin = performance.now();
  select.dispatchEvent(new Event("input", { bubbles: true }));
  document.body.getBoundingClientRect();
  resolve(performance.now() - begin);
})
"""
PAINTED = "() => document.querySelector('#timeline svg') && performance.now()"


def main() -> None:
    """Measures every size, or those that are given."""
    print_table([measured(int(size)) for size in sys.argv[1:] or SIZES])


def measured(events: int) -> dict[str, object]:
    """Returns one row of the table; times in milliseconds."""
    dataset = Dataset(world(events))
    begin = time.perf_counter()
    text = html_page(dataset)
    written = (time.perf_counter() - begin) * 1000
    with TemporaryDirectory() as folder, browser() as chromium:
        file = Path(folder) / "events.html"
        file.write_text(text, "utf-8")
        page = chromium.new_page(viewport={"width": 1440, "height": 900}, offline=True)
        opened = _open(page, file)
        times = [float(page.evaluate(FILTER, 1 + number)) for number in range(CHOICES)]
    return {
        "events": f"{events:,}",
        "kB": round(len(text.encode()) / 1000),
        "written": round(written),
        "opened": round(opened),
        "filter p50": p50(times),
        "filter p95": p95(times),
    }


def _open(page: Page, file: Path) -> float:
    page.goto(file.as_uri())
    return float(page.wait_for_function(PAINTED).json_value())


if __name__ == "__main__":
    main()
