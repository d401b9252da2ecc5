"""Bounded caches of results, owned by the data that the results were computed from."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, Any, TypeVar

from dashboard.words.language import language

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Result = TypeVar("Result")


class Recent:
    """The results of the most recent questions; safe to use from several threads.

    Two threads that ask the same new question at once both compute the answer.

    >>> recent = Recent(most=2)
    >>> recent.remember("sum", lambda: 1 + 1)
    2
    >>> recent.remember("sum", lambda: 0)
    2
    """

    def __init__(self, most: int) -> None:
        """Create an empty cache.

        Args:
            most: number of results to keep; the least recently used is dropped first.
        """
        self._most = most
        self._results: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    def remember(self, question: Hashable, compute: Callable[[], Result]) -> Result:
        """Return the result for ``question``: the kept one, else that of ``compute``."""
        with self._lock:
            if question in self._results:
                self._results.move_to_end(question)
                kept: Result = self._results[question]
                return kept
        result = compute()
        with self._lock:
            self._results[question] = result
            self._results.move_to_end(question)
            while len(self._results) > self._most:
                self._results.popitem(last=False)
        return result


class Spoken(Recent):
    """The results of recent questions that contain words: each language has its own."""

    def remember(self, question: Hashable, compute: Callable[[], Result]) -> Result:
        """Return the result for ``question`` in the language of this context."""
        return super().remember((language(), question), compute)
