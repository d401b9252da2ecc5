"""The API answers the page's query names with JSON, and a bad query with the reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app, create_server
from dashboard.library import load
from tests.browser.conftest import REPOSITORY

FILE = REPOSITORY / "events.yaml"


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_server(FILE).test_client()


def answer(client: FlaskClient, path: str) -> dict[str, Any]:
    response = client.get(path)
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.get_json()
    return found


def test_health(client: FlaskClient) -> None:
    assert answer(client, "/healthz") == {"status": "ok"}


def test_events_have_the_documented_form(client: FlaskClient) -> None:
    found = answer(client, "/api/events?country=Japan&country=South%20Korea&match=all")
    assert found["total"] == 16
    assert found["count"] == len(found["events"]) == 5
    assert found["description"].startswith("5 of 16 events · Japan and South Korea · ")
    (exercise,) = (event for event in found["events"] if event["id"] == "trilateral-air")
    assert exercise["date"] == "2023-10-22"
    assert exercise["type"] == "joint_exercise"
    assert exercise["score"] == 7.4
    assert exercise["status"] == "reported"
    assert exercise["actors"] == ["USA", "KOR", "JPN"]
    assert exercise["targets"] == []
    assert exercise["aimed_at"] == ["PRK"]
    assert exercise["countries"] == ["JPN", "KOR", "PRK", "USA"]
    assert all(url.startswith("http") for url in exercise["sources"])


def test_a_window_includes_both_its_dates(client: FlaskClient) -> None:
    found = answer(client, "/api/events?from=2023-10-13&to=2023-10-17")
    assert [event["id"] for event in found["events"]] == ["us-imagery", "peskov-no-proof"]


def test_relations_have_the_documented_form(client: FlaskClient) -> None:
    found = answer(client, "/api/relations?type=visit")
    places = {node["id"]: (node["x"], node["y"]) for node in found["nodes"]}
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in places.values())
    (edge,) = found["edges"]
    assert edge == {
        "source": "RUS",
        "target": "PRK",
        "n": 2,
        "mean": 1.9,
        "sum": 3.8,
        "events": ["shoigu-pyongyang", "lavrov-pyongyang"],
    }
    assert {
        node["id"]: (node["x"], node["y"]) for node in answer(client, "/api/relations")["nodes"]
    } == places


def test_revision_and_problems(client: FlaskClient) -> None:
    assert answer(client, "/api/problems") == {"good": True, "problems": []}
    revision = answer(client, "/api/revision")
    assert revision["good"] is True
    assert len(revision["revision"]) == 16


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("country=Korea", '"Korea" is ambiguous: write "North Korea" or "South Korea"'),
        ("country=Rusia", 'did you mean "Russia"?'),
        ("type=vist", 'did you mean "visit"?'),
        ("status=sure", "use one of confirmed"),
        ("match=some", "use one of any, all"),
        ("from=18.10.2023", "2023-10-18"),
        ("from=2024&to=2023", "2023"),
        ("event=nothing", 'no event has the id "nothing"'),
        ("lanes=rows", "country"),
        ("contry=JPN", 'did you mean "country"?'),
        ("dyad=RUS", "source:target"),
        ("as_known_on=soon", "soon"),
    ],
)
@pytest.mark.parametrize("path", ["events", "relations"])
def test_a_bad_query_gets_400_and_the_reason(
    client: FlaskClient, path: str, query: str, reason: str
) -> None:
    response = client.get(f"/api/{path}?{query}")
    assert response.status_code == 400
    assert reason in response.get_json()["error"]


def test_every_answer_carries_the_security_headers(client: FlaskClient) -> None:
    for path in ("/", "/healthz", "/api/events", "/api/events?country=Korea", "/nothing"):
        headers = client.get(path).headers
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_an_app_takes_a_path_or_tables(tmp_path: Path) -> None:
    tables = load(FILE)
    from_tables = create_server(tables).test_client()
    assert answer(from_tables, "/api/events")["count"] == 16
    assert create_app(str(FILE)).server.test_client().get("/").status_code == 200
    missing = create_server(tmp_path / "nothing.yaml").test_client()
    assert answer(missing, "/api/events")["count"] == 0
    assert answer(missing, "/api/problems")["good"] is False
