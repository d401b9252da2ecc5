"""Revision: a layout that follows a growing file, and moves little by each event.

A reader who knows where a node stands should find it there after the next event: the layout is
revised, not redrawn, to keep the reader's mental map (Misue, Eades, Lai and Sugiyama 1995), each
state anchored in the one before (Brandes and Mader 2011). No state is kept for that. The events
are followed in the order of the file, from the first; at *checkpoints*, each a sixteenth of the
file after the one before, the layout moves towards the target of the events so far:

    checkpoint   1 → 2 → … → 32 → 34 → … → c        (c + c // 16 is beyond the file)
    layout       L   L        L    L       L → the layout of all events

By each step a node moves ``_STRIDE`` at most. An event that is added at the end changes at most
the last step, so the two layouts that a reader sees are both within a stride of the same one,
and no node moves by more than two strides. Exempt are a node that is new, and in the first steps,
of one event each, those who take part in it. An event inserted earlier shifts all checkpoints
behind it; that nodes move little then, too, is owed to the targets, which differ little.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.positions import camps, homes, separation, target, ties
from dashboard.analysis.spacing import push_apart

if TYPE_CHECKING:
    from dashboard.query.columns import FloatArray, IntArray

_STRIDE = 0.024 * 2**0.5
"""Longest move of a node by a step: not quite half of 5 % of the diagonal of the square."""
_GROWTH = 16
"""Share of the file that is new at a checkpoint: 1 in so many."""
_FREEDOM = 1.5
"""Power by which the strides of those who take part in one of the first events shrink."""
_CAMP_STEPS = 2
"""How far camps go towards agreement at a time: little, so that they follow the file slowly."""
_ROOM_STEPS, _LAST_ROOM_STEPS = 6, 60
_BORDER = 0.02
"""What is left free at the sides of the square."""


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


def checkpoints(events: int) -> list[int]:
    """Return after how many events the layout is revised, the last being all of them."""
    found, after = [], 0
    while after < events:
        after += max(1, after // _GROWTH)
        found.append(min(after, events))
    return found


def revise(story: Story, seed: FloatArray) -> FloatArray:
    """Place the nodes in the unit square; the same story gives the same places in any process.

    Args:
        story: relations between the nodes.
        seed: of the nodes, as of ``seeds``.

    Returns:
        (nodes, 2) array of x and y in [0, 1], rounded to four decimals; a node without relations
        stands in the middle.
    """
    nodes = len(seed)
    order, first = _appearances(story, nodes)
    story = story._replace(source=order[story.source], target=order[story.target])
    sorted_seed = np.empty_like(seed)
    sorted_seed[order] = seed
    layout = _Layout(story, first, sorted_seed)
    ends = checkpoints(story.events)
    for before, after in pairwise([0, *ends]):
        layout.follow(before, after, _LAST_ROOM_STEPS if after == story.events else _ROOM_STEPS)
    return np.round(layout.place[order], 4)


def _appearances(story: Story, nodes: int) -> tuple[IntArray, IntArray]:
    """Return the rank of each node by its first relation, and those relations in that order."""
    first = np.full(nodes, len(story.event))
    for end in (story.source, story.target):
        found = np.full(nodes, len(story.event))
        # Of several values for one node the last is kept, which is that of its first relation.
        found[end[::-1]] = np.arange(len(end))[::-1]
        first = np.minimum(first, found)
    sequence = np.lexsort((np.arange(nodes), first))
    rank = np.empty(nodes, dtype=np.int64)
    rank[sequence] = np.arange(nodes)
    return rank, first[sequence]


class _Layout:
    """The layout after some events: its nodes are in order of appearance, those to come at rest."""

    def __init__(self, story: Story, first: IntArray, seed: FloatArray) -> None:
        nodes = len(seed)
        self.story, self.first, self.seed = story, first, seed
        self.place, self.camp = np.full((nodes, 2), 0.5), np.zeros((nodes, 2))
        self.known = 0
        self.n, self.sum = np.zeros((nodes, nodes)), np.zeros((nodes, nodes))

    def follow(self, before: int, after: int, room_steps: int) -> None:
        """Revise the layout of the first ``before`` events for the first ``after``."""
        begin, end = self._rows(before), self._rows(after)
        source, target_ = self.story.source[begin:end], self.story.target[begin:end]
        self._count(source, target_, self.story.score[begin:end])
        present = int(np.searchsorted(self.first, end))
        for node in range(self.known, present):
            self._welcome(node)
        self.known = present
        if present < 2:
            return
        stride = np.full(present, _STRIDE)
        if before < 2 * _GROWTH:  # steps of one event each
            free = _STRIDE * (2 * _GROWTH / max(before, 1)) ** _FREEDOM
            stride[source] = stride[target_] = free
        n, total = self.n[:present, :present], self.sum[:present, :present]
        tie = ties(n, np.divide(total, n, out=np.zeros_like(n), where=n > 0))
        seed, start = self.seed[:present], self.place[:present]
        self.camp[:present] = camp = camps(tie, self.camp[:present], seed, _CAMP_STEPS)
        wanted = target(n, tie, homes(camp, seed))

        def keep(place: FloatArray) -> FloatArray:
            return np.clip(_within(place, start, stride), _BORDER, 1 - _BORDER)

        self.place[:present] = push_apart(keep(wanted), separation(present), room_steps, keep)

    def _rows(self, events: int) -> int:
        """Return how many relations the first events have."""
        # A number of another type would have the whole column copied.
        return int(np.searchsorted(self.story.event, self.story.event.dtype.type(events)))

    def _count(self, source: IntArray, target_: IntArray, score: FloatArray) -> None:
        nodes = len(self.n)
        pair = source * nodes + target_
        for total, weights in ((self.n, None), (self.sum, score)):
            new = np.bincount(pair, weights, nodes * nodes).reshape(nodes, nodes)
            np.add(total, new + new.T, out=total)

    def _welcome(self, node: int) -> None:
        """Place a new node by its first event, and by nothing that comes after."""
        at = int(self.first[node])
        end = self._rows(int(self.story.event[at]) + 1)
        source, target_ = self.story.source[at:end], self.story.target[at:end]
        other = source + target_ - node
        met = ((source == node) | (target_ == node)) & (other < node)
        if met.any():
            tie = ties(np.ones(1), self.story.score[at:end][met])[:, None]
            self.camp[node] = (tie * self.camp[other[met]]).mean(axis=0)
        self.place[node] = homes(self.camp[: node + 1], self.seed[: node + 1])[node]


def _within(place: FloatArray, start: FloatArray, stride: FloatArray) -> FloatArray:
    """Shorten the moves from the start to a stride."""
    move = place - start
    length = np.sqrt(np.square(move).sum(axis=1))
    share: FloatArray = np.minimum(1.0, stride / np.maximum(length, 1e-12))
    return start + move * share[:, None]
