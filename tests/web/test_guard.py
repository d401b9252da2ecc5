"""The guard of edit mode, against a running server: what is refused, why, and what stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.web.guard import MOST_BYTES, allowed_hosts
from tests.browser.conftest import Served, serve  # noqa: F401 - a fixture
from tests.web.edit_server import EditServer

TEXT = b"- {id: a, date: 2023, title: A, actors: [Japan]}  # kept\n"
ADD = {
    "kind": "add",
    "entries": [["date", "2024"], ["title", "B"], ["actors.0", "Chile"]],
}


@pytest.fixture(scope="module")
def server(
    serve: Callable[..., Served],  # noqa: F811
    tmp_path_factory: pytest.TempPathFactory,
) -> EditServer:
    file = tmp_path_factory.mktemp("edited") / "events.yaml"
    file.write_bytes(TEXT)
    return EditServer(serve(file, "--edit"))


def revision(server: EditServer) -> str:
    return str(server.ask("GET", "/api/edit/form", None, server.headers()).json["revision"])


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"Host": "evil.example"}, "no address of this server"),
        ({"Host": "127.0.0.1"}, "no address of this server"),
        ({"Host": "127.0.0.1.evil.example:80"}, "no address of this server"),
        ({"Origin": "http://evil.example"}, "another site"),
        ({"Origin": "null"}, "another site"),
        ({"Origin": "http://127.0.0.1:1"}, "another site"),
        ({"Origin": None}, "does not say which page"),
        ({"Sec_Fetch_Site": "cross-site"}, "another site"),
        ({"Sec_Fetch_Site": "same-site"}, "another site"),
        ({"X_Edit_Token": None}, "token"),
        ({"X_Edit_Token": ""}, "token"),
        ({"X_Edit_Token": "a" * 43}, "token"),
    ],
)
@pytest.mark.parametrize("path", ["save", "preview", "undo"])
def test_what_the_page_would_not_send_is_refused_and_logged(
    server: EditServer, path: str, changed: dict[str, str | None], reason: str
) -> None:
    asked = ADD | {"revision": revision(server)}
    answer = server.post(f"/api/edit/{path}", asked, **changed)
    assert answer.status == 403
    assert reason in answer.json["error"]
    assert server.bytes() == TEXT
    assert f"refused POST '/api/edit/{path}' from 127.0.0.1" in server.log()


@pytest.mark.parametrize(
    "path", ["/", "/_dash-layout", "/api/events", "/api/edit/form", "/healthz"]
)
def test_a_page_that_made_its_name_point_here_learns_nothing(server: EditServer, path: str) -> None:
    answer = server.ask("GET", path, None, server.headers(Host="rebound.example"))
    assert answer.status == 403
    assert server.token not in answer.text


def test_a_large_request_is_refused_with_and_without_its_length(server: EditServer) -> None:
    large = b'{"kind": "add", "entries": [["title", "' + b"x" * MOST_BYTES + b'"]]}'
    assert server.post("/api/edit/save", large).status == 413
    chunks = f"{len(large):x}\r\n".encode() + large + b"\r\n0\r\n\r\n"
    answer = server.ask(
        "POST", "/api/edit/save", chunks, server.headers(Transfer_Encoding="chunked")
    )
    assert answer.status == 413
    assert server.bytes() == TEXT


@pytest.mark.parametrize(
    "path",
    [
        "/api/edit/../../etc/passwd",
        "/api/edit/%2e%2e/%2e%2e/etc/passwd",
        "/api/edit/form?event=../../etc/passwd",
        "/api/edit/form?event=/etc/passwd",
        "/api/edit/form?event=%00",
    ],
)
def test_no_path_comes_from_a_request(server: EditServer, path: str) -> None:
    answer = server.ask("GET", path, None, server.headers())
    assert answer.status in (400, 403, 404)
    assert "root:" not in answer.text
    named = server.post("/api/edit/save", ADD | {"file": "/tmp/x", "path": "../x", "event": "../x"})
    assert named.status == 409  # no revision is given, so it is of no version
    assert server.bytes() == TEXT


NO_REQUESTS = (
    b"",
    b"{",
    b"[]",
    b"null",
    b'"add"',
    b'{"entries": {"title": 1}}',
    b'{"entries": [[1, 2, 3]]}',
    b'{"kind": ["delete"], "event": {"a": 1}}',
    b'{"kind": "delete", "event": ""}',
)


@pytest.mark.parametrize("body", NO_REQUESTS)
def test_what_is_no_request_changes_nothing(server: EditServer, body: bytes) -> None:
    for path in ("save", "preview", "undo"):
        answer = server.post(f"/api/edit/{path}", body)
        assert answer.status < 500
        assert answer.status != 200 or "problems" in answer.json
    assert server.bytes() == TEXT


def test_without_edit_no_request_changes_the_file(
    serve: Callable[..., Served],  # noqa: F811
    tmp_path: Path,
) -> None:
    file = tmp_path / "events.yaml"
    file.write_bytes(TEXT)
    served = serve(file)
    server = EditServer.__new__(EditServer)
    server.served = served
    assert "data-token" not in server.ask("GET", "/_dash-layout").text
    paths = ["form", "preview", "save", "undo", "remarks"]
    for path in [f"/api/edit/{name}" for name in paths] + ["/", "/api/events", "/api/problems"]:
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE"):
            answer = server.ask(method, path, b'{"kind": "delete", "event": "a"}', server.headers())
            if path.startswith("/api/edit"):
                assert answer.status in (404, 405)
    assert file.read_bytes() == TEXT
    assert sorted(each.name for each in tmp_path.iterdir()) == ["events.yaml"]


def test_another_name_can_be_allowed(
    serve: Callable[..., Served],  # noqa: F811
    tmp_path: Path,
) -> None:
    file = tmp_path / "events.yaml"
    file.write_bytes(TEXT)
    server = EditServer(serve(file, "--edit", "--allow-host", "events.example"))
    for host, status in (("events.example", 200), ("other.example", 403), (server.host, 200)):
        origin = {"Host": host, "Origin": f"https://{host}"}
        answer = server.post("/api/edit/preview", ADD, **origin)
        assert answer.status == status


def test_a_loopback_address_goes_by_all_its_names() -> None:
    names = {"127.0.0.1:8050", "localhost:8050", "[::1]:8050"}
    assert allowed_hosts("127.0.0.1", 8050) == allowed_hosts("::1", 8050) == names
    assert allowed_hosts("192.0.2.7", 80) == {"192.0.2.7:80", "192.0.2.7"}
    more = allowed_hosts("192.0.2.7", 8050, ["Events.example", "a.example:444"])
    assert more == {"192.0.2.7:8050", "events.example:8050", "events.example", "a.example:444"}
