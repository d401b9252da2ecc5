"""Revision: a layout that follows a growing file, and moves little by each event.

A reader who knows the position of a node should find it there after the next event: the layout is
revised, not redrawn, to keep the reader's mental map (Misue, Eades, Lai and Sugiyama 1995), each
state anchored in the one before (Brandes and Mader 2011). No state is kept for that. The events
are followed in the order of the file, from the first; at *checkpoints*, each a sixteenth of the
file after the one before, the layout moves towards the target of the events so far:

    checkpoint   1 → 2 → … → 32 → 34 → … → c        (c + c // 16 is beyond the file)
    layout       L   L        L    L       L → the layout of all events

By each step a node moves ``_STRIDE`` at most. An event that is added at the end changes at most
the last step, so the two layouts that a reader sees are both within a stride of the same one,
and no node moves by more than two strides. Which nodes are shown is decided by the events so far,
too, so that no step changes because a node gives way to a weightier one later. Exempt are a node
that is new, and in the first steps, of one event each, those who take part in it. An event that
is inserted earlier shifts all checkpoints behind it; that nodes move little then, too, is owed to
the targets, which differ little.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.relations.positions import camps, homes, separation, soft_signs, target
from dashboard.analysis.relations.spacing import push_apart

if TYPE_CHECKING:
    from dashboard.query.columns import FloatArray, IntArray

_STRIDE = 0.024 * 2**0.5
"""Longest move of a node by a step, in units of the unit square: a little less than half of 5 % of
its diagonal."""
_GROWTH = 16
"""A checkpoint comes after each sixteenth of the file so far."""
_FREEDOM = 1.5
"""Power by which the strides of the participants of the first events shrink."""
_CAMP_STEPS = 2
"""Number of steps of ``camps`` at each checkpoint: few, so that camps follow the file slowly."""
_SPACING_STEPS, _LAST_SPACING_STEPS = 6, 60
"""Number of steps of ``push_apart`` at each checkpoint and at the last one."""
_BORDER = 0.02
"""Margin at the sides of the unit square."""


class Story(NamedTuple):
    """Relations in the order of the file.

    Attributes:
        event: number of the event of each relation, in the file, ascending.
        source, target: numbers of the nodes, which differ.
        score: from -10 to +10.
        events: number of events, some of which may have no relations.
    """

    event: IntArray
    source: IntArray
    target: IntArray
    score: FloatArray
    events: int

    def rows(self, events: int) -> int:
        """Return the number of relations of the first events.

        Args:
            events: number of events.
        """
        # A number of another type would have the whole column copied.
        return int(np.searchsorted(self.event, self.event.dtype.type(events)))


def checkpoints(events: int) -> list[int]:
    """Return the numbers of events after which the layout is revised; the last is all events.

    >>> checkpoints(40)[-6:]
    [31, 32, 34, 36, 38, 40]
    """
    found, after = [], 0
    while after < events:
        after += max(1, after // _GROWTH)
        found.append(min(after, events))
    return found


def revise(story: Story, seed: FloatArray, most: int) -> FloatArray:
    """Place the nodes in the unit square; equal stories give equal positions in any process.

    Args:
        story: relations between the nodes.
        seed: (nodes, 4) array; see ``seeds``.
        most: largest number of nodes that are laid out at a time: those with the most relations
            so far; see ``weightiest``.

    Returns:
        (nodes, 2) array of x and y in [0, 1], rounded to four decimals; only the positions of
        the weightiest are up to date.
    """
    bounds = list(pairwise([0, *checkpoints(story.events)]))
    weight, shown = np.zeros(len(seed), dtype=np.int64), []
    for begin, end in ((story.rows(before), story.rows(after)) for before, after in bounds):
        for ends in (story.source, story.target):
            weight += np.bincount(ends[begin:end], minlength=len(seed))
        shown.append(weightiest(weight, most))
    layout = _Layout(story, seed, shown)
    for (before, after), nodes in zip(bounds, shown, strict=True):
        steps = _LAST_SPACING_STEPS if after == story.events else _SPACING_STEPS
        layout.follow(before, after, nodes, steps)
    return np.round(layout.place, 4)


def weightiest(weight: IntArray, most: int) -> IntArray:
    """Return the nodes with the most relations, ascending; nodes without relations are left out."""
    present = np.flatnonzero(weight)
    return np.sort(present[np.lexsort((present, -weight[present]))[:most]])


class _Layout:
    """The layout after some events; nodes that are not shown are left where they are."""

    def __init__(self, story: Story, seed: FloatArray, shown: list[IntArray]) -> None:
        nodes = len(seed)
        self.story, self.seed, self.first = story, seed, _first_relations(story, nodes)
        self.place, self.camp = np.full((nodes, 2), 0.5), np.zeros((nodes, 2))
        self.placed = np.zeros(nodes, dtype=bool)
        self.nodes: IntArray = np.array([], dtype=np.int64)
        # Only dyads of nodes that are ever shown are counted.
        ever = np.unique(np.concatenate([self.nodes, *shown]))
        self.number = np.full(nodes, -1)
        self.number[ever] = np.arange(len(ever))
        self.n, self.sum = np.zeros((2, len(ever), len(ever)))

    def follow(self, before: int, after: int, nodes: IntArray, spacing_steps: int) -> None:
        """Revise the layout of the first ``before`` events for the first ``after``."""
        begin, end = self.story.rows(before), self.story.rows(after)
        source, target_ = self.story.source[begin:end], self.story.target[begin:end]
        self._count(self.number[source], self.number[target_], self.story.score[begin:end])
        self._welcome(nodes[~self.placed[nodes]])
        self.nodes = nodes
        if not len(nodes):
            return
        strides = np.full(len(self.seed), _STRIDE)
        if before < 2 * _GROWTH:  # steps of one event each
            free = _STRIDE * (2 * _GROWTH / max(before, 1)) ** _FREEDOM
            strides[source] = strides[target_] = free
        start, stride, seed = self.place[nodes], strides[nodes], self.seed[nodes]
        pairs = np.ix_(self.number[nodes], self.number[nodes])
        n, total = self.n[pairs], self.sum[pairs]
        tie = soft_signs(n, np.divide(total, n, out=np.zeros_like(n), where=n > 0))
        camp = camps(tie, self.camp[nodes], seed, _CAMP_STEPS)

        def keep(place: FloatArray) -> FloatArray:
            return np.clip(_within(place, start, stride), _BORDER, 1 - _BORDER)

        wanted = keep(target(n, tie, homes(camp, seed)))
        self.place[nodes] = push_apart(wanted, separation(len(nodes)), spacing_steps, keep)
        self.camp[nodes] = camp

    def _count(self, source: IntArray, target_: IntArray, score: FloatArray) -> None:
        size = len(self.n)
        counted = (source >= 0) & (target_ >= 0)
        pair = source[counted] * size + target_[counted]
        for total, weights in ((self.n, None), (self.sum, score[counted])):
            new = np.bincount(pair, weights, size * size).reshape(size, size)
            np.add(total, new + new.T, out=total)

    def _welcome(self, new: IntArray) -> None:
        """Place new nodes by their first event and the previous layout, and by nothing else."""
        known = self.placed.copy()
        for node in new.tolist():
            at = int(self.first[node])
            end = self.story.rows(int(self.story.event[at]) + 1)
            source, target_ = self.story.source[at:end], self.story.target[at:end]
            own = (source == node) | (target_ == node)
            other, score = (source + target_ - node)[own], self.story.score[at:end][own]
            met = known[other]
            if met.any():
                tie = soft_signs(np.ones(1), score[met])[:, None]
                self.camp[node] = (tie * self.camp[other[met]]).mean(axis=0)
            group = [*self.nodes.tolist(), node]
            self.place[node] = homes(self.camp[group], self.seed[group])[-1]
        self.placed[new] = True


def _first_relations(story: Story, nodes: int) -> IntArray:
    """Return the row of the first relation of each node."""
    first = np.full(nodes, len(story.event))
    for end in (story.source, story.target):
        found = np.full(nodes, len(story.event))
        # NumPy keeps the last of repeated assignments: assign in reverse so that the first wins.
        found[end[::-1]] = np.arange(len(end))[::-1]
        first = np.minimum(first, found)
    return first


def _within(place: FloatArray, start: FloatArray, stride: FloatArray) -> FloatArray:
    """Shorten the moves from the start to at most a stride each."""
    move = place - start
    length = np.sqrt(np.square(move).sum(axis=1))
    share: FloatArray = np.minimum(1.0, stride / np.maximum(length, 1e-12))
    return start + move * share[:, None]
