"""A running server, asked with headers of one's own; its log and its file are looked at."""

from __future__ import annotations

import http.client
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).parents[2]
START_SECONDS, STOP_SECONDS = 60.0, 20.0
FILE = """\
# Kept by hand.
- id: one
  date: 2023-10-18
  title: The first   # of two
  actors: [Japan]
- id: two
  date: 2023-10-19
  title: The second
  actors: [Russia]
  links: {responds_to: [one]}
"""
ADDITION = [["date", "2023-11-03"], ["title", "Added"], ["actors.0", "Japan"]]


@dataclass(frozen=True)
class Answer:
    """What the server said."""

    status: int
    body: bytes
    headers: Mapping[str, str]

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Running:
    """A server that runs, the file that it shows, where it writes its log, and its process."""

    host: str
    port: int
    file: Path
    log: Path
    pid: int

    @property
    def name(self) -> str:
        """The host that requests name, unless told otherwise."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    def ask(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str | None] | None = None,
        body: bytes | Iterator[bytes] = b"",
        *,
        chunked: bool = False,
    ) -> Answer:
        """Sends exactly these headers, and those that HTTP cannot do without."""
        sent: dict[str, str | None] = {"Host": self.name, **(headers or {})}
        connection = http.client.HTTPConnection(self.host, self.port, timeout=60)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in sent.items():
                if value is not None:
                    connection.putheader(name, value)
            if chunked:
                connection.putheader("Transfer-Encoding", "chunked")
            elif isinstance(body, bytes) and body and "Content-Length" not in sent:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body or None, encode_chunked=chunked)
            answer = connection.getresponse()
            return Answer(answer.status, answer.read(), dict(answer.getheaders()))
        finally:
            connection.close()

    def token(self) -> str:
        """The token of this run, read where the page reads it."""
        found = re.search(rb'"data-token":\s*"([^"]+)"', self.ask("GET", "/_dash-layout").body)
        assert found is not None
        return found[1].decode()

    def headers(self, **changed: str | None) -> dict[str, str | None]:
        """Headers of the page itself, but for those that are changed or left out."""
        own = {
            "Origin": f"http://{self.name}",
            "X-Edit-Token": self.token(),
            "Content-Type": "application/json",
        }
        return {**own, **{name.replace("_", "-"): value for name, value in changed.items()}}

    def post(self, path: str, asked: Any, **changed: str | None) -> Answer:
        """Posts JSON as the page does, but for the headers that are changed."""
        return self.ask("POST", path, self.headers(**changed), json.dumps(asked).encode())

    def revision(self) -> str:
        found: str = self.ask("GET", "/api/edit/form", self.headers()).json["revision"]
        return found

    def addition(self) -> dict[str, Any]:
        return {"kind": "add", "event": "", "revision": self.revision(), "entries": ADDITION}

    def logged(self) -> str:
        return self.log.read_text("utf-8")


@contextmanager
def running(folder: Path, *arguments: str, host: str = "127.0.0.1") -> Iterator[Running]:
    """Starts `python -m dashboard FILE` on a copy of the file; ends it by its process."""
    file, log = folder / "events.yaml", folder / "server.log"
    file.write_text(FILE, "utf-8")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.bind((host, 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "dashboard", str(file), "--host", host, "--port", str(port)]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, *arguments],
            cwd=REPOSITORY,
            env={**os.environ, "XDG_CACHE_HOME": str(folder / "cache")},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=output,
        )
    server = Running(host, port, file, log, process.pid)
    try:
        _wait(server, process)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(server: Running, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            server.ask("GET", "/healthz")
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"the server does not answer; it wrote:\n{server.logged()}")
