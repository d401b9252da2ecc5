"""Readers of parameters: from the text of a URL to a value, or the reason why it is not valid."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from dashboard.model.actor import SeveralNamesError
from dashboard.model.actors import AmbiguousNameError, UnknownNameError
from dashboard.model.book import STATUSES
from dashboard.model.dates import DateError, parse_date
from dashboard.model.limits import LONGEST_NUMBER, MOST_VALUES, MOST_WORDS
from dashboard.model.type_hints import type_hint, types_for
from dashboard.query.dyad import Dyad
from dashboard.query.filter import typed
from dashboard.query.window import OPEN, Window
from dashboard.words.lists import listed
from dashboard.words.quotes import extract, quoted
from dashboard.words.suggestions import did_you_mean, suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from dashboard.query.tables import Tables

WITHIN = 14
"""Default number of days within which an event counts as a reaction."""
MOST_ALIGNED = 2
"""Largest number of events that are aligned."""
_MOST_DAYS = 3_660
"""Largest number of days within which an event counts as a reaction."""
_FEW = 1_000
"""Largest number of ids among which a similar id is searched."""
_DIGITS = re.compile(r"[0-9]+")
_ONE_DATE = "write YYYY, YYYY-MM or YYYY-MM-DD, such as 2023-10-20"
_LOST_PLUS = re.compile(r" (?=[0-9]{2}:[0-9]{2}$)")
"""The space before an offset, which was a plus before the query string was decoded."""


def country_id(text: str, tables: Tables) -> str:
    """Return the id of the country with a name, whether or not it takes part in an event.

    Raises:
        ValueError: no country has that name, or a person or group has it.
    """
    if text in tables.country_code:
        return text
    try:
        actor = tables.directory.resolve(text)
    except AmbiguousNameError as error:
        raise ValueError(str(error)) from error
    except SeveralNamesError as error:
        raise ValueError(
            f"{quoted(text)} is more than one actor: give each its own value"
        ) from error
    except UnknownNameError as error:
        choices = listed((quoted(name) for name in error.suggestions), "or")
        hint = f"did you mean {choices}?" if choices else "write a name or code, such as JPN"
        raise ValueError(f"no country is called {quoted(text)}: {hint}") from error
    if actor.id not in tables.country_code and actor.country is not None:
        country = tables.directory.get(actor.country).name
        counts = f"{extract(actor.name)} counts for {extract(country)}"
        raise ValueError(f"{counts}: choose that country")
    return actor.id


def one_of(choices: Collection[str], noun: str) -> Callable[[str, Tables], str]:
    """Return a reader that accepts each of ``choices``; its messages contain ``noun``."""

    def read(value: str, _tables: Tables) -> str:
        if value not in choices:
            raise ValueError(f"unknown {noun} {quoted(value)}{suggestion(value, choices)}")
        return value

    return read


def type_id(value: str, tables: Tables) -> str:
    """Return the id of an event type, shipped or of the file's own.

    Raises:
        ValueError: there is no such type.
    """
    if value not in tables.types:
        raise ValueError(f"unknown type {quoted(value)}{type_hint(value, tables.types)}")
    return value


def read_text(value: str, _tables: Tables) -> str:
    """Return words to search for.

    Raises:
        ValueError: there are more different words than the limit of one search.
    """
    words = len(set(value.split()))
    if words > MOST_WORDS:
        count = f"{words:,} different words, at most {MOST_WORDS} are searched"
        raise ValueError(f"{quoted(value)} has {count}: leave some out")
    return value


def actor_id(text: str, tables: Tables) -> str:
    """Return the id of the actor (or country) with a name, whether or not it takes part.

    Raises:
        ValueError: no actor has that name.
    """
    if text in tables.by_actor.code:
        return text
    try:
        return tables.directory.resolve(text).id
    except (AmbiguousNameError, UnknownNameError):
        return country_id(text, tables)


def read_dyad(value: str, tables: Tables) -> Dyad:
    """Read a dyad of which each end is any name or id."""
    return Dyad.read(value, lambda name: actor_id(name, tables))


def check_dyad(dyad: Dyad, fields: Mapping[str, Any], tables: Tables) -> None:
    """Check that both ends of a dyad are nodes of the level that is shown.

    Raises:
        ValueError: an end is an actor and the nodes are countries.
    """
    if fields.get("nodes") == "actor":
        return
    try:
        for end in dyad.ends:
            country_id(end, tables)
    except ValueError as error:
        raise ValueError(f"{error}, or add nodes=actor") from error


def read_after(value: str, tables: Tables) -> str:
    """Read an event type or an actor."""
    if value in tables.types:
        return value
    try:
        return actor_id(value, tables)
    except ValueError as error:
        meant = [f'"{id_}"' for id_ in types_for(value, tables.types)]
        hint = f": did you mean {listed(meant, 'or')}?" if meant else ""
        raise ValueError(f"{quoted(value)} is not an event type{hint}; {error}") from error


def read_within(value: str, _tables: Tables) -> int:
    """Read a number of days."""
    # Python refuses to convert more than some thousand digits.
    days = int(value) if len(value) <= LONGEST_NUMBER and _DIGITS.fullmatch(value) else 0
    if not 1 <= days <= _MOST_DAYS:
        message = f"{quoted(value)} is not a number of days"
        raise ValueError(f"{message}: write one from 1 to {_MOST_DAYS:,}")
    return days


def read_event(value: str, tables: Tables) -> str:
    """Read the id of an event of the file."""
    if value not in tables.row_of:
        hint = did_you_mean(value, tables.row_of) if len(tables.row_of) <= _FEW else ""
        raise ValueError(f"no event has the id {quoted(value)}{hint}")
    return value


def check_zero(event: str, fields: Mapping[str, Any], _tables: Tables) -> None:
    """Check that an event is one of the first that can be aligned.

    Raises:
        ValueError: there are too many before it.
    """
    if event not in [*dict.fromkeys(fields["zeros"])][:MOST_ALIGNED]:
        raise ValueError(f"{MOST_ALIGNED} events can be aligned: remove one of them")


def read_pin(value: str, tables: Tables) -> str:
    """Return the id of a lane for any kind of lanes; a country may also be given by its name."""
    if value in tables.actor_names or value in tables.types or value in STATUSES:
        return value
    try:
        return country_id(value, tables)
    except ValueError as error:
        raise ValueError(f"no lane is called {quoted(value)}: {error}") from error


def read_end(value: str, _tables: Tables) -> str:
    """Read one end of the window; in a query string, the plus of an offset is a space."""
    text = _LOST_PLUS.sub("+", value)
    try:
        return text if text in OPEN else parse_date(text).text
    except DateError as error:
        from dashboard.model.date_phrases import FORMS

        # The forms of an event's date do not help here: most of them are not a single date.
        raise DateError(str(error).replace(FORMS, _ONE_DATE)) from error


def read_periods(value: str, _tables: Tables) -> tuple[Window, Window]:
    """Read two periods with a comma between them, each of one date or of two with a slash.

    Raises:
        ValueError: there are not two, a date is not valid, or a period ends before it begins.
    """
    periods = [part.strip() for part in value.split(",")]
    if len(periods) != 2 or not all(periods):
        example = "2023-08/2023-10,2023-11/2024-01"
        raise ValueError(f"{quoted(value)} is not two periods: write them as {example}")
    one, other = map(_read_period, periods)
    return one, other


def _read_period(text: str) -> Window:
    begin, slash, end = (_LOST_PLUS.sub("+", part.strip()) for part in text.partition("/"))
    try:
        return Window.from_texts(begin, end if slash else begin)
    except DateError:
        raise
    except ValueError as error:
        raise ValueError(f"{quoted(text)} ends before it begins: exchange its dates") from error


def read_day(value: str, tables: Tables) -> str:
    """Read one EDTF date that is neither an interval nor a set."""
    day = parse_date(read_end(value, tables))
    if day.interval:
        raise ValueError(f"{quoted(value)} is an interval: write one date, such as 2023-10-20")
    if day.once:
        raise ValueError(f"{quoted(value)} is not a single date: write one, such as 2023-10-20")
    return day.text


def join_window(ends: Mapping[str, str]) -> Window:
    """Return the window between the parameters ``from`` and ``to``.

    Raises:
        ValueError: the end is before the begin.
    """
    return Window.from_texts(ends.get("from", ""), ends.get("to", ""))


def take_text(text: Any, tables: Tables) -> str:
    """Return the words of a text field, separated by single spaces."""
    return read_text(" ".join(typed(text or "", str).split()), tables)


def take_day(text: Any, tables: Tables) -> str:
    """Read the text of the field *As known on*."""
    text = typed(text or "", str).strip()
    return read_day(text, tables) if text else ""


def take_periods(periods: Any, tables: Tables) -> tuple[Window, Window] | None:
    """Return two periods from the texts of their dates, or from seconds, as a gesture sets them."""
    if not periods:
        return None
    texts = ["/".join(_texts_of(typed(one, list, tuple), tables)) for one in periods]
    return read_periods(",".join(texts), tables)


def _texts_of(ends: Sequence[Any], tables: Tables) -> Iterable[str]:
    """Return the texts of the ends of a period, which are texts or seconds."""
    if all(isinstance(end, str) for end in ends):
        return ends
    window = take_window(ends, tables)
    return window.texts() if window else ()


def take_window(ends: Any, _tables: Tables) -> Window | None:
    """Return the window between two instants in seconds, as a gesture sets it."""
    if not ends:
        return None
    if len(typed(ends, list, tuple)) != 2:
        raise TypeError("not a pair of instants")
    try:
        lower, upper = (float(typed(end, int, float)) for end in ends)
    except OverflowError as error:
        raise TypeError("an instant beyond all numbers") from error
    return Window.spanning(lower, upper)


def take_dyads(texts: Any, _tables: Tables) -> tuple[Dyad, ...]:
    """Return the dyads of pairs of ids, even if the file does not contain these."""
    given = typed(texts or [], list, tuple)[:MOST_VALUES]
    return tuple(Dyad.read(typed(text, str), str) for text in given)


def take_event(id_: Any, tables: Tables) -> str:
    """Return the id of the open event, or nothing if the file no longer contains it."""
    return id_ if typed(id_ or "", str) in tables.row_of else ""


def take_events(ids: Any, tables: Tables) -> tuple[str, ...]:
    """Return the ids of the events to align that the file still contains."""
    given = [typed(id_, str) for id_ in typed(ids or [], list, tuple)]
    return tuple([id_ for id_ in given if id_ in tables.row_of][:MOST_ALIGNED])
