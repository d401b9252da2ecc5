"""Names of actors in events and claims: read, resolved once for all years, or reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.model.actor import SeveralNamesError
from dashboard.model.actor_table import LONGEST_CODE
from dashboard.model.actors import AmbiguousNameError, UnknownNameError
from dashboard.model.limits import LONGEST_NAME, MOST_PROBLEMS
from dashboard.reading.hidden import are_names, is_cut, lookalike, no_name
from dashboard.reading.nodes import TextNode
from dashboard.reading.remedies import items_of

if TYPE_CHECKING:
    from dashboard.model.actor import Actor, Years
    from dashboard.reading.nodes import Node
    from dashboard.reading.reader import Reader


def read_actor(reader: Reader, node: Node, key: str) -> Actor | None:
    """Return the actor of a name, or ``None`` after reporting a problem.

    Args:
        reader: reader of the file.
        node: value of the name.
        key: key of the list that contains it.
    """
    if not isinstance(node, TextNode):
        reader.note(node, "wrong-kind", no_name(node, key))
        return None
    if reader.cut and is_cut(reader, node, key):
        return None
    return reader.timeless.get(node.text) or _find(reader, node, key)


def _find(reader: Reader, node: TextNode, key: str) -> Actor | None:
    """Return the actor of a name that is not known from an earlier use, or report it."""
    text = node.text.strip()
    if len(text) > LONGEST_NAME:
        reader.too_long(node, "an actor", text, LONGEST_NAME)
        return None
    if len(text) <= LONGEST_CODE and text.isalnum():
        reader.short_names.setdefault(text, node)
    if text not in reader.no_names:
        try:
            return _resolve(reader, text)
        except AmbiguousNameError as error:  # in another year it may be clear
            reader.note(node, "ambiguous-actor", str(error))
            return None
        except UnknownNameError:
            reader.no_names[text] = _unknown_actor(reader, text)
    is_odd = lookalike(reader, node, key, lambda text: are_names(reader, text))
    if not is_odd and not reader.is_lost(text):
        unknown = reader.no_names[text]
        reader.note(node, "unknown-actor", str(unknown), *items_of(unknown.certain))
        if not isinstance(unknown, SeveralNamesError):
            reader.missing[text, key == "country"] += 1
    return None


def _resolve(reader: Reader, text: str) -> Actor:
    """Return the actor of a name; a name that means it in all years is resolved once."""
    asked = False

    def years() -> Years | None:
        nonlocal asked
        asked = True
        return reader.years()

    actor = reader.directory.resolve(text, when=years, suggest=False)
    if not asked:
        reader.timeless[text] = actor
    return actor


def _unknown_actor(reader: Reader, text: str) -> UnknownNameError:
    if not reader.may_search("actor entry", MOST_PROBLEMS):
        return UnknownNameError(text)
    return reader.directory.unknown(text, search=reader.may_search("actor"))
