"""The guard: who may ask at all, how much, and who may write.

A page of another site can make its own name point to this machine (DNS rebinding) and read what is
served here. So a server on a loopback address, and every server in edit mode, answers only requests
that name an address of this server as their host. In edit mode the page carries a token: writing
takes the token and, where the browser reports one, the same origin.
"""

from __future__ import annotations

import hmac
import logging
import secrets
from ipaddress import IPv6Address, ip_address
from typing import TYPE_CHECKING

from flask import jsonify, request

from dashboard.web.logs import keep_short, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flask import Flask
    from flask.typing import ResponseReturnValue

TOKEN_HEADER = "X-Edit-Token"
EDITING = "/api/edit/"
MOST_BYTES = 256 * 1024
"""Largest size of a request's body, in bytes: the form of an event is sent twice in one request."""
_LOG = logging.getLogger("dashboard.editing")
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_WEB_PORTS = ("80", "443")
_TOO_LARGE = f"the request is larger than {MOST_BYTES // 1024} KiB"


def allowed_hosts(host: str, port: int, more: Iterable[str] = ()) -> frozenset[str]:
    """Return the hosts that a request may name in edit mode.

    Args:
        host: the address that is bound; a loopback address goes by all its names.
        port: that is bound.
        more: further names, with a port, or without one for the bound port and the usual ones.
    """
    given = {_written(name) for name in more}
    found = set()
    for name in (*_own(host), *given):
        if _name(name) != name:
            found.add(name)
            continue
        found.add(f"{name}:{port}")
        if name in given or str(port) in _WEB_PORTS:
            found.add(name)
    return frozenset(found)


def own_names(host: str, more: Iterable[str] = ()) -> frozenset[str]:
    """Return the names that a request to a loopback address may give, for ``add_guard``.

    A forwarded port is another one than the bound port, so a name stands for all its ports.

    Args:
        host: the loopback address that is bound.
        more: further names; one with a port stands for this port only.

    Example:
        >>> sorted(own_names("127.0.0.1", ["Timeline.example"]))
        ['127.0.0.1', '[::1]', 'localhost', 'timeline.example']
    """
    return frozenset([*_LOOPBACK, *_own(host), *map(_written, more)])


def is_loopback(address: str) -> bool:
    """Return whether only this machine can reach an IP address.

    Example:
        >>> [is_loopback(address) for address in ("127.0.0.1", "::1", "0.0.0.0", "192.0.2.7")]
        [True, True, False, False]
    """
    found = ip_address(address.partition("%")[0])
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return (mapped or found).is_loopback


def _own(host: str) -> tuple[str, ...]:
    shown = _written(host)
    return _LOOPBACK if shown in _LOOPBACK else (shown,)


def _written(host: str) -> str:
    """Return a host as requests name it: lower case, an IPv6 address in brackets, no last dot."""
    host = host.strip().lower()
    if host.count(":") > 1 and not host.startswith("["):
        host = f"[{host}]"
    name = _name(host)
    return name.removesuffix(".") + host[len(name) :]


def _name(host: str) -> str:
    """Return a host without its port.

    Example:
        >>> [_name(host) for host in ("localhost:8050", "localhost", "[::1]:8050", "[::1]")]
        ['localhost', 'localhost', '[::1]', '[::1]']
    """
    name, colon, port = host.rpartition(":")
    return name if colon and "]" not in port else host


def new_token() -> str:
    """Return a token that nobody can guess; one for each process."""
    return secrets.token_urlsafe(32)


def add_guard(
    server: Flask,
    hosts: frozenset[str] | None = None,
    token: str = "",
    names: frozenset[str] | None = None,
) -> None:
    """Refuse requests that may not be made, with a reason and a line in the log.

    Args:
        server: its requests are checked before anything else reads them.
        hosts: in edit mode, the hosts that requests may name; see ``allowed_hosts``.
        token: in edit mode, what writing takes.
        names: in view mode, the names that requests may give; see ``own_names``; default any.
    """
    # Some servers do not know the length of a body that comes in chunks.
    server.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    keep_short(logging.getLogger(server.name), _LOG)

    @server.before_request
    def check() -> ResponseReturnValue | None:
        host = _written(request.host)
        if hosts is not None:
            reason = _stranger(host, host in hosts) or _edit_reason(host, token)
        else:
            is_own = names is None or host in names or _name(host) in names
            reason = _stranger(host, is_own)
        if reason:
            return _refused(reason, 403)
        if (request.content_length or 0) > MOST_BYTES:
            return _refused(_TOO_LARGE, 413)
        return None

    @server.errorhandler(413)
    def too_large(_error: Exception) -> ResponseReturnValue:
        return _refused(_TOO_LARGE, 413)


def _refused(reason: str, status: int) -> ResponseReturnValue:
    path, client = shortened(request.path), request.remote_addr or "nobody"
    _LOG.warning("refused %s %r from %s: %s", shortened(request.method), path, client, reason)
    return jsonify(error=f"refused: {reason}"), status


def _stranger(host: str, is_own: bool) -> str:
    """Return why a host is refused, or an empty text."""
    if is_own:
        return ""
    return f"{shortened(host)!r} is not an address of this server: name it with --allow-host"


def _edit_reason(host: str, token: str) -> str:
    """Return why edit mode refuses the request, or an empty text."""
    origin = request.headers.get("Origin")
    edits = request.path.startswith(EDITING)
    is_write = request.method not in ("GET", "HEAD")
    # A link from elsewhere may open the page, which shows it no more than anybody may see.
    is_foreign = request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site")
    is_foreign &= edits or is_write
    is_foreign |= origin is not None and _written(origin.partition("://")[2]) != host
    given = request.headers.get(TOKEN_HEADER, "")
    reasons = {
        f"it comes from another site, {shortened(origin or '')!r}": is_foreign,
        "the token is missing or of another run: reload the page": edits
        and not hmac.compare_digest(given.encode(), token.encode()),
        "it does not say which page it comes from": edits and is_write and origin is None,
    }
    return next((reason for reason, applies in reasons.items() if applies), "")
