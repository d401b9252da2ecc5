"""Reports of `check`: a problem is printed once with its places, the rest of a code is counted."""

from __future__ import annotations

import json

import pytest

from dashboard.reading.book import read_book
from dashboard.reports import MOST_OF_CODE, report


def events(*names: str) -> str:
    """The text of a file with one event for each name of an actor, all on lines of their own."""
    return "".join(f"- {{date: 2023, title: A, actors: [{name}]}}\n" for name in names)


NAMES = [f"Nobody {n}" for n in range(MOST_OF_CODE + 5)]
MANY = events(*NAMES, *NAMES[:1] * 3, "Nobody 2")


def lines_of(text: str, form: str = "text", *, list_all: bool = False) -> list[str]:
    return report(read_book(text).problems, 1, form, list_all=list_all).splitlines()


def test_a_name_that_is_used_often_is_one_problem() -> None:
    lines = lines_of(events("Nobody", "Nobody", "Japan", "Nobody", "Nobody"))
    assert lines[0].startswith('events.yaml:1:35: error[unknown-actor]: unknown actor "Nobody"')
    assert lines[1:] == [
        "    4 times: lines 1, 2, 4, 5",
        "4 × unknown-actor, 1 different",
        "4 errors, 0 warnings in 1 file",
    ]


def test_the_first_problems_of_a_code_are_printed_and_the_others_counted() -> None:
    lines = lines_of(MANY)
    assert sum("error[" in line for line in lines) == MOST_OF_CODE
    assert "    4 times: lines 1, 26, 27, 28" in lines
    assert lines[-3:] == [
        "29 × unknown-actor, 25 different, 5 not shown: see --all",
        "check --actors FILE prints entries of the unknown actors, ready to paste",
        "29 errors, 0 warnings in 1 file",
    ]


def test_all_problems_are_printed_with_all_places_if_asked_for() -> None:
    lines = lines_of(MANY, list_all=True)
    assert sum("error[" in line for line in lines) == len(NAMES)
    assert "29 × unknown-actor, 25 different" in lines


def test_json_has_all_problems_with_all_places() -> None:
    problems = json.loads("\n".join(lines_of(MANY, "json")))["problems"]
    assert len(problems) == len(NAMES)
    assert problems[0]["count"] == 4
    assert problems[0]["places"] == [[1, 35], [26, 35], [27, 35], [28, 35]]


def test_github_has_one_annotation_for_each_different_problem() -> None:
    lines = lines_of(MANY, "github")
    assert len(lines) == len(NAMES)
    assert lines[0].endswith("(4 times: lines 1, 26, 27 and 1 more)") or lines[0].endswith(
        "(4 times: lines 1, 26, 27, 28)"
    )


@pytest.mark.parametrize(
    ("text", "totals"),
    [
        ("- {date: 2023, title: A, actors: [Nobody], color: 7}", []),
        (
            "- {date: 2023, title: A, actors: [Nobody, Noone], color: 7}",
            ["2 × unknown-actor", "1 × unknown-field"],
        ),
    ],
)
def test_totals_are_printed_where_a_code_occurs_more_than_once(
    text: str, totals: list[str]
) -> None:
    assert [line for line in lines_of(text) if " × " in line] == totals
