"""The matrix as a specification: sources in rows, targets in columns, in the order of actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from dashboard.analysis.link import Link
from dashboard.analysis.relations.dyads import find_both, tally
from dashboard.analysis.relations.finding import find_dyads
from dashboard.analysis.relations.words import NO_RELATIONS, describe_dyads
from dashboard.words.language import gettext, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dashboard.analysis.relations.dyads import Dyads
    from dashboard.analysis.relations.question import Question

_MOST_NAMES = 12
"""Number of columns up to which they are headed by names; more columns are headed by ids."""
MOST_ROWS = 24
"""Number of rows and of columns that are drawn; a larger table is neither read nor quick."""


class Cell(NamedTuple):
    """A dyad.

    Attributes:
        dyad: ids of source and target, ``RUS:PRK``.
        n: number of its events.
        tone: code of the ``Tone`` of its mean score.
        both: codes of the ``Tone`` of its conflict and of its cooperation where it is strongly
            both; otherwise ``None``.
        in_doubt: whether none of its events is confirmed or reported.
        few: whether it has fewer than ``FEW`` events.
        joint: whether the two only act together on others.
        link: its words, and the selection of its events.
    """

    dyad: str
    n: int
    tone: int
    both: tuple[int, int] | None
    in_doubt: bool
    few: bool
    joint: bool
    link: Link


@dataclass(frozen=True)
class Matrix:
    """Everything that is drawn.

    Attributes:
        ids, names: ids and names of the nodes, in the order of rows and of columns.
        queries: the selection of each node's events.
        headings: headings of the columns: the names, or the ids where there are many.
        is_large: whether there are many columns.
        cells: the dyads, by row and column; other cells are empty.
        caption: sentences that explain the table; all that is drawn if there are no cells.
        finding: what the matrix shows, in words.
        camps: number of the camp of each node: its column in the network.
    """

    ids: tuple[str, ...]
    names: tuple[str, ...]
    queries: tuple[str, ...]
    headings: tuple[str, ...]
    is_large: bool
    cells: Mapping[tuple[int, int], Cell]
    caption: str
    finding: str
    camps: tuple[int, ...]


def compute(question: Question) -> Matrix:
    """Compute the matrix of those nodes of the network that have most relations in view."""
    positions = question.positions
    dyads = tally(question.level.cells, question.scope.related, positions.node)
    if not len(dyads.n):
        nothing = gettext(NO_RELATIONS)
        return Matrix((), (), (), (), False, {}, nothing, nothing, ())
    finding, order = find_dyads(positions.names, dyads), _largest(question, dyads)
    rank = {node: number for number, node in enumerate(order)}
    dyads = dyads.take(np.flatnonzero(np.isin(dyads.source, order) & np.isin(dyads.target, order)))
    ends = zip(dyads.source.tolist(), dyads.target.tolist(), strict=True)
    is_large = len(order) > _MOST_NAMES
    names = positions.names
    texts = positions.ids if is_large else names
    left_out = positions.hidden + len(positions.order) - len(order)
    ids = tuple(positions.ids[node] for node in order)
    return Matrix(
        ids=ids,
        names=tuple(names[node] for node in order),
        queries=tuple(question.selection.queries_of_nodes(ids)),
        headings=tuple(texts[node] for node in order),
        is_large=is_large,
        cells={
            (rank[source], rank[target]): cell
            for (source, target), cell in zip(ends, _cells(question, dyads), strict=True)
        },
        caption=_caption(left_out),
        finding=finding,
        camps=tuple(int(positions.column[node]) for node in order),
    )


def _caption(left_out: int) -> str:
    """Return the sentences above the matrix, with the number of nodes that are left out."""
    caption = gettext("Rows act on columns: number of events, colour of their mean score.")
    if not left_out:
        return caption
    hidden = ngettext(
        "{n} with fewer relations is not shown.",
        "{n} with fewer relations are not shown.",
        left_out,
    )
    return f"{caption} {hidden}"


def _largest(question: Question, dyads: Dyads) -> list[int]:
    """Return the nodes that are drawn, in the order of all; those that are chosen come first."""
    positions, selection = question.positions, question.selection
    n = np.zeros(len(positions.ids))
    for ends in (dyads.source, dyads.target):
        n += np.bincount(ends, weights=dyads.n, minlength=len(n))
    chosen = {*selection.countries, *selection.actors}
    chosen.update(end for dyad in selection.dyads for end in (dyad.source, dyad.target))
    n[[node for node, id_ in enumerate(positions.ids) if id_ in chosen]] = np.inf
    largest = np.argsort(-n, kind="stable")[:MOST_ROWS]
    return [node for node in positions.order.tolist() if node in set(largest.tolist())]


def _cells(question: Question, dyads: Dyads) -> Iterator[Cell]:
    ids, chosen = question.positions.ids, question.selection.dyads
    pairs = [
        (ids[source], ids[target])
        for source, target in zip(dyads.source.tolist(), dyads.target.tolist(), strict=True)
    ]
    both = find_both(question.level.cells, question.scope.related, dyads)
    rows = zip(
        pairs,
        dyads.n.tolist(),
        dyads.tone.tolist(),
        zip(*(column.tolist() for column in both), strict=True),
        *(flags.tolist() for flags in (dyads.in_doubt, dyads.few, dyads.joint)),
        describe_dyads(question, dyads),
        question.selection.queries_of_dyads(map(":".join, pairs)),
        strict=True,
    )
    for pair, n, tone, (is_both, *tones), in_doubt, few, joint, words, query in rows:
        is_chosen = any((dyad.source, dyad.target) == pair for dyad in chosen)
        two = (tones[0], tones[1]) if is_both else None
        link = Link(words.sentence, query, is_chosen)
        yield Cell(":".join(pair), n, tone, two, in_doubt, few, joint, link)
