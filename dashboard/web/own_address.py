"""The address by which other computers reach a server that is bound to all addresses."""

from __future__ import annotations

import socket

WILDCARDS = frozenset({"0.0.0.0", "::", ""})
"""Hosts that bind all addresses of a machine; none of them can be opened in a browser."""
_ELSEWHERE = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "2001:db8::1"}
"""Addresses for documentation, which no machine has; nothing is sent to them."""


def own_address(host: str) -> str:
    """Return the address of this machine in its network, for a host that binds all addresses.

    >>> own_address("192.0.2.7")
    '192.0.2.7'

    Args:
        host: the bound address. Other hosts than ``WILDCARDS`` are returned as they are, and so
            is a wildcard on a machine without a network.
    """
    if host not in WILDCARDS:
        return host
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as route:
        try:
            # A datagram socket only looks up the route: no packet leaves the machine.
            route.connect((_ELSEWHERE[family], 9))
            return str(route.getsockname()[0])
        except OSError:
            return host
