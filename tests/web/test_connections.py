"""The production server: large requests are refused at once, idle connections give way."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress

import pytest

from dashboard.app import create_server
from dashboard.web.connections import MOST_HEADER_BYTES, Server, server_of
from dashboard.web.guard import MOST_BYTES
from tests.examples import shipped

LIMIT = 40
SECONDS = 20


class Listening:
    """A server with few connections, in a thread of its own."""

    def __init__(self, **settings: int) -> None:
        listener = socket.create_server(("127.0.0.1", 0))
        self.port = listener.getsockname()[1]
        self.server: Server = server_of(create_server(shipped()), listener, **settings)
        self.stopped = threading.Event()
        self.thread = threading.Thread(target=self.answer)
        self.thread.start()

    def answer(self) -> None:
        loop = self.server.asyncore
        while not self.stopped.is_set():
            loop.loop(timeout=0.2, use_poll=True, map=self.server._map, count=1)
        self.server.task_dispatcher.shutdown()
        loop.close_all(self.server._map)

    def stop(self) -> None:
        self.stopped.set()
        self.thread.join()

    def open(self, sent: bytes = b"") -> socket.socket:
        opened = socket.create_connection(("127.0.0.1", self.port), SECONDS)
        opened.sendall(sent)
        return opened

    def ask(self, sent: bytes) -> bytes:
        """All that is answered until the server closes the connection."""
        found = b""
        with closing(self.open(sent)) as asked, suppress(ConnectionResetError):
            while part := asked.recv(65_536):
                found += part
        return found

    def healthy(self) -> bool:
        return b'"ok"' in self.ask(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")


@pytest.fixture
def listening() -> Iterator[Listening]:
    server = Listening(connection_limit=LIMIT)
    try:
        yield server
    finally:
        server.stop()


@pytest.mark.parametrize("sent", [b"", b"G", b"GET / HTTP/1.1\r\nHost: x\r\nX-Half"])
def test_idle_connections_shut_nobody_out(sent: bytes, listening: Listening) -> None:
    with ExitStack() as idle:
        for _ in range(3 * LIMIT):
            idle.enter_context(listening.open(sent))
        assert listening.healthy()
    assert listening.healthy()


def test_those_that_have_waited_longest_give_way(listening: Listening) -> None:
    with ExitStack() as idle:
        opened = [idle.enter_context(listening.open()) for _ in range(2 * LIMIT)]
        assert listening.healthy()
        first, last = opened[0], opened[-1]
        assert first.recv(1) == b""
        last.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        assert last.recv(12) == b"HTTP/1.1 200"


def test_clients_that_never_read_hold_no_connection_for_ever(listening: Listening) -> None:
    with ExitStack() as deaf:
        for _ in range(2 * LIMIT):
            with suppress(OSError):  # it gave way
                deaf.enter_context(listening.open(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n" * 20))
        assert listening.healthy()


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (f"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: {300 * 1024**2}\r\n\r\n", b"413"),
        (f"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: {4 * MOST_BYTES}\r\n\r\n", b"413"),
        (f"GET /?{'q' * MOST_HEADER_BYTES} HTTP/1.1\r\nHost: x\r\n\r\n", b"431"),
        ("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n", b"400"),
        (f"GET / HTTP/1.1\r\nHost: x\r\n{'bad ' * 2_000}\n\r\n\r\n", b"400"),
    ],
)
def test_what_the_server_itself_refuses_is_refused_at_once_and_in_short(
    head: str, status: bytes, listening: Listening
) -> None:
    answer = listening.ask(head.encode())
    assert answer.split(b" ", 2)[1] == status
    assert len(answer) < 800


def test_a_body_is_never_read_to_its_end_where_it_is_too_large(listening: Listening) -> None:
    head = b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    block = b"x" * 65_536
    sent = 0
    with closing(listening.open(head)) as posting, suppress(OSError):
        for _ in range(5_000):
            posting.sendall(b"%x\r\n%b\r\n" % (len(block), block))
            sent += len(block)
    assert sent < 100 * MOST_BYTES
    assert listening.healthy()
