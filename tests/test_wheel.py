"""A plain installation works from any folder: the wheel carries the page's assets and a file."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.examples import REPOSITORY


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [*(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"), "-w", folder, REPOSITORY],
        check=True,
    )
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_carries_what_the_page_needs(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    data = ("data/actor_words.csv", "data/countries.csv", "data/event_types.csv", "data/rules.toml")
    for file in ("events.yaml", *data, "assets/page.css", "assets/charts.css"):
        assert f"dashboard/{file}" in names
    scripts = {
        f"dashboard/{path.relative_to(REPOSITORY).as_posix()}"
        for path in (REPOSITORY / "assets").rglob("*.*js")
    }
    assert {"dashboard/assets/main.mjs"} < scripts <= names
    assert not [name for name in names if name.startswith("tests")]


def test_the_installed_package_finds_its_own_files(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    program = (
        "from dashboard.paths import default_events_file, shipped; from dashboard import load; \
print(load(default_events_file()).title, (shipped('assets') / 'page.css').is_file())"
    )
    found = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout == "North Korea, Russia and the trilateral response True\n"
