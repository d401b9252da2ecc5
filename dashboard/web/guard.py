"""The guard: it checks the host, the size and the right to write of every request.

A page of another site can make its own name point to this machine (DNS rebinding) and read the data
that is served here. So a server on a loopback address, and every server in edit mode, answers only
requests that name an address of this server as their host. In edit mode the page has a token:
writing requires the token and, if the browser reports an origin, the same origin.
"""

from __future__ import annotations

import hmac
import logging
import secrets
from ipaddress import IPv6Address, ip_address
from typing import TYPE_CHECKING

from flask import jsonify, request

from dashboard.model.limits import LARGEST_TABLE
from dashboard.web.logs import keep_short, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flask import Flask
    from flask.typing import ResponseReturnValue

TOKEN_HEADER = "X-Edit-Token"
EDITING = "/api/edit/"
PROBES = frozenset({"/health", "/healthz", "/ready"})
"""Paths that are answered under any name: a probe names whatever address it was given, and these
answers contain nothing of the file."""
MOST_BYTES = 256 * 1024
"""Largest size of a request's body, in bytes: the form of an event is sent twice in one request."""
TABLES = "/api/edit/table/"
MOST_BYTES_OF_TABLE = LARGEST_TABLE * 4 // 3 + MOST_BYTES
"""Largest size of a request with a table, in bytes: base64 has four characters for three bytes."""
_LOG = logging.getLogger("dashboard.editing")
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_WEB_PORTS = ("80", "443")


def allowed_hosts(host: str, port: int, more: Iterable[str] = ()) -> frozenset[str]:
    """Return the hosts that a request may name in edit mode.

    Args:
        host: the bound address; for a loopback address all its names are allowed.
        port: the bound port.
        more: further names, with a port; or without one, for the bound port and the usual ports.

    Example:
        >>> sorted(allowed_hosts("192.0.2.7", 8050, ["Timeline.example:443"]))
        ['192.0.2.7:8050', 'timeline.example:443']
    """
    bound = _written(host)
    own = _LOOPBACK if bound in _LOOPBACK else (bound,)
    given = {_written(name) for name in more}
    allowed = set()
    for name in (*own, *given):
        if _name(name) != name:
            allowed.add(name)
            continue
        allowed.add(f"{name}:{port}")
        if name in given or str(port) in _WEB_PORTS:
            allowed.add(name)
    return frozenset(allowed)


def own_names(host: str, more: Iterable[str] = ()) -> frozenset[str]:
    """Return the names that a request to a loopback address may give, for ``add_guard``.

    A forwarded port differs from the bound port, so a name without a port allows all its ports.

    Args:
        host: the bound loopback address.
        more: further names; a name with a port allows only this port.

    Example:
        >>> sorted(own_names("127.0.0.1", ["Timeline.example"]))
        ['127.0.0.1', '[::1]', 'localhost', 'timeline.example']
    """
    return frozenset([*_LOOPBACK, *map(_written, (host, *more))])


def is_loopback(address: str) -> bool:
    """Return whether only this machine can reach an IP address.

    Example:
        >>> [is_loopback(address) for address in ("127.0.0.1", "::1", "0.0.0.0", "192.0.2.7")]
        [True, True, False, False]
    """
    parsed = ip_address(address.partition("%")[0])
    mapped = parsed.ipv4_mapped if isinstance(parsed, IPv6Address) else None
    return (mapped or parsed).is_loopback


def _written(host: str) -> str:
    """Return a host in the form of requests: lower case, IPv6 in brackets, no final dot."""
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
    """Return a random token of 256 bits, one for each process."""
    return secrets.token_urlsafe(32)


def add_guard(
    server: Flask,
    hosts: frozenset[str] | None = None,
    token: str = "",
    names: frozenset[str] | None = None,
) -> None:
    """Refuse requests that are not allowed, with a reason in the answer and in the log.

    Args:
        server: the server whose requests are checked, before any other code reads them.
        hosts: in edit mode, the hosts that requests may name; see ``allowed_hosts``.
        token: in edit mode, the token that writing requires.
        names: in view mode, the names that requests may give; see ``own_names``; default any.
    """
    # Some servers do not know the length of a body that is sent in chunks.
    server.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    keep_short(logging.getLogger(server.name), _LOG)

    @server.before_request
    def check() -> ResponseReturnValue | None:
        host = _written(request.host)
        if hosts is not None:
            is_own = host in hosts
        else:
            is_own = names is None or host in names or _name(host) in names
        if not is_own and request.path not in PROBES:
            reason = f"{shortened(host)!r} is not an address of this server"
            return _refused(f"{reason}: name it with --allow-host", 403)
        if hosts is not None and (reason := _edit_reason(host, token)):
            return _refused(reason, 403)
        # Only the page of edit mode gets here: the token was checked.
        if hosts is not None and request.path.startswith(TABLES):
            request.max_content_length = MOST_BYTES_OF_TABLE
        if (request.content_length or 0) > (request.max_content_length or MOST_BYTES):
            return _too_large()
        return None

    @server.errorhandler(413)
    def too_large(_error: Exception) -> ResponseReturnValue:
        return _too_large()


def _too_large() -> ResponseReturnValue:
    most = request.max_content_length or MOST_BYTES
    return _refused(f"the request is larger than {most // 1024} KiB", 413)


def _refused(reason: str, status: int) -> ResponseReturnValue:
    path, client = shortened(request.path), request.remote_addr or "nobody"
    _LOG.warning("refused %s %r from %s: %s", shortened(request.method), path, client, reason)
    return jsonify(error=f"refused: {reason}"), status


def _edit_reason(host: str, token: str) -> str:
    """Return the reason to refuse the request in edit mode, or an empty text."""
    origin = request.headers.get("Origin")
    edits = request.path.startswith(EDITING)
    is_write = request.method not in ("GET", "HEAD")
    # A link on another site may open the page: the other site cannot read the answer.
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
