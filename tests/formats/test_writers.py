"""The writers: each file is read by a program of others, and holds what the page shows."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree as ET

import icalendar
import networkx as nx
import pytest

from dashboard.analysis.relations.question import Question
from dashboard.app import create_server
from dashboard.cli import main
from dashboard.formats.look import CHARTS
from dashboard.formats.records.relation_records import relation_records
from dashboard.formats.table import FORMATS, Format
from dashboard.formats.writers.charts import DRAW
from tests.examples import SHIPPED, shipped, tables_of
from tests.formats.exports import export_of, written

SVG = "{http://www.w3.org/2000/svg}"
ATOM = "{http://www.w3.org/2005/Atom}"
DATES = """
title: "Dates; of, all kinds"
events:
  - {id: day, date: 2023-10-18, tz: Asia/Seoul, title: "A, day; one", actors: [Japan]}
  - {id: span, date: 2023-10-18/2023-10-20, title: Span, actors: [Japan]}
  - {id: minute, date: "2023-10-18T09:30+09:00", title: Minute, actors: [Japan]}
  - {id: month, date: 2023-11~, title: 회담 🚀, actors: [Japan]}
  - {id: open, date: 2024-01-05/.., title: Open end, actors: [Japan]}
  - {id: since, date: ../2022-12-31, title: Open start, actors: [Japan]}
  - {id: bce, date: -0043-03-15, title: Ides, actors: [Italy]}
"""


def graph_of(name: str) -> nx.DiGraph:
    data = BytesIO(written(name, export_of(shipped())).encode())
    return nx.read_gexf(data) if name == "gexf" else nx.read_graphml(data)


@pytest.mark.parametrize("name", ["gexf", "graphml"])
def test_networkx_reads_the_same_edges(name: str) -> None:
    asked = export_of(shipped())
    edges = relation_records(Question.of(asked.dataset, asked.selection))["edges"]
    graph = graph_of(name)
    expected = {(edge["source"], edge["target"]): (edge["n"], edge["mean"]) for edge in edges}
    found = {(a, b): (it["weight"], it["mean"]) for a, b, it in graph.edges(data=True)}
    assert found == expected


def test_a_gexf_has_positions_colours_and_days() -> None:
    graph = graph_of("gexf")
    assert graph.nodes["RUS"]["label"] == "Russia"
    assert {"position", "size"} <= graph.nodes["RUS"]["viz"].keys()
    assert "<viz:color r=" in written("gexf", export_of(shipped()))
    edge = graph.edges["RUS", "PRK"]
    assert edge["start"] <= edge["end"]


def test_a_calendar_is_read_by_others() -> None:
    text = written("ical", export_of(tables_of(DATES)))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    calendar = icalendar.Calendar.from_ical(text)
    assert "1 event of years before 1" in calendar["X-WR-CALDESC"]
    found = {
        str(event["UID"]).partition("@")[0]: (event["DTSTART"].dt, event["DTEND"].dt)
        for event in calendar.walk("VEVENT")
    }
    day = timedelta(days=1)
    assert found.keys() == {"day", "span", "minute", "month", "open", "since"}
    assert found["day"] == (date(2023, 10, 18), date(2023, 10, 19))
    assert found["span"] == (date(2023, 10, 18), date(2023, 10, 21))
    assert found["month"] == (date(2023, 11, 1), date(2023, 12, 1))
    assert found["open"] == (date(2024, 1, 5), date(2024, 1, 5) + day)
    assert found["since"] == (date(2022, 12, 31), date(2023, 1, 1))
    assert found["minute"][0] == datetime.fromisoformat("2023-10-18T00:30+00:00")
    titles = {str(event["SUMMARY"]) for event in calendar.walk("VEVENT")}
    assert {"A, day; one", "회담 🚀"} <= titles


def test_a_feed_has_an_entry_for_each_event() -> None:
    feed = ET.fromstring(written("atom", export_of(shipped())))
    assert len(feed.findall(f"{ATOM}entry")) == len(shipped().events)
    assert (feed.findtext(f"{ATOM}subtitle") or "").startswith("16 events · Jul 2023")


def test_texts_of_timelinejs_are_escaped() -> None:
    text = '[{date: 2023-10, title: "<img src=x onerror=alert(1)>", actors: [Japan]}]'
    slide = json.loads(written("timelinejs", export_of(tables_of(text))))["events"][0]
    assert slide["text"]["headline"].startswith("&lt;img")
    assert slide["start_date"] == {"year": 2023, "month": 10}


def test_geojson_has_every_event_and_the_points_of_those_with_a_place() -> None:
    found = json.loads(written("geojson", export_of(shipped())))
    assert len(found["features"]) == len(shipped().events)
    points = [each["geometry"]["coordinates"] for each in found["features"] if each["geometry"]]
    assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in points)


@pytest.mark.parametrize("chart", list(CHARTS))
def test_a_chart_is_valid_xml_with_title_sentence_and_credit(chart: str) -> None:
    root = ET.fromstring(written("svg", export_of(shipped(), chart=chart)))
    texts = ["".join(part.itertext()) for part in root.iter(f"{SVG}text")]
    assert shipped().title in " ".join(texts)
    assert any(text.startswith("Exported on 2024-05-01, revision 0123") for text in texts)
    assert any("events" in text for text in texts)
    assert not [part for part in root.iter() if {"href", "data-event"} & part.attrib.keys()]


def test_every_title_is_text_in_the_timeline() -> None:
    root = ET.fromstring(written("svg", export_of(shipped(), chart="timeline")))
    words = "\n".join("".join(part.itertext()) for part in root.iter(f"{SVG}title"))
    assert [title for title in shipped().events["title"] if title not in words] == []


def test_the_rows_of_charts_are_the_functions_that_draw_them() -> None:
    assert DRAW.keys() == CHARTS.keys()


@pytest.mark.parametrize("row", FORMATS.values(), ids=list(FORMATS))
def test_each_row_writes_by_command_and_by_address(row: Format, tmp_path: Path) -> None:
    assert main(["export", str(SHIPPED), "--format", row.name, "-o", str(tmp_path)]) == 0
    (file,) = tmp_path.iterdir()
    assert file.name.endswith(f".{row.ending}")
    answer = create_server(shipped()).test_client().get(f"/export/{row.name}?country=Japan")
    assert answer.status_code == (200 if row.by_http else 404)
    if row.by_http:
        assert answer.mimetype == row.media
        assert f".{row.ending}" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(
    ("query", "reason"),
    [("chart=networks", "did you mean"), ("width=9", "from 240"), ("limit=0", "from 1 upward")],
)
def test_a_bad_parameter_is_refused(query: str, reason: str) -> None:
    answer = create_server(shipped()).test_client().get(f"/export/svg?{query}")
    assert answer.status_code == 400
    assert reason in answer.json["error"]


def test_events_are_answered_in_parts_with_the_next() -> None:
    client = create_server(shipped()).test_client()
    ids, path = [], "/api/events?limit=7"
    while path:
        found = client.get(path).json
        ids += [event["id"] for event in found["events"]]
        path = found.get("next", "")
    assert ids == shipped().events["id"].tolist()


def test_the_file_itself_is_never_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file.yaml"
    file.write_text(DATES)
    assert main(["export", str(file), "--format", "json", "-o", str(file)]) == 2
    assert "is the events file itself" in capsys.readouterr().err
    assert file.read_text() == DATES


def test_a_picture_without_the_extra_names_the_remedy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    assert main(["export", str(SHIPPED), "--format", "png", "--query", quote("")]) == 2
    assert "geopolitical-timeline[png]" in capsys.readouterr().err
