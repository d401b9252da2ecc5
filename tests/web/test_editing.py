"""Editing over HTTP: what the routes answer, and that nothing else writes into the file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from dashboard.app import Editing, create_server
from tests.examples import ASSETS
from tests.web.running import ADDITION, FILE, Running, running

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
ADDED = (
    FILE
    + """\
- date: 2023-11-03
  title: Added
  actors: [Japan]
"""
)
# Every route of the server; a test compares them with those of the app.
ROUTES = (
    "/",
    "/?event=one",
    "/api/edit/form",
    "/api/edit/form?event=one",
    "/api/edit/preview",
    "/api/edit/remarks",
    "/api/edit/redo",
    "/api/edit/save",
    "/api/edit/steps",
    "/api/edit/table/add",
    "/api/edit/table/form",
    "/api/edit/table/left-out",
    "/api/edit/table/preview",
    "/api/edit/undo",
    "/api/events",
    "/api/events.csv",
    "/api/measures/actors.csv",
    "/api/before_after",
    "/api/before_after.csv",
    "/api/problems",
    "/api/relations.csv",
    "/api/relations",
    "/api/revision",
    "/api/timeline",
    f"{ASSETS}modules/edit/main.mjs",
    "/events.yaml",
    "/export/csv",
    "/paper",
    "/api/unknown",
    "/health",
    "/healthz",
    "/ready",
    "/static/main.mjs",
    "/_dash-component-suites/dash/dcc/dash_core_components.js",
    "/_dash-dependencies",
    "/_dash-layout",
    "/_dash-update-component",
    "/_favicon.ico",
    "/_reload-hash",
)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("edited"), "--edit") as server:
        yield server


@pytest.fixture
def server(started: Running) -> Running:
    started.file.write_text(FILE, "utf-8")
    return started


def text(server: Running) -> str:
    return server.file.read_text("utf-8")


def replacement(server: Running, **changed: str) -> dict[str, Any]:
    fields = {"id": "one", "date": "2023-10-18", "title": "The first", "actors.0": "Japan"}
    entries = [list(entry) for entry in {**fields, **changed}.items()]
    return {
        "kind": "replace",
        "event": "one",
        "revision": server.revision(),
        "entries": entries,
        "began": [list(entry) for entry in fields.items()],
    }


def test_an_edit_is_previewed_saved_and_taken_back(server: Running) -> None:
    asked = server.addition()
    preview = server.post("/api/edit/preview", asked).json
    assert preview["diff"].endswith("+- date: 2023-11-03\n+  title: Added\n+  actors: [Japan]")
    assert preview["readings"] == {"date": "3 November 2023"}
    assert text(server) == FILE
    saved = server.post("/api/edit/save", asked)
    assert saved.status == 200
    assert saved.json["changed"] is True
    assert saved.json["event"] == "2023-11-03-added"
    assert text(server) == ADDED
    assert server.revision() == saved.json["revision"]
    undone = server.post("/api/edit/undo", {"kind": "undo", "revision": saved.json["revision"]})
    assert undone.json == {
        "event": "2023-11-03-added",
        "revision": asked["revision"],
        "undo": [],
        "redo": ["2023-11-03-added"],
    }
    assert server.file.read_bytes() == FILE.encode()
    redone = server.post("/api/edit/redo", {"kind": "redo", "revision": asked["revision"]})
    assert redone.json["undo"] == ["2023-11-03-added"]
    assert text(server) == ADDED


def test_an_edit_is_taken_back_once(server: Running) -> None:
    saved = server.post("/api/edit/save", server.addition()).json
    asked = {"kind": "undo", "revision": saved["revision"]}
    assert server.post("/api/edit/undo", asked).status == 200
    again = server.post("/api/edit/undo", asked)
    assert again.status == 409
    assert "changed since this edit" in again.json["error"]
    redone = server.post("/api/edit/redo", {"kind": "redo", "revision": server.revision()})
    nothing = {"kind": "redo", "revision": redone.json["revision"]}
    refused = server.post("/api/edit/redo", nothing)
    assert refused.status == 410
    assert "no longer remembered" in refused.json["error"]
    server.post("/api/edit/undo", {"kind": "undo", "revision": redone.json["revision"]})
    assert text(server) == FILE


def test_edits_are_taken_back_from_the_last_to_the_first(server: Running) -> None:
    first = server.post("/api/edit/save", server.addition()).json
    second = server.post("/api/edit/save", replacement(server, title="A new title")).json
    for saved, left in ((first, None), (second, ADDED), (first, FILE)):
        answer = server.post("/api/edit/undo", {"kind": "undo", "revision": saved["revision"]})
        assert answer.status == (409 if left is None else 200)
        if left is not None:
            assert text(server) == left


def test_steps_are_offered_while_the_file_is_as_the_last_save_left_it(server: Running) -> None:
    server.post("/api/edit/save", server.addition())
    server.post("/api/edit/save", replacement(server, title="A new title"))
    asked = server.ask("GET", "/api/edit/steps", server.headers()).json
    assert asked == {"revision": server.revision(), "undo": ["2023-11-03-added", "one"], "redo": []}
    ours = text(server)
    server.file.write_text(ours + "# more\n", "utf-8")
    assert server.ask("GET", "/api/edit/steps", server.headers()).json["undo"] == []
    server.file.write_text(ours, "utf-8")
    assert server.ask("GET", "/api/edit/steps", server.headers()).json == asked


def test_an_unknown_actor_is_proposed_and_added_in_the_step_of_the_event(server: Running) -> None:
    asked = server.addition()
    asked["entries"] = [*asked["entries"], ["targets.0", "Wagnerite Front"]]
    (problem,) = server.post("/api/edit/preview", asked).json["problems"]
    assert problem["input"] == "targets.0"
    proposed = json.dumps(problem["actor"])
    assert '"value": "wagnerite-front"' in proposed
    actor = {"name": "Wagnerite Front", "kind": "", "id": "wagnerite-front", "country": "Atlantis"}
    entries = [*asked["entries"], *([f"new.0.{key}", value] for key, value in actor.items())]
    wrong = server.post("/api/edit/preview", {**asked, "entries": entries}).json["problems"]
    found = {problem["input"]: problem["message"] for problem in wrong}
    assert found["new.0.kind"] == "Kind is missing: choose one"
    assert "new.0.country" in found
    actor |= {"kind": "armed_group", "country": "Russia"}
    entries = [*asked["entries"], *([f"new.0.{key}", value] for key, value in actor.items())]
    saved = server.post("/api/edit/save", {**asked, "entries": entries}).json
    assert text(server).startswith(
        "# Kept by hand.\nactors:\n  - id: wagnerite-front\n    name: Wagnerite Front\n"
        "    kind: armed_group\n    country: Russia\nevents:\n- id: one\n"
    )
    server.post("/api/edit/undo", {"kind": "undo", "revision": saved["revision"]})
    assert server.file.read_bytes() == FILE.encode()


@pytest.mark.parametrize("name", ["new", "new.0", "new.x", "new.0.note", "new.0.name.0"])
def test_a_new_actor_has_only_the_inputs_of_the_form(name: str, server: Running) -> None:
    asked = {**server.addition(), "entries": [["date", "2024"], [name, "x"]]}
    for path in ("preview", "save"):
        assert server.post(f"/api/edit/{path}", asked).status == 400
    assert text(server) == FILE


def test_a_copy_has_the_values_without_the_id(server: Running) -> None:
    copied = server.ask("GET", "/api/edit/form?event=one&copy", server.headers()).json
    form = json.dumps(copied["form"])
    assert '"value": "The first"' in form
    assert '"placeholder": "joint-statement", "value": ""' in form


def test_a_draft_is_drawn_as_a_form(server: Running) -> None:
    entries = [["title", "Half"], ["claims.0.by.0", "Japan"], ["new.0.name", "Kim"]]
    asked = {**server.addition(), "entries": entries}
    form = json.dumps(server.post("/api/edit/form", asked).json["form"])
    assert all(part in form for part in ('"value": "Half"', '"claims.#.by.0"', "New actor: Kim"))
    assert text(server) == FILE


def test_saving_what_changes_nothing_leaves_the_last_edit_to_be_taken_back(
    server: Running,
) -> None:
    saved = server.post("/api/edit/save", server.addition()).json
    nothing = server.post("/api/edit/save", replacement(server)).json
    assert nothing["changed"] is False
    assert nothing["revision"] == saved["revision"]
    server.post("/api/edit/undo", {"kind": "undo", "revision": saved["revision"]})
    assert text(server) == FILE


def test_an_older_revision_is_refused_with_what_changed(server: Running) -> None:
    asked = replacement(server, title="Mine")
    by_hand = FILE.replace("The second", "Theirs")
    server.file.write_text(by_hand, "utf-8")
    refused = server.post("/api/edit/save", asked)
    assert refused.status == 409
    assert "-  title: The second\n+  title: Theirs" in refused.json["changes"]
    assert text(server) == by_hand
    again = server.post("/api/edit/save", {**asked, "revision": refused.json["revision"]})
    assert again.status == 200
    assert text(server) == by_hand.replace("The first", "Mine")


def test_what_somebody_else_changed_in_the_same_event_stays(server: Running) -> None:
    asked = replacement(server, title="Mine")
    by_hand = FILE.replace("actors: [Japan]", "actors: [Japan, Kenya]\n  importance: 4")
    server.file.write_text(by_hand, "utf-8")
    revision = server.post("/api/edit/save", asked).json["revision"]
    assert server.post("/api/edit/save", {**asked, "revision": revision}).status == 200
    assert text(server) == by_hand.replace("The first", "Mine")


def test_a_linked_event_is_deleted_with_the_links_to_it(server: Running) -> None:
    asked = {"kind": "delete", "event": "one", "revision": server.revision()}
    refused = server.post("/api/edit/save", asked)
    assert (refused.status, refused.json["linked"]) == (409, ["two"])
    assert text(server) == FILE
    assert server.post("/api/edit/save", {**asked, "unlink": True}).json["event"] == ""
    assert "one" not in text(server)
    assert "links" not in text(server)


def test_an_invalid_event_is_refused_with_each_problem_at_its_input(server: Running) -> None:
    asked = {
        **replacement(server, title=""),
        "entries": [
            ["date", "2023-10"],
            ["actors.0", ""],
            ["actors.1", "Nroth Korea"],
            ["claims.0.stance", ""],
            ["claims.1.by.0", "Japan"],
            ["claims.1.stance", "sings"],
        ],
    }
    refused = server.post("/api/edit/save", asked)
    assert refused.status == 422
    found = {problem["input"]: problem["message"] for problem in refused.json["problems"]}
    assert set(found) == {"title", "actors.1", "claims.1.stance"}
    assert 'did you mean "North Korea"' in found["actors.1"]
    previewed = server.post("/api/edit/preview", asked)
    assert previewed.status == 200
    assert previewed.json["problems"] == refused.json["problems"]
    assert text(server) == FILE


@pytest.mark.parametrize("name", ["form", "preview", "redo", "save", "undo"])
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"add"',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"kind": "drop"}',
        b'{"kind": 1}',
        b"{}",
        b'{"kind": "add", "revision": 7}',
        b'{"kind": "delete", "event": ["one"]}',
        b'{"kind": "delete", "event": "one", "unlink": "yes"}',
        b'{"kind": "add", "entries": 5}',
        b'{"kind": "add", "entries": {"date": "2023"}}',
        b'{"kind": "add", "entries": ["date"]}',
        b'{"kind": "add", "entries": [["date"]]}',
        b'{"kind": "add", "entries": [["date", 2023]]}',
        b'{"kind": "add", "entries": [["date", null]]}',
        b'{"kind": "add", "entries": [["a", ""], ["a.b", ""]]}',
        b'{"kind": "add", "entries": [["a.b", ""], ["a", ""]]}',
        b'{"kind": "add", "entries": [["date", "2023"], ["date", "2024"]]}',
        '{"kind": "add", "entries": [["a.²", "x"]]}'.encode(),
        b'{"kind": "add", "entries": [["../x", "y"]]}',
        b'{"kind": "add", "entries": [["a.99999999999999999999", "y"]]}',
        b'{"kind": "add", "entries": [["' + b"a." * 5000 + b'a", "y"]]}',
        b'{"kind": "add", "began": 5}',
    ],
    ids=lambda body: body[:60].decode("latin-1") or "nothing",
)
def test_what_no_form_sends_is_refused(name: str, body: bytes, server: Running) -> None:
    before = server.logged()
    answer = server.ask("POST", f"/api/edit/{name}", server.headers(), body)
    assert answer.status == 400
    assert answer.json["error"]
    assert "Traceback" not in server.logged()[len(before) :]
    assert server.file.read_bytes() == FILE.encode()


@pytest.mark.parametrize(
    "kind", [None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]
)
def test_another_type_of_content_is_refused(kind: str | None, server: Running) -> None:
    answer = server.post("/api/edit/save", server.addition(), Content_Type=kind)
    assert answer.status == 400
    assert "send application/json" in answer.json["error"]
    assert text(server) == FILE


def test_undo_is_no_edit(server: Running) -> None:
    asked = {**server.addition(), "kind": "undo"}
    assert server.post("/api/edit/save", asked).status == 400
    assert text(server) == FILE


def test_a_file_with_errors_is_left_alone(server: Running) -> None:
    broken = FILE.replace("2023-10-19", "19.10.2023")
    server.file.write_text(broken, "utf-8")
    answer = server.post("/api/edit/save", replacement(server, title="Mine"))
    assert answer.status == 400
    assert "fix the file first" in answer.json["error"]
    assert text(server) == broken


def test_a_file_that_is_gone_is_said_to_be(server: Running) -> None:
    asked = server.addition()
    server.file.unlink()
    answer = server.post("/api/edit/save", asked)
    assert answer.status == 400
    assert "no such file" in answer.json["error"]
    assert not server.file.exists()


def test_only_saving_and_taking_back_change_the_file(server: Running) -> None:
    asked = server.addition()
    for path, method in product(ROUTES, METHODS):
        if path in {"/api/edit/save", "/api/edit/undo", "/api/edit/redo"} and method == "POST":
            continue
        server.ask(method, path, server.headers(), json.dumps(asked).encode())
        assert server.file.read_bytes() == FILE.encode(), (method, path)


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("read")) as server:
        yield server


@pytest.mark.parametrize("method", METHODS)
def test_without_edit_mode_no_request_changes_the_file(method: str, reading: Running) -> None:
    before = reading.file.stat()
    bodies = (
        {"kind": "add", "event": "", "revision": "", "entries": ADDITION},
        {"kind": "delete", "event": "one", "unlink": True},
        {"kind": "undo", "revision": reading.ask("GET", "/api/revision").json["revision"]},
    )
    for path, asked in product(ROUTES, bodies):
        headers = {
            "Origin": f"http://{reading.name}",
            "X-Edit-Token": "",
            "Content-Type": "application/json",
        }
        answer = reading.ask(method, path, headers, json.dumps(asked).encode())
        if path.startswith("/api/edit/") and method != "OPTIONS":
            assert answer.status == 404, path
        after = reading.file.stat()
        assert reading.file.read_bytes() == FILE.encode(), path
        assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert sorted(other.name for other in reading.file.parent.glob("*events.yaml*")) == [
        "events.yaml"
    ]


def test_without_edit_mode_there_is_no_token(reading: Running) -> None:
    assert b"data-token" not in reading.ask("GET", "/_dash-layout").body


def test_no_route_is_left_out_here(server: Running) -> None:
    """Compares `ROUTES` with those of an app in edit mode."""
    rules = create_server(server.file, editing=Editing(frozenset())).url_map.iter_rules()
    for rule in rules:
        pattern = re.sub(r"<path:\w+>", ".+", re.sub(r"<string:\w+>|<\w+>", "[^/]+", rule.rule))
        assert any(re.fullmatch(pattern, path.partition("?")[0]) for path in ROUTES), rule.rule
