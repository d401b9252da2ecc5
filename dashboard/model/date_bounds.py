"""Bounds of inexact dates: parts of a year, month, decade or century, seasons and weeks."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from dashboard.model.edtf import MONTHS_OF_CODE, read_edtf
from dashboard.model.patterns import pattern

_NAMES_OF_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_PARTS = {"early": 0, "mid": 1, "late": 2}


def whole_bounds(text: str) -> tuple[str, str] | None:
    """Return the first and last date within a year, month, decade or century; ``None`` for others.

    >>> whole_bounds("2023-10"), whole_bounds("199X")
    (('2023-10-01', '2023-10-31'), ('1990', '1999'))
    """
    written = read_edtf(text)
    if written is None or written.form != "point" or written.spans[0][0] is None:
        return None
    first, after = written.spans[0][0].first, written.spans[0][0].after
    if "X" in text and len(text) == 4:
        return str(first.year), str(after.year - 1)
    if pattern("[0-9]{4}").fullmatch(text):
        return f"{text}-01", f"{text}-12"
    if pattern("[0-9]{4}-[0-9]{2}").fullmatch(text):
        return f"{text}-01", f"{text}-{monthrange(first.year, first.month)[1]}"
    return None


def part_of(part: str, text: str) -> list[str]:
    """Return the early, middle or late third of a year, month, decade or century as [A..B].

    >>> part_of("early", "2023-10"), part_of("late", "2023"), part_of("mid", "199X")
    (['[2023-10-01..2023-10-10]'], ['[2023-09..2023-12]'], ['[1994..1996]'])
    """
    bounds = whole_bounds(text)
    if bounds is None:
        return []
    head = bounds[0][:-2] if len(text) != 4 or "X" not in text or "XX" in text else bounds[0][:-1]
    size = len(bounds[0]) - len(head)
    least, most = int(bounds[0][len(head) :]), int(bounds[1][len(head) :])
    number = most - least + 1
    third = 10 if number in range(28, 32) else number // 3
    starts = (least, least + third + (number == 10), least + 2 * third + (number % 10 == 0))
    ends = (starts[1] - 1, starts[2] - 1, most)
    index = _PARTS[part]
    return [f"[{head}{starts[index]:0{size}d}..{head}{ends[index]:0{size}d}]"]


def season(name: str, year: int, next_year: bool) -> list[str]:
    """Return the readings of a season: in the north and in the south, as [A..B].

    Args:
        name: ``spring``, ``summer``, ``autumn``, ``fall`` or ``winter``.
        year: the year, or the first of two years.
        next_year: whether the text names two years, which only a season over New Year has.

    >>> season("spring", 2021, False)
    ['[2021-03..2021-05]', '[2021-09..2021-11]']
    >>> season("winter", 2022, True)
    ['[2022-12..2023-02]']
    """
    north = _NAMES_OF_SEASONS[name]
    south = (north + 5) % 12 + 1
    if next_year:
        return [_months(year, month) for month in (north, south) if month == 12]
    found = [_months(year, north), _months(year, south)]
    return [_months(year - 1, 12), *found] if 12 in (north, south) else found


def season_of_code(year: int, code: int) -> list[str]:
    """Return the months of a code of EDTF (21 to 41) as [A..B].

    >>> season_of_code(2023, 24), season_of_code(2023, 33)
    (['[2023-12..2024-02]'], ['[2023-01..2023-03]'])
    """
    first, number = MONTHS_OF_CODE[code]
    return [_months(year, first, number)]


def days_of_week(year: int, week: int, day: int) -> list[str]:
    """Return the readings of an ISO week, or the day of a week (1 to 7; 0 for the whole week).

    >>> days_of_week(2023, 43, 0), days_of_week(2023, 43, 4)
    (['[2023-10-23..2023-10-29]', '2023-10-23/2023-10-29'], ['2023-10-26'])
    """
    try:
        first = date.fromisocalendar(year, week, day or 1)
    except ValueError:
        return []
    if day:
        return [str(first)]
    last = first + timedelta(days=6)
    return [f"[{first}..{last}]", f"{first}/{last}"]


def _months(year: int, first: int, number: int = 3) -> str:
    last = first + number - 1
    return f"[{year:04d}-{first:02d}..{year + (last > 12):04d}-{(last - 1) % 12 + 1:02d}]"
