"""Several imports as one: an act in several files is one event, as within one file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dashboard.model.limits import MOST_ITEMS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.formats.rows.mapper import Imported

_ONE = 1
"""Reports of an event without the key ``reports``."""


def joined(imports: Iterable[Imported]) -> list[Imported]:
    """Return imports without the events that an earlier one has, whose reports are added to it.

    Only data whose repeats are folded are joined: their ids are made of day, actors and code.
    """
    first: dict[str, dict[str, Any]] = {}
    found = []
    for each in imports:
        if not each.recipe.folds:
            found.append(each)
            continue
        kept = [k for k, event in enumerate(each.events) if _is_new(event, first)]
        found.append(
            replace(
                each,
                events=[each.events[k] for k in kept],
                origins=[each.origins[k] for k in kept],
                folded=each.folded + len(each.events) - len(kept),
            )
        )
    return found


def _is_new(event: dict[str, Any], first: dict[str, dict[str, Any]]) -> bool:
    """Whether no earlier file has the event; else its reports and sources are added to that one."""
    earlier = first.setdefault(str(event["id"]), event)
    if earlier is event:
        return True
    reports = sum(int(each.get("reports", _ONE)) for each in (earlier, event))
    sources = earlier.get("sources", [])
    new = [source for source in event.get("sources", []) if source not in sources]
    values = {**earlier, "reports": str(reports)}
    if new:
        values["sources"] = [*sources, *new][:MOST_ITEMS]
    id_ = values.pop("id")
    earlier.clear()
    earlier.update(values, id=id_)
    return False
