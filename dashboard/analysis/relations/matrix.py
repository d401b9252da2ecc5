"""The matrix as a specification: sources in rows, targets in columns, camp by camp."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from dashboard.analysis.link import Link
from dashboard.analysis.relations.dyads import tally
from dashboard.analysis.relations.words import NO_RELATIONS, describe_dyads

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dashboard.analysis.relations.dyads import Dyads
    from dashboard.analysis.relations.question import Question

_MOST_NAMES = 12
"""Number of columns up to which they are headed by names; more columns are headed by ids."""


class Cell(NamedTuple):
    """A dyad.

    Attributes:
        n: number of its events.
        tone: code of the ``Tone`` of its mean score.
        in_doubt: whether none of its events is confirmed or reported.
        few: whether it has fewer than ``FEW`` events.
        joint: whether the two only act together on others.
        link: its words, and the selection of its events.
    """

    n: int
    tone: int
    in_doubt: bool
    few: bool
    joint: bool
    link: Link


@dataclass(frozen=True)
class Matrix:
    """Everything that is drawn.

    Attributes:
        names: names of the nodes, in the order of rows and of columns.
        headings: headings of the columns: the names, or the ids where there are many.
        is_large: whether there are many columns.
        cells: the dyads, by row and column; other cells are empty.
        caption: sentences that explain the table; all that is drawn if there are no cells.
    """

    names: tuple[str, ...]
    headings: tuple[str, ...]
    is_large: bool
    cells: Mapping[tuple[int, int], Cell]
    caption: str


def compute(question: Question) -> Matrix:
    """Compute the matrix of the nodes that the network shows."""
    positions = question.positions
    dyads = tally(question.level.cells, question.scope.related, positions.node)
    if not len(dyads.n):
        return Matrix((), (), False, {}, NO_RELATIONS)
    order = question.dataset.order(question.selection.nodes).tolist()
    rank = {node: number for number, node in enumerate(order)}
    ends = zip(dyads.source.tolist(), dyads.target.tolist(), strict=True)
    is_large = len(order) > _MOST_NAMES
    texts = positions.ids if is_large else positions.names
    hidden = f" {positions.hidden} with fewer relations are not shown." if positions.hidden else ""
    return Matrix(
        names=tuple(positions.names[node] for node in order),
        headings=tuple(texts[node] for node in order),
        is_large=is_large,
        cells={
            (rank[source], rank[target]): cell
            for (source, target), cell in zip(ends, _cells(question, dyads), strict=True)
        },
        caption="Rows act on columns. The number counts events, the colour is their mean score; "
        f"those of one camp follow one another.{hidden}",
    )


def _cells(question: Question, dyads: Dyads) -> Iterator[Cell]:
    ids, chosen = question.positions.ids, question.selection.dyad
    pairs = [
        (ids[source], ids[target])
        for source, target in zip(dyads.source.tolist(), dyads.target.tolist(), strict=True)
    ]
    rows = zip(
        pairs,
        dyads.n.tolist(),
        dyads.tone.tolist(),
        *(flags.tolist() for flags in (dyads.in_doubt, dyads.few, dyads.joint)),
        describe_dyads(question, dyads),
        question.selection.queries_of_dyads(map(":".join, pairs)),
        strict=True,
    )
    for pair, n, tone, in_doubt, few, joint, words, query in rows:
        is_chosen = chosen is not None and (chosen.source, chosen.target) == pair
        yield Cell(n, tone, in_doubt, few, joint, Link(words.sentence, query, is_chosen))
