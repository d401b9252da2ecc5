"""The views of the relations: each row of ``RELATIONS`` is computed by the module of its name."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from dashboard.query.selection import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dashboard.analysis.relations.question import Question

COMPUTE: Mapping[str, Callable[[Question], Any]] = MappingProxyType(
    {name: import_module(f"{__package__}.{name}").compute for name in RELATIONS}
)
"""The function that computes the specification of each view."""
