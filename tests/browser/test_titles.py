"""Titles as the browser draws them: none overlaps another, is crossed by a leader or leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.benchmarks.budgets import generated
from tests.browser.conftest import OpenPage, Served
from tests.browser.the_page import ThePage

WINDOWS = 6
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

# The next frame, and the end of all movements.
ARRIVED = """
async () => {
  await new Promise(requestAnimationFrame);
  await Promise.allSettled(document.getAnimations().map((move) => move.finished));
}
"""
# Boxes on the screen of all titles, of all leaders and of the plot.
MEASURE = """
() => {
  const box = (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { left, right, top, bottom };
  };
  const parts = [...document.querySelectorAll("#timeline .title[data-event]")];
  const plot = document.querySelector("#timeline .plot-area");
  const inView = ({ left, right }) => left < box(plot).right + 1 && right > box(plot).left - 1;
  const leaders = parts.flatMap((part) =>
    [...part.querySelectorAll(".leader")].map((leader) =>
      ({ of: part.dataset.event, ...box(leader) })));
  const titles = parts.flatMap((part) =>
    [...part.querySelectorAll("tspan")].map((line) =>
      ({ of: part.dataset.event, text: line.textContent, ...box(line) })));
  return { plot: box(plot), titles: titles.filter(inView), leaders: leaders.filter(inView) };
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
def address(
    serve: Callable[..., Served], episode: Served, crowded: Path
) -> Iterator[Callable[[str], str]]:
    """The address of a file's page, or of that of a world of so many events; each served once."""
    with ExitStack() as running:

        @cache
        def of(which: str) -> str:
            if which.isdigit():
                started: Any = running.enter_context(generated(int(which)))
                return str(started.url)
            return episode.url if which == "episode" else serve(crowded).url

        yield of


def windows(which: str) -> list[str]:
    """Some windows as queries: everything, then ever shorter ones in different places."""
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
            x = (line["left"] + line["right"]) / 2
            inside = title["left"] + 1.5 < x < title["right"] - 1.5
            if inside and line["top"] < title["bottom"] - 4 and title["top"] + 4 < line["bottom"]:
                broken.append(f"a leader crosses {title['text']!r}")
        if title["left"] < found.plot["left"] - 1 or title["right"] > found.plot["right"] + 1:
            broken.append(f"{title['text']!r} leaves the plot")
    return broken


# The trial `tests.trials.picture` measures the titles of many worlds at five widths.
@pytest.mark.parametrize(
    ("which", "widths"),
    [("episode", (800, 2200)), ("crowded", (2200, 800)), ("5000", (1440,)), ("100000", (1440,))],
)
def test_titles_keep_clear(
    which: str, widths: tuple[int, ...], address: Callable[[str], str], page_of: OpenPage
) -> None:
    shown = ThePage(page_of(widths[0], 900), address(which))
    # Titles are at their places at once.
    shown.page.emulate_media(reduced_motion="reduce")
    shown.open()
    for width in widths:
        shown.resize(width)
        seen = 0
        for query in windows(which):
            if shown.query != query:
                shown.follow(query)
            shown.page.evaluate(ARRIVED)
            found = Drawn(**shown.page.evaluate(MEASURE))
            assert faults(found) == [], (width, query or "everything")
            titled = {title["of"] for title in found.titles}
            assert titled <= {leader["of"] for leader in found.leaders}
            seen += len(titled)
        assert seen > 4 * WINDOWS
