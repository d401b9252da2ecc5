"""Heavy requests: `python -m tests.trials.heavy_requests` posts far too much to a server.

Posts 300 MB four times to Waitress and to gunicorn, with a length and in chunks; asks for 400 names
of 150 kB; saves an event in a file of 5.7 MB twenty times, and takes the last save back. Prints the
memory of the server before and after, and the size of its log.
"""

from __future__ import annotations

import http.client
import json
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tests.benchmarks.budgets import generated_yaml
from tests.callback_payloads import PATH
from tests.web.running import FILE, Running, gunicorn, memory, running

MEGABYTE = 1024 * 1024
BLOCK = b"x" * MEGABYTE
POSTED, POSTS, NAMES, SAVES = 300, 4, 400, 20
LARGE = 15_400
"""Events of a file of 5.7 MB."""


def main() -> None:
    """Prints a line for each trial."""
    print(f"{'':34}{'before':>8}{'peak':>8}{'after':>8} MB{'log':>12} bytes  answers")
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as server:
        tell("300 MB x 4, waitress", server, lambda: posts(server, chunked=False))
        tell("300 MB x 4 in chunks, waitress", server, lambda: posts(server, chunked=True))
        tell("400 names of 150 kB, waitress", server, lambda: names(server, 150_000))
        tell("400 names of 50 kB, waitress", server, lambda: names(server, 50_000))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "events.yaml")
        file.write_text(FILE, "utf-8")
        with gunicorn(file) as server:
            tell("300 MB x 4, gunicorn", server, lambda: posts(server, chunked=False))
            tell("300 MB x 4 in chunks, gunicorn", server, lambda: posts(server, chunked=True))
    with tempfile.TemporaryDirectory() as folder, running(Path(folder), "--edit") as server:
        server.file.write_text(generated_yaml(LARGE), "utf-8")
        server.ask("GET", "/api/events?event=event-1")
        tell("20 saves of 5.7 MB and an undo", server, lambda: saves(server))


def tell(name: str, server: Running, trial: Callable[[], Counter[str]]) -> None:
    before, logged = memory(server.pid), log_bytes(server)
    answers = trial()
    row = f"{before:8}{memory(server.pid, 'VmHWM'):8}{memory(server.pid):8} MB"
    print(f"{name:34}{row}{log_bytes(server) - logged:12,} bytes  {dict(answers)}", flush=True)


def posts(server: Running, *, chunked: bool) -> Counter[str]:
    found: Counter[str] = Counter()
    for _ in range(POSTS):
        connection = http.client.HTTPConnection(server.host, server.port, timeout=120)
        connection.putrequest("POST", PATH)
        connection.putheader("Content-Type", "application/json")
        if chunked:
            connection.putheader("Transfer-Encoding", "chunked")
        else:
            connection.putheader("Content-Length", str(POSTED * MEGABYTE))
        connection.endheaders()
        sent = 0
        with suppress(OSError):  # the server has closed the connection
            for _ in range(POSTED):
                connection.send(b"%x\r\n%b\r\n" % (len(BLOCK), BLOCK) if chunked else BLOCK)
                sent += 1
            if chunked:
                connection.send(b"0\r\n\r\n")
        try:
            status = str(connection.getresponse().status)
        except (OSError, http.client.HTTPException):
            status = "connection closed"
        found[f"{status} after {sent if sent == POSTED else 'a few'} MB"] += 1
        connection.close()
    return found


def names(server: Running, length: int) -> Counter[str]:
    found: Counter[str] = Counter()
    for number in range(NAMES):
        name = f"{number}".ljust(length, "n")
        found[str(server.ask("GET", f"/api/events?country={name}").status)] += 1
    return found


def save(server: Running, number: int) -> str:
    """Adds an event; the revision of the file after it."""
    asked = server.addition()
    asked["entries"] = [["date", "2024-01-01"], ["title", f"Save {number}"], ["actors.0", "Japan"]]
    answer = server.post("/api/edit/save", asked)
    assert answer.status == 200, answer.body
    server.ask("GET", "/api/events?event=event-1")
    revision: str = answer.json["revision"]
    return revision


def saves(server: Running) -> Counter[str]:
    for number in range(SAVES - 1):
        save(server, number)
    before = server.file.read_bytes()
    revision = save(server, SAVES)
    answer = server.post("/api/edit/undo", {"kind": "undo", "revision": revision})
    assert server.file.read_bytes() == before
    return Counter({"200": SAVES, f"undo {answer.status}": 1})


def log_bytes(server: Running) -> int:
    return server.log.stat().st_size


if __name__ == "__main__":
    print(json.dumps({"MB posted": POSTED, "times": POSTS, "names": NAMES, "saves": SAVES}))
    main()
