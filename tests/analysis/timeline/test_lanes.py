"""Lanes: which there are, in which order, and who stands in which with what role."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.order import actor_order
from dashboard.analysis.timeline.lanes import MOST_LANES, OTHERS, Lanes, lay_out_lanes
from dashboard.model.book import STATUSES
from dashboard.query.selection import Selection
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.query.tables import Tables

FIFTEEN = [
    *("AUT", "BEL", "CHE", "DEU", "ESP", "FRA", "GBR", "HUN"),
    *("ITA", "JPN", "KOR", "LUX", "MEX", "NOR", "POL"),
]


def all_lanes(tables: Tables, by: str = "country") -> Lanes:
    return lay_out_lanes(Dataset(tables), by, np.ones(len(tables.events), dtype=bool))


def lanes_of(found: Lanes, event: int) -> set[str]:
    return {found.ids[lane] for lane in found.lane[found.event == event]}


def tables_of_links(links: Iterable[Sequence[str]]) -> Tables:
    return tables_of(
        "\n".join(
            f"- {{date: 2023-01-01, title: Event {number}, actors: [{', '.join(link)}]}}"
            for number, link in enumerate(links)
        )
    )


def test_each_participant_has_a_mark_in_the_lane_of_its_country() -> None:
    found = all_lanes(
        tables_of("""
        actors:
          - {id: lavrov, name: Sergey Lavrov, kind: person, country: Russia}
        events:
          - date: 2023-10-18
            title: Visit
            actors: [lavrov]
            targets: [North Korea]
            aimed_at: [Japan]
        """)
    )
    marks = {found.ids[lane]: role for lane, role in zip(found.lane, found.role, strict=True)}
    assert marks == {"RUS": 0, "PRK": 1, "JPN": 2}


def test_of_several_roles_in_a_lane_the_strongest_is_drawn() -> None:
    found = all_lanes(
        tables_of("""
        actors:
          - {id: lavrov, name: Sergey Lavrov, kind: person, country: Russia}
        events:
          - {date: 2023-10-18, title: A word at home, actors: [lavrov], targets: [Russia]}
        """)
    )
    assert (found.ids, found.role.tolist()) == (("RUS",), [0])


def test_lanes_may_be_actors_or_types() -> None:
    tables = tables_of("""
        actors:
          - {id: lavrov, name: Sergey Lavrov, kind: person, country: Russia}
        events:
          - {date: 2023, title: One, type: visit, actors: [lavrov], targets: [North Korea]}
          - {date: 2024, title: Two, type: condemn, actors: [Japan], targets: [Russia]}
        """)
    assert set(all_lanes(tables, "actor").names) == {
        "Sergey Lavrov",
        "North Korea",
        "Japan",
        "Russia",
    }
    by_type = all_lanes(tables, "type")
    assert by_type.ids == ("visit", "condemn")
    assert by_type.event.tolist() == [0, 1]
    assert by_type.role.tolist() == [0, 0]


def test_types_stand_in_the_order_of_their_codes() -> None:
    by_type = all_lanes(shipped(), "type").ids
    assert by_type.index("visit") < by_type.index("sign_agreement") < by_type.index("condemn")


def test_lanes_without_a_matching_event_are_left_out() -> None:
    tables = shipped()
    matching = tables.events["id"].to_numpy() == "lavrov-pyongyang"
    found = lay_out_lanes(Dataset(tables), "country", matching)
    assert set(found.ids) == {"RUS", "PRK"}
    assert set(found.event) == {tables.row_of["lavrov-pyongyang"]}
    nothing = lay_out_lanes(Dataset(tables), "country", np.zeros(len(tables.events), dtype=bool))
    assert (nothing.ids, len(nothing.event)) == ((), 0)


@pytest.mark.parametrize("by", ["country", "actor"])
def test_lanes_have_the_order_of_the_matrix_whatever_matches(by: str) -> None:
    tables = shipped()
    order = actor_order(Dataset(tables), by)
    for country in ("RUS", "USA"):
        matching = Selection.from_query(f"country={country}", tables).apply(tables).matching
        found = [id_ for id_ in lay_out_lanes(Dataset(tables), by, matching).ids if id_ != OTHERS]
        assert found == sorted(found, key=order.index)


@pytest.mark.parametrize("by", ["country", "actor"])
def test_of_more_than_twelve_the_rest_share_one_lane(by: str) -> None:
    busy = [pair for pair in pairwise(FIFTEEN[:11]) for _ in range(3)]
    rest = [FIFTEEN[10:], [FIFTEEN[0], FIFTEEN[14]]]
    found = all_lanes(tables_of_links([*busy, *rest]), by)
    assert len(found.ids) == len(found.names) == MOST_LANES
    assert (found.ids[-1], found.names[-1]) == (OTHERS, "4 others")
    assert set(found.ids[:-1]) == set(FIFTEEN[:11])


def test_the_folded_lane_counts_each_event_once_with_the_strongest_role() -> None:
    frequent = [[id_] for id_ in FIFTEEN[:11]] * 2
    text = "\n".join(f"- {{date: 2023, title: E{n}, actors: {f}}}" for n, f in enumerate(frequent))
    last = "- {date: 2024, title: Last, actors: [NOR, AUT], targets: [POL], aimed_at: [MEX]}"
    tables = tables_of(f"{text}\n{last}")
    found = all_lanes(tables)
    event = tables.row_of["2024-last"]
    marks = sorted(
        (found.ids[lane], role)
        for lane, role in zip(
            found.lane[found.event == event], found.role[found.event == event], strict=True
        )
    )
    assert marks == [("AUT", 0), (OTHERS, 0)]


def test_twelve_lanes_are_not_folded() -> None:
    found = all_lanes(tables_of_links([[id_] for id_ in FIFTEEN[:MOST_LANES]]))
    assert set(found.ids) == set(FIFTEEN[:MOST_LANES])


def test_every_event_of_a_world_has_a_mark_in_each_lane_that_it_should() -> None:
    tables = world(300)
    found = all_lanes(tables)
    assert (np.diff(found.event) >= 0).all()
    for event in range(300):
        part = tables.participants[tables.participants["event"] == event]["country"]
        assert lanes_of(found, event) == {c if c in found.ids else OTHERS for c in part}
        assert np.count_nonzero(found.event == event) == len(lanes_of(found, event))


def test_the_same_tables_give_the_same_lanes() -> None:
    one, other = (all_lanes(world(500)) for _ in range(2))
    assert one.ids == other.ids
    assert (one.lane == other.lane).all()


def test_pinned_lanes_stand_on_top_in_their_order() -> None:
    tables = shipped()
    every = np.ones(len(tables.events), dtype=bool)
    found = lay_out_lanes(Dataset(tables), "country", every, pins=("UKR", "JPN", "nonsense"))
    assert found.ids[:2] == ("UKR", "JPN")
    assert {"KOR", "USA", "PRK", "RUS"} < set(found.ids)


def test_where_many_actors_have_a_single_event_they_share_the_last_lane() -> None:
    found = all_lanes(shipped())
    assert found.ids == (*found.ids[:5], OTHERS)
    assert found.names[-1] == "3 others"
    shared = found.lane == 5
    assert {found.actors[code] for code in found.group[shared]} == {"NATO", "UKR", "UNSC"}
    assert not found.more.any()
    opened = lay_out_lanes(
        Dataset(shipped()), "country", np.ones(len(shipped().events), dtype=bool), is_open=True
    )
    assert len(opened.ids) == 8


def test_a_mark_of_the_shared_lane_counts_the_actors_for_which_it_is() -> None:
    pairs = [[FIFTEEN[0], FIFTEEN[1]], [FIFTEEN[0], FIFTEEN[1], *FIFTEEN[2:8]]]
    found = all_lanes(tables_of_links(pairs))
    assert found.ids[-1] == OTHERS
    assert found.more[found.lane == 2].tolist() == [5]


def test_a_pinned_lane_stays_without_events() -> None:
    tables = shipped()
    nothing = np.zeros(len(tables.events), dtype=bool)
    assert lay_out_lanes(Dataset(tables), "country", nothing, pins=("JPN",)).ids == ("JPN",)


def test_a_pinned_lane_is_never_folded() -> None:
    tables = world(2_000)
    every = np.ones(len(tables.events), dtype=bool)
    rare = int(np.bincount(tables.by_country.members.group).argmin())
    pinned = tables.countries["id"].iat[rare]
    assert pinned not in lay_out_lanes(Dataset(tables), "country", every).ids
    found = lay_out_lanes(Dataset(tables), "country", every, pins=(pinned,))
    assert found.ids[0] == pinned
    assert len(found.ids) == MOST_LANES
    assert found.ids[-1] == OTHERS


def test_the_others_can_be_opened() -> None:
    tables = world(2_000, countries=30)
    every = np.ones(len(tables.events), dtype=bool)
    opened = lay_out_lanes(Dataset(tables), "country", every, is_open=True)
    assert len(opened.ids) == 30
    assert OTHERS not in opened.ids
    folded = lay_out_lanes(Dataset(tables), "country", every)
    assert set(folded.ids) - {OTHERS} < set(opened.ids)


def test_lanes_by_status_stand_from_confirmed_to_denied() -> None:
    found = all_lanes(shipped(), "status")
    order = [status for status in STATUSES if status in found.ids]
    assert list(found.ids) == order
    assert len(found.event) == len(shipped().events)


def test_more_pins_than_lanes_leave_a_lane_for_the_others() -> None:
    tables = tables_of_links([[id_] for id_ in FIFTEEN])
    every = np.ones(len(tables.events), dtype=bool)
    found = lay_out_lanes(Dataset(tables), "country", every, pins=tuple(FIFTEEN[::-1]))
    assert list(found.ids) == [*FIFTEEN[::-1][: MOST_LANES - 1], OTHERS]
    assert found.names[-1] == "4 others"
    assert set(found.event.tolist()) == set(range(len(FIFTEEN)))


def test_types_of_the_file_have_lanes() -> None:
    tables = tables_of("""
        types: [{id: hug, label: A hug, score: 4}]
        events:
          - {date: 2023, title: A, type: hug, actors: [Japan]}
          - {date: 2024, title: B, type: visit, actors: [Japan]}
        """)
    found = all_lanes(tables, "type")
    assert dict(zip(found.ids, found.names, strict=True)) == {
        "visit": "Official visit",
        "hug": "A hug",
    }
