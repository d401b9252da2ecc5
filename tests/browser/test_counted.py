"""From the cards alone a reader can compute every mean of the matrix."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from tests.browser.conftest import OpenPage, Served
from tests.browser.the_page import ThePage

ROWS = """
() => [...document.querySelectorAll("#event-details .counted tbody tr")].map((row) =>
  [...row.cells].map((cell) => cell.textContent))
"""
CELLS = """
() => [...document.querySelectorAll("#relations-panel .matrix td a")].map((cell) =>
  [cell.getAttribute("aria-label"), cell.textContent])
"""
OPEN = "(title) => document.querySelector('#card-title')?.textContent === title"
LABEL = re.compile(r"(.+?): ([0-9]+) events?, mean ([+-]?[0-9.]+), ")
ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


@pytest.mark.parametrize("nodes", ["country", "actor"])
def test_every_mean_of_the_matrix_follows_from_the_cards(
    episode: Served, page_of: OpenPage, nodes: str
) -> None:
    shown = ThePage(page_of(1440, 1000), episode.url)
    shown.open(f"nodes={nodes}")
    shown.page.click("#relations-view >> text=Matrix")
    shown.page.wait_for_selector("#relations-panel .matrix")
    shown.settle()
    events = {event["id"]: event["title"] for event in shown.api("/api/events")["events"]}
    scores: dict[str, list[float]] = defaultdict(list)
    for event, title in events.items():
        shown.page.click(f'#event-list [data-event-id="{event}"] a')
        shown.page.wait_for_function(OPEN, arg=title)
        for dyad, score, reason in shown.page.evaluate(ROWS):
            arrow = " ↔ " if "↔" in dyad else " → "
            source, _, target = dyad.translate(ISOLATES).partition(arrow)
            assert reason
            scores[f"{source} → {target}"].append(float(score))
            if "↔" in arrow:
                scores[f"{target} → {source}"].append(float(score))
    shown.settle()
    cells = shown.page.evaluate(CELLS)
    assert len(cells) == len(scores) > 10
    for label, text in cells:
        found = LABEL.match(label.translate(ISOLATES))
        assert found, label
        dyad, n, mean = found.groups()
        assert int(n) == int(text) == len(scores[dyad])
        assert sum(scores[dyad]) / int(n) == pytest.approx(float(mean), abs=0.0501), dyad
