"""One key of an events file: the kind of its value, its meaning and its limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record.

    Attributes:
        kind: how its value is read, a key of the reader's table of kinds.
        meaning: one sentence for people.
        required: whether the record is incomplete without it.
        choices: the allowed words with their meaning, for the kinds ``choice`` and ``accept``.
        notes: more about a choice, which an editor shows beside its meaning.
        bounds: least and greatest number allowed.
        record: name of the record, where the value or each of its items is a record.
        examples: values as they are written in a file.
    """

    kind: str
    meaning: str
    required: bool = False
    choices: Mapping[str, str] | None = None
    notes: Mapping[str, str] | None = None
    bounds: tuple[float, float] | None = None
    record: str = ""
    examples: tuple[object, ...] = ()
