"""The findings of the charts of relations, from the numbers that the charts are drawn from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.relations.words import NO_RELATIONS, acts_on, between
from dashboard.analysis.tone import Tone
from dashboard.words.change_findings import Change, changes_in_words
from dashboard.words.direction import isolated
from dashboard.words.findings import camps_in_words, dyads_in_words, highest
from dashboard.words.language import gettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.analysis.relations.changes import Changes
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
        return gettext(NO_RELATIONS)
    tones = np.bincount(dyads.tone, minlength=len(Tone)).tolist()
    most = np.flatnonzero(dyads.n == dyads.n.max()).tolist()
    nodes, n = len(np.union1d(dyads.source, dyads.target)), int(dyads.n[most[0]])
    ends = ((names[dyads.source[at]], names[dyads.target[at]]) for at in most)
    return dyads_in_words(
        nodes,
        {side: sum(tones[tone] for tone in of_side) for side, of_side in _SIDES.items()},
        highest(((acts_on(*pair), n) for pair in ends), among=len(dyads.n)).words,
    )


def find_changes(names: Sequence[str], found: Changes) -> str:
    """Return the pair whose mean changed most, among all pairs, drawn or not.

    Args:
        names: names of the nodes; ``source`` and ``target`` are positions in them.
        found: the pairs with acts on either side.
    """
    if not len(found.number):
        return gettext(NO_RELATIONS)
    changes, has_both = [], ~np.isnan(found.change)
    for at in np.flatnonzero(has_both & ~found.few).tolist():
        write = acts_on if found.one_way[at] else between
        who = write(names[found.source[at]], names[found.target[at]])
        means = (float(side.mean[found.number[at]]) for side in found.sides)
        changes.append(Change(who, *means))
    return changes_in_words(len(found.number), int(has_both.sum()), changes)


def find_camps(positions: NodePositions) -> str:
    """Return the members of both camps of the network, which depend on the whole file."""
    names = positions.names
    columns: tuple[list[str], list[str]] = ([], [])
    for node in positions.order.tolist():
        columns[positions.column[node]].append(isolated(names[node]))
    return camps_in_words(*columns)
