"""What the page shows, measured: `python -m tests.trials.picture [WORLD …]` prints a table.

Each world, the shipped file among them, is opened in a real browser at five widths; signs, titles,
leaders, texts and edges are read from the screen. Columns:

    off day    marks outside the pixels of their day; outside  events of the window not in the plot
    covered    signs more than half covered by another event's, in percent
    titles     titles shown, of events in view; clash  titles that overlap, are crossed or are cut
    leader     median length in pixels; small  texts below 11.5 px (12 on phones)
    cut        texts that leave their drawing; first  y of the first title
    rows       of the upright timeline, rows on the first screen
    net        names crossed / foreign nodes hit / crossings; share of the room that is filled
    card       y of the card's title after a click, and whether it is on the screen
"""

from __future__ import annotations

import math
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from playwright.sync_api import Browser, Page

from dashboard import load
from dashboard.query.tables import Tables
from tests.benchmarks.measure import browser, print_table
from tests.examples import EVENTS_FILE
from tests.trials.picture_worlds import WORLDS, as_yaml
from tests.web.running import waitress

SIZES = ((390, 844), (768, 1024), (1440, 900), (1920, 1080), (2560, 1440))
SCRIPT = Path(__file__).with_name("measure_page.mjs").read_text("utf-8").replace("export ", "")
FIND_MARK = """
() => {
  for (const mark of document.querySelectorAll("#timeline .event .mark")) {
    mark.scrollIntoView({ block: "nearest" });
    const { left, top, width, height } = mark.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    if (document.elementFromPoint(x, y)?.closest(".event")) return [x, y];
  }
  return null;
}
"""
Box = tuple[float, float, float, float]


def main() -> int:
    """Measures the worlds that are named, or all."""
    names = sys.argv[1:] or ["shipped", *WORLDS]
    with browser() as chromium, tempfile.TemporaryDirectory() as folder:
        for name in names:
            print_table(list(of_world(name, Path(folder), chromium)))
    return 0


def of_world(name: str, folder: Path, chromium: Browser) -> Iterator[dict[str, object]]:
    """Measures one world at each size."""
    text = EVENTS_FILE.read_text("utf-8") if name == "shipped" else as_yaml(name)
    file = folder / "events.yaml"
    file.write_text(text, "utf-8")
    tables = load(file)
    with waitress(file) as server:
        for width, height in SIZES:
            with opened(chromium, f"http://127.0.0.1:{server.port}", width, height) as page:
                yield {"world": name, "width": width, **figures(page, tables, height)}


@contextmanager
def opened(chromium: Browser, url: str, width: int, height: int) -> Iterator[Page]:
    """The page of a server in a window of a size, drawn and at rest."""
    context = chromium.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.goto(url)
    page.wait_for_selector("#timeline > svg")
    page.wait_for_selector("#event-list > li", state="attached")
    page.wait_for_timeout(600)
    yield page
    context.close()


def figures(page: Page, tables: Tables, height: int) -> dict[str, object]:
    """The figures of one page."""
    seen: dict[str, Any] = page.evaluate(f"() => {{ {SCRIPT}; return measure(); }}")
    least = 12.0 if page.viewport_size and page.viewport_size["width"] < 600 else 11.5
    is_single = not page.locator("#timeline .area").count()
    events = {id_ for id_, *_ in seen["marks"]}
    tops = [box[1] for _, *box in seen["titles"]]
    row: dict[str, object] = {
        "off day": off_day(seen, tables),
        "outside": outside(seen) + (len(tables.events) - len(events) if is_single else 0),
        "covered": f"{100 * covered(seen['marks']):.1f}",
        "titles": f"{len(seen['titles'])}/{len(tables.events)}",
        "clash": clashes(seen),
        "leader": round(median([b - t for _, _, t, _, b in seen["leaders"]] or [0])),
        "small": len({text for size, text in seen["texts"] if size < least - 0.01}),
        "cut": len(seen["outside"]),
        "first": round(min(tops, default=0)),
        "rows": sum(box[3] <= height for _, *box in seen["rows"]) if seen["isUpright"] else "",
        "net": network(relations_of(page, seen)),
        "sideways": max(0, seen["page"][0] - (page.viewport_size or {"width": 0})["width"]),
    }
    return row | {"card": card_after_click(page, height)}


def relations_of(page: Page, seen: dict[str, Any]) -> dict[str, Any]:
    """What is seen of the relations: on a narrow screen they have a tab."""
    tab = page.locator("[data-shows=relations]")
    if not tab.is_visible():
        return seen
    tab.click()
    page.wait_for_timeout(400)
    shown: dict[str, Any] = page.evaluate(f"() => {{ {SCRIPT}; return measure(); }}")
    page.click("[data-shows=timeline]")
    return shown


def off_day(seen: dict[str, Any], tables: Tables) -> int:
    """Number of events whose sign is outside the pixels of its day, or off its place by 1 px."""
    seconds, pixels = np.array(seen["axis"]).T
    across, origin = (1, seen["plot"][1]) if seen["isUpright"] else (0, seen["plot"][0])
    off = set()
    for id_, *box in seen["marks"]:
        row = tables.row_of[id_]
        date = tables.events["date"].iloc[row]
        lower, upper = (np.interp(at, seconds, pixels) for at in ends(tables, row))
        middle = (box[across] + box[across + 2]) / 2 - origin
        is_day = tables.events["precision"].iloc[row] in ("day", "minute") and "/" not in date
        if is_day and tables.lower[row] >= seconds[0] and tables.upper[row] <= seconds[-1]:
            spare = 0.6 if upper - lower >= 2 else 1.5
            if not lower - spare <= middle <= upper + spare:
                off.add(id_)
    return len(off)


def ends(tables: Tables, row: int) -> tuple[float, float]:
    """The day of an event in seconds."""
    return float(tables.lower[row]), float(tables.upper[row])


def outside(seen: dict[str, Any]) -> int:
    """Number of events with a sign outside the plot."""
    left, top, right, bottom = seen["plot"]
    return len(
        {
            id_
            for id_, x0, y0, x1, y1 in seen["marks"]
            if not (left - 1 <= (x0 + x1) / 2 <= right + 1 and top <= (y0 + y1) / 2 <= bottom + 1)
        }
    )


def covered(marks: list[list[Any]]) -> float:
    """Share of the signs of which more than half lies under or over that of another event."""
    if not marks:
        return 0.0
    ids = np.array([mark[0] for mark in marks])
    boxes = np.array([mark[1:] for mark in marks], dtype=float)
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    reach = (boxes[:, 2] - boxes[:, 0]) / 2
    hit = np.zeros(len(x), dtype=bool)
    order = np.argsort(x, kind="stable")
    for place, one in enumerate(order):
        for other in order[place + 1 :]:
            if x[other] - x[one] > 20:
                break
            if ids[one] == ids[other]:
                continue
            apart = math.hypot(x[other] - x[one], y[other] - y[one])
            if (
                lens(apart, reach[one], reach[other])
                > 0.5 * math.pi * min(reach[one], reach[other]) ** 2
            ):
                hit[one] = hit[other] = True
    return float(hit.mean())


def lens(apart: float, one: float, other: float) -> float:
    """Area that two circles share."""
    if apart >= one + other:
        return 0.0
    if apart <= abs(one - other):
        return math.pi * min(one, other) ** 2
    first = math.acos((apart**2 + one**2 - other**2) / (2 * apart * one))
    second = math.acos((apart**2 + other**2 - one**2) / (2 * apart * other))
    return one**2 * (first - math.sin(2 * first) / 2) + other**2 * (
        second - math.sin(2 * second) / 2
    )


def share(one: Box, other: Box, spare: float = 1.0) -> bool:
    """Whether two boxes overlap by more than some pixels in both directions."""
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > spare
        and min(one[3], other[3]) - max(one[1], other[1]) > spare
    )


def clashes(seen: dict[str, Any]) -> int:
    """Number of titles that overlap another, are crossed by a leader, or leave the plot."""
    titles = [(id_, tuple(box)) for id_, *box in seen["titles"]]
    found = sum(share(one, other) for (_, one), (_, other) in combinations(titles, 2))
    for id_, *line in seen["leaders"]:
        thin = (line[0] - 0.5, line[1], line[2] + 0.5, line[3])
        found += sum(other != id_ and share(thin, box, 0.4) for other, box in titles)
    left, _, right, _ = seen["plot"]
    return found + sum(box[0] < left - 12 or box[2] > right + 14 for _, box in titles)


def network(seen: dict[str, Any]) -> str:
    """Names crossed, foreign nodes hit, crossings, and the share of the room that is filled."""
    edges, nodes = seen["edges"], seen["nodes"]
    if not edges or not nodes:
        return "-"
    names = [(node["actor"], box) for node in nodes for box in node["names"]]
    circles = [(node["actor"], box) for node in nodes for box in node["circles"]]
    struck = hits = 0
    for edge in edges:
        own = edge["dyad"].split(":")
        struck += sum(runs_through(edge, box) for _, box in names)
        hits += sum(actor not in own and runs_through(edge, box) for actor, box in circles)
    boxes = [box for _, box in names + circles]
    filled = (max(b[2] for b in boxes) - min(b[0] for b in boxes)) * (
        max(b[3] for b in boxes) - min(b[1] for b in boxes)
    )
    room = seen["rooms"]["relations"]
    area = (room[2] - room[0]) * (room[3] - room[1])
    return f"{struck}/{hits}/{crossings(edges)} {100 * filled / max(area, 1):.0f}%"


def runs_through(edge: dict[str, Any], box: list[float]) -> bool:
    """Whether the path of an edge runs through a box."""
    return any(box[0] < x < box[2] and box[1] < y < box[3] for x, y in edge["points"])


def crossings(edges: list[dict[str, Any]]) -> int:
    """Number of pairs of edges without a common end whose paths cross."""
    found = 0
    for one, other in combinations(edges, 2):
        if not set(one["dyad"].split(":")) & set(other["dyad"].split(":")):
            found += any(
                cross(a, b, c, d)
                for a, b in zip(one["points"][::4], one["points"][4::4], strict=False)
                for c, d in zip(other["points"][::4], other["points"][4::4], strict=False)
            )
    return found


def cross(a: list[float], b: list[float], c: list[float], d: list[float]) -> bool:
    """Whether the segments ab and cd cross."""

    def side(p: list[float], q: list[float], r: list[float]) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def card_after_click(page: Page, height: int) -> str:
    """Where the card's title is after a click on a sign: its y, and whether it is on the screen."""
    place = page.evaluate(FIND_MARK)
    if not place:
        return "-"
    page.mouse.click(*place)
    page.wait_for_selector("#card-title")
    page.wait_for_timeout(500)
    title = page.locator("#card-title").bounding_box()
    assert title
    is_seen = title["y"] >= 0 and title["y"] + title["height"] <= height
    return f"{title['y']:.0f} {'yes' if is_seen else 'NO'}"


if __name__ == "__main__":
    sys.exit(main())
