"""What can happen to a file while it is served: good saves of many kinds, and everything else."""

from __future__ import annotations

import collections
import json
import os
import random
import shutil
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dashboard.model.problems import Problem
from dashboard.reading.book import read_book
from dashboard.reading.decoding import decode
from dashboard.reading.emptied import emptied
from dashboard.reading.watched import read_bytes, revision_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.trials.versions import Version

GOOD = ("in place", "in pieces", "renamed", "put back in time", "by link")
BAD = (
    *("empty", "empty", "empty", "comments", "zeros", "broken", "cut off"),
    *("deleted", "folder", "pipe", "no rights", "loose link", "device"),
)
"""What is no good version; an empty file is the commonest."""
COMMENTS = "# Only the head of the file is left.\n"


@dataclass
class State:
    """A state of the file.

    Attributes:
        kind: one of ``GOOD`` or ``BAD``.
        shown: the versions that may be shown in it.
        before: those that may be shown while it is made, when half of a file may be there.
        problems: of a bad state; ``None`` where they are not foreseen.
        made: when its making was over.
    """

    kind: str
    shown: tuple[Version, ...]
    before: tuple[Version, ...] = ()
    problems: tuple[Problem, ...] | None = ()
    made: float = field(default=float("inf"))

    def made_before(self, then: float) -> bool:
        """Whether the making of this state was over at a time."""
        return self.made <= then

    def explains(self, name: str, body: bytes) -> bool:
        """Whether an answer about the problems or the revision is that of this bad state."""
        if self.problems is None:
            return True
        found = json.loads(body)
        if not self.problems or found["good"]:
            return False
        if name == "revision":
            return found["revision"] in {revision_of(v.text, self.problems) for v in self.shown}
        return bool(found["problems"] == [problem.as_dict() for problem in self.problems])


class Faults:
    """The file's fate: random, but the same for a seed."""

    def __init__(self, file: Path, known: list[Version], seed: int) -> None:
        self.file = file
        self.known = known
        self.chance = random.Random(seed)
        self.counts: collections.Counter[str] = collections.Counter()
        self.state = State("in place", (known[0],))
        self.elsewhere = file.parent / "elsewhere.yaml"

    def first(self) -> State:
        """Make the first state, which is good."""
        self.file.parent.mkdir()
        self.file.write_text(self.known[0].text, "utf-8")
        self.state.made = time.monotonic()
        return self.state

    def change(self, begin: Callable[[State], None], seen: Callable[[Version], None]) -> None:
        """Change the file, and leave it so for a moment.

        Args:
            begin: is called with the state before its making.
            seen: is called after most good ones; returns when the version is shown.
        """
        kind = self.chance.choice(GOOD if self.chance.random() < 0.5 else BAD)
        self.counts[kind] += 1
        if kind in GOOD:
            version = self.chance.choice(self.known)
            state = State(kind, (version,), self.state.shown)
            begin(state)
            self._good(kind, version.text)
            state.made = time.monotonic()
            if self.chance.random() < 0.7:
                seen(version)
                self.state = state
            else:
                # Nobody may have looked at it before the next change.
                self.state = State(kind, (*self.state.shown, version))
        else:
            state = State(kind, self.state.shown)
            state.problems = self._foreseen(kind)
            begin(state)
            self._bad(kind)
            state.made = time.monotonic()
            self.state = State(kind, state.shown)
        time.sleep(self.chance.choice((0.0, 0.02, 0.1, 0.3, 0.6)))

    def _good(self, kind: str, text: str) -> None:
        path = self.file
        if kind == "by link":
            self.elsewhere.write_text(text, "utf-8")
            self._clear()
            path.symlink_to(self.elsewhere.name)
            return
        if not path.is_file() or path.is_symlink() or kind == "renamed":
            other = path.with_name("new.yaml")
            other.write_text(text, "utf-8")
            self._clear(unless_file=True)
            other.replace(path)
        elif kind == "in pieces":
            path.chmod(0o644)
            with path.open("w", encoding="utf-8") as file:
                for start in range(0, len(text), 1500):
                    file.write(text[start : start + 1500])
                    file.flush()
                    time.sleep(0.005)
        else:
            path.chmod(0o644)
            path.write_text(text, "utf-8")
        if kind == "put back in time":
            then = self.chance.choice((0, 1_000_000_000, 4_000_000_000))
            os.utime(path, (then, then))

    def _broken_text(self, kind: str) -> bytes:
        text = self.state.shown[-1].text
        return {
            "broken": text.replace("actors: [", "actors: [Koria, ", 1).encode(),
            "cut off": text[: len(text) // 2].encode(),
            "empty": b"",
            "comments": COMMENTS.encode(),
            "zeros": b"\0" * 4096,
        }[kind]

    def _bad(self, kind: str) -> None:
        path = self.file
        if kind in ("broken", "cut off", "empty", "comments", "zeros"):
            data = self._broken_text(kind)
            if not path.is_file() or path.is_symlink():
                other = path.with_name("new.yaml")
                other.write_bytes(data)
                self._clear()
                other.replace(path)
            else:
                path.chmod(0o644)
                path.write_bytes(data)
            return
        if kind == "no rights":
            if path.is_file() and not path.is_symlink():
                path.chmod(0)
            return
        self._clear()
        if kind == "folder":
            path.mkdir()
        elif kind == "pipe":
            os.mkfifo(path)
        elif kind in ("loose link", "device"):
            path.symlink_to("nowhere" if kind == "loose link" else "/dev/zero")

    def _foreseen(self, kind: str) -> tuple[Problem, ...] | None:
        """The problems that a state will have."""
        name = self.file.name
        if kind == "no rights":  # root may read it nevertheless
            return None
        if kind in ("empty", "comments"):
            text = self._broken_text(kind).decode()
            return (emptied(text, name),)
        if kind in ("broken", "cut off", "zeros"):
            found = decode(self._broken_text(kind), name)
            return (found,) if isinstance(found, Problem) else read_book(found, name).problems
        apart = self.file.parent / "apart" / name
        real, self.file = self.file, apart
        try:
            apart.parent.mkdir(exist_ok=True)
            apart.touch()
            self._bad(kind)
            data = read_bytes(apart, name)
        finally:
            self.file = real
            shutil.rmtree(apart.parent)
        return (data,) if isinstance(data, Problem) else ()

    def _clear(self, *, unless_file: bool = False) -> None:
        """Take away whatever is there; a file may stay to be replaced."""
        path = self.file
        if path.is_symlink() or not path.is_dir():
            if not (unless_file and path.is_file() and not path.is_symlink()):
                path.unlink(missing_ok=True)
        else:
            path.rmdir()
