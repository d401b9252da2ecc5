"""The card: who, when, where and what, who says so, and where it is written."""

from __future__ import annotations

import json

import pytest

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.evidence.event_card import describe_event
from dashboard.model.book import LINK_KINDS
from dashboard.model.labels import LINK_HEADINGS
from dashboard.page.card import draw_card
from dashboard.page.render import render_evidence
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from tests.examples import shipped, tables_of
from tests.figures.drawn import HOSTILE
from tests.page.drawn import HARMLESS_TAGS, Drawn, drawn_text, elements, of_class, of_tag
from tests.page.drawn import links as all_links


def card_of(tables: Tables, query: str) -> list[Drawn]:
    selection = Selection.from_query(query, tables)
    assert not selection.unknown
    return draw_card(describe_event(tables, selection))


def links(part: list[Drawn]) -> dict[str, str]:
    """Address by text of each link."""
    return dict(all_links(part))


def facts(shown: list[Drawn]) -> dict[str, str]:
    """The table of facts, name to value."""
    names, values = (list(map(drawn_text, of_tag(shown, kind))) for kind in ("dt", "dd"))
    return dict(zip(names, values, strict=True))


def fact_of(name: str, event: str) -> str:
    tables = tables_of(f"[{{title: An act, actors: [Japan], {event}}}]")
    return facts(card_of(tables, f"event={tables.events['id'].iat[0]}"))[name]


def dates(shown: list[Drawn]) -> str:
    return drawn_text(of_class(shown, "card-dates"))


def acts(shown: list[Drawn]) -> str:
    """Who acts on whom, the type and the score."""
    return drawn_text(of_class(shown, "card-acts"))


def dates_of(event: str) -> str:
    tables = tables_of(f"[{{title: An act, actors: [Japan], {event}}}]")
    return dates(card_of(tables, f"event={tables.events['id'].iat[0]}"))


def headings(shown: list[Drawn]) -> list[str]:
    return [drawn_text(heading) for heading in of_tag(shown, "h3")]


def test_no_event_has_no_card() -> None:
    assert card_of(shipped(), "") == []
    assert describe_event(shipped(), Selection(event="gone")) is None


def test_a_card_says_who_did_what_to_whom_when_and_where() -> None:
    shown = card_of(shipped(), "event=troops-sent")
    assert dates(shown) == "8–13 Oct 2024, known 18 Oct 24"
    assert acts(shown) == "? North Korea → Russia (aimed at Ukraine) · Military aid · score +8.3"
    assert facts(shown)["Where"] == "Vladivostok, Russia"
    assert facts(shown)["In the file"].startswith("line ")
    counts = drawn_text(of_class(shown, "counted"))
    assert "material cooperation · CAMEO 0" in counts
    assert "score +8.3 on a scale from −10 to +10" in counts


def test_a_person_is_named_with_the_country_it_counts_for() -> None:
    tables = tables_of("""
        actors: [{id: lavrov, name: Sergey Lavrov, kind: person, country: Russia}]
        events: [{id: a, date: 2023, title: A visit, actors: [lavrov], targets: [North Korea]}]
        """)
    shown = card_of(tables, "event=a")
    assert acts(shown).startswith(" Sergey Lavrov (Russia) → North Korea")
    assert links(shown)["Sergey Lavrov"] == "?country=RUS&event=a"


def test_a_name_filters_by_its_country_and_keeps_the_card_open() -> None:
    shown = card_of(shipped(), "event=treaty&status=confirmed&country=USA&match=all")
    found = Selection.from_query(links(shown)["Russia"], shipped())
    assert found.countries == ("RUS",)
    assert (found.match, found.statuses, found.event) == ("any", ("confirmed",), "treaty")


def test_the_card_can_be_closed_and_nothing_else_changes() -> None:
    shown = card_of(shipped(), "event=treaty&status=confirmed&lanes=actor")
    (close,) = of_class(shown, "card-close")
    assert close[1]["href"] == "?status=confirmed&lanes=actor"
    assert close[1]["aria-label"] == "Close this event"


@pytest.mark.parametrize(
    ("event", "when"),
    [
        ("date: 2023-10-26", "26 Oct 2023"),
        ("date: 2023-09-07/2023-10-01", "7 Sep – 1 Oct 2023"),
        ("date: 2023-10", "Oct 2023"),
        ("date: 2023-10~", "about Oct 2023"),
        ("date: -0043-03-15", "15 Mar 44 BCE"),
        ("date: 2022-02-24/..", "since 24 Feb 2022"),
        ("date: '[2023-09-01..2023-09-10]'", "between 1 and 10 Sep 2023"),
        ("date: 2023-11-21T22:42+09:00", "21 Nov 2023, 22:42 (UTC+09:00)"),
    ],
)
def test_dates_are_said_in_words(event: str, when: str) -> None:
    assert dates_of(event) == when


@pytest.mark.parametrize(
    ("event", "known"),
    [
        ("date: 2023-10-01, known: 2023-10-18", "18 Oct 23"),
        ("date: 2023-10-01, known: 2023-10-18, tz: Asia/Seoul", "18 Oct 23"),
        ("date: 2023-10-01, known: 2023-10-18, tz: America/New_York", "18 Oct 23"),
        ("date: -0049-01-10, known: -0048, tz: Europe/Rome", "1 Jan 49 BCE"),
    ],
)
def test_what_became_public_later_says_since_when_in_its_zone(event: str, known: str) -> None:
    assert dates_of(event).endswith(f", known {known}")


def test_what_was_public_at_once_does_not_say_so() -> None:
    assert dates_of("date: 2023-10-01") == "1 Oct 2023"


@pytest.mark.parametrize(
    ("event", "has_zone"),
    [
        ("date: 2023-10-26, tz: Asia/Seoul", True),
        ("date: 2023-10-26", False),
        ("date: 2023-10, tz: Asia/Seoul", False),
    ],
)
def test_a_day_has_the_zone_in_which_it_is_meant(event: str, has_zone: bool) -> None:
    tables = tables_of(f"[{{id: a, title: An act, actors: [Japan], {event}}}]")
    assert ("Time zone" in facts(card_of(tables, "event=a"))) == has_zone


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
    said = [drawn_text(item) for item in of_tag(claims, "li")]
    assert len(said) == 4
    assert said[0].startswith("18 Oct 24 South Korea asserts")
    assert "denies" in said[2]
    assert of_class(claims, "stance-denies")


def test_several_who_make_a_claim_have_a_verb_in_the_plural() -> None:
    claims = of_class(card_of(shipped(), "event=container-shipments"), "claim")
    heads = [drawn_text(of_class(claim, "claim-head")) for claim in claims]
    assert "26 Oct 23 South Korea, Japan, United States confirm" in heads


def test_the_first_of_several_denials_is_marked() -> None:
    claims = of_class(card_of(shipped(), "event=container-shipments"), "claim")
    first = [claim for claim in claims if drawn_text(claim).startswith("17 Oct 23")]
    marked = [claim for claim in claims if " denies first" in drawn_text(claim)]
    assert marked == first
    one = "- {id: a, date: 2023, title: T, actors: Japan, claims: [{by: Chile, stance: denies}]}"
    (only,) = of_class(card_of(tables_of(one), "event=a"), "claim-head")
    assert drawn_text(only) == " Chile denies"


def test_further_claims_are_folded_below_the_first_six() -> None:
    shown = card_of(shipped(), "event=container-shipments")
    lists = [len(of_tag(part, "li")) for part in of_class(shown, "claims")]
    assert lists == [6, 2]
    assert "2 more claims" in map(drawn_text, of_tag(shown, "summary"))


def test_a_claim_names_its_source_with_the_number_of_the_list() -> None:
    tables = tables_of("""
        sources: [{id: one, title: A report, publisher: An agency, url: "https://a.example/"}]
        events:
          - id: a
            date: 2023
            title: An act
            actors: [Japan]
            sources: [{title: Own}, one]
            claims:
              - {by: Chile, stance: asserts, source: one}
              - {by: Peru, stance: denies, note: No, source: {author: A. Writer}}
        """)
    shown = card_of(tables, "event=a")
    said = [drawn_text(claim) for claim in of_class(shown, "claim")]
    assert said == [" Chile assertsAn agency [2]", " Peru deniesNo · A. Writer [3]"]
    items = of_tag(of_class(shown, "sources"), "li")
    assert [(item[1]["value"], drawn_text(item)) for item in items] == [
        ("1", "Own"),
        ("2", "A report · An agency"),
        ("3", "A. Writer"),
    ]
    assert links(of_class(shown, "claims")) == {"An agency": "https://a.example/"}


def test_sources_are_shown_at_once_where_no_claim_links_to_them() -> None:
    sources = ", ".join(f"https://example.org/{number}" for number in range(5))
    event = f"{{id: a, date: 2023, title: T, actors: [Japan], sources: [{sources}]"
    for claims, is_open in (("}", True), (", claims: [{by: Chile, stance: denies}]}", False)):
        shown = card_of(tables_of(f"[{event}{claims}]"), "event=a")
        (folder,) = (
            each for each in of_tag(shown, "details") if drawn_text(each).startswith("5 sources")
        )
        assert ("open" in folder[1]) == is_open


def test_a_long_description_is_folded_and_whole() -> None:
    text = "A sentence about it. " * 12
    tables = tables_of(f"[{{id: a, date: 2023, title: T, actors: [Japan], description: {text}}}]")
    (folder,) = of_class(card_of(tables, "event=a"), "folded")
    assert drawn_text(folder) == text.strip()
    assert of_class(card_of(shipped(), "event=peskov-no-proof"), "description")


def test_the_card_names_what_it_is_about_for_linking() -> None:
    (card,) = of_class(card_of(shipped(), "event=treaty"), "card")
    assert card[1]["data-event"] == "treaty"
    assert set(card[1]["data-actors"].split("|")) == {"PRK", "RUS"}
    assert card[1]["data-dyads"] == "PRK:RUS"
    named = {
        drawn_text(each): each[1]["data-actor"] for each in of_tag(of_class(card, "card-acts"), "a")
    }
    assert named == {"North Korea": "PRK", "Russia": "RUS"}
    assert [row[1]["data-dyad"] for row in of_tag(of_class(card, "dyads"), "tr")[1:]] == ["PRK:RUS"]


def test_a_card_of_a_day_says_what_was_known_then_and_counts_the_rest() -> None:
    tables = Dataset(
        tables_of("""
        - id: a
          date: 2023-09
          known: 2023-10-13
          title: Deliveries
          actors: [North Korea]
          description: By one account.
          claims:
            - {by: Russia, stance: denies, date: 2023-10-17, source: {title: Later}}
            - {by: United States, stance: asserts, date: 2023-10-13, source: {title: Early}}
            - {by: Chile, stance: denies}
          sources: [{title: Known, date: 2023-10-14}, {title: Late, date: 2023-10-15}]
        - {id: b, date: 2023-10-15, title: B, actors: [Japan], links: {responds_to: a, follows: a}}
        """)
    ).as_known_on("2023-10-14")
    shown = card_of(tables.tables, "event=a&as_known_on=2023-10-14")
    assert [drawn_text(badge) for badge in of_class(shown, "badge-alleged")] == ["alleged"]
    assert [drawn_text(item) for item in of_tag(of_class(shown, "claims"), "li")] == [
        "13 Oct 23 United States asserts"
    ]
    items = [drawn_text(item) for item in of_tag(of_class(shown, "sources"), "li")]
    assert items == ["Known · 14 October 2023"]
    assert headings(shown) == [
        "Who says so",
        "1 source",
        "How it counts: no dyad: nobody else takes part",
    ]
    assert (
        "As known on 14 October 2023. Title and description may have been written later, and say "
        "more than was known. Left out: 1 later claim, 1 undated claim, 1 later source, "
        "1 undated source and 2 links to later events."
    ) in drawn_text(shown)


def test_an_open_event_that_was_not_known_says_so_instead_of_its_card() -> None:
    query = "event=treaty&as_known_on=2023-10-14&lanes=type"
    shown = render_evidence(Dataset(shipped()), query, 1, None, False)["evidence"]["event-details"]
    assert "Not known on 14 October 2023</h2>" in shown
    assert "treaty" not in shown
    assert 'href="?as_known_on=2023-10-14&amp;lanes=type"' in shown


def test_the_card_of_a_whole_file_leaves_nothing_out_and_lists_claims_by_date() -> None:
    shown = card_of(shipped(), "event=container-shipments")
    assert "As known on" not in drawn_text(shown)
    days = [drawn_text(each) for each in of_class(shown, "claim-date")]
    assert days[:2] == ["13 Oct 23", "17 Oct 23"]
    assert len(days) == 8


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
    first, second, third = (drawn_text(item) for item in of_tag(sources, "li"))
    assert first == "https://example.org/only-an-address"
    assert second == (
        "A report · An agency · A. Writer · 14 October 2023 · archived copy · B: usually reliable"
    )
    assert third == "A book without an address"
    for link in of_tag(sources, "a"):
        assert link[1]["rel"] == "noopener noreferrer"
        assert link[1]["target"] == "_blank"
        assert link[1]["href"].startswith("https://")


def test_an_event_without_sources_says_so() -> None:
    tables = tables_of("[{id: a, date: 2023, title: An act, actors: [Japan]}]")
    assert "No source is given." in drawn_text(card_of(tables, "event=a"))


@pytest.mark.parametrize("kind", LINK_KINDS)
def test_linked_events_are_named_on_both_cards(kind: str) -> None:
    tables = tables_of(f"""
        - {{id: a, date: 2023, title: The first, actors: [Japan]}}
        - {{id: b, date: 2024, title: The second, actors: [Japan], links: {{{kind}: [a]}}}}
        """)
    for event, other, heading in zip("ba", "ab", LINK_HEADINGS[kind], strict=True):
        shown = card_of(tables, f"event={event}")
        assert heading in headings(shown)
        (items,) = of_class(shown, "links")
        title, when = ("The first", "2023") if other == "a" else ("The second", "2024")
        assert drawn_text(items) == f"{when}{title}"
        assert links(items) == {title: f"?event={other}"}


def test_links_of_one_kind_share_a_heading() -> None:
    tables = tables_of("""
        - {id: a, date: 2023, title: A, actors: [Japan]}
        - {id: b, date: 2024, title: B, actors: [Japan], links: {responds_to: a}}
        - {id: c, date: 2025, title: C, actors: [Japan], links: {responds_to: a, follows: a}}
        """)
    shown = card_of(tables, "event=a")
    assert headings(shown)[:2] == ["Answered by", "Continued by"]
    assert list(map(drawn_text, of_class(shown, "links"))) == ["2024B2025C", "2025C"]


def test_the_status_is_explained() -> None:
    shown = card_of(shipped(), "event=container-shipments")
    assert [drawn_text(badge) for badge in of_class(shown, "badge-disputed")] == ["disputed"]
    assert "asserted by some, denied by others" in drawn_text(shown)


def test_every_event_of_the_shipped_file_has_a_card() -> None:
    tables = shipped()
    for id_, title in zip(tables.events["id"], tables.events["title"], strict=True):
        shown = card_of(tables, f"event={id_}")
        assert drawn_text(of_tag(shown, "h2")) == title
        assert dates(shown)
        assert " · " in acts(shown)


def test_markup_of_a_file_is_text_and_never_an_element() -> None:
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
    assert drawn_text(shown).count(HOSTILE) == 5
    assert {tag for tag, *_ in elements(shown)} <= HARMLESS_TAGS | {
        "article",
        "circle",
        "g",
        "h2",
        "path",
        "strong",
    }


def test_an_event_can_be_edited_from_its_card_in_edit_mode() -> None:
    card = describe_event(shipped(), Selection(event="treaty"))
    edit, copy = of_tag(draw_card(card, edits=True), "button")
    assert (edit[1]["data-edit"], drawn_text(edit)) == ("treaty", "Edit")
    assert (copy[1]["data-copy"], drawn_text(copy)) == ("treaty", "Duplicate")
    assert of_tag(draw_card(card), "button") == []


def test_text_of_the_file_keeps_its_direction_to_itself() -> None:
    turning = "\u202eהצבא"
    tables = tables_of(f"""
        actors: [{{id: army, name: "{turning}", kind: person, country: Israel}}]
        events:
          - id: a
            date: 2023
            title: "{turning}"
            description: "{turning}"
            actors: [army]
            targets: [Japan]
            place: "{turning}"
            sources: [{{title: "{turning}"}}]
            claims: [{{by: [army], stance: denies, note: "{turning}"}}]
          - {{id: b, date: 2024, title: "{turning}", actors: [army], links: {{follows: [a]}}}}
        """)
    shown = card_of(tables, "event=a")
    alone = [each for each in elements(shown) if each[2] == [turning]]
    assert len(alone) >= 7
    assert {each[0] for each in alone if each[0] != "bdi"} == {"h2", "p", "span", "a"}
    assert all(each[0] == "bdi" or each[1]["dir"] == "auto" for each in alone)
    for each in elements(shown):
        for part in (*each[1].values(), *each[2]):
            if isinstance(part, str) and turning in part and each not in alone:
                assert f"\u2068{turning}\u2069" in part


def test_a_whole_card_goes_through_json_and_keeps_its_words() -> None:
    for id_ in shipped().events["id"]:
        parts = card_of(shipped(), f"event={id_}")
        assert json.loads(json.dumps(parts)) == parts


def test_of_very_many_links_the_first_are_listed_and_the_rest_counted() -> None:
    answers = "".join(
        f"- {{id: b{number}, date: 2024, title: B, actors: Chile, links: {{responds_to: a}}}}\n"
        for number in range(250)
    )
    tables = tables_of(f"- {{id: a, date: 2023, title: A, actors: Japan}}\n{answers}")
    shown = card_of(tables, "event=a")
    assert len(of_tag(of_class(shown, "links"), "li")) == 200
    assert "and 50 more" in drawn_text(shown)


def test_a_card_states_how_its_event_counts_for_the_nodes_that_are_shown() -> None:
    tables = tables_of("""
        actors: [{id: lavrov, name: Lavrov, kind: person, country: Russia}]
        events: [{id: a, date: 2023, title: A, type: condemn, actors: [lavrov, Iran],
                  targets: [Japan], aimed_at: [Peru]}]
        """)
    for query, russia in (("event=a", "Russia"), ("event=a&nodes=actor", "Lavrov")):
        (part,) = of_class(card_of(tables, query), "counted")
        assert drawn_text(of_tag([part], "summary")[0]) == "How it counts: 5 dyads"
        rows = [
            [drawn_text(cell) for cell in line[2]] for line in of_tag(of_tag([part], "tbody"), "tr")
        ]
        assert [row[:2] for row in rows if "joint" not in row[2]] == [
            ["Iran → Japan", "−2"],
            ["Iran → Peru", "−7.2"],
            [f"{russia} → Japan", "−2"],
            [f"{russia} → Peru", "−7.2"],
        ]
        (joint,) = (row for row in rows if "joint" in row[2])
        assert (sorted(joint[0].split(" ↔ ")), joint[1]) == (sorted(["Iran", russia]), "+1")


def test_a_card_of_an_event_without_a_dyad_says_why() -> None:
    tables = tables_of("- {id: a, date: 2023, title: A, actors: [Japan]}")
    (part,) = of_class(card_of(tables, "event=a"), "counted")
    assert "How it counts: no dyad" in drawn_text(part)
    assert of_tag(part, "table") == []
