"""The catalogues of ``data/languages``, one PO file for each language, read once when needed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from babel.messages.catalog import Catalog

FOLDER = Path(__file__).parents[1] / "data" / "languages"
ENGLISH = "en"
_NAME = re.compile(r'^"X-Language-Name: (.+)\\n"$', re.MULTILINE)
_HEADER = 4_000
"""Number of characters at the beginning of a catalogue that contain its header."""


def _own_name(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        found = _NAME.search(file.read(_HEADER))
    return found[1] if found else path.stem


LANGUAGES: Mapping[str, str] = MappingProxyType(
    {ENGLISH: "English"} | {path.stem: _own_name(path) for path in sorted(FOLDER.glob("*.po"))}
)
"""Name of each language in itself, by its BCP 47 tag."""


@dataclass(frozen=True)
class Catalogue:
    """The sentences of one language.

    Attributes:
        texts: translation by context and English text; one without context has the context "".
        plurals: translations by the English text for 1, one for each plural form.
        form: returns the position of the plural form of a number.
        places: files whose code contains each English text, by context and text; that of plural
            forms is the text for 1.
    """

    texts: Mapping[tuple[str, str], str]
    plurals: Mapping[str, tuple[str, ...]]
    form: Callable[[int], int]
    places: Mapping[tuple[str, str], frozenset[str]]

    def text(self, message: str, context: str = "") -> str:
        """Return a translation, or the English text if there is none."""
        return self.texts.get((context, message), message)

    def plural(self, one: str, other: str, n: int) -> str:
        """Return the translation for a number, or the English text if there is none."""
        forms = self.plurals.get(one)
        if forms is None:
            return one if n == 1 else other
        return forms[self.form(n)]


@cache
def read_catalogue(tag: str) -> Catalogue:
    """Return the catalogue of a language.

    Args:
        tag: a tag of ``LANGUAGES`` other than English.
    """
    import gettext as standard

    from babel.messages.pofile import read_po

    with (FOLDER / f"{tag}.po").open("rb") as file:
        catalog: Catalog = read_po(file, locale=tag.replace("-", "_"))
    texts: dict[tuple[str, str], str] = {}
    plurals: dict[str, tuple[str, ...]] = {}
    places: dict[tuple[str, str], frozenset[str]] = {}
    for message in catalog:
        given = message.string or ""
        forms = (given,) if isinstance(given, str) else tuple(given)
        one = message.id if isinstance(message.id, str) else message.id[0]
        if not one or message.fuzzy or not all(forms):
            continue
        if message.pluralizable:
            plurals[one] = forms
        else:
            texts[message.context or "", one] = forms[0]
        places[message.context or "", one] = frozenset(path for path, _ in message.locations)
    # The parser of gettext accepts nothing but arithmetic.
    return Catalogue(texts, plurals, standard.c2py(catalog.plural_expr), places)


def match(asked: str) -> str | None:
    """Return the language that fits a tag best; ``None`` if none does.

    >>> match("ko-KR"), match("zh-CN"), match("EN"), match("tlh")
    ('ko', 'zh-Hans', 'en', None)
    """
    base = asked.replace("_", "-").lower()
    by_tag = {tag.lower(): tag for tag in LANGUAGES}
    if base in by_tag:
        return by_tag[base]
    first = base.partition("-")[0]
    return next((tag for name, tag in by_tag.items() if name.partition("-")[0] == first), None)
