"""The catalogues: ``python -m tests.catalogue`` writes the sentences of the code into each of them.

A sentence that is new has no translation then, and one that is gone is removed;
``tests/words/test_catalogue.py`` fails until the former are translated.
"""

from __future__ import annotations

import csv
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from dashboard.model.event_types import INCLUDES, LABEL, NOTE
from dashboard.words.catalogue import ENGLISH, FOLDER, LANGUAGES
from tests.examples import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

Message = tuple[int, str, tuple[str, str], list[str]]
"""Number of the line, function, its arguments (context and text), and comments."""
_PLACES = (
    ("dashboard/**.py", "python"),
    ("assets/**.mjs", "javascript"),
    ("dashboard/data/event_types.csv", "types"),
)
"""Pattern of paths, and the method that extracts the sentences."""
_KEYWORDS: dict[str, Any] = {
    "gettext": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_noop": ((1, "c"), 2),
}
_COLUMNS = {"label": LABEL, "includes": INCLUDES, "note": NOTE}
"""Context of the words of each column that people read."""


def extract_types(
    fileobj: IO[bytes],
    keywords: Mapping[str, Any],
    comment_tags: Collection[str],
    options: Mapping[str, Any],
) -> Iterator[Message]:
    """Yield the words of each event type in ``event_types.csv``."""
    rows = csv.DictReader(fileobj.read().decode("utf-8").splitlines())
    for row in rows:
        code = f"CAMEO {row['cameo_code']}" if row["cameo_code"] else "no CAMEO code"
        for column, context in _COLUMNS.items():
            if row[column]:
                comment = f"{column} of the event type {row['id']} ({code})"
                yield rows.line_num, "pgettext", (context, row[column]), [comment]


_METHODS: dict[str, Any] = {"types": extract_types}


def extract() -> Catalog:
    """Return every sentence of the code and of the data, with the files that contain it."""
    found = Catalog(charset="utf-8")
    every = extract_from_dir(
        REPOSITORY,
        [(pattern, _METHODS.get(method, method)) for pattern, method in _PLACES],
        keywords=_KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    for path, _, message, comments, context in every:
        found.add(message, None, [(path, 0)], auto_comments=comments, context=context)
    return found


def read(tag: str) -> Catalog:
    """Return the catalogue of a language as it is in the tree."""
    with (FOLDER / f"{tag}.po").open("rb") as file:
        return read_po(file, locale=tag.replace("-", "_"))


def update(tag: str, template: Catalog) -> None:
    """Write the sentences of the code into the catalogue of a language."""
    path = FOLDER / f"{tag}.po"
    header = path.read_text("utf-8").partition("\n\n")[0].rstrip("\n")
    catalog = read(tag)
    catalog.update(template, no_fuzzy_matching=True)
    text = BytesIO()
    write_po(
        text,
        catalog,
        width=96,
        omit_header=True,
        sort_by_file=True,
        ignore_obsolete=True,
        include_lineno=False,
    )
    path.write_text(f"{header}\n\n{text.getvalue().decode('utf-8').strip()}\n", "utf-8")


if __name__ == "__main__":
    for one in LANGUAGES:
        if one != ENGLISH:
            update(one, extract())
