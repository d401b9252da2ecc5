"""Choices: the words that a parameter of the URL may have, some with their labels on the page."""

from __future__ import annotations

from types import MappingProxyType

MATCHES = MappingProxyType({"any": "any", "all": "all of them"})
LANES = MappingProxyType(
    {"country": "Country", "actor": "Actor", "type": "Type", "status": "Status"}
)
AXES = MappingProxyType({"events": "By events", "even": "Even"})
OTHERS = ("folded", "open")
LINKS = ("chain", "all")
NODES = MappingProxyType({"country": "Countries", "actor": "Actors"})
MANY_NODES = 20
"""Number of related actors from which upward the matrix is the first view of the relations."""
EMBEDDED = ("timeline", "relations", "both")
RELATIONS = MappingProxyType(
    {
        "network": "Network",
        "matrix": "Matrix",
        "over_time": "Over time",
        "measures": "Measures",
        "sequences": "Sequences",
    }
)
CHANGES = MappingProxyType({"before_after": "Before and after", "aligned": "Aligned"})
