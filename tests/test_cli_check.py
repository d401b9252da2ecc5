"""The commands `check` and `schema`: what they print, and what they exit with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from dashboard.cli import main
from tests.examples import EVENTS_FILE, REPOSITORY

GOOD = "- {date: 2023, title: A, actors: Japan, sources: https://example.org}\n"
WARNED = "- {date: 2023, title: A, actors: Japan}\n"
WRONG = "- {date: 2023, titel: A, title: A, actors: [Koria]}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a file of each sort."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("good", GOOD), ("warned", WARNED), ("wrong", WRONG)):
        (tmp_path / f"{name}.yaml").write_text(text)
    (tmp_path / "folder").mkdir()
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str], list[str]]:
    """Exit code, lines on the output and lines on the error output."""
    code = main(words)
    out, err = capsys.readouterr()
    return code, out.splitlines(), err.splitlines()


@pytest.mark.usefixtures("folder")
def test_a_clean_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", "good.yaml") == (0, ["0 errors, 0 warnings in 1 file"], [])


def test_the_shipped_file_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", "--strict", str(EVENTS_FILE))[0] == 0


@pytest.mark.usefixtures("folder")
def test_all_problems_are_printed_in_the_form_of_compilers(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(capsys, "check", "wrong.yaml") == (
        1,
        [
            'wrong.yaml:1:16: error[unknown-field]: unknown field "titel": did you mean "title"?',
            'wrong.yaml:1:45: error[unknown-actor]: unknown actor "Koria": '
            'did you mean "South Korea" or "North Korea"? '
            'Or add it to the top-level "actors" list: '
            "{id: koria, name: Koria, kind: organization}"
            "  # or kind: country, person, bloc, armed_group or people",
            "2 errors, 0 warnings in 1 file",
        ],
        [],
    )


@pytest.mark.usefixtures("folder")
def test_warnings_count_only_when_asked_to(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, _ = run(capsys, "check", "warned.yaml")
    assert code == 0
    assert lines[0].startswith("warned.yaml:1:3: warning[no-source]: ")
    assert lines[1] == "0 errors, 1 warning in 1 file"
    assert run(capsys, "check", "--strict", "warned.yaml")[0] == 1


@pytest.mark.usefixtures("folder")
def test_several_files_are_counted_together(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, _ = run(capsys, "check", "good.yaml", "warned.yaml", "wrong.yaml")
    assert code == 1
    assert lines[-1] == "2 errors, 1 warning in 3 files"


@pytest.mark.parametrize("path", ["wrong.yaml", "./wrong.yaml", "folder/../wrong.yaml"])
@pytest.mark.usefixtures("folder")
def test_the_path_is_printed_as_it_was_given(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", path)[1][0].startswith(f"{path}:1:16: ")


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("nowhere.yaml", "dashboard: nowhere.yaml: there is no such file: check the name"),
        ("folder", "dashboard: folder: this is a folder: name an events file in it"),
        (
            "good.yaml/x",
            "dashboard: good.yaml/x: cannot be read (not a directory): "
            "check the file and its rights",
        ),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_cannot_be_read_is_one_line(
    path: str, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "check", path) == (2, [], [line])


@pytest.mark.usefixtures("folder")
def test_the_other_files_are_checked_nevertheless(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, errors = run(capsys, "check", "nowhere.yaml", "wrong.yaml")
    assert (code, len(lines), len(errors)) == (2, 3, 1)
    assert lines[-1] == "2 errors, 0 warnings in 1 file"


@pytest.mark.usefixtures("folder")
def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, errors = run(
        capsys, "check", "--format", "json", "wrong.yaml", "warned.yaml", "nowhere.yaml"
    )
    assert (code, errors) == (2, [])
    found = json.loads("\n".join(lines))
    assert (found["files"], found["errors"], found["warnings"]) == (3, 3, 1)
    assert found["problems"][0] == {
        "path": "wrong.yaml",
        "line": 1,
        "column": 16,
        "severity": "error",
        "code": "unknown-field",
        "message": 'unknown field "titel": did you mean "title"?',
        "count": 1,
        "places": [[1, 16]],
        "fix": [],
    }
    assert found["problems"][-1]["code"] == "no-file"


@pytest.mark.usefixtures("folder")
def test_json_of_a_clean_file(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, _ = run(capsys, "check", "--format=json", "good.yaml")
    assert code == 0
    assert json.loads("\n".join(lines)) == {
        "files": 1,
        "errors": 0,
        "warnings": 0,
        "problems": [],
    }


def test_annotations_of_github(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a,b:c%.yaml").write_text("- {date: 2023, title: A 100% sure, actors: Japan}")
    code, lines, _ = run(capsys, "check", "--format", "github", "wrong.yaml", "a,b:c%.yaml")
    assert code == 1
    assert lines[0] == (
        "::error file=wrong.yaml,line=1,col=16,title=unknown-field::"
        'unknown field "titel": did you mean "title"?'
    )
    assert lines[2] == (
        "::warning file=a%2Cb%3Ac%25.yaml,line=1,col=3,title=no-source::"
        '"A 100%25 sure" has no source: add sources: [https://…]'
    )
    assert run(capsys, "check", "--format", "github", "good.yaml") == (0, [], [])


ONE_SIDED = """\
- date: 2023
  title: A
  actors: Russia
  sources: [https://example.org/1, https://example.org/2]
  claims: [{by: Japan, stance: asserts}]
"""


def test_lint_tells_more(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "one-sided.yaml").write_text(ONE_SIDED)
    assert run(capsys, "check", "one-sided.yaml")[1] == ["0 errors, 0 warnings in 1 file"]
    code, lines, _ = run(capsys, "check", "--lint", "one-sided.yaml", "warned.yaml", "wrong.yaml")
    assert code == 1
    assert lines[0].startswith('one-sided.yaml:1:3: warning[one-sided]: "A" is a claim of Japan')
    assert lines[1].startswith("warned.yaml:1:3: warning[no-source]: ")
    assert lines[2].startswith("wrong.yaml:1:16: error[unknown-field]: ")
    assert lines[-1] == "2 errors, 2 warnings in 3 files"
    assert run(capsys, "check", "--lint", "one-sided.yaml")[0] == 0
    assert run(capsys, "check", "--lint", "--strict", "one-sided.yaml")[0] == 1


def test_lint_has_nothing_to_say_of_the_shipped_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", "--lint", "--strict", str(EVENTS_FILE))[0] == 0


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, errors = run(capsys, "check", "--explain", "one-sided")
    assert (code, errors) == (0, [])
    assert lines[0].startswith("one-sided: An allegation on which only one party is heard.")
    everything = run(capsys, "check", "--explain", "all")
    assert everything == run(capsys, "check", "--explain")
    assert everything[0] == 0
    assert everything[1][0] == "no-source                An event without any source."


def test_explain_suggests(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", "--explain", "sinlge-source") == (
        2,
        [],
        ['dashboard: unknown rule "sinlge-source": did you mean "single-source"?'],
    )
    code, _, [said] = run(capsys, "check", "--explain", "42")
    assert code == 2
    assert said.startswith('dashboard: unknown rule "42": use one of no-source, single-source,')


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check"], "the following arguments are required"),
        (["check", "--lint"], "the following arguments are required"),
        (["check", "--format", "xml", "x.yaml"], "invalid choice: 'xml'"),
        (["check", "--quick", "x.yaml"], "unrecognized arguments: --quick"),
        (["schema", "x.yaml"], "unrecognized arguments: x.yaml"),
    ],
)
def test_wrong_usage_is_one_line(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert said in err


def test_schema_prints_a_schema(capsys: pytest.CaptureFixture[str]) -> None:
    code, lines, errors = run(capsys, "schema")
    assert (code, errors) == (0, [])
    jsonschema.Draft7Validator.check_schema(json.loads("\n".join(lines)))


def test_schema_beside_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (folder / "good.yaml").read_text()
    code, lines, errors = run(capsys, "schema", "--beside", "good.yaml")
    assert (code, errors) == (0, [])
    assert lines == [
        "wrote .events.schema.json; editors find it by this first line of good.yaml:",
        "# yaml-language-server: $schema=.events.schema.json",
    ]
    jsonschema.Draft7Validator.check_schema(
        json.loads((folder / ".events.schema.json").read_text())
    )
    assert (folder / "good.yaml").read_text() == before


@pytest.mark.usefixtures("folder")
def test_schema_beside_nothing_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    path = Path("nowhere") / ".events.schema.json"
    assert run(capsys, "schema", "--beside", "nowhere/good.yaml") == (
        2,
        [],
        [f"dashboard: {path} cannot be written: no such file or directory"],
    )


def command(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "dashboard", *words],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), **environment},
    )


@pytest.mark.usefixtures("folder")
def test_the_command_exits_with_the_code() -> None:
    assert [command("check", f"{name}.yaml").returncode for name in ("good", "wrong", "none")] == [
        0,
        1,
        2,
    ]


def test_letters_that_the_terminal_lacks_are_no_error(folder: Path) -> None:
    (folder / "korean.yaml").write_text("- {date: 2023, title: 공동, actors: 한국어}", "utf-8")
    done = command("check", "korean.yaml", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, b"")
    assert b'unknown actor "\\ud55c\\uad6d\\uc5b4"' in done.stdout


@pytest.mark.usefixtures("folder")
def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "dashboard", "check", "wrong.yaml"],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )
    os.close(writing)
    assert done.stderr == b""


def test_checking_loads_neither_tables_nor_charts(folder: Path) -> None:
    code = (
        "import sys; from dashboard.cli import main; main(['check', 'good.yaml']);"
        "print(sorted({'numpy', 'pandas', 'plotly', 'dash', 'flask'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        text=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("form", ["text", "json"])
def test_problems_that_are_not_listed_are_counted(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    monkeypatch.setattr("dashboard.model.problems.MOST_PROBLEMS", 20)
    events = (f"- {{date: 2023, title: A, actors: [Koria{n}]}}\n" for n in range(50))
    (folder / "many.yaml").write_text("".join(events))
    assert main(["check", "many.yaml", "--format", form]) == 1
    printed = capsys.readouterr().out
    assert "30 more problems are not listed, the first of them here" in printed
    assert ("50 errors, 0 warnings" if form == "text" else '"errors": 50') in printed
