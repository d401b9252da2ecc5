"""The command `add`: from options, from answers on a terminal, or with a reason why not."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard import adding, paths
from dashboard.cli import main
from tests.examples import EVENTS_FILE, REPOSITORY

TEXT = "# mine\n- date: 2023\n  title: A\n  actors: Japan\n"
WORDS = ("--date", "2023-10-26", "--title", "B: two", "--actor", "NO", "--actor", "Japan")


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The events file of the current folder."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "events.yaml"
    file.write_text(TEXT)
    return file


def add(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str], list[str]]:
    """Exit code, lines on the output and lines on the error output."""
    code = main(["add", *words])
    out, err = capsys.readouterr()
    return code, out.splitlines(), err.splitlines()


def test_every_option_has_its_field(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = (
        *WORDS, "--target", "Russia", "--target", "China", "--aimed-at", "ROK", "--type", "condemn",
        "--status", "alleged", "--source", "https://e.org/1", "--source", "https://e.org/2",
        "--place", "Oslo", "--known", "2023-11", "--tz", "Asia/Seoul", "--description", "Text.",
        "--tag", "x", "--tag", "z", "--importance", "5", "--id", "two",
    )  # fmt: skip
    code, out, err = add(capsys, *words)
    assert (code, err) == (0, [])
    assert out[0] == "events.yaml:5: added two (26 October 2023)"
    assert path.read_text() == TEXT + (
        '- date: 2023-10-26\n  title: "B: two"\n  actors: ["NO", Japan]\n'
        "  targets: [Russia, China]\n  aimed_at: [ROK]\n  type: condemn\n  status: alleged\n"
        "  sources:\n    - https://e.org/1\n    - https://e.org/2\n  place: Oslo\n"
        "  known: 2023-11\n  tz: Asia/Seoul\n  description: Text.\n  tags: [x, z]\n"
        "  importance: 5\n  id: two\n"
    )


def test_warnings_and_the_copy_are_told(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = add(capsys, str(path), *WORDS)
    assert code == 0
    assert out[1].startswith('events.yaml:5:3: warning[no-source]: "B: two" has no source')
    assert out[2].startswith("The version before is kept in ")
    assert Path(out[2].removeprefix("The version before is kept in ")).read_text() == TEXT


def test_a_dry_run_prints_the_change(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = add(capsys, "--dry-run", *WORDS)
    assert code == 0
    assert out == [
        "--- events.yaml",
        "+++ events.yaml",
        "@@ -2,3 +2,6 @@",
        " - date: 2023",
        "   title: A",
        "   actors: Japan",
        "+- date: 2023-10-26",
        '+  title: "B: two"',
        '+  actors: ["NO", Japan]',
    ]
    assert path.read_text() == TEXT


def test_bad_values_have_the_messages_of_check(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = add(capsys, "--date", "26.10.2023", "--title", "B", "--actor", "Koria")
    assert (code, out) == (1, [])
    assert err == [
        'dashboard: --date: "26.10.2023" is not a valid date: write 2023-10-26 '
        "(dates are year-month-day)",
        'dashboard: --actor: unknown actor "Koria": did you mean "South Korea" or "North Korea"? '
        'Or add it to the top-level "actors" list: {id: koria, name: Koria, kind: organization}'
        "  # or kind: country, person, bloc, armed_group or people",
    ]
    assert path.read_text() == TEXT


def test_what_is_missing_is_named_where_nobody_can_be_asked(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    code, _, err = add(capsys, "--title", "B")
    assert (code, err) == (2, ["dashboard: an event needs --date, --actor (see --help)"])
    assert path.read_text() == TEXT


def test_a_file_with_errors_is_not_added_to(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path.write_text(TEXT + "  titel: x\n")
    code, _, err = add(capsys, *WORDS)
    assert code == 1
    assert err == [
        'dashboard: events.yaml:5:3: error[unknown-field]: unknown field "titel": '
        'did you mean "title"?'
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("none.yaml", *WORDS), "dashboard: none.yaml: there is no such file: check the name"),
        ((".", *WORDS), "dashboard: .: this is a folder: name an events file in it"),
    ],
)
@pytest.mark.usefixtures("path")
def test_a_file_that_cannot_be_edited(
    words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert add(capsys, *words) == (2, [], [said])


def test_the_example_is_never_edited(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = EVENTS_FILE.read_bytes()
    path.unlink()
    code, _, err = add(capsys, *WORDS)
    assert code == 2
    assert err == ["dashboard: there is no events.yaml here: run init first, or name a file"]
    package = path.parent / "package"
    package.mkdir()
    (package / "events.yaml").write_text(TEXT)
    monkeypatch.setattr(paths, "_PACKAGE", package)
    code, _, err = add(capsys, str(package / "events.yaml"), *WORDS)
    assert code == 2
    assert "is the example that is shipped: run init for a file of your own" in err[0]
    assert (package / "events.yaml").read_text() == TEXT
    assert EVENTS_FILE.read_bytes() == before


def on_a_terminal(folder: Path, answers: list[str], *words: str) -> tuple[int, str]:
    """Run the command on a terminal; return its exit code and what was seen there."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "dashboard", "add", *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    ) as process:
        os.close(theirs)
        seen = ""
        left = list(answers)
        while True:
            try:
                read = os.read(ours, 4096).decode("utf-8", "replace")
            except OSError:  # the other end is closed
                break
            if not read:
                break
            seen += read
            if left and seen.endswith(": "):
                os.write(ours, left.pop(0).encode())
        os.close(ours)
        return process.wait(), seen.replace("\r\n", "\n")


def test_what_is_missing_is_asked_for(path: Path) -> None:
    answers = ["26.10.2023\n", "2023-10-26\n", "\n", "A title\n", "Japan, Koria\n", "Japan, NO\n"]
    code, seen = on_a_terminal(path.parent, answers, "--source", "https://example.org")
    assert code == 0, seen
    assert '"26.10.2023" is not a valid date: write 2023-10-26 (dates are year-month-day)' in seen
    assert "  = 26 October 2023\n" in seen
    assert seen.count("Title: ") == 2
    assert 'unknown actor "Koria": did you mean "South Korea" or "North Korea"?' in seen
    assert path.read_text() == TEXT + (
        '- date: 2023-10-26\n  title: A title\n  actors: [Japan, "NO"]\n'
        "  sources:\n    - https://example.org\n"
    )


def test_only_what_is_missing_is_asked_for(path: Path) -> None:
    words = ("--date", "2023", "--actor", "Japan")
    code, seen = on_a_terminal(path.parent, ["T\n"], *words)
    assert code == 0, seen
    assert "Date" not in seen
    assert "Actors" not in seen


def test_an_answer_may_be_refused(path: Path) -> None:
    code, seen = on_a_terminal(path.parent, ["\x04"])
    assert code == 2
    assert seen.endswith("nothing was added\n")
    assert path.read_text() == TEXT


def test_nothing_is_asked_where_nothing_can_be_added(path: Path) -> None:
    path.write_text("- [")
    code, seen = on_a_terminal(path.parent, [])
    assert code == 1
    assert "Date" not in seen
    code, seen = on_a_terminal(path.parent, [], "--type", "fight")
    assert code == 1


def test_names_with_commas_can_be_given() -> None:
    assert adding._names("Japan, Russia,") == ["Japan", "Russia"]
    assert adding._names("Congo, Dem. Rep. of; Japan") == ["Congo, Dem. Rep. of", "Japan"]
