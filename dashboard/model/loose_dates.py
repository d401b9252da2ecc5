"""Loose dates: one day, month, year or time in the order and with the words of any language.

Texts are in the form of ``date_languages.plain_words``. All readings of a text are returned.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, NamedTuple

from dashboard.model.calendar import days_from_civil
from dashboard.model.edtf import read_edtf
from dashboard.model.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ABOUT = (
    r"(?:or )?(?:c\.?|ca\.?|circa|about|around|approx(?:\.|imately)?|roughly|vers|hacia"
    r"|um|около|約|약)(?= ?[<0-9(]) ?"
)
_PERHAPS = "(?:probably|possibly|perhaps|maybe) "
_AFTER = (
    r" ?[(\[]? ?(?<![a-z])(?:(?P<about>ca?\.?|circa|approx(?:\.|imately)?|about|or so|roughly|頃|경"
    "|쯤)"
    r"|(?P<perhaps>uncertain|probably|possibly))[)\]]?$"
)
_MARKS = r" ?[(\[]?[~?%]+[)\]]? ?"
_TOKEN = r"<([0-9]{1,2})>|([0-9]+)|([^0-9<>])"
_SEPARATORS = ("", "-", "/", ".", ",")
_TIME = (
    r"(?:^|[t ,]|(?<=[0-9]) at)"
    r" ?(?P<hour>[0-9]{1,2})(?:(?::|h|(?<=t[0-9]{2}))(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:[.,][0-9]+)?)?)? ?(?P<half>[ap]m)?"
    r" ?(?:uhr|hrs?|h)? ?\(?(?P<zone>z|[a-z]{2,5}|local(?: time)?|(?:utc|gmt)? ?[-+] ?[0-9]{1,2}"
    r"(?::?[0-9]{2})?)?\)?$"
)
_LEADING_TIME = r"^([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[ap]m)?(?: (?:z|utc|gmt))?),? (.+)$"
_OFFSET = "(?:utc|gmt)? ?([-+]) ?([0-9]{1,2}):?([0-9]{2})?"

ZONE_ABBREVIATIONS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("z", "utc", "gmt", "ut", "wet"), ("Z",)),
    **dict.fromkeys(("cet", "west", "wat"), ("+01:00",)),
    **dict.fromkeys(("eet", "cest", "sast", "cat"), ("+02:00",)),
    **dict.fromkeys(("msk", "eest", "trt", "eat"), ("+03:00",)),
    "irst": ("+03:30",), "gst": ("+04:00",), "aft": ("+04:30",), "pkt": ("+05:00",),
    "npt": ("+05:45",), "ict": ("+07:00",), "wib": ("+07:00",), "hkt": ("+08:00",),
    "sgt": ("+08:00",), "pht": ("+08:00",), "awst": ("+08:00",), "kst": ("+09:00",),
    "jst": ("+09:00",), "aest": ("+10:00",), "aedt": ("+11:00",), "nzst": ("+12:00",),
    "nzdt": ("+13:00",), "brt": ("-03:00",), "art": ("-03:00",), "edt": ("-04:00",),
    "est": ("-05:00",), "cdt": ("-05:00",), "mdt": ("-06:00",), "mst": ("-07:00",),
    "pdt": ("-07:00",), "pst": ("-08:00",), "akst": ("-09:00",), "hst": ("-10:00",),
    "ist": ("+05:30", "+02:00", "+01:00"), "cst": ("-06:00", "+08:00", "-05:00"),
    "bst": ("+01:00", "+06:00"), "ast": ("-04:00", "+03:00"),
}  # fmt: skip
"""Offsets by the short name of a zone; some names have several meanings."""

_ORDERS: Mapping[str, tuple[str, ...]] = {
    "4": ("y",), "42": ("ym",), "422": ("ymd",), "24": ("my",), "224": ("mdy", "dmy"),
    "2m4": ("dmy",), "m24": ("mdy",), "4m2": ("ymd",), "42m": ("ydm",), "m4": ("my",),
    "4m": ("ym",), "m": ("m",), "2m": ("dm",), "m2": ("md", "my"), "22": ("md",), "2": ("?",),
    "2m2": ("dmy",), "m22": ("mdy",), "222": ("mdy", "dmy"),
}  # fmt: skip
"""Orders of day, month and year by the kinds of the numbers: 4 a year, 2 a short one, m a name."""


class Loose(NamedTuple):
    """The parts of a date as they are given; ``None`` and empty for those that are missing.

    Attributes:
        year: number of the year in its era, not astronomical.
        era: ``bc``, ``ad`` or empty.
        month: 1 to 12, unless the text is wrong.
        day: 1 to 31, unless the text is wrong.
        lone: digits of a single short number, which may be any of the three.
        clock: time of day, such as ``09:00``.
        offsets: offsets that the clock may have; empty for the zone of the file.
        mark: ``~``, ``?``, ``%`` or empty.
    """

    year: int | None = None
    era: str = ""
    month: int | None = None
    day: int | None = None
    lone: str = ""
    clock: str = ""
    offsets: tuple[str, ...] = ()
    mark: str = ""

    @property
    def is_local(self) -> bool:
        """Whether the time has no zone of its own."""
        return bool(self.clock) and not self.offsets

    def day_text(self) -> str:
        """Return year, month and day in EDTF; empty without a year."""
        if self.year is None:
            return ""
        year = 1 - self.year if self.era == "bc" else self.year
        parts = [f"{'-' if year < 0 else ''}{abs(year):04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def texts(self, zone: tzinfo | None) -> list[str]:
        """Return the date in EDTF, once for each offset; a time without any zone is in UTC.

        A time that a zone skipped has no text.
        """
        day = self.day_text()
        if not self.clock or not day:
            return [day + self.mark] if day and is_real(day) else []
        if self.day is None or not is_real(day):
            return []
        offsets = self.offsets or _offsets_at(day, self.clock, zone)
        return [f"{day}T{self.clock}{offset}{self.mark}" for offset in offsets]


def is_real(text: str) -> bool:
    """Whether a text is a date of the subset whose days exist and are in order.

    >>> is_real("2023-02-28"), is_real("2023-02-30"), is_real("2023/2022")
    (True, False, False)
    """
    written = read_edtf(text)
    try:
        for first, last in written.spans if written else ():
            for end in (first, last):
                if end:
                    days_from_civil(*end.first)
            if first and last and first.first > last.last:
                return False
    except ValueError:
        return False
    return written is not None


def loose_dates(text: str) -> list[Loose]:
    """Return the readings of one date; parts may be missing, and it need not exist.

    >>> [loose.day_text() for loose in loose_dates("3/2/2022")]
    ['2022-03-02', '2022-02-03']
    >>> loose_dates("15 <3> 44 bc")[0].day_text(), loose_dates("28 <9>")[0].day
    ('-0043-03-15', 28)
    """
    bare, mark = without_mark(pattern(_LEADING_TIME).sub(r"\2 \1", text))
    time = pattern(_TIME).search(bare)
    if time is None or not _is_time(time):
        return [day._replace(mark=mark) for day in _days(bare)]
    clock, offsets = _clock(time), _offsets(time["zone"] or "")
    if not clock or offsets is None:
        return []
    days = _days(bare[: time.start()].strip(" ,"))
    return [day._replace(mark=mark, clock=clock, offsets=offsets) for day in days]


def without_mark(text: str) -> tuple[str, str]:
    """Return a text without its marks and words of doubt, and the one mark that joins them.

    >>> without_mark("c. 1991?"), without_mark("2019 (approx.)")
    (('1991', '%'), ('2019', '~'))
    """
    marks = set()
    for words, mark in ((_ABOUT, "~"), (_PERHAPS, "?"), (_ABOUT, "~")):
        if found := pattern(words).match(text):
            marks.add(mark)
            text = text[found.end() :]
    if found := pattern(_AFTER).search(text):
        marks.add("~" if found["about"] else "?")
        text = text[: found.start()]
    for found in pattern(_MARKS).finditer(text):
        marks |= set(found[0]) & {"~", "?", "%"}
    text = pattern(_MARKS).sub("", text).strip()
    return text, "%" if len(marks) > 1 else "".join(marks)


def _days(text: str) -> list[Loose]:
    """Return the readings of a text of numbers and months."""
    era = next(
        (era for era in ("bc", "ad") if pattern(rf"(?<![a-z]){era}$|^{era} ").search(text)), ""
    )
    bare = pattern("(?<![a-z])(?:bce?|ad|ce)(?![a-z])").sub("", text).strip() if era else text
    kinds, numbers, separators = "", [], []
    between = ""
    for month, digits, other in pattern(_TOKEN).findall(bare.removeprefix("+")):
        if other:
            between += other
            continue
        if kinds:
            separators.append(between.strip())
        elif between.strip():
            return []
        between = ""
        kinds += "m" if month else "4" if len(digits) in (3, 4) else "2" if len(digits) < 3 else "?"
        numbers.append(month or digits)
    if between.strip(" .,") or "?" in kinds or not set(separators) <= {*_SEPARATORS}:
        return []
    if "m" not in kinds and len(set(separators)) > 1:
        return []
    if era and kinds and "4" not in kinds:
        kinds = f"{kinds[:-1]}4"
    return _ordered(kinds, numbers, separators, era)


def _ordered(kinds: str, numbers: list[str], separators: list[str], era: str) -> list[Loose]:
    orders = _ORDERS.get(kinds, ())
    if kinds == "22" and separators[0] in ("/", "."):
        orders = ("md", "dm")
    if kinds == "222" and separators[0] == "-":
        orders = ("ymd", "dmy")
    if kinds == "422" and int(numbers[1]) > 12:
        orders = ("ydm",)
    found = []
    for order in orders:
        part = dict(zip(order, numbers, strict=True))
        if "?" in part:
            found.append(Loose(lone=part["?"]))
            continue
        month, day = (int(part[key]) if key in part else None for key in "md")
        years = [part["y"]] if "y" in part else []
        if years and len(years[0]) < 3 and not era:
            years = [f"20{int(years[0]):02d}", f"19{int(years[0]):02d}"]
        found += [Loose(int(year), era, month, day) for year in years] or [
            Loose(None, era, month, day)
        ]
    return sorted(found, key=lambda loose: -(loose.year or 0) // 100 if "4" not in kinds else 0)


def _is_time(match: re.Match[str]) -> bool:
    """Whether a match is a time, not the day or year at the end of a date."""
    return bool(match["minute"] or match["half"])


def _clock(match: re.Match[str]) -> str:
    """Return a time of day as ``hh:mm`` or ``hh:mm:ss``; empty if it does not exist."""
    hour, minute, second = int(match["hour"]), match["minute"] or "00", match["second"]
    if match["half"]:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if match["half"] == "pm" else 0)
    text = f"{hour:02d}:{minute}" + (f":{second}" if second else "")
    is_valid = hour < 24 and int(minute) < 60 and int(second or 0) < 60
    return text if is_valid else ""


def _offsets(zone: str) -> tuple[str, ...] | None:
    """Return the offsets of a zone as it is written; none for local time, ``None`` if unknown."""
    if not zone or zone.startswith("local"):
        return ()
    if zone in ZONE_ABBREVIATIONS:
        return ZONE_ABBREVIATIONS[zone]
    match = pattern(_OFFSET).fullmatch(zone)
    return (f"{match[1]}{int(match[2]):02d}:{match[3] or '00'}",) if match else None


def _offsets_at(day: str, clock: str, zone: tzinfo | None) -> list[str]:
    """Return the offsets of a zone at a local time: two where clocks were set back."""
    if zone is None or day.startswith(("-", "0000")):
        return ["Z"]
    local = datetime.fromisoformat(f"{day}T{clock}")
    found: list[str] = []
    for fold in (0, 1):
        moment = local.replace(tzinfo=zone, fold=fold)
        try:
            is_skipped = moment.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != local
        except OverflowError:
            is_skipped = False
        offset = moment.utcoffset() or timedelta()
        if not is_skipped and offset % timedelta(minutes=1) == timedelta():
            minutes = offset // timedelta(minutes=1)
            sign = "-" if minutes < 0 else "+"
            found.append(f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}")
    texts: Iterable[str] = dict.fromkeys(found)
    return ["Z" if text == "+00:00" else text for text in texts]
