"""Links within the page and to other sites; each link of the page leads to a selection."""

from __future__ import annotations

from dashboard.page.h import Markup, h


def link(query: str, *label: object, **attributes: object) -> Markup:
    """Return a link to a selection, which the page follows without loading again.

    >>> link("country=JPN", "Japan")
    ['a', {'href': '?country=JPN'}, ['Japan']]
    """
    return h.a(*label, href=f"?{query}", **attributes)


def outside_link(url: str, label: str) -> Markup:
    """Return a link to another site, which receives no information about this page."""
    return h.a(h.bdi(label), href=url, target="_blank", rel="noopener noreferrer")
