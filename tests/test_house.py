"""The house: which package may import which, how long files are, and what stands at the top."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from functools import cache

import pytest

from tests.examples import REPOSITORY

PACKAGE = REPOSITORY / "dashboard"
LAYERS = (
    "words",
    "files",
    "model",
    "linting",
    "reading",
    "writing",
    "query",
    "analysis",
    "figures",
    "formats",
    "page",
    "web",
)
TOP = (
    "adding",
    "app",
    "checking",
    "arguments",
    "cli",
    "event_options",
    "exits",
    "exporting",
    "importing",
    "library",
    "paths",
    "reports",
    "serving",
    "type_list",
    "__init__",
    "__main__",
)
LONGEST_FILE = 300
LONGEST_SCRIPT = 150
SCRIPTS = sorted((REPOSITORY / "assets").rglob("*.*js"))
MODULES = sorted(path.relative_to(REPOSITORY).as_posix() for path in PACKAGE.rglob("*.py"))


@cache
def imports(module: str) -> set[str]:
    """Every module of the package that a module imports, also inside functions."""
    found = set()
    for node in ast.walk(ast.parse((REPOSITORY / module).read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return found


def loaded_with(dotted: str, seen: set[str]) -> set[str]:
    """Every module of the package that is loaded with a module, without those in functions."""
    path = PACKAGE.parent / f"{dotted.replace('.', '/')}.py"
    if dotted not in seen and path.exists():
        seen.add(dotted)
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ImportFrom) and node.module:
                loaded_with(node.module, seen)
    return seen


def layer_of(dotted: str) -> int:
    """Position of a module's layer; the wiring stands above all of them."""
    parts = dotted.removesuffix(".py").replace("/", ".").split(".")
    name = parts[1] if len(parts) > 1 else "__init__"
    if name in ("paths", "markup"):
        return -1
    if name in TOP or name == "data":
        return len(LAYERS)
    return LAYERS.index(name)


def test_imports_go_downward() -> None:
    upward = [
        f"{module} imports {name}, which lies above it"
        for module in MODULES
        for name in imports(module)
        if name.startswith("dashboard.") and layer_of(name) > layer_of(module)
    ]
    assert upward == []


@pytest.mark.parametrize(
    ("layer", "forbidden"),
    [
        ("words", ("pandas", "numpy", "dash", "flask", "yaml")),
        ("files", ("pandas", "numpy", "dash", "flask", "yaml")),
        ("model", ("pandas", "numpy", "dash", "flask", "yaml")),
        ("linting", ("pandas", "numpy", "dash", "flask", "yaml")),
        ("reading", ("pandas", "numpy", "dash", "flask")),
        ("writing", ("pandas", "numpy", "dash", "flask")),
        ("query", ("dash", "flask", "yaml")),
        ("analysis", ("dash", "flask", "yaml")),
        ("figures", ("dash", "flask", "yaml")),
        ("formats", ("dash", "flask")),
        ("page", ("flask", "yaml")),
    ],
)
def test_a_layer_knows_nothing_of_the_libraries_above_it(
    layer: str, forbidden: tuple[str, ...]
) -> None:
    for module in MODULES:
        if module.startswith(f"dashboard/{layer}/"):
            used = {name.split(".")[0] for name in imports(module)}
            assert not used & set(forbidden), module


def test_words_import_nothing_of_the_rest() -> None:
    for module in MODULES:
        if module.startswith("dashboard/words/"):
            own = {name for name in imports(module) if name.startswith("dashboard.")}
            assert all(f"{name}.".startswith("dashboard.words.") for name in own), module


def test_the_start_loads_neither_editing_nor_the_remedies_of_dates() -> None:
    loaded = loaded_with("dashboard.serving", set())
    assert {"dashboard.model.dates", "dashboard.page.layout", "dashboard.web.api"} <= loaded
    assert not [name for name in loaded if name.startswith("dashboard.writing.")]
    assert not loaded & {"dashboard.importing", "dashboard.formats.recipes.recipe"}
    assert not loaded & {"dashboard.web.editing", "dashboard.model.date_mistakes"}


def test_importing_all_modules_has_no_side_effects() -> None:
    """Doctests import every module: none may print, start a thread or change the environment."""
    names = [module.removesuffix(".py").replace("/", ".") for module in MODULES]
    program = (
        "import importlib, os, threading\n"
        "before = dict(os.environ), threading.active_count()\n"
        f"for name in {names}: importlib.import_module(name)\n"
        "assert (dict(os.environ), threading.active_count()) == before\n"
    )
    command = [sys.executable, "-c", program]
    ran = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


def test_modules_open_with_one_sentence_and_are_short() -> None:
    for module in MODULES:
        text = (REPOSITORY / module).read_text("utf-8")
        summary = (ast.get_docstring(ast.parse(text)) or "").split("\n\n")[0]
        assert summary.endswith("."), f"{module} does not open with a sentence"
        assert len(text.splitlines()) <= LONGEST_FILE, f"{module} is too long"


def test_scripts_open_with_one_sentence_are_short_and_keep_to_themselves() -> None:
    for script in SCRIPTS:
        text = script.read_text("utf-8")
        assert re.match(r"/\* [A-Z][^*]+\. ?[^*]*\*/\n", text), f"{script} opens otherwise"
        assert len(text.splitlines()) <= LONGEST_SCRIPT, f"{script} is too long"
        assigned = set(re.findall(r"\bwindow\.(\w+) *(?:\?\?|\|\|)?=(?!=)", text))
        assert assigned <= {"dash_clientside", "fetch"}, script


def test_charts_are_our_own_drawings() -> None:
    """Dash brings Plotly along; nothing of ours imports it, and no script of the page calls it."""
    own = [REPOSITORY / module for module in MODULES] + SCRIPTS
    own += [REPOSITORY / "pyproject.toml", REPOSITORY / "README.md"]
    assert [path for path in own if re.search("plotly", path.read_text("utf-8"), re.I)] == []


def test_the_top_level_holds_only_what_was_agreed() -> None:
    agreed = {"README.md", "pyproject.toml", "dashboard", "events.yaml", "assets", "tests"}
    generated = {"build", "dist"}
    found = {path.name for path in REPOSITORY.iterdir() if not path.name.startswith(".")}
    found -= generated | {name for name in found if name.endswith(".egg-info")}
    assert found == agreed
