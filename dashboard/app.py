"""The assembly of the app: a file or tables become a Dash app and a WSGI server."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.analysis.feed import FixedFeed, watch
from dashboard.page.callbacks import connect
from dashboard.page.layout import page
from dashboard.paths import default_events_file, shipped
from dashboard.query.tables import Tables
from dashboard.reading.watched import WatchedFile
from dashboard.web.api import add_api
from dashboard.web.callback_requests import check_callbacks
from dashboard.web.compression import add_compression
from dashboard.web.document import DocumentApp
from dashboard.web.exports import add_exports
from dashboard.web.frames import read_frame_ancestor
from dashboard.web.guard import add_guard, new_token
from dashboard.web.headers import SCRIPTS, add_headers
from dashboard.web.health import add_health
from dashboard.web.paper import add_paper
from dashboard.web.prefix import add_prefix, read_prefix
from dashboard.web.spoken import add_language
from dashboard.words.browser import EDITOR, PAGE
from dashboard.words.language import gettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dash import Dash
    from flask import Flask

    from dashboard.analysis.feed import Feed


@dataclass(frozen=True)
class Editing:
    """Edit mode: the hosts that requests may name, and the token that writing requires."""

    hosts: frozenset[str]
    token: str = field(default_factory=new_token)


def create_app(
    source: str | Path | Tables | None = None, *, lang: str = "", prefix: str = ""
) -> Dash:
    """Return the Dash app for an events file or for tables.

    Args:
        source: path of an events file, which is watched while the app runs; or tables, which
            never change; default ``events.yaml`` of the current folder, else the shipped one.
        lang: language of the page, such as ``ko``, unless a reader chooses another; default that
            of the browser.
        prefix: path below which a proxy shows the page, such as ``/timeline``; default none.

    Raises:
        ValueError: the prefix is not valid.
    """
    return _app(_feed(source), lang=lang, prefix=read_prefix(prefix))


def create_server(
    source: str | Path | Tables | None = None,
    *,
    editing: Editing | None = None,
    names: frozenset[str] | None = None,
    keeps: bool = True,
    frame_ancestors: Iterable[str] = (),
    lang: str = "",
    prefix: str = "",
) -> Flask:
    """Return the WSGI server for an events file or for tables; see ``create_app``.

    Under gunicorn: ``gunicorn 'dashboard.app:create_server("events.yaml")'``.

    Args:
        source: see ``create_app``.
        editing: settings of edit mode, which works with one process and a file; default no
            editing.
        names: without ``editing``, the names that requests may give as their host; default any.
        keeps: whether copies of the file are stored in the user's cache folder: its last good
            version, and in edit mode the version before the first edit.
        frame_ancestors: hosts whose pages may show this one in a frame, such as
            ``https://moodle.example.edu``; default none. A page that is edited is in no frame.
        lang: see ``create_app``.
        prefix: see ``create_app``.

    Raises:
        TypeError: ``editing`` is given for tables.
        ValueError: a frame ancestor is not a host, or is given with ``editing``; the prefix is
            not valid.
    """
    frames = tuple(map(read_frame_ancestor, frame_ancestors))
    if frames and editing is not None:
        raise ValueError("a page that is edited cannot be in a frame of another site")
    feed = _feed(source, keeps)
    server: Flask = _app(feed, editing, names, frames, lang, read_prefix(prefix)).server
    if editing is not None:
        if not isinstance(feed, WatchedFile):
            raise TypeError("only a file can be edited")
        from dashboard.web.editing import Editor, add_editing
        from dashboard.web.table_import import add_table_import

        editor = Editor(feed.path, keeps=keeps)
        add_editing(server, feed, editor)
        add_table_import(server, feed, editor)
    return server


def _feed(source: str | Path | Tables | None, keeps: bool = True) -> Feed:
    if isinstance(source, Tables):
        return FixedFeed.of(source)
    return watch(Path(source) if source is not None else default_events_file(), keeps=keeps)


def _app(
    feed: Feed,
    editing: Editing | None = None,
    names: frozenset[str] | None = None,
    frames: tuple[str, ...] = (),
    lang: str = "",
    prefix: str = "",
) -> DocumentApp:
    token = editing.token if editing else ""
    app = DocumentApp(
        lambda: feed.current().content.tables.title or gettext("Timeline of events"),
        shipped("assets").resolve(),
        PAGE + EDITOR if editing else PAGE,
        prefix,
        suppress_callback_exceptions=False,
    )
    app.layout = lambda: page(feed.current(), token)
    connect(app, feed, edits=bool(token))
    add_compression(app.server, (app.assets_path, SCRIPTS), token)
    add_language(app.server, lang)
    add_prefix(app.server, prefix)
    add_guard(app.server, editing.hosts if editing else None, token, names)
    check_callbacks(app)
    add_health(app.server, feed)
    add_api(app.server, feed)
    add_paper(app.server, feed)
    add_exports(app.server, feed)
    add_headers(
        app.server,
        app.csp_hashes(),
        app.assets_path,
        is_secret=bool(token),
        frame_ancestors=frames,
    )
    return app
