"""The options of the command ``add``, one for each event field that fits a command line."""

from __future__ import annotations

from typing import NamedTuple

from dashboard.model.event_fields import EVENT_FIELDS

_LISTS = ("actors", "sources", "texts")
"""Kinds of fields that have several values."""
_MOST_WORDS = 8
"""Largest number of words of a choice that a help text lists."""


class Option(NamedTuple):
    """An option of the command: its name, the key that it sets, and its help."""

    name: str
    key: str
    repeats: bool
    meaning: str


def _option(key: str) -> Option:
    field = EVENT_FIELDS[key]
    words = [field.option_help or _as_clause(field.meaning)]
    if field.choices:
        few = len(field.choices) <= _MOST_WORDS
        words.append(
            f"one of {', '.join(field.choices)}" if few else "the command types lists them"
        )
    repeats = field.kind in _LISTS
    if repeats:
        words.append("may be repeated")
    # A percent sign would begin a format of argparse.
    return Option(field.option, key, repeats, "; ".join(words).replace("%", "%%"))


def _as_clause(sentence: str) -> str:
    """Return a sentence without its capital and its full stop; an abbreviation stays."""
    text = sentence.rstrip(".")
    return text if text[:2].isupper() else text[0].lower() + text[1:]


OPTIONS = tuple(_option(key) for key, field in EVENT_FIELDS.items() if field.option)
