"""The command `init`: a file to begin with, and never over another."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.model.schema import SCHEMA_FILE, modeline, schema_text
from dashboard.reading.watched import read_file


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_file_is_clean(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init"]) == 0
    assert "wrote events.yaml, an example to edit" in capsys.readouterr().out
    assert main(["check", "--strict", "events.yaml"]) == 0
    book = read_file(folder / "events.yaml")[0].book
    assert book is not None
    assert len(book.events) == 3
    assert all(event.sources or event.claims for event in book.events)
    assert (folder / "events.yaml").read_text("utf-8").startswith(modeline() + "\n# Events")
    assert (folder / SCHEMA_FILE).read_text("utf-8") == schema_text()


def test_it_takes_a_name(folder: Path) -> None:
    assert main(["init", "mine.yaml"]) == 0
    assert "python -m dashboard add mine.yaml" in (folder / "mine.yaml").read_text("utf-8")
    assert not (folder / "events.yaml").exists()


def test_it_can_be_added_to(folder: Path) -> None:
    main(["init"])
    before = (folder / "events.yaml").read_text("utf-8")
    words = ["add", "--date", "2024", "--title", "B", "--actor", "Japan"]
    assert main(words) == 0
    after = (folder / "events.yaml").read_text("utf-8")
    assert after == before + "\n  - date: 2024\n    title: B\n    actors: [Japan]\n"


@pytest.mark.parametrize("make", ["file", "folder", "link"])
def test_it_never_overwrites(make: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "events.yaml"
    if make == "file":
        path.write_text("mine")
    elif make == "folder":
        path.mkdir()
    else:
        path.symlink_to("elsewhere.yaml")
    assert main(["init"]) == 2
    assert capsys.readouterr().err == (
        "dashboard: events.yaml is there already, and stays as it is: name another file\n"
    )
    assert make != "file" or path.read_text() == "mine"
    assert not (folder / "elsewhere.yaml").exists()


@pytest.mark.usefixtures("folder")
def test_a_folder_must_exist(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "no/events.yaml"]) == 2
    assert "no/events.yaml cannot be written (no such file" in capsys.readouterr().err
