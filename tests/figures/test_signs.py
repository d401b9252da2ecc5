"""Signs: one table of shapes for charts, legend, list and card, told apart without colours."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from dashboard.analysis.tone import Tone
from dashboard.figures.signs import SIZE, STATUS_STYLES, key, sign
from dashboard.markup import Markup, to_text
from dashboard.model.book import STATUSES
from dashboard.model.codes import Role
from tests.figures.drawn import box_of, classes, drawn_text, of_class, of_tag, tones

EVERY = [
    (tone, role, established) for tone, role, established in product(Tone, Role, (True, False))
]


def mark(parts: list[Markup]) -> Markup:
    (found,) = of_class(parts, "mark")
    return found


@pytest.mark.parametrize("tone", Tone)
def test_conflict_is_a_square_and_all_else_a_circle(tone: Tone) -> None:
    tag = "rect" if tone <= Tone.CONFLICT else "circle"
    assert {mark(sign(0, 0, tone, role))[0] for role in Role} == {tag}
    assert tones(sign(0, 0, tone)) == [tone]


@pytest.mark.parametrize(("tone", "role", "established"), EVERY)
def test_a_sign_is_placed_at_its_middle_and_within_its_size(
    tone: Tone, role: Role, established: bool
) -> None:
    left, top, right, bottom = box_of(mark(sign(30, 40, tone, role, is_established=established)))
    assert (left + right) / 2 == pytest.approx(30, abs=0.06)
    assert (top + bottom) / 2 == pytest.approx(40, abs=0.06)
    assert 0.4 * SIZE < right - left <= SIZE


def test_the_actor_is_full_the_target_hollow_and_one_aimed_at_small() -> None:
    actor, target, aimed_at = (sign(0, 0, Tone.CONFLICT, role) for role in Role)
    assert "actor" in classes(mark(actor))
    assert "target" in classes(mark(target)) & classes(mark(aimed_at))
    widths = [right - left for left, _, right, _ in map(box_of, map(mark, (target, aimed_at)))]
    assert widths[1] < 0.7 * widths[0]


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("role", [Role.ACTOR, Role.TARGET])
def test_a_question_mark_is_in_the_sign_of_what_is_not_established(tone: Tone, role: Role) -> None:
    assert drawn_text(sign(0, 0, tone, role)) == ""
    assert drawn_text(sign(0, 0, tone, role, is_established=False)) == "?"


def test_any_two_signs_of_different_meaning_differ_without_their_colours() -> None:
    sides = (Tone.CONFLICT, Tone.COOPERATION)
    drawn = {
        (tone, role, established): to_text(
            sign(0, 0, tone, role, is_established=established)
        ).replace(f"tone-{tone}", "")
        for tone, role, established in product(sides, Role, (True, False))
        if established or role != Role.AIMED_AT
    }
    for one, other in combinations(drawn, 2):
        assert drawn[one] != drawn[other], (one, other)


def test_each_status_has_a_style_and_is_told_by_sign_or_word() -> None:
    assert list(STATUS_STYLES) == list(STATUSES)
    assert len({style.mark for style in STATUS_STYLES.values()}) == len(STATUSES)
    for status, style in STATUS_STYLES.items():
        assert style.is_established == (status in ("confirmed", "reported"))
        assert style.is_established or status in style.mark
    assert STATUS_STYLES["confirmed"].mark == "✓"


@pytest.mark.parametrize(("tone", "role", "established"), EVERY)
def test_a_key_is_the_sign_and_is_not_heard(tone: Tone, role: Role, established: bool) -> None:
    drawn = key(tone, role, is_established=established)
    assert drawn[1]["aria-hidden"] == "true"
    assert drawn[2] == sign(8, 8, tone, role, is_established=established)
    left, top, right, bottom = box_of(mark(drawn[2]))
    assert 0 <= left < right <= float(drawn[1]["width"])
    assert 0 <= top < bottom <= float(drawn[1]["height"])
    assert of_tag(drawn, "svg") == [drawn]
