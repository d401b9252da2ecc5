"""Phrases of dates: open ends, bounds, seasons, parts of a year, other calendars.

Each row has a pattern of a text in the form of ``date_languages.plain_words``, and a function that
returns what the phrase means. It takes the match and a function that reads the dates within.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from dashboard.model.date_bounds import days_of_week, part_of, season, season_of_code
from dashboard.model.edtf import read_edtf
from dashboard.model.patterns import pattern

Texts = Callable[[str], list[str]]
"""Function that returns the readings of a part of a phrase as valid dates."""


class Objection(NamedTuple):
    """A rule that a text breaks, with the dates that may have been meant.

    Attributes:
        reason: the rule; without proposals also what to write.
        meant: proposals, likeliest first; not all of them need to be valid.
        is_certain: whether a single valid proposal is the only reading of the text.
    """

    reason: str
    meant: tuple[str, ...] = ()
    is_certain: bool = True


Phrase = Callable[[re.Match[str], Texts], Objection]

FORMS = (
    "write YYYY, YYYY-MM, YYYY-MM-DD, YYYY-MM-DDThh:mmZ or an interval A/B (A/.. has an open end), "
    "with ~ if it is approximate and ? if it is uncertain; [A..B] is once, between A and B"
)
NO_DATE = (
    "an event needs a date: if it is unknown, write its bounds, [A..B], [..B] or [A..], or the "
    "year or decade alone, such as 2023 or 199X"
)
ALL_OF = "of several dates, write one event for each; [A,B] is one of them, A/B lasts from A to B"
BCE = "a year has four digits, and 44 BCE is -0043, 1 BCE is 0000"
ENDS = "an interval is A/B, each end a whole date"
MARK = "only ~ approximate, ? uncertain or % both may follow a date, at its end"
ORDER = "dates are year-month-day"
LEAVE_OUT = "leave out what is unknown"
FISCAL = "fiscal years differ: write the first and last month, [A..B] for once between, A/B for all"
_MIDNIGHT = "hours run from 00 to 23; midnight is 00:00 of the next day"
OPEN_END = "an open end is written .., an unknown one is left empty"
ONCE = "[A..B] is once, some time between A and B, both included; A/B lasts from A to B"
BEFORE = "[..B] is once, on B or before; [A..] is once, on A or after"
_PART = "a part of a year, month, decade or century is written as bounds of one event, [A..B]"
_SEASON = "write the months of a season: those in the north, or those in the south"
SEASON_OR_YEARS = "two digits may be a year, or the code of a season or part of a year in EDTF"
ONE_OF = "of a set, one date holds: [A,B] is A or B"
_X_DIGITS = "X stands for the last digits of a year, or for a whole month or day"
DIGITS = "a year has four digits; a day or a month alone is not enough"

_WORDS_OF_PARTS = {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}
_NUMBERS = {"1": 1, "2": 2, "3": 3, "4": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}


def formed(reason: str, *forms: str, is_certain: bool = True) -> Phrase:
    """Return the reader of a phrase with one date; each form holds the date as ``{}``."""

    def read(match: re.Match[str], texts: Texts) -> Objection:
        dates = texts(match["a"])
        meant = [form.format(each) for each in dates for form in forms]
        return Objection(reason, (*meant, ""), is_certain)

    return read


def pair(reason: str, *forms: str, is_certain: bool = True) -> Phrase:
    """Return the reader of a phrase with two dates, ``{0}`` and ``{1}`` in each form."""

    def read(match: re.Match[str], texts: Texts) -> Objection:
        pairs = [each.split("/") for each in texts(f"{match['a']} - {match['b']}") if "/" in each]
        if not pairs:
            pairs = [[one, other] for one in texts(match["a"]) for other in texts(match["b"])]
        meant = [form.format(*pair) for pair in pairs for form in forms]
        return Objection(reason, (*meant, ""), is_certain)

    return read


def refused(reason: str) -> Phrase:
    """Return the reader of a phrase that no date says."""
    return lambda _match, _texts: Objection(reason)


def calendar(name: str) -> Phrase:
    """Return the reader of a date in another calendar."""
    reason = (
        f"dates are Gregorian, and this is one of the {name} calendar: write the Gregorian date"
    )
    return refused(reason)


def _next_to(text: str, step: int) -> str:
    """Return the day, month, year or decade after (1) or before (-1) a date; empty for others."""
    if pattern("[0-9]{2,3}X{1,2}").fullmatch(text) and len(text) == 4:
        known = text.rstrip("X")
        return f"{int(known) + step:0{len(known)}d}{'X' * text.count('X')}"
    if pattern("[0-9]{4}").fullmatch(text):
        return f"{int(text) + step:04d}"
    if pattern("[0-9]{4}-[0-9]{2}").fullmatch(text):
        months = int(text[:4]) * 12 + int(text[5:]) - 1 + step
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    try:
        return str(date.fromisoformat(text) + timedelta(days=step)) if len(text) == 10 else ""
    except (ValueError, OverflowError):
        return ""


def beyond(form: str, step: int) -> Phrase:
    """Return the reader of *before* or *after* a date, which may include the date or not."""

    def read(match: re.Match[str], texts: Texts) -> Objection:
        dates = texts(match["a"])
        meant = [form.format(each) for date in dates for each in (_next_to(date, step), date)]
        return Objection(f"{BEFORE}; the last one includes the date itself", (*meant, ""), False)

    return read


def read_part(match: re.Match[str], texts: Texts) -> Objection:
    """Read *early*, *mid* or *late* in a year, month or decade."""
    part = _WORDS_OF_PARTS.get(match["part"], match["part"])
    dates = texts(match["a"])
    meant = [each for text in dates for each in part_of(part, text)] + dates
    return Objection(_PART, (*meant, ""), False)


def read_season(match: re.Match[str], _texts: Texts) -> Objection:
    """Read a season of a year, or of two years."""
    found = match.groupdict()
    meant = season(found["season"], int(found["year"]), bool(found.get("next")))
    return Objection(_SEASON, (*meant, ""))


def read_group(match: re.Match[str], _texts: Texts) -> Objection:
    """Read a quarter or a half of a year."""
    size = 3 if match["kind"] == "q" else 6
    number = _NUMBERS.get(match["n"], 12 // size)
    first, last = (number - 1) * size + 1, number * size
    meant = f"[{match['year']}-{first:02d}..{match['year']}-{last:02d}]" if last < 13 else ""
    return Objection(_PART, (meant,))


def read_quarters(match: re.Match[str], _texts: Texts) -> Objection:
    """Read the first and last of some quarters: *Q1-Q2 2023*."""
    first, last = int(match["first"]) * 3 - 2, int(match["last"]) * 3
    year = match["year"]
    return Objection(ONCE, once_or_lasting(f"{year}-{first:02d}/{year}-{last:02d}"))


def read_unspecified(match: re.Match[str], _texts: Texts) -> Objection:
    """Read digits that are unspecified in other places, or with other characters, than in EDTF."""
    text = match[0].upper().replace("U", "X").replace("?", "X").replace("_", "X")
    if text.startswith("X"):
        return Objection("a date needs its year or decade, and only its last digits may be X")
    if read_edtf(text):
        return Objection(_X_DIGITS, (text,))
    least, most = text.replace("X", "0"), text.replace("X", "9")
    if pattern("[0-9]{4}-[01]X").fullmatch(text):
        least, most = (
            f"{text[:4]}-{month}" for month in (("01", "09"), ("10", "12"))[int(text[5])]
        )
    elif pattern("[0-9]{4}-(0[1-9]|1[0-2])-[0-3]X").fullmatch(text):
        days = monthrange(int(text[:4]) % 400 or 400, int(text[5:7]))[1]
        least = f"{text[:8]}{max(1, int(least[8:])):02d}"
        most = f"{text[:8]}{min(days, int(most[8:])):02d}"
    elif not pattern("[0-9]+X+").fullmatch(text):
        return Objection(_X_DIGITS)
    return Objection(_X_DIGITS, (f"[{least}..{most}]", ""))


def read_century(match: re.Match[str], _texts: Texts) -> Objection:
    """Read *19th century*, which begins in 1801, to some in 1800; *5th century BC*."""
    last = int(match["n"]) * 100
    if match["bc"]:
        return Objection(_PART, (f"[-{last - 1:04d}..{_century_end(last)}]",))
    meant = (f"[{last - 99:04d}..{last:04d}]", f"{last // 100 - 1:02d}XX")
    return Objection(f"{_PART}; the second is {last - 100:04d} to {last - 1:04d}", meant, False)


def _century_end(first: int) -> str:
    """Return the last year of the century that begins with a year BCE: of 500 it is 401 BCE."""
    return f"-{first - 100:04d}" if first > 100 else "0000"


def read_decade(match: re.Match[str], _texts: Texts) -> Objection:
    """Read *1990s*; *1900s* may be a decade or a century."""
    tens = match["tens"]
    return Objection(
        _X_DIGITS, (f"{tens}X", f"{tens[:2]}XX") if tens.endswith("0") else (f"{tens}X",)
    )


def read_set_of(match: re.Match[str], texts: Texts) -> Objection:
    """Read dates in brackets."""
    inside = match["a"].strip()
    items = pattern(" ?[,;] ?| or ").split(inside)
    if len(items) == 1:
        read = texts(inside)
        meant = [form for each in read for form in once_or_lasting(each)]
        return Objection(ONCE if "/" in inside else "a set has several dates", (*meant, ""))
    dates = [texts(item) for item in items]
    is_clear = all(len(readings) == 1 for readings in dates)
    meant_set = f"[{','.join(readings[0] for readings in dates)}]" if is_clear else ""
    return Objection(ONE_OF, (meant_set, ""))


def once_or_lasting(text: str) -> tuple[str, ...]:
    """Return an interval as it is and as a set; other dates as they are.

    >>> once_or_lasting("1999/2001")
    ('1999/2001', '[1999..2001]')
    """
    return (text, f"[{text.replace('/', '..')}]") if "/" in text else (text,)


def read_serial(match: re.Match[str], _texts: Texts) -> Objection:
    """Read the number of a day in a spreadsheet."""
    number = int(match["n"])
    if not 10_000 < number <= 60_000 or number % 10_000 in range(1900, 2100):
        return Objection("years run from -9999 to 9999")
    days = tuple(str(date(1899, 12, 30) + timedelta(number + more)) for more in (0, 1462))
    return Objection("a spreadsheet writes a day so, counted from 1900 or 1904", days, False)


def read_week(match: re.Match[str], _texts: Texts) -> Objection:
    """Read a week of ISO 8601."""
    found = match.groupdict()
    meant = days_of_week(int(found["year"]), int(found["week"]), int(found.get("day") or 0))
    return Objection(f"a week is written as its days: {ONCE}", (*meant, ""))


def read_six_digits(match: re.Match[str], texts: Texts) -> Objection:
    """Read ``202310`` and ``231026``."""
    year, rest = match[0][:4], match[0][4:]
    if 1 <= int(rest) <= 12:
        return Objection(ORDER, (f"{year}-{rest}",))
    return Objection(ORDER, (*texts(f"{year[:2]}-{year[2:]}-{rest}"), ""), False)


def read_ordinal(match: re.Match[str], _texts: Texts) -> Objection:
    """Read the number of a day in its year."""
    year, number = int(match["year"]), int(match["n"])
    if not 1 <= year < 9999 or not 1 <= number <= 366:
        return Objection(ORDER, ("",))
    day = date(year, 1, 1) + timedelta(days=number - 1)
    return Objection(ORDER, (str(day) if day.year == year else "",))


def read_negative(match: re.Match[str], _texts: Texts) -> Objection:
    """Read a negative year of fewer than four digits."""
    year, rest = int(match["year"]), match["rest"] or ""
    names = (f"-{year:04d}{rest}", f"{'-' if year > 1 else ''}{year - 1:04d}{rest}")
    reason = f"-{year:04d} is {year + 1} BCE, and {year} BCE is {names[1][: 5 if year > 1 else 4]}"
    return Objection(reason, names, False)


def read_leap_second(match: re.Match[str], texts: Texts) -> Objection:
    """Read second 60 of a minute."""
    before = texts(f"{match['a']}:59{match['zone']}")
    reason = "a minute has the seconds 00 to 59: write the second before or the minute after"
    after = [each for text in texts(f"{match['a'][:-5]}24:00{match['zone']}") for each in [text]]
    return Objection(reason, (*before, *after, ""), False)


def read_next_midnight(match: re.Match[str], _texts: Texts) -> Objection:
    """Read 24:00 as 00:00 of the next day."""
    try:
        day = date.fromisoformat(match["day"]) + timedelta(days=1)
    except (ValueError, OverflowError):
        return Objection(_MIDNIGHT, ("",))
    return Objection(_MIDNIGHT, (f"{day}T00:00{match['zone'].upper()}", ""))


def read_season_or_years(match: re.Match[str], _texts: Texts) -> Objection:
    """Read ``2023-24``: two years, or a winter in EDTF."""
    years = f"{match['year']}/{match['year'][:2]}{match['code']}"
    months = season_of_code(int(match["year"]), int(match["code"]))
    return Objection(SEASON_OR_YEARS, (years, *months), False)


def read_two_calendars(match: re.Match[str], texts: Texts) -> Objection:
    """Read a Gregorian date with a Julian one in brackets."""
    dates = texts(match["a"] + (match["b"] or ""))
    return Objection("write the Gregorian date alone", (*dates, ""))
