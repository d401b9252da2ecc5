"""Times a server's start, a page's first picture, and a reader's click until it is painted.

`python -m tests.benchmarks.measure` prints start and first picture of the bare page, which the
budgets are ratios of. The other benchmarks import the helpers.
"""

from __future__ import annotations

import http.client
import math
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from tests.benchmarks import bare_page
from tests.browser.chromium import LAUNCH_ARGS, RUNS_AS_ROOT, find_or_install_chromium
from tests.examples import REPOSITORY
from tests.web.running import HOST, free_port

STARTS = 5
LOADS = 5
WAIT_SECONDS = 60.0

# The drawings are in the page in one animation frame, and on the screen when the next begins.
FIRST_DRAWINGS = """
(charts) => new Promise((resolve) => {
  const drawn = () => charts.every((chart) => document.querySelector(chart));
  const look = () => requestAnimationFrame(() =>
    drawn() ? requestAnimationFrame(() => resolve(performance.now())) : look());
  look();
})
"""

# The clock starts at the time stamp of the event itself, before any handler of the page has run.
# A chart counts as drawn once another element is in its place.
ARM = """
([charts, eventName]) => {
  let begun = null;
  const before = charts.map((chart) => document.querySelector(chart));
  const isNew = (chart, at) => ![before[at], null].includes(document.querySelector(chart));
  window.paintedAfterEvent = new Promise((resolve) => {
    window.beginClock = (stamp) => { begun ??= stamp; };
    addEventListener(
      eventName, (event) => window.beginClock(event.timeStamp), {capture: true, once: true});
    const observer = new MutationObserver(() => {
      if (begun === null || !charts.every(isNew)) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - begun));
    });
    observer.observe(document.body, {childList: true, subtree: true});
  });
}
"""


@dataclass(frozen=True, slots=True)
class Started:
    """A server that has answered: `seconds` from the start of its process to its first 200."""

    url: str
    seconds: float
    process: subprocess.Popen[bytes]


@contextmanager
def started(command: Sequence[str], url: str) -> Iterator[Started]:
    """Starts a command, waits until `url` answers 200, and stops the process at the end.

    Python may keep the compiled modules, as it does after an installation.

    Raises:
        RuntimeError: the process ended, or did not answer within a minute.
    """
    begun = time.perf_counter()
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(command, cwd=REPOSITORY, env=env, stdout=subprocess.DEVNULL)
    try:
        while not _answers(url):
            if process.poll() is not None or time.perf_counter() - begun > WAIT_SECONDS:
                raise RuntimeError(f"{url} does not answer: {' '.join(command)}")
            time.sleep(0.005)
        yield Started(url, time.perf_counter() - begun, process)
    finally:
        process.terminate()
        process.wait()


@contextmanager
def browser() -> Iterator[Browser]:
    """Starts the Chromium of the browser tests."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=find_or_install_chromium(),
            args=list(LAUNCH_ARGS),
            chromium_sandbox=not RUNS_AS_ROOT,
        )
        yield launched
        launched.close()


def goto_to_drawings(page: Page, url: str, charts: Sequence[str]) -> float:
    """Opens a page; milliseconds from the start of navigation to drawings in all the charts."""
    page.goto(url, wait_until="commit")
    return float(page.evaluate(FIRST_DRAWINGS, list(charts)))


def click_to_painted(
    page: Page,
    action: str | Callable[[], object],
    charts: Sequence[str],
    event: str = "click",
) -> float:
    """Acts on the page; milliseconds from the input event until the charts are painted.

    The clock starts at the first `event` that the page receives and stops in the first animation
    frame after each of the charts has been replaced since. The charts must be drawn already; one
    that the action does not change never ends the wait, and Playwright's time limit does.

    Args:
        page: The page.
        action: What a reader does, such as `page.locator("#button").click`; or JavaScript, for
            which the clock starts when it starts.
        charts: Selectors of the drawings that must be replaced.
        event: Name of the DOM event that starts the clock, for example `keydown` or `wheel`.
    """
    page.evaluate(ARM, [list(charts), event])
    if isinstance(action, str):
        page.evaluate(f"() => {{ window.beginClock(performance.now()); {action} }}")
    else:
        action()
    # wait_for_function has the page's time limit; a bare evaluate would wait for ever.
    handle = page.wait_for_function("() => window.paintedAfterEvent")
    return float(handle.json_value())


def quantile(values: Sequence[float], share: float) -> float:
    """Returns the nearest-rank quantile: the least value that `share` of all do not exceed."""
    return sorted(values)[max(math.ceil(share * len(values)), 1) - 1]


def p50(values: Sequence[float]) -> float:
    """Returns the lower median."""
    return quantile(values, 0.50)


def p95(values: Sequence[float]) -> float:
    """Returns the 95th percentile."""
    return quantile(values, 0.95)


def print_table(rows: Sequence[Mapping[str, object]]) -> None:
    """Prints a Markdown table; the keys of the first row are its head, floats get one decimal."""
    head = list(rows[0])
    cells = [[_text(row[key]) for key in head] for row in rows]
    widths = [max(map(len, column)) for column in zip(head, *cells, strict=True)]
    for line in [head, ["-" * width for width in widths], *cells]:
        padded = (
            text.ljust(width) if column == 0 else text.rjust(width)
            for column, (text, width) in enumerate(zip(line, widths, strict=True))
        )
        print(f"| {' | '.join(padded)} |")


def summary(what: str, milliseconds: Sequence[float]) -> dict[str, object]:
    """Returns one row for `print_table`."""
    return {
        "what": what,
        "n": len(milliseconds),
        "min ms": min(milliseconds),
        "p50 ms": p50(milliseconds),
        "p95 ms": p95(milliseconds),
    }


def measure_bare_page() -> list[dict[str, object]]:
    """Measures the bare page, and returns a row each for its start and its load."""
    starts, loads = [], []
    for _ in range(STARTS):
        with _bare_page() as server:
            starts.append(1000 * server.seconds)
    with _bare_page() as server, browser() as chromium:
        for _ in range(LOADS):
            # A page of its own context: a first visit, with nothing cached.
            page = chromium.new_page()
            loads.append(goto_to_drawings(page, server.url, [bare_page.CHART]))
            page.close()
    return [
        summary("start to first 200", starts),
        summary("navigation to drawings", loads),
    ]


@contextmanager
def _bare_page() -> Iterator[Started]:
    port = free_port()
    command = [sys.executable, "-m", "tests.benchmarks.bare_page", "--port", str(port)]
    with started(command, f"http://{HOST}:{port}/") as server:
        yield server


def _answers(url: str) -> bool:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=WAIT_SECONDS)
    try:
        connection.request("GET", parts.path or "/")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _text(cell: object) -> str:
    return f"{cell:.1f}" if isinstance(cell, float) else str(cell)


if __name__ == "__main__":
    print_table(measure_bare_page())
