"""The production server: Waitress with the app; its address is bound before it is printed."""

from __future__ import annotations

import errno
import gc
import signal
import socket
import threading
import webbrowser
from contextlib import suppress
from typing import TYPE_CHECKING

from dashboard.app import Editing, create_server
from dashboard.web.connections import server_of
from dashboard.web.guard import (
    MOST_BYTES,
    MOST_BYTES_OF_TABLE,
    allowed_hosts,
    is_loopback,
    own_names,
)
from dashboard.web.memory import give_back, keep_freed_memory, return_large_arrays
from dashboard.web.own_address import WILDCARDS, own_address
from dashboard.words.quotes import printable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from flask import Flask

_REASONS = {
    errno.EADDRINUSE: "is in use: choose another with --port",
    errno.EACCES: "needs more rights: choose one above 1023 with --port",
    errno.EADDRNOTAVAIL: "cannot be bound: this machine has no such address",
}


_OPEN_TO_ALL = {
    False: "Everybody who reaches this address can read the events, without a password; nobody can "
    "change them.",
    True: "Everybody who reaches this address can read and change the events, without a password.",
}
"""Sentences for a server that others reach, by whether they can edit."""


class CannotBindError(OSError):
    """The address cannot be bound; the message has the cause and the remedy."""


def serve(
    file: Path,
    host: str,
    port: int,
    *,
    open_browser: bool = False,
    edit: bool = False,
    hosts: Iterable[str] = (),
    frames: Iterable[str] = (),
    keeps: bool = True,
    lang: str = "",
    prefix: str = "",
) -> None:
    """Serve the dashboard of a file until interrupted.

    Args:
        file: the events file.
        host: address to bind.
        port: port to bind.
        open_browser: whether to open the page in a browser.
        edit: whether readers may write into the file.
        hosts: further names of this server that requests may give as their host, in edit mode
            and at a loopback address.
        frames: hosts whose pages may show this one in a frame.
        keeps: whether copies of the file are stored in the cache folder.
        lang: language of the page unless a reader chooses another; default that of the browser.
        prefix: path below which a proxy shows the page, such as ``/timeline``.

    Raises:
        CannotBindError: the address is in use or not an address of this machine.
    """
    return_large_arrays()
    with bound(host, port) as listener:
        reached = own_address(host)
        if host in WILDCARDS:  # requests name this machine by one of these
            hosts = (*hosts, reached, socket.gethostname(), "localhost", "127.0.0.1", "[::1]")
        editing = Editing(allowed_hosts(reached, port, hosts)) if edit else None
        is_local = is_loopback(listener.getsockname()[0])
        names = own_names(host, hosts) if is_local and not edit else None
        application = create_server(
            file,
            editing=editing,
            names=names,
            keeps=keeps,
            frame_ancestors=frames,
            lang=lang,
            prefix=prefix,
        )
        address = f"[{reached}]" if ":" in reached else reached
        url = f"http://{address}:{port}{prefix}/"
        done = "shown and edited" if edit else "shown"
        print(f"{printable(str(file))} is {done} at {url} (stop with Ctrl-C)", flush=True)
        if not is_local:
            print(_OPEN_TO_ALL[edit], flush=True)
        if open_browser:
            threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
        run(application, listener, MOST_BYTES_OF_TABLE if edit else MOST_BYTES)


def run(application: Flask, listener: socket.socket, most_bytes: int = MOST_BYTES) -> None:
    """Answer on a bound socket until interrupted, or until asked to terminate by SIGTERM.

    Objects that exist now are kept until the end, so the garbage collector skips them.

    Args:
        application: the WSGI application.
        listener: the bound socket.
        most_bytes: largest size of a request's body that the application accepts, in bytes.
    """
    give_back()  # what was needed only to read the file
    keep_freed_memory()
    # The application refuses slightly larger bodies with a message that the page shows.
    server = server_of(application, listener, max_request_body_size=most_bytes + MOST_BYTES)
    gc.freeze()
    gc.enable()
    if threading.current_thread() is threading.main_thread():  # no other may set it
        signal.signal(signal.SIGTERM, lambda *_: server.stop())
    with suppress(KeyboardInterrupt):
        server.run()
    server.close()


def bound(host: str, port: int) -> socket.socket:
    """Return a socket that is bound to an address.

    Raises:
        CannotBindError: the address is in use or not an address of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except socket.gaierror as error:
        raise CannotBindError(f"{host} cannot be bound: there is no such address") from error
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, f"cannot be bound: {error.strerror}")
        raise CannotBindError(f"port {port} of {host} {reason}") from error
