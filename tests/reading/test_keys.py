"""Keys that no record has: dates and lines of text that were taken for keys."""

from __future__ import annotations

import pytest

from dashboard.reading.book import read_book

EVENT = "- date: 2020-09-27\n  title: War\n  actors: [Azerbaijan]\n"


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("2020-09-27: War begins\n", 'an event is "- date: 2020-09-27"'),
        ("27 September 2020: War begins\n", 'an event is "- date: 2020-09-27"'),
        (f"{EVENT}  description: First line\n  the second line: yes\n", "indent it further"),
        (f"{EVENT}  sub title: x\n", "use one of date, title"),
        (f"{EVENT}  titel: x\n", 'did you mean "title"?'),
    ],
)
def test_unknown_keys_are_met_with_what_they_are(text: str, remedy: str) -> None:
    (problem,) = read_book(text).problems
    assert problem.code == "unknown-field"
    assert remedy in problem.message
