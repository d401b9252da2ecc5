"""The event types as choices of a field: their labels and notes, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.model.event_types import event_types
from dashboard.words.catalogue import ENGLISH
from dashboard.words.language import speaking
from dashboard.words.numbers import signed_for_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.model.event_types import EventType


def type_choices() -> Mapping[str, str]:
    """Return the full label of each type, by its id."""
    with speaking(ENGLISH):
        return {kind.id: kind.full_label for kind in event_types().values()}


def type_notes() -> Mapping[str, str]:
    """Return the group, score, code and note of each type in words, by its id.

    >>> type_notes()["deny"]
    'public statement, score -2, CAMEO 016'
    """
    with speaking(ENGLISH):
        return {kind.id: _note(kind) for kind in event_types().values()}


def _note(kind: EventType) -> str:
    words = f"{kind.group.inline}, score {signed_for_file(kind.score)}, {kind.code_in_words}"
    return f"{words}; {kind.note}" if kind.note else words
