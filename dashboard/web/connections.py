"""The connections of the production server: how many there may be, and which of them give way.

A browser keeps six connections open, so two hundred readers hold more than a thousand. Waitress
alone stops accepting at its limit until idle connections time out; here the connections that have
waited longest without a complete request are closed first, so that new readers are answered.
"""

from __future__ import annotations

import logging
import socket
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer

from dashboard.web.guard import MOST_BYTES
from dashboard.web.logs import keep_short

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
_SPARED = 1.0
"""Seconds that a connection may wait for a request before it gives way to others."""
_ERROR_CHARACTERS = 200
"""Longest reason that an error of Waitress itself gives; it may quote a header."""


class Channel(HTTPChannel):  # type: ignore[misc]
    """A connection that remembers since when it has not had a complete request."""

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
        with suppress(OSError):  # the client was faster
            self.socket.shutdown(socket.SHUT_RDWR)


class Server(TcpWSGIServer):  # type: ignore[misc]
    """Waitress on a bound socket, with connections that give way to new ones."""

    channel_class = Channel

    def readable(self) -> bool:
        """Return whether a connection can be accepted; make room for it first."""
        most = self.adj.connection_limit * 7 // 8
        if len(self.active_channels) > most:
            self.make_room(len(self.active_channels) - self.adj.connection_limit * 3 // 4)
        accepts: bool = super().readable()
        return accepts

    def handle_accept(self) -> None:
        """Accept many connections at once: between two looks all open ones are looked at."""
        for _ in range(max(1, self.adj.connection_limit // 16)):
            before = len(self.active_channels)
            super().handle_accept()
            if len(self.active_channels) == before:
                return

    def make_room(self, count: int) -> None:
        """Close up to so many connections: those that have waited longest for a request.

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
        """Close the connections on which nothing has moved for a while.

        A client that does not read its answer holds a thread as soon as the answer is large.
        """
        before = now - self.adj.channel_timeout
        for channel in list(self.active_channels.values()):
            waits = not channel.requests or channel.total_outbufs_len
            if waits and channel.last_activity < before:
                channel.drop()


def server_of(application: Flask, listener: socket.socket, **changed: int) -> Server:
    """Return a server that answers on a bound socket as soon as its ``run`` is called.

    Args:
        application: what answers.
        listener: the bound socket.
        changed: settings of Waitress, instead of those of this module.
    """
    # A busy server queues requests all the time: there is nothing to do about it.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    keep_short(logging.getLogger("waitress"))
    settings: dict[str, Any] = {
        "threads": THREADS,
        "connection_limit": _most_connections(),
        "backlog": MOST_CONNECTIONS,
        "channel_timeout": 30,
        "cleanup_interval": 5,
        "max_request_header_size": MOST_HEADER_BYTES,
        # The application refuses what is a little too large, with a reason that the page shows.
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
    """Return how many connections the limit of open files allows; raise that limit if possible."""
    wanted = MOST_CONNECTIONS * _FILES_OF_A_CONNECTION + _OTHER_FILES
    try:
        import resource  # noqa: PLC0415
    except ImportError:  # Windows has no such limit
        return MOST_CONNECTIONS
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        with suppress(OSError, ValueError):  # some systems have a lower limit of their own
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return MOST_CONNECTIONS
    return max(_FEWEST_CONNECTIONS, (soft - _OTHER_FILES) // _FILES_OF_A_CONNECTION)
