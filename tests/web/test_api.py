"""The API answers the page's query names with JSON, and a bad query with the reason."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app, create_server
from dashboard.formats.records.event_records import event_records
from dashboard.library import load
from dashboard.model.event_fields import EVENT_FIELDS
from dashboard.model.limits import LARGEST_ANSWER
from dashboard.web.pace import SHORTEST, SPACING
from tests.examples import SHIPPED, tables_of


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_server(SHIPPED).test_client()


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


FULL = """
timezone: Asia/Seoul
actors: [{id: kim, name: Kim, kind: person, country: North Korea}]
sources: [{id: wire, publisher: Wire, url: "https://wire.example/1", reliability: B}]
events:
  - id: full
    date: 2023-10-18~/2023-11
    title: A visit
    type: visit
    score: 2
    importance: 5
    reports: 7
    actors: [kim]
    targets: [Russia]
    aimed_at: [Japan]
    known: 2023-12
    tz: Asia/Tokyo
    place: {name: Najin, country: Kenya, lat: 42.2345678, lon: 130.3}
    description: On a ship.
    tags: [arms, high seas]
    claims:
      - {by: [United States, kim], stance: asserts, date: 2023-10-21, source: wire, note: So.}
      - {by: [Russia], stance: denies}
    sources: [wire, {publisher: Post}]
    links: {follows: [bare], responds_to: [bare, other]}
  - {id: bare, date: 2022, title: "=1+1", actors: [Japan]}
  - {id: other, date: 2021, title: Other, actors: [Japan]}
"""
WIRE = {
    "title": "",
    "publisher": "Wire",
    "author": "",
    "date": "",
    "url": "https://wire.example/1",
    "archive_url": "",
    "reliability": "B",
    "citation": "",
    "lang": "",
}


def test_an_event_has_all_that_the_file_says() -> None:
    asked = create_server(tables_of(FULL)).test_client()
    _, bare, full = answer(asked, "/api/events")["events"]
    assert full == {
        "id": "full",
        "date": "2023-10-18~/2023-11",
        "precision": "month",
        "interval": True,
        "once": False,
        "approximate": True,
        "uncertain": False,
        "open_start": False,
        "open_end": False,
        "unknown_start": False,
        "unknown_end": False,
        "title": "A visit",
        "actors": ["kim"],
        "targets": ["RUS"],
        "aimed_at": ["JPN"],
        "countries": ["JPN", "PRK", "RUS"],
        "type": "visit",
        "quad_class": 1,
        "score": 2.0,
        "joint_score": None,
        "signal_score": None,
        "status": "disputed",
        "status_written": False,
        "claims": [
            {
                "by": ["USA", "kim"],
                "stance": "asserts",
                "date": "2023-10-21",
                "note": "So.",
                "source": WIRE,
            },
            {"by": ["RUS"], "stance": "denies", "date": "", "note": "", "source": None},
        ],
        "sources": ["https://wire.example/1"],
        "source_records": [WIRE, dict.fromkeys(WIRE, "") | {"publisher": "Post"}],
        "links": {"follows": ["bare"], "responds_to": ["bare", "other"]},
        "place": "Najin",
        "place_country": "KEN",
        "latitude": 42.2345678,
        "longitude": 130.3,
        "known": "2023-12",
        "zone": "Asia/Tokyo",
        "lang": "",
        "description": "On a ship.",
        "tags": ["arms", "high seas"],
        "importance": 5,
        "reports": 7,
        "accept": [],
        "actor_records": [{"id": "kim", "name": "Kim", "kind": "person", "country": "PRK"}],
        "type_record": None,
    }
    assert bare.keys() == full.keys()
    empty = {key for key, value in bare.items() if value in ("", None, [], {})}
    assert {"known", "place", "latitude", "longitude", "claims", "links", "tags"} <= empty
    assert bare["zone"] == "Asia/Seoul"


def test_every_key_of_an_event_is_in_the_answer(client: FlaskClient) -> None:
    found = answer(client, "/api/events")["events"][0]
    assert EVENT_FIELDS.keys() - found.keys() == {"tz"}
    assert {"zone", "countries", "quad_class", "source_records"} <= found.keys()


def test_events_are_a_table_for_spreadsheets_too() -> None:
    asked = create_server(tables_of(FULL)).test_client()
    response = asked.get("/api/events.csv?from=2022")
    assert (response.status_code, response.mimetype) == (200, "text/csv")
    assert response.headers["Content-Disposition"] == 'attachment; filename="events.csv"'
    bare, full = csv.DictReader(StringIO(response.text))
    assert {*full, "source_records"} == set(answer(asked, "/api/events")["events"][0])
    assert (full["actors"], full["countries"], full["tags"]) == (
        "kim",
        "JPN; PRK; RUS",
        "arms; high seas",
    )
    claims = json.loads(full["claims"])
    assert [claim["by"] for claim in claims] == [["USA", "kim"], ["RUS"]]
    assert claims[1] == {"by": ["RUS"], "stance": "denies"}
    assert json.loads(full["links"]) == {"follows": ["bare"], "responds_to": ["bare", "other"]}
    assert json.loads(full["sources"])[1] == {"publisher": "Post"}
    assert (full["latitude"], full["interval"], full["importance"]) == ("42.2345678", "yes", "5")
    assert (bare["title"], bare["latitude"], bare["tags"]) == ("'=1+1", "", "")
    heading = response.text.splitlines()[0]
    assert asked.get("/api/events.csv?text=zzz").text == f"{heading}\n"


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
        "few": True,
        "joint": False,
        "events": ["shoigu-pyongyang", "lavrov-pyongyang"],
        "kinds": ["directed", "directed"],
        "scores": [1.9, 1.9],
    }
    assert {
        node["id"]: (node["x"], node["y"]) for node in answer(client, "/api/relations")["nodes"]
    } == places


def test_every_mean_follows_from_the_kinds_and_scores_of_the_answer(client: FlaskClient) -> None:
    for query in ("", "?nodes=actor", "?country=JPN"):
        rows: dict[tuple[str, str], list[float]] = {}
        for row in csv.DictReader(StringIO(client.get(f"/api/relations.csv{query}").text)):
            assert row["kind"] in ("directed", "mutual", "joint", "signal")
            rows.setdefault((row["source"], row["target"]), []).append(float(row["score"]))
        for edge in answer(client, f"/api/relations{query}")["edges"]:
            scores = edge["scores"]
            assert scores == rows.pop((edge["source"], edge["target"]))
            assert sum(scores) / len(scores) == pytest.approx(edge["mean"], abs=1e-4)
            assert (len(scores), len(scores) < 3) == (edge["n"], edge["few"])
            assert edge["joint"] == (set(edge["kinds"]) == {"joint"})
        assert rows == {}


def test_a_type_of_the_file_can_be_asked_for() -> None:
    tables = tables_of("""
        types: [{id: hug, label: A hug, score: 4}]
        events:
          - {id: a, date: 2023, title: A, actors: [Japan, Peru], type: hug}
          - {id: b, date: 2024, title: B, actors: [Japan]}
        """)
    asked = create_server(tables).test_client()
    found = answer(asked, "/api/events?type=hug")
    assert [(event["id"], event["type"], event["score"]) for event in found["events"]] == [
        ("a", "hug", 4.0)
    ]
    assert found["description"] == "1 of 2 events · A hug · 2023"
    wrong = asked.get("/api/events?type=treaty")
    assert wrong.status_code == 400
    assert wrong.json["error"] == 'type: unknown type "treaty": did you mean "sign_agreement"?'


def test_revision_and_problems(client: FlaskClient) -> None:
    assert answer(client, "/api/problems") == {"good": True, "problems": []}
    revision = answer(client, "/api/revision")
    assert revision["good"] is True
    assert len(revision["revision"]) == 16
    headers = client.get("/api/revision").headers
    assert SHORTEST <= int(headers["Ask-Again-Milliseconds"]) <= SHORTEST + SPACING


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("country=Korea", '"Korea" is ambiguous: write "North Korea" or "South Korea"'),
        ("country=Russsia", 'did you mean "Russia"?'),
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
        ("dyad=lavrov:PRK", "add nodes=actor"),
        ("within=0", "from 1 to 3,660"),
        ("nodes=state", "use one of country, actor"),
        ("pivot=nothing", 'no event has the id "nothing"'),
        ("compare=2023", "is not two periods"),
    ],
)
@pytest.mark.parametrize(
    "path", ["events", "events.csv", "relations", "measures/dyads.csv", "before_after"]
)
def test_a_bad_query_gets_400_and_the_reason(
    client: FlaskClient, path: str, query: str, reason: str
) -> None:
    response = client.get(f"/api/{path}?{query}")
    assert response.status_code == 400
    assert reason in response.get_json()["error"]


def test_before_and_after_as_records_and_as_a_file(client: FlaskClient) -> None:
    found = answer(client, "/api/before_after?pivot=joint-statement")
    assert found["pivot"] == "joint-statement"
    assert [set(period) for period in found["periods"]] == [{"from", "to"}] * 2
    first, *_, last = found["pairs"]
    assert (first["source"], first["target"], first["one_way"]) == ("PRK", "RUS", False)
    assert (first["events_before"], first["events_after"]) == (4, 2)
    assert first["change"] == pytest.approx(first["mean_after"] - first["mean_before"])
    assert last["change"] is None
    header, *lines = client.get("/api/before_after.csv?pivot=joint-statement").text.splitlines()
    assert set(header.split(",")) == first.keys()
    assert len(lines) == len(found["pairs"])
    assert answer(client, "/api/before_after?compare=2023,2024")["periods"] == [
        {"from": "2023-01-01", "to": "2023-12-31"},
        {"from": "2024-01-01", "to": "2024-12-31"},
    ]


def test_every_answer_carries_the_security_headers(client: FlaskClient) -> None:
    for path in ("/", "/healthz", "/api/events", "/api/events?country=Korea", "/nothing"):
        headers = client.get(path).headers
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_an_app_takes_a_path_or_tables(tmp_path: Path) -> None:
    tables = load(SHIPPED)
    from_tables = create_server(tables).test_client()
    assert answer(from_tables, "/api/events")["count"] == 16
    assert create_app(str(SHIPPED)).server.test_client().get("/").status_code == 200
    missing = create_server(tmp_path / "nothing.yaml").test_client()
    assert answer(missing, "/api/events")["count"] == 0
    assert answer(missing, "/api/problems")["good"] is False


def test_a_query_that_is_too_long_gets_a_short_answer(client: FlaskClient) -> None:
    for query in (f"country=a{'%2B' * 80_000}b", f"within={'1' * 4_301}", f"text={'w+' * 1_500}"):
        response = client.get(f"/api/events?{query}")
        assert response.status_code == 400
        assert "at most" in response.get_json()["error"]
        assert "sys." not in response.text
        assert len(response.text) < 500


def crowd(actors: int, events: int) -> str:
    """Events in which all actors act on each other."""
    ids = [f"a{number}" for number in range(actors)]
    listed = "".join(f"  - {{id: {id_}, kind: person}}\n" for id_ in ids)
    event = f"  - {{date: 2023, title: T, type: visit, actors: [{', '.join(ids)}]}}\n"
    return f"actors:\n{listed}events:\n{event * events}"


@pytest.mark.parametrize(
    "path",
    [
        "relations",
        "measures/dyads.csv",
        "before_after?compare=2023,2023",
        "before_after.csv?compare=2023,2023",
    ],
)
def test_an_answer_that_nobody_could_use_is_refused_with_the_remedy(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = create_server(tables_of(crowd(20, 2))).test_client()
    assert asked.get(f"/api/{path}").status_code == 200
    monkeypatch.setattr("dashboard.formats.records.answers.LARGEST_ANSWER", 1_000_000)
    assert asked.get(f"/api/{path}").status_code == 200
    monkeypatch.setattr("dashboard.formats.records.answers.LARGEST_ANSWER", 10_000)
    response = asked.get(f"/api/{path}")
    assert response.status_code == 400
    error = response.get_json()["error"]
    assert error.startswith("380 dyads would be an answer of ")
    assert error.endswith("choose fewer events, with country, type, status, text, from or to")
    assert asked.get("/api/measures/actors.csv").status_code == 200


def test_the_largest_event_is_answered_and_no_answer_is_larger_than_the_limit() -> None:
    asked = create_server(tables_of(crowd(200, 1))).test_client()
    for path in ("relations", "measures/dyads.csv"):
        response = asked.get(f"/api/{path}")
        assert response.status_code == 200
        assert len(response.data) < LARGEST_ANSWER


def test_only_the_sources_of_the_events_in_view_are_looked_at() -> None:
    text = "".join(
        f"- {{date: {1900 + number}, title: T{number}, actors: [Japan], "
        f"sources: [https://a.org/{number}, {{publisher: P}}, https://b.org/{number}]}}\n"
        for number in range(100)
    )
    tables = tables_of(text)
    looked_at = []

    class Sources:
        def __getitem__(self, name: str) -> Any:
            return tables.sources[name]

        @property
        def iloc(self) -> Any:
            return self.Rows()

        class Rows:
            def __getitem__(self, rows: Any) -> Any:
                looked_at.extend(rows.tolist())
                return tables.sources.iloc[rows]

    sources: Any = Sources()
    found = event_records(replace(tables, sources=sources), np.array([7, 42]))
    assert [record["sources"] for record in found] == [
        [f"https://a.org/{number}", f"https://b.org/{number}"] for number in (7, 42)
    ]
    assert looked_at == [21, 22, 23, 126, 127, 128]


def test_the_record_of_a_day_is_that_of_the_day_in_every_answer() -> None:
    file = """
        - id: a
          date: 2023-10-01
          known: 2023-10-13
          title: Deliveries
          actors: [North Korea]
          targets: [Russia]
          claims:
            - {by: [United States], stance: asserts, date: 2023-10-13}
            - {by: [Russia], stance: denies, date: 2023-10-17}
            - {by: [North Korea], stance: denies}
          sources: [{title: Early, date: 2023-10-14}, {title: Late, date: 2023-10-30}, {title: No}]
        - {id: b, date: 2023-10-26, title: B, actors: [Japan], links: {responds_to: [a]}}
        """
    client = create_server(tables_of(file)).test_client()
    answer = client.get("/api/events?as_known_on=2023-10-14&status=alleged").get_json()
    (event,) = answer["events"]
    assert (answer["count"], answer["total"], event["status"]) == (1, 1, "alleged")
    assert [claim["stance"] for claim in event["claims"]] == ["asserts"]
    assert [source["title"] for source in event["source_records"]] == ["Early"]
    assert answer["note"].endswith("Left out: 1 undated claim and 1 undated source.")
    assert client.get("/api/events?as_known_on=2023-10-14&status=disputed").get_json()["count"] == 0
    assert client.get("/api/events?as_known_on=2023-10-17&status=disputed").get_json()["count"] == 1
    rows = client.get("/api/events.csv?as_known_on=2023-10-14").get_data(as_text=True).splitlines()
    assert len(rows) == 2
    assert "asserts" in rows[1]
    assert "denies" not in rows[1]
    nodes = client.get("/api/relations?as_known_on=2023-10-14").get_json()["nodes"]
    assert {node["id"] for node in nodes} == {"PRK", "RUS"}
    assert "note" not in client.get("/api/events").get_json()
