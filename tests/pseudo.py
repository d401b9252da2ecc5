"""A language whose sentences are the English ones in brackets: any other text stands out."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING
from unittest.mock import patch

from dashboard.words import browser, catalogue, language

if TYPE_CHECKING:
    from collections.abc import Iterator

TAG = "pl"
"""Tag of the language: one of CLDR for which there is no catalogue."""


class Bracketed(catalogue.Catalogue):
    """A catalogue of every sentence."""

    def text(self, message: str, context: str = "") -> str:
        return f"⟦{message}⟧"

    def plural(self, one: str, other: str, n: int) -> str:
        return f"⟦{one if n == 1 else other}⟧"


_CATALOGUE = Bracketed({}, {}, lambda _: 0, {})


@contextmanager
def bracketed() -> Iterator[None]:
    """Speak the language in this context; it is known to all contexts until the end.

    >>> from dashboard.words.language import gettext
    >>> with bracketed():
    ...     gettext("The time axis is even.")
    '⟦The time axis is even.⟧'
    """
    read = catalogue.read_catalogue

    def found(tag: str) -> catalogue.Catalogue:
        return _CATALOGUE if tag == TAG else read(tag)

    known = {**catalogue.LANGUAGES, TAG: "Bracketed"}
    with (
        patch.object(language, "LANGUAGES", known),
        patch.object(catalogue, "LANGUAGES", known),
        patch.object(language, "read_catalogue", found),
        patch.object(browser, "read_catalogue", found),
        language.speaking(TAG),
    ):
        yield
