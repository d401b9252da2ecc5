"""Two gunicorn workers on one file: whoever answers, the answer is the same."""

from __future__ import annotations

import http.client
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.examples import SHIPPED
from tests.web.running import gunicorn

REQUESTS = 24
PATHS = ("/api/revision", "/api/events", "/api/relations", "/api/problems")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(SHIPPED, tmp_path))


@pytest.fixture
def port(file: Path) -> Iterator[int]:
    with gunicorn(file) as server:
        yield server.port


def answers(port: int, path: str, requests: int = REQUESTS) -> set[bytes]:
    """All different answers to one path, each on a connection of its own."""
    found = set()
    for _ in range(requests):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        connection.request("GET", path)
        found.add(connection.getresponse().read())
        connection.close()
    return found


def test_workers_agree_on_every_state_of_the_file(port: int, file: Path) -> None:
    good = file.read_text("utf-8")
    newer = good + "\n  - date: 2024-11\n    title: One more\n    actors: [Japan]\n"
    seen = []
    for state in (
        good,
        newer,
        newer + "  - tilte: broken",
        None,
        good,
        newer.replace("\n", "\r\n"),
    ):
        if state is None:
            file.unlink()
        else:
            file.write_text(state, "utf-8", newline="")
        time.sleep(0.05)
        for path in PATHS:
            assert len(answers(port, path)) == 1, (path, state and state[-60:])
        seen.append(answers(port, "/api/events", 1).pop())
    assert seen[1] == seen[2] == seen[3], "the last good version stays"
    assert seen[0] == seen[4] != seen[1]


def test_a_version_that_only_one_worker_saw_is_kept_by_both(port: int, file: Path) -> None:
    good = file.read_text("utf-8")
    newer = good + "\n  - date: 2024-11\n    title: Seen by one\n    actors: [Japan]\n"
    file.write_text(newer, "utf-8")
    answers(port, "/api/revision", 1)
    file.write_text("events: [", "utf-8")
    found = answers(port, "/api/events")
    assert len(found) == 1
    assert b"Seen by one" in found.pop()
