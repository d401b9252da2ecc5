"""The guard of edit mode: who may ask at all, and who may write.

In edit mode the page carries a token, so that every request must name an address of this server as
its host: a page of another site that has made its own name point here (DNS rebinding) learns
nothing. Writing also takes the token and, where the browser tells one, the same origin.
"""

from __future__ import annotations

import hmac
import logging
import secrets
from typing import TYPE_CHECKING

from flask import jsonify, request

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flask import Flask
    from flask.typing import ResponseReturnValue

TOKEN_HEADER = "X-Edit-Token"
EDITING = "/api/edit/"
MOST_BYTES = 256 * 1024
"""Bytes that a request may have."""
_LOG = logging.getLogger("dashboard.editing")
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_WEB_PORTS = ("80", "443")


def allowed_hosts(host: str, port: int, more: Iterable[str] = ()) -> frozenset[str]:
    """Return the hosts that a request may name.

    Args:
        host: the address that is bound; a loopback address goes by all its names.
        port: that is bound.
        more: further names, with a port, or without one for the bound port and the usual ones.
    """
    shown, given = _bracketed(host), {_bracketed(name.strip().lower()) for name in more}
    own = _LOOPBACK if shown in _LOOPBACK else (shown.lower(),)
    found = set()
    for name in (*own, *given):
        if name.rpartition("]")[2].count(":") == 1:
            found.add(name)
            continue
        found.add(f"{name}:{port}")
        if name in given or str(port) in _WEB_PORTS:
            found.add(name)
    return frozenset(found)


def _bracketed(name: str) -> str:
    """Return a host as requests name it, an IPv6 address in brackets."""
    return f"[{name}]" if name.count(":") > 1 and not name.startswith("[") else name


def new_token() -> str:
    """Return a token that nobody can guess; one for each process."""
    return secrets.token_urlsafe(32)


def add_guard(server: Flask, hosts: frozenset[str], token: str) -> None:
    """Refuse what may not be asked, with a reason and a line in the log."""
    # Some servers do not know the length of a body that comes in chunks.
    server.config["MAX_CONTENT_LENGTH"] = MOST_BYTES

    @server.before_request
    def check() -> ResponseReturnValue | None:
        reason = _reason(hosts, token)
        if not reason:
            return None
        _LOG.warning("refused %s %r from %s: %s", request.method, request.path, _client(), reason)
        return jsonify(error=f"refused: {reason}"), 413 if reason == _TOO_LARGE else 403


_TOO_LARGE = f"the request is larger than {MOST_BYTES // 1024} KiB"


def _reason(hosts: frozenset[str], token: str) -> str:
    """Return why the request is refused, or an empty text."""
    host, origin = request.host.lower(), request.headers.get("Origin")
    edits = request.path.startswith(EDITING)
    is_write = request.method not in ("GET", "HEAD")
    # A link from elsewhere may open the page, which shows it no more than anybody may see.
    is_foreign = request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site")
    is_foreign &= edits or is_write
    is_foreign |= origin is not None and origin.lower().partition("://")[2] != host
    given = request.headers.get(TOKEN_HEADER, "")
    reasons = {
        f"{host!r} is not an address of this server: name it with --allow-host": host not in hosts,
        f"it comes from another site, {origin!r}": is_foreign,
        "the token is missing or of another run: reload the page": edits
        and not hmac.compare_digest(given.encode(), token.encode()),
        "it does not say which page it comes from": edits and is_write and origin is None,
        _TOO_LARGE: (request.content_length or 0) > MOST_BYTES,
    }
    return next((reason for reason, applies in reasons.items() if applies), "")


def _client() -> str:
    return request.remote_addr or "nobody"
