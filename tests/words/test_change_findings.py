"""Findings about time: one sentence for any number of pairs and of events."""

from __future__ import annotations

import pytest

from dashboard.words.change_findings import Change, changes_in_words, course_in_words


@pytest.mark.parametrize(
    ("pairs", "both", "changes", "words"),
    [
        (1, 1, [Change("A – B", 1, 1.04)], "1 pair has acts on both sides; no mean changed."),
        (3, 1, [], "1 of 3 pairs have acts on both sides, too few to conclude from."),
        (2, 0, [], "2 pairs have acts, each on one side only."),
    ],
)
def test_changes_are_compared_only_where_there_are_enough(
    pairs: int, both: int, changes: list[Change], words: str
) -> None:
    assert changes_in_words(pairs, both, changes) == words


def test_a_course_without_a_busiest_period_has_its_total() -> None:
    assert course_in_words("All acts", "no event", "") == "All acts: no event."
