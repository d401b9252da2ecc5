"""Labels of lanes: never empty, within their width, and whole where two lines are enough."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.text_width import text_width
from dashboard.analysis.timeline.lane_labels import COMPACT_FONT, FONT, LABEL_WIDTH, lane_label
from dashboard.analysis.timeline.plot_area import PlotArea

WIDE, PHONE = PlotArea(1200.0), PlotArea(340.0, compact=True)
WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=80)
SCRIPTS = st.sampled_from(
    [
        "Bundesverteidigungsministerium",
        "Росвооружение-Рособоронэкспорт",
        "W" * 80,
        "وزارةالدفاعوالإنتاجالحربي" * 3,
        "防衛装備庁長官官房総務課" * 3,
        "กระทรวงกลาโหมและความมั่นคง" * 2,
        "🚀" * 40,
        "e" + "\u0301" * 200,
        "👩\u200d" * 60,
        "x" * 10_000,
    ]
)
NAMES = st.lists(WORDS | SCRIPTS, min_size=1, max_size=5).map(" ".join)


@given(NAMES, st.sampled_from([26.0, 46.0]), st.floats(0.8, 1.4), st.booleans())
def test_a_label_is_never_empty_and_fits(
    name: str, lane: float, scale: float, compact: bool
) -> None:
    plot_area = PlotArea(340.0 if compact else 1200.0, compact, scale)
    lines = lane_label(name, plot_area, lane)
    font, width = (COMPACT_FONT, plot_area.width) if compact else (FONT, LABEL_WIDTH)
    assert 1 <= len(lines) <= (1 if compact or lane == 26 else 2)
    assert lines[0].startswith(name[0])
    assert all(lines)
    assert all(text_width(line, font, scale=scale) <= width - 10 for line in lines)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Russia", ("Russia",)),
        ("United Nations Security Council", ("United Nations", "Security Council")),
        ("Ministerium der Verteidigung", ("Ministerium der", "Verteidigung")),
        ("Verteidigungsministerium", ("Verteidigungsmi", "nisterium")),
        ("Official-Congolese visit", ("Official-", "Congolese visit")),
        ("A Verteidigungsministerium", ("A Verteidigungs", "ministerium")),
        (
            "Committee of all the committees that there have ever been",
            ("Committee of all", "the committee…"),
        ),
    ],
)
def test_a_name_is_broken_at_a_word_where_that_fills_the_line(
    name: str, lines: tuple[str, ...]
) -> None:
    assert lane_label(name, WIDE, 46) == lines


def test_a_low_lane_and_a_small_screen_have_one_line() -> None:
    name = "Bundesverteidigungsministerium"
    assert lane_label(name, WIDE, 26) == ("Bundesverteid…",)
    assert lane_label(name, PHONE, 44) == (name,)
    assert lane_label(name * 4, PHONE, 44)[0].endswith("…")
