"""Diffs: they say what changed as `difflib` does, and do not compare all lines with all others."""

from __future__ import annotations

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.writing import diffs
from dashboard.writing.diffs import unified_diff

LINES = st.lists(st.sampled_from("abcd"), max_size=12)


def applied(old: list[str], diff: str) -> list[str]:
    """The lines that a diff makes of others."""
    new, at = [], 0
    for row in diff.split("\n")[2:]:
        if row.startswith("@@"):
            start, _, count = row.split()[1].removeprefix("-").partition(",")
            begin = int(start) - (count != "0")
            new += old[at:begin]
            at = begin
        elif row[0] == "+":
            new.append(row[1:])
        else:
            assert old[at] == row[1:]
            new += [row[1:]] * (row[0] == " ")
            at += 1
    return new + old[at:]


@given(LINES, LINES, st.integers(0, 3), st.sampled_from([0, 2, 2_000]))
def test_a_diff_makes_the_new_lines_of_the_old(
    old: list[str], new: list[str], context: int, most: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(diffs, "_MOST_COMPARED", most)
        diff = unified_diff(old, new, ("old", "new"), context)
    assert applied(old, diff) == new
    assert (diff == "") == (old == new)


def test_one_change_is_told_as_difflib_tells_it() -> None:
    old = [f"line {number}" for number in range(50)]
    new = [*old[:20], "other", *old[21:40], *old[41:]]
    expected = difflib.unified_diff(old, new, "old", "new", lineterm="", n=3)
    assert unified_diff(old, new, ("old", "new"), 3) == "\n".join(expected)


def test_lines_that_repeat_are_compared_only_where_something_changed() -> None:
    compared = 0

    class Line(str):
        def __hash__(self) -> int:
            return hash(str(self))

        def __eq__(self, other: object) -> bool:
            nonlocal compared
            compared += 1
            return str(self) == str(other)

    old = [Line(f"line {number % 120}") for number in range(12_000)]
    new = [*old[:6_000], Line("other"), *old[6_000:]]
    assert unified_diff(old, new, ("old", "new"), 1).split("\n")[3:] == [
        " line 119",
        "+other",
        " line 0",
    ]
    assert compared < 10 * len(old)
