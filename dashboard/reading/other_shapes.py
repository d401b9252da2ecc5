"""Shapes of files that are not events files, with the remedy; many of them can be imported."""

from __future__ import annotations

import re

from dashboard.reading.nodes import ListNode, MapNode, Node, TextNode

IMPORT = "the command import reads it (import FILE -o events.yaml)"
"""End of messages about a file that is not an events file and that can be imported."""
_TABLE = re.compile(r"(?:\ufeff)?\"?(?:date|title|actors?|event|id|when)\"?[,;\t]", re.IGNORECASE)
_ROW = "or write each row as - {date: 2023-10-26, title: …, actors: [Japan]}"
_ITEMS = 'begin the first with "- ", indent the others by two spaces, or put it under "events:"'


def other_shape(root: Node) -> str:
    """Return the message about a root that is not that of an events file; empty for a good one.

    Args:
        root: root node of the document, a mapping or a text.

    Example:
        >>> from dashboard.reading.document import read_document
        >>> other_shape(read_document("date;title", "a.csv").root)[:24]
        'this looks like a table:'
    """
    if isinstance(root, TextNode):
        if _TABLE.match(root.text):
            return f"this looks like a table: {IMPORT}, {_ROW}"
        return 'an events file is a list of events: begin each with "- date: …" on its own line'
    if not isinstance(root, MapNode) or _is_timelinejs(root):
        return f"these are events of TimelineJS: {IMPORT}"
    if {"date", "title"} <= root.entries.keys() and not root.has("events"):
        if isinstance(root.spot("date"), ListNode):
            return f"these are the columns of a table: {IMPORT}"
        return f"these are the keys of one event: {_ITEMS}"
    return ""


def is_record_by_id(node: Node) -> bool:
    """Whether a value of an unknown key of a file is an event, whose id the key would be."""
    return isinstance(node, MapNode) and not {"date", "title"}.isdisjoint(node.entries)


def _is_timelinejs(root: MapNode) -> bool:
    events = root.spot("events")
    first = events.items[0] if isinstance(events, ListNode) and events.items else root
    return (
        isinstance(first, MapNode)
        and isinstance(first.spot("start_date"), MapNode)
        and ("start_date" in first.entries)
    )
