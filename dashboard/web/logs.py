"""The log: its records stay short, whatever a request holds."""

from __future__ import annotations

import logging

_LONGEST = 200
"""Most characters that are logged of one text of a request, such as its path."""
_LONGEST_MESSAGE = 1_000
_MOST_LINES = 60
"""Most lines of a traceback; the last ones are kept."""


def shortened(text: str, most: int = _LONGEST) -> str:
    """Return a text, cut where it is too long to be logged or answered.

    Example:
        >>> shortened("a very long path", 6)
        'a very…'
    """
    return text if len(text) <= most else f"{text[:most]}…"


class ShortRecords(logging.Filter):
    """Cuts messages and the lines of tracebacks: an exception may quote a whole request."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Shorten a record; none is left out."""
        record.msg, record.args = shortened(record.getMessage(), _LONGEST_MESSAGE), ()
        if record.exc_info and record.exc_text is None:
            lines = logging.Formatter().formatException(record.exc_info).splitlines()
            cut = [shortened(line) for line in lines[-_MOST_LINES:]]
            record.exc_text = "\n".join(cut)
        return True


_SHORT = ShortRecords()


def keep_short(*loggers: logging.Logger) -> None:
    """Cut what these loggers write from now on; a second call changes nothing."""
    for logger in loggers:
        logger.addFilter(_SHORT)
