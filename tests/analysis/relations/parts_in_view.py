"""Generated books of which some events are in view."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from dashboard.model.book import Book
from dashboard.query.columns import BoolArray
from dashboard.query.tables import Tables
from dashboard.query.tabulate import tabulate
from tests.query.books import books
from tests.query.by_hand import Relation, relations_by_hand

LEVELS = st.sampled_from(["country", "actor"])
PartInView = tuple[Book, Tables, str, BoolArray, list[Relation]]
"""A book, its tables, a level, a mask of the events in view, and their relations."""


def everything(tables: Tables) -> BoolArray:
    return np.ones(len(tables.events), dtype=bool)


def mean(scores: list[float]) -> float:
    return sum(scores) / len(scores) if scores else float("nan")


@st.composite
def parts_in_view(draw: st.DrawFn) -> PartInView:
    book = draw(books())
    tables, level = tabulate(book), draw(LEVELS)
    count = len(book.events)
    flags = draw(st.lists(st.sampled_from([True, True, False]), min_size=count, max_size=count))
    events = np.array(flags, dtype=bool)
    chosen = set(tables.events["id"].to_numpy()[events])
    relations = [one for one in relations_by_hand(book, level) if one[0] in chosen]
    return book, tables, level, events, relations
