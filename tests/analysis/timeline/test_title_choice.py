"""The choice of titles: who gets one, in which words, and where its leader ends."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.text_width import text_width
from dashboard.analysis.timeline.lanes import lay_out_lanes
from dashboard.analysis.timeline.marks import place_marks
from dashboard.analysis.timeline.plot_area import PlotArea, choose_heights
from dashboard.analysis.timeline.title_choice import MOST_TITLES, Title, choose_titles, in_two_lines
from dashboard.query.window import Window
from tests.examples import tables_of

YEAR = Window.from_texts("2023", "2023")
DESKTOP, PHONE = PlotArea(1000), PlotArea(340, compact=True)


def titles_of(
    events: str,
    plot_area: PlotArea = DESKTOP,
    window: Window = YEAR,
    chosen: str = "",
    unseen: tuple[int, ...] = (),
) -> tuple[Title, ...]:
    tables = tables_of(events)
    everything = np.ones(len(tables.events), dtype=bool)
    found = lay_out_lanes(Dataset(tables), "country", everything)
    size = choose_heights(plot_area, len(found.ids), len(tables.events))
    lane_y = size.lane * (np.arange(len(found.ids)) + 0.5)
    rows = np.flatnonzero(everything)
    marks = place_marks(tables, found, rows, window, plot_area.width, lane_y)
    visible = everything.copy()
    visible[list(unseen)] = False
    return choose_titles(tables, marks, visible, plot_area, size, tables.row_of.get(chosen, -1))


def event(day: str, title: str, importance: int = 3) -> str:
    return f"- {{date: {day}, title: {title}, actors: [Japan], importance: {importance}}}\n"


def test_a_title_stands_beside_its_leader_which_ends_at_its_mark() -> None:
    (title,) = titles_of(event("2023-03-01", "An act"))
    assert (title.text, title.side, title.bold) == ("An act", "right", False)
    assert title.x == pytest.approx(59.5 / 365 * 1000)
    assert title.y < 0 < title.foot


def test_a_title_near_the_right_edge_stands_to_the_left() -> None:
    (title,) = titles_of(event("2023-12-30", "An act"))
    assert title.side == "left"


def test_the_most_important_titles_are_bold() -> None:
    found = titles_of(event("2023-03-01", "Great", 5) + event("2023-09-01", "Less", 4))
    assert [(title.text, title.bold) for title in found] == [("Great", True), ("Less", False)]


def test_the_title_of_the_chosen_event_is_bold() -> None:
    events = event("2023-03-01", "One") + event("2023-09-01", "Other")
    found = titles_of(events, chosen="2023-09-01-other")
    assert [(title.text, title.bold) for title in found] == [("One", False), ("Other", True)]


def test_what_is_out_of_view_or_filtered_out_has_no_title() -> None:
    events = event("2022-12-01", "Before") + event("2023-03-01", "In") + event("2024-02-01", "Late")
    assert [title.text for title in titles_of(events)] == ["In"]
    assert titles_of(events, unseen=(1,)) == ()


def test_where_there_is_no_room_the_more_important_is_shown() -> None:
    crowd = "".join(event("2023-06-01", f"Event number {n}", 1 + n % 5) for n in range(30))
    found = titles_of(crowd)
    assert 5 <= len(found) < 30
    shown = [1 + int(title.text.split()[-1]) % 5 for title in found]
    assert shown.count(5) == 6
    assert sum(shown) / len(shown) > 3


def test_the_chosen_event_is_titled_whatever_its_importance() -> None:
    crowd = "".join(event("2023-06-01", f"Event number {n}", 5) for n in range(30))
    events = crowd + event("2023-06-01", "The chosen one", 1)
    found = titles_of(events, PHONE, chosen="2023-06-01-the-chosen-one")
    assert "The chosen one" in {title.text for title in found}


def test_of_very_many_the_most_important_are_candidates() -> None:
    crowd = "".join(
        event(f"2023-{n % 12 + 1:02d}-{n % 28 + 1:02d}", f"Nr {n}", 1) for n in range(MOST_TITLES)
    )
    # The last in time: without importance it would not be among the first candidates.
    events = crowd + event("2023-12-31", "The great one", 5)
    assert "The great one" in {title.text for title in titles_of(events)}


def test_a_long_title_is_shortened_where_it_would_take_the_whole_width() -> None:
    long = "A very long title that says much more than there is room for on a small screen" * 2
    (desktop,) = titles_of(event("2023-03-01", long), PlotArea(3200))
    (phone,) = titles_of(event("2023-03-01", long), PHONE)
    assert desktop.text == long
    assert phone.text.endswith("…")
    assert long.startswith(phone.text[:-1])
    size = choose_heights(PHONE, 1, 1)
    assert text_width(phone.text, size.font) <= PHONE.width * 0.72


def test_a_title_of_one_endless_word_is_shown_in_part() -> None:
    for plot_area in (DESKTOP, PHONE):
        (title,) = titles_of(event("2023-03-01", "W" * 500), plot_area)
        assert title.text == "W" * (len(title.text) - 1) + "…"
        assert len(title.text) > 10


def test_a_wide_font_needs_shorter_titles() -> None:
    long = "A title that just fits into the width of a small screen if it may stand in two lines"
    normal, wide = (
        titles_of(event("2023-03-01", long), PlotArea(340, compact=True, scale=scale))[0]
        for scale in (1.0, 1.4)
    )
    assert len(wide.text) < len(normal.text)


def test_titles_are_in_order_of_time() -> None:
    months = ("2023-02-01", "2023-05-01", "2023-08-01", "2023-11-01")
    found = titles_of("".join(event(day, f"On {day}") for day in months[::-1]))
    assert [title.text for title in found] == [f"On {day}" for day in months]


def test_a_title_stands_in_two_lines_where_one_has_no_room() -> None:
    long = "A very long title that says much more than there is room for on a small screen"
    (desktop,) = titles_of(event("2023-03-01", long), PlotArea(1600))
    (phone,) = titles_of(event("2023-03-01", long), PHONE)
    assert desktop.lines == (long,)
    assert phone.lines == (
        "A very long title that says much more",
        "than there is room for on a small screen",
    )


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


def test_a_title_of_two_lines_keeps_the_direction_of_each_to_itself() -> None:
    turned = "\u202eA very long title that turns the rest of the line around on a small screen"
    (title,) = titles_of(event("2023-03-01", f'"{turned}"'), PHONE)
    assert len(title.lines) == 2
    assert title.lines[0].startswith("\u2068\u202e")
    assert title.lines[0].endswith("\u2069")
    assert title.lines[1].isprintable()
