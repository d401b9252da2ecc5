"""Malformed callbacks: `python -m tests.trials.malformed_callbacks` posts them to a server.

The payload of each callback of the page is changed in one part at a time: each value is replaced by
many others, each key is left out or doubled. There are also bodies that are no such JSON at all.
None of them may be answered by 500 or leave a traceback in the log.
"""

from __future__ import annotations

import copy
import http.client
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from dash import Dash

from dashboard.app import create_app
from dashboard.page.controls import CONTROLS, to_controls
from dashboard.query.selection import LANES, NODES, RELATIONS, Selection
from dashboard.query.tables import Tables
from dashboard.query.tabulate import tabulate
from dashboard.reading.book import read_book
from tests.callback_payloads import PATH, SENT, payloads_of
from tests.web.running import running

JSON = "application/json"
QUERY = (
    "country=Japan&country=Russia&match=all&type=visit&status=alleged&text=two+words&actor=JPN"
    "&dyad=RUS:JPN&from=2023-10&to=2023-11&event=one&pin=JPN&as_known_on=2024&after=RUS&within=7"
    "&nonsense=1"
)
VIEWS = (
    *(f"&nodes={nodes}&relations={view}" for view in RELATIONS for nodes in NODES),
    *(f"&lanes={lanes}&others=open&links=all" for lanes in LANES),
)
"""What is added to the query for the callback that draws the charts."""
NESTED: Any = "x"
for _ in range(40):
    NESTED = [NESTED]
WRONG: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 7, 2**63, -(10**400), 1.5, 1e308, -1e308),
    *(float("nan"), float("inf"), float("-inf")),
    *("", "x", "..", "\x00", "\ud800", "é" * 5_000, "2023-10", "country=JPN", "..a.b...c.d.."),
    *([], [[]], ["a", "b"], [None, None], [1, 2, 3], [[["x"]]], [{}], [float("nan"), 0]),
    *({}, {"a": 1}, {"id": "x", "property": "y"}, {"query": 1}, {"width": "x"}, {"": {"": []}}),
    NESTED,
)
BODIES: tuple[bytes, ...] = (
    *(b"", b"null", b"true", b"0", b'"x"', b"[]", b"{}", b"{", b"}", b"[" * 200_000, b"nul"),
    *(
        b"NaN",
        b"\xff\xfe",
        b'{"output": "\xff"}',
        b"\x00",
        b"a=b",
        b"1" * 5_000,
        b'{"output": 1e999}',
    ),
    *(b'{"a":' * 30_000, b'[{"a":' * 900 + b"1" + b"}]" * 900, b'"\\ud800"', b"\xef\xbb\xbf{}"),
    *(b'{"output": {}, "output": []}', b'{"output": "x"}', "{}".encode("utf-16"), b"x" * 250_000),
)


def payloads(app: Dash, tables: Tables) -> Iterator[dict[str, Any]]:
    """What the page posts for each of its callbacks, with a value in every part."""
    yield from payloads_for(QUERY, app, tables)


def views(app: Dash, tables: Tables) -> Iterator[dict[str, Any]]:
    """What the page posts to draw the charts in each of its ways."""
    for view in VIEWS:
        yield from payloads_for(QUERY + view, app, tables, "charts.data")


def payloads_for(
    query: str, app: Dash, tables: Tables, wanted: str = ""
) -> Iterator[dict[str, Any]]:
    selection = Selection.from_query(query, tables, strict=False)
    chosen = to_controls(selection, tables)
    values = {id_: chosen[name] for name, (id_, _) in CONTROLS.items()}
    values |= {
        "address": {"query": query},
        "viewport": SENT,
        **{"revision": "0123456789abcdef", "shown": query, "listed": query, "list-page": 2},
    }
    for payload in payloads_of(app, values, wanted):
        last = payload["inputs"][-1]
        changed = [f"{last['id']}.{last['property']}"]
        yield {**payload, "changedPropIds": changed, "parsedChangedPropsIds": changed}


def changed(payload: dict[str, Any], only: str = "") -> Iterator[bytes]:
    """Bodies that differ from a payload in one part, or in one whose path has the key ``only``."""
    payload = json.loads(json.dumps(payload))
    for path in paths(payload):
        if only and only not in path:
            continue
        for value in WRONG:
            yield body(payload, path, partial(replace, value))
        yield body(payload, path, leave_out)
        yield body(payload, path, double)


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if not isinstance(value, dict | list):
        return
    for key in value if isinstance(value, dict) else range(len(value)):
        yield (*path, key)
        yield from paths(value[key], (*path, key))


def body(payload: Any, path: tuple[Any, ...], change: Callable[[Any, Any], object]) -> bytes:
    whole = copy.deepcopy(payload)
    around = whole
    for key in path[:-1]:
        around = around[key]
    change(around, path[-1])
    return json.dumps(whole).encode()


def replace(value: Any, around: Any, key: Any) -> None:
    around[key] = value


def leave_out(around: Any, key: Any) -> None:
    around.pop(key)


def double(around: Any, key: Any) -> None:
    if isinstance(around, list):
        around.insert(key, around[key])
    else:
        around[f"{key}-too"] = around[key]


def main() -> int:
    """Prints how many bodies were answered by which status; 1 where one was 500 or logged."""
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as server:
        app, tables = create_app(server.file), tabulated(server.file)
        connection = http.client.HTTPConnection(server.host, server.port, timeout=60)

        def post(sent: bytes, kind: str = JSON) -> int:
            connection.request("POST", PATH, sent, {"Content-Type": kind})
            answer = connection.getresponse()
            answer.read()
            return answer.status

        for payload in payloads(app, tables):
            assert post(json.dumps(payload).encode()) == 200, payload["output"]
            counts.update(f"{post(sent)}" for sent in changed(payload))
            for kind in ("text/plain", "", "application/x-www-form-urlencoded", "x"):
                counts[f"{post(json.dumps(payload).encode(), kind)}"] += 1
        for payload in views(app, tables):
            assert post(json.dumps(payload).encode()) == 200, payload["output"]
            counts.update(f"{post(sent)}" for sent in islice(changed(payload, "value"), 0, None, 5))
        counts.update(f"{post(sent)}" for sent in BODIES)
        connection.close()
        log = server.logged()
    print("status   bodies")
    for status, count in sorted(counts.items()):
        print(f"{status:6} {count:8,}")
    tracebacks = log.count("Traceback")
    print(f"{sum(counts.values()):,} bodies, {tracebacks} tracebacks, {len(log):,} bytes of log")
    is_bad = tracebacks or any(status.startswith("5") for status in counts)
    if is_bad:
        print(log[-4_000:])
    return int(bool(is_bad))


def tabulated(file: Path) -> Tables:
    book = read_book(file.read_text("utf-8")).book
    assert book is not None
    return tabulate(book)


if __name__ == "__main__":
    sys.exit(main())
