"""The views of the relations and of their changes, each computed by the module of its name.

They are the rows of ``RELATIONS`` and of ``CHANGES``.
"""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from dashboard.query.selection import CHANGES, RELATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dashboard.analysis.relations.question import Question

COMPUTE: Mapping[str, Callable[[Question], Any]] = MappingProxyType(
    {name: import_module(f"{__package__}.{name}").compute for name in (*RELATIONS, *CHANGES)}
)
"""The function that computes the specification of each view."""
