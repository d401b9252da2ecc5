"""Event types of rows: by CAMEO code, by the table of a recipe, or by id, label or another word."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from dashboard.formats.rows.errors import RowError
from dashboard.model.event_types import DEFAULT_TYPE, EventType, event_types
from dashboard.words.quotes import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

WRONG_CODE, UNKNOWN_TYPE = "invalid CAMEO code", "unknown type"
"""Reasons for which a row is left out."""
_CAMEO = re.compile(r"(?:0[1-9]|1[0-9]|20)[0-9]{0,2}")
_BETWEEN = re.compile(r"[\s_-]+")
_REMEDY = "export the data again with this column as text"


@cache
def type_of_code(code: str) -> EventType | None:
    """Return the type of a CAMEO code: of the code, else of its nearest parent, else of its root.

    >>> [type_of_code(code).id for code in ("043", "0841", "0831", "1712", "036")]
    ['host_visit', 'release_prisoners', 'concede', 'coerce', 'agree']
    """
    by_code: dict[str, EventType] = {}
    for kind in event_types().values():
        if kind.cameo_code:
            by_code.setdefault(kind.cameo_code, kind)
            by_code.setdefault(kind.cameo_code[:2], kind)
    for length in range(len(code), 1, -1):
        if found := by_code.get(code[:length]):
            return found
    return None


@dataclass(slots=True)
class RowTypes:
    """The types of the rows of one table.

    Attributes:
        by_code: whether the type is a CAMEO code.
        values: text of the file to id of a type.
        zeros_lost: whether leading zeros are missing in the column.
    """

    by_code: bool
    values: Mapping[str, str]
    zeros_lost: bool = False
    _known: dict[tuple[str, str], EventType | RowError] = field(default_factory=dict)

    def look_at(self, codes: Iterable[str]) -> None:
        """Find out from all codes of the column whether a program removed leading zeros."""
        if self.by_code:
            self.zeros_lost = any(code and not _CAMEO.fullmatch(code) for code in codes)

    def type(self, text: str, mode: str) -> EventType:
        """Return the type of a row.

        Args:
            text: the cell of the type; empty for the usual type.
            mode: the cell of ``type.mode``, which the recipe may name after a colon.

        Raises:
            RowError: the code is not valid, or the word means no type.
        """
        found = self._known.get((text, mode))
        if found is None:
            try:
                found = self._coded(text) if self.by_code else self._worded(text, mode)
            except RowError as error:
                found = error
            self._known[text, mode] = found
        if isinstance(found, RowError):
            raise found
        return found

    def _coded(self, code: str) -> EventType:
        if not _CAMEO.fullmatch(code):
            reason = "is not a CAMEO code: it has a root from 01 to 20, as text"
            raise RowError(WRONG_CODE, f"{quoted(code)} {reason}; {_REMEDY}")
        if self.zeros_lost and len(code) == 2:
            reason = f'may be "{code}" or "0{code}": the column lost its leading zeros'
            raise RowError(WRONG_CODE, f"{quoted(code)} {reason}; {_REMEDY}")
        found = type_of_code(code)
        if found is None:
            raise RowError(WRONG_CODE, f"{quoted(code)} is a CAMEO code without a type")
        return found

    def _worded(self, text: str, mode: str) -> EventType:
        types = event_types()
        for word in (f"{text}:{mode}", text, text.casefold()):
            if (id_ := self.values.get(word, word)) in types:
                return types[id_]
        if not text:
            return types[DEFAULT_TYPE]
        meant = _words().get(_BETWEEN.sub("_", text.casefold()), ())
        if len(meant) == 1:
            return types[meant[0]]
        hint = f": it may be {' or '.join(meant)}" if meant else ""
        remedy = 'add it to [values.type] of a recipe, or write one of the command "types"'
        raise RowError(UNKNOWN_TYPE, f"{quoted(text)} is not a type{hint}: {remedy}")


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the types that a label or another word means."""
    found: dict[str, tuple[str, ...]] = {}
    for kind in event_types().values():
        label = kind.written_label.casefold().replace(" ", "_").replace("-", "_")
        for word in {label, *kind.other_words}:
            found[word] = (*found.get(word, ()), kind.id)
    return found
