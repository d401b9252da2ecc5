"""The route of the page on paper, which the browser asks for when it prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, request

from dashboard.markup import to_text
from dashboard.page.paper import draw_paper
from dashboard.query.selection import Selection

if TYPE_CHECKING:
    from flask import Flask
    from flask.typing import ResponseReturnValue

    from dashboard.analysis.feed import Feed


def add_paper(server: Flask, feed: Feed) -> None:
    """Add ``/paper`` to a server: the content of the sheets, for the query of the page."""

    @server.get("/paper")
    def paper() -> ResponseReturnValue:
        dataset = feed.current().content
        query = request.query_string.decode("ascii", "replace")
        selection = Selection.from_query(query, dataset.tables, strict=False)
        return Response(to_text(draw_paper(dataset, selection)), mimetype="text/html")
