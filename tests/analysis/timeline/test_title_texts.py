"""Texts of titles: two lines, shortened texts, and the note on the evidence."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.text_width import text_width
from dashboard.analysis.timeline.plot_area import Heights, PlotArea
from dashboard.analysis.timeline.title_texts import (
    TitleStyle,
    TitleTexts,
    in_two_lines,
    status_note,
)
from dashboard.analysis.timeline.title_ways import PlacedTitle
from dashboard.model.codes import Status

HEIGHTS = Heights(font=12, title_row=17, rows_above=5, rows_below=4, lane=25)
STYLE = TitleStyle(PlotArea(1200), HEIGHTS, bold=False)
LONG = "Kremlin calls the reports of the White House groundless"


def placed(shortened: int = 0, lines: int = 1) -> PlacedTitle:
    return PlacedTitle(0, 0, 0, 0, 0, "right", shortened, lines)


@given(st.lists(st.text("abc 한ع", min_size=1, max_size=9), min_size=1, max_size=9))
def test_two_lines_say_the_same_and_are_much_narrower(words: list[str]) -> None:
    text = " ".join("".join(words).split())
    measure = partial(text_width, size=13.0)
    lines = in_two_lines(text, measure)
    if lines:
        assert " ".join(lines) == text
        assert max(map(measure, lines)) <= 0.75 * measure(text)
    else:
        broken = [text.split(" ")[:n] for n in range(1, text.count(" ") + 1)]
        widths = [
            max(measure(" ".join(head)), measure(text[len(" ".join(head)) + 1 :]))
            for head in broken
        ]
        assert min(widths, default=9e9) > 0.7 * measure(text)


@pytest.mark.parametrize(
    ("status", "note"),
    [
        (Status.CONFIRMED, "✓"),
        (Status.REPORTED, ""),
        (Status.ALLEGED, "· alleged"),
        (Status.DISPUTED, "· disputed"),
        (Status.DENIED, "· denied"),
    ],
)
def test_a_note_says_how_far_an_event_is_established(status: Status, note: str) -> None:
    assert status_note(status) == note


def test_every_text_ends_with_the_note_and_has_its_width() -> None:
    texts = TitleTexts.of(LONG, "· disputed", STYLE, beside=1200)
    all_lines = [texts.lines(placed(0)), texts.lines(placed(0, lines=2))]
    all_lines += [texts.lines(placed(number)) for number in (1, 2)]
    assert all(lines[-1].endswith("\u00a0·\u00a0disputed") for lines in all_lines)
    assert " ".join(all_lines[1]) == all_lines[0][0]
    widths = [texts.full_width, texts.stacked_width, *texts.short_widths]
    for lines, width in zip(all_lines, widths, strict=True):
        assert max(text_width(line, 12) for line in lines) == pytest.approx(width - 8)
    assert widths == sorted(widths, reverse=True)


def test_a_shortened_title_keeps_letters_beside_a_long_note() -> None:
    texts = TitleTexts.of(LONG, "· disputed", STYLE, beside=1200)
    assert texts.short[-1].split("…")[0] == "Kremlin"


def test_titles_of_few_events_can_be_shortened_more() -> None:
    many, few = (
        TitleTexts.of(LONG, "✓", STYLE._replace(is_few=is_few), beside=1200)
        for is_few in (False, True)
    )
    assert few.short[:-1] == many.short
    assert few.short[-1] == "Kremli…\u00a0✓"


def test_a_short_title_is_not_shortened() -> None:
    texts = TitleTexts.of("Talks", "✓", STYLE, beside=1200)
    assert (texts.short, texts.lines(placed())) == ((), ("Talks\u00a0✓",))


@pytest.mark.parametrize("beside", [60.0, 100.0, 200.0])
def test_a_text_fits_beside_its_leader_wherever_that_is(beside: float) -> None:
    texts = TitleTexts.of(LONG, "✓", STYLE, beside)
    assert 0 < texts.short_widths[-1] <= beside


def test_the_note_is_outside_the_isolated_title() -> None:
    texts = TitleTexts.of("هجوم", "· denied", STYLE, beside=1200)
    assert texts.lines(placed()) == ("\u2068هجوم\u2069\u00a0·\u00a0denied",)
