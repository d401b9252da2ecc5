"""JSON, YAML of other shapes, front matter, calendars and Markwhen become rows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from dashboard.formats.recipes.guess import guess_recipe
from dashboard.formats.recipes.recognise import prepare, recognise
from dashboard.formats.rows.mapper import map_rows
from dashboard.formats.tables.raw import FormatError, RawTable, read_bytes, read_raw

if TYPE_CHECKING:
    from pathlib import Path

    from dashboard.writing.edits import Value


def read(text: str, name: str) -> RawTable:
    (table,) = read_bytes(text.encode(), name)
    return table


def events_of(table: RawTable) -> list[dict[str, Value]]:
    recipe = recognise(table) or guess_recipe(table).recipe
    return map_rows(prepare(table, recipe), recipe).events


TALKS = {"date": "2023-10-26", "title": "Talks", "actors": ["Japan"]}
VISIT = {"date": "2023-10-27", "title": "Visit", "actors": ["China"]}
SHAPES = (
    ("anchors", "a.yaml", "- {date: 2023-10-26, title: Talks, actors: &a [Japan]}\n"
     "- {date: 2023-10-27, title: Visit, actors: *a}\n", [TALKS, VISIT | {"actors": ["Japan"]}]),
    ("merge keys", "a.yaml", "- &a {date: 2023-10-26, title: Talks, actors: [Japan]}\n"
     "- {<<: *a, title: Visit}\n", [TALKS, TALKS | {"title": "Visit"}]),
    ("by columns", "a.yaml", "date: [2023-10-26, 2023-10-27]\ntitle: [Talks, Visit]\n"
     "actors: [Japan, China]\n", [TALKS, VISIT]),
    ("several documents", "a.yaml", "---\ndate: 2023-10-26\ntitle: Talks\nactors: [Japan]\n---\n"
     "date: 2023-10-27\ntitle: Visit\nactors: [China]\n", [TALKS, VISIT]),
    ("front matter", "a.md", "---\ndate: 2023-10-26\ntitle: Talks\nactors: [Japan]\n---\n\nMore.\n",
     [TALKS | {"description": "More."}]),
    ("TOML front matter", "a.md", '+++\ndate = 2023-10-26\ntitle = "Talks"\nactors = ["Japan"]\n'
     "+++\n", [TALKS]),
    ("by id", "a.yaml", "talks: {date: 2023-10-26, title: Talks, actors: [Japan]}\n"
     "visit: {date: 2023-10-27, title: Visit, actors: [China]}\n",
     [TALKS | {"id": "talks"}, VISIT | {"id": "visit"}]),
    ("capital keys", "a.yaml", "- {Date: 2023-10-26, Title: Talks, Actors: [Japan]}\n", [TALKS]),
    ("start and end", "a.yaml", "- {start: 2023-10-26, end: 2023-10-28, title: A, actors: Japan}\n"
     "- {date: {start: 2023-10-26, end: 2023-10-28}, title: A, actors: [Japan]}\n",
     [TALKS | {"date": "2023-10-26/2023-10-28", "title": "A"}] * 2),
    ("other names of keys", "a.yaml", "- {event_date: 2023-10-26, event: Talks, actor1: Japan}\n",
     [TALKS]),
    ("JSON with escapes", "a.json", '[{"date": "2023-10-26", "title": "\\ud83d\\ude80", '
     '"actors": ["Japan"]}]', [TALKS | {"title": "🚀"}]),
    ("JSON lines", "a.jsonl", f"{json.dumps(TALKS)}\n\n{json.dumps(VISIT)}\n", [TALKS, VISIT]),
    ("GeoJSON", "a.geojson", json.dumps({"type": "FeatureCollection", "features": [{
        "type": "Feature", "geometry": {"type": "Point", "coordinates": [139.7, 35.6]},
        "properties": TALKS | {"place": "Tokyo"}}]}),
     [TALKS | {"place": {"name": "Tokyo", "lat": "35.6", "lon": "139.7"}}]),
    ("TimelineJS", "a.json", json.dumps({"events": [{
        "start_date": {"year": "2022", "month": "2", "day": "24"}, "end_date": {"year": 2022},
        "text": {"headline": "<b>Talks</b>", "text": "<p>A &amp; b</p>"}, "group": "Europe"}]}),
     [{"date": "2022-02-24/2022", "title": "Talks", "actors": ["Unknown"],
       "description": "A & b", "tags": ["Europe"]}]),
    ("TimelineJS as a table", "a.csv", "Year,Month,Day,Headline,Text,Media,Type\n"
     "2022,2,,Talks,<i>In</i> Oslo,https://example.org/a.jpg,\n2020,,,Era,,,era\n",
     [{"date": "2022-02", "title": "Talks", "actors": ["Unknown"], "description": "In Oslo",
       "sources": ["https://example.org/a.jpg"]}]),
    ("vis-timeline", "a.json", '[{"id": 1, "content": "<b>Talks</b>", "start": 1698278400000, '
     '"end": "2023-10-27"}]',
     [{"date": "2023-10-26/2023-10-27", "title": "Talks", "actors": ["Unknown"], "id": "vis-1"}]),
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "events"), [row[1:] for row in SHAPES], ids=[row[0] for row in SHAPES]
)
def test_files_of_other_shapes_become_events(
    name: str, text: str, events: list[dict[str, Value]]
) -> None:
    assert events_of(read(text, name)) == events


def test_a_folder_of_markdown_is_one_table(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name, day in (("b.md", 27), ("sub/c.md", 28), ("a.md", 26)):
        (tmp_path / name).write_text(f"---\ndate: 2023-10-{day}\n---\n# Talks {day}\n", "utf-8")
    (tmp_path / "broken.md").write_text("no front matter", "utf-8")
    (table,) = read_raw(tmp_path)
    assert [row.cells["file"] for row in table.rows] == ["a.md", "b.md", "sub/c.md"]
    assert table.rows[0].cells["title"] == "Talks 26"
    assert len(table.problems) == 1
    assert "broken.md: no front matter" in table.problems[0]


def test_what_is_beside_the_records_is_reported() -> None:
    table = read('{"events": [{"date": "2023"}], "eras": [], "scale": "human"}', "a.json")
    assert table.problems == ('a.json: "eras" is not imported', 'a.json: "scale" is not imported')


def test_lists_that_cannot_be_joined_stay_json() -> None:
    table = read('[{"who": ["a", "b; c"], "sources": [{"url": "https://a.org"}]}]', "a.json")
    cells = table.rows[0].cells
    assert json.loads(cells["who"]) == ["a", "b; c"]
    assert json.loads(cells["sources"]) == [{"url": "https://a.org"}]


DEEP = 40_000
REFUSED = (
    ("a.json", "[" * DEEP, "nested too deeply"),
    ("a.json", '[{"a": ' + '{"a": ' * 50 + "1" + "}" * 51 + "]", "record 1: more than 30 levels"),
    ("a.json", '[{"a": 1, "a": 2}]', '"a" twice'),
    ("a.json", '{"a": [1, 2], "b": [1]}', "a has 2 and b has 1"),
    ("a.json", "[1, 2", "a.json:1:6: this is not JSON"),
    ("a.yaml", "[" * DEEP, "nesting depth"),
    ("a.yaml", "a: {b: 1, b: 2}", "the key 'b' occurs twice"),
    ("a.yaml", "a: [1", "this is not YAML"),
    ("a.yaml", "just words", "no list of records"),
    ("a.md", "---\ndate: 2023\n", "no front matter"),
    ("a.md", "---\n- date\n---\n", "not a mapping"),
    ("a.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "no event"),
    ("a.mw", "only words\n", "no line has a date"),
)


@pytest.mark.parametrize(("name", "text", "message"), REFUSED)
def test_files_without_records_are_refused(name: str, text: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        read(text, name)


def test_aliases_that_repeat_too_much_are_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    with pytest.raises(FormatError, match="repeat too much"):
        read("\n".join(lines), "a.yaml")


CALENDAR = """BEGIN:VCALENDAR\r
BEGIN:VTIMEZONE\r
TZID:Asia/Seoul\r
END:VTIMEZONE\r
BEGIN:VEVENT\r
UID:1@example.org\r
DTSTART;VALUE=DATE:20231026\r
DTEND;VALUE=DATE:20231027\r
SUMMARY:Talks\\, first\r
  round\r
DESCRIPTION:One\\nTwo\r
CATEGORIES:arms,visit\r
GEO:35.6;139.7\r
RRULE:FREQ=WEEKLY\r
BEGIN:VALARM\r
DESCRIPTION:An alarm\r
END:VALARM\r
END:VEVENT\r
BEGIN:VEVENT\r
DTSTART;TZID=Asia/Seoul:20231026T090000\r
DURATION:PT1H30M\r
SUMMARY:Call\r
END:VEVENT\r
BEGIN:VEVENT\r
DTSTART:20231026T090000Z\r
SUMMARY:Gone\r
STATUS:CANCELLED\r
END:VEVENT\r
BEGIN:VTODO\r
END:VTODO\r
END:VCALENDAR\r
"""


def test_a_calendar_is_read_with_days_zones_and_reports() -> None:
    table = read(CALENDAR, "a.ics")
    first, second = table.rows
    assert first.number == 5
    assert dict(first.cells) == {
        "dtstart": "2023-10-26",
        "dtend": "2023-10-26",
        "uid": "1@example.org",
        "summary": "Talks, first round",
        "description": "One\nTwo",
        "categories": "arms; visit",
        "lat": "35.6",
        "lon": "139.7",
    }
    assert second.cells["dtstart"] == "2023-10-26T09:00+09:00"
    assert second.cells["dtend"] == "2023-10-26T10:30+09:00"
    assert [row.cells["summary"] for row in table.unread] == ["Gone"]
    series, cancelled, todo = sorted(table.problems, key=len, reverse=True)
    assert "RRULE" in series
    assert "cancelled" in cancelled
    assert "VTODO" in todo


MARKWHEN = """title: My timeline
dateFormat: d/M/y

section Ukraine #war
2022-02-24/2022-04-01: Phase one #attack location: Kyiv
See [a report](https://example.org/a).
5/9/2022 - 7/9/2022: Offensive
2023-10-26T09:00Z: Call
now - 10 days: Relative
endSection
// a comment
Dec 2012: Summit
"""


def test_markwhen_is_read_in_part_and_the_rest_is_reported_with_its_line() -> None:
    table = read(MARKWHEN, "a.mw")
    assert [(row.number, row.cells["date"]) for row in table.rows] == [
        (5, "2022-02-24/2022-04-01"),
        (7, "2022-09-05/2022-09-07"),
        (8, "2023-10-26T09:00Z"),
        (12, "2012-12"),
    ]
    assert dict(table.rows[0].cells) == {
        "date": "2022-02-24/2022-04-01",
        "title": "Phase one",
        "description": "See a report.",
        "tags": "attack; Ukraine",
        "location": "Kyiv",
        "links": "https://example.org/a",
    }
    assert table.unread[0].number == 9
    assert "line 9" in table.problems[0]
