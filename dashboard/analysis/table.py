"""Tables: columns of plain values with links, for the page and for files alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.analysis.link import Link


class Kind(Enum):
    """Kind of the values of a column, which decides their format and alignment."""

    TEXT = auto()
    COUNT = auto()
    NUMBER = auto()
    """A number of any unit, such as degrees, which files repeat unrounded."""
    SCORE = auto()
    """A score, or a sum of scores; NaN where there is none."""
    SHARE = auto()
    """A fraction from 0 to 1."""
    FLAG = auto()


class Column(NamedTuple):
    """A column: the kind of its values, and its heading on the page; files use its key."""

    kind: Kind
    heading: str = ""


@dataclass(frozen=True, eq=False)
class Table:
    """A table that a writer can draw or save without knowing its subject.

    Attributes:
        title: subject of the rows.
        columns: every column by its key.
        values: values of each column, by key.
        links: links of the cells of some columns, by key; ``None`` for a cell without a link.
        shown: keys of the columns on the page, in order.
        saved: keys of the columns in files, in order.
        total: number of rows that there are, of which ``values`` may hold the first only.
        note: sentence about rows that are left out, or an empty text.
        few: flags of the cells of some columns, by key, that rest on too few events.

    >>> column = Column(Kind.COUNT, "Events")
    >>> Table("Actors", {"n": column}, {"n": [3, 1]}, shown=("n",), total=9).rows
    2
    """

    title: str
    columns: Mapping[str, Column]
    values: Mapping[str, Sequence[Any]]
    links: Mapping[str, Sequence[Link | None]] = field(default_factory=dict)
    shown: tuple[str, ...] = ()
    saved: tuple[str, ...] = ()
    total: int = 0
    note: str = ""
    few: Mapping[str, Sequence[bool]] = field(default_factory=dict)

    @classmethod
    def whole(
        cls,
        title: str,
        columns: Mapping[str, Column],
        values: Mapping[str, Sequence[Any]],
        links: Mapping[str, Sequence[Link | None]] | None = None,
        few: Mapping[str, Sequence[bool]] | None = None,
    ) -> Table:
        """Return a table with all of its rows, whose columns are all shown and saved.

        >>> Table.whole("Actors", {"n": Column(Kind.COUNT, "Events")}, {"n": [3, 1]}).total
        2
        """
        keys, rows = tuple(columns), len(next(iter(values.values())))
        return cls(title, columns, values, links or {}, keys, keys, rows, few=few or {})

    @property
    def rows(self) -> int:
        """Number of rows."""
        return len(next(iter(self.values.values())))
