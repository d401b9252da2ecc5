"""Which events countries, dyads and codes have to do with, on columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.query.columns import codes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.query.columns import BoolArray, IntArray
    from dashboard.query.tables import Tables


def has_code(column: IntArray, wanted: Iterable[int]) -> BoolArray:
    """Return for each row whether its code is one of those wanted."""
    found = np.zeros(len(column), dtype=bool)
    for code in wanted:
        found |= column == code
    return found


def has_countries(tables: Tables, countries: Sequence[str], match: str) -> BoolArray:
    """Return for each event whether any (or all) of the countries take part in any role.

    A country that takes part in no event is in none, so that not all of them are.
    """
    known = [tables.country_code[id_] for id_ in countries if id_ in tables.country_code]
    takes_part = tables.rows_of_country.flags
    if match == "any":
        return takes_part(np.array(known, dtype=np.int64))
    found = np.full(len(tables.events), len(known) == len(countries))
    for code in known:
        found &= takes_part(np.array([code]))
    return found


def has_dyad(tables: Tables, source: str, target: str) -> BoolArray:
    """Return for each event whether it holds a relation from one country to another."""
    found = np.zeros(len(tables.events), dtype=bool)
    source_code, target_code = (tables.country_code.get(id_, -1) for id_ in (source, target))
    relations = tables.relations
    wanted = codes(relations["source"]) == source_code
    wanted &= codes(relations["target"]) == target_code
    found[relations["event"].to_numpy()[wanted]] = True
    return found
