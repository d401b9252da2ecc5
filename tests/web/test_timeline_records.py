"""The API's timeline: what is drawn, in pixels of the plot."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from flask.testing import FlaskClient

from dashboard.app import create_server
from tests.examples import SHIPPED, shipped


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_server(SHIPPED).test_client()


def timeline_of(client: FlaskClient, query: str = "") -> dict[str, Any]:
    response = client.get(f"/api/timeline?{query}")
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.get_json()
    return found


@pytest.mark.parametrize("size", ["width=904&height=330", "width=1800", "width=390"])
def test_every_mark_of_a_day_is_within_the_pixels_of_its_day_and_in_the_plot(
    client: FlaskClient, size: str
) -> None:
    found, tables = timeline_of(client, size), shipped()
    seconds, pixels = np.array(found["axis"], dtype=float).T
    along = "y" if found["is_upright"] else "x"
    lower, upper = (np.interp(bound, seconds, pixels) for bound in (tables.lower, tables.upper))
    assert {mark["event"] for mark in found["marks"]} == set(tables.events["id"])
    for mark in found["marks"]:
        row = tables.row_of[mark["event"]]
        assert lower[row] - 1 <= mark[along] <= upper[row] + 1
        assert 0 <= mark["x"] <= found["width"]
        assert 0 <= mark["y"] <= found["height"]


def test_marks_have_lane_actor_and_role(client: FlaskClient) -> None:
    marks = timeline_of(client, "width=904&height=330")["marks"]
    exercise = {
        mark["actor"]: (mark["lane"], mark["role"], mark["size"])
        for mark in marks
        if mark["event"] == "trilateral-air"
    }
    assert exercise == {
        "JPN": ("JPN", "actor", 13),
        "KOR": ("KOR", "actor", 13),
        "USA": ("USA", "actor", 13),
        "PRK": ("PRK", "aimed_at", 8),
    }
    (veto,) = (mark for mark in marks if mark["actor"] == "UNSC")
    assert (veto["lane"], veto["role"]) == ("others", "target")
    assert {mark["event"] for mark in marks if mark["x0"] is not None} >= {"container-shipments"}


def test_lanes_are_one_below_the_other_and_hold_their_marks(client: FlaskClient) -> None:
    found = timeline_of(client, "width=904&height=330")
    for upper, lower in pairwise(found["lanes"]):
        assert upper["y"] + upper["height"] == pytest.approx(lower["y"], abs=0.02)
    lanes = {lane["id"]: lane for lane in found["lanes"]}
    for mark in found["marks"]:
        lane = lanes[mark["lane"]]
        assert lane["y"] <= mark["y"] - 4 <= mark["y"] + 4 <= lane["y"] + lane["height"]


def test_titles_are_in_the_plot_and_do_not_overlap(client: FlaskClient) -> None:
    found = timeline_of(client, "width=904&height=330")
    boxes = [title["box"] for title in found["titles"]]
    assert len(boxes) == 16
    for number, (left, top, right, bottom) in enumerate(boxes):
        assert 0 <= left < right <= found["width"]
        assert 0 <= top < bottom <= found["height"]
        for one, two, three, four in boxes[:number]:
            assert right <= one or three <= left or bottom <= two or four <= top


def test_the_axis_is_a_choice(client: FlaskClient) -> None:
    even = timeline_of(client, "width=640&height=330&axis=even")
    assert (len(even["axis"]), even["stretches"]) == (2, [])
    crowd = "&".join(["width=640&height=330", "from=2023-08&to=2024-12"])
    stretched = timeline_of(client, crowd)
    assert len(stretched["axis"]) == 2 + len(
        {end for one in stretched["stretches"] for end in (one["left"], one["right"])}
        - {0.0, stretched["width"]}
    )
    assert all(one["factor"] >= 1.5 for one in stretched["stretches"])


def test_an_empty_window_names_the_events_on_both_sides(client: FlaskClient) -> None:
    found = timeline_of(client, "from=2024-01-05&to=2024-01-20")
    assert (found["marks"], found["before"] + found["after"]) == ([], 16)
    assert [each["id"] for each in found["nearest"]] == ["malligyong-1", "poe-veto"]


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("width=wide", "width: write a number of pixels from 240 to 6000"),
        ("width=nan", "width: write a number of pixels from 240 to 6000"),
        ("width=1e9", "width: write a number of pixels from 240 to 6000"),
        ("height=-1", "height: write a number of pixels from 0 to 4000"),
        ("axis=odd", "axis: "),
    ],
)
def test_a_bad_parameter_is_refused_with_the_reason(
    client: FlaskClient, query: str, reason: str
) -> None:
    response = client.get(f"/api/timeline?{query}")
    assert response.status_code == 400
    assert response.get_json()["error"].startswith(reason)
