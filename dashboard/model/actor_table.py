"""Tables of known actors: states with their codes, groups, names in other languages.

``data/countries.csv`` holds states and territories with their codes in five systems,
``data/groups.csv`` organisations, armed groups and peoples with the source of each row,
``data/other_meanings.csv`` short words that usually mean something else than the ISO code, and
``data/native_names.csv`` names of states in other languages (see ``tests/native_names.py``).
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, cast

from dashboard.model.actor import Actor, FormerName
from dashboard.model.names import normalise

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.model.actor import ActorKind

CODE_SYSTEMS: Final = {
    "iso": "ISO 3166-1, the default",
    "cow": "Correlates of War, letters and numbers",
    "gw": "Gleditsch and Ward, letters and numbers",
    "fips": "FIPS 10-4, as in the places of GDELT",
    "cameo": "CAMEO, as in the actors of GDELT",
}
"""Systems of country codes that a file may use, with their meanings."""
LONGEST_CODE: Final = 3
"""Letters or digits of the longest code."""
_COLUMNS: Final = {
    "iso": ("iso2", "iso3"),
    "cow": ("cow", "cow_letters"),
    "gw": ("gw", "gw_letters"),
    "fips": ("fips",),
    "cameo": ("cameo",),
}


@cache
def known_actors() -> tuple[Actor, ...]:
    """Return all actors of the tables: states, then organisations and groups."""
    rows = [*_rows("countries"), *_rows("groups")]
    members: dict[str, list[str]] = {}
    for row in rows:
        for organization in _split(row.get("member_of", "")):
            members.setdefault(organization, []).append(row["id"])
    return tuple(
        Actor(
            id=row["id"],
            name=row["name"],
            kind=cast("ActorKind", row["kind"]),
            country=row.get("country") or None,
            members=tuple(members.get(row["id"], ())),
            aliases=_split(row["aliases"]),
            active=(_year(row["from"]), _year(row["to"])),
            codes=_split(row.get("iso2", "")),
            former=tuple(map(_former, _split(row.get("former", "")))),
        )
        for row in rows
    )


@cache
def group_ids() -> frozenset[str]:
    """Return the ids of the rows of ``data/groups.csv``."""
    return frozenset(row["id"] for row in _rows("groups"))


@cache
def codes_of(system: str) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the states that a code of a system has stood for, the likeliest first.

    Keys are normalised. A number and its letters mean the same states; the state of today is
    before those that it continues, except Yugoslavia, which COW lists to this day.

    >>> codes_of("cow")["aus"], codes_of("cow")["365"], codes_of("fips")["ks"]
    (('AUT',), ('RUS', 'SUN'), ('KOR',))
    """
    found: dict[str, list[str]] = {}
    for row in (*_rows("countries"), *_rows("groups")):
        for column in _COLUMNS[system]:
            for code in map(normalise, _split(row.get(column) or "")):
                ids = found.setdefault(code, [])
                ids.insert(0 if (system, row["id"]) == ("cow", "YUG") else len(ids), row["id"])
    return {code: tuple(ids) for code, ids in found.items()}


@cache
def other_meanings() -> Mapping[str, Mapping[str, str]]:
    """Return the other meanings of short words: reason by id of the actor, "" for no actor.

    >>> other_meanings()["is"]
    {'ISIS': 'the Islamic State in UCDP and ACLED'}
    """
    found: dict[str, dict[str, str]] = {}
    for row in _rows("other_meanings"):
        found.setdefault(normalise(row["code"]), {})[row["id"]] = row["reason"]
    return found


@cache
def native_names() -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the states that a normalised name in another language means.

    >>> native_names()[normalise("Россия")]
    ('RUS',)
    """
    found: dict[str, tuple[str, ...]] = {}
    for row in _rows("native_names"):
        for form in {normalise(name) for name in _split(row["names"])}:
            found[form] = (*found.get(form, ()), row["id"])
    return found


@cache
def hints() -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the states to which an adjective or the name of a capital points.

    >>> hints()["congolese"], hints()["baku"]
    (('COD', 'COG'), ('AZE',))
    """
    found: dict[str, tuple[str, ...]] = {}
    for row in _rows("countries"):
        for form in map(normalise, _split(row["hints"])):
            found[form] = (*found.get(form, ()), row["id"])
    return found


@cache
def continued_by(id_: str) -> tuple[str, ...]:
    """Return the ids of the states that COW or GW list under the number of a state.

    >>> continued_by("TUR"), continued_by("SUN")
    (('OTT',), ('RUS',))
    """
    found = (ids for system in ("cow", "gw") for ids in codes_of(system).values() if id_ in ids)
    return tuple(dict.fromkeys(other for ids in found for other in ids if other != id_))


@cache
def before_and_after(id_: str) -> tuple[str, ...]:
    """Return the ids of the states that a state continues, and of those that continue it.

    >>> before_and_after("KOR"), before_and_after("CSK")
    (('KRE',), ('CZE', 'SVK'))
    """
    found = list(continued_by(id_))
    for row in _rows("countries"):
        after = _split(row["successor"])
        found += after if row["id"] == id_ else [row["id"]] if id_ in after else []
    return tuple(dict.fromkeys(found))


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    text = files("dashboard.data").joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _year(cell: str) -> int | None:
    return int(cell) if cell else None


def _former(text: str) -> FormerName:
    name, _, years = text.partition("@")
    first, _, last = years.partition("-")
    return FormerName(name, int(first), int(last))
