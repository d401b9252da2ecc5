"""Exports over HTTP: ``GET /export/<format>?<query>``, written in parts while it is sent."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, jsonify, request

from dashboard.formats.export import Export
from dashboard.formats.look import LOOK_NAMES, Look
from dashboard.formats.table import FORMATS, ExportError
from dashboard.query.filter import SelectionError, Unknown
from dashboard.query.selection import Selection
from dashboard.words.quotes import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask
    from flask.typing import ResponseReturnValue

    from dashboard.analysis.feed import Feed

_PART = 64 * 1024
"""Size of the parts in which a file is sent, in bytes."""
PAGING = ("limit", "offset")
"""Names of the parameters of a part of the events."""
_MOST_EVENTS = 1_000_000_000


def add_exports(server: Flask, feed: Feed) -> None:
    """Add the address of the exports to a server."""
    exports = Blueprint("exports", __name__)

    @exports.get("/export/<name>")
    def export(name: str) -> ResponseReturnValue:
        known = [row.name for row in FORMATS.values() if row.by_http]
        if name not in known:
            words = f"no format is called {quoted(name)}: use one of {', '.join(known)}"
            return jsonify(error=words), 404
        row = FORMATS[name]
        asked = asked_export(feed)
        answer = stream(row.write(asked), row.media)
        answer.headers.set(
            "Content-Disposition", "attachment", filename=asked.file_name(row.ending)
        )
        return answer

    @exports.errorhandler(SelectionError)
    @exports.errorhandler(ExportError)
    def bad_query(error: ValueError) -> ResponseReturnValue:
        return jsonify(error=str(error)), 400

    server.register_blueprint(exports)


def asked_export(feed: Feed) -> Export:
    """Return the export that the present request asks for.

    Raises:
        SelectionError: a part of the query is not valid.
    """
    snapshot = feed.current()
    pairs = [pair for pair in request.args.items(multi=True) if pair[0] not in _OTHERS]
    limit = request.args.get("limit")
    return Export(
        snapshot.content,
        Selection.from_query(pairs, snapshot.content.tables),
        snapshot.version,
        datetime.now(UTC),
        Look.read(request.args),
        address=request.url_root,
        offset=_count("offset", request.args.get("offset", "0")),
        limit=None if limit is None else _count("limit", limit, 1),
    )


_OTHERS = frozenset({*LOOK_NAMES, *PAGING})


def encoded(parts: Iterator[str]) -> Iterator[bytes]:
    """Yield the parts of a text in UTF-8."""
    return (part.encode() for part in parts)


def stream(parts: Iterator[bytes], media: str) -> Response:
    """Return an answer that is sent in parts; an error of the first part is raised here."""
    first = next(parts, b"")
    return Response(_gathered(first, parts), content_type=_content_type(media))


def _content_type(media: str) -> str:
    is_text = media.startswith("text/") or media.endswith(("json", "xml"))
    return f"{media}; charset=utf-8" if is_text else media


def _gathered(first: bytes, parts: Iterator[bytes]) -> Iterator[bytes]:
    """Yield larger parts made of small ones."""
    waiting: list[bytes] = [first]
    size = len(first)
    for part in parts:
        waiting.append(part)
        size += len(part)
        if size >= _PART:
            yield b"".join(waiting)
            waiting, size = [], 0
    yield b"".join(waiting)


def _count(name: str, text: str, least: int = 0) -> int:
    if text.isascii() and text.isdecimal() and least <= int(text[:12]) <= _MOST_EVENTS:
        return int(text)
    reason = f"write a whole number from {least} upward"
    raise SelectionError((Unknown(name, text, reason),))


def paging(export: Export) -> dict[str, Any]:
    """Return the key ``next`` of the answer with a part of the events: the rest of the query."""
    if export.limit is None or export.offset + export.limit >= len(export.rows):
        return {}
    query = f"{export.query}&" if export.query else ""
    part = f"limit={export.limit}&offset={export.offset + export.limit}"
    return {"next": f"{request.script_root}/api/events?{query}{part}"}
