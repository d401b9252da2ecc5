"""The words of the browser: the part of a catalogue whose sentences the modules of a page write."""

from __future__ import annotations

import json
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from dashboard.words.catalogue import ENGLISH, read_catalogue
from dashboard.words.language import locale_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PAGE = ("", "modules")
"""Folders of ``assets`` with the modules of the page."""
EDITOR = ("modules/edit", "modules/table")
"""Folders with the modules that a page in edit mode loads too."""
OFFLINE = ("offline",)
"""Folder with the modules of an offline page."""
_BETWEEN = "\u0004"
"""The character between a context and its text, as in files of gettext."""
_TRIED = 201
"""Numbers, from 0, by which the plural forms of a catalogue get the names of their categories."""


def browser_words(folders: tuple[str, ...], tag: str) -> Mapping[str, Any]:
    """Return the translations that modules need, in the shape that ``words.mjs`` reads.

    Args:
        folders: folders of ``assets``; those within them are left out.
        tag: a language.

    Returns:
        ``texts`` by the English text, after its context if it has one, and ``plurals`` by the
        English text for 1, each by plural category; nothing for English.

    Example:
        >>> browser_words(PAGE, "en")
        {}
    """
    if tag == ENGLISH:
        return {}
    words = read_catalogue(tag)
    wanted = {str(PurePosixPath("assets", folder)) for folder in folders}
    found = [
        key
        for key, places in words.places.items()
        if any(str(PurePosixPath(place).parent) in wanted for place in places)
    ]
    texts = {
        _BETWEEN.join(filter(None, key)): words.texts[key] for key in found if key in words.texts
    }
    plurals = {
        one: by_category(words.plurals[one], words.form, tag)
        for context, one in found
        if not context and one in words.plurals
    }
    return {"texts": texts, "plurals": plurals}


@cache
def catalogue_element(folders: tuple[str, ...], tag: str) -> str:
    """Return the element that ``words.mjs`` reads; it runs no code, and no text ends it.

    >>> catalogue_element(PAGE, "en")
    ''
    """
    if tag == ENGLISH:
        return ""
    words = json.dumps(browser_words(folders, tag), ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/json" id="catalogue">{words}</script>'


def by_category(forms: tuple[str, ...], form: Callable[[int], int], tag: str) -> Mapping[str, str]:
    """Return the plural forms of a sentence by the CLDR categories of the language.

    Args:
        forms: the sentence in each form.
        form: returns the position of the form of a number.
        tag: the language.

    Example:
        >>> by_category(("{n} fait", "{n} faits"), lambda n: n > 1, "fr")
        {'other': '{n} faits', 'one': '{n} fait'}
    """
    category = locale_of(tag).plural_form
    # Of large numbers and of fractions, which have categories of their own in some languages.
    found = {"other": forms[-1]}
    for n in range(_TRIED):
        found[category(n)] = forms[form(n)]
    return found
