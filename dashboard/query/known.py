"""The record as known on a day: tables without what was not known by its end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dashboard.model.codes import Status
from dashboard.model.dates import MAX_SECOND
from dashboard.query.columns import codes
from dashboard.query.tables import SOURCE_COLUMNS, Cut, Tables

if TYPE_CHECKING:
    from dashboard.query.columns import BoolArray, IntArray


def as_known_on(tables: Tables, second: int) -> Tables:
    """Return the tables of what was known by a second of UTC, such as the end of a day.

    They equal the tables of a file from which everything later was deleted. An event is known
    when its date (or ``known``) begins; a claim and a source when their date has passed, so that
    those without a date are left out; a link when both its events are. A written status holds
    from ``status_since``; before, the status follows from the claims that are left.

    Args:
        tables: the tables of a file, whole or cut.
        second: seconds since 1970.

    >>> from dashboard import load
    >>> tables = load("events.yaml")
    >>> early = as_known_on(tables, int(tables.events["known"].iat[1]))
    >>> len(early.events), len(early.links)
    (1, 0)
    """
    if tables.cut and tables.cut.second == second:
        return tables
    whole = tables.cut.whole if tables.cut else tables
    is_known = whole.events["known"].to_numpy() < second
    row = np.cumsum(is_known, dtype=np.int32) - np.int32(1)
    claims = _claims(_kept(whole.claims, is_known, row, second), second)
    participants = _kept(whole.participants, is_known, row)
    actors, countries = (
        _nodes(nodes, codes(participants[level]))
        for nodes, level in ((whole.actors, "actor"), (whole.countries, "country"))
    )
    links = whole.links[is_known[whole.links["target"].to_numpy()]]
    shown = whole.listed.union(actors["id"])
    return replace(
        whole,
        events=_events(whole.events[is_known], claims, second),
        participants=participants.assign(
            actor=_recoded(participants["actor"], actors),
            country=_recoded(participants["country"], countries),
        ),
        actors=actors,
        countries=countries,
        sources=_kept(whole.sources, is_known, row, second),
        claims=claims,
        links=_kept(links.assign(target=row[links["target"].to_numpy()]), is_known, row),
        periods=whole.periods[whole.periods["lower"] < second].reset_index(drop=True),
        blocs=tuple(bloc for bloc in whole.blocs if bloc.id in shown),
        cut=Cut(second, whole, np.flatnonzero(is_known)),
    )


def count_undated(tables: Tables, name: str, rows: IntArray) -> int:
    """Return the number of claims or sources of events that a cut leaves out as undated.

    Args:
        tables: the tables of a file, whole or cut.
        name: ``claims`` or ``sources``.
        rows: rows of ``tables.events``.
    """
    if tables.cut is None:
        return 0
    table: pd.DataFrame = getattr(tables.cut.whole, name)
    undated = table["event"].to_numpy()[table["known"].to_numpy() == MAX_SECOND]
    return int(np.isin(undated, tables.cut.rows[rows]).sum())


def _kept(
    table: pd.DataFrame, events: BoolArray, row: IntArray, second: int | None = None
) -> pd.DataFrame:
    """Return the rows of flagged events, and only those known by a second if it is given.

    Args:
        table: rows with the column ``event``.
        events: one flag for each event.
        row: new row of each event.
        second: see ``as_known_on``.
    """
    flags = events[table["event"].to_numpy()]
    if second is not None:
        flags &= table["known"].to_numpy() <= second
    kept: pd.DataFrame = table[flags].reset_index(drop=True)
    return kept.assign(event=row[kept["event"].to_numpy()])


def _nodes(nodes: pd.DataFrame, used: IntArray) -> pd.DataFrame:
    """Return the actors or countries whose codes are used."""
    return nodes[np.bincount(used, minlength=len(nodes)) > 0].reset_index(drop=True)


def _recoded(column: pd.Series, nodes: pd.DataFrame) -> pd.Series:
    """Return a column of participants whose categories are the ids of ``nodes``."""
    ids = pd.Index(nodes["id"].to_numpy(), dtype="object")
    code = ids.get_indexer(column.cat.categories).astype(codes(column).dtype)
    return pd.Series(pd.Categorical.from_codes(code[codes(column)], ids))


def _claims(claims: pd.DataFrame, second: int) -> pd.DataFrame:
    """Return claims without the sources that were published later."""
    later = claims["source_known"] > second
    blank: dict[str, str | int] = {f"source_{name}": "" for name in SOURCE_COLUMNS}
    blank |= {"source_restricted": False, "source_known": MAX_SECOND}
    return claims.assign(**{name: claims[name].mask(later, value) for name, value in blank.items()})


def _events(kept: pd.DataFrame, claims: pd.DataFrame, second: int) -> pd.DataFrame:
    """Return the events with the statuses that they had."""
    followed = np.full(len(kept), Status.REPORTED, dtype=np.int8)
    # NumPy keeps the last of repeated assignments, and the last claim knows all before it.
    followed[claims["event"].to_numpy()] = claims["status"].to_numpy()
    is_written = kept["status_since"].to_numpy() <= second
    status = np.where(is_written, codes(kept["status"]), followed)
    return kept.reset_index(drop=True).assign(
        status=pd.Series(pd.Categorical.from_codes(status, kept["status"].cat.categories)),
        status_written=is_written,
    )
