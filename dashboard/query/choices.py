"""Choices: the words that a parameter of the URL may have, each with its label on the page."""

from __future__ import annotations

from types import MappingProxyType

MATCHES = MappingProxyType({"any": "any of them", "all": "all of them"})
LANES = MappingProxyType(
    {"country": "Country", "actor": "Actor", "type": "Type", "status": "Status"}
)
OTHERS = MappingProxyType(
    {"folded": "lanes beyond the twelfth share one", "open": "each has a lane of its own"}
)
LINKS = MappingProxyType(
    {"chain": "links of the open event and its chain", "all": "links of all events in view"}
)
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
