"""Packed columns: the same values as before, in less memory."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.dataset import Dataset
from dashboard.app import create_server
from dashboard.query import tables as large
from dashboard.query.joined_texts import CHUNK, JoinedTexts
from dashboard.query.known import as_known_on
from dashboard.query.packed import Packed, pack
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from dashboard.query.text_index import TextIndex
from tests.benchmarks.worlds import world
from tests.query.books import UNHURRIED

TEXTS = st.text(st.sampled_from("abÀ ß각é\n\t'\u0301"), max_size=8)
ADDRESSES = (
    "/api/events?limit=20",
    "/api/events?text=korea&limit=20",
    "/api/events?text=моск&country=RUS",
    "/api/events?as_known_on=1999-12-31&limit=20&offset=40",
    "/api/relations",
    "/api/events.csv?importance=5",
)


@pytest.fixture
def packed_world(monkeypatch: pytest.MonkeyPatch) -> tuple[Tables, Tables]:
    """A world as it is, and packed."""
    plain = world(3_000)
    monkeypatch.setattr(large, "_LARGE", 1)
    packed = plain.packed()
    assert isinstance(packed.events["title"].array, Packed)
    return plain, packed


def same(one: pd.DataFrame, other: pd.DataFrame) -> bool:
    texts = {name: "object" for name, kind in other.dtypes.items() if kind == "packed"}
    return one.equals(other.astype(texts))


@given(st.lists(TEXTS, max_size=40), st.data())
@UNHURRIED
def test_values_are_the_same_in_all_rows_in_some_and_after_a_change(
    texts: list[str], data: st.DataObject
) -> None:
    plain, packed = pd.Series(texts, dtype="object"), pd.Series(Packed.of(texts))
    assert packed.tolist() == list(packed) == texts
    flags = np.array(data.draw(st.lists(st.booleans(), min_size=len(texts), max_size=len(texts))))
    flags = flags.astype(bool)
    assert packed[flags].tolist() == plain[flags].tolist()
    assert packed.mask(flags, "").tolist() == plain.mask(flags, "").tolist()
    assert packed.tolist() == texts
    assert (packed == "a").tolist() == [text == "a" for text in texts]
    assert pd.concat([packed, packed]).tolist() == texts * 2
    assert [packed.iat[row] for row in range(len(texts))] == texts


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=12), TEXTS)
@UNHURRIED
def test_the_same_texts_are_found(texts: list[tuple[str, str]], text: str) -> None:
    plain = pd.DataFrame(
        {"title": [one for one, _ in texts], "tags": pd.Series(texts, dtype="object")},
        dtype="object",
    )
    found = TextIndex.of(pack(plain)).matches(text)
    assert found.tolist() == TextIndex.of(plain).matches(text).tolist()


def test_half_a_pair_of_surrogates_is_a_text() -> None:
    assert list(JoinedTexts.of(["\ud800", "\n"])) == ["\ud800", "\n"]


def test_more_texts_than_one_chunk_keep_their_order() -> None:
    texts = [f"Ü{number}" for number in range(2 * CHUNK + 1)]
    packed = Packed.of(texts)
    assert isinstance(packed.pool, JoinedTexts)
    assert np.asarray(packed).tolist() == list(packed) == texts
    found = TextIndex.of(pd.DataFrame({"title": pd.Series(packed)})).matches(f"u{2 * CHUNK}")
    assert found.nonzero()[0].tolist() == [2 * CHUNK]


def test_a_missing_row_has_the_value_that_fills_it() -> None:
    taken = Packed.of(["a", "b"]).take([1, -1], allow_fill=True, fill_value="none")
    assert list(taken) == ["b", "none"]


def test_the_same_value_in_all_rows_is_there_once() -> None:
    table = pack(pd.DataFrame({"a": [(), ()], "b": [np.nan, np.nan], "c": [1, 1]}))
    assert table.to_numpy().tolist()[0][::2] == [(), 1]
    assert [table[name].to_numpy().strides for name in table] == [(0,)] * 3


def test_tables_have_the_same_values_packed_on_any_day(packed_world: tuple[Tables, Tables]) -> None:
    for plain, packed in (packed_world, [as_known_on(each, 800_000_000) for each in packed_world]):
        for name in ("events", "sources", "claims", "links"):
            assert same(getattr(plain, name), getattr(packed, name))
        assert dict(plain.row_of) == dict(packed.row_of)
        assert packed.row_of.get("nothing", -1) == -1
        assert len(packed.row_of) == len(plain.events)
        assert plain.languages[0] == packed.languages[0] == plain.lang


def test_answers_are_the_same_packed(packed_world: tuple[Tables, Tables]) -> None:
    plain, packed = (create_server(tables).test_client() for tables in packed_world)
    for address in ADDRESSES:
        assert plain.get(address).data == packed.get(address).data, address


def test_a_large_dataset_is_packed_and_finds_the_same(packed_world: tuple[Tables, Tables]) -> None:
    plain, _ = packed_world
    dataset = Dataset.of(plain)
    assert isinstance(dataset.tables.events["id"].array, Packed)
    for text in ("e", "over", "visits seoul", "DPRK", "정상", "nowhere"):
        found = Selection(text=text).apply(dataset.tables).matching
        assert (found == Selection(text=text).apply(plain).matching).all()


def test_small_tables_stay_as_they_are() -> None:
    plain = world(50)
    assert plain.packed() is plain
