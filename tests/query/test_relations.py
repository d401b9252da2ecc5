"""Relations: each rule by an example, and all of them against plain Python."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given

from dashboard.model.book import Book
from dashboard.model.codes import RelationKind
from dashboard.query.relations import RelationCells
from dashboard.query.tables import Tables
from dashboard.query.tabulate import tabulate
from tests.benchmarks.worlds import world
from tests.examples import SHIPPED, book_of, tables_of
from tests.query.books import UNHURRIED, books
from tests.query.by_hand import relations_by_hand

Short = tuple[str, str, float, str]


def relations_of(event: str, own: str = "") -> list[Short]:
    """Relations between countries of one event, given by its actors, targets and so on."""
    tables = tables_of(f"actors: [{own}]\nevents: [{{date: 2023, title: It happens, {event}}}]")
    return [row[1:] for row in rows(tables, tables.relations)]


def rows(tables: Tables, relations: pd.DataFrame) -> list[tuple[str, str, str, float, str]]:
    ids = tables.events["id"].to_numpy()
    columns = (ids[relations["event"]], *(relations[name] for name in list(relations)[1:]))
    return list(zip(*columns, strict=True))


def test_actors_act_on_targets_with_the_score_of_the_event() -> None:
    assert relations_of("type: aid, actors: [Japan], targets: [Kenya, Chad]") == [
        ("JPN", "TCD", 7.0, "directed"),
        ("JPN", "KEN", 7.0, "directed"),
    ]


def test_a_score_of_its_own_counts_instead_of_that_of_the_type() -> None:
    found = relations_of("type: aid, score: 2.5, actors: [Japan], targets: [Kenya]")
    assert found == [("JPN", "KEN", 2.5, "directed")]


def test_without_targets_actors_act_on_each_other_both_ways() -> None:
    assert relations_of("type: summit, actors: [Japan, Kenya]") == [
        ("JPN", "KEN", 2.5, "mutual"),
        ("KEN", "JPN", 2.5, "mutual"),
    ]


def test_with_targets_acting_together_is_a_consultation() -> None:
    assert relations_of("type: condemn, actors: [Japan, Kenya], targets: [Chad]") == [
        ("JPN", "TCD", -2.0, "directed"),
        ("JPN", "KEN", 1.0, "joint"),
        ("KEN", "TCD", -2.0, "directed"),
        ("KEN", "JPN", 1.0, "joint"),
    ]


def test_aiming_at_a_third_party_is_a_show_of_force() -> None:
    found = relations_of("type: joint_exercise, actors: [Japan, Kenya], aimed_at: [Chad]")
    assert found == [
        ("JPN", "TCD", -7.2, "signal"),
        ("JPN", "KEN", 7.4, "mutual"),
        ("KEN", "TCD", -7.2, "signal"),
        ("KEN", "JPN", 7.4, "mutual"),
    ]


def test_the_author_can_score_acting_together_and_signals() -> None:
    found = relations_of(
        "type: condemn, actors: [Japan, Kenya], targets: [Chad], aimed_at: [Mali], "
        "joint_score: 0, signal_score: -3.5"
    )
    assert {(kind, score) for _, _, score, kind in found} == {
        ("directed", -2.0),
        ("joint", 0.0),
        ("signal", -3.5),
    }


def test_those_acted_on_do_not_act() -> None:
    found = relations_of("actors: [Japan], targets: [Kenya, Chad], aimed_at: [Mali]")
    assert {source for source, *_ in found} == {"JPN"}


PERSONS = (
    "{id: kim, kind: person, country: North Korea}, {id: lavrov, kind: person, country: Russia}, "
    "{id: shoigu, kind: person, country: Russia}, {id: choir, kind: organization}"
)


def test_persons_count_for_their_country() -> None:
    found = relations_of("type: visit, actors: [lavrov], targets: [kim]", PERSONS)
    assert found == [("RUS", "PRK", 1.9, "directed")]


def test_two_persons_of_a_country_act_once_and_not_on_themselves() -> None:
    found = relations_of("type: visit, actors: [lavrov, shoigu], targets: [kim]", PERSONS)
    assert found == [("RUS", "PRK", 1.9, "directed")]
    assert relations_of("actors: [lavrov, shoigu, Russia]", PERSONS) == []


def test_between_actors_they_do() -> None:
    tables = tables_of(
        f"actors: [{PERSONS}]\n"
        "events: [{date: 2023, title: T, type: visit, actors: [lavrov, shoigu], targets: [kim]}]"
    )
    assert [row[1:] for row in rows(tables, tables.by_actor.relations)] == [
        ("lavrov", "kim", 1.9, "directed"),
        ("lavrov", "shoigu", 1.0, "joint"),
        ("shoigu", "kim", 1.9, "directed"),
        ("shoigu", "lavrov", 1.0, "joint"),
    ]


def test_an_organisation_without_country_counts_for_itself() -> None:
    found = relations_of("type: veto, actors: [Russia], targets: [UNSC, choir]", PERSONS)
    assert {(source, target) for source, target, *_ in found} == {("RUS", "choir"), ("RUS", "UNSC")}


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("actors: [Japan], targets: [Japan, Kenya]", [("JPN", "KEN", 0.0, "directed")]),
        ("actors: [Japan], targets: [Japan]", []),
        ("actors: [Japan], aimed_at: [Japan]", []),
        (
            "type: aid, actors: [Japan], targets: [Kenya], aimed_at: [Kenya]",
            [("JPN", "KEN", 7.0, "directed")],
        ),
        (
            "type: aid, actors: [Japan, Kenya], aimed_at: [Kenya]",
            [("JPN", "KEN", -7.2, "signal"), ("KEN", "JPN", 7.0, "mutual")],
        ),
        (
            "type: aid, actors: [Japan, Kenya], targets: [Kenya]",
            [("JPN", "KEN", 7.0, "directed"), ("KEN", "JPN", 1.0, "joint")],
        ),
        (
            "type: aid, actors: [Japan, Kenya], targets: [Chad], aimed_at: [Japan]",
            [
                ("JPN", "TCD", 7.0, "directed"),
                ("JPN", "KEN", 1.0, "joint"),
                ("KEN", "TCD", 7.0, "directed"),
                ("KEN", "JPN", -7.2, "signal"),
            ],
        ),
    ],
)
def test_of_several_relations_of_two_the_strongest_counts_once(
    event: str, expected: list[Short]
) -> None:
    assert relations_of(event) == expected


def test_twelve_actors_are_132_pairs() -> None:
    names = "Japan, Kenya, Chad, Mali, Peru, Iran, Iraq, Oman, Cuba, Fiji, Laos, Togo"
    assert len(relations_of(f"actors: [{names}]")) == 132
    assert len(relations_of(f"actors: [{names}], targets: [Spain]")) == 144


def test_a_lone_actor_has_no_relations() -> None:
    assert relations_of("actors: [Japan]") == []


def assert_equal_by_hand(book: Book) -> None:
    tables = tabulate(book)
    for level, relations in (("country", tables.relations), ("actor", tables.by_actor.relations)):
        found = rows(tables, relations)
        assert len(found) == len({(event, source, target) for event, source, target, *_ in found})
        assert set(found) == relations_by_hand(book, level)
        assert relations["event"].is_monotonic_increasing


def test_the_shipped_file_agrees_with_plain_python() -> None:
    book = book_of(SHIPPED.read_text("utf-8"))
    assert_equal_by_hand(book)
    assert len(relations_by_hand(book, "country")) > 40


@given(books())
@UNHURRIED
def test_any_file_agrees_with_plain_python(book: Book) -> None:
    assert_equal_by_hand(book)


def test_without_events_there_are_typed_columns() -> None:
    relations = tables_of("").relations
    assert relations.empty
    assert relations.dtypes.astype(str).to_dict() == {
        "event": "int32",
        "source": "category",
        "target": "category",
        "score": "float64",
        "kind": "category",
    }


def test_a_large_world_has_the_relations_of_its_shapes() -> None:
    tables = world(5_000)
    roles = tables.participants["role"].to_numpy().reshape(-1, 3)
    targets, aimed_at = (roles == "target").sum(axis=1), (roles == "aimed_at").sum(axis=1)
    each = (targets == 1) * 4 + (targets == 2) * 2 + (aimed_at == 1) * 4
    assert len(tables.relations) == each.sum()
    assert (tables.relations["event"].value_counts().sort_index().to_numpy() == each).all()


def test_cells_number_the_dyads_and_flag_those_in_doubt() -> None:
    tables = tables_of(
        "- {date: 2022, title: A, type: aid, actors: [Japan], targets: [Chad]}\n"
        "- {date: 2023, title: B, status: alleged, actors: [Kenya], targets: [Japan]}"
    )
    chad, japan, kenya = (tables.country_code[id_] for id_ in ("TCD", "JPN", "KEN"))
    cells = tables.by_country.cells
    assert (cells.nodes, cells.dyads) == (3, 2)
    assert cells.event.tolist() == [0, 1]
    assert cells.source.tolist() == [japan, kenya]
    assert cells.target.tolist() == [chad, japan]
    assert cells.dyad.tolist() == [0, 1]
    assert cells.in_doubt.tolist() == [False, True]
    assert cells.score.tolist() == [7.0, 0.0]


@pytest.mark.parametrize("total", [0, 2, 60_000])
def test_cells_have_room_for_any_number_of_countries(total: int) -> None:
    ids = pd.Index(range(total))
    last = [total - 1] if total else []
    relations = pd.DataFrame(
        {
            "event": np.zeros(len(last), dtype=np.int32),
            "source": pd.Categorical.from_codes(last, ids),
            "target": pd.Categorical.from_codes([0] * len(last), ids),
            "score": np.zeros(len(last)),
            "kind": pd.Categorical(["joint"] * len(last), [kind.word for kind in RelationKind]),
        }
    )
    cells = RelationCells.of(relations, np.ones(1, dtype=bool))
    assert cells.dyad.tolist() == [0] * len(last)
    assert cells.in_doubt.tolist() == cells.joint.tolist() == [True] * len(last)
    assert (cells.source.tolist(), cells.target.tolist()) == (last, [0] * len(last))
