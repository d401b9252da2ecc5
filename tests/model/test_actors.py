"""Names of actors: found exactly or refused with a reason, never guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.actors import (
    Actor,
    ActorDirectory,
    AmbiguousNameError,
    UnknownNameError,
    collisions,
)
from dashboard.model.names import normalise, spellings

if TYPE_CHECKING:
    from collections.abc import Callable

STANDARD = ActorDirectory.standard()

SPELLINGS = {
    # current states: codes, abbreviations, formal names, word order
    "ROK": "KOR",
    "R.O.K.": "KOR",
    "Republic of Korea": "KOR",
    "S. Korea": "KOR",
    "Korea, South": "KOR",
    "Korea, Republic of": "KOR",
    "Korea (South)": "KOR",
    "DPRK": "PRK",
    "N. Korea": "PRK",
    "north korea": "PRK",
    "KP": "PRK",
    "Democratic People’s Republic of Korea": "PRK",
    "Korea (the Democratic People's Republic of)": "PRK",
    "PRC": "CHN",
    "People's Republic of China": "CHN",
    "ROC": "TWN",
    "Republic of China": "TWN",
    "China (Republic of)": "TWN",
    "Taiwan, Province of China": "TWN",
    "Hong Kong (China)": "HKG",
    "KSA": "SAU",
    "UAE": "ARE",
    "the Emirates": "ARE",
    "US": "USA",
    "U.S.": "USA",
    "u.s.a.": "USA",
    "The United States of America": "USA",
    "UK": "GBR",
    "GB": "GBR",
    "Great Britain": "GBR",
    "Türkiye": "TUR",
    "TÜRKİYE": "TUR",
    "Turkiye": "TUR",
    "Turkey": "TUR",
    "Turkey (Ottoman Empire)": "TUR",
    "Turkey/Ottoman Empire": "TUR",
    "Russia (Soviet Union)": "RUS",
    "Russian Federation": "RUS",
    "NO": "NOR",
    "SE": "SWE",
    "IN": "IND",
    "CH": "CHE",
    "KN": "KNA",
    "Côte d’Ivoire": "CIV",
    "Cote d'Ivoire": "CIV",
    "Ivory Coast": "CIV",
    "DRC": "COD",
    "DR Congo (Zaire)": "COD",
    "Congo-Kinshasa": "COD",
    "Congo, Democratic Republic of the": "COD",
    "Congo, Democratic Republic of (Zaire)": "COD",
    "Congo (Brazzaville)": "COG",
    "Congo, Rep.": "COG",
    "CAR": "CAF",
    "BiH": "BIH",
    "Bosnia & Herzegovina": "BIH",
    "Bosnia-Herzegovina": "BIH",
    "FYROM": "MKD",
    "Macedonia (Former Yugoslav Republic of)": "MKD",
    "PNG": "PNG",
    "Burma": "MMR",
    "Myanmar (Burma)": "MMR",
    "Swaziland": "SWZ",
    "Czech Republic": "CZE",
    "Cape Verde": "CPV",
    "Holland": "NLD",
    "The Netherlands": "NLD",
    "Gambia, The": "GMB",
    "St. Kitts & Nevis": "KNA",
    "Sao Tome and Principe": "STP",
    "Guinea": "GIN",
    "Guinea Bissau": "GNB",
    "Viet Nam": "VNM",
    "Vietnam (North Vietnam)": "VNM",
    "Yemen (North Yemen)": "YEM",
    "Lao PDR": "LAO",
    "Iran, Islamic Rep.": "IRN",
    "Venezuela (Bolivarian Republic of)": "VEN",
    "FRG": "DEU",
    "Sudan (South)": "SSD",
    # contested
    "Kosovo": "XKX",
    "XK": "XKX",
    "Taiwan": "TWN",
    "Palestine": "PSE",
    "State of Palestine": "PSE",
    "Occupied Palestinian Territory": "PSE",
    "Western Sahara": "ESH",
    "Vatican": "VAT",
    "Serbia (Yugoslavia)": "SRB",
    # historic
    "USSR": "SUN",
    "U.S.S.R.": "SUN",
    "Yugoslavia": "YUG",
    "Czechoslovakia": "CSK",
    "GDR": "DDR",
    "Germany (East)": "DDR",
    "Serbia & Montenegro": "SCG",
    "South Yemen": "YMD",
    "Yemen, People's Republic of": "YMD",
    "Vietnam, Republic of": "RVN",
    "West Germany": "GFR",
    "Prussia": "PRU",
    "Papal States": "PAP",
    "Wuerttemberg": "WRT",
    "Qing dynasty": "QNG",
    "Manchukuo": "MCK",
    # official forms of the UN and of everyday texts
    "China, Hong Kong Special Administrative Region": "HKG",
    "Macau SAR": "MAC",
    "St. Vincent & Grenadines": "VCT",
    "the Republic of Italy": "ITA",
    "Congo, DRC": "COD",
    "Bosnia and Hercegovina": "BIH",
    "Empire of Japan": "JPN",
    "U. S.": "USA",
    "N.Korea": "PRK",
    "Korea North": "PRK",
    "EE.UU.": "USA",
    "🇰🇵": "PRK",
    "🇺🇸 United States": "USA",
    # territories
    "Puerto Rico": "PRI",
    "Samoa (American)": "ASM",
    "Malvinas": "FLK",
    "Ireland (Northern)": "NORTHERNIRELAND",
    # other languages
    "Россия": "RUS",
    "Российская Федерация": "RUS",
    "КНДР": "PRK",
    "북한": "PRK",
    "北朝鮮": "PRK",
    "日本": "JPN",
    "中华人民共和国": "CHN",
    "미국": "USA",
    "Україна": "UKR",
    "العراق": "IRQ",
    "الولايات المتحدة": "USA",
    "Ελλάδα": "GRC",
    "Corée du Nord": "PRK",
    "Estados Unidos": "USA",
    "Alemania": "DEU",
    "Aserbaidschan": "AZE",
    # groups and de facto states
    "Hamas": "HAMAS",
    "Hizbullah": "HEZBOLLAH",
    "Ansar Allah": "HOUTHIS",
    "Wagner": "WAGNER",
    "ISIL": "ISIS",
    "Taleban": "TALIBAN",
    "PKK": "PKK",
    "Somaliland": "SOMALILAND",
    "Gaza": "GAZA",
    "Palestinian Authority": "PNA",
    "OIC": "OIC",
    "UNESCO": "UNESCO",
    "UNRWA": "UNRWA",
    "European Commission": "EUCOMMISSION",
    "UN Secretary-General": "UNSG",
    "League of Nations": "LEAGUEOFNATIONS",
    # described by the name of a state
    "Government of Russia (Soviet Union)": "RUS",
    "Government of the United States of America": "USA",
    "Civilians (Ukraine)": "CIVILIANS-UKR",
    "protesters in Iran": "PROTESTERS-IRN",
    "Iranian protesters": "PROTESTERS-IRN",
    "Unidentified Armed Group (Nigeria)": "UNKNOWNGROUP-NGA",
    "civilians": "CIVILIANS",
    "Unknown": "UNKNOWN",
    # brackets that say nothing new
    "Russia [1]": "RUS",
    "Georgia (country)": "GEO",
    "Great Britain (UK)": "GBR",
    "Korea (DPRK)": "PRK",
    "Congo (DRC)": "COD",
    "Iceland (IS)": "ISL",
    "Hamas (Palestine)": "HAMAS",
    # organisations
    "NATO": "NATO",
    "N.A.T.O.": "NATO",
    "EU": "EU",
    "E.U.": "EU",
    "UN": "UN",
    "the United Nations": "UN",
    "UNSC": "UNSC",
    "UN Security Council": "UNSC",
    "IAEA": "IAEA",
    "African Union": "AU",
    "G-7": "G7",
    "Arab League": "LAS",
    "Red Cross": "ICRC",
    "ICRC": "ICRC",
    # traps: no state, no organisation of the table
    "Korean": None,
    "Japan (and South Korea)": None,
    "Russia (with Belarus)": None,
    "China (ICBC)": None,
    "Georgia (US state)": None,
    "Ukraine (not Russia)": None,
    "Germany (Bavaria)": None,
    "Japan (South Korea)": None,
    "Congolese civilians": None,
    "Áo": None,
    "Koreas": None,
    "Democratic Republic of Korea": None,
    "US, Japan": None,
    "false": None,
    "": None,
    "...": None,
}


@pytest.mark.parametrize(("text", "expected"), SPELLINGS.items())
def test_a_spelling_means_one_actor_or_nobody(text: str, expected: str | None) -> None:
    if expected is None:
        with pytest.raises(UnknownNameError):
            STANDARD.resolve(text)
    else:
        assert STANDARD.resolve(text).id == expected


@pytest.mark.parametrize("text", ["UN", "UNSC", "NATO", "EU", "IAEA", "ASEAN", "G7", "WHO", "ICC"])
def test_organisations_are_no_states(text: str) -> None:
    assert STANDARD.resolve(text).kind == "organization"


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("Korea", ("North Korea", "South Korea")),
        ("the Congo", ("DR Congo", "Republic of the Congo")),
        ("CS", ("Czechoslovakia", "Serbia and Montenegro")),
        ("AU", ("African Union", "Australia")),
        ("IS", ("Iceland", "Islamic State")),
        ("PA", ("Palestinian Authority", "Panama")),
        ("SA", ("Saudi Arabia", "South Africa")),
        ("Корея", ("North Korea", "South Korea")),
        ("Allies", ("Allies of World War I", "Allies of World War II")),
    ],
)
def test_an_ambiguous_name_lists_its_choices(text: str, choices: tuple[str, ...]) -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        STANDARD.resolve(text)
    assert caught.value.choices == choices
    assert str(caught.value) == f'"{text}" is ambiguous: write "{choices[0]}" or "{choices[1]}"'
    assert all(STANDARD.resolve(choice).name == choice for choice in choices)


def test_a_bracket_does_not_settle_an_ambiguous_name() -> None:
    with pytest.raises(AmbiguousNameError):
        STANDARD.resolve("Korea (peninsula)")


def test_a_missing_value_of_a_table_is_not_namibia() -> None:
    with pytest.raises(AmbiguousNameError, match='write "Namibia", or leave it out if it stands'):
        STANDARD.resolve("NA")
    assert STANDARD.resolve("NAM").name == "Namibia"


def test_an_unknown_name_has_suggestions_and_an_entry_to_add() -> None:
    with pytest.raises(UnknownNameError) as caught:
        STANDARD.resolve("Russsia")
    assert str(caught.value) == (
        'unknown actor "Russsia": did you mean "Russia"? Or add it to the top-level "actors" list: '
        "{id: russsia, name: Russsia, kind: organization}"
        "  # or kind: country, person, bloc, armed_group or people"
    )
    assert caught.value.certain == ""


def test_the_entry_has_the_kind_and_the_country_that_the_text_states() -> None:
    with pytest.raises(UnknownNameError) as caught:
        STANDARD.resolve("Azerbaijani Defence Ministry")
    entry = "name: Azerbaijani Defence Ministry, kind: organization, country: Azerbaijan}"
    assert str(caught.value).endswith(entry)


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("Japan, South Korea, and the United States", "[Japan, South Korea, United States]"),
        ("['Japan', 'South Korea']", "[Japan, South Korea]"),
        ("Japan|South Korea", "[Japan, South Korea]"),
        ("US-ROK", "[US, ROK]"),
        ("Armenia vs. Azerbaijan", "[Armenia, Azerbaijan]"),
        ("Armenia & Azerbaijan", "[Armenia, Azerbaijan]"),
        ("Armenia/Azerbaijan", "[Armenia, Azerbaijan]"),
        ("Armenia; Azerbaijan", "[Armenia, Azerbaijan]"),
        ("Bosnia and Herzegovina and Hamas", "[Bosnia and Herzegovina, Hamas]"),
        ("Korea, South, Japan", '["Korea, South", Japan]'),
        ("Serbia and Montenegro and Italy", ""),
    ],
)
def test_several_names_in_one_text_become_a_list(text: str, certain: str) -> None:
    with pytest.raises(UnknownNameError, match="is more than one actor: write") as caught:
        STANDARD.resolve(text)
    assert caught.value.certain == certain
    assert certain in str(caught.value)


@pytest.mark.parametrize(
    ("text", "year", "name"),
    [
        ("Republic of China", 1937, "China"),
        ("Republic of China", 1960, "Taiwan"),
        ("Korea", 1905, "Korea (to 1910)"),
        ("Turkey (Ottoman Empire)", 1914, "Ottoman Empire"),
        ("Turkey (Ottoman Empire)", 1950, "Türkiye"),
        ("Germany (Prussia)", 1866, "Prussia"),
        ("CS", 1968, "Czechoslovakia"),
        ("CS", 2004, "Serbia and Montenegro"),
        ("Allies", 1943, "Allies of World War II"),
        ("Japan", 1905, "Japan"),
    ],
)
def test_a_name_is_resolved_for_the_years_of_the_event(text: str, year: int, name: str) -> None:
    assert STANDARD.resolve(text, when=lambda: (year, year)).name == name


@pytest.mark.parametrize(("text", "year"), [("Korea", 1950), ("IS", 1960), ("Korea", 1930)])
def test_years_do_not_settle_every_name(text: str, year: int) -> None:
    with pytest.raises(AmbiguousNameError):
        STANDARD.resolve(text, when=lambda: (year, year))


@pytest.mark.parametrize(
    ("typo", "meant"),
    [
        ("Untied States", "United States"),
        ("Isreal", "Israel"),
        ("Phillipines", "Philippines"),
        ("Kazahstan (Republic)", "Kazakhstan"),
        ("Columbia", "Colombia"),
        ("Norht Korea", "North Korea"),
        ("League of Arab Sates", "Arab League"),
        ("Russian", "Russia"),
        ("Baku", "Azerbaijan"),
        ("the Kremlin", "Russia"),
        ("Houthiss", "Houthis"),
    ],
)
def test_the_likeliest_name_is_suggested_first(typo: str, meant: str) -> None:
    assert STANDARD.suggestions(typo)[0] == meant
    assert len(STANDARD.suggestions(typo)) <= 3


def test_a_common_beginning_is_no_similarity() -> None:
    assert STANDARD.suggestions("Republic of Myanmr") == ("Myanmar",)


@pytest.mark.parametrize(
    "name",
    *[
        (
            "KS",
            "USDA",
            "DPR",
            "AFGE",
            "Kurdistan",
            "Somalilands",
            "Georgia (US state)",
            "China (ICBC)",
        )
    ],
)
def test_other_names_are_not_mistaken_for_states(name: str) -> None:
    assert set(STANDARD.suggestions(name)) <= {"Somaliland"}


def test_ids_are_exact() -> None:
    assert STANDARD.get("AU").name == "African Union"
    assert STANDARD.get("PRK").name == "North Korea"
    with pytest.raises(UnknownNameError):
        STANDARD.get("prk")


def test_every_name_of_every_actor_leads_back_to_it() -> None:
    ambiguous = set()
    for actor in STANDARD:
        for text in actor.names:
            try:
                found = STANDARD.resolve(text)
                assert found is actor or text in {"ROC", "Republic of China"}, text
            except AmbiguousNameError:
                ambiguous.add(normalise(text))
    codes = {"cs", "au", "ai", "aq", "ec", "ga", "is", "me", "na", "pa", "sa", "sc"}
    assert ambiguous == codes | {"sk", "korea", "congo", "ira", "allies", "allied powers"}


def test_the_standard_directory_is_made_once() -> None:
    assert ActorDirectory.standard() is ActorDirectory.standard()
    assert len(list(STANDARD)) == len(STANDARD) == len({actor.id for actor in STANDARD})


LAVROV = Actor("lavrov", "Sergey Lavrov", "person", country="RUS", aliases=("Sergei Lavrov",))


def test_a_file_adds_its_own_actors() -> None:
    directory = STANDARD.with_actors([LAVROV])
    for text in ("lavrov", "Sergey  LAVROV", "Sergei Lavrov", "Sergey Lavrov (Russia)"):
        assert directory.resolve(text) is LAVROV
    assert directory.resolve("Russia").id == "RUS"
    with pytest.raises(UnknownNameError):
        STANDARD.resolve("lavrov")


def test_a_name_of_a_file_hides_the_same_name_of_the_table() -> None:
    korea = Actor("korea-1897", "Korean Empire", "country", aliases=("Korea", "US"))
    directory = STANDARD.with_actors([korea])
    assert directory.resolve("Korea") is korea
    assert directory.resolve("US") is korea
    assert directory.resolve("USA").id == "USA"


def test_a_state_may_get_another_display_name_and_keeps_its_other_names() -> None:
    directory = STANDARD.with_actors([Actor("TWN", "Chinese Taipei", "country", color="#123456")])
    for text in ("TW", "TWN", "Taiwan", "ROC", "Chinese Taipei"):
        assert directory.resolve(text) is directory.get("TWN")
    assert directory.get("TWN").name == "Chinese Taipei"
    assert directory.get("TWN").color == "#123456"


def test_a_row_that_only_gets_a_colour_keeps_the_rest() -> None:
    colours = {"RUS": "country", "SUN": "country", "NATO": "organization", "IMF": "organization"}
    directory = STANDARD.with_actors(
        Actor(id_, id_, kind, color="#c00") for id_, kind in colours.items()
    )
    for id_ in colours:
        row, own = STANDARD.get(id_), directory.get(id_)
        assert (own.name, own.members, own.active) == (row.name, row.members, row.active)
        assert own.color == "#c00"
        assert directory.resolve(row.name) is own


def test_an_ambiguous_name_stays_ambiguous_when_one_meaning_is_redefined() -> None:
    directory = STANDARD.with_actors([Actor("KOR", "Republic of Korea", "country")])
    with pytest.raises(AmbiguousNameError) as caught:
        directory.resolve("Korea")
    assert caught.value.choices == ("North Korea", "Republic of Korea")


def test_another_thing_under_a_known_id_does_not_take_over_the_other_names() -> None:
    cricket = Actor("ICC", "International Cricket Council", "organization")
    movement = Actor("NAM", "Non-Aligned Movement", "organization")
    directory = STANDARD.with_actors([cricket, movement])
    assert directory.resolve("ICC") is cricket
    for text in ("International Criminal Court", "Namibia"):
        with pytest.raises(UnknownNameError):
            directory.resolve(text)


def test_a_later_list_replaces_an_outline_of_the_same_actors() -> None:
    outline = Actor("PSE", "Palestinian Authority", "organization")
    directory = STANDARD.with_actors([outline, LAVROV])
    again = directory.with_actors([Actor("PSE", "Palestinian Authority", "country")])
    assert again.resolve("State of Palestine") is again.get("PSE")
    assert again.get("PSE").kind == "country"
    assert again.resolve("lavrov") is LAVROV


def test_two_own_actors_of_one_name_are_ambiguous() -> None:
    elder = Actor("bush-41", "George Bush", "person")
    younger = Actor("bush-43", "George Bush", "person")
    with pytest.raises(AmbiguousNameError, match='write "bush-41" or "bush-43"'):
        STANDARD.with_actors([elder, younger]).resolve("George Bush")


def test_names_that_are_compared_as_equal_are_told_apart_by_id() -> None:
    one, other = (
        Actor("wh1", "The White House", "organization"),
        Actor("wh2", "White House", "bloc"),
    )
    with pytest.raises(AmbiguousNameError, match='write "wh1" or "wh2"'):
        STANDARD.with_actors([one, other]).resolve("White House")


def test_a_group_that_a_file_lists_has_all_its_names() -> None:
    own = Actor("ham", "Hamas", "organization")
    directory = STANDARD.with_actors([own])
    assert directory.resolve("Islamic Resistance Movement") is own
    assert directory.resolve("حماس") is own


def test_the_people_of_a_state_have_an_id_that_leads_back() -> None:
    people = STANDARD.resolve("Civilians (Ukraine)")
    assert (people.kind, people.country) == ("people", "UKR")
    assert STANDARD.get(people.id) == people
    with pytest.raises(UnknownNameError):
        STANDARD.get("CIVILIANS-XXX")


def test_collisions_name_the_text_and_both_actors() -> None:
    kim = Actor("kim", "Kim Jong Un", "person", aliases=("The Leader", "kim jong-un"))
    khamenei = Actor("khamenei", "Ali Khamenei", "person", aliases=("leader", "the  LEADER"))
    assert collisions([LAVROV, kim, khamenei]) == [("leader", kim, khamenei)]
    assert collisions([LAVROV, kim]) == []


def test_actors_without_a_readable_name_do_not_collide() -> None:
    first = Actor("first", "First", "person", aliases=("...",))
    second = Actor("second", "Second", "person", aliases=("'",))
    assert collisions([first, second]) == []


def test_normalising_drops_what_writers_vary() -> None:
    assert normalise("  The  CÔTE–d’Ivoire. ") == "cote divoire"
    assert normalise("St. Vincent & the Grenadines") == "saint vincent and the grenadines"
    assert normalise("the") == "the"


def test_spellings_go_from_the_most_literal_to_the_least() -> None:
    assert spellings("Russia (Soviet Union)") == ("russia soviet union", "soviet union russia")
    assert spellings("Korea, Republic of") == ("korea republic of", "republic of korea")
    assert spellings("Ireland (Northern)") == ("ireland northern", "northern ireland")


@given(st.text(st.characters(max_codepoint=0x24F), max_size=40))
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(
    st.sampled_from(["Japan", "South Korea", "Guinea-Bissau", "Côte d'Ivoire", "Türkiye"]),
    st.sampled_from([str, str.upper, str.lower, str.title, "  {}  ".format, "The {}".format]),
    st.sampled_from(["", " ", ".", " (then)", " [sic]"]),
)
def test_case_spaces_articles_and_brackets_do_not_matter(
    name: str, change: Callable[[str], str], ending: str
) -> None:
    assert STANDARD.resolve(change(name) + ending).name == name
