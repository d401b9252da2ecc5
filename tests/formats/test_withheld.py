"""Events with a source that may not be passed on leave by no way out; their marks stay."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dashboard import Dataset, export
from dashboard.app import create_server
from dashboard.cli import main
from dashboard.formats.look import CHARTS
from dashboard.formats.table import FORMATS
from dashboard.query.selection import Selection
from dashboard.query.withheld import restricted_events, withhold
from tests.examples import shipped, tables_of
from tests.formats.exports import RESTRICTED, export_of, written
from tests.formats.html.offline import data_of

API = (
    *("events", "events.csv", "relations", "relations.csv", "timeline", "timeline?width=300"),
    *("before_after", "before_after.csv", "measures/dyads.csv", "events?text=veiled"),
    "before_after?pivot=2023-10-25-veiled-strike",
)


def is_clean(text: str) -> bool:
    return "veiled" not in text.lower()


@pytest.mark.parametrize("name", list(FORMATS))
def test_no_format_passes_a_restricted_event_on(name: str) -> None:
    data = export(tables_of(RESTRICTED), name)
    if FORMATS[name].media.startswith("image/png"):
        assert data.startswith(b"\x89PNG")
        return
    text = data.decode()
    if name == "html":
        text += json.dumps(data_of(text))
    assert is_clean(text)
    if FORMATS[name].holds in ("events", "page"):
        assert "Open talks" in text


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("csv", "jsonl", "png")])
def test_each_output_reports_how_many_events_are_withheld(name: str) -> None:
    text = written(name, export_of(tables_of(RESTRICTED)))
    assert "2 events" in text or '"withheld":2' in text.replace(" ", "")


@pytest.mark.parametrize("chart", list(CHARTS))
def test_no_chart_shows_the_text_of_a_restricted_event(chart: str) -> None:
    assert is_clean(written("svg", export_of(tables_of(RESTRICTED), chart=chart)))


@pytest.mark.parametrize("path", API)
def test_the_api_passes_no_restricted_event_on(path: str) -> None:
    answer = create_server(tables_of(RESTRICTED)).test_client().get(f"/api/{path}")
    assert answer.status_code == 200
    text = answer.text.replace("text=veiled", "").replace("“veiled”", "")
    assert is_clean(text)


def test_marks_aggregates_and_citation_stay() -> None:
    asked = export_of(tables_of(RESTRICTED))
    picture = written("svg", asked)
    assert picture.count("Withheld.") == 2
    edges = create_server(tables_of(RESTRICTED)).test_client().get("/api/relations").json["edges"]
    assert sorted(edge["n"] for edge in edges) == [1, 2]
    assert all("Coded events (2024)" in written(name, asked) for name in ("json", "svg", "ris"))


def test_the_command_reports_what_is_withheld(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file.yaml"
    file.write_text(RESTRICTED)
    out = tmp_path / "out.json"
    assert main(["export", str(file), "--format", "json", "-o", str(out)]) == 0
    assert "Withheld: 2 events" in capsys.readouterr().err
    assert [event["id"] for event in json.loads(out.read_text())["events"]] == ["open"]


def test_a_filter_finds_a_withheld_event_and_counts_it() -> None:
    asked = export_of(tables_of(RESTRICTED), "text=veiled")
    assert (len(asked.rows), asked.withheld) == (0, 2)


def test_a_source_of_later_restricts_the_record_of_a_day() -> None:
    text = """
    - {date: 2023-01-01, title: Early, actors: [Japan], sources:
       [{title: A, date: 2022}, {title: B, date: 2024, redistribute: no}]}
    """
    day = Dataset(tables_of(text)).as_known_on("2023-06").tables
    assert restricted_events(day).tolist() == [True]


def test_a_file_without_restrictions_is_itself() -> None:
    assert withhold(shipped()) is shipped()
    assert Selection().apply(shipped()).visible.all()
