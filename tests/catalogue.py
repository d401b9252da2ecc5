"""The catalogues: ``python -m tests.catalogue`` writes the sentences of the code into each of them.

A sentence that is new has no translation then, and one that is gone is removed;
``tests/words/test_catalogue.py`` fails until the former are translated.
"""

from __future__ import annotations

import ast
import csv
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_python
from babel.messages.pofile import read_po, write_po

from dashboard.model.event_types import INCLUDES, LABEL, NOTE
from dashboard.model.field import CHOICE, FIELD
from dashboard.page.keys import ACTION, PART
from dashboard.words.catalogue import ENGLISH, FOLDER, LANGUAGES
from tests.examples import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

Message = tuple[int, str, tuple[str, str], list[str]]
"""Number of the line, function, its arguments (context and text), and comments."""
_PLACES = (
    ("dashboard/**.py", "rows"),
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


def extract_rows(
    fileobj: IO[bytes],
    keywords: Mapping[str, Any],
    comment_tags: Collection[str],
    options: Mapping[str, Any],
) -> Iterator[Any]:
    """Yield the sentences of a module: those of calls of gettext, and of the rows of tables."""
    yield from extract_python(fileobj, keywords, comment_tags, options)
    fileobj.seek(0)
    tree = ast.parse(fileobj.read())
    constants = {
        node.targets[0].id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
    }
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
            for context, message in sentences_of(call.func.id, arguments_of(call, constants)):
                one = (context, message) if context else message
                yield call.lineno, "pgettext" if context else "gettext", one, []


def arguments_of(call: ast.Call, constants: Mapping[str, Any]) -> Mapping[int | str, Any]:
    """Return the literal arguments of a call by position and name, and those that are constants."""
    given: dict[int | str, ast.expr] = dict(enumerate(call.args))
    given |= {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}
    literals = {at: constants.get(ast.unparse(value)) for at, value in given.items()}
    own = {at: value.value for at, value in given.items() if isinstance(value, ast.Constant)}
    return {at: value for at, value in (literals | own).items() if isinstance(value, str)}


def sentences_of(row: str, given: Mapping[int | str, str]) -> Iterator[tuple[str, str]]:
    """Yield context and text of each sentence in a row of a table, by the name of its class.

    >>> list(sentences_of("Label", {0: "Denied", 1: "denied", 2: "status of an event"}))
    [('status of an event', 'Denied'), ('status of an event', 'denied')]
    """
    if row == "Label":
        yield from ((given.get(2, ""), given[at]) for at in (0, 1) if at in given)
    elif row == "Key":
        yield from ((context, given[at]) for at, context in _OF_KEYS.items() if at in given)
    elif row == "Format":
        yield from (("", given[at]) for at in (1,) if at in given)
    elif row == "Field" and "label" in given:  # the form shows no other
        yield from (("", given[at]) for at in (1,) if at in given)
        yield from ((_OF_FIELDS[at], given[at]) for at in _OF_FIELDS if at in given)


_OF_KEYS = {0: PART, 2: ACTION}
_OF_FIELDS = {"label": FIELD, "unset": CHOICE}
"""Context of the words of a row, by the argument."""
_METHODS: dict[str, Any] = {"types": extract_types, "rows": extract_rows}


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
