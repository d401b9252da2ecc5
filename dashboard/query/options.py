"""Options of the controls: what the file contains and how often, and what was chosen before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.model.actor_table import native_names
from dashboard.model.event_types import grouped_types
from dashboard.model.labels import STATUS_LABELS
from dashboard.model.names import normalise
from dashboard.words.language import gettext, pgettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dashboard.query.filter import Options
    from dashboard.query.tables import Tables


def countries(tables: Tables, chosen: Iterable[str] = ()) -> Options:
    """Return countries, then organisations, each with the number of its events."""
    counts = np.bincount(tables.by_country.members.group, minlength=len(tables.countries))
    names, known = tables.country_names, tables.actor_names
    states: dict[str, str] = {}
    others: dict[str, str] = {}
    for row, (id_, kind) in enumerate(tables.countries[["id", "kind"]].itertuples(index=False)):
        group = states if kind == "country" else others
        group[id_] = _counted(names[id_], int(counts[row]))
    lost = {
        id_: _counted(known.get(id_, id_), 0) for id_ in chosen if id_ not in tables.country_code
    }
    return {
        gettext("Countries"): states,
        gettext("Organisations and others"): others,
        gettext("No longer in the file"): lost,
    }


def _counted(name: str, n: int) -> str:
    return pgettext("a choice and its number of events", "{name} ({n})", name=name, n=n)


def other_names(tables: Tables) -> Mapping[str, str]:
    """Return by id the names and codes of each country that takes part, one a line.

    >>> from dashboard import load
    >>> {"dprk", "nordkorea"} <= set(other_names(load("events.yaml"))["PRK"].splitlines())
    True
    """
    names = {id_: [*tables.directory.get(id_).names] for id_ in map(str, tables.countries["id"])}
    for name, ids in native_names().items():
        for id_ in ids:
            if id_ in names:
                names[id_].append(name)
    return {id_: "\n".join(dict.fromkeys(map(normalise, some))) for id_, some in names.items()}


def types(tables: Tables, chosen: Iterable[str] = ()) -> Options:
    """Return the types that occur, by quad class, and those that are chosen."""
    wanted = set(chosen)
    total = np.bincount(tables.type_code, minlength=len(tables.types)).tolist()
    counts = dict(zip(tables.types, total, strict=True))
    return {
        label: {
            kind.id: _counted(kind.label, counts[kind.id])
            for kind in kinds
            if counts[kind.id] or kind.id in wanted
        }
        for label, kinds in grouped_types(tables.types.values()).items()
    }


def statuses(_tables: Tables, _chosen: Iterable[str] = ()) -> Options:
    """Return all statuses, in one group without a name."""
    return {"": {status: label.inline for status, label in STATUS_LABELS.items()}}


def lanes(tables: Tables, chosen: Iterable[str] = ()) -> Options:
    """Return all that may have a lane: countries, other actors, types and statuses."""
    names = tables.actor_names
    others = tables.actors[~tables.actors["id"].isin(tables.countries["id"])]
    groups = {
        gettext("Countries"): dict(tables.country_names),
        gettext("Other actors"): {id_: names[id_] for id_ in others["id"]},
        gettext("Types"): {
            kind.id: kind.label
            for code, kind in enumerate(tables.types.values())
            if (tables.type_code == code).any()
        },
        gettext("Statuses"): {status: label.alone for status, label in STATUS_LABELS.items()},
    }
    known = {id_ for items in groups.values() for id_ in items}
    groups[gettext("No longer in the file")] = {
        id_: names.get(id_, id_) for id_ in chosen if id_ not in known
    }
    return groups
