"""The probes: whether the process answers, and whether it has events to show."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Blueprint, jsonify

from dashboard.reading.watched import NO_VERSION

if TYPE_CHECKING:
    from flask import Flask
    from flask.typing import ResponseReturnValue

    from dashboard.analysis.feed import Feed

_NO_STORE = {"Cache-Control": "no-store"}


def add_health(server: Flask, feed: Feed) -> None:
    """Add ``/health``, with its older name ``/healthz``, and ``/ready`` to a server."""
    probes = Blueprint("probes", __name__)

    @probes.get("/health")
    @probes.get("/healthz")
    def health() -> ResponseReturnValue:
        return jsonify(status="ok"), _NO_STORE

    @probes.get("/ready")
    def ready() -> ResponseReturnValue:
        snapshot = feed.current()
        if snapshot.good or snapshot.version != NO_VERSION:
            return jsonify(status="ready"), _NO_STORE
        # Any site may read this answer, so it has no text of the file.
        codes = sorted({problem.code for problem in snapshot.problems})
        reason = f"no version of the file could be read yet: {', '.join(codes)}"
        answer = jsonify(status="not ready", reason=f"{reason}; /api/problems has the details")
        return answer, HTTPStatus.SERVICE_UNAVAILABLE, _NO_STORE

    server.register_blueprint(probes)
