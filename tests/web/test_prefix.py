"""The prefix: every path below it and without it, and no address in an answer that lacks it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dashboard.app import create_app, create_server
from dashboard.cli import UNUSABLE, main
from dashboard.web.guard import MOST_BYTES
from dashboard.web.prefix import read_prefix
from tests.examples import ASSETS, SHIPPED
from tests.web.running import FILE, running

if TYPE_CHECKING:
    from flask.testing import FlaskClient

PATHS = (
    *("/", "/?country=JPN", "/_dash-layout", "/_dash-dependencies", "/_lang/ko/_dash-layout"),
    *("/api/events", "/api/revision", "/_lang/ko/api/revision", "/api/measures/actors.csv"),
    *("/api/nothing", "/export/csv", "/paper", "/health", "/ready", "/_favicon.ico"),
    *(f"{ASSETS}main.mjs", f"{ASSETS}missing.mjs"),
)
RANDOM = re.compile(rb'"end_id": ?"[^"]+"')
"""A word of Dash's configuration that differs in each document."""


@pytest.fixture(scope="module", params=["/timeline", "/history/east-asia"])
def prefix(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.fixture(scope="module")
def client(prefix: str) -> FlaskClient:
    return create_server(SHIPPED, keeps=False, prefix=prefix).test_client()


@pytest.mark.parametrize("path", PATHS)
def test_each_path_is_answered_with_the_prefix_and_without(
    path: str, client: FlaskClient, prefix: str
) -> None:
    with client.get(path) as removed, client.get(prefix + path) as kept:
        assert removed.status_code == kept.status_code
        texts = [RANDOM.sub(b"", answer.data) for answer in (removed, kept)]
        assert texts[0] == texts[1]
        for name in ("Cache-Control", "Content-Type", "Content-Security-Policy", "ETag"):
            assert removed.headers.get(name) == kept.headers.get(name)


def test_the_bare_prefix_leads_to_the_page(client: FlaskClient, prefix: str) -> None:
    for asked, expected in (
        ("", "/"),
        ("?country=JPN&lang=ko", "/?country=JPN&lang=ko"),
        ("?//evil.test/%0d%0aX: 1", "/?//evil.test/%0d%0aX:%201"),
    ):
        answer = client.get(f"{prefix}{asked}")
        assert answer.status_code == 307
        assert answer.headers["Location"] == f"{prefix}{expected}"
    assert client.get(f"{prefix}/?country=JPN").status_code == 200


def test_every_address_of_the_document_has_the_prefix(client: FlaskClient, prefix: str) -> None:
    document = client.get("/?lang=ko").text.replace("\\u002f", "/")
    addresses = re.findall(r'(?:src|href)="([^"]*)"', document)
    assert len(addresses) > 15
    for address in addresses:
        assert address.startswith(f"{prefix}/"), address
        assert not address.startswith(prefix * 2)
        with client.get(address) as answer:
            assert answer.status_code == 200, address
    assert f'"requests_pathname_prefix":"{prefix}/_lang/ko/"' in document.replace(": ", ":")
    (note,) = re.findall("<noscript>(.*)</noscript>", document)
    assert f" {prefix}/api/events" in note


def test_the_layout_and_the_modules_name_no_path_from_the_root(client: FlaskClient) -> None:
    layout = client.get("/_dash-layout").text.replace("\\u002f", "/")
    assert re.findall(r'"(?:href|src|action)":\s*"/[^"]*"', layout) == []
    assert re.findall(r'(?:href|src)=\\?"/[^"]*"', layout) == []
    for module in Path("assets").rglob("*.mjs"):
        text = module.read_text("utf-8")
        assert re.findall(r'(?:fetch|import|open|from|href =) ?\(?["`]/[^"`]*["`]', text) == []


def test_the_next_part_of_the_events_is_below_the_prefix(client: FlaskClient, prefix: str) -> None:
    following = client.get("/api/events?limit=1").json["next"]
    assert following == f"{prefix}/api/events?limit=1&offset=1"
    assert client.get(following).json["next"] == f"{prefix}/api/events?limit=1&offset=2"


def test_exports_name_the_address_of_the_page(client: FlaskClient, prefix: str) -> None:
    for path in ("/export/citation", f"{prefix}/export/citation"):
        assert f"http://localhost{prefix}/" in client.get(path).text


def test_a_prefix_that_is_given_twice_is_a_path_like_any_other(
    client: FlaskClient, prefix: str
) -> None:
    assert client.get(f"{prefix}{prefix}/api/events").text.startswith("<!DOCTYPE html>")
    assert client.get(f"{prefix}s/api/events").text.startswith("<!DOCTYPE html>")


def test_both_ways_to_make_a_server_take_it() -> None:
    client = create_app(SHIPPED, prefix="timeline/").server.test_client()
    assert client.get("/timeline").headers["Location"] == "/timeline/"


def test_without_a_prefix_no_header_of_a_request_sets_one() -> None:
    client = create_server(SHIPPED, keeps=False).test_client()
    given = {"X-Forwarded-Prefix": "/evil", "X-Script-Name": "/evil"}
    assert "evil" not in client.get("/", headers=given).text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        *(("", ""), ("/", ""), ("timeline", "/timeline"), ("/timeline/", "/timeline")),
        *(("/a/b.c/~d_e-f", "/a/b.c/~d_e-f"), ("/Apis", "/Apis")),
    ],
)
def test_a_prefix_has_one_slash_at_the_front(written: str, read: str) -> None:
    assert read_prefix(written) == read


@pytest.mark.parametrize(
    "text",
    [
        *("/a//b", "/a b", "/a?b", "/a#b", "/<a>", "/..", "/a/../b", "/.", "/é", "/%41", "/a\nb"),
        *("/api", "api/x", "/_lang/ko", "/_dash-layout", "/assets", "/export", "/health", "/ready"),
        *("http://example.org/timeline", "/a\n"),
    ],
)
def test_a_prefix_that_could_mean_something_else_is_refused(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ValueError, match="prefix"):
        create_server(SHIPPED, keeps=False, prefix=text)
    assert main(["serve", str(SHIPPED), "--prefix", text]) == UNUSABLE
    said = capsys.readouterr().err
    assert "prefix" in said
    assert said.count("\n") == 1


def test_the_guards_hold_below_the_prefix(tmp_path: Path) -> None:
    allow = ("--allow-host", "timeline.example", "--prefix", "/timeline")
    with running(tmp_path, "--edit", *allow) as server:
        assert f":{server.port}/timeline/ " in server.logged()
        own = {"Host": "timeline.example", "Origin": "https://timeline.example"}
        for path in ("/timeline/api/edit/save", "/timeline/_lang/en/api/edit/save"):
            for wrong in ({"X_Edit_Token": ""}, {"Origin": "https://evil.test"}, {"Origin": None}):
                assert server.post(path, server.addition(), **(own | wrong)).status == 403
            assert server.ask("GET", "/timeline/", {"Host": "evil.test"}).status == 403
            assert server.post(path, {"kind": "x" * MOST_BYTES}).status == 413
        assert server.file.read_bytes() == FILE.encode()
        asked = server.addition()
        assert server.post("/timeline/_lang/en/api/edit/save", asked, **own).status == 200
        assert b"Added" in server.file.read_bytes()
