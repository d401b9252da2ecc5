"""Reading drawings: what a test needs to know of the parts, numbers and size of a drawn chart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.timeline.plot_area import PlotArea
from dashboard.analysis.timeline.timeline import Timeline, lay_out_timeline
from dashboard.figures.timeline import draw_timeline, margins
from dashboard.markup import Markup, to_text
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from tests.page.components import drawn_text
from tests.page.drawn import elements, of_class, of_tag

__all__ = ["drawn_text", "elements", "of_class", "of_tag"]

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels."""
LARGEST = 150 * 1024
"""Largest size of a drawing as text, in bytes."""
HOSTILE = """<img src=x onerror=alert(1)> & "quoted" <b>bold</b>"""
OF_COLORS = {"fill", "stroke", "color", "opacity", "stop-color"}
"""Attributes that only the style sheet may set."""
OWN_COLOR = re.compile(r"(?:fill|stroke):#[0-9a-fA-F]{6}")
"""The style of an actor or a bloc with a colour of its own."""
NOT_A_NUMBER = re.compile(r"\b(?:nan|inf|infinity|none)\b", re.IGNORECASE)
SHAPES = {"rect", "circle", "path", "line", "g"}


def timeline_of(tables: Tables, query: str = "", width: float = 1200.0) -> tuple[Timeline, Markup]:
    """Lay out and draw a timeline in a room of `width` pixels."""
    selection = Selection.from_query(query, tables)
    assert not selection.unknown
    left, right, *_ = margins(width)
    plot_area = PlotArea(width - left - right)
    timeline = lay_out_timeline(Dataset(tables), selection, selection.apply(tables), plot_area)
    return timeline, draw_timeline(timeline)


def assert_good(drawing: Markup) -> None:
    """A drawing that is small enough to send, with classes for colours, and nothing that runs."""
    text = to_text([drawing])
    assert len(text.encode()) <= LARGEST
    assert ET.fromstring(text).tag == "svg"
    for tag, attributes, _ in elements(drawing):
        assert not OF_COLORS & attributes.keys(), (tag, attributes)
        assert OWN_COLOR.fullmatch(attributes.get("style", "fill:#000000"))
        assert not any(name.startswith("on") for name in attributes), (tag, attributes)
        assert attributes.get("href", "?").startswith("?")
        if tag in SHAPES:
            numbers = [value for name, value in attributes.items() if name in GEOMETRY]
            assert not NOT_A_NUMBER.search(" ".join(numbers)), attributes


GEOMETRY = {"d", "x", "y", "cx", "cy", "r", "width", "height", "transform", "data-x"}


def classes(part: Markup) -> set[str]:
    """The classes of an element."""
    return set(part[1].get("class", "").split())


def tones(parts: Iterable[Markup]) -> list[int]:
    """The tone of each element that has one."""
    found = (re.search(r"\btone-(\d)", part[1].get("class", "")) for part in parts)
    return [int(match[1]) for match in found if match]


def by_event(drawing: Markup, name: str = "event") -> dict[str, Markup]:
    """The elements of a class by the id of their event."""
    return {part[1]["data-event"]: part for part in of_class(drawing, name)}


def number(part: Markup, name: str) -> float:
    """An attribute as a number."""
    return float(part[1][name])


def signs(event: Markup) -> list[tuple[str, float, float, set[str]]]:
    """Tag, middle (x, y) and classes of each sign of an event, in pixels of the plot area."""
    at = number(event, "data-x")
    return [
        (shape[0], at + (left + right) / 2, (top + bottom) / 2, classes(shape))
        for shape in of_class(event, "mark")
        for left, top, right, bottom in [box_of(shape)]
    ]


def box_of(shape: Markup) -> Box:
    """The box of a rectangle, a circle or a path."""
    tag, attributes, _ = shape
    if tag == "circle":
        x, y, r = (float(attributes[name]) for name in ("cx", "cy", "r"))
        return x - r, y - r, x + r, y + r
    if tag == "rect":
        x, y, width, height = (
            float(attributes.get(name, 0)) for name in ("x", "y", "width", "height")
        )
        return x, y, x + width, y + height
    points = [point for outline in outlines(attributes["d"]) for point in outline]
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def outlines(path: str) -> list[list[tuple[float, float]]]:
    """The points of each part of a path of straight lines."""
    found: list[list[tuple[float, float]]] = []
    x = y = 0.0
    for letter, rest in re.findall(r"([MLHVZhv])([^MLHVZhv]*)", path):
        values = [float(value) for value in re.findall(r"-?[\d.]+", rest)]
        if letter == "M":
            found.append([])
        if letter in "Hh":
            x = values[0] + (x if letter == "h" else 0)
        elif letter in "Vv":
            y = values[0] + (y if letter == "v" else 0)
        elif letter in "ML":
            x, y = values
        if letter != "Z":
            found[-1].append((x, y))
    return found
