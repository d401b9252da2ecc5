"""Options of the filters: only what the file holds, with how often."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.model.event_types import event_types, types_by_quad_class
from dashboard.model.labels import STATUS_LABELS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.query.tables import Tables


def country_options(tables: Tables, chosen: Iterable[str] = ()) -> list[dict[str, Any]]:
    """Return countries, then organisations, each with the number of its events.

    What is chosen is an option even if the file no longer has it.
    """
    counts = np.bincount(tables.by_country.members.group, minlength=len(tables.countries))
    groups: dict[str, list[dict[str, str]]] = {"Countries": [], "Organisations and others": []}
    for row, (id_, name, kind) in enumerate(
        tables.countries[["id", "name", "kind"]].itertuples(index=False)
    ):
        group = "Countries" if kind == "country" else "Organisations and others"
        groups[group].append({"value": id_, "label": f"{name} ({counts[row]:,})"})
    lost = [id_ for id_ in chosen if id_ not in tables.country_code]
    groups["No longer in the file"] = [
        {"value": id_, "label": f"{tables.actor_names.get(id_, id_)} (0)"} for id_ in lost
    ]
    return [{"group": name, "items": items} for name, items in groups.items() if items]


def lane_options(tables: Tables, chosen: Iterable[str] = ()) -> list[dict[str, Any]]:
    """Return all that may have a lane: countries, other actors, types and statuses."""
    kinds = event_types()
    others = tables.actors[~tables.actors["id"].isin(tables.countries["id"])]
    groups = {
        "Countries": dict(zip(tables.countries["id"], tables.countries["name"], strict=True)),
        "Other actors": dict(zip(others["id"], others["name"], strict=True)),
        "Types": {
            kind.id: kind.label
            for code, kind in enumerate(kinds.values())
            if (tables.type_code == code).any()
        },
        "Statuses": {status: label.alone for status, label in STATUS_LABELS.items()},
    }
    known = {id_ for names in groups.values() for id_ in names}
    lost = {id_: tables.actor_names.get(id_, id_) for id_ in chosen if id_ not in known}
    groups["No longer in the file"] = lost
    return [
        {"group": group, "items": [{"value": id_, "label": name} for id_, name in names.items()]}
        for group, names in groups.items()
        if names
    ]


def type_options(tables: Tables, chosen: Iterable[str] = ()) -> list[dict[str, Any]]:
    """Return the types that occur, by quad class, and those that are chosen."""
    wanted = set(chosen)
    total = np.bincount(tables.type_code, minlength=len(event_types())).tolist()
    counts = dict(zip(event_types(), total, strict=True))
    groups = {
        words: [
            {"value": kind.id, "label": f"{kind.label} ({counts[kind.id]:,})"}
            for kind in kinds
            if counts[kind.id] or kind.id in wanted
        ]
        for words, kinds in types_by_quad_class().items()
    }
    return [{"group": label, "items": items} for label, items in groups.items() if items]
