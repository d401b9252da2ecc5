"""Placement of titles: examples, the rules for any input, and a comparison with the optimum."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.timeline.title_ways import Candidate, PlacedTitle
from dashboard.analysis.timeline.titles import CONSIDERED, place_titles

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = 8.0
SLACK = 1e-6


def event(
    key: int, x: float, width: float = 100.0, importance: int = 3, short: float = 0.0
) -> Candidate:
    return Candidate(key, x, width, 4.0 ** (importance - 1), short)


def broken_rules(titles: Sequence[PlacedTitle], width: float, gap: float) -> list[str]:
    """Every rule that a placement breaks, in words."""
    broken = [
        f"{each.key} leaves the picture"
        for each in titles
        if not (0 <= each.left <= each.right <= width and 0 <= each.x <= width)
    ]
    for a, b in permutations(titles, 2):
        shares_rows = a.row < b.row + b.lines and b.row < a.row + a.lines
        if shares_rows and min(a.right, b.right) + gap > max(a.left, b.left) + SLACK:
            broken.append(f"{a.key} and {b.key} overlap")
        is_passed = b.row + b.lines > a.row
        if is_passed and a.left - gap + SLACK < b.x < a.right + gap - SLACK:
            broken.append(f"the leader of {b.key} crosses {a.key}")
    return broken


def shown(candidates: Sequence[Candidate], titles: Sequence[PlacedTitle]) -> float:
    weights = {each.key: each.weight for each in candidates}
    return sum(weights[title.key] for title in titles)


def test_a_lone_title_stands_right_of_its_leader_in_the_lowest_row() -> None:
    placement = place_titles([event(7, 50)], 400, 3)
    assert placement == (PlacedTitle(7, 50, 50, 150, 0, "right", shortened=False),)


def test_a_title_at_the_right_border_stands_left_of_its_leader() -> None:
    (title,) = place_titles([event(1, 390)], 400, 3)
    assert (title.left, title.right, title.side) == (290, 390, "left")


def test_a_title_stands_above_those_whose_leaders_fall_in_its_width() -> None:
    placement = place_titles([event(key, 20.0 + 30 * key) for key in range(4)], 600, 4)
    assert [(title.row, title.side) for title in placement] == [
        (3, "right"),
        (2, "right"),
        (1, "right"),
        (0, "right"),
    ]


def test_titles_with_room_between_them_share_a_row() -> None:
    placement = place_titles([event(1, 0), event(2, 108), event(3, 216)], 400, 3)
    assert [title.row for title in placement] == [0, 0, 0]


def test_titles_turn_to_the_left_when_rows_run_out() -> None:
    placement = place_titles([event(1, 150), event(2, 180)], 400, 1)
    assert [title.side for title in placement] == ["left", "right"]


def test_titles_that_face_each_other_take_two_rows() -> None:
    placement = place_titles([event(1, 100, 120), event(2, 300, 120)], 300, 2)
    assert [(title.side, title.row) for title in placement] == [("right", 1), ("left", 0)]


def test_the_least_important_give_way() -> None:
    crowd = [event(key, 100.0 + 10 * key, 90, importance=1 + key % 5) for key in range(10)]
    placement = place_titles(crowd, 200, 2)
    assert len(placement) < 10
    assert {4, 9} <= {title.key for title in placement}


def test_of_two_events_closer_than_the_gap_only_the_more_important_has_a_title() -> None:
    crowd = [event(1, 200), event(2, 203, importance=4)]
    placement = place_titles(crowd, 400, 5)
    assert [title.key for title in placement] == [2]


def test_a_title_is_shortened_only_where_the_full_text_has_no_room() -> None:
    crowd = [event(1, 0, 100, short=50), event(2, 60, 100, short=50)]
    (first, second) = place_titles(crowd, 165, 1)
    assert (first.shortened, first.right) == (True, 50)
    assert (second.shortened, second.right) == (False, 160)
    assert not any(title.shortened for title in place_titles(crowd, 165, 2))


@pytest.mark.parametrize(
    "candidate",
    [
        event(1, -1),
        event(1, 401),
        event(1, float("nan")),
        event(1, 200, 500),
        event(1, 200, 0),
        event(1, 200, float("inf")),
        Candidate(1, 200, 100, 0),
        Candidate(1, 200, 100, float("nan")),
    ],
)
def test_what_cannot_stand_is_hidden(candidate: Candidate) -> None:
    placement = place_titles([candidate, event(2, 50)], 400, 3)
    assert [title.key for title in placement] == [2]


@pytest.mark.parametrize("rows", [0, -1])
def test_without_rows_all_are_hidden(rows: int) -> None:
    assert place_titles([event(1, 50)], 400, rows) == ()


def test_nothing_comes_of_nothing() -> None:
    assert place_titles([], 400, 3) == ()


@pytest.mark.parametrize("gap", [-1, float("nan")])
def test_a_negative_distance_is_refused(gap: float) -> None:
    with pytest.raises(ValueError, match="0 or more"):
        place_titles([event(1, 50)], 400, 3, gap)


def test_the_same_input_gives_the_same_placement() -> None:
    candidates, width, rows = random_case(5, events=40)
    assert place_titles(candidates, width, rows) == place_titles(candidates, width, rows)


def test_of_very_many_the_most_important_are_tried_all_over_the_width() -> None:
    chance = random.Random(3)
    crowd = [
        event(
            key,
            chance.triangular(0, 1440, 100),
            chance.uniform(80, 300),
            1 + key // 2 // CONSIDERED,
        )
        for key in range(10 * CONSIDERED)
    ]
    placement = place_titles(crowd, 1440, 12)
    assert not broken_rules(placement, 1440, GAP)
    assert {int(title.x // 360) for title in placement} == {0, 1, 2, 3}
    important = [title for title in placement if crowd[title.key].weight == 256]
    assert len(important) > len(placement) / 2


def longer(candidate: Candidate, title: PlacedTitle, width: float, rows: int) -> list[PlacedTitle]:
    """The full text of a shortened title at its leader, in every row and on both sides."""
    texts = [(candidate.width, 1), *([(candidate.stacked, 2)] if candidate.stacked else [])]
    sides: tuple[Literal["right", "left"], ...] = ("right", "left")
    return [
        replace(title, left=left, right=left + length, row=row, lines=lines, side=side)
        for length, lines in texts
        for side in sides
        for left in [title.x if side == "right" else title.x - length]
        for row in range(rows - lines + 1)
        if left >= 0 and left + length <= width
    ]


def test_a_title_is_in_full_wherever_that_moves_and_hides_no_other() -> None:
    shortened = 0
    for seed in range(40):
        candidates, width, rows = random_case(seed, events=16)
        by_key = {each.key: each for each in candidates}
        titles = place_titles(candidates, width, rows)
        for title in titles:
            if title.shortened:
                shortened += 1
                others = [other for other in titles if other is not title]
                assert all(
                    broken_rules([*others, full], width, GAP)
                    for full in longer(by_key[title.key], title, width, rows)
                )
    assert shortened > 20


CANDIDATES = st.lists(
    st.builds(
        Candidate,
        key=st.integers(0, 99),
        x=st.floats(-20, 520) | st.integers(0, 50).map(lambda tens: 10.0 * tens),
        width=st.floats(-5, 400) | st.integers(1, 20).map(lambda tens: 10.0 * tens),
        weight=st.integers(0, 4).map(lambda level: 4.0**level) | st.floats(),
        short=st.floats(0, 200),
    ),
    max_size=14,
)
DISTANCES = st.sampled_from([0.0, 1.0, 8.0, 12.5])


@given(CANDIDATES, st.floats(0, 500), st.integers(0, 6), DISTANCES)
def test_the_rules_hold_for_any_input(
    candidates: list[Candidate], width: float, rows: int, gap: float
) -> None:
    placement = place_titles(candidates, width, rows, gap)
    assert not broken_rules(placement, width, gap)
    taken = {title.row + line for title in placement for line in range(title.lines)}
    assert taken == set(range(len(taken)))
    assert len(taken) <= rows


@given(CANDIDATES, st.floats(1, 500))
def test_titles_come_from_candidates_and_start_beside_their_leaders(
    candidates: list[Candidate], width: float
) -> None:
    widths = {
        (each.key, each.x, shortened, length)
        for each in candidates
        for shortened, length in ((False, each.width), (True, each.short))
    }
    for title in place_titles(candidates, width, 4):
        near, far = (
            (title.left, title.right) if title.side == "right" else (title.right, title.left)
        )
        assert near == title.x
        assert any(
            (title.key, title.x, title.shortened) == known[:3]
            and abs(far - near) == pytest.approx(known[3])
            for known in widths
        )


def random_case(
    seed: int, events: int = 0, same_weight: bool = False
) -> tuple[list[Candidate], float, int]:
    """A crowd of up to 12 events, half of the time in two clusters, with its width and rows."""
    chance = random.Random(seed)
    events = events or chance.randint(4, 12)
    width = chance.choice([300.0, 450.0, 700.0, 1000.0])
    rows = chance.randint(2, 6)
    clusters = [chance.uniform(0, width) for _ in range(2)] if chance.random() < 0.5 else []
    candidates = []
    for key in range(events):
        x = (
            chance.gauss(chance.choice(clusters), width / 10)
            if clusters
            else chance.uniform(0, width)
        )
        length = chance.uniform(60, 300)
        short = chance.uniform(0.3, 0.8) * length if chance.random() < 0.6 else 0.0
        stacked = chance.uniform(0.5, 0.75) * length if chance.random() < 0.6 else 0.0
        level = 0 if same_weight else chance.choice([1, 2, 3, 3, 3, 4, 5]) - 1
        candidates.append(Candidate(key, min(max(x, 0), width), length, 4.0**level, short, stacked))
    return candidates, width, rows


Span = tuple[float, float, float, int]
Pairs = list[tuple[int, int]]


def spans(candidate: Candidate, width: float) -> list[Span]:
    """The spans (leader, left, right, lines) in the place of which no other fits more easily."""
    x, length = candidate.x, candidate.short or candidate.width
    texts = [(length, 1), *([(candidate.stacked, 2)] if candidate.stacked else [])]
    sides = [
        span
        for length, lines in texts
        for span in ((x, x, x + length, lines), (x, x - length, x, lines))
    ]
    return [span for span in sides if span[1] >= 0 and span[2] <= width]


def rows_exist(above: Pairs, unequal: Pairs, heights: list[int], rows: int) -> bool:
    """Whether rows satisfy `above` (upper, lower) and `unequal`: longest paths, then either way."""
    row = [0] * len(heights)
    moved = True
    while moved:
        moved = False
        for upper, lower in above:
            if row[upper] < row[lower] + heights[lower]:
                row[upper] = row[lower] + heights[lower]
                moved = True
                if row[upper] + heights[upper] > rows:
                    return False
    if any(low + height > rows for low, height in zip(row, heights, strict=True)):
        return False
    for a, b in unequal:
        if row[a] < row[b] + heights[b] and row[b] < row[a] + heights[a]:
            return any(
                rows_exist([*above, pair], unequal, heights, rows) for pair in ((a, b), (b, a))
            )
    return True


def extended(
    chosen: Sequence[Span], span: Span, above: Pairs, unequal: Pairs
) -> tuple[Pairs, Pairs] | None:
    """The constraints with one more span; None if it cannot stand with those chosen."""
    above, unequal, new = list(above), list(unequal), len(chosen)
    for old, other in enumerate(chosen):
        in_span = span[1] - GAP < other[0] < span[2] + GAP
        in_other = other[1] - GAP < span[0] < other[2] + GAP
        if in_span and in_other:
            return None
        if in_span or in_other:
            above.append((new, old) if in_span else (old, new))
        elif span[1] - GAP < other[2] and other[1] - GAP < span[2]:
            unequal.append((new, old))
    return above, unequal


def optimum(candidates: Sequence[Candidate], width: float, rows: int) -> float:
    """The largest weight that can be shown, by trying every subset and way, heaviest first."""
    ordered = sorted(candidates, key=lambda each: -each.weight)
    choices = [spans(each, width) for each in ordered]
    best = 0.0

    def search(index: int, chosen: list[Span], above: Pairs, unequal: Pairs, weight: float) -> None:
        nonlocal best
        best = max(best, weight)
        if weight + sum(each.weight for each in ordered[index:]) <= best:
            return
        for span in choices[index]:
            rules = extended(chosen, span, above, unequal)
            heights = [each[3] for each in (*chosen, span)]
            if rules and rows_exist(*rules, heights, rows):
                search(index + 1, [*chosen, span], *rules, weight + ordered[index].weight)
        search(index + 1, chosen, above, unequal, weight)

    search(0, [], [], [], 0.0)
    return best


@pytest.mark.parametrize("same_weight", [False, True])
def test_what_is_shown_comes_close_to_the_optimum(same_weight: bool) -> None:
    shares = []
    for seed in range(150):  # with and without weights 300 cases
        candidates, width, rows = random_case(seed, same_weight=same_weight)
        titles = place_titles(candidates, width, rows)
        assert not broken_rules(titles, width, GAP)
        best = optimum(candidates, width, rows)
        shares.append(shown(candidates, titles) / best if best else 1.0)
    assert max(shares) <= 1.0
    assert sum(shares) / len(shares) >= 0.99
    assert min(shares) >= 0.8


def test_a_title_breaks_into_two_lines_before_it_is_shortened() -> None:
    (title,) = place_titles([Candidate(1, 10, 500, 1.0, 60, 300)], 400, 2)
    assert (title.lines, title.shortened, title.right) == (2, False, 310)


def test_a_title_stands_in_one_line_where_there_is_room() -> None:
    (title,) = place_titles([Candidate(1, 10, 180, 1.0, 60, 100)], 400, 3)
    assert (title.lines, title.shortened, title.row) == (1, False, 0)


def test_two_lines_need_two_rows() -> None:
    (title,) = place_titles([Candidate(1, 10, 500, 1.0, 60, 300)], 400, 1)
    assert title.shortened
    (title,) = place_titles([Candidate(1, 10, 500, 1.0, 60, 300)], 400, 2)
    assert (title.lines, title.shortened, title.row) == (2, False, 0)
