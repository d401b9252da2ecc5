"""Texts that used to stop the server, tried on a real one: ``python -m tests.trials.slow_texts``.

Each trial is a file that is saved while it is served, or a request. The table prints the seconds
until the answer, the CPU seconds of the server (which other work on the machine does not change),
the slowest answer of ``/healthz`` meanwhile, and the memory of the server afterwards.
"""

from __future__ import annotations

import json
import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from dashboard.app import create_app
from tests.callback_payloads import PATH, payloads_of
from tests.web.running import Running, memory, running

EVENT = "- {date: 2023, title: T, actors: [Japan]"
GOOD = f"{EVENT}}}\n"
MARKS = "\u0301\u0316"


def listed(count: int) -> str:
    return ", ".join(f"{{id: a{number}, kind: person}}" for number in range(count))


def names(start: int, stop: int) -> str:
    return ", ".join(f"a{number}" for number in range(start, stop))


def many(count: int, more: str) -> str:
    """So many events, each with something of its own in it."""
    return "".join(f"{EVENT}, {more.replace('#', f'{number:x}')}}}\n" for number in range(count))


def crowd(count: int, acting: int) -> str:
    """One event in which some act on all the others."""
    targets = f", targets: [{names(acting, count)}]" if acting < count else ""
    event = f"- {{date: 2023, title: T, actors: [{names(0, acting)}]{targets}}}"
    return f"actors: [{listed(count)}]\nevents:\n{event}\n"


FILES = {
    "score of 100,000 digits": f"{EVENT}, score: {'1' * 100_000}x}}",
    "title of 100,000 spaces": f'- {{date: 2023, actors: [Japan], title: "a{" " * 100_000}b"}}',
    "a, 20,000 spaces, b\\u00adc": f'{EVENT}, place: A, tags: ["a{" " * 20_000}b\\u00adc"]}}',
    "the same as a title": f'- {{date: 2023, actors: Japan, title: "a{" " * 20_000}\\u00adc"}}',
    "title of 100,000 accents": f'- {{date: 2023, actors: [Japan], title: "a{MARKS * 50_000}"}}',
    "name of 250,000 signs": f"- {{date: 2023, title: T, actors: ['a{'+' * 250_000}b']}}",
    "host of 100,000 letters": f"{EVENT}, sources: [{'a.' * 50_000}/]}}",
    "date of 100,000 digits": f"{EVENT}, known: {'1' * 100_000}}}",
    "zone of 100,000 letters": f"{EVENT}, tz: {'A' * 100_000}}}",
    "100 kB title, 1 MB text": f"- {{date: 2023, title: {'word ' * 20_000}x, actors: [Japan], "
    f"description: {'word ' * 200_000}x}}",
    "alias of 5 kB twice": f"actors: [{{id: a, kind: person, aliases: [{'x' * 5_000}]}}, "
    f"{{id: b, kind: person, aliases: [{'x' * 5_000}]}}]",
    "2,000 misspelt zones": many(2_000, "tz: Asia/Seou#"),
    "20,000 unknown types": many(20_000, "type: visi#"),
    "20,000 unknown keys": many(20_000, "titl#: 1"),
    "20,000 unknown actors": many(20_000, "targets: [Japa#]"),
    "1,000,000 actors": f"- {{date: 2023, title: T, actors: [{'x,' * 1_000_000}]}}",
    "1,000,000 aliases": f"actors: [{{id: a, kind: person, aliases: [{'x,' * 1_000_000}]}}]",
    "10,000 claims": f"{EVENT}, claims: [{'{by: Japan, stance: denies},' * 10_000}]}}",
    "2,000 actors in one event": crowd(2_000, 2_000),
    "1,000 actors on 1,000": crowd(2_000, 1_000),
    "200 actors on 200": crowd(400, 200),
    "30,000 actors of one name": "actors:\n"
    + "".join(f"- {{id: a{number}, kind: person, aliases: [x]}}\n" for number in range(30_000)),
}
"""Files by what is odd in them; all but the titles and the texts are refused with the reason."""

REQUESTS = {
    "country=a+…+b, 250,000": f"/api/events?country=a{'+' * 249_000}b",
    "country=a%2B…b, 80,000": f"/api/events?country=a{'%2B' * 80_000}b",
    "within= of 4,301 digits": f"/api/events?within={'1' * 4_301}",
    "text= of 5,000 words": f"/api/events?text={'+'.join(map(str, range(5_000)))}",
    "10,000 countries": "/api/events?" + "&".join(f"country=x{n}" for n in range(10_000)),
    "event= of 100,000 letters": f"/api/events?event={'a' * 100_000}",
    "a parameter of 100,000": f"/api/events?{'a' * 100_000}=1",
}


@contextmanager
def watched(server: Running) -> Iterator[list[float]]:
    """Ask for ``/healthz`` again and again; the list fills with the seconds of each answer."""
    waits: list[float] = []
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            begun = time.perf_counter()
            server.ask("GET", "/healthz")
            waits.append(time.perf_counter() - begun)
            done.wait(0.05)

    thread = threading.Thread(target=ask)
    thread.start()
    try:
        yield waits
    finally:
        done.set()
        thread.join()


def cpu(server: Running) -> float:
    """The CPU seconds that the server has used."""
    fields = Path(f"/proc/{server.pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def try_out(server: Running, name: str, trial: Callable[[], str]) -> None:
    with watched(server) as waits:
        begun, used = time.perf_counter(), cpu(server)
        result = trial()
        taken, used = time.perf_counter() - begun, cpu(server) - used
    slowest = max(waits, default=0.0)
    numbers = f"{taken:8.2f}{used:6.2f}{slowest:9.2f}{memory(server.pid):6}"
    print(f"{name:27}{numbers}  {result}", flush=True)


def save(server: Running, text: str) -> str:
    """Save a file and ask until the server has looked at it."""
    before = server.ask("GET", "/api/revision").json
    server.file.write_text(text, "utf-8")
    deadline = time.monotonic() + 300
    while server.ask("GET", "/api/revision").json == before and time.monotonic() < deadline:
        time.sleep(0.02)
    found = server.ask("GET", "/api/problems").json["problems"]
    errors = [problem for problem in found if problem["severity"] == "error"]
    return f"{errors[0]['code']}: {errors[0]['message'][:70]}" if errors else "taken"


def ask(server: Running, path: str) -> str:
    answer = server.ask("GET", path)
    reason = answer.json["error"][:60] if answer.status == 400 else f"{len(answer.body)} bytes"
    return f"{answer.status} {reason}"


def page(server: Running, query: str) -> str:
    """Ask what the page asks for a link: its filters."""
    address = {"address": {"query": query}}
    (asked,) = payloads_of(create_app(server.file), address, "country-filter.value")
    headers = {"Content-Type": "application/json"}
    answer = server.ask("POST", PATH, headers, json.dumps(asked).encode())
    return f"{answer.status} {len(answer.body)} bytes"


def names_of_150_kb(server: Running) -> str:
    sizes = []
    for number in range(401):
        if number % 200 == 0:
            sizes.append(memory(server.pid))
        server.ask("GET", f"/api/events?country={number}{'x' * 150_000}")
    return " → ".join(f"{size} MB" for size in sizes)


def main() -> None:
    print(f"{'trial':27}{'seconds':>8}{'CPU':>6}{'/healthz':>9}{'MB':>6}  result")
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as server:
        for name, text in FILES.items():
            save(server, GOOD)
            try_out(server, name, partial(save, server, text))
        save(server, crowd(201, 200))
        for path in ("/api/relations", "/api/measures/dyads.csv", "/api/measures/triads.csv"):
            try_out(server, path[4:], partial(ask, server, path))
        for name, path in REQUESTS.items():
            try_out(server, name, partial(ask, server, path))
        query = f"?country=a{'+' * 249_000}b"
        try_out(server, "the same on the page", partial(page, server, query))
        try_out(server, "400 names of 150 kB", partial(names_of_150_kb, server))


if __name__ == "__main__":
    main()
