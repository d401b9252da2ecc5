"""One key of an events file: the kind of its value, its meaning, and where it is used."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal

from dashboard.words.language import pgettext, pgettext_noop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from dashboard.model.book import Book, Event

FIELD, CHOICE = "a field", "a choice"
"""Meanings of ``label`` and ``unset`` of a row, for translators."""
Section = Literal["", "top", "people", "act", "sources", "claims", "place", "links", "more"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table of events, which the API and the CSV repeat.

    Attributes:
        name: name of the column; by default also the attribute of ``Event`` with its values.
        dtype: name of the type of the column: ``object``, ``int64``, ``float64``, ``category`` …
        of: returns the value for an event. A text is empty and a number ``None`` where an event
            has no value; several values are a tuple of texts.
        words: words of a ``category``, in the order of their codes, or the function that returns
            those of a file.
        key: key in the API and the CSV, default ``name``; empty for a column that both leave out.
        is_searched: whether the text filter searches the column.
    """

    name: str
    dtype: str = "object"
    of: Callable[[Event], Any] | None = None
    words: tuple[str, ...] | Callable[[Book], tuple[str, ...]] = ()
    key: str | None = None
    is_searched: bool = False

    @property
    def api_key(self) -> str:
        """Key in the API and the CSV; empty if both leave the column out."""
        return self.name if self.key is None else self.key

    def values(self, events: Iterable[Event]) -> list[Any]:
        """Return the value for each event."""
        return list(map(self.of or attrgetter(self.name), events))


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record.

    The attributes from ``default`` to ``option_help`` are for the keys of an event alone.

    Attributes:
        kind: how its value is read, a key of the reader's table of kinds.
        meaning: one English sentence for people; ``gettext`` translates it, if the form shows it.
        required: whether the record is incomplete without it.
        choices: the allowed words with their English meaning, for the kinds ``choice`` and
            ``accept``.
        notes: more about a choice, which an editor shows beside its meaning.
        bounds: least and greatest number allowed.
        record: name of the record, where the value or each of its items is a record.
        examples: values as they are written in a file.
        label: English label in the form and on the card, see ``heading``.
        default: value of an event that leaves the key out.
        columns: columns of the table of events; those whose values are in a table of their own
            (participants, claims, sources, links) have none.
        section: section of the form that has the input.
        unset: English text of the form for the choice of no word.
        is_fact: whether the card lists the first column as a fact, under the label.
        option: option of the command ``add``, or an empty text.
        option_help: help of this option, default ``meaning``.
    """

    kind: str
    meaning: str
    required: bool = False
    choices: Mapping[str, str] | None = None
    notes: Mapping[str, str] | None = None
    bounds: tuple[float, float] | None = None
    record: str = ""
    examples: tuple[object, ...] = ()
    label: str = ""
    default: Any = None
    columns: tuple[Column, ...] = ()
    section: Section = ""
    unset: str = pgettext_noop("a choice", "not given")
    is_fact: bool = False
    option: str = ""
    option_help: str = ""

    @property
    def heading(self) -> str:
        """The label in the language of the reader."""
        return pgettext(FIELD, self.label) if self.label else ""

    @property
    def none_chosen(self) -> str:
        """Words for the choice of no word, in the language of the reader."""
        return pgettext(CHOICE, self.unset)
