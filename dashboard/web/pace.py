"""The pace at which open pages ask for the revision of the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock

SHORTEST = 400
"""Time from an answer to the next request of the same page, in milliseconds, if few pages ask."""
SPACING = 40
"""Time between the requests of any two pages, in milliseconds: at most 25 requests a second."""
LONGEST = 60_000
"""Longest time until a page asks again, in milliseconds."""


@dataclass
class Pace:
    """Times at which pages are to ask, one after the other.

    Attributes:
        latest: the latest time given to a page so far, in milliseconds.

    Example:
        >>> pace = Pace()
        >>> pace.wait(10_000), pace.wait(10_000), pace.wait(10_500)
        (400, 440, 400)
    """

    latest: float = 0.0
    _lock: Lock = field(default_factory=Lock, repr=False)

    def wait(self, now: float) -> int:
        """Return the time until the page that asks at ``now`` is to ask again, in milliseconds."""
        with self._lock:
            self.latest = min(max(now + SHORTEST, self.latest + SPACING), now + LONGEST)
            return round(self.latest - now)
