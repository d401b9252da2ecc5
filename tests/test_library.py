"""The library: load a file, select, and get figures, in a notebook or a script."""

from __future__ import annotations

import dataclasses
import os
import re
import subprocess
import sys
from pathlib import Path

import plotly.graph_objects as go
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
from tests.examples import EVENTS_FILE, REPOSITORY, SHIPPED


def events_of(figure: go.Figure) -> set[str]:
    (marks,) = (trace for trace in figure.data if trace.name == "marks")
    return {id_ for id_, _ in marks.customdata}


def test_a_file_becomes_tables() -> None:
    tables = load(SHIPPED)
    assert len(tables.events) == 16
    assert set(tables.events["id"]) >= {"treaty", "joint-statement"}
    assert {"event", "actor", "role", "country"} <= set(tables.participants.columns)
    assert {"source", "target", "score"} <= set(tables.relations.columns)


def test_a_path_may_be_a_text() -> None:
    assert len(load(str(SHIPPED)).events) == 16


def test_figures_are_plotlys_own() -> None:
    tables = load(SHIPPED)
    for figure in (timeline_figure(tables), relations_figure(tables)):
        assert isinstance(figure, go.Figure)
        assert figure.to_html(include_plotlyjs=False)


def test_a_selection_picks_what_the_figures_show() -> None:
    tables = load(SHIPPED)
    japan = Selection.from_query("country=Japan", tables)
    assert events_of(timeline_figure(tables)) == set(tables.events["id"])
    picked = set(tables.events["id"][japan.apply(tables).visible])
    assert events_of(timeline_figure(tables, japan)) == picked
    assert japan.describe(tables).startswith("5 of 16 events · Japan")
    all_edges, edges = (
        next(trace for trace in relations_figure(tables, chosen).data if trace.name == "edges")
        for chosen in (None, japan)
    )
    assert 0 < len(edges.customdata) < len(all_edges.customdata)


def test_nodes_stand_where_the_whole_file_puts_them() -> None:
    tables = load(SHIPPED)
    japan = Selection.from_query("country=Japan", tables)
    everything, some = (
        next(trace for trace in relations_figure(tables, chosen).data if trace.name == "nodes")
        for chosen in (None, japan)
    )
    assert everything.x == some.x
    assert everything.y == some.y


def test_width_and_scheme_can_be_chosen() -> None:
    tables = load(SHIPPED)
    narrow, dark = timeline_figure(tables, width=400), relations_figure(tables, scheme="dark")
    assert narrow.layout.width == 400
    assert timeline_figure(tables, width=1300).layout.width == 1300
    assert dark.layout.paper_bgcolor != relations_figure(tables).layout.paper_bgcolor
    assert relations_figure(tables, width=500, height=300).layout.height == 300


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
    assert relations_figure(tables).layout.annotations


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


def test_checking_a_file_loads_neither_pandas_nor_plotly() -> None:
    program = (
        "import sys; from dashboard.cli import main; main(['check', 'events.yaml']);"
        "print(sorted({'numpy', 'pandas', 'plotly', 'dash', 'flask'} & sys.modules.keys()))"
    )
    found = subprocess.run(
        [sys.executable, "-c", program], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert found.stdout.splitlines()[-1] == "[]"
