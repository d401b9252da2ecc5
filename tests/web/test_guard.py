"""The guard of edit mode, asked over the wire: whatever it refuses leaves the file alone."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator

import pytest

from dashboard.serving import CannotBindError, bound
from dashboard.web.guard import MOST_BYTES, allowed_hosts
from tests.examples import ASSETS
from tests.web.running import FILE, Answer, Running, running

WRITES = ("/api/edit/preview", "/api/edit/save", "/api/edit/undo")
READS = ("/", "/_dash-layout", "/api/events", "/api/edit/form", "/api/edit/remarks")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("guarded"), "--edit") as server:
        yield server


@pytest.fixture(autouse=True)
def _the_file_is_as_it_was(server: Running) -> Iterator[None]:
    server.file.write_text(FILE, "utf-8")
    yield
    assert server.file.read_bytes() == FILE.encode()


def refused(server: Running, answer: Answer, before: str, path: str, reason: str) -> None:
    """Checks that an answer is a clear 403, with a line in the log and nothing of the file."""
    assert answer.status == 403
    assert reason in answer.json["error"]
    assert set(answer.json) == {"error"}
    line = server.logged()[len(before) :].strip()
    assert line.count("\n") == 0
    assert line.startswith("refused ")
    assert path in line
    assert "from 127.0.0.1" in line
    assert reason in line


@pytest.mark.parametrize("path", READS + WRITES)
@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1:1", "127.0.0.1", "localhost.evil"]
)
def test_another_host_learns_nothing_and_changes_nothing(
    path: str, host: str, server: Running
) -> None:
    name = host.format(port=server.port)
    headers = server.headers(Host=name, Origin=f"http://{name}")
    asked = json.dumps(server.addition()).encode()
    before = server.logged()
    method, body = ("POST", asked) if path in WRITES else ("GET", b"")
    answer = server.ask(method, path, headers, body)
    refused(server, answer, before, path, "is not an address of this server")
    assert server.token().encode() not in answer.body
    assert b"The first" not in answer.body


def test_a_request_without_a_host_is_refused(server: Running) -> None:
    with socket.create_connection((server.host, server.port), 10) as plain:
        plain.sendall(b"GET /_dash-layout HTTP/1.0\r\n\r\n")
        answer = b"".join(iter(lambda: plain.recv(65536), b""))
    assert b" 403 " in answer.splitlines()[0]
    assert server.token().encode() not in answer


def test_a_forwarded_host_counts_for_nothing(server: Running) -> None:
    answer = server.ask(
        "GET", "/", {"Host": "evil.example", "X-Forwarded-Host": server.name, "Forwarded": "host=x"}
    )
    assert answer.status == 403


@pytest.mark.parametrize("path", WRITES)
@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "null",
        "http://127.0.0.1",
        "http://127.0.0.1:1",
        "http://{name}.evil.example",
        "http://evil.example/{name}",
        "{name}",
        "",
    ],
)
def test_another_origin_is_refused(path: str, origin: str, server: Running) -> None:
    asked = server.addition()
    before = server.logged()
    answer = server.post(path, asked, Origin=origin.format(name=server.name))
    refused(server, answer, before, path, "it comes from another site")


@pytest.mark.parametrize("path", ["/", "/api/events", "/_dash-update-component", *WRITES])
def test_another_origin_is_refused_wherever_it_writes_to(path: str, server: Running) -> None:
    before = server.logged()
    answer = server.post(path, {}, Origin="https://evil.example")
    refused(server, answer, before, path, "it comes from another site")


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("path", ["/api/edit/form", "/api/edit/remarks", *WRITES])
def test_what_the_browser_says_comes_from_another_site_is_refused(
    path: str, site: str, server: Running
) -> None:
    asked = json.dumps(server.addition()).encode()
    headers = server.headers(Sec_Fetch_Site=site)
    before = server.logged()
    method, body = ("POST", asked) if path in WRITES else ("GET", b"")
    answer = server.ask(method, path, headers, body)
    refused(server, answer, before, path, "it comes from another site")


def test_a_link_from_another_site_opens_the_page(server: Running) -> None:
    assert server.ask("GET", "/?event=one", {"Sec-Fetch-Site": "cross-site"}).status == 200


@pytest.mark.parametrize("path", ["/api/edit/form", "/api/edit/remarks", *WRITES])
@pytest.mark.parametrize("token", [None, "", "wrong", "ä", "{almost}"])
def test_without_the_token_of_this_run_nothing_is_told_or_written(
    path: str, token: str | None, server: Running
) -> None:
    asked = json.dumps(server.addition()).encode()
    own = server.token()
    given = token.format(almost=own[:-1]) if token is not None else None
    headers = server.headers(X_Edit_Token=given)
    before = server.logged()
    method, body = ("POST", asked) if path in WRITES else ("GET", b"")
    answer = server.ask(method, path, headers, body)
    refused(server, answer, before, path, "the token is missing or of another run")
    assert own not in server.logged()


def test_the_token_of_another_run_is_refused(
    server: Running, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with running(tmp_path_factory.mktemp("other"), "--edit") as other:
        assert other.token() != server.token()
        answer = server.post("/api/edit/save", server.addition(), X_Edit_Token=other.token())
    assert answer.status == 403


def test_a_token_in_the_address_or_a_cookie_is_none(server: Running) -> None:
    headers = server.headers(X_Edit_Token=None, Cookie=f"X-Edit-Token={server.token()}")
    path = f"/api/edit/form?X-Edit-Token={server.token()}&token={server.token()}"
    assert server.ask("GET", path, headers).status == 403


@pytest.mark.parametrize("path", WRITES)
def test_writing_takes_an_origin(path: str, server: Running) -> None:
    asked = server.addition()
    before = server.logged()
    answer = server.post(path, asked, Origin=None)
    refused(server, answer, before, path, "it does not say which page it comes from")


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", WRITES)
def test_other_methods_write_nothing(method: str, path: str, server: Running) -> None:
    body = json.dumps(server.addition()).encode()
    answer = server.ask(method, path, server.headers(), body)
    assert answer.status in ({200, 404, 405} if method == "OPTIONS" else {404, 405})
    # What another site may ask in advance, it is not granted.
    assert not any(name.lower().startswith("access-control") for name in answer.headers)


@pytest.mark.parametrize(
    "path",
    [
        "/api/edit/../../etc/passwd",
        "/api/edit/..%2f..%2fetc/passwd",
        "/api/edit/%2e%2e/%2e%2e/etc/passwd",
        "/api/edit//etc/passwd",
        "/api/edit/..\\..\\etc\\passwd",
        f"{ASSETS}../events.yaml",
        f"{ASSETS}%2e%2e/pyproject.toml",
        f"{ASSETS}..%2fpyproject.toml",
        f"{ASSETS}/etc/passwd",
    ],
)
def test_no_path_leads_out_of_what_is_served(path: str, server: Running) -> None:
    for method in ("GET", "POST"):
        answer = server.ask(method, path, server.headers())
        is_page = not path.startswith("/api") and b"<!DOCTYPE html>" in answer.body
        assert answer.status in {308, 403, 404, 405} or is_page
        assert b"root:" not in answer.body
        assert b"[project]" not in answer.body
        assert b"Kept by hand" not in answer.body


@pytest.mark.parametrize(
    "event", ["../../etc/passwd", "/etc/passwd", "..%2f..%2fetc%2fpasswd", "one%00", "events.yaml"]
)
def test_an_event_is_an_id_and_never_a_path(event: str, server: Running) -> None:
    answer = server.ask("GET", f"/api/edit/form?event={event}", server.headers())
    assert answer.status == 404
    assert "no event has the id" in answer.json["error"]
    for kind in ("replace", "delete"):
        asked = {**server.addition(), "kind": kind, "event": event}
        assert server.post("/api/edit/save", asked).status == 404


@pytest.mark.parametrize("name", ["path", "file", "revision"])
def test_a_path_in_the_request_means_nothing(name: str, server: Running) -> None:
    other = server.file.with_name("other.yaml")
    asked = {**server.addition(), name: str(other)}
    answer = server.post("/api/edit/preview", asked)
    assert answer.status == 200
    assert answer.json["diff"].startswith("--- events.yaml\n+++ events.yaml\n")
    assert not other.exists()


@pytest.mark.parametrize("path", [*WRITES, "/_dash-update-component"])
@pytest.mark.parametrize("chunked", [False, True])
def test_a_body_that_is_too_large_is_refused(path: str, chunked: bool, server: Running) -> None:
    asked = server.addition()
    asked["entries"] = [*asked["entries"], ["description", "x" * MOST_BYTES]]
    body = json.dumps(asked).encode()
    sent = iter([body[:1000], body[1000:]]) if chunked else body
    before = server.logged()
    answer = server.ask("POST", path, server.headers(), sent, chunked=chunked)
    assert answer.status == 413
    assert "the request is larger than 256 KiB" in answer.json["error"]
    assert "the request is larger than 256 KiB" in server.logged()[len(before) :]


def test_a_length_that_is_a_lie_lets_nothing_through(server: Running) -> None:
    body = json.dumps(server.addition()).encode()
    headers = server.headers(Content_Length="10")
    assert server.ask("POST", "/api/edit/save", headers, body).status == 400
    headers = server.headers(Content_Length="-1")
    assert server.ask("POST", "/api/edit/save", headers, body).status in {400, 413}


def test_all_names_of_the_loopback_address_are_its_own(server: Running) -> None:
    for name in ("localhost", "LOCALHOST", "127.0.0.1", "[::1]"):
        host = f"{name}:{server.port}"
        headers = server.headers(Host=host, Origin=f"http://{host.lower()}")
        assert server.ask("GET", "/api/edit/form", headers).status == 200


def test_a_name_that_is_allowed_may_come_with_and_without_the_port(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    allow = ("--allow-host", "timeline.example", "--allow-host", "other.example:8443")
    with running(tmp_path_factory.mktemp("allowed"), "--edit", *allow) as server:
        for host in ("timeline.example", f"timeline.example:{server.port}", "other.example:8443"):
            asked = server.addition()
            answer = server.post("/api/edit/save", asked, Host=host, Origin=f"https://{host}")
            assert answer.status == 200
            undone = {"kind": "undo", "revision": answer.json["revision"]}
            assert server.post("/api/edit/undo", undone).status == 200
        for host in ("timeline.example:1", "other.example", "sub.timeline.example"):
            answer = server.post("/api/edit/save", server.addition(), Host=host, Origin=None)
            assert answer.status == 403
        assert server.file.read_bytes() == FILE.encode()


def has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True


def test_the_ipv6_loopback_address_goes_by_its_names(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    if not has_ipv6():  # then nobody can be served there, and is told so
        with pytest.raises(CannotBindError, match="cannot be bound"):
            bound("::1", 0)
        return
    with running(tmp_path_factory.mktemp("six"), "--edit", host="::1") as server:
        for host in (f"[::1]:{server.port}", f"localhost:{server.port}"):
            answer = server.ask("GET", "/", {"Host": host})
            assert answer.status == 200
        assert server.post("/api/edit/save", server.addition()).status == 200
        assert server.ask("GET", "/", {"Host": f"[::2]:{server.port}"}).status == 403


@pytest.mark.parametrize(
    ("host", "port", "more", "expected"),
    [
        ("127.0.0.1", 8050, (), {"127.0.0.1:8050", "localhost:8050", "[::1]:8050"}),
        ("192.0.2.7", 8050, (), {"192.0.2.7:8050"}),
        ("2001:db8::1", 8050, (), {"[2001:db8::1]:8050"}),
        ("192.0.2.7", 80, (), {"192.0.2.7:80", "192.0.2.7"}),
        (
            *("192.0.2.7", 8050, ("Name.example", "fe80::1", "x.org:443")),
            {
                *("192.0.2.7:8050", "name.example:8050", "name.example"),
                *("[fe80::1]:8050", "[fe80::1]", "x.org:443"),
            },
        ),
    ],
)
def test_hosts_are_the_bound_address_and_those_that_are_given(
    host: str, port: int, more: tuple[str, ...], expected: set[str]
) -> None:
    assert allowed_hosts(host, port, more) == expected
    assert allowed_hosts(host, port, iter(more)) == expected
