"""Words for what the record of a day leaves out, for the card of an event and for the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.model.date_parts import words_of
from dashboard.model.dates import MAX_SECOND
from dashboard.query.known import count_undated
from dashboard.query.tables import SOURCE_COLUMNS
from dashboard.words.lists import listed
from dashboard.words.numbers import count

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
    return _sentences(day, "Title and description", _left_out(tables.cut, tables, row))


def describe_cut_of_events(tables: Tables, day: str, rows: IntArray) -> str:
    """Return the day of a cut, and how many undated claims and sources of events it leaves out.

    Args:
        tables: tables of the file, whole or cut.
        day: the day of the cut, as an EDTF date.
        rows: rows of ``Tables.events``.
    """
    if tables.cut is None:
        return ""
    numbers = {noun: count_undated(tables, f"{noun}s", rows) for noun in ("claim", "source")}
    left_out = [count(n, f"undated {noun}") for noun, n in numbers.items() if n]
    return _sentences(day, "Titles and descriptions", left_out)


def _sentences(day: str, texts: str, left_out: list[str]) -> str:
    sentences = [
        f"As known on {words_of(day)}.",
        f"{texts} may have been written later, and say more than was known.",
    ]
    if left_out:
        sentences.append(f"Left out: {listed(left_out, 'and')}.")
    return " ".join(sentences)


def _left_out(cut: Cut, tables: Tables, row: int) -> list[str]:
    whole, origin = cut.whole, cut.rows[row]
    claims = whole.claims[whole.claims["event"] == origin]
    said = claims["known"] <= cut.second
    sources = _sources(whole.sources[whole.sources["event"] == origin])
    sources |= _sources(claims[said], "source_")
    links = _count_links(whole, origin) - _count_links(tables, row)
    return [
        *_counts(claims["known"][~said], "claim"),
        *_counts((known for known, *_ in sources if known > cut.second), "source"),
        *([f"{count(links, 'link')} to later events"] if links else []),
    ]


def _sources(table: pd.DataFrame, prefix: str = "") -> set[tuple[int, tuple[str, ...]]]:
    """Return each source of a table once, after the second by which it is known."""
    columns = (table[f"{prefix}{name}"] for name in SOURCE_COLUMNS)
    sources = zip(*columns, strict=True)
    pairs = zip(table[f"{prefix}known"].tolist(), sources, strict=True)
    return {pair for pair in pairs if any(pair[1])}


def _counts(known: Iterable[int], noun: str) -> list[str]:
    """Return the numbers of later and of undated records that are left out, in words."""
    seconds = list(known)
    undated = seconds.count(MAX_SECOND)
    numbers = {f"later {noun}": len(seconds) - undated, f"undated {noun}": undated}
    return [count(n, words) for words, n in numbers.items() if n]


def _count_links(tables: Tables, row: int) -> int:
    return int(np.count_nonzero(tables.links[["event", "target"]].to_numpy() == row))
