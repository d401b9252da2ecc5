"""Guesses of own tables: by names in several languages, then by content; doubts are stated."""

from __future__ import annotations

import pytest

from dashboard.formats.recipes.guess import Guess, guess_recipe
from dashboard.formats.recipes.recipe import read_recipe, recipe_text
from dashboard.formats.rows.mapper import map_rows
from dashboard.formats.tables.delimited import read_delimited
from dashboard.formats.tables.raw import RawTable


def table(text: str) -> RawTable:
    (found,) = read_delimited(text, "list.csv")
    return found


def guess(text: str) -> Guess:
    return guess_recipe(table(text))


KEYS = ("date", "title", "actors", "targets", "sources", "description", "place")
ROW = "27.09.2020;Talks in Baku;Armenia;Azerbaijan;https://example.org/a;More words;Baku"
HEADERS = {
    "English": "Date;Event;Actor;Target;Source;Notes;Location",
    "German": "Datum;Ereignis;Akteur;Ziel;Quelle;Bemerkungen;Ort",
    "French": "Date;Événement;Acteur;Cible;Source;Remarques;Lieu",
    "Spanish": "Fecha;Evento;Actor;Objetivo;Fuente;Notas;Lugar",
    "Russian": "Дата;Событие;Страна;Цель;Источник;Примечание;Место",
    "Korean": "날짜;사건;국가;대상;출처;비고;장소",
    "Japanese": "日付;件名;国;対象;出典;備考;場所",
    "Chinese": "日期;标题;国家;目标;来源;备注;地点",
    "camel case": "startDate;eventTitle;sourceActor;targetActor;sourceUrl;Notes;City",
}


@pytest.mark.parametrize("language", HEADERS)
def test_columns_are_known_by_their_names(language: str) -> None:
    header = HEADERS[language]
    found = guess(f"{header}\n{ROW}\n").recipe
    assert {key: names for key, names in found.columns.items() if key in KEYS} == {
        key: (name,) for key, name in zip(KEYS, header.split(";"), strict=True)
    }
    assert found.date_order == "dmy"


def test_the_recipe_can_be_written_and_read_again() -> None:
    found = guess(f"{HEADERS['German']};Sicherheit\n{ROW};unbestätigt\n{ROW};verified\n")
    assert read_recipe(recipe_text(found.recipe)) == found.recipe
    assert [row.number for row in found.samples] == [2, 3]


def test_columns_without_known_names_are_guessed_by_content_with_a_doubt() -> None:
    found = guess("2022-01-02,Japan,Talks about the islands,https://example.org/a\n"
                  "2022-01-03,China,Visit of the minister,https://example.org/b\n")  # fmt: skip
    assert {key: names[0] for key, names in found.recipe.columns.items()} == {
        "date": "column 1",
        "actors": "column 2",
        "sources": "column 4",
        "title": "column 3",
    }
    assert sum("because of its cells" in doubt for doubt in found.doubts) == 4


def test_a_name_that_its_cells_refute_is_not_used() -> None:
    found = guess("Date,Title,Actor,Type\n2022,Talks,Japan,Alpha\n2023,Visit,China,Beta\n")
    assert found.unknown == ("Type",)
    assert any('"Type" is not used as type' in doubt for doubt in found.doubts)


def test_words_of_types_and_statuses_get_values_and_others_are_in_doubt() -> None:
    found = guess(
        "Date,Title,Actor,Type,Status\n2022,A,Japan,treaty,Unverified\n2023,B,China,Attack,verified\n"
        "2024,C,China,Zeta,reported\n"
    )
    assert found.recipe.values == {
        "type": {"treaty": "sign_agreement", "Attack": "attack"},
        "status": {"Unverified": "alleged", "verified": "confirmed"},
    }
    assert any('"Zeta" means no type' in doubt for doubt in found.doubts)


def test_an_ambiguous_column_is_left_out_whole_with_the_option_that_decides() -> None:
    read = table("Date,Title,Actor\n05/09/2022,A,Japan\n03/04/2022,B,China\n2022-01-01,C,Japan\n")
    found = guess_recipe(read)
    assert found.recipe.date_order == ""
    assert any('date_order = "dmy" or "mdy"' in doubt for doubt in found.doubts)
    imported = map_rows(read, found.recipe)
    assert [event["title"] for event in imported.events] == ["C"]
    assert [left.row.number for left in imported.left_out] == [2, 3]
    assert "date_order" in imported.left_out[0].message


def test_a_table_without_actors_has_the_actor_unknown() -> None:
    read = table("Date,Title\n2022,Talks\n")
    found = guess_recipe(read)
    assert found.recipe.constants == {"actors": "Unknown"}
    assert map_rows(read, found.recipe).events[0]["actors"] == ["Unknown"]


def test_a_table_without_titles_gets_them_from_a_short_note_or_from_its_actors() -> None:
    assert guess("Date,Actor,Note\n2022,Japan,Talks\n").recipe.columns["title"] == ("Note",)
    assert (
        guess("Date,Actor\n2022,Japan\n").recipe.constants["title"] == "{actor} – {type} – {target}"
    )


def test_year_month_and_day_are_parts_of_a_date() -> None:
    read = table("Year,Month,Day,Title,Actor\n2022,2,24,Talks,Japan\n2023,5,,Visit,China\n")
    found = guess_recipe(read)
    assert [event["date"] for event in map_rows(read, found.recipe).events] == [
        "2022-02-24",
        "2023-05",
    ]


def test_coordinates_an_end_tags_and_ids_are_found() -> None:
    read = table(
        "ID,Start,End,Headline,Who,Latitude,Longitude,Tags\n"
        'a-1,2022-01-02,2022-01-05,Talks,Japan,35.6,139.7,"arms, visit"\n'
    )
    (event,) = map_rows(read, guess_recipe(read).recipe).events
    assert event == {
        "date": "2022-01-02/2022-01-05",
        "title": "Talks",
        "actors": ["Japan"],
        "place": {"name": "35.6, 139.7", "lat": "35.6", "lon": "139.7"},
        "tags": ["arms", "visit"],
        "id": "a-1",
    }
