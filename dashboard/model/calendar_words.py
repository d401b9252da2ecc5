"""Dates in words, both ways: how a date is said, and what was meant by a text that is no date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date as civil_date
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from dashboard.model.dates import EventDate

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_DASH: Final = "–"


def in_words(date: EventDate) -> str:
    """A date as a reader says it, in the zone in which it was written.

    For example `26 October 2023`, `about March 44 BCE`, `1991, uncertain`, `since 24 February
    2022`, `21 November 2023, 22:42 (UTC+09:00)`; an en dash joins the ends of an interval.
    """
    first, slash, last = date.text.partition("/")
    if date.open_start:
        return f"until {_marked(_written(last))}"
    if date.open_end:
        return f"since {_marked(_written(first))}"
    start, finish = _written(first), _written(last if slash else first)
    if start == finish:
        return _marked(start)
    if start.mark == finish.mark:
        return _marked(start, _span(start, finish))
    # Under one dash the reader could not tell which end a mark belongs to.
    return f"from {_bracketed(start)} to {_bracketed(finish)}"


def year_in_words(year: int) -> str:
    """An astronomical year as it is said: `2023`, `476 CE`, `44 BCE` for -43."""
    if year < 1:
        return f"{1 - year} BCE"
    return f"{year} CE" if year < 1000 else str(year)


class _Written(NamedTuple):
    """One end of a date: the words of its day and of its time, how many name the day, its mark."""

    day: tuple[str, ...]
    time: tuple[str, ...]
    depth: int
    mark: str


def _written(text: str) -> _Written:
    mark = text[-1] if text[-1] in "~?%" else ""
    day, _, clock = text.removesuffix(mark).partition("T")
    year, *rest = day.removeprefix("-").split("-")
    words = year_in_words(-int(year) if day.startswith("-") else int(year)).split()
    if rest:
        words.insert(0, MONTHS[int(rest[0]) - 1])
    if len(rest) == 2:
        words.insert(0, str(int(rest[1])))
    time: tuple[str, ...] = ()
    if clock:
        time = (clock[:-1], "(UTC)") if clock[-1] == "Z" else (clock[:-6], f"(UTC{clock[-6:]})")
    return _Written(tuple(words), time, len(rest), mark)


def _marked(end: _Written, words: str = "") -> str:
    about = "about " if end.mark in ("~", "%") else ""
    uncertain = ", uncertain" if end.mark in ("?", "%") else ""
    return about + (words or _plain(end)) + uncertain


def _bracketed(end: _Written) -> str:
    return _marked(end).replace(", uncertain", " (uncertain)")


def _plain(end: _Written) -> str:
    day = " ".join(end.day)
    return f"{day}, {' '.join(end.time)}" if end.time else day


def _span(start: _Written, finish: _Written) -> str:
    if start.time and finish.time and start.day == finish.day:
        return f"{' '.join(start.day)}, {_contracted(start.time, finish.time)}"
    if start.time or finish.time or start.depth != finish.depth:
        return f"{_plain(start)} {_DASH} {_plain(finish)}"
    return _contracted(start.day, finish.day)


def _contracted(start: tuple[str, ...], finish: tuple[str, ...]) -> str:
    """Both with a dash between, the last words they share said once: 18-19 October 2023."""
    shared = 0
    while shared < len(start) - 1 and start[-1 - shared :] == finish[-1 - shared :]:
        shared += 1
    head, tail = start[: len(start) - shared], finish[: len(finish) - shared]
    dash = _DASH if len(head) == len(tail) == 1 else f" {_DASH} "
    return " ".join((f"{' '.join(head)}{dash}{' '.join(tail)}", *finish[len(tail) :]))


def objections(text: str) -> Iterator[tuple[str, list[str]]]:
    """What is wrong with a text that is no date.

    Yields:
        A rule it breaks and the texts that may have been meant, likeliest first. Those need not
        be dates themselves (10/11/2023 is tried both ways round): the caller keeps those that are.
        The last rule says what a date looks like and has no such texts.
    """
    bare, mark = _without_mark(text)
    if bare + mark != text:
        yield (_HYPHEN if text.translate(_HYPHENS) != text else _MARK), [bare + mark]
    for pattern, rule, meant in mistakes():
        if match := pattern.fullmatch(bare):
            found = meant(match) if callable(meant) else [match.expand(form) for form in meant]
            yield rule, [_ONE_DIGIT.sub(r"0\1", form) + mark for form in found]
    yield "write YYYY, YYYY-MM, YYYY-MM-DD, YYYY-MM-DDThh:mmZ or an interval A/B", []


_ONE_DIGIT: Final = re.compile(r"(?<![0-9])([0-9])(?![0-9])")
_HYPHENS: Final = str.maketrans(dict.fromkeys("–—−", "-"))
_ABOUT: Final = re.compile(r"(?:c\.|ca\b\.?|circa|about|around|approx\.?|[~?%]) *", re.IGNORECASE)


def _without_mark(text: str) -> tuple[str, str]:
    """The text with plain hyphens and without its marks, and the one mark they come to."""
    text = " ".join(text.translate(_HYPHENS).split())
    about = _ABOUT.match(text)
    text = text[about.end() :] if about else text
    bare = text.rstrip("~?% ")
    marks = set(text[len(bare) :]) - {" "}
    if about:
        marks.add(about[0][0] if about[0][0] in "~?%" else "~")
    return bare, "%" if len(marks) > 1 else "".join(marks)


def _named(match: re.Match[str]) -> list[str]:
    """`18 Oct 2023`, `March 44 BCE`: nothing when the word is no month."""
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
    """`2023-10-XX` is 2023-10, `199X` its first and last year (a BCE decade runs backwards)."""
    text = match[0].upper()
    while text.endswith("-XX"):
        text = text.removesuffix("-XX")
    least, most = text.replace("X", "0"), text.replace("X", "9")
    return [text] if least == text else [f"{least}/{most}", f"{most}/{least}"]


def _last_day(match: re.Match[str]) -> list[str]:
    # The calendar repeats after 400 years, so that any year has its like from 2000 on.
    next_month = civil_date(2000 + int(match[1]) % 400, int(match[2]) % 12 + 1, 1)
    return [f"{match[1]}-{match[2]}-{(next_month - timedelta(days=1)).day}"]


def _next_midnight(match: re.Match[str]) -> list[str]:
    try:
        return [f"{civil_date.fromisoformat(match[1]) + timedelta(days=1)}T00:00{match[2]}"]
    except (ValueError, OverflowError):
        return []


_SEASONS: Final[dict[str, tuple[int, int]]] = {
    "21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 2),
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2),
    "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12),
}  # fmt: skip
_SEASON: Final = "(?P<season>2[1-4]|spring|summer|autumn|fall|winter|q[1-4])"
_DATE: Final = "(-?[0-9]{4}(?:-[0-9]{2}){0,2})"
_CLOCK: Final = (
    "(-?[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})[T ]+([0-9]{1,2}):([0-9]{2})(:[0-9]{2})?(?:[.,][0-9]+)? ?"
)
_ERA: Final = "(?: ?(?P<era>BCE?|CE|AD))"
_DAY: Final = "(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?: of)?"
_MONTH: Final = r"(?P<month>[a-z]{3,9})\.?"
_NAMED_YEAR: Final = f"(?P<year>[0-9]{{1,4}}){_ERA}?"

_SHORT_YEAR: Final = (r"20\3-\1-\2", r"20\3-\2-\1", r"19\3-\1-\2", r"19\3-\2-\1")
_HYPHEN: Final = "hyphens are plain ones"
_MARK: Final = "only ~ approximate, ? uncertain or % both may follow a date, at its end"
_MIDNIGHT: Final = "hours run from 00 to 23; midnight is 00:00 of the next day"
_NO_SEASON: Final = "name the months of a season or quarter; here the northern ones"
_ORDER: Final = "dates are year-month-day"
_DIGITS: Final = "a year has four digits, a month and a day two"
_BCE: Final = "a year has four digits, and 44 BCE is -0043, 1 BCE is 0000"
_TIME: Final = "a time is Thh:mm or Thh:mm:ss up to 23:59:59, then Z or an offset like +09:00"
_NO_ZONE: Final = "a time needs a zone: Z is UTC, elsewhere its offset, such as +09:00"
_ENDS: Final = "an interval is A/B, each end a whole date"

_Meant = tuple[str, ...] | Callable[[re.Match[str]], list[str]]

# What people write instead: a pattern of the text without its mark, the rule it breaks, and what
# may have been meant, as templates of the match or a function of it.
_MISTAKES: Final[tuple[tuple[str, str, _Meant], ...]] = (
    (r"[\[{].*", "a set is not read: write one event for each date, or an interval A/B", ()),
    ("(?=.*X)[-0-9X]+", "X digits are not read: leave out what is unknown, or write A/B", _known),
    ("[-0-9]*X[-0-9X]*", "X digits are not read: leave out what is unknown, or write A/B", ()),
    (f"(?P<year>[0-9]{{4}})-?{_SEASON}", _NO_SEASON, _season),
    (f"{_SEASON},? (?P<year>[0-9]{{4}})", _NO_SEASON, _season),
    ("([0-9]{3})0s", "a decade is an interval of years", (r"\g<1>0/\g<1>9",)),
    ("-?[0-9]{4}-?W.*", "a week is not read: write its first and last day as A/B", ()),
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
    ("(.+?) +/ *(.+)|(.+)/ +(.+)", "no space stands around the / of A/B", (r"\1\3/\2\4",)),
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


@cache
def mistakes() -> tuple[tuple[re.Pattern[str], str, _Meant], ...]:
    """The mistakes with their patterns compiled, which only a file with a wrong date needs.

    Some of the patterns take the square of the length of a text: `parse_date` bounds it.
    """
    flags = re.ASCII | re.IGNORECASE
    return tuple((re.compile(pattern, flags), rule, meant) for pattern, rule, meant in _MISTAKES)
