"""Limits of what is read and sent: lengths of texts, lists and answers.

Each limit is far beyond what people write, and keeps the time and the memory of every step in
proportion to the size of the file or of the request. Titles, descriptions and notes have no limit:
every step takes time in proportion to their length.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_NAME: Final = 300
"""Characters of the name of an actor, place, publisher, author or period, of an alias or a tag."""
LONGEST_ID: Final = 200
"""Characters of an id, whether it is written or made of date and title."""
LONGEST_URL: Final = 4_000
"""Characters of a web address."""
LONGEST_NUMBER: Final = 40
"""Characters of a number."""
LONGEST_DATE: Final = 80
"""Characters of a date; the longest that can be written has 55."""
MOST_SEARCHES: Final = 200
"""Searches for similar words in one file; problems after these have no ``did you mean``."""

MOST_REPORTS: Final = 1_000_000_000
"""Largest number of reports of one event."""
MOST_ITEMS: Final = 200
"""Items of a list in an event, a claim or an actor: participants, claims, sources, aliases, …"""
MOST_PAIRS_OF_EVENT: Final = 40_000
"""Pairs of actor and target in one event; 200 actors and one target are as many."""
MOST_PAIRS: Final = 2_000_000
"""Pairs of actor and target in all events of a file with few events."""
PAIRS_FOR_EACH_EVENT: Final = 20
"""Mean number of pairs of an event up to which a file with many events may exceed MOST_PAIRS."""
MOST_PROBLEMS: Final = 10_000
"""Different problems of one file that are listed; the other problems are only counted."""
MOST_PLACES: Final = 100_000
"""Places of the problems of one file that are listed."""

LONGEST_VALUE: Final = 2_000
"""Characters of a value in a query string."""
MOST_VALUES: Final = 300
"""Values of a query string."""
MOST_WORDS: Final = 50
"""Different words of a text search."""
LARGEST_ANSWER: Final = 16_000_000
"""Estimated characters of one answer of the API about relations."""

MOST_STEPS: Final = 50
"""Saves of one run of edit mode that can be undone."""
MOST_STEP_BYTES: Final = 64_000_000
"""Bytes of all versions that are kept for undo and redo; the latest is kept whatever its size."""

LARGEST_IMPORT: Final = 2_000_000_000
"""Bytes of a file that is imported."""
LARGEST_TABLE: Final = 8_000_000
"""Bytes of a table that is pasted or dropped on the page."""
LARGEST_WORKBOOK: Final = 400_000_000
"""Bytes of all parts of an imported workbook after unpacking."""
MOST_COLUMNS: Final = 2_000
"""Columns of an imported table; Excel writes up to 16,384, of which most are blank."""
MOST_CELLS: Final = 60_000_000
"""Cells of an imported table, blank ones included."""
MOST_WORKBOOK_CELLS: Final = 20_000_000
"""Cells of a sheet up to its last row and column."""
LONGEST_CELL: Final = 131_072
"""Characters of a cell of an imported table."""
DEEPEST_RECORD: Final = 30
"""Levels of nesting in imported JSON and YAML."""
MOST_YAML_VALUES: Final = 20_000_000
"""Values of imported YAML; an alias counts as all values that it stands for."""
MOST_IMPORT_PROBLEMS: Final = 1_000
"""Problems of one imported table that are listed; the other problems are only counted."""

LONGEST: Mapping[str, int] = MappingProxyType(
    {
        **dict.fromkeys(("actors", "country", "name", "place", "texts"), LONGEST_NAME),
        **dict.fromkeys(("identifier", "identifiers"), LONGEST_ID),
        **dict.fromkeys(("source", "sources", "url"), LONGEST_URL),
    }
)
"""Characters of a value by the kind of its field; kinds that are missing have no limit."""
