"""The guard of view mode, asked over the wire: whose names are answered, and how much is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.app import create_app, create_server
from dashboard.web.guard import MOST_BYTES, is_loopback, own_names
from dashboard.web.own_address import own_address
from tests.examples import ASSETS, shipped
from tests.web.running import Running, running

READS = ("/", "/_dash-layout", "/api/events", f"{ASSETS}page.css")
FOREIGN = ("evil.test", "evil.test:{port}", "localhost.evil.test", "127.0.0.1.evil.test", "0.0.0.0")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    allow = ("--allow-host", "Timeline.example", "--allow-host", "other.example:8443")
    with running(tmp_path_factory.mktemp("viewed"), *allow) as server:
        yield server


@pytest.mark.parametrize("host", FOREIGN)
@pytest.mark.parametrize("path", READS)
def test_a_foreign_name_is_refused_on_a_loopback_address(
    host: str, path: str, server: Running
) -> None:
    answer = server.ask("GET", path, {"Host": host.format(port=server.port)})
    assert answer.status == 403
    assert "is not an address of this server: name it with --allow-host" in answer.json["error"]


@pytest.mark.parametrize("method", ["POST", "HEAD", "OPTIONS", "PUT"])
def test_it_is_refused_whatever_is_asked(method: str, server: Running) -> None:
    answer = server.ask(method, "/_dash-update-component", {"Host": "evil.test"})
    assert answer.status == 403


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1:{port}", "localhost:{port}", "LocalHost:{port}", "[::1]:{port}"),
        *("localhost.:{port}", "localhost", "127.0.0.1", "localhost:9000"),
        *("timeline.example", "TIMELINE.example:{port}", "timeline.example:80"),
        *("timeline.example.", "other.example:8443"),
    ],
)
def test_own_names_are_answered_with_any_port(host: str, server: Running) -> None:
    name = host.format(port=server.port)
    assert server.ask("GET", "/api/events", {"Host": name}).status == 200


@pytest.mark.parametrize("host", ["other.example", "other.example:1", "sub.timeline.example", ""])
def test_other_names_than_those_allowed_are_not(host: str, server: Running) -> None:
    assert server.ask("GET", "/api/events", {"Host": host}).status == 403


def test_a_refusal_is_short_however_long_the_request_is(server: Running) -> None:
    before = len(server.logged())
    answer = server.ask("GET", f"/{'p' * 20_000}", {"Host": "h" * 20_000})
    assert answer.status == 403
    assert len(answer.body) < 500
    assert len(server.logged()) - before < 1_000


def test_an_address_that_others_reach_answers_any_name(tmp_path: Path) -> None:
    with running(tmp_path, host="0.0.0.0") as open_to_all:
        answer = open_to_all.ask("GET", "/api/events", {"Host": "timeline.example"})
        assert answer.status == 200
        said = open_to_all.log.read_text("utf-8")
        assert f"is shown at http://{own_address('0.0.0.0')}:{open_to_all.port}/" in said
        assert "can read the events, without a password; nobody can change them." in said


def test_an_address_that_others_reach_and_edit_has_the_names_of_this_machine(
    tmp_path: Path,
) -> None:
    with running(tmp_path, "--edit", host="0.0.0.0") as open_to_all:
        port = open_to_all.port
        for name in (f"127.0.0.1:{port}", f"localhost:{port}", f"{own_address('0.0.0.0')}:{port}"):
            assert open_to_all.ask("GET", "/api/events", {"Host": name}).status == 200
        assert open_to_all.ask("GET", "/api/events", {"Host": f"evil.test:{port}"}).status == 403
        assert "can read and change the events" in open_to_all.log.read_text("utf-8")


def test_behind_another_server_any_name_is_answered() -> None:
    client = create_server(shipped()).test_client()
    assert client.get("/api/events", headers={"Host": "timeline.example"}).status_code == 200


@pytest.mark.parametrize("chunked", [False, True])
@pytest.mark.parametrize("path", ["/_dash-update-component", "/", "/api/events"])
def test_a_body_that_is_too_large_is_refused_in_view_mode_too(
    path: str, chunked: bool, server: Running
) -> None:
    body = b"x" * (MOST_BYTES + 1)
    sent = iter([body]) if chunked else body
    answer = server.ask("POST", path, {"Content-Type": "application/json"}, sent, chunked=chunked)
    assert answer.status == 413
    assert answer.json["error"] == "refused: the request is larger than 256 KiB"


def test_every_way_to_make_a_server_limits_bodies() -> None:
    for server in (create_app(shipped()).server, create_server(shipped())):
        assert server.config["MAX_CONTENT_LENGTH"] == MOST_BYTES


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        *(("127.0.0.1", True), ("127.8.0.1", True), ("::1", True), ("::ffff:127.0.0.1", True)),
        *(("0.0.0.0", False), ("::", False), ("192.0.2.7", False), ("fe80::1%eth0", False)),
    ],
)
def test_which_addresses_only_this_machine_reaches(address: str, expected: bool) -> None:
    assert is_loopback(address) is expected


def test_an_address_of_the_loopback_network_goes_by_itself_too() -> None:
    assert own_names("127.0.0.2") == {"127.0.0.1", "127.0.0.2", "localhost", "[::1]"}
    assert "[0:0::1]" in own_names("0:0::1")
