"""The parties over time: who asserted, confirmed, disputed or denied an event, and when.

    0        left                              width
    │ names  │                                  │
    │ United States  ▲───────────────────▲──────│   a row of ROW pixels for each party
    │ Russia ────────────▼▽──────────────▼──────│   two stances of one day: side by side
    │         13 Oct   17 Oct          26 Oct   │   the dates that fit without touching

Columns are in the order of their days. The distance between two grows with the logarithm of the
days between them, so that a week of answers is readable beside a year of silence; the dates are
written since the scale is not even. Parties that only spoke together share a row.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import log2
from typing import TYPE_CHECKING

from dashboard.analysis.evidence.first_claims import Record, date_of, first_claims_in_words
from dashboard.analysis.text_width import cut, text_width
from dashboard.model.calendar import DAY_SECONDS
from dashboard.model.country_names import name_in_language
from dashboard.model.date_parts import parts_of, words_of
from dashboard.model.dates import MAX_SECOND
from dashboard.model.labels import STANCE_LABELS
from dashboard.words.compact_dates import compact_day
from dashboard.words.dates import short_month
from dashboard.words.direction import isolated
from dashboard.words.language import gettext, pgettext
from dashboard.words.lists import first_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dashboard.model.actors import ActorDirectory
    from dashboard.words.dates import DateParts

_Row = tuple[tuple[str, ...], set[int]]
"""The ids of the parties of a row, and the numbers of their claims."""
_Cells = dict[tuple[int, int], dict[str, tuple[str, bool]]]
"""By row and second: the date of each stance, and whether it is vague."""

WIDTH = 312.0
"""Width of the drawing in pixels; one with very many days is wider."""
ROW, FONT = 17.0, 12.0
"""Height of a row, and the size of its text, in pixels."""
SMALL_FONT = 12.0
"""Size of the dates in pixels."""
MARK = 10.0
"""Width of a mark in pixels."""
_GAP = 3.0
"""Least distance between two marks, and between a name and a mark, in pixels."""
_NAMES = 124.0
"""Largest width of the names in pixels."""
_MOST_ROWS = 8
"""Largest number of rows; the last one holds all other parties."""


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """A row: parties that only spoke together.

    Attributes:
        name: their names, shortened to the width of the names.
        words: their names in full.
        parties: their ids.
        y: middle of the row in pixels.
    """

    name: str
    words: str
    parties: tuple[str, ...]
    y: float


@dataclass(frozen=True, slots=True)
class Voice:
    """A mark: what the parties of a row said on a day.

    Attributes:
        x, y: middle of the mark in pixels.
        stance: a key of ``STANCES``.
        is_vague: whether no exact day is given, only a month or a year.
        words: who, what and when: ``Russia denies, 17 October 2023``.
    """

    x: float
    y: float
    stance: str
    is_vague: bool
    words: str


@dataclass(frozen=True, slots=True)
class Voices:
    """The parties over time, in pixels.

    Attributes:
        width, height: size of the drawing; ``left`` is the x at which its plot area begins.
        rows: the parties, in the order in which they spoke first.
        marks: what they said.
        dates: x of the middle, y of the base line, and text of each date.
        words: the finding: the first claim of each stance.
    """

    width: float
    height: float
    left: float
    rows: tuple[VoiceRow, ...]
    marks: tuple[Voice, ...]
    dates: tuple[tuple[float, float, str], ...]
    words: str


@dataclass(frozen=True)
class _Column:
    """The claims of one day."""

    second: int
    date: str

    @property
    def first(self) -> DateParts | None:
        first, last = parts_of(self.date) if self.date else (None, None)
        return first or last

    def label(self, with_year: bool) -> str:
        if self.first is None:
            return _undated()
        year, month, day, *_ = self.first
        if with_year or not month:
            return compact_day(year, month, day)
        return short_month(month, day)


def lay_out_voices(claims: Sequence[Record], directory: ActorDirectory) -> Voices | None:
    """Return the parties over time; ``None`` without claims.

    Args:
        claims: rows of ``Tables.claims`` of one event, in their order.
        directory: names of the actors, and the parties for which they speak.
    """
    if not claims:
        return None
    rows = _rows(claims, directory)
    names = [_name(parties, directory) for parties, _ in rows]
    left = min(_NAMES, max(text_width(name, FONT) for name in names)) + 2 * _GAP
    columns = _columns(claims)
    said = _cells(claims, rows)
    x, width = _place(columns, said, left)
    placed = tuple(
        VoiceRow(cut(name, left - 2 * _GAP, FONT), name, parties, ROW * (row + 0.5))
        for row, (name, (parties, _)) in enumerate(zip(names, rows, strict=True))
    )
    base = ROW * len(rows) + SMALL_FONT
    return Voices(
        width=width,
        height=base + 4,
        left=left,
        rows=placed,
        marks=tuple(_marks(said, columns, x, placed)),
        dates=tuple(_dates(columns, x, width, base)),
        words=first_claims_in_words(claims),
    )


def _rows(claims: Sequence[Record], directory: ActorDirectory) -> list[_Row]:
    spoke: dict[str, set[int]] = {}
    for number, claim in enumerate(claims):
        for actor in claim["by_ids"]:
            spoke.setdefault(directory.party_of(actor), set()).add(number)
    together: dict[frozenset[int], list[str]] = {}
    for party, numbers in spoke.items():
        together.setdefault(frozenset(numbers), []).append(party)
    rows = [(tuple(parties), set(numbers)) for numbers, parties in together.items()]
    if len(rows) <= _MOST_ROWS:
        return rows
    others = rows[_MOST_ROWS - 1 :]
    parties = tuple(party for some, _ in others for party in some)
    return [*rows[: _MOST_ROWS - 1], (parties, set().union(*(numbers for _, numbers in others)))]


def _name(parties: Sequence[str], directory: ActorDirectory) -> str:
    names = [name_in_language(party, directory.get(party).name) for party in parties]
    return first_of(list(map(isolated, names)), 2)


def _columns(claims: Sequence[Record]) -> list[_Column]:
    """Return the days in order; the most exact date of a day names it."""
    days: dict[int, str] = {}
    for claim in claims:
        second, date = claim["known"], date_of(claim)
        days[second] = max(days.get(second, ""), date, key=len)
    return [_Column(second, days[second]) for second in sorted(days)]


def _cells(claims: Sequence[Record], rows: Sequence[_Row]) -> _Cells:
    cells: _Cells = {}
    for row, (_, numbers) in enumerate(rows):
        for number in sorted(numbers):
            claim, date = claims[number], date_of(claims[number])
            first, last = parts_of(date) if date else (None, None)
            is_vague = first is None or first.day is None or first != last
            stances = cells.setdefault((row, claim["known"]), {})
            stances.setdefault(claim["stance"], (date, is_vague))
    return cells


def _place(columns: Sequence[_Column], said: _Cells, left: float) -> tuple[list[float], float]:
    """Return the x of the middle of each column, and the width of the drawing."""
    halves = [
        MARK / 2 * max(len(stances) for (_, second), stances in said.items() if second == each)
        for each in (column.second for column in columns)
    ]
    least = [one + other + _GAP for one, other in pairwise(halves)]
    weights = [log2(2 + _days(one, other)) for one, other in pairwise(columns)]
    start = left + _GAP + halves[0]
    spare = max(0.0, WIDTH - start - sum(least) - halves[-1] - _GAP)
    share = spare / sum(weights) if weights else 0.0
    x = [start]
    for room, weight in zip(least, weights, strict=True):
        x.append(x[-1] + room + share * weight)
    return x, max(WIDTH, x[-1] + halves[-1] + _GAP)


def _days(one: _Column, other: _Column) -> float:
    """Return the days between two columns; claims without a date follow at once."""
    return 0.0 if other.second >= MAX_SECOND else (other.second - one.second) / DAY_SECONDS


def _marks(
    said: _Cells, columns: Sequence[_Column], x: Sequence[float], rows: Sequence[VoiceRow]
) -> Iterator[Voice]:
    middle = {column.second: at for column, at in zip(columns, x, strict=True)}
    for (row, second), stances in said.items():
        for number, (stance, (date, is_vague)) in enumerate(stances.items()):
            shift = (number - (len(stances) - 1) / 2) * MARK
            # Translators: who does what with an assertion: Russia: denies, 17 October 2023.
            words = gettext(
                "{names}: {stance}, {date}",
                names=rows[row].words,
                stance=STANCE_LABELS[stance].inline,
                date=words_of(date) if date else _undated(),
            )
            yield Voice(middle[second] + shift, rows[row].y, stance, is_vague, words)


def _dates(
    columns: Sequence[_Column], x: Sequence[float], width: float, y: float
) -> Iterator[tuple[float, float, str]]:
    """Yield the dates that do not touch: the first, the last, then the others in order."""
    years = {column.first.year for column in columns if column.first}
    taken: list[tuple[float, float]] = []
    for number in dict.fromkeys([0, len(columns) - 1, *range(len(columns))]):
        text = columns[number].label(len(years) > 1)
        half = text_width(text, SMALL_FONT) / 2
        at = min(x[number], width - half)
        if all(at + half + _GAP < left or right + _GAP < at - half for left, right in taken):
            taken.append((at - half, at + half))
            yield at, y, text


def _undated() -> str:
    return pgettext("in place of the date of a claim", "no date")
