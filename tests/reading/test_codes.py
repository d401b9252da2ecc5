"""Codes of other systems than ISO: stated at the top of the file, or reported."""

from __future__ import annotations

import pytest

from dashboard.model.actor_table import codes_of
from dashboard.model.actors import ActorDirectory
from dashboard.reading.book import Reading, read_book

DIRECTORY = ActorDirectory.standard()


def read(actors: str, date: str = "2000", top: str = "") -> Reading:
    event = f"{{date: {date}, title: A, actors: [{actors}], sources: [https://example.org]}}"
    return read_book(f"{top}events:\n- {event}\n")


def names(actors: str, date: str = "2000", top: str = "") -> list[str]:
    reading = read(actors, date, top)
    assert reading.book is not None, reading.problems
    return [reading.book.directory.get(id_).name for id_ in reading.book.events[0].actors]


@pytest.mark.parametrize(
    ("system", "code", "name"),
    [
        ("cow", "AUS", "Austria"),
        ("cow", "AUL", "Australia"),
        ("cow", "SWZ", "Switzerland"),
        ("cow", "SLV", "Slovenia"),
        ("cow", "MAC", "North Macedonia"),
        ("cow", "MNG", "Montenegro"),
        ("cow", "UKG", "United Kingdom"),
        ("cow", "CZE", "Czechoslovakia"),
        ("cow", "KOR", "Korea (to 1910)"),
        ("cow", "ROK", "South Korea"),
        ("cow", "731", "North Korea"),
        ("cow", "2", "United States"),
        ("cow", "345", "Yugoslavia"),
        ("cow", "PAP", "Papal States"),
        ("gw", "SER", "Serbia"),
        ("gw", "GFR", "Germany"),
        ("gw", "711", "Tibet"),
        ("gw", "ABK", "Abkhazia"),
        ("gw", "970", "Kiribati"),
        ("fips", "KN", "North Korea"),
        ("fips", "CH", "China"),
        ("fips", "AU", "Austria"),
        ("fips", "IS", "Israel"),
        ("cameo", "ROM", "Romania"),
        ("cameo", "MTN", "Montenegro"),
        ("cameo", "GZS", "Gaza Strip"),
        ("cameo", "EUR", "Europe"),
        ("iso", "AUS", "Australia"),
    ],
)
def test_a_file_says_whose_codes_it_uses(system: str, code: str, name: str) -> None:
    assert DIRECTORY.with_codes(system).resolve(code).name == name


@pytest.mark.parametrize(
    ("code", "date", "name"),
    [
        ("GMY", "1850", "Prussia"),
        ("GMY", "1900", "Germany"),
        ("TUR", "1900", "Ottoman Empire"),
        ("RUS", "1950", "Soviet Union"),
        ("RUS", "2000", "Russia"),
        ("YUG", "2010", "Serbia"),
        ("ITA", "1850", "Sardinia-Piedmont"),
        ("710", "1880", "Qing Empire"),
    ],
)
def test_a_code_means_the_state_of_its_time(code: str, date: str, name: str) -> None:
    assert names(code, date, "codes: cow\n") == [name]


def test_names_are_the_same_in_all_systems() -> None:
    assert names("UK, Japan, NATO, Россия", top="codes: cow\n") == [
        "United Kingdom",
        "Japan",
        "NATO",
        "Russia",
    ]
    [problem] = read("DEU", top="codes: cow\n").problems
    assert problem.code == "unknown-actor"
    own = "codes: cow\nactors:\n- {id: AUS, name: Aussie Pride, kind: organization}\n"
    assert names("AUS", top=own) == ["Aussie Pride"]


def test_an_unknown_system_is_reported() -> None:
    [problem] = read("Japan", top="codes: cov\n").problems
    assert (problem.code, problem.line) == ("unknown-codes", 1)
    assert '"cow"' in problem.message


@pytest.mark.parametrize(
    ("actors", "system"),
    [
        ("AUS, SWZ, MAC", "cow"),
        ("UKG, FRN, GMY, SPN", "cow"),
        ("200, 220, 255", "cow"),
        ("US, CH, KS, RS, UP", "fips"),
        ("WSB, GZS, AFR", "cameo"),
        ("AUS, SWZ, DEU", ""),
        ("AUS, SWZ", ""),
        ("USA, CHN, RUS, JPN, PRK, KOR", ""),
        ("US, CN, KR, MX, AT", ""),
        ("EU, UN, UK, USA, FBI, CIA, KGB", ""),
    ],
)
def test_codes_of_another_system_get_one_warning(actors: str, system: str) -> None:
    found = [problem for problem in read(actors).problems if problem.code == "other-codes"]
    assert [problem.severity for problem in found] == (["warning"] if system else [])
    assert all(f'write "codes: {system}"' in problem.message for problem in found)


def test_a_file_that_states_iso_gets_no_warning() -> None:
    assert names("AUS, SWZ, MAC", top="codes: iso\n") == ["Australia", "Eswatini", "Macao"]
    assert read("AUS, SWZ, MAC", top="codes: iso\n").problems == ()


def test_all_codes_mean_states_that_exist() -> None:
    sizes = {system: len(codes_of(system)) for system in ("cow", "gw", "fips", "cameo")}
    assert sizes["cow"] >= 2 * 217
    assert sizes["gw"] >= 2 * 216
    for system in sizes:
        directory = DIRECTORY.with_codes(system)
        for code, ids in codes_of(system).items():
            assert directory.resolve(code).id == ids[0]


@pytest.mark.parametrize(
    ("actor", "date", "name"),
    [
        ("Republic of China", "1937-07-07", "China"),
        ("Republic of China", "1971", "Taiwan"),
        ("Korea", "1905-11-17", "Korea (to 1910)"),
        ("Turkey (Ottoman Empire)", "1914-08", "Ottoman Empire"),
        ("Civilians (Korea)", "1905", "Civilians (Korea (to 1910))"),
    ],
)
def test_a_name_is_read_for_the_date_of_its_event(actor: str, date: str, name: str) -> None:
    assert names(actor, date) == [name]
    # the date may be written after the names
    text = f"- {{title: A, actors: {actor}, sources: [https://example.org], date: {date}}}"
    book = read_book(text).book
    assert book is not None
    assert book.directory.get(book.events[0].actors[0]).name == name


def test_a_name_may_mean_another_actor_in_each_event_of_a_file() -> None:
    text = "".join(
        f"- {{date: {date}, title: A, actors: [Republic of China, Japan]}}\n"
        for date in ("1937-07-07", "1971", "1938", "1972")
    )
    book = read_book(text).book
    assert book is not None
    first = [book.directory.get(event.actors[0]).name for event in book.events]
    assert first == ["China", "Taiwan", "China", "Taiwan"]
    assert {event.actors[1] for event in book.events} == {"JPN"}


def test_an_ambiguous_name_is_reported_where_its_date_does_not_settle_it() -> None:
    text = "".join(
        f"- {{date: {date}, title: A, actors: Korea, sources: [https://example.org]}}\n"
        for date in ("1905", "1950", "soon")
    )
    assert [(problem.line, problem.code) for problem in read_book(text).problems] == [
        (2, "ambiguous-actor"),
        (3, "bad-date"),
        (3, "ambiguous-actor"),
    ]


@pytest.mark.parametrize(
    ("actor", "date", "remedy"),
    [
        ("South Korea", "1894", 'name "Korea (to 1910)"'),
        ("Israel", "1940", "name the actor of that time"),
        ("South Sudan", "1999", "name the actor of that time"),
        ("Warsaw Pact", "1999", "name the actor of that time"),
    ],
)
def test_actors_outside_their_years_are_reported(actor: str, date: str, remedy: str) -> None:
    [problem] = read(actor, date).problems
    assert problem.code == "actor-years"
    assert remedy in problem.message
