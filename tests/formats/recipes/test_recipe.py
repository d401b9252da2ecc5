"""Recipes: the shipped ones, their text, and what is refused."""

from __future__ import annotations

import pytest

from dashboard.formats.recipes.recipe import (
    Recipe,
    RecipeError,
    read_recipe,
    recipe_text,
    shipped_recipes,
)
from dashboard.model.event_fields import EVENT_FIELDS
from dashboard.model.event_types import event_types

RECIPES = shipped_recipes()
CODED = ("acled", "cow-mid", "gdelt2", "icews", "polecat", "ucdp-ged")


def test_the_coded_formats_are_shipped() -> None:
    assert set(CODED) <= set(RECIPES)


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_is_read_back_from_its_text(name: str) -> None:
    assert read_recipe(recipe_text(RECIPES[name])) == RECIPES[name]


@pytest.mark.parametrize("name", RECIPES)
def test_the_values_of_a_recipe_are_values_of_events(name: str) -> None:
    values = RECIPES[name].values
    types = set(values.get("type", {}).values())
    assert types <= set(event_types()), name
    assert set(values.get("status", {}).values()) <= set(EVENT_FIELDS["status"].choices or ())


@pytest.mark.parametrize("name", CODED)
def test_coded_data_have_a_citation_and_a_code_system_or_names(name: str) -> None:
    recipe = RECIPES[name]
    assert recipe.citation
    assert recipe.licence
    assert recipe.code_system


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("columns = ", "the recipe is not TOML: Invalid value (at end of document)"),
        ("[columns]\ndate = 'a'", 'the recipe has no "name": add it'),
        ("name = 'a'", 'the recipe has no "columns": add it'),
        ("name = 'a'\ncolums = 1", 'recipe: unknown key "colums": did you mean "columns"?'),
        (
            "name = 'a'\n[columns]\nactor.name = 'x'",
            'recipe [columns]: write a key with a dot in quotes, such as "source.date"',
        ),
        (
            "name = 'a'\n[columns]\nactor = 'x'",
            'recipe [columns]: unknown key "actor": did you mean "actors"?',
        ),
        (
            "name = 'a'\n[columns]\ndate = 1",
            'recipe: "columns.date" needs a text or a list of texts',
        ),
        (
            "name = 'a'\nfolds = 'yes'\n[columns]\ndate = 'a'",
            'recipe: "folds" needs true or false',
        ),
        (
            "name = 'a'\ncode_system = 'icao'\n[columns]\ndate = 'a'",
            'recipe: code_system cannot be "icao": write "names", "iso", "cow", "gw", "fips" or '
            '"cameo"',
        ),
    ],
)
def test_a_wrong_recipe_names_the_place_and_the_remedy(text: str, message: str) -> None:
    with pytest.raises(RecipeError) as error:
        read_recipe(text)
    assert str(error.value) == message


def test_quotes_and_control_characters_in_a_recipe_are_kept() -> None:
    recipe = Recipe(
        "a", 'A "b" \\ c\n\x7f', {"date": ("Day of\tthe week", "D")}, values={"type": {"ä b": "x"}}
    )
    assert read_recipe(recipe_text(recipe)) == recipe
