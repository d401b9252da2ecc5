"""Chips: one for each choice that no menu shows, each leading to the selection without it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.analysis.choices import (
    both_ways,
    choose_nodes,
    list_chips,
    menu_choices,
)
from dashboard.page.chips import (
    draw_chips,
    draw_switches,
    draw_unknown,
    draw_window_problems,
)
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from tests.examples import shipped, tables_of
from tests.page.drawn import Drawn, drawn_text, links, of_class, of_tag

EVERYTHING = (
    "country=JPN&country=KOR&actor=PRK&type=visit&status=reported&text=north%20korea&dyad=RUS:PRK"
    "&as_known_on=2024&from=2023-10&to=2023-12"
)
WITH_A_PERSON = """
    actors: [{id: lavrov, name: Sergey Lavrov, kind: person, country: Russia}]
    events: [{date: 2023, title: A, actors: [lavrov], targets: [Japan]}]
    """


def drawn(selection: Selection, tables: Tables) -> list[Drawn]:
    chips = list_chips(selection, tables)
    return [*draw_chips(chips, both_ways(selection)), *draw_unknown(chips)]


def chips_of(query: str) -> dict[str, str]:
    """Where each chip leads, by its words."""
    selection = Selection.from_query(query, shipped())
    found = links(drawn(selection, shipped()))
    return {words.removesuffix("×"): href for words, href in found if words.endswith("×")}


def test_no_choice_has_no_chip() -> None:
    assert chips_of("") == {}
    assert chips_of("event=treaty&lanes=actor") == {}


def test_a_choice_without_a_control_has_a_chip_in_words() -> None:
    assert list(chips_of(EVERYTHING)) == ["with North Korea", "Russia → North Korea"]


def test_a_choice_with_a_menu_is_shown_by_the_menu() -> None:
    chosen = menu_choices(Selection.from_query(EVERYTHING, shipped()), shipped())
    assert chosen == {
        "country-filter": ": Japan +1",
        "type-filter": ": Official visit",
        "status-filter": ": reported",
        "known-on": ": 2024",
    }
    assert set(menu_choices(Selection(), shipped()).values()) == {""}


def test_the_window_has_no_chip_since_the_sentence_states_it() -> None:
    selection = Selection.from_query("from=2023-10&to=2023-12", shipped())
    assert list_chips(selection, shipped()) == ()
    assert "Oct 2023 – Dec 2023" in selection.describe(shipped())


def test_a_chip_removes_its_choice_and_nothing_else() -> None:
    tables = shipped()
    whole = Selection.from_query(f"{EVERYTHING}&lanes=actor&event=treaty", tables)
    left = [
        Selection.from_query(href, tables)
        for href in chips_of(f"{EVERYTHING}&lanes=actor&event=treaty").values()
    ]
    assert left == [replace(whole, actors=()), replace(whole, dyads=())]


def test_what_means_nothing_is_shown_with_the_reason_and_can_be_removed_one_by_one() -> None:
    tables = shipped()
    selection = Selection.from_query("country=Atlantis&colour=red&text=north", tables, strict=False)
    found = of_class(drawn(selection, tables), "chip-unknown")
    assert [drawn_text(chip) for chip in found] == [
        "unknown country: Atlantis×",
        "unknown colour: red×",
    ]
    reasons = [part for part in of_tag(drawn(selection, tables), "span") if part[1].get("id")]
    assert [reason[1]["id"] for reason in reasons] == [
        chip[1]["aria-describedby"] for chip in found
    ]
    assert "no country is called" in drawn_text(reasons[0])
    assert found[0][1]["href"] == "?text=north&colour=red"
    assert found[1][1]["href"] == "?text=north&country=Atlantis"


@pytest.mark.parametrize("value", ["<script>alert(1)</script>", "a&b=c", "ü%20"])
def test_unknown_values_come_back_as_they_were(value: str) -> None:
    tables = shipped()
    selection = Selection.from_query([("country", value), ("colour", "red")], tables, strict=False)
    _, colour = of_class(drawn(selection, tables), "chip-unknown")
    back = Selection.from_query(colour[1]["href"], tables, strict=False)
    assert [part[:2] for part in back.unknown] == [("country", value)]


def test_a_country_that_the_file_lacks_is_a_choice_like_any_other() -> None:
    chosen = menu_choices(Selection.from_query("country=Chile", shipped()), shipped())
    assert chosen["country-filter"] == ": Chile"


def test_a_dyad_can_be_looked_at_both_ways() -> None:
    tables = shipped()

    def both(query: str) -> list[str]:
        found = links(drawn(Selection.from_query(query, tables), tables))
        return [href for words, href in found if words == "Both ways"]

    assert both("dyad=RUS:PRK:conflict&event=treaty") == ["?dyad=PRK:RUS:both:conflict"]
    assert both("dyad=RUS:PRK:both") == both("dyad=RUS:*") == both("") == []


def test_nodes_are_switched_where_actors_differ_from_countries() -> None:
    tables = tables_of(WITH_A_PERSON)
    chosen = Selection.from_query("nodes=actor&dyad=lavrov:JPN&after=lavrov", tables)
    found = dict(links(draw_switches(choose_nodes(chosen, tables))))
    # Countries know neither the dyad of a person nor what followed on its acts.
    assert found == {"Countries": "?", "Actors": "?" + chosen.to_query()}
    assert choose_nodes(Selection(), tables_of("[{date: 2023, title: A, actors: [Japan]}]")) == ()


def test_a_switch_that_is_on_is_marked() -> None:
    switches = choose_nodes(Selection(nodes="actor"), tables_of(WITH_A_PERSON))
    drawn_switches = draw_switches(switches)
    marked = [drawn_text(each) for each in drawn_switches if each[1].get("aria-current")]
    assert marked == ["Actors"]


def test_a_value_that_is_too_long_is_shown_as_an_extract_and_no_link_carries_it() -> None:
    pairs = [("country", "a" * 250_000), ("colour", "red")]
    selection = Selection.from_query(pairs, shipped(), strict=False)
    found = of_class(drawn(selection, shipped()), "chip-unknown")
    assert drawn_text(found[0]) == f"unknown country: {'a' * 59}…×"
    assert "at most 300 are read: shorten it" in drawn_text(drawn(selection, shipped())[0])
    assert found[0][1]["href"] == found[1][1]["href"].replace("?", "?colour=red")


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("from=soon&to=2023", ["window-from-problem"]),
        ("from=20 Oktober&to=x", ["window-from-problem", "window-to-problem"]),
        ("as_known_on=soon&colour=red", []),
    ],
)
def test_an_end_of_the_window_that_is_not_a_date_has_a_message_with_the_form(
    query: str, ids: list[str]
) -> None:
    selection = Selection.from_query(query, shipped(), strict=False)
    found = draw_window_problems(selection.unknown)
    assert [part[1]["id"] for part in found] == ids
    assert all("write YYYY, YYYY-MM or YYYY-MM-DD" in drawn_text(part) for part in found)


def test_a_chip_is_named_by_what_it_removes() -> None:
    selection = Selection.from_query("actor=PRK&colour=red", shipped(), strict=False)
    chips = of_class(drawn(selection, shipped()), "chip")
    assert [chip[1]["aria-label"].translate({0x2068: None, 0x2069: None}) for chip in chips] == [
        "Remove with North Korea",
        "Remove unknown colour: red",
    ]
