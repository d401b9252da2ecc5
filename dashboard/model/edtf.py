"""The form of dates: a text of the subset of EDTF becomes its points, without a calendar or zone.

Level 0 and 1 of EDTF: ``2023``, ``2023-10``, ``2023-10-26``, a time with its offset, one mark after
a point (``~ ? %``), seasons (``2001-21``), unspecified digits (``199X``, ``2023-10-XX``) and
intervals ``A/B`` with open (``..``) and unknown (empty) ends. Of level 2: other groups of months
(``2001-33``) and sets of which one holds, ``[A..B]``, ``[..B]``, ``[A..]`` and ``[A,B]``.

Source: Library of Congress (2019), Extended Date/Time Format (EDTF) Specification. The subset goes
beyond EDTF in two points: seconds may be left out, and times may have marks and be ends of
intervals and sets.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from dashboard.words.dates import SEASONS

if TYPE_CHECKING:
    from collections.abc import Mapping

OPEN = ".."
MINUTE, DAY, MONTH, YEAR = range(4)
"""Ranks of the precisions of a date, the finest first."""

_POINT = re.compile(
    r"""(?!-0000)(?P<year>-?[0-9]{4})
    (?:-(?P<month>0[1-9]|1[0-2]) (?:-(?P<day>0[1-9]|[12][0-9]|3[01])
        (?:T(?P<hour>[01][0-9]|2[0-3]):(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?
            (?P<offset>Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00)) )? )? )?
    (?P<mark>[~?%]?)""",
    re.VERBOSE,
)
_INEXACT = re.compile(
    r"""(?P<year>-?[0-9]{2}(?:[0-9]X|XX) | (?!-0000)-?[0-9]{4}(?=-))
    (?:-(?:(?P<season>2[1-9]|3[0-9]|4[01]) | (?P<month>0[1-9]|1[0-2])-XX | XX(?:-XX)?))?
    (?P<mark>[~?%]?)""",
    re.VERBOSE,
)
_BETWEEN_ITEMS = re.compile(" ?, ?")
_NEAREST_YEARS = 10
"""Years within which ``2014-22`` may mean 2014 to 2022: such a text is refused as a season."""

MONTHS_OF_CODE: Mapping[int, tuple[int, int]] = MappingProxyType(
    {
        **{code: (1 + 3 * (code - 33), 3) for code in range(33, 37)},
        **{code: (1 + 4 * (code - 37), 4) for code in range(37, 40)},
        **{code: (1 + 6 * (code - 40), 6) for code in range(40, 42)},
        **{code: (3 + 3 * ((code - 21) % 4), 3) for code in range(21, 29)},
        **{code: (3 + 3 * ((code - 27) % 4), 3) for code in range(29, 33)},
    }
)
"""First month and number of months by the code of a season, quarter, third or half of a year."""


class Civil(NamedTuple):
    """A day of the calendar, which need not exist: ``Civil(2023, 2, 30)``."""

    year: int
    month: int
    day: int


class Point(NamedTuple):
    """One date or time as it is written.

    Attributes:
        first: its first day.
        after: the day after its last day; of a single day or a time the day itself.
        rank: rank of its precision: ``MINUTE``, ``DAY``, ``MONTH`` or ``YEAR``.
        clock: time of day, such as ``22:42`` or ``22:42:28``; empty if only a day is known.
        offset: ``Z`` or an offset such as ``+09:00``; empty without a clock.
        mark: ``~``, ``?``, ``%`` or empty.
        season: code of a season or another group of months, 0 for none.
        unspecified: number of characters ``X``, 0 for none.
    """

    first: Civil
    after: Civil
    rank: int
    clock: str = ""
    offset: str = ""
    mark: str = ""
    season: int = 0
    unspecified: int = 0

    @property
    def last(self) -> Civil:
        """A day that is not before its last day, and before all days after it."""
        year, month, day = self.after
        return self.after if self.after == self.first else Civil(year, month, day - 1)


class Written(NamedTuple):
    """A date of the subset: one span, or several of which one holds.

    Attributes:
        spans: pairs of points, first and last; ``None`` is an open or unknown end.
        form: ``point``, ``interval`` or ``set``.
        unknown: ``start`` or ``end`` if that end of an interval is unknown; else empty.
    """

    spans: tuple[tuple[Point | None, Point | None], ...]
    form: Literal["point", "interval", "set"]
    unknown: Literal["", "start", "end"] = ""


def read_edtf(text: str) -> Written | None:
    """Return a date by its form, ``None`` if the text does not have one.

    >>> read_edtf("2023-10").spans[0][0].after, read_edtf("1985/").unknown
    (Civil(year=2023, month=11, day=1), 'end')
    >>> len(read_edtf("[1667,1668,1670..1672]").spans), read_edtf("2023-13")
    (3, None)
    """
    if text[:1] == "[":
        return _set(text)
    first, slash, last = text.partition("/")
    start = read_point(first)
    if not slash:
        return None if start is None else Written(((start, start),), "point")
    finish = read_point(last)
    if (start is None and first not in ("", OPEN)) or (finish is None and last not in ("", OPEN)):
        return None
    if start is None and finish is None:
        return None
    return Written(((start, finish),), "interval", _unknown(first, last))


def read_point(text: str) -> Point | None:
    """Return one point by its form, ``None`` if the text does not have one.

    >>> read_point("199X").first.year, read_point("2001-21").first.month
    (1990, 3)
    """
    match = _POINT.fullmatch(text)
    if match is None:
        return _inexact(text)
    year_text, month, day, hour, minute, second, offset, mark = match.groups()
    year = int(year_text)
    if day:
        civil = Civil(year, int(month), int(day))
        if not hour:
            return Point(civil, civil, DAY, "", "", mark)
        clock = f"{hour}:{minute}:{second}" if second else f"{hour}:{minute}"
        return Point(civil, civil, MINUTE, clock, offset, mark)
    if month:
        return _months(year, int(month), 1, MONTH, mark)
    return _months(year, 1, 12, YEAR, mark)


def may_be_years(text: str) -> int:
    """Return the later year that a season may stand for, 0 for none: ``2001-21`` is 2001 to 2021.

    >>> may_be_years("2001-21"), may_be_years("1998-21")
    (2021, 0)
    """
    match = _INEXACT.fullmatch(text)
    if match is None or not match["season"] or text.startswith("-"):
        return 0
    year = int(match["year"])
    later = year - year % 100 + int(match["season"])
    return later if later > year else 0


def _months(year: int, month: int, number: int, rank: int, mark: str) -> Point:
    end = month - 1 + number
    after = Civil(year + end // 12, end % 12 + 1, 1)
    return Point(Civil(year, month, 1), after, rank, "", "", mark)


def _inexact(text: str) -> Point | None:
    """Return a season, or a date with unspecified digits."""
    match = _INEXACT.fullmatch(text)
    if match is None:
        return None
    written, season, month, mark = match.group("year", "season", "month", "mark")
    unspecified = text.count("X")
    if written.endswith("X"):
        if "-" in text[1:]:
            return None
        least, most = sorted((int(written.replace("X", "0")), int(written.replace("X", "9"))))
        return Point(Civil(least, 1, 1), Civil(most + 1, 1, 1), YEAR, "", "", mark, 0, unspecified)
    year = int(written)
    if not season:
        bounds = (int(month), 1, MONTH) if month else (1, 12, YEAR)
        return _months(year, *bounds, mark)._replace(unspecified=unspecified)
    code = int(season)
    if code not in SEASONS or 0 < may_be_years(text.rstrip("~?%")) - year < _NEAREST_YEARS:
        return None
    return _months(year, *MONTHS_OF_CODE[code], MONTH, mark)._replace(season=code)


def _unknown(first: str, last: str) -> Literal["", "start", "end"]:
    if not first:
        return "start"
    return "" if last else "end"


def _set(text: str) -> Written | None:
    """Return a set of which one holds: ``[A,B]``, ``[A..B]``, ``[..B]``, ``[A..]``."""
    if not text.endswith("]"):
        return None
    items = _BETWEEN_ITEMS.split(text[1:-1].strip())
    spans = []
    for index, item in enumerate(items):
        first, dots, last = item.partition(OPEN)
        start, finish = read_point(first), read_point(last)
        if not dots:
            finish = start
        is_open_before = dots and not first and index == 0
        is_open_after = dots and not last and index == len(items) - 1
        if (start is None and not is_open_before) or (finish is None and not is_open_after):
            return None
        if start is None and finish is None:
            return None
        spans.append((start, finish))
    if len(spans) == 1 and spans[0][0] is spans[0][1]:
        return None
    return Written(tuple(spans), "set")
