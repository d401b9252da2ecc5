"""A cache of the latest versions of a file, compressed."""

from __future__ import annotations

import threading
import zlib
from collections import OrderedDict
from typing import NamedTuple

_MOST = 50
"""Most versions that are remembered."""
_MOST_BYTES = 8 * 1024 * 1024
"""Most bytes of all of them, as compressed; the latest version is kept whatever its size."""


class Kept(NamedTuple):
    """All bytes of a version of a file, and its revision."""

    revision: str
    data: bytes


class Remembered:
    """The latest versions by a key, with a limit of their number and of their total size.

    Example:
        >>> versions = Remembered(most=1)
        >>> versions.keep("second", "first", b"text")
        >>> versions.keep("third", "second", b"texts")
        >>> versions.find("second"), versions.find("third")
        (None, Kept(revision='second', data=b'texts'))
    """

    def __init__(self, most: int = _MOST, most_bytes: int = _MOST_BYTES) -> None:
        """Create a cache for up to ``most`` versions and ``most_bytes`` compressed bytes."""
        self._most, self._most_bytes = most, most_bytes
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def keep(self, key: str, revision: str, data: bytes) -> None:
        """Store the bytes of a version in place of an older version with the same key."""
        packed = Kept(revision, zlib.compress(data, 1))
        with self._lock:
            if key in self._kept:
                self._forget(key)
            self._kept[key] = packed
            self._bytes += len(packed.data)
            while len(self._kept) > 1 and self._is_too_much():
                self._forget(next(iter(self._kept)))

    def find(self, key: str) -> Kept | None:
        """Return the version of a key, ``None`` if it is not in the cache any more."""
        with self._lock:
            packed = self._kept.get(key)
        return packed and Kept(packed.revision, zlib.decompress(packed.data))

    def _is_too_much(self) -> bool:
        return len(self._kept) > self._most or self._bytes > self._most_bytes

    def _forget(self, key: str) -> None:
        self._bytes -= len(self._kept.pop(key).data)
