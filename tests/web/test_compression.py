"""Compression: the same answers in fewer bytes, for clients that take gzip, where it is safe."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dashboard.app import Editing, create_server
from dashboard.web import compression
from tests.examples import ASSETS, SHIPPED

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

GZIP = {"Accept-Encoding": "gzip, deflate, br, zstd"}
LARGE = (
    *("/", "/_dash-layout", "/_dash-dependencies", "/paper", "/api/events", "/api/relations"),
    *("/api/events.csv", "/export/csv", "/export/svg", "/export/html", "/export/graphml"),
    *("/export/geojson", "/export/atom", f"{ASSETS}page.css", f"{ASSETS}main.mjs"),
)


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_server(SHIPPED, keeps=False).test_client()


def get(client: FlaskClient, path: str, **headers: str) -> TestResponse:
    with client.get(path, headers={k.replace("_", "-"): v for k, v in headers.items()}) as answer:
        answer.get_data()
        return answer


def lasting(text: bytes) -> bytes:
    """An answer without the times of exports, and the random words that Dash sends."""
    text = re.sub(rb"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?", b"", text)
    return re.sub(rb'"end_id": ?"[^"]+"', b"", text)


@pytest.mark.parametrize("path", LARGE)
def test_the_content_is_the_same_in_fewer_bytes(path: str, client: FlaskClient) -> None:
    plain, packed = get(client, path), get(client, path, **GZIP)
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    for answer in (plain, packed):
        assert "Accept-Encoding" in answer.headers["Vary"]
    content = gzip.decompress(packed.data)
    assert lasting(content) == lasting(plain.data)
    assert len(packed.data) < 0.75 * len(plain.data)
    assert packed.headers.get("Content-Length") in (None, str(len(packed.data)))
    assert packed.headers["Content-Type"] == plain.headers["Content-Type"]


@pytest.mark.parametrize("accepted", ["", "identity", "br", "gzip;q=0", "gzip;q=0, *;q=0.5"])
def test_a_client_that_takes_no_gzip_gets_none(accepted: str, client: FlaskClient) -> None:
    answer = get(client, "/", Accept_Encoding=accepted)
    assert "Content-Encoding" not in answer.headers
    assert answer.data.startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize("path", ["/health", "/api/revision", "/_favicon.ico", "/api/nothing"])
def test_small_answers_pictures_and_errors_are_sent_as_they_are(
    path: str, client: FlaskClient
) -> None:
    assert "Content-Encoding" not in get(client, path, **GZIP).headers


def test_scripts_are_compressed_and_kept_for_a_year(client: FlaskClient) -> None:
    document = client.get("/").text
    script = re.findall(r'src="(/_dash-component-suites/[^"]+)"', document)[-1]
    answer = get(client, script, **GZIP)
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    "path",
    [f"{ASSETS}page.css", "/_dash-component-suites/dash/dcc/async-graph.js", "/_dash-layout"],
)
def test_who_has_the_content_is_not_sent_it_again(path: str, client: FlaskClient) -> None:
    plain, packed = get(client, path), get(client, path, **GZIP)
    tag = plain.headers["ETag"]
    # A weak tag: it names the same content in other bytes.
    assert packed.headers["ETag"] == f"W/{tag}"
    for known in (tag, f"W/{tag}", f'"other", W/{tag}'):
        again = get(client, path, **GZIP, If_None_Match=known)
        assert (again.status_code, again.data) == (304, b"")
        # Dash leaves the tag out of its own answers of this kind.
        assert again.headers.get("ETag", f"W/{tag}") == f"W/{tag}"
        assert "Content-Encoding" not in again.headers
        assert "Accept-Encoding" in again.headers["Vary"]
    assert get(client, path, If_None_Match=tag).status_code == 304
    assert get(client, path, **GZIP, If_None_Match='"other"').status_code == 200


def test_a_question_about_the_headers_alone_gets_those_of_the_answer(client: FlaskClient) -> None:
    whole = get(client, f"{ASSETS}page.css", **GZIP)
    with client.head(f"{ASSETS}page.css", headers=GZIP) as answer:
        assert answer.data == b""
        for name in ("Content-Length", "Content-Encoding", "ETag", "Vary"):
            assert answer.headers[name] == whole.headers[name]


def test_a_shipped_file_is_compressed_once_whatever_version_its_address_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client = create_server(SHIPPED, keeps=False).test_client()
    packed: list[int] = []
    pack = compression._packed
    monkeypatch.setattr(compression, "_packed", lambda body: packed.append(1) or pack(body))
    suite = "/_dash-component-suites/dash/dcc/dash_core_components"
    answers = [get(client, f"{suite}.v{n}m{n}.js", **GZIP).data for n in (1, 1, 2, 3)]
    assert len(set(answers)) == len(packed) == 1
    for _ in range(3):
        get(client, "/api/relations", **GZIP)
    assert len(packed) == 4


def test_a_script_without_its_version_in_the_address_is_asked_for_again(
    client: FlaskClient,
) -> None:
    answer = get(client, "/_dash-component-suites/dash/dcc/dash_core_components.js", **GZIP)
    assert answer.headers["Cache-Control"] == "no-cache"


def test_an_answer_with_the_token_is_not_compressed(tmp_path: Path) -> None:
    file = tmp_path / "events.yaml"
    file.write_bytes(SHIPPED.read_bytes())
    editing = Editing(frozenset({"localhost"}))
    client = create_server(file, editing=editing, keeps=False).test_client()
    seen = 0
    for path in ("/", "/_dash-layout", "/_lang/ko/_dash-layout", "/api/events", "/paper"):
        plain, answer = get(client, path), get(client, path, **GZIP)
        has_token = editing.token.encode() in plain.data
        seen += has_token
        assert ("Content-Encoding" in answer.headers) is not has_token, path
    assert seen == 2
