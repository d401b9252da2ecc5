"""Hints for an unknown event type: the types that its word means, or an entry to add."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.words.lists import listed
from dashboard.words.quotes import extract
from dashboard.words.suggestions import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.model.event_types import EventType

_SIMILARITY = 0.84
"""Least similarity of a misspelt word; a word that means another act must stay below it."""
_SHORTEST = 4
"""Letters of the shortest word that is searched in labels, which contain words such as *or*."""
_WORD = re.compile(r"\w+")
_BETWEEN = re.compile(r"[\W_]+")


def type_hint(word: str, types: Mapping[str, EventType]) -> str:
    """Return the end of a message about an unknown type: what to write instead.

    A word is compared with ids, other words and whole labels, then with the words of labels, then
    with misspelt forms of them. Several types are all offered.

    >>> from dashboard.model.event_types import event_types
    >>> type_hint("arms sale", event_types())
    ': did you mean "military_aid"?'
    >>> type_hint("strike", event_types())
    ': did you mean "protest" or "attack"?'
    """
    meant = [f'"{id_}"' for id_ in types_for(word, types)]
    if meant:
        return f": did you mean {listed(meant, 'or')}?"
    entry = f"{{id: {_BETWEEN.sub('_', extract(word).casefold()).strip('_') or 'my_type'}"
    entry = f'{entry}, label: "{" ".join(_WORD.findall(extract(word))) or "My type"}", score: 0}}'
    return f': the command types lists them; or add it under "types", with a score: {entry}'


def types_for(word: str, types: Mapping[str, EventType]) -> list[str]:
    """Return the ids of the types that a word means, or one for which it is misspelt.

    >>> from dashboard.model.event_types import event_types
    >>> types_for("treaty", event_types()), types_for("condem", event_types())
    (['sign_agreement'], ['condemn'])
    """
    key = _key(word)
    names = {
        id_: {_key(id_), _key(kind.written_label), *kind.other_words} for id_, kind in types.items()
    }
    meant = [id_ for id_, own in names.items() if key in own]
    if not meant:
        labels = {id_: set(_key(kind.written_label).split("_")) for id_, kind in types.items()}
        meant = [id_ for id_, words in labels.items() if len(key) >= _SHORTEST and key in words]
    if not meant:
        near = nearest(key, {name for own in names.values() for name in own}, 1, _SIMILARITY)
        meant = [id_ for id_, own in names.items() if near and near[0] in own]
    return meant


def _key(text: str) -> str:
    return _BETWEEN.sub("_", text.casefold()).strip("_")
