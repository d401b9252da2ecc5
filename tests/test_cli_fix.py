"""The options `--fix` and `--actors` of `check`: what they write, print and refuse."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.model.problems import count_problems
from dashboard.reading.book import read_book
from dashboard.reading.watched import read_file
from tests.examples import REPOSITORY

BROKEN = """\
- date: 2023
  titel: A   # a draft
  actors: [Japan]
  sources: https://example.org
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An events file of the current folder."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "events.yaml"
    path.write_text(BROKEN)
    return path


def check(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str], list[str]]:
    """Exit code, lines on the output and lines on the error output."""
    code = main(["check", *words])
    out, err = capsys.readouterr()
    return code, out.splitlines(), err.splitlines()


def test_fix_writes_the_file_and_prints_the_change(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = check(capsys, "--fix", "events.yaml")
    assert (code, err) == (0, [])
    assert file.read_text() == BROKEN.replace("titel", "title")
    assert out[:2] == ["--- events.yaml", "+++ events.yaml"]
    assert [line for line in out[2:] if line[0] in "+-"] == [
        "-  titel: A   # a draft",
        "+  title: A   # a draft",
    ]
    backup = Path(out[-2].removeprefix("1 remedy applied: the version before is kept in "))
    assert backup.read_text() == BROKEN
    assert out[-1] == "0 errors, 0 warnings in 1 file"


def test_fix_reports_what_is_left_and_exits_as_a_check(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(BROKEN.replace("Japan", "Japan, Koria"))
    code, out, _ = check(capsys, "events.yaml", "--fix")
    assert code == 1
    assert out[-2].startswith('events.yaml:3:19: error[unknown-actor]: unknown actor "Koria"')
    kept = file.read_bytes()
    assert check(capsys, "events.yaml", "--fix") == (
        1,
        ["no remedy applied: none is certain, or the file would not read better", *out[-2:]],
        [],
    )
    assert file.read_bytes() == kept
    file.write_text(BROKEN.replace("  sources: https://example.org\n", ""))
    assert check(capsys, "--fix", "--strict", "events.yaml")[0] == 1
    assert check(capsys, "--fix", "events.yaml")[0] == 0


def test_fix_changes_nothing_in_a_file_that_is_not_yaml(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"{BROKEN}- date: 2024\n  title: A: b\n  actors: Japan\n"
    file.write_text(text)
    code, out, err = check(capsys, "--fix", "events.yaml")
    assert code == 1
    assert err == ["dashboard: no remedy was applied: fix the errors of YAML first, then try again"]
    assert any("error[syntax]" in line for line in out)
    assert file.read_text() == text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--fix", "events.yaml", "events.yaml"], "take one FILE"),
        (["--actors", "events.yaml", "events.yaml"], "take one FILE"),
        (["--fix", "--format", "json", "events.yaml"], "print text alone"),
        (["--fix", "--actors", "events.yaml"], "not allowed with"),
        (["--fix"], "the following arguments are required: FILE"),
    ],
)
@pytest.mark.usefixtures("file")
def test_wrong_usage_is_one_line(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["check", *words])
    assert said in capsys.readouterr().err


def test_what_cannot_be_written_is_one_line(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(file.with_name("pipe"))
    file.with_name("latin.yaml").write_bytes("title: Türkiye".encode("latin-1"))
    for name, code, said in (
        ("none.yaml", 2, "there is no such file"),
        ("pipe", 2, "this is a named pipe"),
        ("latin.yaml", 1, "no remedy was applied"),
    ):
        found, _, [line] = check(capsys, "--fix", name)
        assert found == code
        assert said in line
    assert check(capsys, "--actors", "none.yaml")[0] == 2
    monkeypatch.setattr("dashboard.checking.is_packaged", lambda _: True)
    code, _, [line] = check(capsys, "--fix", "events.yaml")
    assert code == 2
    assert "the example that is shipped" in line
    assert file.read_text() == BROKEN


USES = """\
{above}- date: 2023
  title: A
  actors: [Bank Nord, Ada Beispiel, 'Army "X": a']
  targets: [Bank Nord, "Students (Iran)"]
  place: {{name: Somewhere, country: Nordland}}
  sources: https://example.org
"""


def pasted(text: str, printed: list[str]) -> str:
    """The text of a file after the printed lines are pasted where they belong."""
    if text.startswith("{"):
        return text.replace("{", "{" + "\n".join(printed), 1)
    lines = text.splitlines(keepends=True)
    place = next((row for row, line in enumerate(lines, 1) if line.startswith("actors:")), 0)
    return "".join([*lines[:place], *(f"{line}\n" for line in printed), *lines[place:]])


@pytest.mark.parametrize(
    "text",
    [
        USES.format(above=""),
        USES.format(above="title: T\nevents:\n"),
        USES.format(above="actors:\n- {id: x, name: Someone, kind: person}\nevents:\n"),
        USES.format(
            above="actors:\n    - id: bank-nord\n      kind: person\n      name: X\nevents:\n"
        ),
        USES.format(above="actors: [\n  {id: x, name: Someone, kind: person}]\nevents:\n"),
        '{"events": [{"date": "2023", "title": "A", "actors": ["Bank Nord", "Ada Beispiel"]}]}',
    ],
)
def test_pasted_entries_make_all_actors_known(
    text: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(text)
    code, out, err = check(capsys, "--actors", "events.yaml")
    assert (code, err) == (0, [])
    reading = read_book(pasted(text, out))
    assert reading.book is not None, reading.problems
    assert not [problem for problem in reading.problems if problem.is_error]


def test_entries_state_uses_and_what_to_look_at(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(USES.format(above="events:\n") + "- {date: 2023, title: A, actors: Koria}\n")
    assert check(capsys, "--actors", "events.yaml")[1] == [
        "actors:",
        "  - {id: bank-nord, name: Bank Nord, kind: organization}  # 2 times",
        "  - {id: ada-beispiel, name: Ada Beispiel, kind: person}  # 1 time; kind is a guess",
        '  - {id: army-x-a, name: "Army \\"X\\": a", kind: armed_group}  # 1 time',
        "  - {id: students-iran, name: Students (Iran), kind: organization, country: Iran}"
        "  # 1 time",
        "  - {id: nordland, name: Nordland, kind: country}  # 1 time",
        "  - {id: koria, name: Koria, kind: organization}"
        '  # 1 time; kind is a guess; or did you mean "South Korea" or "North Korea"?',
    ]


def test_a_file_without_missing_actors_says_so(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = "# events.yaml uses no actors that are missing"
    file.write_text(BROKEN.replace("titel", "title"))
    assert check(capsys, "--actors", "events.yaml") == (0, [said], [])
    file.write_bytes(b"- {date: 2023, actors: [T\xfcrkiye]}")
    hint = f"{said}, as far as it can be read: run check first"
    assert check(capsys, "--actors", "events.yaml") == (0, [hint], [])


def test_a_file_with_very_many_unlisted_actors_takes_few_lines_and_one_paste(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [f"{['Ada', 'Otto', 'Mira'][n % 3]} Beispiel{n}" for n in range(120)]
    event = (
        "- date: 2023\n  title: Event {n}\n  actors: [{names}]\n  sources: https://example.org\n"
    )
    text = "".join(
        event.format(n=n, names=", ".join(dict.fromkeys((names[n], names[n % 7], names[n % 50]))))
        for n in range(120)
    )
    file.write_text(f"events:\n{text}")
    code, out, _ = check(capsys, "events.yaml")
    assert code == 1
    assert len(out) <= 60
    assert count_problems(read_file(file)[0].problems) > 300
    file.write_text("\n".join(check(capsys, "--actors", "events.yaml")[1]) + f"\nevents:\n{text}")
    assert check(capsys, "events.yaml") == (0, ["0 errors, 0 warnings in 1 file"], [])


def test_the_shipped_file_needs_no_entries(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        "no actors that are missing"
        in check(capsys, "--actors", str(REPOSITORY / "events.yaml"))[1][0]
    )
