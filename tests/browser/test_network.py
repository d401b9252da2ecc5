"""The network's boxes on the screen: no node or label covers another, at any width."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.browser.conftest import OpenPage, Served
from tests.browser.the_page import ThePage
from tests.camps import camp_file

WIDTHS = (1440, 800, 390)
WORLDS = ((20, 2), (24, 3), (30, 2), (32, 3), (36, 2), (40, 3), (45, 2), (50, 3), (55, 2), (60, 3))
BOXES = """
() => {
  const graph = document.querySelector("#relations .js-plotly-plot");
  const traces = [...graph.querySelectorAll(".scatterlayer > .trace")];
  const named = (name) => traces.find((trace) => trace.__data__[0].trace.name === name);
  const box = (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return [left, top, right, bottom];
  };
  const texts = [...named("labels").querySelectorAll("text")].filter((text) => text.textContent);
  return {
    nodes: [...named("nodes").querySelectorAll("path.point")].map(box),
    labels: texts.map(box),
    names: texts.map((text) => text.textContent),
    room: box(graph),
  };
}
"""


def overlapping(boxes: list[list[float]], slack: float = 0.5) -> list[tuple[int, int]]:
    """Pairs of boxes that cover each other by more than a trifle."""
    array = np.array(boxes)
    low = np.maximum(array[:, None, :2], array[None, :, :2])
    high = np.minimum(array[:, None, 2:], array[None, :, 2:])
    over = ((high - low) > slack).all(axis=2)
    return [(int(i), int(j)) for i, j in zip(*np.nonzero(np.triu(over, 1)), strict=True)]


def assert_apart(shown: dict[str, Any], actors: int) -> None:
    nodes, labels, room = shown["nodes"], shown["labels"], shown["room"]
    assert len(nodes) == actors
    assert overlapping(nodes + labels) == []
    for left, top, right, bottom in labels:
        assert room[0] - 1 <= left < right <= room[2] + 1
        assert room[1] - 1 <= top < bottom <= room[3] + 1


def test_no_node_or_label_covers_another_in_worlds_of_camps(
    serve: Callable[..., Served], page_of: OpenPage, tmp_path: Path
) -> None:
    file = tmp_path / "events.yaml"
    file.write_text("[]", "utf-8")
    page = ThePage(page_of(WIDTHS[0], 900), serve(file).url)
    page.open()
    shares = []
    for actors, camps in WORLDS:
        file.write_text(camp_file(actors, camps, seed=1)[0], "utf-8")
        page.page.wait_for_function(
            "(n) => document.querySelectorAll('#relations .point').length >= n", arg=actors
        )
        for width in WIDTHS:
            page.page.set_viewport_size({"width": width, "height": 900})
            page.page.wait_for_timeout(250)
            page.settle()
            shown = page.page.evaluate(BOXES)
            assert_apart(shown, actors)
            shares.append((width, len(shown["names"]) / actors))
    for width, least in ((1440, 0.9), (800, 0.9), (390, 0.7)):
        assert np.mean([share for at, share in shares if at == width]) >= least


@pytest.mark.parametrize("width", WIDTHS)
def test_every_country_of_the_shipped_events_has_its_full_name(
    width: int, episode: Served, page_of: OpenPage
) -> None:
    page = ThePage(page_of(width, 900), episode.url)
    page.open()
    shown = page.page.evaluate(BOXES)
    assert_apart(shown, 8)
    assert {"North Korea", "Russia", "United States", "Japan", "South Korea"} <= set(shown["names"])
