"""Time zones: names of the IANA database, and the day of an instant in a zone."""

from __future__ import annotations

from datetime import datetime, timedelta
from difflib import get_close_matches
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from dashboard.model.calendar import DAY_SECONDS, civil_from_days
from dashboard.model.dates import DateError
from dashboard.words.dates import DateParts, date_in_words
from dashboard.words.lists import listed
from dashboard.words.quotes import extract, quoted

_SIMILARITY = 0.75
"""Least similarity of a proposed name (Ratcliff and Metzener 1988, as in ``difflib``)."""


@lru_cache(maxsize=256)
def validate_zone(name: str) -> ZoneInfo:
    """Return the time zone of a name in the IANA database.

    Raises:
        DateError: the name is unknown; the message lists the closest names.

    >>> validate_zone("Asia/Seoul")
    zoneinfo.ZoneInfo(key='Asia/Seoul')
    """
    names = _zone_names()
    if name in names:
        return ZoneInfo(name)
    folded = extract(name.strip().replace(" ", "_").casefold())
    # People write the city alone as often as the whole name.
    keys = {known.rpartition("/")[2].casefold(): known for known in names}
    keys |= {known.casefold(): known for known in names}
    close = [folded] if folded in keys else get_close_matches(folded, keys, cutoff=_SIMILARITY)
    choices = listed(dict.fromkeys(keys[key] for key in close), "or")
    choices = choices or "a region and its city, such as Asia/Seoul"
    raise DateError(f"unknown time zone {quoted(name)}: write {choices}")


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


@lru_cache(maxsize=1)
def _zone_names() -> tuple[str, ...]:
    # "localtime" is whatever the machine is set to: a file must mean the same everywhere.
    return tuple(sorted(available_timezones() - {"localtime"}))
