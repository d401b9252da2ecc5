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
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tests.examples import REPOSITORY

HOST = "127.0.0.1"
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
    """A server that runs, the file that it shows, and its process."""

    host: str
    port: int
    file: Path
    pid: int = 0

    @property
    def log(self) -> Path:
        return self.file.with_name("server.log")

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
        return self.log.read_text("utf-8", "replace")


def running(folder: Path, *arguments: str, host: str = HOST) -> AbstractContextManager[Running]:
    """Starts `python -m dashboard FILE` on a small file in a folder."""
    file = folder / "events.yaml"
    file.write_text(FILE, "utf-8")
    return waitress(file, *arguments, host=host)


def waitress(file: Path, *arguments: str, host: str = HOST) -> AbstractContextManager[Running]:
    """Starts `python -m dashboard FILE`."""
    port = free_port(host)
    address = ("--host", host, "--port", str(port))
    return _started(Running(host, port, file), "dashboard", str(file), *address, *arguments)


def gunicorn(file: Path) -> AbstractContextManager[Running]:
    """Starts two gunicorn workers on a file."""
    port = free_port()
    options = ("--workers=2", "--threads=8", f"--bind={HOST}:{port}", "--no-control-socket")
    application = f"dashboard.app:create_server('{file}')"
    return _started(Running(HOST, port, file), "gunicorn", *options, application)


@contextmanager
def _started(server: Running, module: str, *arguments: str) -> Iterator[Running]:
    """Runs a module until the end, which is ended by its process; waits until it answers."""
    with server.log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            cwd=REPOSITORY,
            env={**os.environ, "XDG_CACHE_HOME": str(server.log.with_name("cache"))},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
    server = replace(server, pid=process.pid)
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


def free_port(host: str = HOST) -> int:
    """A port on which nothing listens."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])


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


def memory(pid: int, what: str = "VmRSS") -> int:
    """Memory of a process and its children, in MB; for a peak (VmHWM) that of the largest."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    texts = [Path(f"/proc/{each}/status").read_text("ascii") for each in (pid, *children)]
    sizes = [int(size) for size in re.findall(rf"{what}:\s+(\d+)", "".join(texts))]
    return (max(sizes) if what == "VmHWM" else sum(sizes)) // 1024
