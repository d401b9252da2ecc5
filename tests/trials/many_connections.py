"""Many connections: `python -m tests.trials.many_connections` opens pages beside idle sockets.

First 500 sockets say nothing and 500 more send half a header. Then 200 browsers load the page, each
over six connections that stay open, and go on asking for the revision. At last so many sockets are
opened that the server is at its limit, and one more reader comes. Prints how many pages loaded,
and how long they and ``/healthz`` took. A browser is stood in for by asyncio streams.
"""

from __future__ import annotations

import asyncio
import re
import resource
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from dashboard.web.connections import MOST_CONNECTIONS
from tests.web.running import Running, memory, running

BROWSERS, PER_BROWSER, IDLE, POLLS = 200, 6, 500, 5
SECONDS = 60.0
Stream = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def opened(server: Running, sent: bytes = b"") -> Stream:
    reader, writer = await asyncio.open_connection(server.host, server.port)
    writer.write(sent)
    await writer.drain()
    return reader, writer


async def get(server: Running, stream: Stream, path: str) -> bytes:
    """One request on a connection that stays open; the body of an answer of 200."""
    reader, writer = stream
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {server.name}\r\n\r\n".encode())
    await writer.drain()
    head = await reader.readuntil(b"\r\n\r\n")
    if b" 200 " not in head.splitlines()[0]:
        raise ConnectionError(head)
    length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
    assert length, head
    return await reader.readexactly(int(length[1]))


async def browse(server: Running, kept: list[Stream]) -> float:
    """Loads the page with its scripts and styles; seconds that it took."""
    began = time.perf_counter()
    streams = [await opened(server) for _ in range(PER_BROWSER)]
    kept.extend(streams)
    page = (await get(server, streams[0], "/")).decode()
    paths = ["/_dash-layout", "/_dash-dependencies", *re.findall(r'(?:src|href)="(/[^"]+)"', page)]
    shares = [paths[number::PER_BROWSER] for number in range(PER_BROWSER)]

    async def load(stream: Stream, share: list[str]) -> None:
        for path in share:
            await get(server, stream, path)

    await asyncio.gather(*map(load, streams, shares))
    took = time.perf_counter() - began
    for _ in range(POLLS):
        await asyncio.sleep(0.4)
        await get(server, streams[0], "/api/revision")
    return took


async def health(server: Running) -> float:
    began = time.perf_counter()
    stream = await opened(server)
    await get(server, stream, "/healthz")
    stream[1].close()
    return time.perf_counter() - began


async def loads(server: Running, browsers: int, kept: list[Stream]) -> str:
    """So many browsers at the same time: what came of them."""
    tasks = [asyncio.create_task(browse(server, kept)) for _ in range(browsers)]
    slowest = 0.0
    while not all(task.done() for task in tasks):
        slowest = max(slowest, await asyncio.wait_for(health(server), SECONDS))
        await asyncio.sleep(0.2)
    failed = [task for task in tasks if task.exception()]
    times = [task.result() for task in tasks if not task.exception()]
    shown = f"{len(times)} of {browsers} loaded, the slowest in {max(times, default=0.0):.1f} s"
    return f"{shown}, /healthz at most {slowest:.2f} s {[task.exception() for task in failed[:1]]}"


async def main(server: Running) -> int:
    """Prints one line for each step; 1 where a page did not load."""
    kept: list[Stream] = []
    said = []

    def tell(step: str, found: str) -> None:
        said.append(found)
        print(
            f"{step:34} {found} ({memory(server.pid)} MB, {files(server)} open files)", flush=True
        )

    tell("nobody else", await loads(server, 1, kept))
    kept += [await opened(server) for _ in range(IDLE)]
    kept += [await opened(server, b"GET / HTTP/1.1\r\nHos") for _ in range(IDLE)]
    tell(f"{2 * IDLE} idle sockets", await loads(server, 1, kept))
    tell(f"{BROWSERS} browsers beside them", await loads(server, BROWSERS, kept))
    flood = [await opened(server, b"G") for _ in range(MOST_CONNECTIONS + 500)]
    kept += flood
    tell("beyond the limit", await loads(server, 5, kept))
    for _, writer in kept:
        with suppress(OSError):
            writer.close()
    log = server.logged()
    print(f"log: {len(log):,} bytes\n{log[:2_000]}")
    return int(any("[]" not in found for found in said))


def files(server: Running) -> int:
    return len(list(Path(f"/proc/{server.pid}/fd").iterdir()))


if __name__ == "__main__":
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as served:
        sys.exit(asyncio.run(main(served)))
