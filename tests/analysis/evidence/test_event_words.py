"""Words for events: who acts on whom, and summaries."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard.analysis.evidence.event_words import EventSummary, name_parties, summarize_events
from dashboard.model.event_types import event_types
from tests.examples import shipped, tables_of


def summary_of(events: str) -> EventSummary:
    (summary,) = summarize_events(tables_of(events), np.array([0]))
    return summary


def test_a_summary_says_what_who_when_and_on_what_evidence() -> None:
    tables = shipped()
    row = tables.row_of["joint-statement"]
    assert summarize_events(tables, np.array([row])) == (
        EventSummary(
            id="joint-statement",
            title="Joint statement condemns arms transfers",
            parties="United States, Japan, South Korea → North Korea, Russia",
            occasion=f"26 October 2023 · {event_types()['condemn'].label} · −2.0",
            standing=f"confirmed · {tables.source_counts[row]} sources",
        ),
    )


def test_a_summary_has_a_line_for_each_fact() -> None:
    summary = EventSummary("a", "A visit", "Japan → Chile", "2023 · Visit", "reported · 1 source")
    assert summary.sentence == "A visit.\nJapan → Chile.\n2023 · Visit.\nreported · 1 source"


@pytest.mark.parametrize(
    ("sources", "standing"),
    [
        ("", "reported · 0 sources"),
        ("https://a.example/", "reported · 1 source"),
        ("https://a.example/, https://b.example/", "reported · 2 sources"),
    ],
)
def test_one_source_is_singular(sources: str, standing: str) -> None:
    event = f"- {{date: 2023, title: An act, actors: [Japan], sources: [{sources}]}}"
    assert summary_of(event).standing == standing


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ("actors: [Japan]", "Japan"),
        ("actors: [Japan, Chile]", "Japan, Chile"),
        ("actors: [Japan], targets: [Chile, Peru]", "Japan → Chile, Peru"),
        ("actors: [Japan], aimed_at: [Peru]", "Japan (aimed at Peru)"),
        ("actors: [Japan], targets: [Chile], aimed_at: [Peru]", "Japan → Chile (aimed at Peru)"),
    ],
)
def test_who_acts_on_whom_is_said_in_the_order_of_the_file(parts: str, expected: str) -> None:
    tables = tables_of(f"- {{date: 2023, title: An act, {parts}}}")
    assert name_parties(tables, np.array([0])) == [expected]


def test_of_many_names_the_first_are_said_and_the_rest_counted() -> None:
    names = "Austria, Belgium, Chile, Denmark, Estonia, France"
    event = f"- {{date: 2023, title: An act, actors: [{names}]}}"
    assert summary_of(event).parties == "Austria, Belgium, Chile, Denmark and 2 more"
    assert name_parties(tables_of(event), np.array([0])) == [names]


def test_names_keep_the_order_of_the_roles_in_every_script() -> None:
    tables = tables_of("""
        actors:
          - {id: idf, name: צה״ל, kind: armed_group}
          - {id: army, name: "\\u202eالجيش", kind: armed_group}
          - {id: open, name: "\\u2067עיר", kind: armed_group}
        events:
          - {date: 2023, title: A, actors: [idf], targets: [army], aimed_at: [open]}
        """)
    one, other, third = "\u2068צה״ל\u2069", "\u2068\u202eالجيش\u2069", "\u2068\u2067עיר\u2069\u2069"
    assert name_parties(tables, np.array([0])) == [f"{one} → {other} (aimed at {third})"]
