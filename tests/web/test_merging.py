"""Merging: what was changed in a form replaces the file's values, all others are kept."""

from __future__ import annotations

from dashboard.web.merging import merged

CLAIM = {"by": "Japan", "stance": "asserts"}
"""A claim as a form has it after its list of actors with one item was shortened."""
OWN = {"by": ["Japan"], "stance": "asserts"}
"""The same claim in the shape of the file."""


def test_an_unchanged_value_keeps_the_shape_of_the_file() -> None:
    assert merged({"claims": OWN}, {"claims": [CLAIM]}, {"claims": [CLAIM]}) == {"claims": OWN}


def test_a_change_by_somebody_else_is_kept() -> None:
    file = {"title": "Their title", "score": "-2"}
    assert merged(file, {"title": "A", "score": "1"}, {"title": "A", "score": "3"}) == {
        "title": "Their title",
        "score": "3",
    }


def test_an_emptied_value_is_removed() -> None:
    assert merged({"title": "A", "tags": "b"}, {"tags": "b"}, {}) == {"title": "A"}


def test_a_list_of_another_length_in_the_file_is_replaced_by_that_of_the_form() -> None:
    """Items of two lists of different length cannot be matched by their position."""
    assert merged(["a", "b", "c"], ["a", "b"], ["a", "x"]) == ["a", "x"]
    assert merged(["a"], ["a", "b"], ["b"]) == ["b"]


def test_an_item_at_its_place_is_merged_with_the_item_of_the_file() -> None:
    file, began = [OWN, {"by": "Russia"}], [CLAIM, {"by": "Russia"}]
    now = [{**CLAIM, "note": "in a speech"}, {"by": "China"}]
    assert merged(file, began, now) == [{**OWN, "note": "in a speech"}, {"by": "China"}]


def test_items_that_stay_when_others_come_or_go_are_those_of_the_file() -> None:
    other = {"by": "Russia"}
    assert merged([OWN, other], [CLAIM, other], [CLAIM]) == [OWN]
    assert merged([OWN, other], [CLAIM, other], [other, CLAIM, {"by": "China"}]) == [
        other,
        OWN,
        {"by": "China"},
    ]


def test_equal_items_of_a_form_are_matched_in_their_order() -> None:
    file = [{"by": ["Japan"]}, {"by": "JPN"}]
    began = [{"by": "Japan"}, {"by": "Japan"}]
    assert merged(file, began, [{"by": "Japan"}]) == [{"by": ["Japan"]}]
    assert merged(file, began, [*began, {"by": "Japan"}]) == [*file, {"by": "Japan"}]


def test_the_work_grows_with_the_length_of_a_list_and_not_with_its_square() -> None:
    compared = 0

    class Text(str):
        __slots__ = ()

        def __eq__(self, other: object) -> bool:
            nonlocal compared
            compared += 1
            return str(self) == other

        __hash__ = str.__hash__

    items = [Text(number) for number in range(2_000)]
    now = [Text(number) for number in range(1_999, 0, -1)]
    assert merged(items, items, now) == items[:0:-1]
    assert compared < 10 * len(items)
