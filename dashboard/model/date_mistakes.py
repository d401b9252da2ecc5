"""Mistakes in dates: what people write instead of EDTF, the rule it breaks, and what they meant."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, timedelta, timezone
from functools import cache
from typing import TYPE_CHECKING

from dashboard.model.date_intervals import clock_intervals, intervals, points
from dashboard.model.date_languages import plain_words
from dashboard.model.date_phrase_rows import PHRASES
from dashboard.model.date_phrases import (
    BCE,
    ENDS,
    FORMS,
    MARK,
    ONCE,
    ORDER,
    Objection,
    Phrase,
    once_or_lasting,
)
from dashboard.model.edtf import read_edtf
from dashboard.model.loose_dates import is_real, loose_dates
from dashboard.model.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import tzinfo

    from dashboard.model.loose_dates import Loose

_PLAIN = "use plain hyphens, digits and quotes, and capitals T and Z"
_DIGITS = "a year has four digits, a month and a day two"
_TIME = "a time is Thh:mm or Thh:mm:ss up to 23:59:59, then Z or an offset like +09:00"
_NO_ZONE = (
    "the time has no zone, and neither tz nor timezone is given: this is UTC, elsewhere write its "
    "offset, such as +09:00, or set tz"
)
_MIDNIGHT = "midnight of a table stands for the day; a time of day is Thh:mm and its offset"
_ELSEWHERE = timezone(timedelta(hours=1))
_DEEPEST = 3
"""Most phrases within phrases: *since about 2014 or 2015*."""


def objections(text: str, zone: tzinfo | None = None, depth: int = 0) -> Iterator[Objection]:
    """Yield each rule that a text breaks, with the dates that may have been meant.

    The caller keeps the valid proposals (10/11/2023 is tried both ways round) and takes the first
    objection that has some, or that has none at all. The last objection describes the forms.

    Args:
        text: what was written instead of a date.
        zone: time zone of local times; ``None`` if none is stated.
        depth: number of phrases that contain the text.

    >>> next(objections("18 October 2023")).meant[0]
    '2023-10-18'
    """

    def texts(part: str) -> list[str]:
        return _readings(part.strip(), zone, depth + 1)

    plain = plain_words(text)
    if read_edtf(plain.upper()) is not None:
        yield Objection(_PLAIN, (plain.upper(),))
    yield from _midnight(plain)
    for words, read in mistakes() if depth < _DEEPEST else ():
        if match := words.fullmatch(plain):
            yield read(match, texts)
    yield from _single(text, plain, zone)
    yield Objection(FORMS)


@cache
def mistakes() -> tuple[tuple[re.Pattern[str], Phrase], ...]:
    """Return the phrases with compiled patterns, which only a file with a wrong date needs.

    Some patterns take time in proportion to the square of the length of a text: ``parse_date``
    limits the length.
    """
    return tuple((pattern(words), read) for words, read in PHRASES)


def _readings(text: str, zone: tzinfo | None, depth: int) -> list[str]:
    """Return the readings of a part of a phrase: of a date in EDTF itself, else what it means."""
    if read_edtf(text.upper()) is not None:
        return [text.upper()]
    for objection in objections(text, zone, depth):
        good = [each for each in dict.fromkeys(objection.meant) if is_real(each)]
        if good or not objection.meant:
            return good
    return []


def _single(text: str, plain: str, zone: tzinfo | None) -> Iterator[Objection]:
    """Yield the readings of a single date, a time or an interval."""
    found = loose_dates(plain)
    meant = points(plain, zone)
    if any(loose.clock for loose in found):
        days = [loose._replace(clock="").day_text() for loose in found if loose.clock == "00:00"]
        hours = clock_intervals(plain, zone)
        # Few events happen where clocks are ten hours behind or more: 09:00-11:00 is an interval.
        moments = [each for each in meant if not (hours and each[-6:-4] == "-1")]
        yield _timed((*days, *hours, *moments), plain, zone)
    elif ":" in plain or pattern("[0-9] ?[ap]m").search(plain):
        yield _timed((*clock_intervals(plain, zone), *intervals(plain, zone)), plain, zone)
    else:
        years = intervals(plain, zone)
        if ".." in plain:
            yield Objection(ONCE, (*(form for each in years for form in once_or_lasting(each)), ""))
        if pattern("[0-9]{4} ?[/-] ?[0-9]{2}").fullmatch(plain):
            yield Objection(ENDS, (*years, *meant, ""))
        is_day = any(loose.year is None for loose in found)
        reason = f"{_DIGITS}; a day needs its year" if is_day else _reason(text, plain)
        yield Objection(reason, (*meant, ""), not is_day)
        yield Objection(ENDS, (*years, ""))
    yield from _near_misses(plain, found)


def _midnight(plain: str) -> Iterator[Objection]:
    """Yield the day of a midnight as tables write it: with seconds, or after a date with /."""
    if pattern(r"[t ]00?:00:00(?:[.,]0+)? ?(?:z|\+00:?00|utc)?$|/[0-9]+ 0:00$").search(plain):
        days = [loose._replace(clock="").day_text() for loose in loose_dates(plain)]
        yield Objection(_MIDNIGHT, (*days, ""))


def _timed(meant: Iterable[str], plain: str, zone: tzinfo | None) -> Objection:
    """Return the readings of a time, which may depend on the zone."""
    readers = (points, clock_intervals, intervals)
    is_local = any(read(plain, UTC) != read(plain, _ELSEWHERE) for read in readers)
    if is_local and zone is None:
        return Objection(_NO_ZONE, (*meant, ""), False)
    reason = f"a time needs its offset, here that of {zone}" if is_local else _TIME
    return Objection(reason, (*meant, ""))


def _reason(text: str, plain: str) -> str:
    if pattern(r"[~?%]|^(?:c|about|approx|probabl|around)|[)]$|approx|circa").search(plain):
        return MARK
    if pattern("(?<![a-z])(?:bc|ad)(?![a-z])").search(plain) or pattern(
        "[0-9]{3}(-[0-9]{2})*"
    ).fullmatch(plain):
        return BCE
    is_short = not pattern("[0-9]{4}").search(plain) or pattern("[0-9-]+").fullmatch(text)
    return _DIGITS if is_short else ORDER


def _near_misses(plain: str, found: list[Loose]) -> Iterator[Objection]:
    """Yield the remedies for days and times that do not exist."""
    if found and all(loose.year is None for loose in found):
        yield Objection(f"a date begins with its year: {FORMS}")
    if len(found) == 1 and found[0].day and found[0].year and not found[0].clock:
        plain = found[0].day_text()
    match = pattern("(-?[0-9]{4})-(0[1-9]|1[0-2])-([0-9]{2})").search(plain)
    if match and not is_real(match[0]) and 28 < int(match[3]) < 32:
        year, month = int(match[1]), int(match[2])
        last = f"{match[1]}-{match[2]}-{monthrange(year % 400 or 400, month)[1]}"
        after = f"{match[1]}-{month + 1:02d}-01"
        meant = tuple(plain.replace(match[0], each).upper() for each in (last, after))
        yield Objection("the month has no such day", meant, False)
    if pattern("[0-9]:|t[0-9]").search(plain):
        if pattern("-?[0-9]{4}(-[0-9]{2})?t.+").fullmatch(plain):
            yield Objection("a time needs a whole day, YYYY-MM-DD, before it")
        yield Objection(f"{_TIME}")
    match = pattern(r"(?<![0-9])-?[0-9]{4}-[0-9]{2}(-[0-9]{2})?(?![0-9])").search(plain)
    if match and not is_real(match[0]):
        yield Objection("months run from 01 to 12, days from 01 to the last of the month")
