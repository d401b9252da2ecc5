"""Words for what the record of a day leaves out, for the card of an event and for the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.model.date_parts import words_of
from dashboard.model.dates import MAX_SECOND
from dashboard.query.known import count_undated
from dashboard.query.tables import SOURCE_COLUMNS
from dashboard.words.language import gettext, ngettext
from dashboard.words.lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from dashboard.query.columns import IntArray
    from dashboard.query.tables import Cut, Tables


def describe_cut(tables: Tables, day: str, row: int) -> str:
    """Return the day of a cut and what it leaves out of an event; no words for a whole file.

    Args:
        tables: tables of the file, whole or cut.
        day: the day of the cut, as an EDTF date.
        row: row of ``Tables.events``.

    Example:
        >>> from dashboard import Dataset, load
        >>> tables = Dataset(load("events.yaml")).as_known_on("2024-10-20").tables
        >>> describe_cut(tables, "2024-10-20", 0)[:28]
        'As known on 20 October 2024.'
    """
    if tables.cut is None:
        return ""
    later = gettext(
        "Title and description may have been written later, and say more than was known."
    )
    return _sentences(day, later, _left_out(tables.cut, tables, row))


def describe_cut_of_events(tables: Tables, day: str, rows: IntArray) -> str:
    """Return the day of a cut, and how many undated claims and sources of events it leaves out.

    Args:
        tables: tables of the file, whole or cut.
        day: the day of the cut, as an EDTF date.
        rows: rows of ``Tables.events``.
    """
    if tables.cut is None:
        return ""
    later = gettext(
        "Titles and descriptions may have been written later, and say more than was known."
    )
    claims, sources = (count_undated(tables, table, rows) for table in ("claims", "sources"))
    return _sentences(day, later, _present(_undated_claims(claims), _undated_sources(sources)))


def _sentences(day: str, later: str, left_out: list[str]) -> str:
    sentences = [gettext("As known on {day}.", day=words_of(day)), later]
    if left_out:
        sentences.append(gettext("Left out: {records}.", records=listed(left_out, "and")))
    return " ".join(sentences)


def _left_out(cut: Cut, tables: Tables, row: int) -> list[str]:
    whole, origin = cut.whole, cut.rows[row]
    claims = whole.claims[whole.claims["event"] == origin]
    said = claims["known"] <= cut.second
    sources = _sources(whole.sources[whole.sources["event"] == origin])
    sources |= _sources(claims[said], "source_")
    links = _count_links(whole, origin) - _count_links(tables, row)
    later_claims, undated_claims = _counts(claims["known"][~said])
    later_sources, undated_sources = _counts(known for known, *_ in sources if known > cut.second)
    return _present(
        (later_claims, ngettext("{n} later claim", "{n} later claims", later_claims)),
        _undated_claims(undated_claims),
        (later_sources, ngettext("{n} later source", "{n} later sources", later_sources)),
        _undated_sources(undated_sources),
        (links, ngettext("{n} link to later events", "{n} links to later events", links)),
    )


def _undated_claims(n: int) -> tuple[int, str]:
    return n, ngettext("{n} undated claim", "{n} undated claims", n)


def _undated_sources(n: int) -> tuple[int, str]:
    return n, ngettext("{n} undated source", "{n} undated sources", n)


def _present(*numbers: tuple[int, str]) -> list[str]:
    """Return the words of the numbers that are not 0."""
    return [words for n, words in numbers if n]


def _sources(table: pd.DataFrame, prefix: str = "") -> set[tuple[int, tuple[str, ...]]]:
    """Return each source of a table once, after the second by which it is known."""
    columns = (table[f"{prefix}{name}"] for name in SOURCE_COLUMNS)
    sources = zip(*columns, strict=True)
    pairs = zip(table[f"{prefix}known"].tolist(), sources, strict=True)
    return {pair for pair in pairs if any(pair[1])}


def _counts(known: Iterable[int]) -> tuple[int, int]:
    """Return the numbers of later and of undated records that are left out."""
    seconds = list(known)
    undated = seconds.count(MAX_SECOND)
    return len(seconds) - undated, undated


def _count_links(tables: Tables, row: int) -> int:
    return int(np.count_nonzero(tables.links[["event", "target"]].to_numpy() == row))
