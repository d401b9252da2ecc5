"""The one place that wires everything: a file or tables become a Dash app and a WSGI server."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from dash import Dash

from dashboard.page.callbacks import connect
from dashboard.page.layout import page
from dashboard.page.state import FixedFeed, watch
from dashboard.paths import default_events_file, shipped
from dashboard.query.tables import Tables
from dashboard.reading.watched import WatchedFile
from dashboard.web.api import add_api
from dashboard.web.editing import Editor, add_editing
from dashboard.web.guard import add_guard, new_token
from dashboard.web.headers import add_security_headers

if TYPE_CHECKING:
    from flask import Flask

    from dashboard.page.state import Feed

_INDEX = """<!DOCTYPE html>
<html lang="en">
  <head>
    {%metas%}
    <meta name="color-scheme" content="light dark">
    <title>{%title%}</title>
    {%favicon%}
    {%css%}
    <script src="FIRST_SCRIPT"></script>
  </head>
  <body>
    <noscript>This page draws its charts with JavaScript; the data is at /api/events.</noscript>
    {%app_entry%}
    <footer>
      {%config%}
      {%scripts%}
      {%renderer%}
    </footer>
  </body>
</html>
"""
_FIRST_SCRIPT = "native.js"
"""The one asset that must run before the scripts of Dash."""
_METAS = [{"name": "viewport", "content": "width=device-width, initial-scale=1"}]


@dataclass(frozen=True)
class Editing:
    """Edit mode: which hosts requests may name, and the token that writing takes."""

    hosts: frozenset[str]
    token: str = field(default_factory=new_token)


def create_app(source: str | Path | Tables | None = None) -> Dash:
    """Return the Dash app for an events file or for tables.

    Args:
        source: path of an events file, which is followed while the app runs; or tables, which
            never change; default ``events.yaml`` of the current folder, else the shipped one.
    """
    return _app(_feed(source))


def create_server(
    source: str | Path | Tables | None = None,
    *,
    editing: Editing | None = None,
    keeps: bool = True,
) -> Flask:
    """Return the WSGI server for an events file or for tables; see ``create_app``.

    Under gunicorn: ``gunicorn 'dashboard.app:create_server("events.yaml")'``.

    Args:
        source: as of ``create_app``.
        editing: lets readers write into the file; for one process, and files only.
        keeps: whether copies of the file are kept in the user's cache folder: its last good
            version, and in edit mode the one before the first edit.
    """
    feed = _feed(source, keeps)
    server: Flask = _app(feed, editing.token if editing else "").server
    if editing is not None:
        if not isinstance(feed, WatchedFile):
            raise TypeError("only a file can be edited")
        add_guard(server, editing.hosts, editing.token)
        add_editing(server, feed, Editor(feed.path, keeps=keeps))
    return server


def _feed(source: str | Path | Tables | None, keeps: bool = True) -> Feed:
    if isinstance(source, Tables):
        return FixedFeed.of(source)
    return watch(Path(source) if source is not None else default_events_file(), keeps=keeps)


def _app(feed: Feed, edit_token: str = "") -> Dash:
    app = Dash(
        "dashboard",
        assets_folder=str(shipped("assets").resolve()),
        assets_ignore=rf"^{_FIRST_SCRIPT}$",
        meta_tags=_METAS,
        title=feed.current().content.tables.title or "Timeline of events",
        update_title="",
        suppress_callback_exceptions=False,
    )
    app.index_string = _INDEX.replace("FIRST_SCRIPT", app.get_asset_url(_FIRST_SCRIPT))
    app.layout = lambda: page(feed.current(), edit_token)
    connect(app, feed, edits=bool(edit_token))
    add_api(app.server, feed)
    add_security_headers(app.server, app.csp_hashes())
    return app
