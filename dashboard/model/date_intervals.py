"""Points and intervals of time as people write them, with their readings in EDTF.

Texts are in the form of ``date_languages.plain_words``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.model.edtf import read_point
from dashboard.model.loose_dates import Loose, is_real, loose_dates
from dashboard.model.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

_SEPARATOR = r" (?:to|until|till|til|through|thru|bis|au|al|hasta|по|до|a|à) |\.{2,3}| ?--? ?| ?/ ?"
_TIME_RANGE = (
    r"(?P<day>.+?)(?:[t ,]|at|from)+(?P<first>[0-9]{1,2}(?::[0-9]{2}(?::[0-9]{2})?)? ?(?:[ap]m)?)"
    r" ?(?:-|/|to|until) ?t?(?P<last>[0-9]{1,2}(?::[0-9]{2}(?::[0-9]{2})?)? ?(?:[ap]m)?)"
    r" ?(?P<zone>z|[a-z]{2,5}|local time|(?:utc|gmt)? ?[-+] ?[0-9]{1,2}(?::?[0-9]{2})?)?"
)


def points(text: str, zone: tzinfo | None) -> list[str]:
    """Return the readings of one date or time, as valid dates.

    >>> points("3/2/2022", None), points("26 <10> 23", None)
    (['2022-03-02', '2022-02-03'], ['2023-10-26', '1923-10-26'])
    """
    written = text.upper()
    if read_point(written) is not None:
        return [written] if is_real(written) else []
    texts = [each for loose in loose_dates(text) for each in loose.texts(zone)]
    return list(dict.fromkeys(each for each in texts if is_real(each)))


def intervals(text: str, zone: tzinfo | None) -> list[str]:
    """Return the readings of two dates with a separator between them, as A/B.

    What one end leaves out is that of the other end.

    >>> intervals("28 <9> - 2 <10> 2023", None), intervals("451/50 bc", None)
    (['2023-09-28/2023-10-02'], ['-0450/-0449'])
    """
    found: dict[str, None] = {}
    for match in pattern(_SEPARATOR).finditer(text):
        starts = loose_dates(text[: match.start()].strip())
        finishes = loose_dates(text[match.end() :].strip())
        for start, finish in _pairs(starts, finishes):
            for one, other in _completed(start, finish, match[0].strip()):
                for first in one.texts(zone):
                    for last in other.texts(zone):
                        found[f"{first}/{last}"] = None
    return [each for each in found if is_real(each)]


def clock_intervals(text: str, zone: tzinfo | None) -> list[str]:
    """Return the readings of a day with two times of day.

    >>> clock_intervals("2023-10-26 09:00-11:00 utc", None)
    ['2023-10-26T09:00Z/2023-10-26T11:00Z']
    """
    match = pattern(_TIME_RANGE).fullmatch(text)
    if match is None or not pattern("[:m]").search(match["first"] + match["last"]):
        return []
    zone_name = match["zone"] or ""
    half = match["last"][-2:] if match["last"].endswith("m") else ""
    times = [match["first"] if match["first"].endswith("m") else match["first"] + half]
    times.append(match["last"])
    hours = [time if pattern("[:m]").search(time) else f"{time}:00" for time in times]
    ends = [points(f"{match['day']} {hour} {zone_name}".strip(), zone) for hour in hours]
    pairs = [f"{first}/{last}" for first in ends[0] for last in ends[1]]
    return [each for each in pairs if is_real(each) and each[11:16] < each.partition("/")[2][11:16]]


def _pairs(starts: list[Loose], finishes: list[Loose]) -> list[tuple[Loose, Loose]]:
    """Return the readings of both ends that fit each other."""
    if len(starts) == len(finishes) == 2 and all(start.day and not start.year for start in starts):
        # Month and day have the same order in both: 28.03.-02.04.2022.
        return list(zip(starts, finishes, strict=True))
    pairs = [(start, finish) for finish in finishes for start in starts]
    # Of "28 - 3 November 2023", the day: not the year 1928.
    dayless = [(start, finish) for start, finish in pairs if finish.year and start.year is None]
    return dayless or pairs


def _completed(start: Loose, finish: Loose, separator: str) -> Iterator[tuple[Loose, Loose]]:
    """Yield both ends of an interval with all parts that one of them leaves out."""
    era = start.era or finish.era
    begun = _start(start, finish, era)
    if begun is None or bool(start.clock) != bool(finish.clock):
        return
    if finish.year is None and finish.month is not None and begun.month is None:
        return
    for other in _finishes(begun, finish, separator):
        last = other._replace(era=other.era or (era if era == "bc" else ""))
        first = begun._replace(era=era, offsets=begun.offsets or last.offsets)
        if first.year is None and last.year is not None:
            first = first._replace(month=first.month if first.month is not None else last.month)
            is_before = (first.month or 0, first.day or 0) > (last.month or 0, last.day or 0)
            step = 1 if era == "bc" else -1
            first = first._replace(year=last.year + (step if is_before else 0))
        elif last.year is None:
            last = last._replace(year=first.year)
        mark = first.mark or last.mark
        yield first._replace(mark=mark), last._replace(mark=mark)
        if not finish.lone and first.mark != last.mark:
            yield first, last


def _start(start: Loose, finish: Loose, era: str) -> Loose | None:
    """Return the start of an interval with what its lone number is, by the parts of the end."""
    if not start.lone:
        return start
    if finish.lone or finish.year is None:
        return None
    number = int(start.lone)
    if finish.day is not None:
        return start._replace(day=number)
    if finish.month is not None:
        return start._replace(month=number)
    return start._replace(year=number) if era else None


def _finishes(start: Loose, finish: Loose, separator: str) -> Iterator[Loose]:
    """Yield the end of an interval with the parts that its short number leaves out."""
    if finish.lone:
        number = int(finish.lone)
        if start.day is not None:
            yield finish._replace(lone="", day=number, month=start.month)
        elif start.month is not None:
            if number > 12:
                return
            yield finish._replace(lone="", month=number)
        elif start.year is not None:
            yield finish._replace(lone="", year=_long_year(start.year, finish.lone))
        return
    year = finish.year or 0
    is_year = finish.era == "bc" and finish.month is None and start.month is None
    if is_year and start.year and 0 < year < 100 <= start.year:
        yield finish._replace(year=_long_year(start.year, f"{year:02d}"))
        if separator == "/":
            return
    yield finish


def _long_year(year: int, digits: str) -> int:
    size: int = 10 ** len(digits)
    return year - year % size + int(digits)
