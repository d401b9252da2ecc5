"""Undo and redo: the versions of a file before and after each save of a run.

A version is a copy in the cache folder, or in memory if nothing may be written there. A save can be
undone while the file is as the last save, undo or redo left it.
"""

from __future__ import annotations

import contextlib
import threading
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dashboard.model.limits import MOST_STEP_BYTES, MOST_STEPS
from dashboard.writing.errors import ConflictError, StoreError

if TYPE_CHECKING:
    from pathlib import Path

    from dashboard.writing.store import EventsFile, Saved


@dataclass(frozen=True, slots=True)
class Step:
    """A step from one version of the file to another, backward or forward.

    Attributes:
        start: revision that the file must have.
        end: revision that the file gets.
        event: id of the edited event.
        copy: bytes of the version to restore: a file, or compressed.
        size: number of bytes that the copy takes.
    """

    start: str
    end: str
    event: str
    copy: Path | bytes = field(repr=False)
    size: int


class History:
    """The steps of one file. Safe to use from several threads."""

    def __init__(
        self, file: EventsFile, most: int = MOST_STEPS, most_bytes: int = MOST_STEP_BYTES
    ) -> None:
        """Begin without steps.

        Args:
            file: the edited file.
            most: largest number of saves that can be undone.
            most_bytes: largest size of all versions; the latest is kept whatever its size.
        """
        self._file = file
        self._most, self._most_bytes = most, most_bytes
        self._steps: dict[str, list[Step]] = {"undo": [], "redo": []}
        self._lock = threading.RLock()

    def add(self, saved: Saved) -> None:
        """Keep the version before a save; what was undone before it cannot be redone any more."""
        if saved.edited.new == saved.edited.old:
            return
        with self._lock:
            self._clear(self._steps["redo"])
            done = self._steps["undo"]
            if done and done[-1].start != saved.before.revision:
                self._clear(done)
            event = saved.edited.event_id
            done.append(self._step(saved.revision, saved.before.revision, event, saved.before.data))
            while len(done) > 1 and (
                len(done) > self._most or sum(step.size for step in done) > self._most_bytes
            ):
                self._remove(done.pop(0))

    def take(self, kind: str, revision: str) -> Step | None:
        """Undo the last save, or redo the last undo; return the step, ``None`` if there is none.

        Args:
            kind: ``undo`` or ``redo``.
            revision: revision of the file that the caller read.

        Raises:
            ConflictError: the file has changed since the caller read it, or since the last save.
            StoreError: the file cannot be written, or the copy is gone.
        """
        with self._lock:
            steps, others = self._steps[kind], self._steps["redo" if kind == "undo" else "undo"]
            now = self._file.read()
            if now.revision != revision or (steps and steps[-1].start != revision):
                raise ConflictError(self._file.name, now.text, now.revision)
            if not steps:
                return None
            step = steps[-1]
            old = self._file.restore(revision, self._data(step))
            others.append(self._step(step.end, step.start, step.event, old.data))
            self._remove(steps.pop())
            return step

    def events(self, kind: str, revision: str) -> list[str]:
        """Return the edited events of the steps that are possible now, the next step last."""
        with self._lock:
            steps = self._steps[kind]
            is_possible = bool(steps) and steps[-1].start == revision
            return [step.event for step in steps] if is_possible else []

    def _step(self, start: str, end: str, event: str, data: bytes) -> Step:
        path = self._file.keep_step(data)
        if path is not None:
            return Step(start, end, event, path, len(data))
        packed = zlib.compress(data, 1)
        return Step(start, end, event, packed, len(packed))

    def _data(self, step: Step) -> bytes:
        if isinstance(step.copy, bytes):
            return zlib.decompress(step.copy)
        try:
            return step.copy.read_bytes()
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            message = (
                f"the version from before is gone ({step.copy}: {reason}): undo it in the file"
            )
            raise StoreError(message) from error

    def _clear(self, steps: list[Step]) -> None:
        while steps:
            self._remove(steps.pop())

    def _remove(self, step: Step) -> None:
        """Remove the copy of a removed step, unless another step needs the same file."""
        needed = {each.copy for steps in self._steps.values() for each in steps}
        if not isinstance(step.copy, bytes) and step.copy not in needed:
            with contextlib.suppress(OSError):
                step.copy.unlink()
