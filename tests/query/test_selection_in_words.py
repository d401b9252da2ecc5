"""The selection as a sentence."""

from __future__ import annotations

import pytest

from dashboard.model.event_types import event_types
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from tests.examples import shipped, tables_of
from tests.query.books import DATED


@pytest.fixture(scope="module")
def dated() -> Tables:
    return tables_of(DATED)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        (
            "country=Japan&country=South Korea&match=all&from=2023-08&to=2024-10",
            "5 of 16 events · Japan and South Korea · Aug 2023 – Oct 2024",
        ),
        (
            "country=JP&country=ROK&match=all",
            "5 of 16 events · Japan and South Korea · Aug 2023 – Oct 2023",
        ),
        (
            "country=Japan&country=ROK&country=DPRK",
            "14 of 16 events · Japan, South Korea or North Korea · Jul 2023 – Oct 2024",
        ),
        ("", "16 events · Jul 2023 – Oct 2024"),
        ("from=2023-10-22&to=2023-10-22", "1 of 16 events · 22 Oct 2023"),
        ("event=camp-david&lanes=type&match=all", "16 events · Jul 2023 – Oct 2024"),
        ("text=nobody", "0 of 16 events · “nobody”"),
        (
            "type=summit&from=2024",
            "0 of 16 events · Leaders' or multilateral meeting · since Jan 2024",
        ),
        (
            "dyad=RUS:PRK&status=confirmed&text=treaty&as_known_on=2024-10",
            "1 of 16 events · Russia → North Korea · confirmed · “treaty” · as known on 2024-10"
            " · Jun 2024",
        ),
    ],
)
def test_a_selection_is_said_in_one_sentence(query: str, words: str) -> None:
    assert Selection.from_query(query, shipped()).describe(shipped()) == words


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("text=seoul", "1 of 9 events · “seoul” · Dec 2023"),
        ("text=past", "1 of 9 events · “past” · Dec 2022"),
        ("text=lasting", "1 of 9 events · “lasting” · Dec 2023"),
        ("text=year", "1 of 9 events · “year” · 2023"),
        ("country=Italy", "1 of 9 events · Italy · Mar 44 BCE"),
        ("", "9 events · Mar 44 BCE – 2023"),
    ],
)
def test_the_sentence_says_months_as_the_dates_are_written(
    dated: Tables, query: str, words: str
) -> None:
    assert Selection.from_query(query, dated).describe(dated) == words


def test_one_event_and_none() -> None:
    one = tables_of("[{date: 2023-10-22, title: T, actors: [Japan]}]")
    assert Selection().describe(one) == "1 event · Oct 2023"
    assert Selection(text="zebra").describe(one) == "0 of 1 event · “zebra”"
    assert Selection().describe(tables_of("")) == "0 events"


def test_large_numbers_have_commas() -> None:
    tables = tables_of("\n".join(["- {date: 2023, title: T, actors: [Japan]}"] * 1_234))
    assert Selection().describe(tables) == "1,234 events · 2023"


@pytest.mark.parametrize("type_id", [*event_types()][::6])
def test_a_type_is_said_by_its_label(type_id: str) -> None:
    assert Selection(types=(type_id,)).criteria(shipped()) == [event_types()[type_id].label]
