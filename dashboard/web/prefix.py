"""The prefix: the path below which a proxy shows the page, such as ``/timeline``.

Some proxies remove the prefix before they pass a request on, others do not. So each path is
answered with and without it. The addresses in the answers have the prefix.
"""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import redirect, request

from dashboard.words.quotes import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from flask import Flask
    from flask.typing import ResponseReturnValue

_PREFIX = re.compile(r"(/(?!\.{1,2}(/|$))[A-Za-z0-9._~-]+)+")
_OWN = frozenset({"api", "assets", "export", "health", "healthz", "paper", "ready"})
"""First parts of the paths of this server; so are all parts that begin with an underscore."""


def read_prefix(text: str) -> str:
    """Return a prefix as it is written in addresses; empty for none.

    Raises:
        ValueError: it is not a path of usual characters, or begins like a path of this server, so
            that a request without the prefix could be meant.

    Example:
        >>> read_prefix("timeline/"), read_prefix("/")
        ('/timeline', '')
    """
    prefix = f"/{text.strip('/')}".rstrip("/")
    if prefix and not _PREFIX.fullmatch(prefix):
        raise ValueError(f"{quoted(text)} is not a prefix: write a path, such as /timeline")
    first = prefix[1:].partition("/")[0]
    if first in _OWN or first.startswith("_"):
        raise ValueError(f"the prefix {quoted(text)} begins like a path of this server")
    return prefix


def add_prefix(server: Flask, prefix: str) -> None:
    """Answer each path of a server below a prefix too; to be added after all that changes paths.

    Args:
        server: the server.
        prefix: the prefix; see ``read_prefix``.
    """
    if not prefix:
        return
    application: WSGIApplication = server.wsgi_app

    def below_prefix(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if path.startswith(f"{prefix}/"):
            environ["PATH_INFO"] = path[len(prefix) :]
        environ["SCRIPT_NAME"] = prefix
        return application(environ, start_response)

    server.wsgi_app = below_prefix  # type: ignore[method-assign]  # as Flask documents

    @server.get(prefix)
    def page() -> ResponseReturnValue:
        # The page asks for paths relative to its own, so it needs the slash.
        query = request.query_string.decode("latin-1")
        address = f"{prefix}/?{query}" if query else f"{prefix}/"
        return redirect(address, HTTPStatus.TEMPORARY_REDIRECT)
