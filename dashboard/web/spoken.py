"""The language of each answer: that of the query, of the server, or else of the browser.

A page has one language. Its requests name it before their path, as in ``/_lang/ko/api/revision``:
Dash sends no query with the requests of a page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flask import request

from dashboard.words.catalogue import ENGLISH, match
from dashboard.words.language import language, speak

if TYPE_CHECKING:
    from collections.abc import Iterable
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from flask import Flask, Response

_NAMED = "dashboard.language"
"""Key of the language of the page in the environment of a request."""
_PATH = re.compile(r"/_lang/([A-Za-z-]+)(/.*)")


def page_path(tag: str) -> str:
    """Return the beginning of the paths of a page's requests.

    >>> page_path("ko")
    '/_lang/ko/'
    """
    return f"/_lang/{tag}/"


def add_language(server: Flask, default: str = "") -> None:
    """Set the language of the context of each request.

    Args:
        server: the server.
        default: language of the server, which comes before that of the browser; empty for none.
    """
    application: WSGIApplication = server.wsgi_app

    def without_language(
        environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        found = _PATH.fullmatch(environ.get("PATH_INFO", ""))
        tag = match(found[1]) if found else None
        if found and tag:
            environ[_NAMED] = tag
            environ["PATH_INFO"] = found[2]
        return application(environ, start_response)

    server.wsgi_app = without_language  # type: ignore[method-assign]  # as Flask documents

    @server.before_request
    def choose() -> None:
        asked = match(request.args.get("lang", "").strip()) if request.args else None
        speak(request.environ.get(_NAMED) or asked or default or _of_browser())

    @server.after_request
    def vary(response: Response) -> Response:
        response.vary.add("Accept-Language")
        if response.mimetype == "text/html":
            response.content_language.add(language())
        return response


def _of_browser() -> str:
    """Return the first language of the browser in which there are words."""
    tags = (match(tag) for tag, _ in request.accept_languages)
    return next(filter(None, tags), ENGLISH)
