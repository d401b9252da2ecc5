"""Limits of the copies in the cache folder: their number, size and age.

Last good versions are named by the ``path_digits`` of their events file, backups are in
``backups/NAME-DIGITS``, with the first 12 of these digits, and the versions between the latest
edits in ``steps/NAME-DIGITS``. These go first. No other file is ever removed.
"""

from __future__ import annotations

import contextlib
import re
import time
from typing import TYPE_CHECKING

from dashboard.files.lock import is_held, locked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_FILES = 200
"""Largest number of copies of all events files together; the copies used last are kept."""
MOST_BYTES = 256 * 1024**2
"""Largest size of all copies together, in bytes."""
MOST_DAYS = 180
"""Longest time that a copy is kept after its last use, in days."""
MARK = ".turns"
"""Suffix of the file beside a last good version that is locked while its events file is watched."""
STEPS = "steps"
"""Name of the folder with the versions between the latest edits."""
_LAST_GOOD = re.compile(r"[0-9a-f]{24}\.yaml")
_UNFINISHED = ("tmp*.tmp", ".*.saving")
_DAY = 86_400.0
_WAIT = 1.0
"""Longest wait for another process, in seconds; after it, the next process removes the copies."""


def prune(folder: Path) -> None:
    """Remove the oldest copies beyond the limits, and unfinished files of killed processes.

    The last good version and the newest backup of an events file are kept while a process watches
    the file.

    Args:
        folder: the cache folder.
    """
    with contextlib.suppress(OSError), locked(folder / "all", _WAIT):
        now = time.time()
        _remove_unfinished(folder, now)
        total = 0
        seen: set[Path] = set()
        for number, (changed, size, copy) in enumerate(_copies(folder)):
            is_newest = copy.parent == folder or copy.parent not in seen
            seen.add(copy.parent)
            total += size
            is_old = now - changed > MOST_DAYS * _DAY
            if number < MOST_FILES and total <= MOST_BYTES and not is_old:
                continue
            if not (is_newest and _in_use(folder, copy)):
                total -= size
                _remove(folder, copy)
        _remove_lonely_marks(folder)


def _copies(folder: Path) -> list[tuple[float, int, Path]]:
    """Return time, size and path of all copies, the latest first and steps at the end."""
    copies = []
    for copy in _paths(folder):
        with contextlib.suppress(OSError):  # it is gone already
            status = copy.stat()
            copies.append((status.st_mtime, status.st_size, copy))
    return sorted(copies, key=lambda copy: (not _is_step(copy[2]), copy), reverse=True)


def _paths(folder: Path) -> Iterator[Path]:
    yield from (path for path in folder.glob("*.yaml") if _LAST_GOOD.fullmatch(path.name))
    for kind in ("backups", STEPS):
        yield from folder.glob(f"{kind}/*-{'[0-9a-f]' * 12}/*Z-*.yaml")


def _is_step(copy: Path) -> bool:
    return copy.parent.parent.name == STEPS


def _in_use(folder: Path, copy: Path) -> bool:
    """Whether a process watches the events file of a copy."""
    if copy.parent == folder:
        return is_held(copy.with_suffix(MARK))
    return any(map(is_held, folder.glob(f"{copy.parent.name[-12:]}*{MARK}")))


def _remove(folder: Path, copy: Path) -> None:
    with contextlib.suppress(OSError):
        copy.unlink()
        if copy.parent != folder:
            copy.parent.rmdir()  # fails while other backups are in it


def _remove_lonely_marks(folder: Path) -> None:
    for mark in folder.glob(f"*{MARK}"):
        if not mark.with_suffix(".yaml").exists() and not is_held(mark):
            with contextlib.suppress(OSError):
                mark.unlink()


def _remove_unfinished(folder: Path, now: float) -> None:
    for pattern in _UNFINISHED:
        for left in folder.glob(pattern):
            with contextlib.suppress(OSError):
                if now - left.stat().st_mtime > _DAY:
                    left.unlink()
