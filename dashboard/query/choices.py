"""Choices: the words that a parameter of the URL may have, some with their labels on the page."""

from __future__ import annotations

from types import MappingProxyType

MATCHES = ("any", "all")
LANES = MappingProxyType(
    {"country": "Country", "actor": "Actor", "type": "Type", "status": "Status"}
)
OTHERS = ("folded", "open")
LINKS = ("chain", "all")
NODES = MappingProxyType({"country": "Countries", "actor": "Actors"})
RELATIONS = MappingProxyType(
    {
        "network": "Network",
        "matrix": "Matrix",
        "over_time": "Over time",
        "measures": "Measures",
        "sequences": "Sequences",
    }
)
