"""Change the file of a running server in every way that goes wrong, and check each answer.

``python -m tests.trials.fault_run --seconds 180 --server gunicorn`` prints what it counted, and
exits 1 if an answer was wrong, stale, empty or a server error. It runs on a copy of its own.
"""

from __future__ import annotations

import argparse
import bisect
import collections
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.trials.file_faults import Faults, State
from tests.trials.versions import ASKED, Version, versions
from tests.web.running import Running, gunicorn, memory, waitress

SERVERS = {"waitress": waitress, "gunicorn": gunicorn}
COUNTED = ("5xx", "wrong", "stale", "empty", "failed", "asked in vain")


@dataclass
class History:
    """The states of the file, each with the time when its making began and when it was over."""

    began: list[float] = field(default_factory=list)
    states: list[State] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def begin(self, state: State) -> None:
        with self.lock:
            self.began.append(time.monotonic())
            self.states.append(state)

    def during(self, start: float, end: float) -> list[State]:
        """The states that the file may have had between two times, its changes included."""
        with self.lock:
            first = max(bisect.bisect_right(self.began, start) - 1, 0)
            if first and not self.states[first].made_before(start):
                first -= 1
            return self.states[first : bisect.bisect_right(self.began, end)]


@dataclass
class Run:
    """One run: its server, its history, what was counted."""

    server: Running
    history: History
    known: list[Version]
    counts: collections.Counter[str] = field(default_factory=collections.Counter)
    examples: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def ask(self, name: str) -> tuple[int, bytes]:
        method, path, body = ASKED[name]
        answer = self.server.ask(method, path, {"Content-Type": "application/json"}, body.encode())
        return answer.status, answer.body

    def client(self, offset: int) -> None:
        """Ask in turn for everything, and judge the answers, until the run is over."""
        names = list(ASKED)
        while not self.over.is_set():
            offset += 1
            name = names[offset % len(names)]
            start = time.monotonic()
            try:
                status, body = self.ask(name)
            except OSError as error:
                self.note("failed", f"{name}: {error!r}")
                continue
            self.judge(name, status, body, start)

    def judge(self, name: str, status: int, body: bytes, start: float) -> None:
        self.counts["answers"] += 1
        states = self.history.during(start, time.monotonic())
        shown = [version for state in states for version in state.shown]
        for state in states:
            if not state.made_before(start):
                shown += state.before
        allowed = {version.number for version in shown}
        told = f"{name}: in {[state.kind for state in states]}, allowed {sorted(allowed)}"
        has_problems = name in ("problems", "revision")
        is_right = any(body == self.known[number].answers[name] for number in allowed)
        if has_problems and status == 200:
            is_right = is_right or any(state.explains(name, body) for state in states)
        if status >= 500:
            self.note("5xx", told)
        elif is_right:
            self.counts["right"] += 1
        elif has_problems and len(states) > 1:
            self.counts["of a moment between"] += 1  # such as half of a file
        elif found := [version.number for version in self.known if body == version.answers[name]]:
            self.note("stale", f"{told}, got {found}")
        else:
            is_empty = name == "events" and b'"total":0' in body.replace(b" ", b"")
            self.note("empty" if is_empty else "wrong", f"{told}: {status} {body[:200]!r}")

    def note(self, what: str, example: str) -> None:
        self.counts[what] += 1
        if len(self.examples) < 20:
            self.examples.append(f"{what}: {example}")

    def await_version(self, version: Version) -> None:
        """Ask until the version is shown, so that it is known to be the last good one."""
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                if self.ask("events")[1] == version.answers["events"]:
                    return
            except OSError:
                continue
        self.note("asked in vain", f"version {version.number} is not shown")


def run(kind: str, seconds: float, clients: int, seed: int) -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        known = versions(folder / "apart")
        file = folder / "served" / "events.yaml"
        faults = Faults(file, known, seed)
        history = History()
        history.begin(faults.first())
        with SERVERS[kind](file) as server:
            trial = Run(server, history, known)
            trial.await_version(known[0])
            begin = memory(server.pid)
            threads = [threading.Thread(target=trial.client, args=[i]) for i in range(clients)]
            for thread in threads:
                thread.start()
            until = time.monotonic() + seconds
            while time.monotonic() < until:
                faults.change(history.begin, trial.await_version)
            trial.over.set()
            for thread in threads:
                thread.join()
            end = memory(server.pid)
        tracebacks = server.logged().count("Traceback")
    print(f"{kind}: {seconds:g} s, {clients} clients, seed {seed}")
    print(f"changes: {sum(faults.counts.values())} ({dict(sorted(faults.counts.items()))})")
    print(f"answers: {trial.counts['answers']}, right {trial.counts['right']}, "
          f"of a moment between {trial.counts['of a moment between']}")  # fmt: skip
    print(", ".join(f"{what} {trial.counts[what]}" for what in COUNTED))
    print(f"tracebacks in the log {tracebacks}; memory {begin} → {end} MB")
    print(*trial.examples, sep="\n")
    return 1 if tracebacks or any(trial.counts[what] for what in COUNTED) else 0


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=180)
    options.add_argument("--clients", type=int, default=6)
    options.add_argument("--server", choices=SERVERS, default="waitress")
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    return run(given.server, given.seconds, given.clients, given.seed)


if __name__ == "__main__":
    sys.exit(main())
