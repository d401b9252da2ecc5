"""Geopolitical events in a YAML file become a timeline and an actor-relationship chart.

from dashboard import load, Selection, timeline_figure, relations_figure

tables = load("events.yaml")
selection = Selection.from_query("country=Japan&country=South Korea&match=all", tables)
timeline_figure(tables, selection).show()
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.library import load, relations_figure, timeline_figure
    from dashboard.query.selection import Selection

__all__ = ["Selection", "load", "relations_figure", "timeline_figure"]

_HOMES = {"Selection": "dashboard.query.selection"}


def __getattr__(name: str) -> object:
    """Load what is asked for when it is, so that commands that need no figures start at once."""
    from importlib import import_module

    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "dashboard.library")), name)
