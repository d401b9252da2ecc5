"""A new field of an event: its row and its attribute are all that has to be written."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.examples import REPOSITORY

ROWS = """
        "fatalities": Field(
            "integer",
            "How many people died.",
            bounds=(1, 1000),
            examples=(3,),
            label="Fatalities",
            default=1,
            columns=(Column("fatalities", "int64"),),
            section="more",
            is_fact=True,
            option="--fatalities",
        ),
        "languages": Field(
            "texts",
            "Languages of the texts.",
            examples=(["ko", "ru"],),
            label="Languages",
            default=(),
            columns=(Column("languages", is_searched=True),),
            section="more",
            is_fact=True,
            option="--language",
        ),
"""
ATTRIBUTES = "    fatalities: int\n    languages: tuple[str, ...]\n"
TEXT = """
- {id: a, date: 2023, title: A, actors: [Japan], languages: [Old Korean, ru], fatalities: 3}
- {date: 2022, title: B, actors: [Japan]}
"""
PROGRAM = """
import json
from dashboard.analysis.evidence.event_card import describe_event
from dashboard.app import create_server
from dashboard.event_options import OPTIONS
from dashboard.model.schema import json_schema
from dashboard.page.edit_form import event_form
from dashboard.query.selection import Selection
from dashboard.query.tabulate import tabulate
from dashboard.reading.book import read_book
from dashboard.formats.records.event_records import event_records

text = open("events.yaml").read()
wrong = read_book(text.replace("3}", "0}"))
assert "fatalities" in wrong.problems[0].message and wrong.book is None

properties = json_schema()["definitions"]["event"]["properties"]
assert properties["fatalities"]["anyOf"][0] == {"type": "integer", "minimum": 1, "maximum": 1000}

tables = tabulate(read_book(text).book)
assert tables.events["fatalities"].tolist() == [1, 3]
assert tables.events["languages"].tolist() == [(), ("Old Korean", "ru")]
assert tables.text.matches("old korean").tolist() == [False, True]
assert not tables.text.matches("3").any()

facts = {fact.name: fact.text for fact in describe_event(tables, Selection(event="a")).facts}
assert (facts["Fatalities"], facts["Languages"]) == ("3", "Old Korean, ru")

form = json.dumps(event_form({"fatalities": "3"}, tables))
assert '"name": "fatalities", "value": "3"' in form
assert '"name": "languages.0"' in form

client = create_server(tables).test_client()
bare, full = client.get("/api/events").json["events"]
assert (bare["fatalities"], bare["languages"]) == (1, [])
assert (full["fatalities"], full["languages"]) == (3, ["Old Korean", "ru"])
heading, *rows = client.get("/api/events.csv").text.splitlines()
cells = [dict(zip(heading.split(","), row.split(","))) for row in rows]
assert [row["languages"] for row in cells] == ["", "Old Korean; ru"]

options = {option.name: (option.repeats, option.meaning) for option in OPTIONS}
assert options["--fatalities"] == (False, "how many people died")
assert options["--language"] == (True, "languages of the texts; may be repeated")
"""


def test_a_row_and_an_attribute_add_a_field_everywhere(tmp_path: Path) -> None:
    copy = tmp_path / "dashboard"
    shutil.copytree(REPOSITORY / "dashboard", copy, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(REPOSITORY / "assets", tmp_path / "assets")
    (tmp_path / "events.yaml").write_text(TEXT)
    insert(copy / "model" / "event_fields.py", '        "tags": Field(', ROWS.lstrip("\n"))
    insert(copy / "model" / "book.py", "    importance: int\n    reports: int | None\n", ATTRIBUTES)
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr


def insert(file: Path, before: str, text: str) -> None:
    """Write text into a file before another, which occurs once."""
    old = file.read_text("utf-8")
    assert old.count(before) == 1
    file.write_text(old.replace(before, text + before), "utf-8")
