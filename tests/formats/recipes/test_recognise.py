"""Recognition of formats by their form, their columns, or their number of columns."""

from __future__ import annotations

import pytest

from dashboard.formats.recipes.recipe import shipped_recipes
from dashboard.formats.recipes.recognise import prepare, recognise
from dashboard.formats.rows.mapper import map_rows
from dashboard.formats.tables.delimited import read_delimited
from dashboard.formats.tables.raw import RawTable


@pytest.mark.parametrize(
    "name", [name for name, recipe in shipped_recipes().items() if recipe.recognised_by]
)
def test_each_shipped_recipe_is_recognised_by_its_columns(name: str) -> None:
    columns = shipped_recipes()[name].recognised_by
    recipe = recognise(RawTable("a.csv", (*columns, "more"), ()))
    assert recipe is not None
    assert recipe.name == name


@pytest.mark.parametrize("kind", ["timelinejs", "vis", "icalendar", "markwhen"])
def test_forms_of_files_are_recognised_without_columns(kind: str) -> None:
    recipe = recognise(RawTable("a", (), (), kind=kind))
    assert recipe is not None
    assert recipe.name == kind


@pytest.mark.parametrize("columns", [(), ("date", "title", "actors"), ("Datum", "Ereignis")])
def test_own_tables_are_not_recognised(columns: tuple[str, ...]) -> None:
    assert recognise(RawTable("a.csv", columns, ())) is None


def test_a_table_without_a_header_is_recognised_by_its_width_and_date() -> None:
    recipe = shipped_recipes()["gdelt2"]
    place = recipe.header.index(recipe.columns["date"][0])
    row = ["1"] * len(recipe.header)
    row[place] = "20180601"
    (table,) = read_delimited(f"{chr(9).join(row)}\n" * 2, "20180601.export.CSV")
    assert recognise(table) is recipe
    ready = prepare(table, recipe)
    assert ready.columns == recipe.header
    assert ready.rows[0].cells[recipe.columns["date"][0]] == "20180601"
    row[place] = "no date"
    (table,) = read_delimited(f"{chr(9).join(row)}\n" * 2, "a.CSV")
    assert recognise(table) is None


CSIS = """date,type,event,description,resources,year
2001-02-03,Missile Provocation,Test,"Words, more words",https://example.org/a; https://example.net/b,2001
2001-02-04,Nuclear Provocation,Test two,,"https://example.org/c
Book, p. 4",2001
2001-02-05,Other Provocation,Crossing,Words,,2001
"""


def test_the_list_of_provocations_is_mapped_whole() -> None:
    (table,) = read_delimited(CSIS, "list.csv")
    recipe = recognise(table)
    assert recipe is not None
    assert recipe.name == "csis"
    imported = map_rows(prepare(table, recipe), recipe)
    assert (imported.read, len(imported.events), imported.unknown) == (3, 3, ())
    first, second, third = imported.events
    assert (first["type"], second["type"], third["type"]) == (
        "force_posture",
        "force_posture",
        "coerce",
    )
    assert first["actors"] == ["North Korea"]
    assert first["sources"] == ["csis", "https://example.org/a", "https://example.net/b"]
    assert second["sources"] == ["csis", "https://example.org/c", {"title": "Book, p. 4"}]
