"""The table of states and organisations, held against other lists and known facts."""

from __future__ import annotations

import csv
from importlib.resources import files
from itertools import combinations

import pycountry
import pytest

from dashboard.model.actors import ActorDirectory
from dashboard.model.names import normalise

COLUMNS = (
    "id,name,kind,iso2,iso3,cameo,fips,cow,cow_letters,gw,gw_letters,from,to,successor,member_of,"
    "aliases,former,hints"
)
TEXT = files("dashboard.data").joinpath("countries.csv").read_text(encoding="utf-8")
ROWS = list(csv.DictReader(TEXT.splitlines()))
BY_ID = {row["id"]: row for row in ROWS}
COUNTRIES = [row for row in ROWS if row["kind"] == "country"]
CURRENT = [row for row in COUNTRIES if not row["to"]]
HISTORIC = [row for row in COUNTRIES if row["to"]]
DIRECTORY = ActorDirectory.standard()


def ids(rows: list[dict[str, str]], column: str = "id") -> list[str]:
    return [row[column] for row in rows]


def test_the_table_has_the_columns_and_rows_that_readers_rely_on() -> None:
    assert TEXT.splitlines()[0] == COLUMNS
    assert {row["kind"] for row in ROWS} == {"country", "organization", "bloc"}
    assert len(CURRENT) == 250
    assert len(HISTORIC) == 44
    assert sum(row["kind"] == "organization" for row in ROWS) == 30
    assert len(BY_ID) == len(ROWS)
    assert ids(CURRENT) == sorted(ids(CURRENT))


def test_no_cell_has_stray_spaces_or_empty_items() -> None:
    for row in ROWS:
        for column, cell in row.items():
            assert cell == cell.strip(), (row["id"], column)
            assert all(item == item.strip() and item for item in cell.split("|") if cell)


def test_no_alias_repeats_what_the_row_already_says() -> None:
    for row in ROWS:
        said = {normalise(row[column]) for column in ("id", "name", "iso2")}
        aliases = [normalise(text) for text in row["aliases"].split("|") if text]
        assert len(set(aliases)) == len(aliases), row["id"]
        assert not said & set(aliases), row["id"]


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("PRK", "North Korea"),
        ("KOR", "South Korea"),
        ("RUS", "Russia"),
        ("USA", "United States"),
        ("CZE", "Czechia"),
        ("TUR", "Türkiye"),
        ("TWN", "Taiwan"),
        ("PSE", "Palestine"),
        ("XKX", "Kosovo"),
    ],
)
def test_display_names_are_short_and_plain(id_: str, name: str) -> None:
    assert BY_ID[id_]["name"] == name


def test_iso_codes_agree_with_pycountry() -> None:
    unknown = [row["id"] for row in CURRENT if pycountry.countries.get(alpha_3=row["id"]) is None]
    assert unknown == ["XKX"]
    for row in CURRENT:
        assert row["iso3"] == row["id"]
        if row["id"] != "XKX":
            assert pycountry.countries.get(alpha_3=row["id"]).alpha_2 == row["iso2"]


@pytest.mark.parametrize("field", ["name", "official_name", "common_name"])
def test_the_names_of_pycountry_resolve_to_the_same_state(field: str) -> None:
    for row in CURRENT:
        text = getattr(pycountry.countries.get(alpha_3=row["id"]), field, None)
        # "Congo", the ISO short name of one of two states that are called so, is ambiguous.
        if text and text != "Congo":
            assert DIRECTORY.resolve(text).id == row["id"], text


def test_historic_codes_agree_with_iso_3166_3() -> None:
    former = {entry.alpha_3: entry for entry in pycountry.historic_countries}
    coded = [row for row in HISTORIC if row["iso3"]]
    assert set(ids(coded)) == {"SUN", "YUG", "CSK", "DDR", "SCG", "YMD", "VDR", "ANT"}
    for row in coded:
        assert row["iso3"] == row["id"]
        assert former[row["id"]].alpha_2 == row["iso2"]


def test_historic_ids_are_no_current_codes() -> None:
    assert not [row["id"] for row in HISTORIC if pycountry.countries.get(alpha_3=row["id"])]


@pytest.mark.parametrize(
    ("id_", "years", "successors"),
    [
        ("SUN", (1922, 1991), {"RUS"}),
        ("CSK", (1918, 1992), {"CZE", "SVK"}),
        ("DDR", (1949, 1990), {"DEU"}),
        ("YUG", (1918, 2003), {"SCG", "BIH", "HRV", "MKD", "SVN", "SRB", "MNE"}),
        ("SCG", (2003, 2006), {"SRB", "MNE"}),
        ("YMD", (1967, 1990), {"YEM"}),
        ("VDR", (1945, 1976), {"VNM"}),
    ],
)
def test_historic_states_have_years_and_successors(
    id_: str, years: tuple[int, int], successors: set[str]
) -> None:
    assert DIRECTORY.get(id_).active == years
    assert set(BY_ID[id_]["successor"].split("|")) == successors


def test_historic_states_end_and_their_successors_exist() -> None:
    for row in COUNTRIES:
        assert bool(row["to"]) == bool(row["successor"]), row["id"]
        assert all(id_ in BY_ID for id_ in row["successor"].split("|") if id_)
    assert all(int(row["from"]) < int(row["to"]) for row in HISTORIC)


@pytest.mark.parametrize(
    ("id_", "first"),
    [
        ("KOR", 1948),
        ("ISR", 1948),
        ("SSD", 2011),
        ("TWN", 1949),
        ("CAN", 1867),
        ("DEU", 1871),
        ("TUR", 1923),
        ("FRA", None),
        ("CHN", None),
    ],
)
def test_states_begin_with_the_lists_of_states(id_: str, first: int | None) -> None:
    assert DIRECTORY.get(id_).active == (first, None)


def test_cameo_codes_are_iso_codes_but_for_a_few() -> None:
    different = {row["id"]: row["cameo"] for row in CURRENT if row["cameo"] != row["iso3"]}
    coded = {id_: code for id_, code in different.items() if code}
    assert coded == {"ROU": "ROM", "TLS": "TMP", "MNE": "MTN", "IMN": "IMY"}
    states_without = {id_ for id_ in different if BY_ID[id_]["cow"]} - coded.keys()
    assert states_without == {"SSD", "XKX"}


@pytest.mark.parametrize("column", ["iso2", "fips", "cameo"])
def test_codes_are_unique_among_current_states(column: str) -> None:
    codes = [code for code in ids(CURRENT, column) if code]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize(
    ("fips", "id_", "as_iso2"),
    [
        ("KN", "PRK", "KNA"),
        ("KR", "KIR", "KOR"),
        ("RS", "RUS", "SRB"),
        ("CH", "CHN", "CHE"),
        ("SZ", "CHE", "SWZ"),
        ("KS", "KOR", None),
        ("UK", "GBR", "GBR"),
        ("KV", "XKX", None),
        ("JA", "JPN", None),
        ("GM", "DEU", "GMB"),
        ("UP", "UKR", None),
    ],
)
def test_fips_codes_stand_in_their_column_and_are_no_names(
    fips: str, id_: str, as_iso2: str | None
) -> None:
    assert BY_ID[id_]["fips"] == fips
    if as_iso2 is None:
        assert pycountry.countries.get(alpha_2=fips) is None
        with pytest.raises(LookupError):
            DIRECTORY.resolve(fips)
    else:
        assert DIRECTORY.resolve(fips).id == as_iso2


@pytest.mark.parametrize(
    ("id_", "cow", "gw"),
    [
        ("PRK", "731", "731"),
        ("KOR", "732", "732"),
        ("RUS", "365", "365"),
        ("GBR", "200", "200"),
        ("XKX", "347", "347"),
        ("USA", "2", "2"),
        ("TWN", "713", "713"),
        ("DEU", "255", "260|255"),
        ("YEM", "679", "678"),
        ("SRB", "345", "340"),
        ("KIR", "946", "970"),
        ("NRU", "970", "971"),
        ("TON", "955", "972"),
        ("TUV", "947", "973"),
        ("PSE", "", ""),
    ],
)
def test_numbers_of_correlates_of_war_and_gleditsch_ward(id_: str, cow: str, gw: str) -> None:
    assert (BY_ID[id_]["cow"], BY_ID[id_]["gw"]) == (cow, gw)


def test_the_two_systems_of_numbers_differ_only_where_known() -> None:
    different = {row["id"] for row in CURRENT if row["cow"] != row["gw"]}
    assert different == {"DEU", "YEM", "SRB", "KIR", "NRU", "TON", "TUV"}


@pytest.mark.parametrize("column", ["cow", "gw"])
def test_states_of_the_same_years_share_no_number(column: str) -> None:
    """Both systems let a successor go on under the number of the state it continues."""

    def years(row: dict[str, str]) -> tuple[int, int]:
        return int(row["from"] or -9999), int(row["to"] or 9999)

    for one, other in combinations([row for row in COUNTRIES if row[column]], 2):
        if one[column] != other[column]:
            continue
        continued = one["id"] in other["successor"].split("|")
        continued |= other["id"] in one["successor"].split("|")
        overlap = years(one)[0] < years(other)[1] and years(other)[0] < years(one)[1]
        assert continued or not overlap, (one["id"], other["id"])


@pytest.mark.parametrize(
    ("organization", "count", "some"),
    [
        ("UN", 193, {"PRK", "KOR", "CHE", "SSD"}),
        ("NATO", 32, {"FIN", "SWE", "TUR"}),
        ("EU", 27, {"HRV", "IRL"}),
        ("ASEAN", 11, {"TLS"}),
        ("AU", 55, {"ESH", "MAR"}),
        ("G7", 7, {"JPN"}),
        ("G20", 21, {"EU", "AU", "SAU"}),
        ("OSCE", 57, {"VAT", "MNG"}),
        ("LAS", 22, {"PSE"}),
        ("CSTO", 6, {"ARM"}),
        ("QUAD", 4, {"AUS", "IND", "JPN", "USA"}),
    ],
)
def test_members_of_organisations(organization: str, count: int, some: set[str]) -> None:
    members = DIRECTORY.get(organization).members
    assert len(members) == count
    assert some <= set(members)


def test_contested_states_are_no_un_members_and_members_are_of_known_bodies() -> None:
    assert not {"XKX", "TWN", "PSE", "VAT"} & set(DIRECTORY.get("UN").members)
    for row in ROWS:
        for body in filter(None, row["member_of"].split("|")):
            assert BY_ID[body]["kind"] != "country", (row["id"], body)


def test_every_bloc_has_members() -> None:
    assert all(BY_ID[id_]["kind"] != "bloc" or DIRECTORY.get(id_).members for id_ in BY_ID)
