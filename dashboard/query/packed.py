"""Packed columns: values of a large table without a Python object for each row."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, Self

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas.api.extensions import ExtensionArray, ExtensionDtype, register_extension_dtype, take
from pandas.api.indexers import check_array_indexer

from dashboard.query.joined_texts import CHUNK, JoinedTexts

if TYPE_CHECKING:
    from dashboard.query.columns import BoolArray

Objects = NDArray[np.object_]

_SAMPLE = 65_536
"""Number of values by which a column is judged."""


@register_extension_dtype
class PackedType(ExtensionDtype):
    """The type of packed columns."""

    name = "packed"
    type = object
    kind = "O"
    na_value = None

    @classmethod
    def construct_array_type(cls) -> builtins.type[Packed]:
        """Return the class of the columns."""
        return Packed


class Packed(ExtensionArray):
    """A column of texts or tuples as numbers of a pool of values, which many rows share.

    None of its values is missing; a column without a text has the empty one.

    Example:
        >>> events = pd.Series(Packed.of(["Seoul", "", "Seoul"]))
        >>> events.iloc[[2, 1]].tolist()
        ['Seoul', '']
    """

    def __init__(self, codes: NDArray[np.integer], pool: Objects | JoinedTexts) -> None:
        """Take the number of the value of each row."""
        self.codes = codes
        self.pool = pool

    @classmethod
    def of(cls, values: Sequence[Any] | Objects) -> Self:
        """Pack values: those that repeat once each, texts that rarely do as one run of bytes."""
        values = _objects(values)
        sample = values[:: max(1, len(values) // _SAMPLE)].tolist()
        if 2 * len(set(sample)) > len(sample) and set(map(type, values.tolist())) == {str}:
            return cls(np.arange(len(values), dtype=np.uint32), JoinedTexts.of(values.tolist()))
        codes, pool = pd.factorize(values, use_na_sentinel=False)
        return cls(codes.astype(np.min_scalar_type(len(pool))), pool)

    @classmethod
    def _from_sequence(
        cls, scalars: Iterable[Any], *, dtype: object = None, copy: bool = False
    ) -> Self:
        """Pack any values."""
        return cls.of(list(scalars))

    @classmethod
    def _concat_same_type(cls, to_concat: Iterable[Self]) -> Self:
        """Pack the values of several columns as one."""
        return cls._from_sequence(chain.from_iterable(to_concat))

    @property
    def dtype(self) -> PackedType:
        """Return the type of the column."""
        return PackedType()

    @property
    def nbytes(self) -> int:
        """Size of the numbers and the pool, without the objects of a pool of objects."""
        return self.codes.nbytes + self.pool.nbytes

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.codes)

    def __iter__(self) -> Iterator[Any]:
        """Iterate over the values."""
        for begin in range(0, len(self), CHUNK):
            yield from self.pool[self.codes[begin : begin + CHUNK]]

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> NDArray[Any]:
        """Return the values as objects."""
        values = np.empty(len(self), dtype=object)
        for begin in range(0, len(self), CHUNK):
            values[begin : begin + CHUNK] = self.pool[self.codes[begin : begin + CHUNK]]
        return values if dtype is None else values.astype(dtype, copy=False)

    def __getitem__(self, item: Any) -> Any:
        """Return a value; or a column of the rows of a slice, of flags or of numbers."""
        if isinstance(item, int | np.integer):
            return self.pool[self.codes[item]]
        return type(self)(self.codes[check_array_indexer(self, item)], self.pool)

    def __setitem__(self, key: Any, value: Any) -> None:
        """Replace values, in the time of packing the whole column."""
        values = np.asarray(self)
        values[check_array_indexer(self, key)] = value
        changed = self.of(values)
        self.codes, self.pool = changed.codes, changed.pool

    def __eq__(self, other: object) -> BoolArray:  # type: ignore[override]
        """Return for each row whether its value equals a value, or that of another column."""
        equal: BoolArray = np.asarray(self) == np.asarray(other, dtype=object)
        return equal

    __hash__ = None  # type: ignore[assignment]

    def isna(self) -> BoolArray:
        """Return for each row that its value is not missing."""
        return np.zeros(len(self), dtype=bool)

    def copy(self) -> Self:
        """Return the column, whose arrays never change."""
        return type(self)(self.codes, self.pool)

    def take(
        self,
        indices: Sequence[int | np.integer] | NDArray[np.integer | np.bool_],
        *,
        allow_fill: bool = False,
        fill_value: Any = None,
    ) -> Self:  # fmt: skip
        """Return a column of rows; with ``allow_fill``, -1 stands for a missing value."""
        rows = np.asarray(indices, dtype=np.intp)
        if allow_fill and (rows < 0).any():
            values = take(np.asarray(self), rows, allow_fill=True, fill_value=fill_value)
            return self.of(np.asarray(values, dtype=object))
        return type(self)(self.codes[rows], self.pool)


def pack(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose columns need less memory and have the same values.

    A column with the same value in all rows has it only once; other columns of objects are packed.
    """
    columns = {str(name): _packed(column) for name, column in table.items()}
    return pd.DataFrame(columns, copy=False)


def pooled(column: pd.Series) -> tuple[Objects | JoinedTexts, NDArray[np.integer]]:
    """Return the values of a column, packed or not, and the number of the value of each row."""
    if isinstance(column.array, Packed):
        return column.array.pool, column.array.codes
    values = column.to_numpy(dtype=object)
    if len(values) and not values.strides[0]:
        return values[:1], np.broadcast_to(np.int64(0), len(values))
    return values, np.arange(len(values))


def _packed(column: pd.Series) -> pd.Series:
    values = column.array
    if not isinstance(column.dtype, np.dtype) or not len(values):
        return column
    array = column.to_numpy()
    if _is_constant(array):
        once = np.empty(1, dtype=array.dtype)
        once[0] = array[0]
        return pd.Series(np.broadcast_to(once, array.shape), dtype=array.dtype, copy=False)
    return pd.Series(Packed.of(array), copy=False) if array.dtype == object else column


def _is_constant(array: NDArray[Any]) -> bool:
    """Return whether all values are the same, or none is a number."""
    if array.dtype == object:
        return _is_one(array[:CHUNK].tolist()) and _is_one(array.tolist())
    is_missing = array.dtype.kind == "f" and bool(np.isnan(array).all())
    return is_missing or bool((array == array[0]).all())


def _is_one(values: list[Any]) -> bool:
    """Return whether all values are equal, in the quickest way for the same object in all rows."""
    return values.count(values[0]) == len(values)


def _objects(values: Sequence[Any] | Objects) -> Objects:
    """Return values as an array, tuples too."""
    if isinstance(values, np.ndarray):
        return values
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array
