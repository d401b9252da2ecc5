"""The card as a specification: words, ids and queries, without any markup."""

from __future__ import annotations

from dashboard.analysis.evidence.event_card import LinkLine, describe_event
from dashboard.analysis.evidence.event_claims import ClaimLine, SourceLine, Speaker
from dashboard.analysis.evidence.event_facts import Party
from dashboard.model.codes import Role
from dashboard.query.selection import Selection
from tests.examples import shipped, tables_of


def test_a_card_is_the_words_of_an_event() -> None:
    tables = tables_of("""
        actors: [{id: lavrov, name: Sergey Lavrov, kind: person, country: Russia}]
        events:
          - id: a
            date: 2023-10-01
            title: An act
            type: condemn
            score: -2.5
            actors: [lavrov]
            targets: [Japan]
            claims:
              - by: [Chile]
                stance: declines_to_comment
                date: 2023-10-02
                note: Nothing
                source: {title: T, publisher: P, url: "https://example.org/", reliability: B}
          - {id: b, date: 2024, title: Another, actors: [Peru], links: {violates: [a]}}
        """)
    card = describe_event(tables, Selection.from_query("event=a&status=reported", tables))
    assert card is not None
    assert (card.id, card.title, card.closed) == ("a", "An act", "status=reported")
    assert (card.dates, card.type.id, card.score) == (("1 Oct 2023",), "condemn", -2.5)
    query = "country=RUS&status=reported&event=a"
    assert card.parties[Role.ACTOR] == (Party("Sergey Lavrov", "RUS", "Russia", query),)
    assert card.parties[Role.TARGET][0].country == ""
    assert Role.AIMED_AT not in card.parties
    source = SourceLine(1, "T", "P", "https://example.org/", ("P",), "", "B: usually reliable")
    assert card.sources == (source,)
    assert card.claims == (
        ClaimLine(
            by=(Speaker("Chile", "CHL"),),
            stance="declines_to_comment",
            words="declines to comment",
            meaning="was asked and did not answer",
            is_first_denial=False,
            when="2 Oct 23",
            day="2 October 2023",
            note="Nothing",
            source=source,
        ),
    )
    assert card.links == (
        LinkLine("Broken by", "b", "Another", "", "2024", "status=reported&event=b"),
    )


def test_a_party_is_linked_to_the_node_that_the_charts_have_for_it() -> None:
    tables = tables_of("""
        actors: [{id: lavrov, name: Sergey Lavrov, kind: person, country: Russia}]
        events: [{id: a, date: 2023, title: T, actors: [lavrov], targets: [Japan]}]
        """)
    for nodes, node in (("country", "RUS"), ("actor", "lavrov")):
        card = describe_event(tables, Selection(event="a", nodes=nodes))
        assert card is not None
        assert card.parties[Role.ACTOR][0].node == node
        assert card.linked.dyads == ":".join(sorted([node, "JPN"]))


def test_no_event_has_no_card() -> None:
    assert describe_event(shipped(), Selection()) is None


def test_facts_are_in_the_order_of_the_fields_of_the_file() -> None:
    tables = tables_of("""
        - id: a
          date: 2023-10-01
          title: An act
          actors: [Japan]
          targets: [Chile]
          known: 2023-11
          place: Oslo
          tags: [high seas, "بحر", arms]
        """)
    card = describe_event(tables, Selection(event="a"))
    assert card is not None
    facts = [(fact.name, fact.text) for fact in card.facts]
    assert facts == [("Where", "Oslo"), ("Tags", "high seas, \u2068بحر\u2069, arms")]
