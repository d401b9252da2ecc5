"""The production server: Waitress with the app; its address is bound before it is printed."""

from __future__ import annotations

import ctypes
import errno
import gc
import socket
import sys
import threading
import webbrowser
from contextlib import suppress
from typing import TYPE_CHECKING

from dashboard.app import Editing, create_server
from dashboard.web.connections import server_of
from dashboard.web.guard import allowed_hosts, is_loopback, own_names
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


_KEPT_MEMORY = ((-1, 2**31 - 1), (-3, 2**25), (-8, 1))
"""Options of ``mallopt`` (malloc.h): M_TRIM_THRESHOLD, M_MMAP_THRESHOLD in bytes, M_ARENA_MAX."""


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
    keeps: bool = True,
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
        keeps: whether copies of the file are stored in the cache folder.

    Raises:
        CannotBindError: the address is in use or not an address of this machine.
    """
    with bound(host, port) as listener:
        editing = Editing(allowed_hosts(host, port, hosts)) if edit else None
        is_local = is_loopback(listener.getsockname()[0])
        names = own_names(host, hosts) if is_local and not edit else None
        application = create_server(file, editing=editing, names=names, keeps=keeps)
        address = f"[{host}]" if ":" in host else host
        url = f"http://{address}:{port}/"
        done = "shown and edited" if edit else "shown"
        print(f"{printable(str(file))} is {done} at {url} (stop with Ctrl-C)", flush=True)
        if open_browser:
            threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
        run(application, listener)


def run(application: Flask, listener: socket.socket) -> None:
    """Answer on a bound socket until interrupted.

    Objects that exist now are kept until the end, so the garbage collector skips them.
    """
    _keep_freed_memory()
    server = server_of(application, listener)
    gc.freeze()
    gc.enable()
    with suppress(KeyboardInterrupt):
        server.run()
    server.close()


def _keep_freed_memory() -> None:
    """Make glibc keep the memory of large arrays for reuse.

    By default glibc returns every large block to the system, and each thread has its own heap. With
    a million events this doubles the time of an answer, because the system must supply new pages.
    """
    if not sys.platform.startswith("linux"):
        return
    with suppress(OSError, AttributeError):  # another C library
        mallopt = ctypes.CDLL("libc.so.6").mallopt
        for option, value in _KEPT_MEMORY:
            mallopt(option, value)


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
