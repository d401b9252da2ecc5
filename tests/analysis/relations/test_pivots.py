"""Pivots: the most important events are offered, of equals those in the middle."""

from __future__ import annotations

import numpy as np

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.relations.pivots import link_events, name_event, rank_events
from tests.examples import tables_of

EVENT = "- {{id: e{0}, date: 2023-01-0{0}, title: T{0}, actors: [Japan], importance: {1}}}\n"
TABLES = tables_of("".join(EVENT.format(*each) for each in enumerate((1, 1, 1, 2, 1, 1, 2), 1)))


def ranked(mask: str, most: int = 12) -> list[int]:
    return rank_events(Dataset(TABLES), np.array([flag == "x" for flag in mask]), most)


def test_the_most_important_come_first_then_those_in_the_middle() -> None:
    assert ranked("xxxxxxx") == [3, 6, 2, 4, 1, 5, 0]
    assert ranked("xxx.xx.") == [2, 1, 4, 0, 5]
    assert ranked("xxxxxxx", 2) == [3, 6]
    assert ranked(".......") == []


def test_links_are_in_order_of_time_and_contain_the_chosen_event() -> None:
    links = link_events(TABLES, [5, 1], [3], "pivot={}".format)
    assert [link.query for link in links] == ["pivot=e2", "pivot=e4", "pivot=e6"]
    assert [link.chosen for link in links] == [False, True, False]
    assert links[0].words == name_event(TABLES, 1) == "T2, 2 January 2023"
