"""Which events countries and dyads have to do with, on columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.query.tables import codes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.query.tables import BoolArray, Tables


def has_countries(tables: Tables, countries: Sequence[str], match: str) -> BoolArray:
    """Return for each event whether any (or all) of the countries take part in any role."""
    wanted = tables.countries.index[tables.countries["id"].isin(countries)]
    total = len(tables.events)
    if match == "any":
        found = np.zeros(total, dtype=bool)
        chosen = np.zeros(len(tables.countries) + 1, dtype=bool)
        chosen[wanted] = True
        found[tables.participant_event[chosen[tables.participant_country]]] = True
        return found
    found = np.full(total, len(wanted) == len(countries))
    for code in wanted:
        takes_part = np.zeros(total, dtype=bool)
        takes_part[tables.participant_event[tables.participant_country == code]] = True
        found &= takes_part
    return found


def has_dyad(tables: Tables, source: str, target: str) -> BoolArray:
    """Return for each event whether it holds a relation from one country to another."""
    relations = tables.relations
    ids = list(tables.countries["id"])
    wanted = (codes(relations["source"]) == ids.index(source)) & (
        codes(relations["target"]) == ids.index(target)
    )
    found = np.zeros(len(tables.events), dtype=bool)
    found[relations["event"].to_numpy()[wanted]] = True
    return found
