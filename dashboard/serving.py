"""The production server: Waitress around the app, bound before anything is announced."""

from __future__ import annotations

import errno
import socket
import threading
import webbrowser
from typing import TYPE_CHECKING

import waitress

from dashboard.app import create_server

if TYPE_CHECKING:
    from pathlib import Path

THREADS = 8
_REASONS = {
    errno.EADDRINUSE: "is in use: choose another with --port",
    errno.EACCES: "needs more rights: choose one above 1023 with --port",
    errno.EADDRNOTAVAIL: "cannot be bound: this machine has no such address",
}


class CannotBindError(OSError):
    """The address cannot be bound; the message says why and what to do."""


def serve(file: Path, host: str, port: int, *, open_browser: bool = False) -> None:
    """Serve the dashboard of a file until interrupted.

    Raises:
        CannotBindError: where the address is taken or not this machine's.
    """
    try:
        server = waitress.create_server(
            create_server(file), host=host, port=port, threads=THREADS, ident=None
        )
    except (OSError, ValueError) as error:
        number = getattr(error, "errno", None)
        reason = _REASONS.get(number or 0, f"cannot be bound: {error}")
        if isinstance(error, (socket.gaierror, ValueError)):
            reason = "cannot be bound: there is no such address"
        raise CannotBindError(f"port {port} of {host} {reason}") from error
    shown = f"[{host}]" if ":" in host else host
    url = f"http://{shown}:{port}/"
    print(f"{file} is shown at {url} (stop with Ctrl-C)", flush=True)
    if open_browser:
        threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
    try:
        server.run()
    except KeyboardInterrupt:
        print()
    finally:
        server.close()
