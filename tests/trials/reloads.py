"""Reloads: `python -m tests.trials.reloads` saves a file of 20,000 events 200 times.

After each save the running server answers as for an open page: revision, charts, strip, list and
card. Prints the memory of the server; it must be flat within 10 % after the first ten saves.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from dashboard.app import create_app
from tests.benchmarks.budgets import generated_yaml
from tests.callback_payloads import PATH
from tests.trials.malformed_callbacks import payloads, tabulated
from tests.web.running import Running, memory, running

SAVES, EVENTS, SETTLED = 200, 20_000, 10
HEADERS: dict[str, str | None] = {"Content-Type": "application/json"}


def main() -> int:
    """Prints the memory every twenty saves; exit code 1 if it is not flat."""
    text = generated_yaml(EVENTS)
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as server:
        first = text.index("title: ") + len("title: ")
        page = [json.dumps(each).encode() for each in page_requests(server)]
        seen = []
        for number in range(1, SAVES + 1):
            server.file.write_text(f"{text[:first]}Saved {number:03} times{text[first:]}", "utf-8")
            await_title(server, f"Saved {number:03} times")
            for body in page:
                answer = server.ask("POST", PATH, HEADERS, body)
                assert answer.status in (200, 204), answer.body[:200]
            seen.append(memory(server.pid))
            if number == SETTLED or number % 20 == 0:
                print(f"{number:4} saves {seen[-1]:6} MB", flush=True)
    settled = seen[SETTLED:]
    spread = (max(settled) - min(settled)) / min(settled)
    print(f"from {min(settled)} to {max(settled)} MB after {SETTLED} saves: {spread:.1%}")
    return int(spread > 0.1)


def page_requests(server: Running) -> list[dict[str, object]]:
    """The requests of an open page, as the trial of malformed callbacks builds them."""
    return list(payloads(create_app(server.file), tabulated(server.file)))


def await_title(server: Running, title: str) -> None:
    """Waits until the server has read the version with a title."""
    while title.encode() not in server.ask("GET", f"/api/events?text={title.split()[1]}").body:
        time.sleep(0.05)


if __name__ == "__main__":
    sys.exit(main())
