"""Time zones: names of the IANA database, and the day of an instant in a zone."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, available_timezones

from dashboard.model.calendar import DAY_SECONDS, civil_from_days
from dashboard.model.dates import DateError
from dashboard.words.dates import DateParts, date_in_words
from dashboard.words.lists import listed
from dashboard.words.quotes import quoted
from dashboard.words.suggestions import nearest

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
    close = [folded] if folded in keys else []
    if suggest and not close:
        close = nearest(folded, keys, _MOST_PROPOSED, _SIMILARITY)
    choices = listed(dict.fromkeys(keys[key] for key in close), "or")
    choices = choices or "a region and its city, such as Asia/Seoul"
    known = keys.get(folded, "")
    certain = known if known.casefold() == folded else ""
    raise DateError(f"unknown time zone {quoted(name)}: write {choices}", certain=certain)


def day_in_words(second: int, zone: str) -> str:
    """Return the day that holds an instant in a time zone.

    Args:
        second: seconds since 1970 in UTC.
        zone: name of the zone; UTC counts for years that zones do not have.

    >>> day_in_words(1_697_580_000, "UTC"), day_in_words(1_697_580_000, "Asia/Seoul")
    ('17 October 2023', '18 October 2023')
    """
    try:
        offset = datetime.fromtimestamp(second, validate_zone(zone)).utcoffset() or timedelta()
    except (ValueError, OverflowError, OSError):
        offset = timedelta()
    day = DateParts(*civil_from_days((second + offset // timedelta(seconds=1)) // DAY_SECONDS))
    return date_in_words(day, day)


@lru_cache(maxsize=256)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


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
