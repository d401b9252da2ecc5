"""Measures an edit: `python -m tests.benchmarks.editing [N]`, from Save to the painted page.

A file of N events (default 2,000) is served with `--edit`; events are added through the form in a
real browser, and the clock runs from the click on Save until the timeline, the network and the list
show the new event.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page

from tests.benchmarks.budgets import generated_yaml
from tests.benchmarks.measure import browser, p50, p95, print_table, started
from tests.web.running import HOST, free_port

EVENTS, ADDED, BUDGET = 2_000, 12, 1_000.0
PAUSE = 2_500
"""Milliseconds between two events: nobody fills in a form more quickly."""
SHOWN = """
(count) => document.querySelector("#list-heading").textContent.endsWith(`(${count})`)
  && document.querySelector("#card-title") !== null
"""


def main() -> None:
    """Adds some events and prints how long each took to be shown, in milliseconds."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS
    with tempfile.TemporaryDirectory() as folder, browser() as chromium:
        file = Path(folder) / "events.yaml"
        file.write_text(generated_yaml(count), "utf-8")
        port = free_port()
        url = f"http://{HOST}:{port}/"
        command = [sys.executable, "-m", "dashboard", str(file), "--edit", "--port", str(port)]
        with started(command, url):
            page = chromium.new_page(viewport={"width": 1440, "height": 900})
            page.goto(url)
            page.wait_for_selector("#timeline > svg", state="attached")
            times = [add(page, count + number + 1) for number in range(ADDED)]
    print_table([{"events": count, "p50": p50(times), "p95": p95(times), "budget": BUDGET}])


def add(page: Page, count: int) -> float:
    """Adds one event through the form; milliseconds from Save until all of the page shows it."""
    page.click("#add-event")
    page.wait_for_selector(".edit-dialog[open] input[name=date]")
    page.fill(".edit-dialog [name=date]", "2024-11-01")
    page.fill(".edit-dialog [name=title]", f"Event number {count}")
    page.fill(".edit-dialog [name='actors.0']", "Japan")
    page.fill(".edit-dialog [name='targets.0']", "Chile")
    page.wait_for_selector("#edit-save:enabled")
    begun = time.perf_counter()
    page.click("#edit-save")
    page.wait_for_function(SHOWN, arg=f"{count:,}")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    taken = 1000 * (time.perf_counter() - begun)
    page.wait_for_timeout(PAUSE)
    return taken


if __name__ == "__main__":
    main()
