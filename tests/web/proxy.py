"""A small proxy that shows a server below a prefix, as nginx does, and removes it or not."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HOST = "127.0.0.1"
OF_ONE_CONNECTION = {"connection", "keep-alive", "transfer-encoding", "content-length"}


@dataclass
class Proxy:
    """A proxy; `outside` are the paths it was asked for that are not below the prefix."""

    prefix: str
    strips: bool
    port: int = 0
    to: int = 0
    outside: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}{self.prefix}/"

    def passed(self, path: str) -> str | None:
        """The path that the server is asked for; none for one outside the prefix."""
        if path.startswith(f"{self.prefix}/"):
            return path[len(self.prefix) :] if self.strips else path
        if not self.strips and path.partition("?")[0] == self.prefix:
            return path
        self.outside.append(path)
        return None


@contextmanager
def proxy(prefix: str, *, strips: bool) -> Iterator[Proxy]:
    """Starts a proxy on a free port; the port of the server is set afterwards, as `to`."""
    running = Proxy(prefix, strips)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def pass_on(self) -> None:
            path = running.passed(self.path)
            if path is None:
                self.send_response_only(404)
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            server = http.client.HTTPConnection(HOST, running.to, timeout=60)
            try:
                server.request(self.command, path, body or None, dict(self.headers))
                answer = server.getresponse()
                content = answer.read()
            finally:
                server.close()
            self.send_response_only(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in OF_ONE_CONNECTION:
                    self.send_header(name, value)
            if answer.status != 304:
                self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_HEAD = pass_on  # noqa: N815

    server = ThreadingHTTPServer((HOST, 0), Handler)
    server.daemon_threads = True
    running.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield running
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
