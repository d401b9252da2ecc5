"""The size limit of answers about dyads, checked before an answer is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.relations.dyads import tally
from dashboard.model.limits import LARGEST_ANSWER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.analysis.relations.dyads import Dyads
    from dashboard.analysis.relations.question import Question

_EACH_DYAD = 80
"""Number of characters of a dyad in an answer, without its texts."""


class TooLargeError(ValueError):
    """The answer would be too large; the message says how to get a smaller one."""


def check_size(dyads: Dyads, texts: Sequence[str], more: int = 0) -> None:
    """Refuse an answer of more than ``LARGEST_ANSWER`` characters.

    Args:
        dyads: dyads in the answer.
        texts: texts of each node in the answer.
        more: number of further characters.

    Raises:
        TooLargeError: the answer would be larger.
    """
    length = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    named = int(length[dyads.source].sum() + length[dyads.target].sum())
    size = _EACH_DYAD * len(dyads.n) + named + more
    if size > LARGEST_ANSWER:
        count = f"{len(dyads.n):,} dyads would be an answer of {size / 1e6:,.0f} MB"
        remedy = "choose fewer events, with country, type, status, text, from or to"
        raise TooLargeError(f"{count}, at most {LARGEST_ANSWER / 1e6:,.0f} MB are sent: {remedy}")


def check_table(question: Question, table: str) -> None:
    """Refuse a table of measures that would be too large; only the table of dyads can be.

    Raises:
        TooLargeError: the table would be larger than ``LARGEST_ANSWER`` characters.
    """
    if table != "dyads":
        return
    level = question.level
    texts = [id_ + name for id_, name in zip(level.ids, level.names, strict=True)]
    check_size(tally(level.cells, question.scope.related), texts)
