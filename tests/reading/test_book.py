"""A whole file: its two forms, its lists, and what they make of names."""

from __future__ import annotations

import gc

import pytest

from dashboard.reading.book import read_book
from tests.examples import EVENTS_FILE, book_of

EVENT = "{date: 2023-10-26, title: Statement, actors: Japan}"


@pytest.mark.parametrize("text", ["", "\n", "# nothing", "---", "null", "~", "[]", "{}", "events:"])
def test_a_file_without_events_is_a_good_file(text: str) -> None:
    reading = read_book(text)
    assert reading.problems == ()
    assert reading.book is not None
    assert reading.book.events == ()
    assert (reading.book.title, reading.book.zone) == ("", "UTC")


def test_a_list_is_a_mapping_with_events() -> None:
    plain = book_of(f"- {EVENT}")
    mapping = book_of(f"events: [{EVENT}]")
    assert [event.id for event in plain.events] == [event.id for event in mapping.events]


def test_the_shipped_file_has_no_problems() -> None:
    reading = read_book(EVENTS_FILE.read_text("utf-8"))
    assert reading.problems == ()
    assert reading.book is not None
    assert len(reading.book.events) >= 16


def test_the_parts_of_a_file() -> None:
    book = book_of(
        f"""
        title: Northeast Asia
        description: |
          Two
          lines.
        timezone: Asia/Seoul
        periods:
          - {{name: War, date: 2022-02-24/..}}
        events: [{EVENT}]
        """
    )
    assert (book.title, book.description) == ("Northeast Asia", "Two\nlines.")
    assert book.zone == "Asia/Seoul"
    assert [(period.name, period.date.text) for period in book.periods] == [
        ("War", "2022-02-24/..")
    ]


def test_actors_of_the_file_are_found_by_id_name_and_alias() -> None:
    book = book_of(
        """
        actors:
          - {id: lavrov, name: Sergey Lavrov, kind: person, country: Russia, aliases: [Лавров]}
          - {id: three, kind: bloc, members: [lavrov, Japan], color: "#102030"}
        events:
          - {date: 2023, title: A, actors: [lavrov], targets: [three]}
          - {date: 2023, title: B, actors: [sergey lavrov]}
          - {date: 2023, title: C, actors: [ЛАВРОВ]}
        """
    )
    assert [event.actors for event in book.events] == [("lavrov",)] * 3
    lavrov, three = book.listed
    assert (lavrov.country, lavrov.kind) == ("RUS", "person")
    assert (three.name, three.members, three.color) == ("three", ("lavrov", "JPN"), "#102030")
    assert book.directory.get("lavrov") == lavrov


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("NO", "NOR"),
        ("SE", "SWE"),
        ("ROK", "KOR"),
        ("DPRK", "PRK"),
        ("PRC", "CHN"),
        ("KSA", "SAU"),
        ("U.S.", "USA"),
        ("Türkiye", "TUR"),
        ("Russia (Soviet Union)", "RUS"),
        ("NATO", "NATO"),
        ("EU", "EU"),
        ("East Germany", "DDR"),
    ],
)
def test_names_of_states_and_organisations(name: str, actor: str) -> None:
    book = book_of(f"- {{date: 1985, title: A, actors: [{name}]}}")
    assert book.events[0].actors == (actor,)
    kind = book.directory.get(actor).kind
    assert (kind == "country") == (actor not in ("NATO", "EU"))


def test_a_file_may_name_a_country_of_its_own() -> None:
    book = book_of(
        """
        actors:
          - {id: ryukyu, name: Ryukyu Kingdom, kind: country}
          - {id: king, kind: person, country: ryukyu}
        events:
          - {date: 1609, title: A, actors: king, place: {name: Shuri, country: Ryukyu Kingdom}}
        """
    )
    assert book.listed[1].country == "ryukyu"


def test_a_misspelt_kind_is_one_problem() -> None:
    text = f"actors:\n  - {{id: kim, kind: persn}}\nevents:\n  - {EVENT.replace('Japan', 'kim')}\n"
    assert [problem.code for problem in read_book(text).problems] == ["unknown-kind"]


def test_a_listed_source_with_problems_is_one_problem() -> None:
    text = (
        "sources:\n  - {id: yonhap, reliability: B}\n"
        "events:\n  - {date: 2023, title: A, actors: Japan, sources: [yonhap]}\n"
    )
    assert [problem.code for problem in read_book(text).problems] == ["empty"]


def test_names_in_what_was_left_out_are_no_problems() -> None:
    text = (
        "actors:\n  - id: kim\n    name: Kim: the leader\n    kind: person\n"
        "events:\n  - {date: 2023, title: A, actors: [kim, Jpan, Congo]}\n"
    )
    codes = [problem.code for problem in read_book(text).problems]
    assert codes == ["syntax", "unknown-actor", "ambiguous-actor"]


def test_problems_stand_in_order_and_name_the_file() -> None:
    text = "events:\n  - {date: soon, title: A, actors: Jpan}\ntitle: []\nsources: [x]\n"
    problems = read_book(text, "my events.yaml").problems
    assert [(problem.line, problem.column) for problem in problems] == [
        (2, 12),
        (2, 36),
        (3, 8),
        (4, 11),
    ]
    assert {problem.path for problem in problems} == {"my events.yaml"}


def test_with_errors_no_warning_is_given() -> None:
    assert [found.code for found in read_book(f"- {EVENT}").problems] == ["no-source"]
    assert [found.code for found in read_book(f"- {EVENT}\n- x").problems] == ["wrong-kind"]


def test_reading_leaves_the_garbage_collector_as_it_was() -> None:
    read_book("- [")
    assert gc.isenabled()
    gc.disable()
    try:
        read_book("")
        assert not gc.isenabled()
    finally:
        gc.enable()
