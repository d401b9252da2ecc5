"""Headers of every answer: no content from other sites, no data to them, no outdated answers."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import request

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flask import Flask, Response

_NOBODY = ("'none'",)
SCRIPTS = "/_dash-component-suites/"
"""Path of the scripts of the components, which are large and contain no secrets."""


def content_security_policy(
    script_hashes: Iterable[str], frame_ancestors: Iterable[str] = ()
) -> str:
    """Return the policy; inline styles are allowed because Mantine needs them.

    Args:
        script_hashes: hashes of the scripts in the document.
        frame_ancestors: hosts whose pages may show this one in a frame; see
            ``read_frame_ancestor``.

    Example:
        >>> content_security_policy(["'sha256-abc='"]).split("; ")[:2]
        ["default-src 'none'", "script-src 'self' 'sha256-abc='"]
        >>> content_security_policy([], ["https://example.org"]).split("; ")[-1]
        'frame-ancestors https://example.org'
    """
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
            f"frame-ancestors {' '.join(frame_ancestors or _NOBODY)}",
        ]
    )


def add_headers(
    server: Flask,
    script_hashes: Iterable[str],
    lasting: str,
    *,
    is_secret: bool,
    frame_ancestors: Iterable[str] = (),
) -> None:
    """Add the headers to every answer of a server.

    Args:
        server: the server.
        script_hashes: hashes of the scripts in the document.
        lasting: beginning of the paths whose files never change; the browser keeps them for a year.
        is_secret: whether answers may contain the token of edit mode, so that no cache keeps them.
        frame_ancestors: see ``content_security_policy``.
    """
    headers = {
        "Content-Security-Policy": content_security_policy(script_hashes, frame_ancestors),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }

    @server.after_request
    def add(response: Response) -> Response:
        response.headers.extend(headers)
        is_script = request.path.startswith(SCRIPTS)
        # Dash sets an age exactly where the address has the version and the time of a script.
        lasts = request.path.startswith(lasting) or (is_script and response.cache_control.max_age)
        if lasts and response.status_code == HTTPStatus.OK:
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        elif "Cache-Control" not in response.headers:
            no_cache_at_all = is_secret and not is_script
            response.headers["Cache-Control"] = "no-store" if no_cache_at_all else "no-cache"
        return response
