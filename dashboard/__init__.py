"""Geopolitical events in a YAML file become a timeline and an actor-relationship chart.

>>> from dashboard import Selection, load
>>> tables = load("events.yaml")
>>> Selection.of(tables, country=["Japan", "South Korea"], match="all").describe(tables)
'8 of 30 events · Japan and South Korea · Aug 2023 – Jul 2025'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.analysis.dataset import Dataset
    from dashboard.library import (
        EventsFileError,
        aligned,
        before_after,
        export,
        load,
        matrix,
        measures,
        network,
        over_time,
        overview,
        relations_figure,
        sequences,
        timeline,
        timeline_figure,
    )
    from dashboard.query.filter import SelectionError
    from dashboard.query.selection import Selection

__version__ = "0.2.0"
__all__ = [
    "Dataset",
    "EventsFileError",
    "Selection",
    "SelectionError",
    "aligned",
    "before_after",
    "export",
    "load",
    "matrix",
    "measures",
    "network",
    "over_time",
    "overview",
    "relations_figure",
    "sequences",
    "timeline",
    "timeline_figure",
]
_HOMES = {
    "Dataset": "dashboard.analysis.dataset",
    "Selection": "dashboard.query.selection",
    "SelectionError": "dashboard.query.filter",
}
"""Modules of the names that are not in ``dashboard.library``."""


def __getattr__(name: str) -> object:
    """Import a public name at its first use, so that commands without figures start at once."""
    from importlib import import_module

    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "dashboard.library")), name)
