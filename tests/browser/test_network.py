"""The network on the screen: no name covers another, no line runs through a name."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path

from tests.browser.conftest import OpenPage, Served
from tests.browser.the_page import ThePage
from tests.camps import camp_file

BOXES = """
() => {
  const svg = document.querySelector("#relations > svg");
  const found = (selector) => [...svg.querySelectorAll(selector)];
  const boxes = found(".name").map((name) => name.getBoundingClientRect());
  const origin = svg.getBoundingClientRect();
  const within = ({ x, y }, { left, top, right, bottom }) =>
    x + origin.left > left && x + origin.left < right &&
    y + origin.top > top + 3 && y + origin.top < bottom - 3;
  const points = found(".line, .silent path").flatMap((path) =>
    [0, 0.2, 0.4, 0.6, 0.8, 1].map((at) => path.getPointAtLength(at * path.getTotalLength())),
  );
  return {
    names: boxes.map(({ left, top, right, bottom }) => [left, top, right, bottom]),
    room: [origin.left, origin.top, origin.right, origin.bottom],
    crossed: boxes.filter((box) => points.some((point) => within(point, box))).length,
    nodes: found(".node .dot").length,
  };
}
"""


def test_names_cover_nothing_and_are_not_crossed(
    serve: Callable[..., Served], page_of: OpenPage, tmp_path: Path
) -> None:
    file = tmp_path / "events.yaml"
    file.write_text(camp_file(12, 2, seed=1)[0], "utf-8")
    page = ThePage(page_of(1440, 900), serve(file).url)
    page.open("relations=network")
    for actors, width in ((12, 1440), (12, 1000), (40, 1440)):
        file.write_text(camp_file(actors, 2, seed=1)[0], "utf-8")
        page.page.set_viewport_size({"width": width, "height": 900})
        page.page.wait_for_function(
            "(n) => document.querySelectorAll('#relations .dot').length === n", arg=actors
        )
        page.page.wait_for_timeout(250)
        page.settle()
        shown = page.page.evaluate(BOXES)
        assert (shown["nodes"], len(shown["names"]), shown["crossed"]) == (actors, actors, 0)
        for one, other in combinations(shown["names"], 2):
            over = [min(one[at + 2], other[at + 2]) - max(one[at], other[at]) for at in (0, 1)]
            # Boxes of lines of text are higher than their letters.
            assert over[0] <= 0.5 or over[1] <= 5
        for left, _, right, _ in shown["names"]:
            assert shown["room"][0] - 1 <= left < right <= shown["room"][2] + 1
