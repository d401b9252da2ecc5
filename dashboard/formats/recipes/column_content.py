"""Content of columns: the forms of their cells, which confirm or refute what a name promises."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from dashboard.formats.rows.table_dates import Doubt, date_text
from dashboard.model.actors import ActorDirectory
from dashboard.model.event_types import event_types
from dashboard.model.missing_values import MISSING
from dashboard.model.other_words import meant_choices
from dashboard.model.type_hints import types_for

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dashboard.formats.tables.raw_table import RawTable

_MOST_ROWS = 2_000
_MOST_TEXTS = 60
"""Different texts of a column that are looked at closely."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_ID = re.compile(r"[A-Za-z0-9][\w.:-]*")
_AND = re.compile(r"[;,/&]| (?:and|und|et|y|и) ")
_NUMBER = re.compile(r"[-+−]?[0-9]{1,20}(?:[.,][0-9]{1,20})?")
_DATE_SHAPE = re.compile(r"[0-9]")
_STATUSES = ("confirmed", "reported", "alleged", "disputed", "denied")


@dataclass(frozen=True)
class Content:
    """The texts of one column.

    Attributes:
        texts: cells that are not blank and mean no missing value, from the first rows.
    """

    texts: Sequence[str]

    @cached_property
    def distinct(self) -> list[str]:
        """Different texts, the first of them."""
        return list(islice(dict.fromkeys(self.texts), _MOST_TEXTS))

    def share(self, fits: Callable[[str], bool]) -> float:
        """Return the share of different texts for which a test holds; 0 for a blank column."""
        return sum(map(fits, self.distinct)) / max(len(self.distinct), 1)

    @cached_property
    def addresses(self) -> float:
        """Share of texts of which at least half are web addresses."""
        return self.share(lambda text: _length_of_addresses(text) * 2 >= len(text))

    @cached_property
    def numbers(self) -> float:
        """Share of texts that are plain numbers."""
        return self.share(lambda text: bool(_NUMBER.fullmatch(text)))

    @cached_property
    def dates(self) -> float:
        """Share of texts that are dates, also those in doubt."""
        return self.share(_is_date)

    @cached_property
    def actors(self) -> float:
        """Share of texts that are known names of actors, or begin with one."""
        directory = ActorDirectory.standard()
        return self.share(lambda text: _is_actor(text, directory))

    @cached_property
    def types(self) -> float:
        """Share of texts that mean one type of event."""
        types = event_types()
        return self.share(lambda text: len(text) < 60 and len(types_for(text, types)) == 1)

    @cached_property
    def statuses(self) -> float:
        """Share of texts that mean one status."""
        return self.share(lambda text: status_of(text) != "")

    @cached_property
    def ids(self) -> float:
        """Share of texts that are ids: different words with a letter."""
        are_different = len({*self.texts}) == len(self.texts)
        if not are_different:
            return 0.0
        return self.share(lambda text: bool(_ID.fullmatch(text)) and not text.isdecimal())

    @cached_property
    def length(self) -> float:
        """Mean number of characters."""
        return sum(map(len, self.distinct)) / max(len(self.distinct), 1)

    def within(self, bound: float) -> float:
        """Return the share of texts that are numbers from ``-bound`` to ``bound``."""
        return self.share(lambda text: _is_within(text, bound))


def contents(table: RawTable) -> dict[str, Content]:
    """Return the content of each column, from the first rows of a table."""
    texts: dict[str, list[str]] = {column: [] for column in table.columns}
    for row in islice(table.rows, _MOST_ROWS):
        for column, text in row.cells.items():
            if text not in MISSING:
                texts[column].append(text)
    return {column: Content(found) for column, found in texts.items()}


def status_of(text: str) -> str:
    """Return the status that a text means; empty if none or several.

    >>> status_of("Unverified"), status_of("confirmed"), status_of("blue")
    ('alleged', 'confirmed', '')
    """
    word = text.strip().casefold()
    if word in _STATUSES:
        return word
    meant = meant_choices("status", word) if len(word) < 40 else []
    return meant[0] if len(meant) == 1 else ""


def _length_of_addresses(text: str) -> int:
    return sum(map(len, _ADDRESS.findall(text)))


def _is_date(text: str) -> bool:
    if len(text) > 80 or not _DATE_SHAPE.search(text) or _ADDRESS.search(text):
        return False
    found = date_text(text, "")
    return not isinstance(found, Doubt) or "write " in found.reason or bool(found.option)


def _is_actor(text: str, directory: ActorDirectory) -> bool:
    name = _AND.split(text)[0].strip()
    try:
        directory.resolve(name, suggest=False)
    except LookupError:
        return False
    return True


def _is_within(text: str, bound: float) -> bool:
    if not _NUMBER.fullmatch(text):
        return False
    return abs(float(text.replace("−", "-").replace(",", "."))) <= bound
