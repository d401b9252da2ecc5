"""Options of the controls: what the file contains and how often, and what was chosen before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.model.actor_table import native_names
from dashboard.model.event_types import grouped_types
from dashboard.model.labels import STATUS_LABELS
from dashboard.model.names import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dashboard.query.filter import Options
    from dashboard.query.tables import Tables

_LOST = "No longer in the file"


def countries(tables: Tables, chosen: Iterable[str] = ()) -> Options:
    """Return countries, then organisations, each with the number of its events."""
    counts = np.bincount(tables.by_country.members.group, minlength=len(tables.countries))
    groups: dict[str, dict[str, str]] = {"Countries": {}, "Organisations and others": {}}
    for row, (id_, name, kind) in enumerate(
        tables.countries[["id", "name", "kind"]].itertuples(index=False)
    ):
        group = "Countries" if kind == "country" else "Organisations and others"
        groups[group][id_] = f"{name} ({counts[row]:,})"
    groups[_LOST] = {
        id_: f"{tables.actor_names.get(id_, id_)} (0)"
        for id_ in chosen
        if id_ not in tables.country_code
    }
    return groups


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
            kind.id: f"{kind.label} ({counts[kind.id]:,})"
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
    others = tables.actors[~tables.actors["id"].isin(tables.countries["id"])]
    groups = {
        "Countries": dict(zip(tables.countries["id"], tables.countries["name"], strict=True)),
        "Other actors": dict(zip(others["id"], others["name"], strict=True)),
        "Types": {
            kind.id: kind.label
            for code, kind in enumerate(tables.types.values())
            if (tables.type_code == code).any()
        },
        "Statuses": {status: label.alone for status, label in STATUS_LABELS.items()},
    }
    known = {id_ for names in groups.values() for id_ in names}
    groups[_LOST] = {id_: tables.actor_names.get(id_, id_) for id_ in chosen if id_ not in known}
    return groups
