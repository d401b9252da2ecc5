"""Entries for missing actors: kind and country only where the name states them, ids that fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.actors import ActorDirectory
from dashboard.model.missing_actors import Use, missing_actors, missing_entry
from dashboard.model.names import normalise
from dashboard.reading.book import read_book

STANDARD = ActorDirectory.standard()


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Government of Peru", "organization", "Peru"),
        ("Government of DR Congo (Zaire)", "organization", "DR Congo"),
        ("Military Forces of Russia (2000-)", "organization", "Russia"),
        ("Ministry of Defence, Ukraine", "organization", "Ukraine"),
        ("US Treasury Department", "organization", "United States"),
        ("Students (Iran)", "organization", "Iran"),
        ("Prime Minister's Office", "organization", ""),
        ("Bank Nord", "organization", ""),
        ("Acme Inc.", "organization", ""),
        ("President Haddad", "person", ""),
        ("President of Peru", "person", "Peru"),
        ("General Haddad", "person", ""),
        ("General Electric", "organization", ""),
        ("Lviv Brigade", "armed_group", ""),
        ("Ukraine's army", "armed_group", "Ukraine"),
        ("National Salvation Front (Chad)", "armed_group", "Chad"),
        # Neither states a country.
        ("University of Georgia", "organization", ""),
        ("Jordan Peterson", "person", ""),
        ("IS Army", "armed_group", ""),
    ],
)
def test_kind_and_country_are_those_that_the_name_states(
    name: str, kind: str, country: str
) -> None:
    [actor] = missing_actors([Use(name)], STANDARD)
    assert (actor.kind, actor.country) == (kind, country)


@pytest.mark.parametrize(
    ("name", "kind", "is_stated"),
    [
        ("Ada M. Haddad", "person", False),
        ("Otto von Beispiel", "person", False),
        ("AFGE", "organization", False),
        ("White House", "organization", False),
        ("Haddad v. Beispiel", "organization", False),
        ("Bank Nord", "organization", True),
    ],
)
def test_a_guess_from_the_form_of_a_name_is_marked(name: str, kind: str, is_stated: bool) -> None:
    [actor] = missing_actors([Use(name)], STANDARD)
    assert (actor.kind, actor.is_stated) == (kind, is_stated)


def test_the_most_used_is_first_and_spellings_are_one_actor() -> None:
    names = [Use("J.K. Beispiel"), Use("JK Beispiel", 4), Use("Beispiel, JK"), Use("Nord", 5)]
    found = missing_actors(names, STANDARD)
    assert [(actor.name, actor.uses) for actor in found] == [("JK Beispiel", 6), ("Nord", 5)]


def test_an_entry_is_yaml_that_reads_as_its_name() -> None:
    assert missing_entry("Lviv Brigade", STANDARD) == (
        "{id: lviv-brigade, name: Lviv Brigade, kind: armed_group}"
    )


@given(st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=6, unique=True))
def test_pasted_entries_make_every_name_known(texts: list[str]) -> None:
    names = [text.strip() for text in texts if text.isprintable() and normalise(text)]
    names = [name for name in dict.fromkeys(names) if not STANDARD.has_name(name)]
    entries = [f"  - {actor.entry}\n" for actor in missing_actors(map(Use, names), STANDARD)]
    reading = read_book("".join(["actors:\n", *entries]))
    assert reading.book is not None, reading.problems
    for name in names:
        reading.book.directory.resolve(name)
