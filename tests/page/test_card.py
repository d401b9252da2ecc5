"""The card: who, when, where and what, who says so, and where it is written."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard.model.book import LINK_KINDS
from dashboard.page.card import card
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from tests.examples import shipped, tables_of
from tests.figures.drawn import HOSTILE
from tests.page.components import Part, every, links, of_class, of_kind, text


def card_of(tables: Tables, query: str) -> list[Part]:
    selection = Selection.from_query(query, tables)
    assert not selection.unknown
    return card(tables, selection)


def facts(shown: list[Part]) -> dict[str, str]:
    """The table of facts, name to value."""
    names, values = (list(map(text, of_kind(shown, kind))) for kind in ("Dt", "Dd"))
    return dict(zip(names, values, strict=True))


def fact_of(name: str, event: str) -> str:
    tables = tables_of(f"[{{title: An act, actors: [Japan], {event}}}]")
    return facts(card_of(tables, f"event={tables.events['id'].iat[0]}"))[name]


def headings(shown: list[Part]) -> list[str]:
    return [text(heading) for heading in of_kind(shown, "H3")]


def test_no_event_has_no_card() -> None:
    assert card_of(shipped(), "") == []
    assert card(shipped(), Selection(event="gone")) == []


def test_a_card_says_who_did_what_to_whom_when_and_where() -> None:
    found = facts(card_of(shipped(), "event=troops-sent"))
    assert found["When"].startswith("8–13 October 2024")
    assert found["Known since"] == "18 October 2024"
    assert (found["Acts"], found["Target"], found["Aimed at"]) == (
        "North Korea",
        "Russia",
        "Ukraine",
    )
    assert found["Where"] == "Vladivostok, Russia"
    assert "material cooperation" in found["What"]
    assert "CAMEO 0" in found["What"]
    assert found["Score"].startswith("+8.3 on the Goldstein scale")
    assert found["In the file"].startswith("line ")


def test_a_person_is_named_with_the_country_it_counts_for() -> None:
    tables = tables_of("""
        actors: [{id: lavrov, name: Sergey Lavrov, kind: person, country: Russia}]
        events: [{id: a, date: 2023, title: A visit, actors: [lavrov], targets: [North Korea]}]
        """)
    shown = card_of(tables, "event=a")
    assert facts(shown)["Acts"] == "Sergey Lavrov (Russia)"
    assert links(shown)["Sergey Lavrov"] == "?country=RUS&event=a"


def test_a_name_filters_by_its_country_and_keeps_the_card_open() -> None:
    shown = card_of(shipped(), "event=treaty&status=confirmed&country=USA&match=all")
    found = Selection.from_query(links(shown)["Russia"], shipped())
    assert found.countries == ("RUS",)
    assert (found.match, found.statuses, found.event) == ("any", ("confirmed",), "treaty")


def test_the_card_can_be_closed_and_nothing_else_changes() -> None:
    shown = card_of(shipped(), "event=treaty&status=confirmed&lanes=actor")
    (close,) = of_class(shown, "card-close")
    assert close.href == "?status=confirmed&lanes=actor"
    assert getattr(close, "aria-label") == "Close this event"


@pytest.mark.parametrize(
    ("event", "when"),
    [
        ("date: 2023-10-26", "26 October 2023"),
        ("date: 2023-10-26, tz: Asia/Seoul", "26 October 2023 (Asia/Seoul)"),
        ("date: 2023-10", "October 2023"),
        ("date: 2023-10~, tz: Asia/Seoul", "about October 2023"),
        ("date: -0043-03-15", "15 March 44 BCE"),
        ("date: 2022-02-24/..", "since 24 February 2022"),
        ("date: 2023-11-21T22:42+09:00", "21 November 2023, 22:42 (UTC+09:00)"),
    ],
)
def test_dates_are_said_in_words(event: str, when: str) -> None:
    assert fact_of("When", event) == when


@pytest.mark.parametrize(
    ("event", "known"),
    [
        ("date: 2023-10-01, known: 2023-10-18", "18 October 2023"),
        ("date: 2023-10-01, known: 2023-10-18, tz: Asia/Seoul", "18 October 2023"),
        ("date: 2023-10-01, known: 2023-10-18, tz: America/New_York", "18 October 2023"),
        ("date: -0049-01-10, known: -0048, tz: Europe/Rome", "1 January 49 BCE"),
    ],
)
def test_what_became_public_later_says_since_when_in_its_zone(event: str, known: str) -> None:
    assert fact_of("Known since", event) == known


def test_what_was_public_at_once_does_not_say_so() -> None:
    tables = tables_of("[{id: a, date: 2023-10-01, title: An act, actors: [Japan]}]")
    assert "Known since" not in facts(card_of(tables, "event=a"))


@pytest.mark.parametrize(
    ("place", "where"),
    [
        ("Vladivostok", "Vladivostok"),
        ("{name: Vladivostok, country: Russia}", "Vladivostok, Russia"),
        ("{name: 'Moscow, Russia', country: Russia}", "Moscow, Russia"),
    ],
)
def test_a_place_names_its_country_once(place: str, where: str) -> None:
    assert fact_of("Where", f"date: 2023, place: {place}") == where


def test_claims_say_who_says_what_when_and_where() -> None:
    shown = card_of(shipped(), "event=troops-sent")
    assert "Who says so" in headings(shown)
    (claims,) = of_class(shown, "claims")
    said = [text(item) for item in of_kind(claims, "Li")]
    assert len(said) == 4
    assert said[0].startswith("South Korea asserts · 18 October 2024")
    assert "denies" in said[2]
    assert of_class(claims, "stance-denies")


def test_claims_made_later_than_what_was_known_on_a_day_are_left_out() -> None:
    later, sooner = (
        len(of_kind(of_class(card_of(shipped(), f"event=troops-sent{known}"), "claims"), "Li"))
        for known in ("", "&as_known_on=2024-10-20")
    )
    assert sooner < later


def test_sources_are_links_that_tell_nothing_of_this_page() -> None:
    tables = tables_of("""
        - id: a
          date: 2023
          title: An act
          actors: [Japan]
          sources:
            - https://example.org/only-an-address
            - title: A report
              publisher: An agency
              author: A. Writer
              date: 2023-10-14
              url: https://example.org/report
              archive_url: https://archive.example/report
              reliability: B
            - publisher: A book without an address
        """)
    shown = card_of(tables, "event=a")
    (sources,) = of_class(shown, "sources")
    first, second, third = (text(item) for item in of_kind(sources, "Li"))
    assert first == "https://example.org/only-an-address"
    assert second == (
        "A report · An agency · A. Writer · 14 October 2023 · archived copy · B: usually reliable"
    )
    assert third == "A book without an address"
    for link in of_kind(sources, "A"):
        assert link.rel == "noopener noreferrer"
        assert link.target == "_blank"
        assert link.href.startswith("https://")


def test_an_event_without_sources_says_so() -> None:
    tables = tables_of("[{id: a, date: 2023, title: An act, actors: [Japan]}]")
    assert "No source is given." in text(card_of(tables, "event=a"))


@pytest.mark.parametrize("kind", LINK_KINDS)
def test_linked_events_are_named_on_both_cards(kind: str) -> None:
    tables = tables_of(f"""
        - {{id: a, date: 2023, title: The first, actors: [Japan]}}
        - {{id: b, date: 2024, title: The second, actors: [Japan], links: {{{kind}: [a]}}}}
        """)
    (forth,), (back,) = (of_class(card_of(tables, f"event={id_}"), "links") for id_ in "ba")
    assert text(forth) == f"{LINK_KINDS[kind]} The first · 2023 · Japan"
    assert text(back).endswith("The second · 2024 · Japan")
    assert links(forth) == {"The first": "?event=a"}
    assert links(back) == {"The second": "?event=b"}


def test_the_status_is_explained() -> None:
    shown = card_of(shipped(), "event=container-shipments")
    assert [text(badge) for badge in of_class(shown, "badge-disputed")] == ["disputed"]
    assert "asserted by some, denied by others" in text(shown)


def test_every_event_of_the_shipped_file_has_a_card() -> None:
    tables = shipped()
    for id_, title in zip(tables.events["id"], tables.events["title"], strict=True):
        shown = card_of(tables, f"event={id_}")
        assert text(of_kind(shown, "H2")) == title
        assert np.isin(["When", "Acts", "What", "Score"], list(facts(shown))).all()


def test_markup_of_a_file_is_text_and_never_a_component() -> None:
    tables = tables_of(f"""
        - id: a
          date: 2023
          title: '{HOSTILE}'
          description: '{HOSTILE}'
          place: '{HOSTILE}'
          tags: ['<i>x</i>']
          actors: [Japan]
          claims: [{{by: [Chile], stance: denies, note: '{HOSTILE}'}}]
          sources: [{{title: '{HOSTILE}', url: 'https://example.org/'}}]
        """)
    shown = card_of(tables, "event=a")
    assert text(shown).count(HOSTILE) == 5
    kinds = {type(each).__name__ for each in every(shown)}
    assert not kinds & {"DangerouslySetInnerHTML", "Markdown", "Img", "Script"}


def test_of_very_many_links_the_first_are_listed_and_the_rest_counted() -> None:
    answers = "".join(
        f"- {{id: b{number}, date: 2024, title: B, actors: Chile, links: {{responds_to: a}}}}\n"
        for number in range(250)
    )
    tables = tables_of(f"- {{id: a, date: 2023, title: A, actors: Japan}}\n{answers}")
    (links,) = of_class(card(tables, Selection(event="a")), "links")
    items = [text(item) for item in of_kind(links, "Li")]
    assert len(items) == 201
    assert items[-1] == "and 50 more"
