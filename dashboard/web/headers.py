"""Headers of every answer: nothing from elsewhere, nothing to elsewhere, nothing out of date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flask import Flask, Response

_SCRIPTS = "/_dash-component-suites/"
"""Where the scripts of the components are: the same for everybody, and large."""


def content_security_policy(script_hashes: Iterable[str]) -> str:
    """Return the policy; Plotly and Mantine write style elements, so styles may be inline."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src 'self' {' '.join(script_hashes)}".rstrip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        ]
    )


def add_headers(server: Flask, script_hashes: Iterable[str], *, is_secret: bool) -> None:
    """Send the headers with every answer of a server.

    Args:
        server: whose answers get them.
        script_hashes: of the scripts in the document.
        is_secret: whether answers may hold the token of edit mode, so that no cache keeps them.
    """
    headers = {
        "Content-Security-Policy": content_security_policy(script_hashes),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }

    @server.after_request
    def add(response: Response) -> Response:
        response.headers.extend(headers)
        if "Cache-Control" not in response.headers:
            no_cache_at_all = is_secret and not request.path.startswith(_SCRIPTS)
            response.headers["Cache-Control"] = "no-store" if no_cache_at_all else "no-cache"
        return response
