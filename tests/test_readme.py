"""The README is true: what it names exists, what exists is named, and its code runs."""

from __future__ import annotations

import argparse
import importlib
import json
import re
import shlex
import shutil
import tomllib
from configparser import ConfigParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import dashboard
from dashboard.arguments import COMMANDS, SCRIPT, parser
from dashboard.cli import main
from dashboard.formats.table import FORMATS as WAYS_OUT
from dashboard.library import load
from dashboard.model import limits
from dashboard.model.book import LINK_KINDS, STANCES, STATUSES
from dashboard.model.fields import ACTOR_KINDS, RECORDS
from dashboard.model.rules import rules
from dashboard.model.schema import modeline
from dashboard.page.keys import KEYS as KEYS_OF_PAGE
from dashboard.query.choices import LANES, MATCHES
from dashboard.query.filters import FILTERS, QUERY_NAMES
from dashboard.reading.book import read_book
from dashboard.reports import FORMATS
from tests.examples import EVENTS_FILE, REPOSITORY

README = (REPOSITORY / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
KEYS = sorted({key for record in RECORDS.values() for key in record})
WORDS = sorted({*STATUSES, *STANCES, *LINK_KINDS, *ACTOR_KINDS, *LANES, *MATCHES, *FORMATS})


def test_the_first_two_code_blocks_are_one_line_each() -> None:
    assert [language for language, _ in BLOCKS[:2]] == ["sh", "sh"]
    assert [code.count("\n") for _, code in BLOCKS[:2]] == [1, 1]


def test_continuous_integration_runs_the_second_block() -> None:
    assert "block == 2" in (REPOSITORY / ".ci" / "run").read_text("utf-8")


@pytest.mark.parametrize("name", [*KEYS, *WORDS, *QUERY_NAMES, *COMMANDS, *rules()])
def test_every_key_word_parameter_command_and_rule_is_documented(name: str) -> None:
    assert re.search(rf"`[^`\n]*\b{re.escape(name)}\b[^`\n]*`", README), name


def test_the_table_of_parameters_is_the_table_of_filters() -> None:
    rows = [
        f"| {', '.join(f'`{name}`' for name in row.names)} | {row.meaning} |"
        for row in FILTERS.values()
    ]
    assert "\n".join(["| parameter | meaning |", "|---|---|", *rows, "", ""]) in README


def test_the_table_of_keys_is_that_of_the_page() -> None:
    rows = [f"| {row.part} | `{row.keys}` | {row.words} |" for row in KEYS_OF_PAGE]
    assert "\n".join(["| where | keys | what they do |", "|---|---|---|", *rows, ""]) in README


def test_every_option_is_documented() -> None:
    (commands,) = (action for action in parser()._actions if action.dest == "command")
    for command in commands.choices.values():
        for option in command._option_string_actions:
            if option not in ("-h", "--help"):
                assert f"`{option}`" in README, option


def test_the_limits_are_those_that_hold() -> None:
    flat = " ".join(README.split())
    for sentence in (
        f"names and tags have at most {limits.LONGEST_NAME} characters, ids {limits.LONGEST_ID} "
        f"and addresses {limits.LONGEST_URL:,};",
        f"has at most {limits.MOST_ITEMS} items;",
        f"at most {limits.MOST_PAIRS_OF_EVENT:,} pairs",
        f"about dyads of more than {limits.LARGEST_ANSWER / 1e6:.0f} MB",
        f"A query holds at most {limits.MOST_VALUES} values, a value at most "
        f"{limits.LONGEST_VALUE:,} characters, and `text` at most {limits.MOST_WORDS} words.",
    ):
        assert sentence in flat


def test_the_yaml_examples_are_good_files() -> None:
    examples = [code for language, code in BLOCKS if language == "yaml"]
    assert len(examples) == 2
    for example in examples:
        reading = read_book(example)
        assert reading.book is not None, reading.problems
    assert len(examples[0].splitlines()) == 3


def test_the_recipe_reads_the_rows_below_it(tmp_path: Path) -> None:
    (recipe,) = (code for language, code in BLOCKS if language == "toml")
    (rows,) = (code for language, code in BLOCKS if code.startswith("date,type,event"))
    (tmp_path / "mine.toml").write_text(recipe, "utf-8")
    (tmp_path / "list.csv").write_text(rows, "utf-8")
    written = tmp_path / "events.yaml"
    given = ["--recipe", str(tmp_path / "mine.toml"), "-o", str(written)]
    assert main(["import", str(tmp_path / "list.csv"), *given]) == 0
    book = read_book(written.read_text("utf-8")).book
    assert book is not None
    assert [event.type for event in book.events] == ["force_posture", "coerce"]
    assert [len(event.sources) for event in book.events] == [1, 1]


def test_the_table_of_formats_is_that_of_the_exports() -> None:
    rows = re.findall(
        r"^\| ((?:`[a-z]+`(?:, )?)+) \|", README.split("## Take away")[1], re.MULTILINE
    )
    named = {name for row in rows for name in re.findall("[a-z]+", row)}
    assert set(WAYS_OUT) <= named


def test_the_table_of_rules_is_complete_and_says_which_are_plain() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| [^|]+ \| (yes )?\|$", README, re.MULTILINE)
    assert rows == [(code, "yes " if rule.plain else "") for code, rule in rules().items()]


def test_the_line_for_editors_is_the_one_that_the_shipped_file_has() -> None:
    assert f"```text\n{modeline()}\n```" in README


def test_the_library_example_runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (example,) = (code for language, code in BLOCKS if language == "python")
    shutil.copy(EVENTS_FILE, tmp_path)
    monkeypatch.chdir(tmp_path)
    exec(compile(example, "README.md", "exec"), {})
    for name in ("timeline", "relations"):
        assert (tmp_path / f"{name}.svg").read_text("utf-8").startswith("<svg")


def test_the_public_names_are_the_documented_ones() -> None:
    (example,) = (code for language, code in BLOCKS if language == "python")
    imported = example.splitlines()[0].removeprefix("from dashboard import ").split(", ")
    assert set(imported) <= set(dashboard.__all__)
    for name in dashboard.__all__:
        assert getattr(dashboard, name)
        assert re.search(rf"`[^`\n]*\b{name}\b[^`\n]*`", README) or name in imported, name


def test_links_to_files_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)]+)\)", README):
        if not urlsplit(target).scheme:
            assert (REPOSITORY / target).is_file(), target


def test_the_shipped_file_is_clean() -> None:
    reading = read_book(EVENTS_FILE.read_text("utf-8"))
    assert reading.book is not None
    assert reading.problems == ()
    assert 16 <= len(reading.book.events) <= 30
    assert all(event.sources for event in reading.book.events)


def test_each_source_of_the_shipped_file_has_a_title_and_each_claim_a_date() -> None:
    tables = load(EVENTS_FILE)
    assert tables.sources["title"].all()
    assert tables.claims["date"].all()
    assert tables.claims["source_title"].all()


HOSTING = README.split("## Running it for others")[1].split("\n## ")[0]
HOSTED = dict(re.findall(r"^```(\w+)\n(.*?)^```$", HOSTING, re.MULTILINE | re.DOTALL))
"""Blocks of the section on running it for others, by their language."""


def served(words: list[str]) -> argparse.Namespace:
    """The options of a command line of the section, whose first word is the program."""
    assert Path(words[0]).name == SCRIPT
    options = parser().parse_args(words[1:])
    assert options.command == "serve"
    return options


def of_unit(key: str) -> str:
    unit = ConfigParser(interpolation=None)
    unit.optionxform = str  # type: ignore[method-assign,assignment]
    unit.read_string(HOSTED["ini"])
    return unit["Service"][key]


def of_nginx(directive: str) -> str:
    """The value of a directive of nginx."""
    (found,) = re.findall(rf"^ *{directive} ([^;{{]+?)(?:;| {{)$", HOSTED["nginx"], re.MULTILINE)
    return str(found)


def test_the_service_and_the_proxy_fit_together() -> None:
    options = served(shlex.split(of_unit("ExecStart")))
    assert of_nginx("location") == f"{options.prefix}/"
    assert of_nginx("proxy_pass") == f"http://{options.host}:{options.port}"
    assert f"`proxy_pass http://{options.host}:{options.port}/;`" in HOSTING
    (address,) = set(re.findall(r"https://[^`\s]+", HOSTING.split("**1.")[0]))
    # The proxy passes its own name on, which a server on a loopback address answers only if told.
    assert of_nginx("proxy_set_header") == "Host $host"
    assert options.allow_host == [urlsplit(address).hostname]
    assert urlsplit(address).path == f"{options.prefix}/"
    assert f"`curl -i http://{options.host}:{options.port}/ready`" in HOSTING
    assert of_nginx("auth_basic_user_file") in HOSTING.split("```nginx")[1].split("```")[1]


def test_the_service_runs_what_is_installed_as_the_user_that_is_made() -> None:
    steps = HOSTED["text"]
    program, _, file, *_ = shlex.split(of_unit("ExecStart"))
    venv = Path(program).parents[1]
    assert f"python3 -m venv {venv}\n" in steps
    assert f"{venv}/bin/pip install .\n" in steps
    assert f" {file}\n" in steps
    assert f"--home-dir {of_unit('WorkingDirectory')} {of_unit('User')}\n" in steps


def test_the_container_serves_where_it_is_published_and_is_probed() -> None:
    words = [
        json.loads(found) for found in re.findall(r"CMD (\[.*\])$", HOSTED["dockerfile"], re.M)
    ]
    command, probe = words
    options = served(command)
    (published, inside) = re.findall(r"`docker run -p ([\d.]+:\d+):(\d+) ", HOSTING)[0]
    assert int(inside) == options.port
    assert published == f"127.0.0.1:{options.port}"
    assert f"-v ./data:{options.file.parent}:ro" in HOSTING
    assert f"http://127.0.0.1:{options.port}/ready" in probe[-1]
    compile(probe[-1], "README.md", "exec")
    (version,) = re.findall(r"^FROM python:3\.(\d+)-slim$", HOSTED["dockerfile"], re.M)
    assert int(version) >= 11


def test_the_line_of_gunicorn_makes_a_server(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (line,) = re.findall(r"^`(gunicorn .*)`$", HOSTING, re.MULTILINE)
    module, _, call = shlex.split(line)[-1].partition(":")
    shutil.copy(EVENTS_FILE, tmp_path)
    monkeypatch.chdir(tmp_path)
    server = eval(call, vars(importlib.import_module(module)))
    client = server.test_client()
    for path in ("/health", "/ready", "/timeline/ready"):
        assert client.get(path).status_code == 200
    assert "`pip install '.[hosted]'`" in HOSTING
    extras = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
    assert any("gunicorn" in row for row in extras["project"]["optional-dependencies"]["hosted"])
