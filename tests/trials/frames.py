"""A wheel zoom of one second: `python -m tests.trials.frames [FOLDER]` counts frames and pauses.

One turn of the wheel in each frame, over the timeline of 16, 1,000 and 10,000 events. With a folder
that holds the unpacked npm package of vis-timeline, that library is measured beside it in the same
run, with the same events as items.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page

from dashboard import load
from tests.benchmarks.budgets import generated_yaml
from tests.benchmarks.measure import browser, print_table
from tests.examples import SHIPPED
from tests.web.running import waitress

SIZES = (16, 1_000, 10_000)
ROUNDS = 3
BUNDLE = "package/standalone/umd/vis-timeline-graph2d.min.js"
TURN = """
async ([selector]) => {
  const room = document.querySelector(selector);
  const { left, top, width, height } = room.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height * 0.6];
  let changed = false;
  const watch = new MutationObserver(() => (changed = true));
  watch.observe(room, { subtree: true, childList: true, attributes: true });
  const gaps = [];
  let pictures = 0;
  const begun = performance.now();
  let last = begun;
  await new Promise((done) => {
    const frame = () => {
      const now = performance.now();
      gaps.push(now - last);
      last = now;
      pictures += changed;
      changed = false;
      if (now - begun > 1000) return done();
      const options = { bubbles: true, cancelable: true, deltaY: -24, clientX: x, clientY: y };
      const target = document.elementFromPoint(x, y);
      target.dispatchEvent(new WheelEvent("wheel", { ...options, ctrlKey: selector !== "#vis" }));
      return requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  watch.disconnect();
  return [pictures, Math.max(...gaps.slice(1))];
}
"""


def main() -> int:
    """Prints the median of some rounds."""
    bundle = Path(sys.argv[1], BUNDLE) if len(sys.argv) > 1 else None
    with browser() as chromium, tempfile.TemporaryDirectory() as folder:
        print_table(
            [row for size in SIZES for row in measured(chromium, Path(folder), size, bundle)]
        )
    return 0


def measured(
    chromium: Browser, folder: Path, size: int, bundle: Path | None
) -> Iterator[dict[str, object]]:
    """Measures both at one size."""
    file = folder / "events.yaml"
    file.write_text(SHIPPED.read_text("utf-8") if size == 16 else generated_yaml(size), "utf-8")
    with waitress(file) as server:
        rounds = [ours(chromium, f"http://127.0.0.1:{server.port}") for _ in range(ROUNDS)]
    yield row(size, "this page", rounds)
    if bundle:
        page = vis_page(file, folder, bundle)
        yield row(size, "vis-timeline", [vis(chromium, page) for _ in range(ROUNDS)])


def row(size: int, what: str, rounds: list[tuple[float, float]]) -> dict[str, object]:
    """The medians of the rounds."""
    pictures, worst = (median(column) for column in zip(*rounds, strict=True))
    return {"events": size, "": what, "pictures in 1 s": pictures, "worst pause, ms": worst}


def ours(chromium: Browser, url: str) -> tuple[float, float]:
    """One round on the page of a server."""
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    page.goto(url)
    page.wait_for_selector("#timeline > svg")
    page.wait_for_selector("#overview > svg")
    return turned(page, "#timeline")


def vis(chromium: Browser, path: Path) -> tuple[float, float]:
    """One round on a page of vis-timeline."""
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    page.goto(path.as_uri())
    page.wait_for_selector(".vis-item", state="attached")
    return turned(page, "#vis")


def turned(page: Page, selector: str) -> tuple[float, float]:
    """Turns the wheel for a second and closes the page."""
    page.wait_for_timeout(2500)
    pictures, worst = page.evaluate(TURN, [selector])
    page.close()
    return pictures, worst


def vis_page(file: Path, folder: Path, bundle: Path) -> Path:
    """Writes a page of vis-timeline with the events of a file."""
    events = load(file).events
    dates = (str(date)[:10] for date in events["date"])
    items: list[dict[str, Any]] = [
        {"id": number, "content": str(title), "start": start}
        for number, (title, start) in enumerate(zip(events["title"], dates, strict=True))
    ]
    script = bundle.read_text("utf-8")
    page = folder / "vis.html"
    page.write_text(
        f"<!doctype html><meta charset=utf-8><script>{script}</script>"
        "<div id=vis></div><script>new vis.Timeline(document.getElementById('vis'),"
        f" {json.dumps(items)}, {{height: 600}})</script>",
        "utf-8",
    )
    return page


if __name__ == "__main__":
    sys.exit(main())
