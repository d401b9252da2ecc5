"""The language of the words: sentences by their English text, with plural forms and placeholders.

A module writes each sentence in English, whole, and gets it in the language of the reader:

>>> gettext("Page {page} of {pages} of the list is shown.", page=2, pages=1200)
'Page 2 of 1,200 of the list is shown.'
>>> with speaking("ko"):
...     ngettext("{n} event", "{n} events", 5)
'사건 5건'

``data/languages`` has one catalogue in the PO format of gettext for each language; English needs
none. The language is that of the context (thread or task), English by default: a request, or a
command that writes a file, sets it once with ``speaking``.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING, Any

from dashboard.words.catalogue import ENGLISH, LANGUAGES, Catalogue, read_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel import Locale

_LANGUAGE: ContextVar[str] = ContextVar("language", default=ENGLISH)


def language() -> str:
    """Return the BCP 47 tag of the language of this context, such as ``ko``.

    >>> language()
    'en'
    """
    return _LANGUAGE.get()


def speak(tag: str) -> None:
    """Set the language of this context.

    Raises:
        ValueError: there is no catalogue of that language.
    """
    if tag not in LANGUAGES:
        raise ValueError(f"there are no words in {tag}: use one of {', '.join(LANGUAGES)}")
    _LANGUAGE.set(tag)


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """Set the language of this context until the end of the ``with`` block.

    Raises:
        ValueError: there is no catalogue of that language.
    """
    before = language()
    speak(tag)
    try:
        yield
    finally:
        _LANGUAGE.set(before)


def gettext(message: str, /, **values: object) -> str:
    """Return a sentence in the language of this context.

    Args:
        message: the English sentence, with placeholders such as ``{name}``; a literal text, so
            that it is found by the extraction.
        **values: the values of the placeholders; integers are written with the group separator of
            the language, so a year is given as a text.
    """
    words = _catalogue()
    return filled(message if words is None else words.text(message), values)


def pgettext(context: str, message: str, /, **values: object) -> str:
    """Return a sentence whose English words have several meanings, in one of them.

    >>> pgettext("a column of the timeline", "Date")
    'Date'

    Args:
        context: the meaning, in a few English words that nobody but the translator sees.
        message: see ``gettext``.
        **values: see ``gettext``.
    """
    words = _catalogue()
    return filled(message if words is None else words.text(message, context), values)


def ngettext(one: str, other: str, n: int, /, **values: object) -> str:
    """Return a sentence in the plural form of a number.

    Args:
        one: the English sentence for 1.
        other: the English sentence for any other number.
        n: the number; the value of the placeholder ``{n}``.
        **values: the values of the other placeholders, see ``gettext``.
    """
    words = _catalogue()
    values = {"n": n, **values}
    if words is None:
        return filled(one if n == 1 else other, values)
    return filled(words.plural(one, other, n), values)


def gettext_noop(message: str) -> str:
    """Return a text as it is, so that the extraction finds it; ``gettext`` translates it later."""
    return message


def pgettext_noop(_context: str, message: str) -> str:
    """Return a text as it is, see ``gettext_noop``; ``pgettext`` translates it later."""
    return message


def filled(text: str, values: dict[str, Any]) -> str:
    """Return a sentence with the values of its placeholders."""
    if not values:
        return text
    return text.format_map(
        {name: grouped(one) if type(one) is int else one for name, one in values.items()}
    )


def grouped(number: int) -> str:
    """Return a whole number with the group separator of the language.

    >>> grouped(1200)
    '1,200'
    """
    if language() == ENGLISH:
        return f"{number:,}"
    from babel.numbers import format_decimal

    return format_decimal(number, locale=locale())


def locale() -> Locale:
    """Return the CLDR locale of the language of this context."""
    return locale_of(language())


@cache
def locale_of(tag: str) -> Locale:
    """Return the CLDR locale of a language."""
    from babel import Locale

    return Locale.parse(tag, sep="-")


def is_right_to_left() -> bool:
    """Whether the script of the language of this context runs from right to left."""
    return language() != ENGLISH and locale().text_direction == "rtl"


def _catalogue() -> Catalogue | None:
    tag = _LANGUAGE.get()
    return None if tag == ENGLISH else read_catalogue(tag)
