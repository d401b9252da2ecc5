"""Words for the relations: numbers, caveats, and names of any script in their order."""

from __future__ import annotations

from itertools import chain
from typing import Any

import pytest

from dashboard.analysis.relations.dyads import tally
from dashboard.analysis.relations.views import COMPUTE
from dashboard.analysis.relations.words import (
    Description,
    acts_on,
    count_and_mean,
    describe_dyads,
)
from dashboard.query.dyad import Dyad
from dashboard.words.direction import isolated
from tests.examples import shipped, tables_of
from tests.questions import question_of

ARABIC, HEBREW = "جبهة الشمال", "צבא הדרום"
RIGHT_TO_LEFT = f"""
actors:
  - {{id: north, name: "{ARABIC}", kind: organization}}
  - {{id: south, name: "{HEBREW}", kind: organization}}
  - {{id: east, name: "East", kind: organization}}
events:
  - {{id: a, date: 2023-01-01, title: "{HEBREW}", type: condemn, actors: [north],
     targets: [south]}}
  - {{id: b, date: 2023-01-02, title: "{ARABIC}", type: visit, actors: [south], targets: [north]}}
  - {{id: c, date: 2023-01-03, title: T, type: visit, actors: [north, east, south]}}
  - {{id: d, date: 2023-06-03, title: T, type: visit, actors: [north, east]}}
"""


def described(events: str) -> list[Description]:
    question = question_of(tables_of(events))
    dyads = tally(question.level.cells, question.scope.related, question.positions.node)
    return describe_dyads(question, dyads)


def test_a_dyad_is_described_by_who_numbers_and_caveats_apart() -> None:
    (words,) = described("""
        - {date: 2023-07, title: A, score: 3, status: alleged, actors: [Japan], targets: [Chile]}
        - {date: 2024-06-03, title: B, score: 4, status: denied, actors: [Japan], targets: [Chile]}
        """)
    assert words == Description(
        "Japan → Chile",
        "2 events, mean +3.5, Jul 2023 – Jun 2024",
        ("none of them confirmed or reported", "fewer than three events: read with care"),
    )
    assert words.sentence == (
        "Japan → Chile: 2 events, mean +3.5, Jul 2023 – Jun 2024. "
        "none of them confirmed or reported. fewer than three events: read with care"
    )


def test_three_events_of_which_one_is_reported_need_no_caveat() -> None:
    event = "- {{date: 2023, title: A, status: {0}, actors: [Japan], targets: [Chile]}}\n"
    (words,) = described("".join(map(event.format, ("alleged", "denied", "reported"))))
    assert words.notes == ()


def test_nothing_is_no_event_and_has_no_mean() -> None:
    assert count_and_mean(0, float("nan")) == "no event"
    assert count_and_mean(1, -0.01) == "1 event, mean 0.0 (few)"
    assert count_and_mean(1_200, 3.14) == "1,200 events, mean +3.1"


def test_names_from_right_to_left_keep_the_arrow_in_order() -> None:
    expected = f"\u2068{ARABIC}\u2069 → \u2068{HEBREW}\u2069"
    assert acts_on(ARABIC, HEBREW) == expected
    names = {"north": ARABIC, "south": HEBREW}
    assert Dyad("north", "south").in_words(names) == expected
    assert Dyad("north", "*", side="conflict").in_words(names) == (
        f"\u2068{ARABIC}\u2069 → anyone, conflict"
    )


def texts(part: Any) -> list[str]:
    """Every text of a specification."""
    if isinstance(part, str):
        return [part]
    if isinstance(part, dict):
        return texts([*part.keys(), *part.values()])
    if isinstance(part, list | tuple):
        return list(chain.from_iterable(map(texts, part)))
    if hasattr(part, "__dataclass_fields__"):
        return texts([getattr(part, name) for name in part.__dataclass_fields__])
    return []


@pytest.mark.parametrize("name", COMPUTE)
@pytest.mark.parametrize("query", ["", "dyad=north:south&event=b", "actor=north&after=north"])
def test_every_sentence_of_every_view_isolates_names_of_the_file(name: str, query: str) -> None:
    question = question_of(tables_of(RIGHT_TO_LEFT), f"nodes=actor&{query}")
    found = [
        text
        for text in texts(COMPUTE[name](question))
        if (ARABIC in text or HEBREW in text) and text not in (ARABIC, HEBREW)
    ]
    assert found or (name, query) == ("over_time", "")
    for text in found:
        for own in (ARABIC, HEBREW):
            assert text.count(own) == text.count(isolated(own)), text


@pytest.mark.parametrize("name", COMPUTE)
def test_words_are_plain_text(name: str) -> None:
    events = "- {date: 2023, title: '<b>A</b>', actors: [x], targets: [Chile]}"
    file = f"actors: [{{id: x, name: '<i>&', kind: organization}}]\nevents:\n{events}"
    question = question_of(tables_of(file), "nodes=actor&after=x&event=a")
    own = question_of(shipped(), "dyad=RUS:PRK&event=vostochny&after=condemn")
    assert not [text for text in texts(COMPUTE[name](own)) if "<" in text or "&amp;" in text]
    assert not [text for text in texts(COMPUTE[name](question)) if "&lt;" in text]
