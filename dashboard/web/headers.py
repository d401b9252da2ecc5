"""Security headers: nothing from elsewhere, nothing to elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flask import Flask, Response


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


def add_security_headers(server: Flask, script_hashes: Iterable[str]) -> None:
    """Send the headers with every answer of a server."""
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
        return response
