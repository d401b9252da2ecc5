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
    "write YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mmZ, with ~ if it is approximate and ? if it "
    "is uncertain, an interval A/B (A/.. has an open end), or [A..B] for once between A and B"
)
NO_DATE = (
    "an event needs a date: if it is unknown, write its bounds, [A..B], [..B] or [A..], or the year "
    "or decade alone, such as 2023 or 199X"
)
ALL_OF = "of several dates, write one event for each; [A,B] is one of them, A/B lasts from A to B"
BCE = "a year has four digits, and 44 BCE is -0043, 1 BCE is 0000"
ENDS = "an interval is A/B, each end a whole date"
MARK = "only ~ approximate, ? uncertain or % both may follow a date, at its end"
ORDER = "dates are year-month-day"
_LEAVE_OUT = "leave out what is unknown"
_FISCAL = (
    "fiscal years differ: write the first and last month, [A..B] for once between, A/B for all"
)
_MIDNIGHT = "hours run from 00 to 23; midnight is 00:00 of the next day"
_OPEN_END = "an open end is written .., an unknown one is left empty"
_ONCE = "[A..B] is once, some time between A and B, both included; A/B lasts from A to B"
_BEFORE = "[..B] is once, on B or before; [A..] is once, on A or after"
_PART = "a part of a year, month, decade or century is written as bounds of one event, [A..B]"
_SEASON = "write the months of a season: those in the north, or those in the south"
_SEASON_OR_YEARS = "two digits may be a year, or the code of a season or part of a year in EDTF"
_ONE_OF = "of a set, one date holds: [A,B] is A or B"
_X_DIGITS = "X stands for the last digits of a year, or for a whole month or day"
_DIGITS = "a year has four digits; a day or a month alone is not enough"
_ISO = "-?[0-9]{4}(?:-[0-9]{2}){0,2}"


def _formed(reason: str, *forms: str, is_certain: bool = True) -> Phrase:
    """Return the reader of a phrase with one date; each form holds the date as ``{}``."""

    def read(match: re.Match[str], texts: Texts) -> Objection:
        dates = texts(match["a"])
        meant = [form.format(each) for each in dates for form in forms]
        return Objection(reason, (*meant, ""), is_certain)

    return read


def _pair(reason: str, *forms: str, is_certain: bool = True) -> Phrase:
    """Return the reader of a phrase with two dates, ``{0}`` and ``{1}`` in each form."""

    def read(match: re.Match[str], texts: Texts) -> Objection:
        pairs = [each.split("/") for each in texts(f"{match['a']} - {match['b']}") if "/" in each]
        if not pairs:
            pairs = [[one, other] for one in texts(match["a"]) for other in texts(match["b"])]
        meant = [form.format(*pair) for pair in pairs for form in forms]
        return Objection(reason, (*meant, ""), is_certain)

    return read


def _refused(reason: str) -> Phrase:
    return lambda _match, _texts: Objection(reason)


def _calendar(name: str) -> Phrase:
    reason = (
        f"dates are Gregorian, and this is one of the {name} calendar: write the Gregorian date"
    )
    return _refused(reason)


def _next_to(text: str, step: int) -> str:
    """Return the day, month or year after (1) or before (-1) a date; empty for others."""
    if re.fullmatch("[0-9]{4}", text):
        return f"{int(text) + step:04d}"
    if re.fullmatch("[0-9]{4}-[0-9]{2}", text):
        months = int(text[:4]) * 12 + int(text[5:]) - 1 + step
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    try:
        return str(date.fromisoformat(text) + timedelta(days=step)) if len(text) == 10 else ""
    except (ValueError, OverflowError):
        return ""


def _beyond(form: str, step: int) -> Phrase:
    """Return the reader of *before* or *after* a date, which may include the date or not."""

    def read(match: re.Match[str], texts: Texts) -> Objection:
        dates = texts(match["a"])
        meant = [form.format(each) for date in dates for each in (_next_to(date, step), date)]
        return Objection(f"{_BEFORE}; the last one includes the date itself", (*meant, ""), False)

    return read


def _part(match: re.Match[str], texts: Texts) -> Objection:
    part = _WORDS_OF_PARTS.get(match["part"], match["part"])
    dates = texts(match["a"])
    meant = [each for text in dates for each in part_of(part, text)] + dates
    return Objection(_PART, (*meant, ""), False)


def _season(match: re.Match[str], _texts: Texts) -> Objection:
    found = match.groupdict()
    meant = season(found["season"], int(found["year"]), bool(found.get("next")))
    return Objection(_SEASON, (*meant, ""))


def _group(match: re.Match[str], _texts: Texts) -> Objection:
    """Read a quarter or a half of a year."""
    size = 3 if match["kind"] == "q" else 6
    number = _NUMBERS.get(match["n"], 12 // size)
    first, last = (number - 1) * size + 1, number * size
    meant = f"[{match['year']}-{first:02d}..{match['year']}-{last:02d}]" if last < 13 else ""
    return Objection(_PART, (meant,))


def _unspecified(match: re.Match[str], _texts: Texts) -> Objection:
    """Read digits that are unspecified in other places, or with other characters, than in EDTF."""
    text = match[0].upper().replace("U", "X").replace("?", "X").replace("_", "X")
    if text.startswith("X"):
        return Objection("a date needs its year or decade, and only its last digits may be X")
    if read_edtf(text):
        return Objection(_X_DIGITS, (text,))
    least, most = text.replace("X", "0"), text.replace("X", "9")
    if re.fullmatch("[0-9]{4}-[01]X", text):
        least, most = (
            f"{text[:4]}-{month}" for month in (("01", "09"), ("10", "12"))[int(text[5])]
        )
    elif re.fullmatch("[0-9]{4}-(0[1-9]|1[0-2])-[0-3]X", text):
        days = monthrange(int(text[:4]) % 400 or 400, int(text[5:7]))[1]
        least = f"{text[:8]}{max(1, int(least[8:])):02d}"
        most = f"{text[:8]}{min(days, int(most[8:])):02d}"
    elif not re.fullmatch("[0-9]+X+", text):
        return Objection(_X_DIGITS)
    return Objection(_X_DIGITS, (f"[{least}..{most}]", ""))


def _century(match: re.Match[str], _texts: Texts) -> Objection:
    last = int(match["n"]) * 100
    meant = (f"[{last - 99:04d}..{last:04d}]", f"{last // 100 - 1:02d}XX")
    return Objection(f"{_PART}; the second is {last - 100:04d} to {last - 1:04d}", meant, False)


def _decade(match: re.Match[str], _texts: Texts) -> Objection:
    tens = match["tens"]
    return Objection(
        _X_DIGITS, (f"{tens}X", f"{tens[:2]}XX") if tens.endswith("0") else (f"{tens}X",)
    )


def _set_of(match: re.Match[str], texts: Texts) -> Objection:
    inside = match["a"].strip()
    items = re.split(" ?[,;] ?| or ", inside)
    if len(items) == 1:
        read = texts(inside)
        meant = [form for each in read for form in _once_or_lasting(each)]
        return Objection(_ONCE if "/" in inside else "a set has several dates", (*meant, ""))
    dates = [texts(item) for item in items]
    is_clear = all(len(readings) == 1 for readings in dates)
    meant_set = f"[{','.join(readings[0] for readings in dates)}]" if is_clear else ""
    return Objection(_ONE_OF, (meant_set, ""))


def _once_or_lasting(text: str) -> tuple[str, ...]:
    return (text, f"[{text.replace('/', '..')}]") if "/" in text else (text,)


def _serial(match: re.Match[str], _texts: Texts) -> Objection:
    number = int(match["n"])
    if not 10_000 < number <= 60_000 or number % 10_000 in range(1900, 2100):
        return Objection("years run from -9999 to 9999")
    days = tuple(str(date(1899, 12, 30) + timedelta(number + more)) for more in (0, 1462))
    return Objection("a spreadsheet writes a day so, counted from 1900 or 1904", days, False)


def _week(match: re.Match[str], _texts: Texts) -> Objection:
    found = match.groupdict()
    meant = days_of_week(int(found["year"]), int(found["week"]), int(found.get("day") or 0))
    return Objection(f"a week is written as its days: {_ONCE}", (*meant, ""))


def _six_digits(match: re.Match[str], texts: Texts) -> Objection:
    """Read ``202310`` and ``231026``."""
    year, rest = match[0][:4], match[0][4:]
    if 1 <= int(rest) <= 12:
        return Objection(ORDER, (f"{year}-{rest}",))
    return Objection(ORDER, (*texts(f"{year[:2]}-{year[2:]}-{rest}"), ""), False)


def _ordinal(match: re.Match[str], _texts: Texts) -> Objection:
    year, number = int(match["year"]), int(match["n"])
    if not 1 <= year < 9999 or not 1 <= number <= 366:
        return Objection(ORDER, ("",))
    day = date(year, 1, 1) + timedelta(days=number - 1)
    return Objection(ORDER, (str(day) if day.year == year else "",))


def _negative(match: re.Match[str], _texts: Texts) -> Objection:
    year, rest = int(match["year"]), match["rest"] or ""
    names = (f"-{year:04d}{rest}", f"{'-' if year > 1 else ''}{year - 1:04d}{rest}")
    reason = f"-{year:04d} is {year + 1} BCE, and {year} BCE is {names[1][: 5 if year > 1 else 4]}"
    return Objection(reason, names, False)


def _leap_second(match: re.Match[str], texts: Texts) -> Objection:
    before = texts(f"{match['a']}:59{match['zone']}")
    reason = "a minute has the seconds 00 to 59: write the second before or the minute after"
    after = [each for text in texts(f"{match['a'][:-5]}24:00{match['zone']}") for each in [text]]
    return Objection(reason, (*before, *after, ""), False)


def _next_midnight(match: re.Match[str], _texts: Texts) -> Objection:
    try:
        day = date.fromisoformat(match["day"]) + timedelta(days=1)
    except (ValueError, OverflowError):
        return Objection(_MIDNIGHT, ("",))
    return Objection(_MIDNIGHT, (f"{day}T00:00{match['zone'].upper()}", ""))


_WORDS_OF_PARTS = {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}
_NUMBERS = {"1": 1, "2": 2, "3": 3, "4": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}
_YEAR = "(?P<year>[0-9]{4})"
_NAME = "(?P<season>spring|summer|autumn|fall|winter)"
_N = "(?P<n>[1-4]|first|second|third|fourth|last)"
_NOW = "(?:now|present|today|ongoing|open|current|currently|continuing|to date|date|continues)"
_UNKNOWN = "(?:unknown|unk|[?]+|tb[acd]|n ?/ ?a|n\\.? ?d\\.?|none|null|nil|undated|no date|nan|nat|uuuu|xxxx)"

PHRASES: tuple[tuple[str, Phrase], ...] = (
    (f"|{_UNKNOWN}|-?-9|-", _refused(NO_DATE)),
    (
        r"(?P<a>.+) ?[\[(](?:os|old style|julian) [^])]+[])](?P<b> .+)?",
        lambda match, texts: Objection(
            "the Gregorian date alone", (*texts(match["a"] + (match["b"] or "")), "")
        ),
    ),
    (r"(?P<a>.+?) ?[\[(]?(?:ns|new style|gregorian)[])]?", _formed("dates are Gregorian", "{}")),
    (r".*(?:\b(?:os|old style|julian)\b).*", _calendar("Julian")),
    (
        r".*(?:\bah\b|\ba\. ?h\.|hijri|هـ|muharram|safar|rabi|jumada|rajab|sha.?ban|ramadan|ramazan"
        "|shawwal|dhu ?.l).*",
        _calendar("Islamic"),
    ),
    (
        r"5[0-9]{3}\b[^:]* am|.*\b(?:anno mundi|tishri|tishrei|cheshvan|kislev|tevet|shevat|adar|iyar"
        "|sivan|tammuz|elul)\b.*",
        _calendar("Hebrew"),
    ),
    (
        r".*(?:\bsh\b|\bap\b|solar hijri|farvardin|ordibehesht|khordad|mordad|shahrivar|aban\b|bahman"
        "|esfand).*",
        _calendar("Persian"),
    ),
    (
        "[^a-z]*(?:令和|平成|昭和|大正|明治).*|.*(?:reiwa|heisei|showa|taisho|meiji).*",
        _calendar("Japanese"),
    ),
    (".*(?:民國|民国|minguo).*", _calendar("Republic of China's")),
    (".*(?:주체|juche).*", _calendar("Juche")),
    (
        ".*(?:พ.ศ|buddhist|vendemiaire|brumaire|frimaire|nivose|pluviose|ventose|germinal|floreal|prairial"
        "|messidor|thermidor|fructidor).*",
        _calendar("Buddhist or Republican"),
    ),
    ("{.*", _refused(ALL_OF)),
    (r"\[(?P<a>[^\[\]]*)\]", _set_of),
    (r"\+?(?P<a>-?[0-9]{4}(?:-[0-9]{2})?)(?:-00){1,2}(?:t00:00:00z)?", _formed(_LEAVE_OUT, "{}")),
    (
        r"\+?(?P<a>-?[0-9]{4}(?:-[0-9]{2})?)(?:-\(?-9{1,2}\)?|-(?:\?\?|99)){1,2}",
        _formed(_LEAVE_OUT, "{}"),
    ),
    ("[0-9]{2}[?_]{2}|[0-9]{3}[?_]|[-0-9xu]*[0-9-][-0-9xu]*[xu][-0-9xu]*|x[-0-9x]+", _unspecified),
    ("(?P<tens>[0-9]{3})0 ?s", _decade),
    ("(?P<n>[1-9]|1[0-9]|2[01]) ?(?:century|cent|c)(?: (?:ad|ce))?", _century),
    (f"{_YEAR}[- ]?w(?:k|eek)? ?(?P<week>[0-9]{{1,2}})(?:-?(?P<day>[1-7]))?", _week),
    (f"(?:w|wk|week|kw|cw) ?(?P<week>[0-9]{{1,2}})[ ,/-]+{_YEAR}", _week),
    (f"{_YEAR}-(?P<n>[0-9]{{3}})", _ordinal),
    (
        "(?P<a>[0-9]{4})(?P<b>[0-9]{2})(?P<c>[0-9]{2})",
        lambda match, _texts: Objection(ORDER, ("-".join(match.groups()),)),
    ),
    ("[0-9]{6}", _six_digits),
    (
        "(?P<n>[0-9]{2})",
        lambda match, _texts: Objection(_DIGITS, (f"20{match['n']}", f"19{match['n']}"), False),
    ),
    (r"(?P<n>[0-9]{5})(?:\.[0-9]+)?", _serial),
    (r"y?[+-]?[0-9]{5,}(?:-[0-9]+)*", _refused("years run from -9999 to 9999")),
    ("-(?P<year>[0-9]{1,3})(?P<rest>(?:-[0-9]{2}){1,2})?", _negative),
    ("-0000(?P<rest>.*)", lambda match, _texts: Objection(BCE, (f"0000{match['rest']}", ""))),
    (
        r"[y+](?P<a>-?[0-9]{4}(?:-.*)?)",
        _formed("a year is written with its four digits alone", "{}"),
    ),
    ("(?:fy|fiscal year|financial year) ?.*", _refused(_FISCAL)),
    (f"{_YEAR}[ -]?(?P<kind>[qh]) ?{_N}", _group),
    (f"(?P<kind>[qh]) ?{_N}[ ,/-]*{_YEAR}", _group),
    (f"{_N}[ -](?P<kind>q|h)(?:uarter|alf),? {_YEAR}", _group),
    (f"{_NAME},? {_YEAR}(?P<next> ?[-/] ?(?:[0-9]{{4}}|[0-9]{{2}}))?", _season),
    (f"{_YEAR},? {_NAME}", _season),
    (
        f"{_YEAR}-(?P<code>2[1-4])",
        lambda match, _texts: Objection(
            _SEASON_OR_YEARS,
            (
                f"{match['year']}/{match['year'][:2]}{match['code']}",
                *season_of_code(int(match["year"]), int(match["code"])),
            ),
            False,
        ),
    ),
    (
        f"{_YEAR}-(?P<code>2[5-9]|3[0-9]|4[01])",
        lambda match, _texts: Objection(
            _SEASON_OR_YEARS,
            (
                f"{match['year']}/{match['year'][:2]}{match['code']}",
                *season_of_code(int(match["year"]), int(match["code"])),
            ),
            False,
        ),
    ),
    ("(?P<part>early|mid|late|beginning|start|middle|end)[ -](?:in )?(?P<a>.+)", _part),
    (
        rf"(?:since|from|starting|as of|seit|depuis|desde) (?P<a>[^-/]+|{_ISO})",
        _formed(_OPEN_END, "{}/.."),
    ),
    (rf"from (?P<a>.+?) (?P<sep>-|to|until|till|through) {_NOW}", _formed(_OPEN_END, "{}/..")),
    (f"(?P<a>.+?) ?(?:-|/|to|until|till|through|[.][.]) ?{_NOW}", _formed(_OPEN_END, "{}/..")),
    ("(?P<a>.+?) (?:and )?(?:onwards?|ongoing)", _formed(_OPEN_END, "{}/..")),
    (f"(?P<a>.+?) ?(?:-|/|to|until) ?{_UNKNOWN}", _formed(_OPEN_END, "{}/")),
    (f"{_UNKNOWN} ?(?:-|/|to|until) ?(?P<a>.+)", _formed(_OPEN_END, "/{}")),
    ("(?P<a>.*[0-9]) ?(?:-|/|[.][.])", _formed(_OPEN_END, "{}/..", "{}/", is_certain=False)),
    ("/ ?(?P<a>[^/]+)", _formed(_OPEN_END, "/{}")),
    (r"\.\. ?(?:/ ?)?(?P<a>[^/]+)", _formed(_OPEN_END, "../{}", "[..{}]", is_certain=False)),
    (r"\.\.|(?:\.\.)?/(?:\.\.)?", _refused("one end of an interval must be a date")),
    (
        "(?:until|till|up to|through) (?P<a>.+)",
        _formed(_OPEN_END, "../{}", "/{}", is_certain=False),
    ),
    (
        "(?:no later than|not later than|at (?:the )?latest|by|on or before|at or before|not after) (?P<a>.+)",
        _formed(_BEFORE, "[..{}]"),
    ),
    ("(?P<a>.+) (?:or before|or earlier|at (?:the )?latest)", _formed(_BEFORE, "[..{}]")),
    (
        "(?:no earlier than|not earlier than|on or after|not before|at (?:the )?earliest) (?P<a>.+)",
        _formed(_BEFORE, "[{}..]"),
    ),
    ("(?P<a>.+) (?:or after|or later|at (?:the )?earliest)", _formed(_BEFORE, "[{}..]")),
    (
        "(?:before|prior to|pre|vor|avant|antes|earlier than|<(?![0-9]+>))[- ]?(?P<a>.+)",
        _beyond("[..{}]", -1),
    ),
    ("(?:after|post|nach|apres|despues|later than|>)[- ]?(?P<a>.+)", _beyond("[{}..]", 1)),
    (
        "(?:some ?time |once )?between (?P<a>.+?) (?:and|&) (?P<b>.+)",
        _pair(_ONCE, "[{0}..{1}]", "{0}/{1}", is_certain=False),
    ),
    ("from (?P<a>.+?) (?:to|until|till|through|-) (?P<b>.+)", _pair(ENDS, "{0}/{1}")),
    ("(?:either )?(?P<a>.+?) or (?P<b>.+)", _pair(_ONE_OF, "[{0},{1}]")),
    (
        r"(?P<a>.+?) ?(?:;|&| \+ |\band\b|\bund\b|\bet\b|\by\b|и) ?(?P<b>.+)",
        _pair(ALL_OF, "{0}/{1}", "[{0},{1}]", is_certain=False),
    ),
    (
        rf"(?P<a>{_ISO}|[0-9]{{1,2}}), ?(?P<b>{_ISO}|[0-9]{{1,2}} <.+)",
        _pair(ALL_OF, "{0}/{1}", "[{0},{1}]", is_certain=False),
    ),
    (f"(?P<a>{_ISO}) ?[^-0-9/:a-z<. ]+", _formed(MARK, "{}", "{}~", "{}?", is_certain=False)),
    (
        "(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[t ]24:00(?::00)? ?(?P<zone>z|[-+][0-9]{2}:[0-9]{2})",
        _next_midnight,
    ),
    ("(?P<a>.+[t ][0-9]{2}:[0-9]{2}):60 ?(?P<zone>.*)", _leap_second),
)
"""Pattern of a phrase, and the function that returns what it means."""
