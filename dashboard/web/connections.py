"""The connections of the production server: their limit, the closing of idle ones, and the end.

A browser keeps six connections open, so two hundred readers have more than a thousand. At its
limit, Waitress alone accepts no connection until idle ones time out. Here the connections that have
waited longest without a complete request are closed first, so that new readers are answered.
"""

from __future__ import annotations

import logging
import socket
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer

from dashboard.web.guard import MOST_BYTES
from dashboard.web.logs import keep_short

if sys.platform != "win32":
    import resource

if TYPE_CHECKING:
    from flask import Flask

THREADS = 8
MOST_CONNECTIONS = 2_000
"""Largest number of open connections."""
MOST_HEADER_BYTES = 64 * 1024
"""Largest size of a request's first line and headers together, in bytes."""
_FILES_OF_A_CONNECTION = 2
"""Open files of one connection: its socket, and a temporary file for a long answer."""
_OTHER_FILES = 256
"""Open files of the process for everything else."""
_FEWEST_CONNECTIONS = 32
"""Limit of connections if the limit of open files is very low."""
_SPARED = 1.0
"""Seconds that a connection may wait for a request before it gives way to others."""
_LAST_SECONDS = 5.0
"""Longest time for open requests after the server was asked to stop, in seconds."""
_ERROR_CHARACTERS = 200
"""Longest message of an error of Waitress itself, in characters; it may quote a header."""


class Channel(HTTPChannel):  # type: ignore[misc]  # Waitress has no types
    """A connection with the time of its last complete request."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.waiting_since = time.monotonic()

    def service(self) -> None:
        """Answer one request."""
        error = self.requests[0].error
        if error is not None:
            error.body = error.body[:_ERROR_CHARACTERS]
        super().service()
        self.waiting_since = time.monotonic()

    def drop(self) -> None:
        """Close the connection soon, even if the client reads nothing."""
        self.will_close = True
        with suppress(OSError):  # the client has already closed it
            self.socket.shutdown(socket.SHUT_RDWR)


class Server(TcpWSGIServer):  # type: ignore[misc]  # Waitress has no types
    """Waitress on a bound socket; idle connections are closed in favour of new ones."""

    channel_class = Channel
    _deadline: float | None = None
    """Time of the monotonic clock at which the server ends; none before it was asked to stop."""

    def run(self) -> None:
        """Answer until interrupted, or after ``stop`` until the open requests are answered."""
        with suppress(SystemExit, KeyboardInterrupt):
            while not self._is_done():
                self.asyncore.loop(
                    timeout=self.adj.asyncore_loop_timeout,
                    map=self._map,
                    use_poll=self.adj.asyncore_use_poll,
                    count=1,
                )
        self.task_dispatcher.shutdown(timeout=_LAST_SECONDS if self._deadline is None else 1)

    def stop(self) -> None:
        """Accept no more connections, and end as soon as the open requests are answered."""
        self._deadline = time.monotonic() + _LAST_SECONDS
        self.pull_trigger()

    def _is_done(self) -> bool:
        if self._deadline is None:
            return False
        is_busy = any(
            channel.request is not None or channel.requests or channel.total_outbufs_len
            for channel in self.active_channels.values()
        )
        return not is_busy or time.monotonic() > self._deadline

    def readable(self) -> bool:
        """Return whether a connection can be accepted, after closing idle ones near the limit."""
        if self._deadline is not None:
            return False
        most = self.adj.connection_limit * 7 // 8
        if len(self.active_channels) > most:
            self.close_idle(len(self.active_channels) - self.adj.connection_limit * 3 // 4)
        return bool(super().readable())

    def handle_accept(self) -> None:
        """Accept many connections at once, because each round examines all open connections."""
        for _ in range(max(1, self.adj.connection_limit // 16)):
            before = len(self.active_channels)
            super().handle_accept()
            if len(self.active_channels) == before:
                return

    def close_idle(self, count: int) -> None:
        """Close up to ``count`` connections: those that have waited longest for a request.

        A connection that was just opened is spared: its request is on the way.
        """
        before = time.monotonic() - _SPARED
        idle = [
            channel
            for channel in self.active_channels.values()
            if not channel.requests and not channel.will_close and channel.waiting_since < before
        ]
        for channel in sorted(idle, key=lambda channel: channel.waiting_since)[:count]:
            channel.drop()

    def maintenance(self, now: float) -> None:
        """Close the connections without any traffic during the time-out.

        A client that does not read a large answer would block a thread.
        """
        before = now - self.adj.channel_timeout
        for channel in list(self.active_channels.values()):
            waits = not channel.requests or channel.total_outbufs_len
            if waits and channel.last_activity < before:
                channel.drop()


def server_of(application: Flask, listener: socket.socket, **changed: int) -> Server:
    """Return a server that answers on a bound socket as soon as its ``run`` is called.

    Args:
        application: the WSGI application.
        listener: the bound socket.
        changed: settings of Waitress that replace the settings of this module.
    """
    # A busy server queues requests all the time, so the warning is not useful.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    keep_short(logging.getLogger("waitress"))
    settings: dict[str, Any] = {
        "threads": THREADS,
        "connection_limit": _most_connections(),
        "backlog": MOST_CONNECTIONS,
        "channel_timeout": 30,
        "cleanup_interval": 5,
        "max_request_header_size": MOST_HEADER_BYTES,
        # The application refuses slightly larger bodies with a message that the page shows.
        "max_request_body_size": 2 * MOST_BYTES,
        "inbuf_overflow": 2 * MOST_BYTES,
        "asyncore_use_poll": True,  # select() fails from the 1,024th open file upward
        "log_socket_errors": False,
        "ident": None,
    }
    adjustments = Adjustments(sockets=[listener], **(settings | changed))
    address = (listener.family, listener.type, listener.proto, listener.getsockname())
    return Server(application, _sock=listener, adj=adjustments, bind_socket=False, sockinfo=address)


def _most_connections() -> int:
    """Return the number of connections within the limit of open files, raised if possible."""
    wanted = MOST_CONNECTIONS * _FILES_OF_A_CONNECTION + _OTHER_FILES
    if sys.platform == "win32":  # it has no such limit
        return MOST_CONNECTIONS
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        with suppress(OSError, ValueError):  # some systems have another, lower limit
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return MOST_CONNECTIONS
    return max(_FEWEST_CONNECTIONS, (soft - _OTHER_FILES) // _FILES_OF_A_CONNECTION)
