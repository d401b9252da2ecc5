"""The HTML document: whatever a file says, it stays text and Dash's own parts stay in place."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from dashboard.app import Editing, create_app, create_server
from dashboard.words import browser
from dashboard.words.browser import catalogue_element
from tests.examples import ASSETS

PLACEHOLDERS = ("scripts", "renderer", "config", "favicon", "app_entry", "metas", "css", "title")
NASTY = (
    '</title><meta http-equiv="refresh" content="0;url=http://127.0.0.1:1/">',
    "&lt;b&gt; & <b>bold</b>",
    "</script><script>1</script><!--",
    "\\u003c/script> \\1 \\g<0> {title} %(title)s",
    *(f"see {{%{name}%}} here" for name in PLACEHOLDERS),
    "{%nothing%} {{%scripts%}} {%first_script%}",
)


def write(file: Path, text: str) -> None:
    quoted = json.dumps(text)
    file.write_text(
        f"title: {quoted}\ndescription: {quoted}\nactors:\n"
        f"  - {{id: nasty, name: {quoted}, kind: organization}}\n"
        f"events: [{{date: 2023, title: {quoted}, actors: [nasty]}}]\n",
        "utf-8",
    )


def document_of(text: str, file: Path, **options: Any) -> str:
    write(file, text)
    answer = create_server(file, **options).test_client().get("/")
    assert answer.status_code == 200
    return answer.text


def config_of(document: str) -> dict[str, Any]:
    (found,) = re.findall(r'<script id="_dash-config"[^>]*>(.*?)</script>', document, re.DOTALL)
    config: dict[str, Any] = json.loads(found)
    return config


@pytest.mark.parametrize("text", NASTY)
def test_a_text_of_the_file_is_the_title_and_changes_nothing_else(
    text: str, tmp_path: Path
) -> None:
    plain = document_of("Plain", tmp_path / "plain.yaml")
    nasty = document_of(text, tmp_path / "nasty.yaml")
    (title,) = re.findall(r"<title>(.*?)</title>", nasty, re.DOTALL)
    assert unescape(title) == text
    assert "<" not in title
    tags = [re.findall(r"<[a-z!/][a-z-]*", document) for document in (plain, nasty)]
    assert tags[0] == tags[1]
    assert config_of(nasty).keys() == config_of(plain).keys()


def test_the_page_lists_one_module_which_runs_before_dash_starts(tmp_path: Path) -> None:
    write(tmp_path / "events.yaml", "Plain")
    client = create_server(tmp_path / "events.yaml").test_client()
    answer = client.get("/")
    # Without a query, under which an import elsewhere would load a module a second time.
    assert re.findall(r'"([^"]+\.mjs[^"]*)"', answer.text) == [f"{ASSETS}main.mjs"]
    entry, start = re.findall(r'<script [^>]*type="module"[^>]*>.*?</script>', answer.text)
    assert f'src="{ASSETS}main.mjs"' in entry
    script = start.partition(">")[2].removesuffix("</script>")
    assert "new DashRenderer" in script
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in answer.headers["Content-Security-Policy"]
    with client.get(f"{ASSETS}main.mjs") as module:
        assert "javascript" in module.headers["Content-Type"]
        # Other files have another address, so that nobody asks for these twice.
        assert module.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    missing = client.get(f"{ASSETS}missing.mjs")
    assert (missing.status_code, missing.headers["Cache-Control"]) == (404, "no-cache")


def test_the_words_of_the_modules_are_in_the_document_and_no_text_ends_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = {"texts": {"Copied": "</script><!-- <script>"}, "plurals": {}}
    monkeypatch.setattr(browser, "browser_words", lambda *_: words)
    catalogue_element.cache_clear()
    assert 'id="catalogue"' not in document_of("Plain", tmp_path / "events.yaml")
    found = create_app(tmp_path / "events.yaml").server.test_client().get("/?lang=ko").text
    catalogue_element.cache_clear()
    (text,) = re.findall(r'<script type="application/json" id="catalogue">(.*?)</script>', found)
    assert json.loads(text) == words
    assert "<" not in text


def test_the_title_is_that_of_the_file_now(tmp_path: Path) -> None:
    file = tmp_path / "events.yaml"
    write(file, "Before")
    client = create_app(file).server.test_client()
    assert "<title>Before</title>" in client.get("/").text
    write(file, "After & later")
    assert "<title>After &amp; later</title>" in client.get("/any/path").text
    file.write_text("events: []\n", "utf-8")
    assert "<title>Timeline of events</title>" in client.get("/").text


def test_the_configuration_holds_nothing_of_the_file_the_token_or_the_machine(
    tmp_path: Path,
) -> None:
    editing = Editing(frozenset({"localhost"}))
    document = document_of("Secret words", tmp_path / "events.yaml", editing=editing)
    config = config_of(document)
    assert "Secret words" not in json.dumps(config)
    assert editing.token not in document
    assert "python_version" not in config
    assert "GCC" not in document


@pytest.mark.parametrize("edits", [False, True])
def test_no_cache_keeps_what_may_be_out_of_date_or_secret(edits: bool, tmp_path: Path) -> None:
    file = tmp_path / "events.yaml"
    write(file, "A")
    editing = Editing(frozenset({"localhost"})) if edits else None
    client = create_server(file, editing=editing).test_client()
    expected = "no-store" if edits else "no-cache"
    for path in ("/", "/any", "/_dash-layout", "/api/events", "/api/edit/form", "/api/nothing"):
        assert client.get(path).headers["Cache-Control"] == expected, path
    # Scripts are the same for everybody, and large: they are kept.
    path = re.findall(r'src="(/_dash-component-suites/[^"]+)"', client.get("/").text)[0]
    assert "max-age=31536000" in client.get(path).headers["Cache-Control"]
    script = "/_dash-component-suites/dash/dcc/async-graph.js"
    assert client.get(script).headers["Cache-Control"] == "no-cache"
