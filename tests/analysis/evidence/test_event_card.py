"""The card as a specification: words, ids and queries, without any markup."""

from __future__ import annotations

from dashboard.analysis.evidence.event_card import ClaimLine, LinkLine, SourceLine, describe_event
from dashboard.analysis.evidence.event_facts import Fact, Party
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
    assert card.facts[0] == Fact("When", "1 October 2023")
    assert card.facts[1] == Fact(
        "Actors", parties=(Party("Sergey Lavrov", "Russia", "country=RUS&status=reported&event=a"),)
    )
    assert card.facts[2].parties[0].country == ""
    assert Fact("Score", "-2.5 on a scale from −10 to +10") in card.facts
    source = SourceLine("T", "https://example.org/", ("P",), "", "B: usually reliable")
    assert card.claims == (
        ClaimLine(
            by=("Chile",),
            stance="declines_to_comment",
            words="declines to comment",
            meaning="was asked and did not answer",
            when="2 October 2023",
            note="Nothing",
            source=source,
        ),
    )
    assert card.links == (
        LinkLine("broken by", "Another", "status=reported&event=b", "2024 · Peru"),
    )


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
    names = ["When", "Actors", "Target", "What", "Score", "Where", "Known since", "Tags"]
    assert [fact.name for fact in card.facts] == [*names, "In the file"]
    assert card.facts[-2].text == "high seas, \u2068بحر\u2069, arms"
