"""The probes: constant answers for whoever asks, and no answer that reads more than it must."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.analysis.feed import FixedFeed
from dashboard.app import create_server
from tests.examples import shipped
from tests.web.running import FILE, Running, running

BROKEN = "- {date: 2023, titel: SECRET, actors: [Japan]}\n"


@pytest.fixture(scope="module", params=[(), ("--edit",)])
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("probed"), *request.param) as server:
        yield server


@pytest.mark.parametrize("path", ["/health", "/healthz", "/ready"])
@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "10.1.2.3:8050", "evil.test", ""])
def test_a_probe_may_name_any_host_and_is_not_logged(path: str, host: str, server: Running) -> None:
    before = server.logged()
    for method in ("GET", "HEAD"):
        answer = server.ask(method, path, {"Host": host.format(port=server.port)})
        assert answer.status == 200
        assert answer.headers["Cache-Control"] == "no-store"
    assert server.logged() == before


@pytest.mark.parametrize("path", ["/health/", "/healthy", "/ready/x", "/ready/../api/events"])
def test_nothing_else_is_answered_under_another_name(path: str, server: Running) -> None:
    assert server.ask("GET", path, {"Host": "evil.test"}).status == 403


def test_the_process_is_healthy_without_a_look_at_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client = create_server(shipped()).test_client()
    assert client.get("/ready").json == {"status": "ready"}
    monkeypatch.setattr(FixedFeed, "current", None)
    assert client.get("/health").json == {"status": "ok"}


def test_it_is_ready_once_a_version_could_be_read(tmp_path: Path) -> None:
    file = tmp_path / "events.yaml"
    client = create_server(file, keeps=False).test_client()
    for text, code in ((None, "no-file"), (BROKEN, "unknown-field"), ("events: [", "syntax")):
        if text is not None:
            file.write_text(text, "utf-8")
        answer = client.get("/ready", headers={"Host": "probe"})
        assert (answer.status_code, answer.json["status"]) == (503, "not ready")
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.json["reason"].startswith("no version of the file could be read yet: ")
        assert code in answer.json["reason"]
        assert "SECRET" not in answer.text
        assert client.get("/health").status_code == 200
    file.write_text(FILE, "utf-8")
    assert client.get("/ready").json == {"status": "ready"}
    file.write_text(BROKEN, "utf-8")  # the last good version is shown
    assert client.get("/ready").status_code == 200


def test_an_empty_file_is_a_version(tmp_path: Path) -> None:
    file = tmp_path / "events.yaml"
    file.write_text("", "utf-8")
    assert create_server(file, keeps=False).test_client().get("/ready").status_code == 200
