"""Rows of titles: which ways get on, pushing up, taking out and letting down."""

from __future__ import annotations

import pytest

from dashboard.analysis.timeline.title_rows import (
    Rules,
    TitleRows,
    add_way,
    bits,
    empty_rows,
    make_rules,
    remove_ways,
    settle,
)

RIGHT = (0.0, 0.0, 100.0)


def chain(
    *pairs: tuple[int, int],
    ways: int,
    apart: tuple[tuple[int, int], ...] = (),
    heights: list[int] | None = None,
) -> Rules:
    """Rules for ways of weight 1, given as pairs (upper, lower) and pairs in different rows."""
    under, over, differ = [0] * ways, [0] * ways, [0] * ways
    for upper, lower in pairs:
        under[upper] |= 1 << lower
        over[lower] |= 1 << upper
    for a, b in apart:
        differ[a] |= 1 << b
        differ[b] |= 1 << a
    return Rules([1.0] * ways, heights or [1] * ways, under, over, differ, [0] * ways)


def stacked(given: Rules, order: list[int], rows: int) -> TitleRows:
    layout = empty_rows(rows)
    for way in order:
        grown = add_way(given, layout, way)
        assert grown is not None
        layout = grown
    return layout


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        ((50.0, 50.0, 150.0), "under"),
        ((107.0, 107.0, 150.0), "under"),
        ((108.0, 108.0, 150.0), ""),
        ((-20.0, -20.0, 30.0), "over"),
        ((150.0, 90.0, 150.0), "apart"),
        ((150.0, 109.0, 150.0), ""),
        ((50.0, -50.0, 50.0), "clash"),
        ((5.0, 5.0, 50.0), "clash"),
    ],
)
def test_two_ways_get_on_as_their_spans_and_leaders_lie(
    other: tuple[float, float, float], relation: str
) -> None:
    found = make_rules([0, 1], [RIGHT, other], [1.0, 1.0], [1, 1], gap=8)
    ticks = {
        name: bool(getattr(found, name)[0] >> 1) for name in ("under", "over", "apart", "clash")
    }
    assert [name for name, set_ in ticks.items() if set_] == [relation] * bool(relation)


def test_two_ways_of_one_owner_clash() -> None:
    assert make_rules([3, 3], [RIGHT, (500, 500, 600)], [1.0, 1.0], [1, 2], gap=8).clash == [
        0b11,
        0b11,
    ]


def test_no_ways_have_no_rules() -> None:
    assert make_rules([], [], [], [], gap=8).clash == []


def test_bits_are_the_ways_of_a_mask() -> None:
    assert list(bits(0b10110)) == [1, 2, 4]


def test_what_must_stand_over_an_addition_is_pushed_up() -> None:
    given = chain((2, 1), (1, 0), ways=3)
    assert stacked(given, [2, 1, 0], rows=3).rows == [0b001, 0b010, 0b100]


def test_an_addition_that_pushes_a_title_out_is_refused() -> None:
    given = chain((2, 1), (1, 0), ways=3)
    assert add_way(given, stacked(given, [2, 1], rows=2), 0) is None


def test_an_addition_that_closes_a_circle_is_refused() -> None:
    given = chain((0, 1), (1, 2), (2, 0), ways=3)
    assert add_way(given, stacked(given, [0, 1], rows=9), 2) is None


def test_ways_apart_take_the_next_row() -> None:
    given = chain(ways=2, apart=((0, 1),))
    assert stacked(given, [0, 1], rows=2).rows == [0b01, 0b10]
    assert add_way(given, stacked(given, [0], rows=1), 1) is None


def test_what_is_left_comes_down_only_when_settled() -> None:
    given = chain((2, 1), (1, 0), ways=3)
    rest = remove_ways(given, stacked(given, [0, 1, 2], rows=4), 0b001)
    assert (rest.rows, rest.placed, rest.weight) == ([0, 0b010, 0b100, 0], 0b110, 2.0)
    assert settle(given, rest).rows == [0b010, 0b100, 0, 0]


def test_settling_finds_how_high_each_title_can_rise() -> None:
    given = chain((2, 1), ways=4)
    layout = settle(given, stacked(given, [1, 2, 3], rows=3))
    assert layout.capped == [0, 0b0010, 0b1110]


def test_a_hopeless_addition_leaves_the_layout_as_it_was() -> None:
    given = chain((2, 1), (1, 0), ways=3)
    layout = settle(given, stacked(given, [2, 1], rows=2))
    before = (layout.rows.copy(), layout.capped.copy())
    assert add_way(given, layout, 0) is None
    assert (layout.rows, layout.capped) == before


def test_a_title_of_two_lines_takes_two_rows_and_pushes_what_is_over_it_two_up() -> None:
    given = chain((1, 0), ways=2, heights=[2, 1])
    assert stacked(given, [0, 1], 3).rows == [0b01, 0b01, 0b10]
    assert stacked(given, [1, 0], 3).rows == [0b01, 0b01, 0b10]
    assert add_way(given, stacked(given, [0], 2), 1) is None
    assert add_way(given, stacked(given, [1], 2), 0) is None


def test_a_title_of_two_lines_shares_neither_of_its_rows() -> None:
    given = chain(ways=3, apart=((0, 1), (0, 2)), heights=[2, 1, 1])
    assert stacked(given, [1, 0], 3).rows == [0b010, 0b001, 0b001]
    assert stacked(given, [0, 1, 2], 3).rows == [0b001, 0b001, 0b110]


def test_a_title_of_two_lines_is_let_down_whole() -> None:
    given = chain((1, 0), ways=2, heights=[1, 2])
    layout = remove_ways(given, stacked(given, [0, 1], 3), 0b01)
    assert layout.rows == [0, 0b10, 0b10]
    assert settle(given, layout).rows == [0b10, 0b10, 0]
