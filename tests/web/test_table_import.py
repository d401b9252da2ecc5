"""Import over HTTP: tables are previewed, added in one step and taken back; nothing is lost."""

from __future__ import annotations

import csv
import io
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from dashboard.formats.tables.raw import read_bytes
from dashboard.markup import to_text
from tests.formats.messy_workbook import write_messy_workbook
from tests.web.running import FILE, Answer, Running, running

ROWS = "Date\tWho\tAgainst\tWhat\n27/09/2020\tArmenia\tAzerbaijan\tTalks\n\tFrance\t\tVisit\n"


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("tables"), "--edit") as server:
        yield server


@pytest.fixture
def server(started: Running) -> Running:
    started.file.write_text(FILE, "utf-8")
    return started


@pytest.fixture(scope="module")
def messy(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("messy") / "messy.xlsx"
    write_messy_workbook(path)
    return path.read_bytes()


def ask(server: Running, route: str, data: bytes | str, name: str = "rows", **more: Any) -> Answer:
    encoded = b64encode(data.encode() if isinstance(data, str) else data).decode()
    return server.post(f"/api/edit/table/{route}", {"name": name, "data": encoded, **more})


def preview(server: Running, data: bytes | str, name: str = "rows", **more: Any) -> Any:
    answer = ask(server, "preview", data, name, **more)
    assert answer.status == 200, answer.body
    return answer.json


def add(server: Running, data: bytes | str, name: str = "rows", **more: Any) -> Any:
    revision = preview(server, data, name, **more)["revision"]
    return ask(server, "add", data, name, revision=revision, **more).json


def events(server: Running) -> list[dict[str, Any]]:
    content = yaml.safe_load(server.file.read_text("utf-8"))
    found: list[dict[str, Any]] = content["events"] if isinstance(content, dict) else content
    return found


def test_rows_are_previewed_added_and_taken_back(server: Running) -> None:
    seen = preview(server, ROWS)
    assert seen["summary"] == "1 event, 1 row left out"
    assert seen["add"] == "Add 1 event"
    shown = to_text(seen["preview"])
    assert "27 September 2020 · <bdi>Armenia</bdi> → <bdi>Azerbaijan</bdi>" in shown
    assert 'Row 3: <span dir="ltr" lang="en">the row has no date: fill in the cell<' in shown
    assert server.file.read_text("utf-8") == FILE
    added = add(server, ROWS)
    assert added["said"] == "1 event added, 1 row left out."
    assert server.file.read_text("utf-8").startswith(FILE)
    assert [each["title"] for each in events(server)] == ["The first", "The second", "Talks"]
    undo = {"kind": "undo", "revision": added["revision"]}
    assert server.post("/api/edit/undo", undo).status == 200
    assert server.file.read_text("utf-8") == FILE


def test_every_row_of_a_messy_workbook_is_in_the_file_or_left_out(
    server: Running, messy: bytes
) -> None:
    rows = next(table for table in read_bytes(messy, "messy.xlsx") if table.rows).rows
    left = ask(server, "left-out", messy, "messy.xlsx").json["csv"]
    numbers = {row["No."] for row in csv.DictReader(io.StringIO(left))}
    added = add(server, messy, "messy.xlsx")
    new = len(events(server)) - 2
    assert added["said"] == f"{new} events added, {len(rows) - new} rows left out."
    assert len(list(csv.DictReader(io.StringIO(left)))) == len(rows) - new
    titles = {each["title"] for each in events(server)}
    whole = [row for row in rows if row.cells.get("No.") not in numbers]
    assert len(whole) == new
    assert all(row.cells["What happened"] in titles for row in whole)


def test_choices_bring_rows_in(server: Running, messy: bytes) -> None:
    first = preview(server, messy, "messy.xlsx")
    assert 'data-word="other"' in to_text(first["words"])
    more = {"constants": {"actors": "Unknown", "tz": "Asia/Baku"}}
    chosen = preview(server, messy, "messy.xlsx", values={"type": {"other": "appeal"}}, **more)
    assert chosen["left_out"] < first["left_out"] - 60
    shown = to_text(chosen["preview"])
    assert "recipe" not in shown
    assert "recipe" not in to_text(first["preview"])


def test_columns_can_be_chosen(server: Running) -> None:
    text = "a,b,c\n3/4/2020,Japan,Talks\n"
    chosen = {"keys": ["date", "actors", "title"], "order": "dmy"}
    assert "3 April 2020" in to_text(preview(server, text, "rows.csv", **chosen)["preview"])
    chosen["order"] = "mdy"
    assert "4 March 2020" in to_text(preview(server, text, "rows.csv", **chosen)["preview"])
    without = preview(server, text, "rows.csv", keys=["", "actors", "title"])
    assert (without["add"], without["left_out"]) == ("", 1)


def test_two_columns_of_one_use_are_remarked_on(server: Running) -> None:
    text = "a,b,c,d\n2020,Japan,Talks,Tokyo\n"
    shown = preview(server, text, "rows.csv", keys=["date", "actors", "title", "title"])["preview"]
    words = 'Title: 1 row has text in "c" and "d", of which only the first is used'
    assert words in to_text(shown)


def test_a_recognised_format_has_no_columns_to_choose(server: Running) -> None:
    text = "Year,Month,Day,Headline,Text,Media\n2020,9,27,Talks,,\n"
    seen = preview(server, text, "rows.csv")
    assert seen["format"] == "timelinejs"
    assert "Use of" not in to_text(seen["mapping"])
    own = preview(server, text, "rows.csv", format="own")
    assert own["format"] == "own"
    assert "Use of Headline" in to_text(own["mapping"])


def test_exported_events_are_read_as_they_were(server: Running) -> None:
    exported = server.ask("GET", "/export/csv").body
    seen = preview(server, exported, "events.csv")
    assert seen["summary"] == "No new events, 2 events in the file already"
    server.file.write_text("events: []\n", "utf-8")
    assert add(server, exported, "events.csv")["said"] == "2 events added."
    assert [each["title"] for each in events(server)] == ["The first", "The second"]


def test_the_same_rows_twice_add_nothing(server: Running, messy: bytes) -> None:
    add(server, messy, "messy.xlsx")
    text = server.file.read_text("utf-8")
    again = preview(server, messy, "messy.xlsx")
    assert again["add"] == ""
    assert again["summary"].startswith("No new events, ")
    assert "events in the file already" in again["summary"]
    assert add(server, messy, "messy.xlsx")["said"].endswith("nothing was added.")
    assert server.file.read_text("utf-8") == text


def test_a_file_that_changed_meanwhile_is_a_conflict(server: Running) -> None:
    revision = preview(server, ROWS)["revision"]
    server.file.write_text(FILE + "# by another person\n", "utf-8")
    answer = ask(server, "add", ROWS, revision=revision)
    assert answer.status == 409
    assert "changed meanwhile" in answer.json["error"]
    assert len(events(server)) == 2


HOSTILE = (
    '<img src=x onerror="alert(1)">',
    "=cmd|' /C calc'!A0",
    "{{7*7}} ${7*7} {%title%}",
    "\u202egnp.exe",
    "- date: 2020\n  title: injected",
    "': {a: [b, *c], &d !!python/object:os.system ls}",
    "#hash \\ \" ' | > % @ `",
)


@pytest.mark.parametrize("cell", HOSTILE)
def test_hostile_cells_stay_text(server: Running, cell: str) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([("date", "actor", "title", cell), ("2020", "Japan", cell, cell)])
    seen = preview(server, out.getvalue(), "rows.csv")
    assert "<img" not in to_text([*seen["mapping"], *seen["preview"]])
    add(server, out.getvalue(), "rows.csv")
    assert len(events(server)) in (2, 3)
    for event in events(server)[2:]:
        assert event["title"] == " ".join(cell.split())


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        ("", "rows", "the file is empty"),
        ("%PDF-1.7", "a.pdf", "this is a PDF document"),
        ("date,title\n", "a.csv", "no rows"),
        ("[{]", "a.json", "a.json"),
    ],
)
def test_files_without_a_table_are_refused_with_a_remedy(
    server: Running, data: str, name: str, message: str
) -> None:
    answer = ask(server, "preview", data, name)
    assert answer.status == 422
    assert message in answer.json["error"]


def test_large_tables_are_accepted_up_to_a_limit(server: Running) -> None:
    row = "2020-01-02,Japan,Talks\n"
    text = "date,actor,title,empty\n" + row * 20 + "\n" * 3_000_000
    assert preview(server, text, "a.csv")["summary"] == "20 events"
    refused = ask(server, "preview", b"x" * 8_000_001, "a.csv")
    assert refused.status == 400
    assert "is imported with the command" in refused.json["error"]
    assert ask(server, "preview", b"x" * 8_250_000, "a.csv").status == 413


@pytest.mark.parametrize(
    "changed",
    [
        {"data": "no base64!"},
        {"keys": ["nonsense"]},
        {"keys": "date"},
        {"order": "ydm"},
        {"constants": {"title": "x"}},
        {"values": {"type": {"a": 1}}},
        {"number": "0"},
    ],
)
def test_requests_of_another_shape_are_refused(server: Running, changed: dict[str, Any]) -> None:
    asked = {"name": "a.csv", "data": b64encode(ROWS.encode()).decode(), **changed}
    assert server.post("/api/edit/table/preview", asked).status == 400


def test_only_the_page_may_ask(server: Running, tmp_path: Path) -> None:
    answer = server.post("/api/edit/table/preview", {}, X_Edit_Token="")
    assert answer.status == 403
    other = server.post("/api/edit/table/add", {}, Origin="http://example.org")
    assert other.status == 403
