"""The terms of the field, which every sentence of a language calls by the same word.

The translation of a term is the beginning that its forms share, or several with ``|`` between
them: ``событи`` for *event*, ``источник`` for *source*. ``tests/words/test_catalogue.py`` holds the
sentences to them.
"""

from __future__ import annotations

from dashboard.words.language import pgettext_noop

TERMS = (
    pgettext_noop("term", "actor"),
    pgettext_noop("term", "target"),
    pgettext_noop("term", "dyad"),
    pgettext_noop("term", "score"),
    pgettext_noop("term", "event"),
    pgettext_noop("term", "source"),
    pgettext_noop("term", "claim"),
    pgettext_noop("term", "lane"),
    pgettext_noop("term", "timeline"),
    pgettext_noop("term", "country"),
    pgettext_noop("term", "conflict"),
    pgettext_noop("term", "cooperation"),
    pgettext_noop("term", "confirmed"),
    pgettext_noop("term", "reported"),
    pgettext_noop("term", "alleged"),
    pgettext_noop("term", "disputed"),
    pgettext_noop("term", "denied"),
)
