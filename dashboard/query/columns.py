"""Columns: the types of arrays that all tables are made of, and the codes of categories."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pandas as pd

IntArray: TypeAlias = NDArray[np.integer]
FloatArray: TypeAlias = NDArray[np.floating]
BoolArray: TypeAlias = NDArray[np.bool_]


def codes(column: pd.Series) -> IntArray:
    """Return the category codes of a column, as integers.

    Example:
        >>> import pandas as pd
        >>> codes(pd.Series(["day", "year"], dtype=pd.CategoricalDtype(["year", "day"]))).tolist()
        [1, 0]
    """
    return column.cat.codes.to_numpy()
