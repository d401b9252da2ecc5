"""Tables: what is derived from their columns."""

from __future__ import annotations

import numpy as np
from hypothesis import given

from dashboard.model.book import Book
from dashboard.model.codes import Role
from dashboard.model.event_types import event_types
from dashboard.query.columns import codes
from dashboard.query.levels import Members
from dashboard.query.tabulate import tabulate
from tests.benchmarks.worlds import world
from tests.examples import SHIPPED, shipped, tables_of
from tests.query.books import UNHURRIED, books
from tests.query.by_hand import country_of


def test_rows_are_found_by_id() -> None:
    tables = shipped()
    for id_, row in tables.row_of.items():
        assert tables.events["id"].iat[row] == id_
    assert len(tables.row_of) == 16


def test_names_are_found_by_id_also_of_those_who_take_part_in_nothing() -> None:
    tables = shipped()
    assert tables.country_names["PRK"] == "North Korea"
    assert "lavrov" not in tables.country_names
    assert "CHN" not in tables.country_names
    assert tables.actor_names["lavrov"] == "Sergey Lavrov"
    assert tables.actor_names["CHN"] == "China"


def test_codes_count_in_the_order_of_the_words() -> None:
    tables = tables_of("[{date: 2023, title: T, type: visit, status: alleged, actors: [Japan]}]")
    assert [list(event_types())[code] for code in tables.type_code] == ["visit"]
    assert tables.status_code.tolist() == [2]
    assert codes(tables.events["precision"]).tolist() == [3]


def test_each_country_is_a_member_once_with_its_strongest_role() -> None:
    persons = "{id: abe, kind: person, country: Japan}, {id: ono, kind: person, country: Japan}"
    tables = tables_of(
        f"actors: [{persons}]\n"
        "events: [{date: 2023, title: T, actors: [Kenya, abe, ono], targets: [Japan, Chad], "
        "aimed_at: [Chad]}]"
    )
    members = tables.by_country.members
    found = [
        (tables.countries["id"].iat[group], Role(role).word)
        for group, role in zip(members.group, members.role, strict=True)
    ]
    assert found == [("JPN", "actor"), ("KEN", "actor"), ("TCD", "target")]
    assert len(tables.by_actor.members.event) == 5


@given(books())
@UNHURRIED
def test_members_agree_with_plain_python(book: Book) -> None:
    tables = tabulate(book)
    members = tables.by_country.members
    expected: dict[tuple[str, str], int] = {}
    for event in book.events:
        for role, actors in reversed([*enumerate((event.actors, event.targets, event.aimed_at))]):
            for actor in actors:
                expected[event.id, country_of(actor, book.directory)] = role
    ids, countries = tables.events["id"].to_numpy(), tables.countries["id"].to_numpy()
    rows = list(zip(members.event, members.role, strict=True))
    found = zip(ids[members.event], countries[members.group], members.role, strict=True)
    assert {(event, country): role for event, country, role in found} == expected
    assert rows == sorted(rows)


def test_sources_are_counted_for_each_event() -> None:
    tables = tables_of(
        "- {date: 2022, title: A, actors: [Japan]}\n"
        "- {date: 2023, title: B, actors: [Japan], sources: ['https://a.org', 'https://b.org']}"
    )
    assert tables.source_counts.tolist() == [0, 2]


def test_everything_derives_from_no_events_at_all() -> None:
    tables = tables_of("")
    assert isinstance(tables.by_country.members, Members)
    for values in (tables.lower, tables.upper, tables.type_code, tables.status_code):
        assert values.tolist() == []
    assert tables.participant_event.tolist() == []
    for members in (tables.by_country.members, tables.by_actor.members):
        assert members.event.tolist() == members.group.tolist() == members.role.tolist() == []
    assert len(tables.relations) == len(tables.by_actor.relations) == len(tables.row_of) == 0
    assert tables.source_counts.tolist() == tables.instant.tolist() == []
    assert tables.by_country.cells.dyad.tolist() == []
    assert tables.text.matches("a").tolist() == []
    assert tables.rows_of_country.flags(np.empty(0, dtype=np.int64)).tolist() == []
    assert len(tables.country_names) == len(tables.country_code) == 0


def test_tables_are_themselves_only() -> None:
    text = SHIPPED.read_text("utf-8")
    one, other = tables_of(text), tables_of(text)
    assert one != other
    assert len({one, other}) == 2


def test_a_world_is_the_same_for_the_same_seed() -> None:
    one, again, other = world(200), world(200), world(200, seed=8)
    assert one.events.equals(again.events)
    assert one.participants.equals(again.participants)
    assert one.sources.equals(again.sources)
    assert not one.events.equals(other.events)


def test_a_world_is_a_file_that_might_be() -> None:
    tables = world(3_000)
    assert tables.events["lower"].is_monotonic_increasing
    assert (tables.lower < tables.upper).all()
    assert tables.events["id"].is_unique
    assert np.bincount(tables.participant_event).tolist() == [3] * 3_000
    assert len(tables.by_country.members.event) == 9_000
    years = tables.events["date"].str[:4].astype(int)
    assert (years.min(), years.max()) == (1990, 2024)
    counts = np.sort(np.bincount(tables.by_country.members.group))[::-1]
    assert counts[0] > 3 * counts[5] > 0
    assert set(tables.events["status"]) == set(tables.events["status"].cat.categories)
    assert (tables.links["target"] < tables.links["event"]).all()
