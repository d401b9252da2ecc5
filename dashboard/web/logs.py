"""The log: limits of its records, for requests of any content."""

from __future__ import annotations

import logging

_LONGEST = 200
"""Longest text of a request in the log, such as its path, in characters."""
_LONGEST_MESSAGE = 1_000
"""Longest message in the log, in characters."""
_MOST_LINES = 60
"""Most lines of a traceback; the last lines are kept."""


def shortened(text: str, most: int = _LONGEST) -> str:
    """Return a text, cut if it is longer than ``most`` characters.

    Example:
        >>> shortened("a very long path", 6)
        'a very…'
    """
    return text if len(text) <= most else f"{text[:most]}…"


def shorten_record(record: logging.LogRecord) -> bool:
    """Cut the message and the traceback of a record: an exception may quote a whole request.

    Returns:
        Always true: as a filter of a logger, it keeps every record.
    """
    record.msg, record.args = shortened(record.getMessage(), _LONGEST_MESSAGE), ()
    if record.exc_info and record.exc_text is None:
        lines = logging.Formatter().formatException(record.exc_info).splitlines()
        record.exc_text = "\n".join(map(shortened, lines[-_MOST_LINES:]))
    return True


def keep_short(*loggers: logging.Logger) -> None:
    """Cut the records of these loggers from now on; a second call changes nothing."""
    for logger in loggers:
        logger.addFilter(shorten_record)
