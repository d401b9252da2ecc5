"""The library: load a file, select, and get figures, in a notebook or a script."""

from __future__ import annotations

import dataclasses
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import dashboard
from dashboard import (
    Dataset,
    EventsFileError,
    Selection,
    load,
    relations_figure,
    timeline_figure,
)
from dashboard.analysis.relations.views import COMPUTE
from dashboard.cli import main
from dashboard.figures.picture import Picture
from dashboard.figures.theme import THEMES
from tests.examples import EVENTS_FILE, REPOSITORY, SHIPPED


def drawn(picture: Picture, name: str) -> list[ET.Element]:
    """The elements of a picture that have an attribute."""
    return [part for part in ET.fromstring(picture.svg()).iter() if name in part.attrib]


def events_of(picture: Picture) -> set[str]:
    return {part.attrib["data-event"] for part in drawn(picture, "data-event")}


def places(picture: Picture) -> dict[str, tuple[str, str]]:
    """Where the node of each actor is drawn."""
    return {
        node.attrib["data-actor"]: (part.attrib["cx"], part.attrib["cy"])
        for node in drawn(picture, "data-actor")
        for part in node
        if part.attrib.get("class") == "dot"
    }


def test_a_file_becomes_tables() -> None:
    tables = load(SHIPPED)
    assert len(tables.events) == 16
    assert set(tables.events["id"]) >= {"treaty", "joint-statement"}
    assert {"event", "actor", "role", "country"} <= set(tables.participants.columns)
    assert {"source", "target", "score"} <= set(tables.relations.columns)


def test_a_path_may_be_a_text() -> None:
    assert len(load(str(SHIPPED)).events) == 16


@pytest.mark.parametrize("draw", [timeline_figure, relations_figure])
@pytest.mark.parametrize("scheme", THEMES)
def test_a_figure_is_svg_that_needs_no_other_file(
    draw: Callable[..., Picture], scheme: str, tmp_path: Path
) -> None:
    picture = draw(load(SHIPPED), scheme=scheme)
    text = picture.svg()
    root = ET.fromstring(text)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.attrib["viewBox"] == f"0 0 {root.attrib['width']} {root.attrib['height']}"
    for outside in ("var(", "url(http", "@import", "<script", "/*"):
        assert outside not in text
    assert THEMES[scheme].paper in text
    assert THEMES[scheme].tones[0] in text
    assert picture._repr_svg_() == text
    picture.save(tmp_path / "picture.svg")
    assert (tmp_path / "picture.svg").read_text("utf-8") == text


def test_a_selection_picks_what_the_figures_show() -> None:
    tables = load(SHIPPED)
    japan = Selection.from_query("country=Japan", tables)
    assert events_of(timeline_figure(tables)) == set(tables.events["id"])
    picked = set(tables.events["id"][japan.apply(tables).visible])
    assert events_of(timeline_figure(tables, japan)) == picked
    assert japan.describe(tables).startswith("5 of 16 events · Japan")
    everything, some = (
        drawn(relations_figure(tables, chosen), "data-dyad") for chosen in (None, japan)
    )
    assert 0 < len(some) < len(everything)


def test_nodes_stand_where_the_whole_file_puts_them() -> None:
    tables = load(SHIPPED)
    japan = Selection.from_query("country=Japan", tables)
    everything, some = (places(relations_figure(tables, chosen)) for chosen in (None, japan))
    assert everything == some
    assert len(everything) == 8


@pytest.mark.parametrize("width", [400, 1300])
def test_width_and_height_can_be_chosen(width: int) -> None:
    tables = load(SHIPPED)
    assert timeline_figure(tables, width=width).drawing[1]["width"] == str(width)
    size = relations_figure(tables, width=width, height=300).drawing[1]
    assert [float(size[name]) for name in ("width", "height")] == [width, 300]


def test_all_problems_of_a_bad_file_are_in_one_exception(tmp_path: Path) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text("- {date: 2023, title: A, actors: [Korea]}\n- {date: x}\n", "utf-8")
    with pytest.raises(EventsFileError) as raised:
        load(file)
    problems = raised.value.problems
    assert len(problems) >= 3
    assert all(problem.is_error for problem in problems)
    assert str(raised.value).splitlines()[0].startswith(f"{file}:1:")
    assert '"Korea" is ambiguous' in str(raised.value)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(EventsFileError, match="there is no such file"):
        load(tmp_path / "nothing.yaml")


def test_warnings_do_not_stop_anything(tmp_path: Path) -> None:
    file = tmp_path / "events.yaml"
    file.write_text("- {date: 2023, title: No source, actors: [Japan]}\n", "utf-8")
    assert len(load(file).events) == 1


def test_an_empty_file_has_figures_too(tmp_path: Path) -> None:
    file = tmp_path / "events.yaml"
    file.write_text("", "utf-8")
    tables = load(file)
    assert events_of(timeline_figure(tables)) == set()
    assert relations_figure(tables).svg()


def test_only_names_of_the_list_are_public() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = dashboard.nothing


def test_each_view_is_a_specification_and_follows_the_selection() -> None:
    data = Dataset(load(SHIPPED))
    japan = Selection.of(data.tables, country="Japan", after="visit")
    for name in ("timeline", "overview", *COMPUTE):
        view = getattr(dashboard, name)
        everything, some = view(data), view(data.tables, japan)
        assert dataclasses.is_dataclass(some), name
        with pytest.raises(dataclasses.FrozenInstanceError):
            some.anything = 1
        assert type(everything) is type(some)


def test_an_unknown_scheme_is_refused_with_the_choices() -> None:
    with pytest.raises(ValueError, match='unknown scheme "blue": use one of light, dark'):
        timeline_figure(load(SHIPPED), scheme="blue")


def test_the_package_has_types_a_version_and_a_licence() -> None:
    package = REPOSITORY / "dashboard"
    assert (package / "py.typed").is_file()
    assert re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", dashboard.__version__)
    assert "MIT" in (package / "LICENSE").read_text("utf-8")


@pytest.mark.parametrize(
    ("called", "shown"),
    [("geopolitical-timeline", "geopolitical-timeline"), ("cli.py", "python -m dashboard")],
)
def test_the_usage_names_the_command_that_was_called(
    called: str, shown: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", [f"/somewhere/{called}"])
    with pytest.raises(SystemExit):
        main(["--help"])
    assert capsys.readouterr().out.startswith(f"usage: {shown} ")


def test_a_file_called_like_the_package_does_not_shadow_the_installed_command(
    tmp_path: Path,
) -> None:
    (tmp_path / "dashboard.py").write_text("raise SystemExit('the wrong file')\n")
    script = tmp_path / "bin" / "geopolitical-timeline"
    script.parent.mkdir()
    # The script that an installation makes: Python looks beside it, not in the current folder.
    script.write_text("import sys\nfrom dashboard.cli import main\nsys.exit(main())\n")
    found = subprocess.run(
        [sys.executable, script, "check", EVENTS_FILE],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.startswith("0 errors")


def test_checking_a_file_loads_neither_pandas_nor_dash() -> None:
    program = (
        "import sys; from dashboard.cli import main; main(['check', 'events.yaml']);"
        "print(sorted({'numpy', 'pandas', 'plotly', 'dash', 'flask'} & sys.modules.keys()))"
    )
    found = subprocess.run(
        [sys.executable, "-c", program], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert found.stdout.splitlines()[-1] == "[]"
