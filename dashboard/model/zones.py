"""Time zones: names of the IANA database, and the day of an instant in a zone."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, available_timezones

from dashboard.model.calendar import DAY_SECONDS, civil_from_days
from dashboard.model.dates import DateError
from dashboard.words.dates import DateParts, date_in_words
from dashboard.words.lists import listed
from dashboard.words.quotes import quoted
from dashboard.words.suggestions import nearest

_OFFSET = re.compile("(?:utc|gmt|z)? ?([-+−]) ?([0-9]{1,2})(?::?([0-9]{2}))?")
_REVERSED = re.compile("Etc/GMT([-+])([0-9]+)")
_FIXED = {"EST": "America/New_York", "MST": "America/Denver", "HST": "Pacific/Honolulu"}
"""Names without summer time, and the region that is usually meant."""
_CITY = "a region and its city, such as Asia/Seoul"
_SIMILARITY = 0.75
"""Least similarity of a proposed name (Ratcliff and Metzener 1988, as in ``difflib``)."""
_MOST_PROPOSED = 3
"""Largest number of names that an error proposes."""


def validate_zone(name: str, *, suggest: bool = True) -> ZoneInfo:
    """Return the time zone of a name in the IANA database.

    Args:
        name: of the zone.
        suggest: whether to search the closest names of an unknown one, which takes time.

    Raises:
        DateError: the name is unknown; the message lists the closest names.

    >>> validate_zone("Asia/Seoul")
    zoneinfo.ZoneInfo(key='Asia/Seoul')
    """
    if name in _zone_names():
        return _zone(name)
    keys = _zone_keys()
    folded = name.strip().replace(" ", "_").casefold()
    refused = f"unknown time zone {quoted(name)}"
    if fixed := _fixed(name.strip().casefold()):
        reason = "the sign of these names is reversed"
        raise DateError(f"{refused}: write {fixed} ({reason}), or {_CITY}", fixed)
    close = [folded] if folded in keys else []
    if suggest and not close:
        close = nearest(folded, keys, _MOST_PROPOSED, _SIMILARITY)
    choices = listed(dict.fromkeys(keys[key] for key in close), "or")
    certain = keys.get(folded, "")
    certain = certain if certain.casefold() == folded else ""
    raise DateError(f"{refused}: write {choices or _CITY}", certain)


def doubts_about_zone(name: str) -> str:
    """Return the way in which a zone may be misread, with the remedy; empty for most zones.

    >>> doubts_about_zone("Etc/GMT+4")
    'Etc/GMT+4 is 4 hours behind UTC: write Etc/GMT-4 if it is ahead'
    >>> doubts_about_zone("Asia/Seoul")
    ''
    """
    if match := _REVERSED.fullmatch(name):
        side, other = ("behind", "ahead") if match[1] == "+" else ("ahead of", "behind")
        swapped = f"Etc/GMT{'-' if match[1] == '+' else '+'}{match[2]}"
        return f"{name} is {match[2]} hours {side} UTC: write {swapped} if it is {other}"
    if region := _FIXED.get(name):
        return f"{name} has no summer time: write {region} if that is meant"
    return ""


def _fixed(name: str) -> str:
    """Return the zone that is always a whole number of hours from UTC: of ``utc+9`` Etc/GMT-9."""
    match = _OFFSET.fullmatch(name)
    if match is None or int(match[3] or 0):
        return ""
    zone = f"Etc/GMT{'-' if match[1] == '+' else '+'}{int(match[2])}"
    return zone if zone in _zone_names() and int(match[2]) else ""


def to_local(second: float, zone: str) -> float:
    """Return the time that the clock of a time zone shows, as seconds since 1970 without a zone.

    >>> to_local(0, "Asia/Seoul") / 3600
    9.0

    Args:
        second: seconds since 1970 in UTC.
        zone: name of the zone; UTC counts for years that zones do not have.
    """
    return second + _offset_at(second, zone)


def from_local(second: float, zone: str) -> float:
    """Return the instant at which the clock of a time zone shows a time; see ``to_local``.

    >>> from_local(0, "Asia/Seoul") / 3600
    -9.0
    """
    if zone == "UTC":
        return second
    try:
        shown = datetime(1970, 1, 1) + timedelta(seconds=second)
        offset = shown.replace(tzinfo=validate_zone(zone)).utcoffset() or timedelta()
    except (ValueError, OverflowError):
        return second
    return second - offset.total_seconds()


def _offset_at(second: float, zone: str) -> float:
    """Return the seconds by which a zone is ahead of UTC; 0 for years that zones do not have."""
    if zone == "UTC":
        return 0.0
    try:
        offset = datetime.fromtimestamp(second, validate_zone(zone)).utcoffset() or timedelta()
    except (ValueError, OverflowError, OSError):
        return 0.0
    return offset.total_seconds()


def day_in_words(second: int, zone: str) -> str:
    """Return the day that holds an instant in a time zone.

    Args:
        second: seconds since 1970 in UTC.
        zone: name of the zone; UTC counts for years that zones do not have.

    >>> day_in_words(1_697_580_000, "UTC"), day_in_words(1_697_580_000, "Asia/Seoul")
    ('17 October 2023', '18 October 2023')
    """
    day = DateParts(*day_in(second, zone))
    return date_in_words(day, day)


def day_in(second: int, zone: str) -> tuple[int, int, int]:
    """Return year, month and day of an instant in a time zone; see ``day_in_words``.

    >>> day_in(1_697_580_000, "Asia/Seoul")
    (2023, 10, 18)
    """
    local = int(to_local(second, zone) // 1)
    return civil_from_days(local // DAY_SECONDS)


@lru_cache(maxsize=256)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def zone_names() -> list[str]:
    """Return the names of all time zones in alphabetic order.

    >>> "Asia/Seoul" in zone_names()
    True
    """
    return sorted(_zone_names())


@cache
def _zone_names() -> frozenset[str]:
    # "localtime" is whatever the machine is set to: a file must mean the same everywhere.
    return frozenset(available_timezones() - {"localtime"})


@cache
def _zone_keys() -> dict[str, str]:
    """Return the names by what people write: the city alone as often as the whole name."""
    names = sorted(_zone_names())
    cities = {known.rpartition("/")[2].casefold(): known for known in names}
    return cities | {known.casefold(): known for known in names}
