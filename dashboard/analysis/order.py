"""The order of the actors: one order for the lanes, the matrix and the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.analysis.dataset import Dataset


def actor_order(dataset: Dataset, level: str) -> tuple[str, ...]:
    """Return the ids of all actors of a level, camp by camp, whatever is selected.

    First those of the network, from top to bottom, the left and then the right column; after them
    those without relations, and those for which the network has no space, by name.

    >>> from dashboard import load
    >>> from dashboard.analysis.dataset import Dataset
    >>> actor_order(Dataset(load("events.yaml")), "country")[:2]
    ('RUS', 'PRK')

    Args:
        dataset: the events of a file.
        level: ``country`` or ``actor``.
    """
    positions = dataset.layout(level)
    shown = [positions.ids[node] for node in positions.order.tolist()]
    return tuple(dict.fromkeys([*shown, *dataset.tables.level(level).ids]))
