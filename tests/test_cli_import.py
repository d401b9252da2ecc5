"""The command ``import``: what it writes, what it reports, and what it never overwrites."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.reading.book import read_book
from tests.formats.coded_data import ROWS, text_of

OWN = """\
Datum;Akteur;Ereignis;Quelle
26.10.2023;Japan;Talks;https://example.org/a
27.10.2023;Russa;Visit;
28.10.2023;Russia and Iran;Exercise;Some Paper
?;Japan;No date;
30.10.2023;Students of Oslo;Protest;
"""


def run(*words: object) -> int:
    return main(["import", *map(str, words)])


@pytest.fixture
def icews(tmp_path: Path) -> Path:
    file = tmp_path / "events.tab"
    file.write_text(text_of("icews"), "utf-8")
    return file


@pytest.fixture
def own(tmp_path: Path) -> Path:
    file = tmp_path / "own.csv"
    file.write_text(OWN, "utf-8")
    return file


@pytest.mark.parametrize("name", ROWS)
def test_a_written_file_passes_check(name: str, tmp_path: Path) -> None:
    file, out = tmp_path / f"{name}.csv", tmp_path / "events.yaml"
    file.write_text(text_of(name), "utf-8")
    assert run(file, "-o", out) == 0
    assert main(["check", str(out)]) == 0


def test_the_events_are_on_the_output_and_the_report_is_not(
    icews: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(icews) == 0
    out, words = capsys.readouterr()
    book = read_book(out).book
    assert book is not None
    assert len(book.events) == 7
    assert book.events[0].reports == 2
    assert "read 11 rows, folded 2, left out 2: 2 a name of no country\n" in words
    assert '2 names are of no country: "Ann Example" (1 row), "Europe" (1 row)\n' in words


def test_the_report_as_json_has_the_same_numbers(
    icews: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(icews, "--report", "json")
    report = json.loads(capsys.readouterr().err)
    assert {key: report[key] for key in ("read", "folded", "left_out", "events_added")} == {
        "read": 11,
        "folded": 2,
        "left_out": 2,
        "events_added": 7,
    }
    assert report["names_of_no_country"] == {"Ann Example": 1, "Europe": 1}
    assert [(row["row"], row["reason"]) for row in report["rows"]] == [
        (7, "a name of no country"),
        (11, "a name of no country"),
    ]


def test_importing_again_adds_only_what_is_new(
    icews: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, whole = tmp_path / "events.yaml", icews.read_text("utf-8")
    icews.write_text("".join(whole.splitlines(keepends=True)[:4]), "utf-8")
    run(icews, "-o", out)
    first = out.read_bytes()
    icews.write_text(whole, "utf-8")
    run(icews, "-o", out)
    assert "5 events and 5 actors added" in capsys.readouterr().err
    second = out.read_text("utf-8")
    assert len(read_book(second).book.events) == 7  # type: ignore[union-attr]
    assert all(line in second for line in first.decode().splitlines())
    assert run(icews, "-o", out) == 0
    assert out.read_text("utf-8") == second
    assert "7 events in the file already" in capsys.readouterr().err


def test_an_event_that_was_edited_is_reported_and_kept(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "events.yaml"
    run(own, "-o", out)
    edited = out.read_text("utf-8").replace("https://example.org/a", "https://example.org/b")
    out.write_text(edited, "utf-8")
    run(own, "-o", out)
    assert out.read_text("utf-8") == edited
    words = capsys.readouterr().err
    assert (
        '1 event with other content in the file, left as in the file: "2023-10-26-talks"' in words
    )


def test_every_row_of_an_own_table_is_in_the_file_or_in_the_rows_left_out(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, left = tmp_path / "events.yaml", tmp_path / "left.csv"
    assert run(own, "-o", out, "--left-out", left) == 0
    book = read_book(out.read_text("utf-8")).book
    assert book is not None
    assert [event.title for event in book.events] == ["Talks", "Exercise", "Protest"]
    assert book.events[1].actors == ("RUS", "IRN")
    with left.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Ereignis"] for row in rows] == ["Visit", "No date"]
    assert list(rows[0]) == ["Datum", "Akteur", "Ereignis", "Quelle"]
    words = capsys.readouterr().err
    assert 'row 3 left out: "Russa" is not a known actor: correct it if it means "Russia"' in words
    assert 'date = "Datum": 26.10.2023 | 27.10.2023 | 28.10.2023' in words


def test_a_guess_is_written_edited_and_used(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recipe = tmp_path / "own.toml"
    assert run(own, "--write-recipe", recipe) == 0
    assert "edit it, then import with --recipe" in capsys.readouterr().out
    recipe.write_text(recipe.read_text("utf-8") + '\n[codes]\nRussa = "RUS"\n', "utf-8")
    assert run(own, "--recipe", recipe) == 0
    book = read_book(capsys.readouterr().out).book
    assert book is not None
    assert [event.actors for event in book.events if event.title == "Visit"] == [("RUS",)]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--recipe", "icew"], '"icew" is neither a shipped recipe nor a file that can be read'),
        (["--left-out", "{own}"], "exists already: name a new file"),
        (["--write-recipe", "{own}"], "exists already: name a new file"),
        (["-o", "{broken}"], "has 1 error: fix the file first"),
    ],
)
def test_nothing_is_overwritten_or_guessed(
    words: list[str], message: str, own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("- {date: 2023, title: No actors}\n", "utf-8")
    before = {file: file.read_bytes() for file in tmp_path.iterdir()}
    assert run(own, *(word.format(own=own, broken=broken) for word in words)) == 2
    assert message in capsys.readouterr().err
    assert {file: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_an_act_in_two_files_is_one_event_with_the_reports_of_both(
    icews: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.tab"
    other.write_text(icews.read_text("utf-8"), "utf-8")
    run(icews, other)
    book = read_book(capsys.readouterr().out).book
    assert book is not None
    assert [event.reports for event in book.events] == [4, 2, 2, 2, 2, 2, 2]


@pytest.mark.parametrize("form", ["csv", "json", "jsonl", "geojson"])
def test_exported_events_are_imported_as_they_were(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "events.yaml", tmp_path / "again.yaml"
    first.write_text(
        "types: [{id: talks, label: Talks, score: 2}]\n"
        "actors: [{id: s, name: Students, kind: people, country: Iran}]\n"
        "events:\n- {date: 2023-10~, title: '=Talks; two', actors: [Japan, s], type: talks,\n"
        "  place: {name: Oslo, lat: 59.9, lon: 10.7}, tags: [a;b], sources: [https://example.org]}\n",
        "utf-8",
    )
    tables = [tmp_path / "1.csv", tmp_path / "2.csv"]
    taken = tmp_path / f"taken.{form}"
    main(["export", str(first), "--format", form, "-o", str(taken)])
    main(["export", str(first), "--format", "csv", "-o", str(tables[0])])
    assert run(taken, "-o", second) == 0
    main(["export", str(second), "--format", "csv", "-o", str(tables[1])])
    assert tables[0].read_bytes() == tables[1].read_bytes()
    assert run(taken, "-o", first) == 0
    assert "1 event in the file already" in capsys.readouterr().err


def test_a_file_without_events_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text("date,title,actors\n?,Talks,Japan\n", "utf-8")
    assert run(file) == 1
