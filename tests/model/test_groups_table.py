"""The tables of groups, other meanings and names in other languages."""

from __future__ import annotations

import csv
from collections import Counter
from importlib.resources import files

import pytest

from dashboard.model.actor_table import native_names, other_meanings
from dashboard.model.actors import ActorDirectory, AmbiguousNameError
from dashboard.model.fields import ACTOR_KINDS
from dashboard.model.names import normalise

DIRECTORY = ActorDirectory.standard()


def rows(name: str) -> list[dict[str, str]]:
    text = files("dashboard.data").joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


GROUPS = rows("groups")


def test_groups_are_many_and_each_has_a_source() -> None:
    assert len(GROUPS) > 300
    assert all(row["source"] and row["kind"] in ACTOR_KINDS for row in GROUPS)
    assert Counter(row["kind"] for row in GROUPS)["armed_group"] > 100


def test_ids_are_unique_and_no_codes_of_states() -> None:
    ids = [row["id"] for row in (*rows("countries"), *GROUPS)]
    assert len(set(ids)) == len(ids)
    assert all(len(row["id"]) > 2 or row["kind"] == "organization" for row in GROUPS)


def test_home_countries_exist_and_years_are_in_order() -> None:
    for row in GROUPS:
        assert not row["country"] or DIRECTORY.get(row["country"]).kind == "country"
        assert not row["country"] or row["kind"] != "country"
        assert not (row["from"] and row["to"]) or int(row["from"]) < int(row["to"])


def test_no_name_of_a_group_is_that_of_another_actor() -> None:
    owners: dict[str, set[str]] = {}
    for row in (*rows("countries"), *GROUPS):
        for name in (row["id"], row["name"], *row["aliases"].split("|")):
            owners.setdefault(normalise(name), set()).add(row["id"])
    shared = {name for name, ids in owners.items() if name and len(ids) > 1}
    assert shared == {"korea", "congo", "ira", "allies", "allied powers"}


def test_other_meanings_have_reasons_and_are_iso_codes_or_shared() -> None:
    for code, meanings in other_meanings().items():
        assert all(meanings.values())
        with pytest.raises(AmbiguousNameError):
            DIRECTORY.resolve(code)


def test_names_in_other_languages_mean_one_state_or_are_ambiguous() -> None:
    assert len(native_names()) > 4_000
    shared = {form for form, ids in native_names().items() if len(ids) > 1}
    assert len(shared) < 30
    for row in rows("native_names"):
        for name in row["names"].split("|"):
            if normalise(name) not in shared:
                assert DIRECTORY.resolve(name).id == row["id"], name
