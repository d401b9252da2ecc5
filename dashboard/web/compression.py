"""Compression: answers are sent as gzip to clients that take it.

gzip is part of Python. On the scripts of the components, Brotli at the same effort makes files that
are only 8 % smaller; its highest level takes seconds of each start for another 10 %.
"""

from __future__ import annotations

import re
import zlib
from hashlib import sha256
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import request

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flask import Flask, Response

_LEVEL = 5
"""Level of zlib: 100 kB of JSON take about 1 ms. Level 6 takes a third longer for 4 % less."""
_FEWEST = 1_000
"""Size from which an answer is compressed, in bytes; a smaller one fits one packet anyway."""
_GZIP = 31
"""Bits of the window of zlib for its largest window and the headers of gzip."""
_TEXT = re.compile(
    r"text/(?!event-stream$).+|(application|image)/(.+\+)?(json|xml|javascript)"
    r"|application/(x-ndjson|x-research-info-systems|x-bibtex)"
)
"""Media types that become smaller. An event stream would be held back by the compressor."""


def add_compression(server: Flask, lasting: tuple[str, ...], secret: str = "") -> None:
    """Compress the answers of a server; to be added before all that changes answers.

    An answer that contains the token of edit mode is sent as it is. Somebody who sees the sizes of
    encrypted answers, and makes the browser send queries that the answers repeat, could otherwise
    guess the token letter by letter: a right guess is a repetition, which makes the answer
    smaller (the attack BREACH). Streamed answers are exports, which never contain the token.

    Args:
        server: the server.
        lasting: beginnings of the paths of shipped files, which are compressed once.
        secret: token of edit mode; empty if there is none.
    """
    kept: dict[bytes, bytes] = {}

    @server.after_request
    def compress(response: Response) -> Response:
        is_text = _TEXT.fullmatch(response.mimetype or "")
        if not is_text or response.status_code not in (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED):
            return response
        response.vary.add("Accept-Encoding")
        if _may_be_kept(response):
            response.add_etag()
            response.make_conditional(request)
        if request.accept_encodings.quality("gzip") <= 0 or _is_known(response):
            return response
        if response.is_streamed and not response.direct_passthrough:
            response.response = _packed_parts(response.iter_encoded())
            response.headers.pop("Content-Length", None)
        else:
            response.direct_passthrough = False  # of a file
            body = response.get_data()
            if len(body) < _FEWEST or (secret and secret.encode() in body):
                return response
            is_lasting = request.path.startswith(lasting)
            response.set_data(_packed_once(body, kept) if is_lasting else _packed(body))
        response.headers["Content-Encoding"] = "gzip"
        return response


def _may_be_kept(response: Response) -> bool:
    """Return whether the browser may keep an answer and ask whether it is still the same.

    Dash puts another id into each document.
    """
    is_whole = response.status_code == HTTPStatus.OK and request.method == "GET"
    is_changing = response.is_streamed or response.mimetype == "text/html"
    is_fixed = not (is_changing or response.direct_passthrough)
    return is_whole and is_fixed and "no-store" not in response.cache_control


def _is_known(response: Response) -> bool:
    """Return whether the client has the content already; then the answer becomes a 304.

    The tag becomes a weak one: it names the content, compressed or not.
    """
    tag, _ = response.get_etag()
    if tag is not None:
        response.set_etag(tag, weak=True)
        response.make_conditional(request)
    return response.status_code == HTTPStatus.NOT_MODIFIED


def _packed_once(body: bytes, kept: dict[bytes, bytes]) -> bytes:
    """Return the compressed content of a shipped file, kept by its hash.

    Many addresses lead to one file, because Dash accepts any version in them.
    """
    digest = sha256(body).digest()
    if digest not in kept:
        kept[digest] = _packed(body)
    return kept[digest]


def _packed(body: bytes) -> bytes:
    return b"".join(_packed_parts([body]))


def _packed_parts(parts: Iterable[bytes]) -> Iterator[bytes]:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP)
    for part in parts:
        if packed := packer.compress(part):
            yield packed
    yield packer.flush()
