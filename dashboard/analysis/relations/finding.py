"""The findings of the charts of relations, from the numbers that the charts are drawn from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.relations.words import NO_RELATIONS, acts_on
from dashboard.analysis.tone import Tone
from dashboard.words.direction import isolated
from dashboard.words.findings import camps_in_words, dyads_in_words, highest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.analysis.relations.dyads import Dyads
    from dashboard.analysis.relations.layout import NodePositions

_SIDES = {
    "conflict": (Tone.STRONG_CONFLICT, Tone.CONFLICT),
    "cooperation": (Tone.COOPERATION, Tone.STRONG_COOPERATION),
    "neutral": (Tone.NEUTRAL,),
}
"""The tones of a dyad by the word of the side of its mean."""


def find_dyads(names: Sequence[str], dyads: Dyads) -> str:
    """Return the finding of a chart of dyads.

    Args:
        names: names of the nodes; ``source`` and ``target`` are positions in them.
        dyads: the dyads in view, whether they are all drawn or not.
    """
    if not len(dyads.n):
        return NO_RELATIONS
    tones = np.bincount(dyads.tone, minlength=len(Tone)).tolist()
    most = np.flatnonzero(dyads.n == dyads.n.max(initial=0)).tolist()
    nodes = len(np.union1d(dyads.source, dyads.target))
    n = int(dyads.n.max(initial=0))
    ends = [(names[dyads.source[at]], names[dyads.target[at]]) for at in most]
    # One dyad alone, or more than a few that are all equal, have no highest number.
    others = [("", 1)] if len(most) < len(dyads.n) else []
    return dyads_in_words(
        nodes,
        {side: sum(tones[tone] for tone in of_side) for side, of_side in _SIDES.items()},
        highest([*((acts_on(*pair), n) for pair in ends), *others]).words,
    )


def find_camps(positions: NodePositions) -> str:
    """Return the members of both camps of the network, which depend on the whole file."""
    columns: tuple[list[str], list[str]] = ([], [])
    for node in positions.order.tolist():
        columns[positions.column[node]].append(isolated(positions.names[node]))
    return camps_in_words(*columns)
