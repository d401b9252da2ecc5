"""The address by which others reach a server that is bound to all addresses."""

from __future__ import annotations

import socket

import pytest

from dashboard.web.own_address import WILDCARDS, own_address


@pytest.mark.parametrize("host", ["127.0.0.1", "192.0.2.7", "2001:db8::7", "timeline.example"])
def test_an_address_is_itself(host: str) -> None:
    assert own_address(host) == host


def test_a_wildcard_is_an_address_of_this_machine() -> None:
    found = own_address("0.0.0.0")
    assert found in WILDCARDS or socket.inet_aton(found)


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_without_a_network_the_wildcard_stays(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(*_: object) -> None:
        raise OSError("network is unreachable")

    monkeypatch.setattr(socket.socket, "connect", unreachable)
    assert own_address(host) == host
