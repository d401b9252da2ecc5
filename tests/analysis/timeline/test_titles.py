"""Placement of titles: examples, the rules for any input, and a comparison with the optimum."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.timeline.title_ways import Candidate, PlacedTitle
from dashboard.analysis.timeline.titles import place_titles

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = 8.0
SLACK = 1e-6


def event(
    key: int, x: float, width: float = 100.0, importance: int = 3, short: float = 0.0
) -> Candidate:
    return Candidate(key, x, width, 4.0 ** (importance - 1), (short,) if short else ())


def above(
    candidates: Sequence[Candidate], width: float, rows: int, gap: float = GAP
) -> tuple[PlacedTitle, ...]:
    """The placement with rows above the lanes only."""
    return place_titles(candidates, width, (rows, 0), gap)


def broken_rules(
    titles: Sequence[PlacedTitle],
    width: float,
    gap: float,
    candidates: Sequence[Candidate] = (),
    lanes: float = 0.0,
) -> list[str]:
    """Every rule that a placement breaks, in words; ``candidates`` have the number as their key."""
    broken = [
        f"{each.key} leaves the picture"
        for each in titles
        if not (0 <= each.left <= each.right <= width and 0 <= each.x <= width)
    ]
    for a, b in permutations(titles, 2):
        if a.is_above != b.is_above:
            if candidates and a.is_above and abs(a.x - b.x) < gap - SLACK:
                down, up = candidates[a.key].reach[0], candidates[b.key].reach[1]
                if down + up > lanes:
                    broken.append(f"the leaders of {a.key} and {b.key} overlap")
            continue
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
    placement = above([event(7, 50)], 400, 3)
    assert placement == (PlacedTitle(7, 50, 50, 150, 0, "right"),)


def test_a_title_at_the_right_border_stands_left_of_its_leader() -> None:
    (title,) = above([event(1, 390)], 400, 3)
    assert (title.left, title.right, title.side) == (290, 390, "left")


def test_a_title_stands_above_those_whose_leaders_fall_in_its_width() -> None:
    placement = above([event(key, 20.0 + 30 * key) for key in range(4)], 600, 4)
    assert [(title.row, title.side) for title in placement] == [
        (3, "right"),
        (2, "right"),
        (1, "right"),
        (0, "right"),
    ]


def test_titles_with_room_between_them_share_a_row() -> None:
    placement = above([event(1, 0), event(2, 108), event(3, 216)], 400, 3)
    assert [title.row for title in placement] == [0, 0, 0]


def test_titles_turn_to_the_left_when_rows_run_out() -> None:
    placement = above([event(1, 150), event(2, 180)], 400, 1)
    assert [title.side for title in placement] == ["left", "right"]


def test_titles_that_face_each_other_take_two_rows() -> None:
    placement = above([event(1, 100, 120), event(2, 300, 120)], 300, 2)
    assert [(title.side, title.row) for title in placement] == [("right", 1), ("left", 0)]


def test_the_least_important_give_way() -> None:
    crowd = [event(key, 100.0 + 10 * key, 90, importance=1 + key % 5) for key in range(10)]
    placement = above(crowd, 200, 2)
    assert len(placement) < 10
    assert {4, 9} <= {title.key for title in placement}


def test_of_two_events_closer_than_the_gap_only_the_more_important_has_a_title() -> None:
    crowd = [event(1, 200), event(2, 203, importance=4)]
    placement = above(crowd, 400, 5)
    assert [title.key for title in placement] == [2]


def test_a_title_is_shortened_only_where_the_full_text_has_no_room() -> None:
    crowd = [event(1, 0, 100, short=50), event(2, 60, 100, short=50)]
    (first, second) = above(crowd, 165, 1)
    assert (first.shortened, first.right) == (True, 50)
    assert (second.shortened, second.right) == (False, 160)
    assert not any(title.shortened for title in above(crowd, 165, 2))


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
    placement = above([candidate, event(2, 50)], 400, 3)
    assert [title.key for title in placement] == [2]


@pytest.mark.parametrize("rows", [0, -1])
def test_without_rows_all_are_hidden(rows: int) -> None:
    assert above([event(1, 50)], 400, rows) == ()


def test_nothing_comes_of_nothing() -> None:
    assert above([], 400, 3) == ()


@pytest.mark.parametrize("gap", [-1, float("nan")])
def test_a_negative_distance_is_refused(gap: float) -> None:
    with pytest.raises(ValueError, match="0 or more"):
        above([event(1, 50)], 400, 3, gap)


def test_the_same_input_gives_the_same_placement() -> None:
    candidates, width, rows = random_case(5, events=40)
    assert above(candidates, width, rows) == above(candidates, width, rows)


def in_full(candidate: Candidate, title: PlacedTitle, width: float) -> list[PlacedTitle]:
    """The full text of a shortened title in one line, in its row or nearer to the lanes."""
    left = title.x if title.side == "right" else title.x - candidate.width
    return [
        title._replace(left=left, right=left + candidate.width, row=row)
        for row in range(title.row + 1)
        if left >= 0 and left + candidate.width <= width
    ]


def test_a_title_is_in_full_wherever_that_moves_and_hides_no_other() -> None:
    shortened = 0
    for seed in range(40):
        candidates, width, rows = random_case(seed, events=16)
        titles = above(candidates, width, rows)
        for title in titles:
            if title.shortened:
                shortened += 1
                others = [other for other in titles if other is not title]
                assert all(
                    broken_rules([*others, full], width, GAP)
                    for full in in_full(candidates[title.key], title, width)
                )
    assert shortened > 20


LANES = 100.0
REACHES = st.tuples(*[st.sampled_from([0.0, 10.0, 30.0, 50.0, 70.0, 90.0])] * 2)
CANDIDATES = st.lists(
    st.builds(
        Candidate,
        key=st.just(0),
        x=st.floats(-20, 520) | st.integers(0, 50).map(lambda tens: 10.0 * tens),
        width=st.floats(-5, 400) | st.integers(1, 20).map(lambda tens: 10.0 * tens),
        weight=st.integers(0, 4).map(lambda level: 4.0**level) | st.floats(),
        short=st.lists(st.floats(0, 200), max_size=2).map(tuple),
        stacked=st.floats(0, 200),
        reach=REACHES,
    ),
    max_size=14,
).map(lambda events: [replace(each, key=key) for key, each in enumerate(events)])
DISTANCES = st.sampled_from([0.0, 1.0, 8.0, 12.5])
ROWS = st.tuples(st.integers(-1, 5), st.integers(-1, 5))


@given(CANDIDATES, st.floats(0, 500), ROWS, DISTANCES)
def test_the_rules_hold_for_any_input(
    candidates: list[Candidate], width: float, rows: tuple[int, int], gap: float
) -> None:
    placement = place_titles(candidates, width, rows, gap, lanes=LANES)
    assert not broken_rules(placement, width, gap, candidates, LANES)
    assert [title.key for title in placement] == sorted({title.key for title in placement})
    for is_above, most in zip((True, False), rows, strict=True):
        zone = [title for title in placement if title.is_above == is_above]
        taken = {title.row + line for title in zone for line in range(title.lines)}
        assert taken == set(range(len(taken)))
        assert len(taken) <= max(most, 0)


@given(CANDIDATES, st.floats(1, 500))
def test_titles_come_from_candidates_and_start_beside_their_leaders(
    candidates: list[Candidate], width: float
) -> None:
    for title in place_titles(candidates, width, (2, 2), lanes=LANES):
        near, far = (
            (title.left, title.right) if title.side == "right" else (title.right, title.left)
        )
        of_title = candidates[title.key]
        texts = of_title.width, *of_title.short
        length = of_title.stacked if title.lines == 2 else texts[title.shortened]
        assert near == title.x == of_title.x
        assert abs(far - near) == pytest.approx(length)


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
        short = (chance.uniform(0.3, 0.8) * length,) if chance.random() < 0.6 else ()
        stacked = chance.uniform(0.5, 0.75) * length if chance.random() < 0.6 else 0.0
        level = 0 if same_weight else chance.choice([1, 2, 3, 3, 3, 4, 5]) - 1
        lanes = sorted(chance.choices(range(5), k=2))
        reach = (20.0 * lanes[0] + 10, LANES - 20.0 * lanes[1] - 10)
        candidates.append(
            Candidate(key, min(max(x, 0), width), length, 4.0**level, short, stacked, reach)
        )
    return candidates, width, rows


class Span(NamedTuple):
    """A title in a zone: its leader, ends of its text, number of lines, and rows of the zone."""

    is_above: bool
    x: float
    left: float
    right: float
    lines: int
    rows: int
    reach: float


Pairs = list[tuple[int, int]]


def spans(candidate: Candidate, width: float, rows: tuple[int, int]) -> list[Span]:
    """The spans in the place of which no other fits more easily."""
    x, length = candidate.x, min((candidate.width, *candidate.short))
    texts = [(length, 1), *([(candidate.stacked, 2)] if candidate.stacked else [])]
    found = [
        Span(zone == 0, x, left, left + length, lines, rows[zone], candidate.reach[zone])
        for zone in (0, 1)
        for length, lines in texts
        for left in (x, x - length)
    ]
    return [span for span in found if span.left >= 0 and span.right <= width]


def rows_exist(above: Pairs, unequal: Pairs, chosen: Sequence[Span]) -> bool:
    """Whether rows satisfy `above` (upper, lower) and `unequal`: longest paths, then either way."""
    row = [0] * len(chosen)
    moved = True
    while moved:
        moved = False
        for upper, lower in above:
            if row[upper] < row[lower] + chosen[lower].lines:
                row[upper] = row[lower] + chosen[lower].lines
                moved = True
                if row[upper] + chosen[upper].lines > chosen[upper].rows:
                    return False
    if any(low + span.lines > span.rows for low, span in zip(row, chosen, strict=True)):
        return False
    for a, b in unequal:
        if row[a] < row[b] + chosen[b].lines and row[b] < row[a] + chosen[a].lines:
            return any(rows_exist([*above, pair], unequal, chosen) for pair in ((a, b), (b, a)))
    return True


def extended(
    chosen: Sequence[Span], span: Span, above: Pairs, unequal: Pairs
) -> tuple[Pairs, Pairs] | None:
    """The constraints with one more span; None if it excludes one of those chosen."""
    above, unequal, new = list(above), list(unequal), len(chosen)
    for old, other in enumerate(chosen):
        if span.is_above != other.is_above:
            if abs(span.x - other.x) < GAP and span.reach + other.reach > LANES:
                return None
            continue
        in_span = span.left - GAP < other.x < span.right + GAP
        in_other = other.left - GAP < span.x < other.right + GAP
        if in_span and in_other:
            return None
        if in_span or in_other:
            above.append((new, old) if in_span else (old, new))
        elif span.left - GAP < other.right and other.left - GAP < span.right:
            unequal.append((new, old))
    return above, unequal


def optimum(
    candidates: Sequence[Candidate], width: float, rows: tuple[int, int], found: float
) -> float:
    """The largest weight that can be shown, by trying every subset and way, heaviest first.

    Subsets that cannot have more than ``found``, the weight of a known placement, are left out.
    """
    ordered = sorted(candidates, key=lambda each: -each.weight)
    choices = [spans(each, width, rows) for each in ordered]
    best = found

    def search(index: int, chosen: list[Span], above: Pairs, unequal: Pairs, weight: float) -> None:
        nonlocal best
        best = max(best, weight)
        if weight + sum(each.weight for each in ordered[index:]) <= best:
            return
        for span in choices[index]:
            rules = extended(chosen, span, above, unequal)
            if rules and rows_exist(*rules, [*chosen, span]):
                search(index + 1, [*chosen, span], *rules, weight + ordered[index].weight)
        search(index + 1, chosen, above, unequal, weight)

    search(0, [], [], [], 0.0)
    return best


@pytest.mark.parametrize("same_weight", [False, True])
@pytest.mark.parametrize("both_zones", [False, True])
def test_the_weight_shown_is_close_to_the_optimum(both_zones: bool, same_weight: bool) -> None:
    shares = []
    for seed in range(60):
        candidates, width, most = random_case(seed, same_weight=same_weight)
        rows = (most // 3 + 1, most // 4) if both_zones else (most, 0)
        titles = place_titles(candidates, width, rows, GAP, lanes=LANES)
        assert not broken_rules(titles, width, GAP, candidates, LANES)
        weight = shown(candidates, titles)
        best = optimum(candidates, width, rows, weight)
        shares.append(weight / best if best else 1.0)
    assert sum(shares) / len(shares) >= 0.99
    assert min(shares) >= 0.95


def test_a_title_breaks_into_two_lines_before_it_is_shortened() -> None:
    (title,) = above([Candidate(1, 10, 500, 1.0, (60,), 300)], 400, 2)
    assert (title.lines, title.shortened, title.right) == (2, False, 310)


def test_a_title_stands_in_one_line_where_there_is_room() -> None:
    (title,) = above([Candidate(1, 10, 180, 1.0, (60,), 100)], 400, 3)
    assert (title.lines, title.shortened, title.row) == (1, False, 0)


def test_two_lines_need_two_rows() -> None:
    (title,) = above([Candidate(1, 10, 500, 1.0, (60,), 300)], 400, 1)
    assert title.shortened
    (title,) = above([Candidate(1, 10, 500, 1.0, (60,), 300)], 400, 2)
    assert (title.lines, title.shortened, title.row) == (2, False, 0)
