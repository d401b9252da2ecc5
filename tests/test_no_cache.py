"""Without copies: the page is served and edited, and nothing is written to the cache folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.app import create_server
from tests.web.running import FILE, running


def test_a_server_without_cache_writes_nothing_there(tmp_path: Path) -> None:
    with running(tmp_path, "--edit", "--no-cache") as server:
        assert server.post("/api/edit/save", server.addition()).status == 200
        assert len(server.ask("GET", "/api/events").json["events"]) == 3
        server.file.write_text("events: [", "utf-8")
        found = server.ask("GET", "/api/events").json
        assert len(found["events"]) == 3, "the last good version is in memory"
        server.file.write_text(FILE, "utf-8")
        assert len(server.ask("GET", "/api/events").json["events"]) == 2
    assert not (tmp_path / "cache").exists()


def test_so_does_one_of_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    file = tmp_path / "events.yaml"
    file.write_text(FILE, "utf-8")
    client = create_server(file, keeps=False).test_client()
    assert client.get("/api/events").status_code == 200
    assert not (tmp_path / "cache").exists()
    assert create_server(file).test_client().get("/api/events").status_code == 200
    assert (tmp_path / "cache").exists()
