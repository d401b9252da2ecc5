"""Titles as the browser draws them: none overlaps another, is crossed by a leader or leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.benchmarks.budgets import generated
from tests.browser.conftest import OpenPage
from tests.examples import SHIPPED

WIDTHS = (390, 800, 1440, 2200)
WINDOWS = 10
EPISODE_WINDOWS = (
    ("2023-07-01", "2023-12-31"),
    ("2023-10-01", "2023-11-15"),
    ("2023-10-10", "2023-10-30"),
    ("2023-10-16", "2023-10-27"),
    ("2023-10-25", "2023-10-27"),
    ("2023-07-20", "2023-09-20"),
    ("2024-03-01", "2024-10-31"),
    ("2023-10-01", "2024-10-31"),
    ("2024-10-01", "2024-10-31"),
)
WORDS = [
    "visit",
    "summit",
    "statement",
    "exercise",
    "missile",
    "launch",
    "treaty",
    "sanctions",
    "minister",
    "embassy",
    "border",
    "delivery",
    "회담",
    "공동성명",
    "북한",
    "визит",
    "переговоры",
    "санкции",
    "договор",
    "زيارة",
    "بيان",
    "مناورات",
    "العقوبات",
]
COUNTRIES = ("North Korea", "Russia", "South Korea", "Japan", "United States", "China", "Ukraine")

# Does what a reader does who clicks a link of the page.
FOLLOW_LINK = """
(query) => {
  const link = document.createElement("a");
  link.href = "?" + query;
  document.body.append(link);
  link.click();
  link.remove();
}
"""
# Boxes on the screen of all titles, of all leaders and of the plot.
MEASURE = """
() => {
  const graph = document.querySelector("#timeline .js-plotly-plot");
  const traces = graph.querySelectorAll(".scatterlayer > .trace");
  const place = (name) => graph.data.findIndex((trace) => trace.name === name);
  const box = (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { left, right, top, bottom };
  };
  const titles = traces[place("titles")]?.querySelectorAll("text") ?? [];
  const leaders = traces[place("leaders")]?.querySelectorAll("path.js-line") ?? [];
  const lines = [...leaders].flatMap((path) => {
    const screen = path.getScreenCTM();
    const numbers = path.getAttribute("d").match(/-?[\\d.]+/g).map(Number);
    const points = [];
    let x = 0, y = 0;
    for (const [, letter, rest] of path.getAttribute("d").matchAll(/([MLHV])([^MLHV]*)/g)) {
      const values = rest.match(/-?[\\d.]+/g).map(Number);
      if (letter === "V") y = values[0];
      else if (letter === "H") x = values[0];
      else [x, y] = values;
      const at = new DOMPoint(x, y).matrixTransform(screen);
      points.push({ letter, x: at.x, y: at.y });
    }
    const found = [];
    points.forEach((point, index) => {
      if (point.letter === "M") return;
      const from = points[index - 1];
      found.push({ x: point.x, top: Math.min(from.y, point.y), bottom: Math.max(from.y, point.y) });
    });
    return found;
  });
  return {
    plot: box(graph.querySelector(".nsewdrag")),
    titles: [...titles].map((text) => ({ text: text.textContent, ...box(text) })),
    leaders: lines,
  };
}
"""


@dataclass(frozen=True)
class Drawn:
    """What stands on the screen, in CSS pixels."""

    plot: dict[str, float]
    titles: list[dict[str, Any]]
    leaders: list[dict[str, float]]


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of 500 events with titles in four scripts."""
    random = Random(11)
    lines = []
    for number in range(500):
        day = random.randint(1, 28)
        actors = random.sample(COUNTRIES, random.randint(1, 3))
        title = " ".join(random.sample(WORDS, random.randint(2, 7)))
        lines += [
            f"- date: {random.randint(2019, 2024)}-{random.randint(1, 12):02d}-{day:02d}",
            f"  title: {title} {number}",
            f"  actors: [{', '.join(actors)}]",
            f"  importance: {random.choices(range(1, 6), (4, 6, 8, 3, 1))[0]}",
        ]
    file = tmp_path_factory.mktemp("crowded") / "events.yaml"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file


@pytest.fixture(scope="module")
def address(serve: Any, crowded: Path) -> Iterator[Callable[[str], str]]:
    """The address of a file's page, or of that of a world of so many events; each served once."""
    with ExitStack() as running:

        @cache
        def of(which: str) -> str:
            if which.isdigit():
                started: Any = running.enter_context(generated(int(which)))
                return str(started.url)
            files = {"episode": SHIPPED, "crowded": crowded}
            return str(serve(files[which]).url)

        yield of


def windows(which: str) -> list[str]:
    """Ten windows as queries: everything, then ever shorter ones in different places."""
    if which == "episode":
        return ["", *(f"from={begin}&to={end}" for begin, end in EPISODE_WINDOWS)]
    random = Random(5)
    chosen = [""]
    while len(chosen) < WINDOWS:
        year, month = (
            random.randint(2019 if which == "crowded" else 1990, 2024),
            random.randint(1, 10),
        )
        later = min(12, month + random.choice((0, 1, 2)))
        chosen.append(
            f"from={year}-{month:02d}-{random.randint(1, 20):02d}&to={year}-{later:02d}-28"
        )
    return chosen


def drawn(page: Page, query: str) -> Drawn:
    """Waits until the timeline shows a window, and measures it."""
    page.wait_for_function(
        "(query) =>"
        " document.querySelector('#timeline .js-plotly-plot').layout.meta?.query === query",
        arg=query,
    )
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30)))")
    return Drawn(**page.evaluate(MEASURE))


def faults(found: Drawn) -> list[str]:
    """Every broken rule in words."""
    broken = []
    for one, other in combinations(found.titles, 2):
        across = min(one["right"], other["right"]) - max(one["left"], other["left"])
        down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
        if across > 0.5 and down > 3:  # line boxes are taller than letters
            broken.append(f"{one['text']!r} overlaps {other['text']!r} by {across:.1f} px")
    for title in found.titles:
        for line in found.leaders:
            inside = title["left"] + 1.5 < line["x"] < title["right"] - 1.5
            if inside and line["top"] < title["bottom"] - 4 and title["top"] + 4 < line["bottom"]:
                broken.append(f"a leader crosses {title['text']!r}")
        if title["left"] < found.plot["left"] - 1 or title["right"] > found.plot["right"] + 1:
            broken.append(f"{title['text']!r} leaves the plot")
    return broken


@pytest.mark.parametrize(
    ("which", "width"),
    [
        *product(("episode", "crowded"), WIDTHS),
        *product(("5000", "100000"), (390, 1440)),
    ],
)
def test_titles_keep_clear(
    which: str, width: int, address: Callable[[str], str], page_of: OpenPage
) -> None:
    page = page_of(width, 900)
    page.goto(address(which))
    page.wait_for_selector("#timeline .nsewdrag")
    seen = 0
    for query in windows(which):
        page.evaluate(FOLLOW_LINK, query)
        found = drawn(page, query)
        assert faults(found) == [], query or "everything"
        assert len(found.leaders) == len(found.titles)
        seen += len(found.titles)
    assert seen > 4 * WINDOWS
