"""Measures the budgets: `python -m tests.benchmarks.budgets` prints each figure beside its budget.

Times are of the whole path that a reader takes: the real command, a real browser, real input
events. Where machines differ the budget is a ratio to the bare page or to plain PyYAML, measured
in the same run.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from random import Random

import yaml
from playwright.sync_api import Browser, Page

from dashboard.linting.lint import lint
from dashboard.reading.book import read_book
from tests.benchmarks import bare_page
from tests.benchmarks.measure import (
    LOADS,
    STARTS,
    Started,
    browser,
    click_to_painted,
    goto_to_drawings,
    p50,
    p95,
    print_table,
    started,
)
from tests.examples import SHIPPED
from tests.web.running import HOST, free_port

CHARTS = ("#timeline > svg", ":is(#relations, #relations-panel) > *")
"""The timeline, and the network or the table of another view."""
CLICKS = 40
YAML_EVENTS = 10_000
ROUNDS = 5
SAVES = 10
FILTER_BUDGETS = {16: 150.0, 1_000: 150.0, 100_000: 150.0, 1_000_000: 250.0}
DEFAULT_SIZES = (16, 1_000)

Row = dict[str, object]


def main() -> None:
    """Measures everything; sizes of generated worlds may be given as arguments."""
    sizes = [int(size) for size in sys.argv[1:]] or list(DEFAULT_SIZES)
    rows = [*start_and_page(), *(filter_clicks(size) for size in sizes)]
    rows += [reading(), linting(), saving()]
    print_table(rows)


def row(what: str, measured: float, budget: float, unit: str) -> Row:
    """Returns a row of the table; the verdict is for the eye, the numbers are what counts."""
    verdict = "met" if measured <= budget else "MISSED"
    return {
        "what": what,
        "measured": f"{measured:.2f} {unit}",
        "budget": f"{budget:g} {unit}",
        "": verdict,
    }


def start_and_page() -> list[Row]:
    """Measures start and first picture against the bare page, in turn."""
    starts: dict[str, list[float]] = {"bare": [], "ours": []}
    loads: dict[str, list[float]] = {"bare": [], "ours": []}
    servers: dict[str, Callable[[], AbstractContextManager[Started]]] = {
        "bare": bare,
        "ours": dashboard,
    }
    for _ in range(STARTS):
        for name, serve in servers.items():
            with serve() as server:
                starts[name].append(server.seconds)
    with bare() as floor, dashboard() as ours, browser() as chromium:
        pages = {"bare": (floor.url, (bare_page.CHART,)), "ours": (ours.url, CHARTS)}
        for _ in range(LOADS):
            for name, (url, graphs) in pages.items():
                page = chromium.new_page()
                loads[name].append(goto_to_drawings(page, url, graphs))
                page.close()
    rows = []
    for what, times, budget in (
        ("start to first 200 / bare page", starts, 1.3),
        ("page to both charts painted / bare page", loads, 1.2),
    ):
        rows.append(row(what, p50(times["ours"]) / p50(times["bare"]), budget, "×"))
    return rows


@contextmanager
def bare() -> Iterator[Started]:
    """Serves the bare page."""
    port = free_port()
    command = [sys.executable, "-m", "tests.benchmarks.bare_page", "--port", str(port)]
    with started(command, f"http://{HOST}:{port}/") as server:
        yield server


@contextmanager
def dashboard(file: Path = SHIPPED) -> Iterator[Started]:
    """Serves an events file."""
    port = free_port()
    command = [sys.executable, "-m", "dashboard", "serve", str(file), "--port", str(port)]
    with started(command, f"http://{HOST}:{port}/") as server:
        yield server


@contextmanager
def generated(events: int) -> Iterator[Started]:
    """Serves a generated world, or the shipped file for its own size."""
    if events == 16:
        with dashboard() as server:
            yield server
        return
    port = free_port()
    module = "tests.benchmarks.serve_world"
    command = [sys.executable, "-m", module, "--port", str(port), "--events", str(events)]
    with started(command, f"http://{HOST}:{port}/") as server:
        yield server


def filter_clicks(events: int) -> Row:
    """Measures the click on an option of the country filter until both charts are painted."""
    with generated(events) as server, browser() as chromium:
        page = open_page(chromium, server.url)
        times = [choose_country(page, Random(number)) for number in range(CLICKS)]
    what = f"country filter, {events:,} events, p95 of {CLICKS} (p50 {p50(times):.0f} ms)"
    return row(what, p95(times), FILTER_BUDGETS.get(events, 250.0), "ms")


def open_page(chromium: Browser, url: str) -> Page:
    """Opens a page and waits until it has come to rest."""
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    page.goto(url)
    page.wait_for_selector(CHARTS[1])
    page.wait_for_timeout(800)
    return page


def choose_country(page: Page, random: Random) -> float:
    """Clicks one of the first options of the country filter; clears the filter before."""
    menu = page.locator("details:has(#country-filter)")
    if page.locator(".filters .mantine-MultiSelect-pill").count() > 3:
        page.locator("#clear-filters").click()
        page.wait_for_timeout(500)
    if menu.get_attribute("open") is None:
        menu.locator("> summary").click()
    page.locator("#country-filter").click()
    options = page.locator("[data-combobox-option]:visible")
    options.first.wait_for()
    page.wait_for_timeout(250)
    option = options.nth(random.randrange(min(6, options.count())))
    taken = click_to_painted(page, option.click, CHARTS)
    page.keyboard.press("Escape")
    page.wait_for_timeout(250)
    return taken


def reading() -> Row:
    """Measures reading and checking against a plain load of the same text."""
    text = generated_yaml(YAML_EVENTS)
    ours, plain = [], []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        if read_book(text).book is None:
            raise AssertionError("the generated file must be good")
        ours.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        yaml.load(text, Loader=yaml.CSafeLoader)
        plain.append(time.perf_counter() - begun)
    what = f"reading {YAML_EVENTS:,} events / CSafeLoader ({p50(ours):.2f} s / {p50(plain):.2f} s)"
    return row(what, p50(ours) / p50(plain), 0.5, "×")


def linting() -> Row:
    """Measures `check --lint` against a plain check of the same text."""
    text = generated_yaml(YAML_EVENTS)
    linted, plain = [], []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        book = read_book(text).book
        plain.append(time.perf_counter() - begun)
        if book is None:
            raise AssertionError("the generated file must be good")
        lint(book)
        linted.append(time.perf_counter() - begun)
    what = (
        f"linting {YAML_EVENTS:,} events / plain check ({p50(linted):.2f} s / {p50(plain):.2f} s)"
    )
    return row(what, p50(linted) / p50(plain), 1.5, "×")


def generated_yaml(events: int) -> str:
    """Writes an events file with a claim, a link and two sources now and then, as people do."""
    random = Random(7)
    countries = ["North Korea", "Russia", "KOR", "Japan", "United States", "China", "UKR", "EU"]
    lines = ["title: A generated file", "events:"]
    for number in range(events):
        one, two, three = random.sample(countries, 3)
        day = f"20{random.randint(10, 23)}-{random.randint(1, 12):02d}-{random.randint(1, 28):02d}"
        lines += [
            f"  - id: event-{number}",
            f"    date: {day}",
            f"    title: Event number {number} of a long list of events",
            f"    type: {random.choice(['visit', 'condemn', 'accuse', 'summit', 'deny'])}",
            f"    actors: [{one}, {two}]",
            f"    targets: [{three}]",
            f"    importance: {random.randint(1, 5)}",
            "    place: Pyongyang",
            "    description: What happened, told in one sentence of about this length or more.",
            "    sources:",
            f"      - {{publisher: Yonhap, date: {day}, url: 'https://example.org/{number}'}}",
        ]
    return "\n".join(lines) + "\n"


def saving() -> Row:
    """Measures saving a three-line event until the list shows it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "events.yaml"
        shutil.copy(SHIPPED, file)
        with dashboard(file) as server, browser() as chromium:
            page = open_page(chromium, server.url)
            times = [save_to_page(page, file, number) for number in range(SAVES)]
    return row(f"save to page updated, p95 of {SAVES}", p95(times), 1.0, "s")


def save_to_page(page: Page, file: Path, number: int) -> float:
    """Appends an event to the file; seconds until its row is on the page."""
    addition = (
        f"\n  - date: 2023-10-{number + 1:02d}\n    title: Added {number}\n    actors: [Japan]\n"
    )
    text = file.read_text("utf-8") + addition
    begun = time.perf_counter()
    file.write_text(text, "utf-8")
    page.locator("#event-list .row-title", has_text=f"Added {number}").wait_for()
    taken = time.perf_counter() - begun
    page.wait_for_timeout(137 * (number % 4))
    return taken


if __name__ == "__main__":
    main()
