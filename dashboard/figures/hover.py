"""Words for dyads in tooltips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.analysis.relations.dyads import FEW
from dashboard.words.numbers import count, signed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.analysis.relations.dyads import Dyads
    from dashboard.query.levels import Level


def dyads_in_words(level: Level, dyads: Dyads, months: Iterable[str]) -> list[tuple[str, ...]]:
    """Return each dyad in words, and then what limits it.

    Such as ``Russia → North Korea: 6 events, mean +3.1, Jul 2023 – Jun 2024``.

    Args:
        level: who relations are between; sources and targets of the dyads are its codes.
        dyads: with their tallies.
        months: from the first to the last event of each.
    """
    names = level.names
    columns = (dyads.source, dyads.target, dyads.n, dyads.mean, dyads.in_doubt)
    texts = []
    for source, target, n, mean, in_doubt, when in zip(
        *(column.tolist() for column in columns), months, strict=True
    ):
        notes = []
        if in_doubt:
            notes.append("none of them confirmed or reported")
        if n < FEW:
            notes.append("fewer than three events: read with care")
        numbers = f"{count(n, 'event')}, mean {signed(mean)}, {when}"
        texts.append((f"{names[source]} → {names[target]}: {numbers}", *notes))
    return texts
