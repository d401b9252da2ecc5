"""Mistakes in dates: what people write instead of EDTF, the rule it breaks, and what they meant."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

from dashboard.words.dates import MONTHS


def objections(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each rule that a text breaks, with the dates that may have been meant.

    The proposals are likeliest first and need not be valid (10/11/2023 is tried both ways round):
    the caller keeps the valid ones. The last rule describes the form of a date and has no proposal.

    >>> next(objections("18 October 2023"))
    ('dates are year-month-day', ['2023-10-18'])
    """
    bare, mark = _without_mark(text)
    if bare + mark != text:
        yield (_HYPHEN if text.translate(_HYPHENS) != text else _MARK), [bare + mark]
    for pattern, rule, meant in mistakes():
        if match := pattern.fullmatch(bare):
            found = meant(match) if callable(meant) else [match.expand(form) for form in meant]
            yield rule, [_ONE_DIGIT.sub(r"0\1", form) + mark for form in found]
    yield "write YYYY, YYYY-MM, YYYY-MM-DD, YYYY-MM-DDThh:mmZ or an interval A/B", []


_ONE_DIGIT = re.compile(r"(?<![0-9])([0-9])(?![0-9])")
_HYPHENS = str.maketrans(dict.fromkeys("–—−", "-"))
_ABOUT = re.compile(r"(?:c\.|ca\b\.?|circa|about|around|approx\.?|[~?%]) *", re.IGNORECASE)


def _without_mark(text: str) -> tuple[str, str]:
    """Return a text with plain hyphens and without its marks, and the one mark that joins them."""
    text = " ".join(text.translate(_HYPHENS).split())
    about = _ABOUT.match(text)
    text = text[about.end() :] if about else text
    bare = text.rstrip("~?% ")
    marks = set(text[len(bare) :]) - {" "}
    if about:
        marks.add(about[0][0] if about[0][0] in "~?%" else "~")
    return bare, "%" if len(marks) > 1 else "".join(marks)


def _named(match: re.Match[str]) -> list[str]:
    """Read ``18 Oct 2023`` or ``March 44 BCE``; no proposal where the word is not a month."""
    found = {name: value or "" for name, value in match.groupdict().items()}
    year, month, era = int(found["year"]), found.get("month", "").title(), found["era"].upper()
    if not era and len(found["year"]) < 4:
        return []
    year = 1 - year if era.startswith("B") else year
    text = f"{'-' if year < 0 else ''}{abs(year):04d}"
    if not month:
        return [text]
    number = next((n for n, name in enumerate(MONTHS, 1) if name.startswith(month)), 0)
    text += f"-{number:02d}"
    days = [found[key] for key in ("day", "until") if found.get(key)]
    return ["/".join(f"{text}-{day}" for day in days) or text]


def _season(match: re.Match[str]) -> list[str]:
    year, (first, last) = int(match["year"]), _SEASONS[match["season"].lower()]
    return [f"{year:04d}-{first}/{year + (last < first):04d}-{last}"]


def _known(match: re.Match[str]) -> list[str]:
    """Read ``2023-10-XX`` as 2023-10 and ``199X`` as its first and last year.

    A BCE decade runs backwards, so both orders are proposed.
    """
    text = match[0].upper()
    while text.endswith("-XX"):
        text = text.removesuffix("-XX")
    least, most = text.replace("X", "0"), text.replace("X", "9")
    return [text] if least == text else [f"{least}/{most}", f"{most}/{least}"]


def _last_day(match: re.Match[str]) -> list[str]:
    return [f"{match[1]}-{match[2]}-{monthrange(int(match[1]), int(match[2]))[1]}"]


def _next_midnight(match: re.Match[str]) -> list[str]:
    try:
        return [f"{date.fromisoformat(match[1]) + timedelta(days=1)}T00:00{match[2]}"]
    except (ValueError, OverflowError):
        return []


_SEASONS: dict[str, tuple[int, int]] = {
    "21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 2),
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2),
    "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12),
}  # fmt: skip
_SEASON = "(?P<season>2[1-4]|spring|summer|autumn|fall|winter|q[1-4])"
_DATE = "(-?[0-9]{4}(?:-[0-9]{2}){0,2})"
_CLOCK = (
    "(-?[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})[T ]+([0-9]{1,2}):([0-9]{2})(:[0-9]{2})?(?:[.,][0-9]+)? ?"
)
_ERA = "(?: ?(?P<era>BCE?|CE|AD))"
_DAY = "(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?: of)?"
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_NAMED_YEAR = f"(?P<year>[0-9]{{1,4}}){_ERA}?"

_SHORT_YEAR = (r"20\3-\1-\2", r"20\3-\2-\1", r"19\3-\1-\2", r"19\3-\2-\1")
_HYPHEN = "use plain hyphens"
_MARK = "only ~ approximate, ? uncertain or % both may follow a date, at its end"
_MIDNIGHT = "hours run from 00 to 23; midnight is 00:00 of the next day"
_NO_SEASON = "name the months of a season or quarter; here the northern ones"
_ORDER = "dates are year-month-day"
_DIGITS = "a year has four digits, a month and a day two"
_BCE = "a year has four digits, and 44 BCE is -0043, 1 BCE is 0000"
_TIME = "a time is Thh:mm or Thh:mm:ss up to 23:59:59, then Z or an offset like +09:00"
_NO_ZONE = "a time needs a zone: Z is UTC, elsewhere its offset, such as +09:00"
_SET = "sets are not supported: write one event for each date, or an interval A/B"
_X_DIGITS = "X digits are not supported: leave out what is unknown, or write A/B"
_ENDS = "an interval is A/B, each end a whole date"

_Meant = tuple[str, ...] | Callable[[re.Match[str]], list[str]]

_MISTAKES: tuple[tuple[str, str, _Meant], ...] = (
    (r"[\[{].*", _SET, ()),
    ("(?=.*X)[-0-9X]+", _X_DIGITS, _known),
    ("[-0-9]*X[-0-9X]*", _X_DIGITS, ()),
    (f"(?P<year>[0-9]{{4}})-?{_SEASON}", _NO_SEASON, _season),
    (f"{_SEASON},? (?P<year>[0-9]{{4}})", _NO_SEASON, _season),
    ("([0-9]{3})0s", "a decade is an interval of years", (r"\g<1>0/\g<1>9",)),
    ("-?[0-9]{4}-?W.*", "weeks are not supported: write its first and last day as A/B", ()),
    (f"{_DATE}T24:00(?::00)?(Z|[+-][0-9]{{2}}:[0-9]{{2}})", _MIDNIGHT, _next_midnight),
    (f"{_CLOCK}(?:Z|UTC|GMT)", _TIME, (r"\1T\2:\3\4Z",)),
    (f"{_CLOCK}([+-][0-9]{{1,2}})", _TIME, (r"\1T\2:\3\4\5:00",)),
    (f"{_CLOCK}([+-][0-9]{{1,2}}):?([0-9]{{2}})", _TIME, (r"\1T\2:\3\4\5:\6",)),
    (_CLOCK, _NO_ZONE, (r"\1T\2:\3\4Z",)),
    ("-?[0-9]{4}(-[0-9]{2})?T.+", "a time needs a whole day, YYYY-MM-DD, before it", ()),
    ("[^/]*:[^/]*", _TIME, ()),
    ("(.+)/", "an open end is written ..", (r"\1/..",)),
    ("/(.+)", "an open start is written ..", (r"../\1",)),
    (r"\.\.|(?:\.\.)?/(?:\.\.)?", "one end of an interval must be a date", ()),
    ("(.+?) +/ *(.+)|(.+)/ +(.+)", "no spaces around the / of A/B", (r"\1\3/\2\4",)),
    (f"{_DATE} *(?:--?|to|until|and|[.]{{2,3}}) *{_DATE}", _ENDS, (r"\1/\2",)),
    ("(-?[0-9]{4}-[0-9]{2}-)([0-9]{2})[/-]([0-9]{1,2})", _ENDS, (r"\1\2/\1\3",)),
    ("(-?[0-9]{4}-)([0-9]{2}(?:-[0-9]{2})?)/([0-9]{2}(?:-[0-9]{2})?)", _ENDS, (r"\1\2/\1\3",)),
    ("([0-9]{2})([0-9]{2})[/-]([0-9]{2})", _ENDS, (r"\1\2/\1\3", r"\1\2-\3")),
    ("([0-9]{4})([/. ]?)([0-9]{2})\\2([0-9]{2})", _ORDER, (r"\1-\3-\4",)),
    ("([0-9]{4})[/. ]([0-9]{1,2})[/. ]([0-9]{1,2})", _ORDER, (r"\1-\2-\3",)),
    ("([0-9]{4})(?:[/. ]([0-9]{1,2})|([0-9]{2}))", _ORDER, (r"\1-\2\3",)),
    ("-?[0-9]{4}-[0-9]{1,2}(?:-[0-9]{1,2})?", _DIGITS, (r"\g<0>",)),
    ("([0-9]{1,2})[-/. ]([0-9]{4})", _ORDER, (r"\2-\1",)),
    ("([0-9]{1,2})([-/. ])([0-9]{1,2})\\2([0-9]{4})", _ORDER, (r"\4-\1-\3", r"\4-\3-\1")),
    ("([0-9]{2})-([0-9]{2})-([0-9]{2})", _DIGITS, (r"20\1-\2-\3", r"19\1-\2-\3")),
    ("([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{2})", _DIGITS, _SHORT_YEAR),
    ("-0000(.*)", _BCE, (r"0000\1",)),
    ("([0-9]{2})", _DIGITS, (r"20\1", r"19\1")),
    ("(-?)([0-9]{3}(?:-[0-9]{2}){0,2})", _BCE, (r"\g<1>0\2",)),
    ("-([0-9]{2}(?:-[0-9]{2}){0,2})", _BCE, (r"-00\1",)),
    (r"[Y+](-?[0-9]{4}(?:-.*)?)", "a year is written with its four digits alone", (r"\1",)),
    ("Y?[+-]?[0-9]{5,}.*", "years run from -9999 to 9999", ()),
    (f"(?P<year>[0-9]{{1,4}}){_ERA}", _BCE, _named),
    (f"(?:{_DAY}(?:-(?P<until>[0-9]{{1,2}}))?[ -])?{_MONTH},?[ -]{_NAMED_YEAR}", _ORDER, _named),
    (f"{_MONTH} {_DAY},? {_NAMED_YEAR}", _ORDER, _named),
    ("(.+?)(?:-00)+", "leave out what is unknown", (r"\1",)),
    ("(-?[0-9]{4})-(0[1-9]|1[0-2])-[0-9]{2}", "the month has no such day", _last_day),
    ("(-?[0-9]{4})-([0-9]{2})-([0-9]{2})", _ORDER, (r"\1-\3-\2",)),
    ("-?[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?", "months run from 01 to 12", ()),
    ("([^~?%]+)([~?%])(-.+)", _MARK, (r"\1\3\2",)),
    (f"{_DATE} ?[^-0-9/:]+", _MARK, (r"\1", r"\1~", r"\1?")),
)
"""Patterns of a text without its mark, the rule that it breaks, and proposals: templates of the
match, or a function of it."""


@cache
def mistakes() -> tuple[tuple[re.Pattern[str], str, _Meant], ...]:
    """Return the mistakes with compiled patterns, which only a file with a wrong date needs.

    Some patterns take time in proportion to the square of the length of a text: ``parse_date``
    limits the length.
    """
    flags = re.ASCII | re.IGNORECASE
    return tuple((re.compile(pattern, flags), rule, meant) for pattern, rule, meant in _MISTAKES)
