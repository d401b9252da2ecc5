"""The error of one row that cannot become an event."""

from __future__ import annotations


class RowError(ValueError):
    """The row is left out.

    Attributes:
        reason: the class of reasons by which left out rows are counted, such as ``no date``.
    """

    def __init__(self, reason: str, message: str) -> None:
        self.reason = reason
        super().__init__(message)
