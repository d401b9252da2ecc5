"""Relations written down one by one, and what the dyads of them are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from dashboard.analysis.relations.dyads import Dyads, tally
from dashboard.model.codes import RelationKind
from dashboard.query.relations import RelationCells


def cells_of(relations: Sequence[tuple[int, int, float, bool]], nodes: int) -> RelationCells:
    """Relations as source, target, score and whether in doubt, each of an event of its own."""
    source, target, score, in_doubt = list(zip(*relations, strict=True)) or ((), (), (), ())
    ids = pd.Index(range(nodes))
    table = pd.DataFrame(
        {
            "event": np.arange(len(source)),
            "source": pd.Categorical.from_codes(source, ids),
            "target": pd.Categorical.from_codes(target, ids),
            "kind": pd.Categorical(
                ["directed"] * len(source), [kind.word for kind in RelationKind]
            ),
            "score": np.array(score, dtype=np.float64),
        }
    )
    return RelationCells.of(table, np.array(in_doubt, dtype=bool))


def dyads_of(relations: Sequence[tuple[int, int, float, bool]], nodes: int) -> Dyads:
    """The dyads of relations over all events."""
    return tally(cells_of(relations, nodes), np.ones(len(relations), dtype=bool))
