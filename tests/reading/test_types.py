"""Event types of a file's own: what is accepted, and what is said about the rest."""

from __future__ import annotations

import pytest

from dashboard.reading.book import read_book

EVENT = "events: [{date: 2023, title: A, actors: Japan, sources: [https://a.org], type: hug}]"


def problems(types: str, events: str = EVENT) -> list[str]:
    found = read_book(f"types:\n  - {types}\n{events}").problems
    return [f"{problem.code}: {problem.message}" for problem in found]


@pytest.mark.parametrize(
    "entry",
    [
        "{id: hug, label: A hug, score: 4}",
        "{id: hug, label: A hug, score: -10, quad_class: 3, cameo: 138, symmetric: no}",
        '{id: hug, label: A hug, score: 4, cameo: "0841", symmetric: TRUE}',
    ],
)
def test_three_keys_are_enough_and_the_others_are_read(entry: str) -> None:
    assert problems(entry) == []


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{id: hug, label: A hug}", ['missing-field: this type has no "score"']),
        ("{id: hug, label: A hug, score: 11}", ['bad-score: "score" cannot be "11"']),
        ("{id: a hug, label: A hug, score: 1}", ['bad-id: "a hug" is not a valid id']),
        (
            "{id: hug, label: H, score: 1, cameo: 54}",
            ['"54" is not a valid CAMEO code: write "054"'],
        ),
        ("{id: hug, label: H, score: 1, cameo: x}", ["of which the first two are 01 to 20"]),
        (
            "{id: hug, label: H, score: 1, symmetric: 1}",
            ['"symmetric" cannot be "1": write yes or'],
        ),
        ("{id: hug, label: H, score: 1, quad_class: 5}", ['"quad_class" cannot be "5"']),
        (
            "{id: hug, label: H, score: 1, quad_class: 1, cameo: 190}",
            ["quad-class: CAMEO 190 is of quad class 4, not 1: remove one of the two"],
        ),
        (
            "{id: hug, label: H, score: 1}\n  - {id: hug, label: H, score: 1}",
            ['id "hug" is taken by the type on line 2'],
        ),
        (
            "{id: hug, label: H, score: 1}\n  - {id: visit, label: V, score: -1}",
            ['shipped-type: "visit" is a shipped type, which a file cannot change: choose'],
        ),
    ],
)
def test_a_mistake_is_reported_once_with_what_to_write(entry: str, said: list[str]) -> None:
    found = problems(entry)
    # A broken id leaves its uses unexplained; any other broken entry is reported alone.
    assert len(found) == (2 if "a hug" in entry.split(",", maxsplit=1)[0] else 1), found
    assert all(any(part in line for line in found) for part in said)


def test_an_unknown_type_gets_the_entry_that_would_add_it() -> None:
    (problem,) = read_book("- {date: 2023, title: A, actors: Japan, type: Big Hug}").problems
    entry = '{id: big_hug, label: "Big Hug", score: 0}'
    assert problem.message.endswith(f'or add it under "types", with a score: {entry}')
    event = (
        "events: [{date: 2023, title: A, actors: Japan, sources: [https://a.org], type: big_hug}]"
    )
    assert read_book(f"types: [{entry}]\n{event}").problems == ()


def test_a_list_of_types_has_a_limit() -> None:
    entries = "\n  - ".join(f"{{id: t{n}, label: T, score: 1}}" for n in range(201))
    assert problems(entries, "events: []") == [
        'too-many: "types" has 201 items, at most 200 are read: leave some out, or split it'
    ]
