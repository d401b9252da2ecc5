"""The events of an offline page as columns for JSON, in which names and sources occur once.

    {"title": [...], "date": [...], "type": [0, 4, ...],   one value for each event
     "by": [[[0], [3], []], ...],                          actors, targets, aimed at: of names
     "place": {"2": "..."},                                values that few events have: by number
     "names": [...], "sources": [[label, url, details]]}   what the numbers mean

A withheld event keeps what its mark shows: date, parties, type, score and status.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.analysis.tone import tones_of
from dashboard.model.codes import RelationKind, Role
from dashboard.model.date_parts import compact_of, words_of
from dashboard.model.labels import STATUS_LABELS
from dashboard.query.columns import codes
from dashboard.query.tables import SOURCE_COLUMNS
from dashboard.words.language import pgettext, pgettext_noop

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd

    from dashboard.analysis.timeline.lanes import Lanes
    from dashboard.query.columns import BoolArray, IntArray
    from dashboard.query.levels import Level
    from dashboard.query.tables import Tables

_TEXTS = ("place", "description")
"""Columns of ``Tables.events`` that few events have."""
_LABELS = ("title", "publisher", "author", "url")
"""Columns of a source by which it can be called, the first that is not empty."""

_STANCES: Mapping[str, str] = MappingProxyType(
    {
        "asserts": pgettext_noop("a claim", "{names} asserts"),
        "confirms": pgettext_noop("a claim", "{names} confirms"),
        "denies": pgettext_noop("a claim", "{names} denies"),
        "disputes": pgettext_noop("a claim", "{names} disputes"),
        "declines_to_comment": pgettext_noop("a claim", "{names} declines to comment"),
    }
)
_LINKS: Mapping[str, str] = MappingProxyType(
    {
        "responds_to": pgettext_noop("a linked event", "is an answer to {event}"),
        "follows": pgettext_noop("a linked event", "comes after and continues {event}"),
        "implements": pgettext_noop("a linked event", "puts into practice {event}"),
        "violates": pgettext_noop("a linked event", "breaks {event}"),
        "corrects": pgettext_noop("a linked event", "sets right {event}"),
    }
)


class Numbered:
    """Values with numbers from 0, in the order in which they first occur.

    >>> names = Numbered()
    >>> [names.number("Japan"), names.number("China"), names.number("Japan")], names.values
    ([0, 1, 0], ['Japan', 'China'])
    """

    def __init__(self) -> None:
        self._number: dict[Any, int] = {}

    def number(self, value: Any) -> int:
        """Return the number of a value, which may be a new one."""
        return self._number.setdefault(value, len(self._number))

    @property
    def values(self) -> list[Any]:
        """The values in the order of their numbers."""
        return list(self._number)


def describe_events(tables: Tables, rows: IntArray, withheld: BoolArray) -> dict[str, Any]:
    """Return the columns of some events; see the module.

    Args:
        tables: tables of the file.
        rows: rows of ``Tables.events``, ascending.
        withheld: for each of ``rows``, whether its texts and sources may not be passed on.
    """
    events = tables.events.iloc[rows]
    names, sources = Numbered(), Numbered()
    types = sorted(set(events["type"]))
    of = _Rows(rows, withheld)
    cited = _cited(tables, of, sources)
    claims = _claims(tables, of, names, sources)
    columns = {
        "title": np.where(withheld, "", events["title"]).tolist(),
        "date": list(map(words_of, events["date"])),
        "day": list(map(compact_of, events["date"])),
        "from": events["lower"].tolist(),
        "to": events["upper"].tolist(),
        "type": [types.index(type_) for type_ in events["type"]],
        "status": codes(events["status"]).tolist(),
        "score": events["score"].tolist(),
        "tone": tones_of(events["score"].to_numpy()).tolist(),
        "weight": events["importance"].tolist(),
        "by": _parties(tables, of, names),
        "in": _countries(tables, of, names),
        "at": tables.instant[rows].astype(np.int64).tolist(),
    }
    sparse: dict[str, dict[int, Any]] = {"cited": cited, "claims": claims}
    sparse["links"] = _links(tables, of)
    languages = [tables.languages[row] for row in rows.tolist()]
    sparse["lang"] = {at: lang for at, lang in enumerate(languages) if lang}
    for name in _TEXTS:
        texts = zip(events[name], withheld, strict=True)
        sparse[name] = {at: text for at, (text, hidden) in enumerate(texts) if text and not hidden}
    return {
        **columns,
        **sparse,
        "hidden": np.flatnonzero(withheld).tolist(),
        "types": [tables.types[type_].label for type_ in types],
        "statuses": [label.alone for label in STATUS_LABELS.values()],
        "names": names.values,
        "sources": [_source(dict(zip(SOURCE_COLUMNS, one, strict=True))) for one in sources.values],
    }


def describe_ties(level: Level, rows: IntArray, ids: Sequence[str]) -> list[list[float]]:
    """Return for each event its relations: number of the dyad and score, one after the other.

    The number is ``source * len(ids) + target``, with positions in ``ids``; a relation of the kind
    ``joint`` has the negative number, less 1.

    Args:
        level: the countries or the actors.
        rows: rows of the events, ascending.
        ids: ids of the nodes that the network shows.
    """
    position = {id_: at for at, id_ in enumerate(ids)}
    found: list[list[float]] = [[] for _ in rows]
    at_row = {row: at for at, row in enumerate(rows.tolist())}
    relations = level.relations
    columns = (relations[name].tolist() for name in ("event", "source", "target", "score", "kind"))
    for event, source, target, score, kind in zip(*columns, strict=True):
        ends = position.get(source, -1), position.get(target, -1)
        if event in at_row and min(ends) >= 0:
            dyad = ends[0] * len(ids) + ends[1]
            number = -1 - dyad if kind == RelationKind.JOINT.word else dyad
            found[at_row[event]] += [number, score]
    return found


def describe_marks(lanes: Lanes, rows: IntArray) -> list[list[int]]:
    """Return for each event its marks, each as ``lane * 3 + role``."""
    marks = [(lanes.lane * len(Role) + lanes.role).tolist(), lanes.event.tolist()]
    at_row = {row: at for at, row in enumerate(rows.tolist())}
    found: list[list[int]] = [[] for _ in rows]
    for mark, event in zip(*marks, strict=True):
        if event in at_row:
            found[at_row[event]].append(mark)
    return found


class _Rows:
    """The events of the page: position of each row, and whether its texts are withheld."""

    def __init__(self, rows: IntArray, withheld: BoolArray) -> None:
        self.position = {row: at for at, row in enumerate(rows.tolist())}
        self._withheld = withheld.tolist()

    def grouped(self, table: pd.DataFrame, *, every: bool = False) -> Iterable[tuple[int, Any]]:
        """Yield position and record of each row of a table that belongs to an event of the page.

        Args:
            table: a table with a column ``event``.
            every: whether to yield the records of withheld events, too.
        """
        names = list(table)
        for values in zip(*(table[name].tolist() for name in names), strict=True):
            record = dict(zip(names, values, strict=True))
            at = self.position.get(record["event"], -1)
            if at >= 0 and (every or not self._withheld[at]):
                yield at, record


def _parties(tables: Tables, of: _Rows, names: Numbered) -> list[list[list[int]]]:
    found: list[list[list[int]]] = [[[] for _ in Role] for _ in of.position]
    actor_names, country_names = tables.actor_names, tables.country_names
    roles = {role.word: role.value for role in Role}
    for at, record in of.grouped(tables.participants, every=True):
        name, country = actor_names[record["actor"]], country_names[record["country"]]
        if name != country:
            name = pgettext(
                "an actor and its country", "{name} ({country})", name=name, country=country
            )
        found[at][roles[record["role"]]].append(names.number(name))
    return found


def _countries(tables: Tables, of: _Rows, names: Numbered) -> list[list[int]]:
    members = tables.by_country.members
    found: list[list[int]] = [[] for _ in of.position]
    for event, group in zip(members.event.tolist(), members.group.tolist(), strict=True):
        if event in of.position:
            found[of.position[event]].append(names.number(tables.by_country.names[group]))
    return found


def _cited(tables: Tables, of: _Rows, sources: Numbered) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for at, record in of.grouped(tables.sources):
        number = sources.number(tuple(record[name] for name in SOURCE_COLUMNS))
        found.setdefault(at, []).append(number)
    return found


def _claims(
    tables: Tables, of: _Rows, names: Numbered, sources: Numbered
) -> dict[int, list[list[Any]]]:
    """Return the claims by event: names, sentence, date, note and number of the source."""
    found: dict[int, list[list[Any]]] = {}
    for at, record in of.grouped(tables.claims):
        source = tuple(record[f"source_{name}"] for name in SOURCE_COLUMNS)
        date = record["date"] or record["source_date"]
        claim = [
            [names.number(name) for name in record["by"]],
            pgettext("a claim", _STANCES[record["stance"]]),
            compact_of(date) if date else "",
            record["note"],
            sources.number(source) if any(source) else -1,
        ]
        found.setdefault(at, []).append(claim)
    return found


def _links(tables: Tables, of: _Rows) -> dict[int, list[list[Any]]]:
    """Return the links by event: sentence and number of the other event, which is on the page."""
    found: dict[int, list[list[Any]]] = {}
    for at, record in of.grouped(tables.links):
        other = of.position.get(record["target"])
        if other is not None:
            found.setdefault(at, []).append(
                [pgettext("a linked event", _LINKS[record["kind"]]), other]
            )
    return found


def _source(source: Mapping[str, str]) -> list[str]:
    """Return label, address, details in words, address of an archived copy, and language."""
    label = next((source[name] for name in _LABELS if source[name]), "")
    when = words_of(source["date"]) if source["date"] else ""
    details = [text for text in (source["publisher"], source["author"], when) if text]
    rest = " · ".join(text for text in details if text != label)
    parts = [label, source["url"], rest, source["archive_url"], source.get("lang", "")]
    while not parts[-1]:
        parts.pop()
    return parts
