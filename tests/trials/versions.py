"""Versions of an events file, and what a server answers on each, found out in a process apart."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dashboard.app import create_app
from dashboard.page.controls import CONTROLS, to_controls
from dashboard.query.selection import Selection
from tests.callback_payloads import PATH, SENT, payloads_of
from tests.examples import shipped

if TYPE_CHECKING:
    from pathlib import Path

MANY = 24
_COUNTRIES = ("Japan", "Russia", "South Korea", "North Korea", "United States", "China", "Norway")


def _callback(wanted: str, values: dict[str, Any]) -> tuple[str, str, str]:
    """The request by which the page calls a callback."""
    (payload,) = payloads_of(_ANY_APP, values, wanted)
    return "POST", PATH, json.dumps(payload)


_ANY_APP = create_app()
_CHOSEN = to_controls(Selection(), shipped())
_CONTROLS = {id_: _CHOSEN[name] for name, (id_, _) in CONTROLS.items()}
ASKED: dict[str, tuple[str, str, str]] = {
    "events": ("GET", "/api/events", ""),
    "revision": ("GET", "/api/revision", ""),
    "relations": ("GET", "/api/relations", ""),
    "problems": ("GET", "/api/problems", ""),
    "filtered": ("GET", "/api/events?country=Japan&from=2023-02", ""),
    "charts": _callback(
        "charts.data",
        _CONTROLS | {"viewport": SENT, "revision": "", "relations-view": "network"},
    ),
    "list": _callback(
        "evidence.data", {"shown": "", "revision": "", "list-page": 1, "listed": None}
    ),
}
"""What is asked: method, path and body, by a name."""


@dataclass(frozen=True)
class Version:
    """A good version: its number, its text, and the right answers."""

    number: int
    text: str
    answers: dict[str, bytes]


def versions(folder: Path) -> list[Version]:
    """Make versions that differ in titles, actors and number of events.

    Each is one flow mapping, so that no beginning of it is a good file, too.
    """
    folder.mkdir()
    found = []
    for number in range(MANY):
        text = _text(number)
        file = folder / "events.yaml"
        file.write_text(text, "utf-8")
        client = create_app(file).server.test_client()
        answers = {}
        for name, (method, path, body) in ASKED.items():
            headers = {"Content-Type": "application/json"} if body else {}
            answer = client.open(path, method=method, data=body or None, headers=headers)
            if answer.status_code != 200:
                raise AssertionError(f"{name}: {answer.status_code}")
            answers[name] = answer.data
        found.append(Version(number, text, answers))
    return found


def _text(number: int) -> str:
    events = []
    for k in range(20 + 5 * (number % 7)):
        actor, target = (_COUNTRIES[(k * step + number) % 7] for step in (1, 3))
        title = f"Event {k} of version {number}"
        date = f"2023-{k % 12 + 1:02d}-{k % 28 + 1:02d}"
        targets = "" if actor == target else f", targets: [{target}]"
        events.append(
            f"  {{date: {date}, title: {title}, type: condemn, actors: [{actor}]{targets},"
            f" sources: ['https://example.org/{number}/{k}']}}"
        )
    return "{events: [\n" + ",\n".join(events) + "\n]}\n"
