"""The commands, given special files, names with invisible characters, or a full output."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.model.schema import SCHEMA_FILE
from dashboard.writing import starter
from tests.examples import REPOSITORY

GOOD = "- {date: 2023, title: A, actors: Japan, sources: https://example.org}\n"
EVENT = ("--date", "2024", "--title", "B", "--actor", "Japan")
STRANGE = "e\x1b[31m\nx.yaml"
SEEN = r"e\u001b[31m\u000ax.yaml"
HANG = 120
"""Seconds after which a command hangs."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a good file and special ones."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.yaml").write_text(GOOD)
    os.mkfifo("pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket")
    (tmp_path / "ring").symlink_to("ring")
    return tmp_path


def command(
    *words: str, given: bytes = b"", output: int = subprocess.PIPE, **environment: str
) -> tuple[int, str, str]:
    """Run the command as a user does; return its code and what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "dashboard", *words],
        input=given,
        stdout=output,
        stderr=subprocess.PIPE,
        check=False,
        timeout=HANG,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), **environment},
    )
    return done.returncode, (done.stdout or b"").decode(), done.stderr.decode()


@pytest.mark.parametrize("words", [("check",), ("serve",), ("serve", "--edit"), ("add", *EVENT)])
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("pipe", "a named pipe"),
        ("socket", "a socket"),
        ("/dev/null", "a device"),
        ("/dev/zero", "a device"),
        (".", "a folder"),
        ("ring", "cannot be read"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_no_command_takes_or_waits_for_a_special_file(
    words: tuple[str, ...], name: str, said: str
) -> None:
    code, out, err = command(words[0], name, *words[1:])
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("words", [("serve",), ("add", *EVENT)])
def test_what_is_called_events_yaml_is_meant(folder: Path, words: tuple[str, ...]) -> None:
    (folder / "pipe").rename("events.yaml")
    code, _, err = command(*words)
    assert code == 2
    assert "events.yaml" in err
    assert "a named pipe" in err


@pytest.mark.usefixtures("folder")
def test_standard_input_and_substituted_processes_are_checked() -> None:
    clean = (0, "0 errors, 0 warnings in 1 file\n", "")
    assert command("check", "/dev/stdin", given=GOOD.encode()) == clean
    line = f"{sys.executable} -m dashboard check <(cat good.yaml) <(sleep 0.2; cat good.yaml)"
    done = subprocess.run(
        ["bash", "-c", line],
        capture_output=True,
        check=False,
        timeout=HANG,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )
    assert (done.returncode, done.stdout) == (0, b"0 errors, 0 warnings in 2 files\n")


@pytest.mark.parametrize(
    "words", [("check", "good.yaml"), ("schema",), ("check", "--explain"), ("init", "new.yaml")]
)
@pytest.mark.usefixtures("folder")
def test_a_full_output_is_one_line_and_a_code(words: tuple[str, ...]) -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    code, _, err = command(*words, output=full)
    os.close(full)
    assert (code, err) == (
        2,
        "dashboard: the output cannot be written: no space left on device\n",
    )


@pytest.mark.usefixtures("folder")
def test_an_output_that_is_closed_is_no_error() -> None:
    line = f"{sys.executable} -m dashboard check good.yaml >&-"
    done = subprocess.run(
        ["bash", "-c", line],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("text", [GOOD, "- {date: 2023, titel: A, actors: Japan}\n"])
@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_check_prints_names_that_nobody_can_see(
    folder: Path, text: str, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / STRANGE).write_text(text)
    main(["check", "--format", form, STRANGE, f"none{STRANGE}"])
    captured = capsys.readouterr()
    assert "\x1b" not in captured.out + captured.err
    for line in (captured.out + captured.err).splitlines():
        assert line.isprintable()
        assert not line.startswith("x.yaml")


def test_the_other_commands_do_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / STRANGE).write_text(GOOD)
    assert main(["add", STRANGE, *EVENT]) == 0
    assert main(["add", "--dry-run", STRANGE, *EVENT]) == 0
    assert main(["schema", "--beside", STRANGE]) == 0
    assert main(["init", f"new{STRANGE}"]) == 0
    assert main(["check", f"new{STRANGE}"]) == 0, "the name is in a comment of the file"
    assert main(["serve", f"none{STRANGE}"]) == 2
    with pytest.raises(SystemExit):
        main(["check", "good.yaml", f"--{STRANGE}"])
    captured = capsys.readouterr()
    assert "\x1b" not in captured.out + captured.err
    assert captured.out.count(SEEN) >= 6
    assert captured.err.count(SEEN) == 2


@pytest.mark.usefixtures("folder")
def test_add_reports_that_no_copy_is_kept() -> None:
    code, out, err = command("add", "good.yaml", *EVENT, XDG_CACHE_HOME="/proc/none")
    assert (code, err) == (0, "")
    assert "No copy of the version before is kept" in out


@pytest.mark.parametrize("name", ["good.yaml", "link.yaml"])
def test_add_refuses_a_write_protected_file(
    folder: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "link.yaml").symlink_to("good.yaml")
    (folder / "good.yaml").chmod(0o444)
    assert main(["add", name, *EVENT]) == 2
    assert capsys.readouterr().err == (
        f"dashboard: {name} is write-protected: make it writable first (chmod u+w), "
        "or name another file\n"
    )
    assert (folder / "good.yaml").read_text() == GOOD
    assert main(["add", "--dry-run", name, *EVENT]) == 0


@pytest.mark.parametrize("words", [("schema", "--beside", "good.yaml"), ("init", "new.yaml")])
def test_the_schema_is_replaced_in_one_step(
    folder: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    schema = folder / SCHEMA_FILE
    shared = folder / "shared.json"
    shared.write_text("{}")
    schema.symlink_to("shared.json")
    before = shared.stat().st_ino
    assert main(list(words)) == 0
    assert schema.is_symlink(), "and a link to it stays one"
    assert shared.stat().st_ino != before

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    text = shared.read_text()
    (folder / "new.yaml").unlink(missing_ok=True)
    monkeypatch.setattr(starter, "replace_file", fail)
    assert main(list(words)) == 2
    assert shared.read_text() == text
    assert not (folder / "new.yaml").exists()
