"""The command ``types``: the whole table, with the types of a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.model.event_types import event_types

FILE = """
types: [{id: hug, label: A hug, score: 4, cameo: "018"}]
events: []
"""


def test_it_prints_every_type_with_label_code_and_score(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["types"]) == 0
    lines = capsys.readouterr().out.splitlines()
    for kind in event_types().values():
        (line,) = (line for line in lines if line.split()[:1] == [kind.id])
        assert line.endswith(f"{kind.cameo_code or '–':4} {kind.full_label}")
    assert sum(line.startswith(" " * 25 + " ") for line in lines) >= 8  # notes


def test_types_of_a_file_are_among_them_also_as_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(FILE, "utf-8")
    assert main(["types", str(file), "--format", "json"]) == 0
    records = json.loads(capsys.readouterr().out)
    assert len(records) == len(event_types()) + 1
    assert records[-1] == {
        "id": "hug",
        "label": "A hug",
        "includes": "",
        "score": 4.0,
        "quad_class": 1,
        "cameo": "018",
        "symmetric": False,
        "note": "",
    }
    by_id = {record["id"]: record for record in records}
    assert (by_id["election"]["quad_class"], by_id["election"]["cameo"]) == (None, None)


def test_the_problems_of_a_broken_file_are_printed_instead(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("types: [{id: hug}]", "utf-8")
    assert main(["types", str(file)]) == 1
    assert 'no "label"' in capsys.readouterr().err
