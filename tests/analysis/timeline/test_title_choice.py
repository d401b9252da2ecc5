"""The choice of titles: who gets one, in which words, and where its leader ends."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.text_width import text_width
from dashboard.analysis.timeline.lanes import lay_out_lanes
from dashboard.analysis.timeline.plot_area import Heights, PlotArea, choose_heights
from dashboard.analysis.timeline.title_choice import MOST_TITLES, Title, choose_titles
from dashboard.query.window import Window
from tests.analysis.timeline.placed import place_marks
from tests.examples import shipped, tables_of

if TYPE_CHECKING:
    from dashboard.query.tables import Tables

YEAR = Window.from_texts("2023", "2023")
DESKTOP, PHONE = PlotArea(1000), PlotArea(340, compact=True)


def titles_of(
    events: str | Tables,
    plot_area: PlotArea = DESKTOP,
    window: Window = YEAR,
    chosen: str = "",
    unseen: tuple[int, ...] = (),
    rows: tuple[int, int] | None = None,
) -> tuple[Title, ...]:
    tables = tables_of(events) if isinstance(events, str) else events
    everything = np.ones(len(tables.events), dtype=bool)
    found = lay_out_lanes(Dataset(tables), "country", everything)
    size = choose_heights(plot_area, (1,) * len(found.ids), len(tables.events))
    if rows:
        size = Heights(12, 17, rows[0], rows[1], lane=25)
    lane_y = size.lane * (np.arange(len(found.ids)) + 0.5)
    rows = np.flatnonzero(everything)
    marks = place_marks(tables, found, rows, window, plot_area.width, lane_y)
    visible = everything.copy()
    visible[list(unseen)] = False
    opened, lanes_end = tables.row_of.get(chosen, -1), size.lane * len(found.ids)
    return choose_titles(tables, marks, visible, plot_area, size, opened, lanes_end)


def leader_of(title: Title) -> tuple[float, float]:
    """The upper and lower end of a leader, which passes its own text."""
    height = 8.5 * len(title.lines)
    return (title.y - height, title.foot) if title.is_above else (title.foot, title.y + height)


def broken_rules(titles: tuple[Title, ...], plot_area: PlotArea) -> list[str]:
    """Every rule that some titles break, in words."""
    size = Heights(12, 17, 0, 0, lane=25)
    broken, boxes = [], []
    for title in titles:
        wide = max(text_width(line, size.font, title.bold) for line in title.lines)
        left = title.x if title.side == "right" else title.x - wide
        half = size.font / 2 + (len(title.lines) - 1) * size.title_row / 2
        boxes.append((title, (left, title.y - half, left + wide, title.y + half)))
        if left < 0 or left + wide > plot_area.width:
            broken.append(f"{title.text} is cut off")
    for (one, a), (other, b) in permutations(boxes, 2):
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]:
            broken.append(f"{one.text} and {other.text} overlap")
        (top, bottom), (start, end) = leader_of(one), leader_of(other)
        if b[0] < one.x < b[2] and top < b[3] and b[1] < bottom:
            broken.append(f"the leader of {one.text} crosses {other.text}")
        if abs(one.x - other.x) < 2 and top < end and start < bottom:
            broken.append(f"the leaders of {one.text} and {other.text} overlap")
    return broken


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
    assert 4 <= len(found) < 30
    shown = [1 + int(title.text.split()[-1]) % 5 for title in found]
    assert shown.count(5) == min(6, len(found))
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


def test_of_very_many_candidates_are_chosen_all_over_the_width() -> None:
    crowd = "".join(event("2023-02-01", f"Crowd {n}", 5) for n in range(2 * MOST_TITLES))
    lone = "".join(event(f"2023-{n:02d}-15", f"Lone {n}", 3) for n in range(5, 13))
    shown = {title.text for title in titles_of(crowd + lone)}
    assert {f"Lone {n}" for n in range(5, 13)} <= shown


ACT = "- {date: 2023-03-01, title: An act, actors: [Japan], targets: [Chile]}\n"


def test_a_title_below_the_lanes_has_its_leader_up_to_the_lowermost_mark() -> None:
    (above,) = titles_of(ACT, rows=(3, 0))
    (below,) = titles_of(ACT, rows=(0, 3))
    assert (above.is_above, below.is_above) == (True, False)
    assert above.y < 0 < above.foot < below.foot < below.y
    assert below.foot - above.foot == 25


def test_titles_are_near_their_marks() -> None:
    """Events of the first lane are titled above, events of the last lane below."""
    events = ACT + "".join(
        f"- {{date: 2023-{n:02d}-01, title: 'Act {n}', actors: [{country}]}}\n"
        for n, country in ((5, "Japan"), (7, "Chile"), (9, "Japan"), (11, "Chile"))
    )
    _, *found = titles_of(events, rows=(3, 3))
    assert len({title.is_above for title in found}) == 2
    for title in found:
        assert abs(title.y - title.foot) < 60


def test_two_events_of_one_day_have_leaders_apart() -> None:
    events = event("2023-06-01", "One") + event("2023-06-01", "Other")
    one, other = titles_of(events, rows=(3, 0))
    assert one.foot == other.foot
    assert abs(one.x - other.x) >= 4


def test_more_titles_are_shown_on_both_sides() -> None:
    crowd = "".join(event("2023-06-01", f"Event number {n}") for n in range(30))
    above, both = titles_of(crowd, rows=(4, 0)), titles_of(crowd, rows=(4, 4))
    assert len(both) >= 1.5 * len(above)


def test_a_title_says_how_far_its_event_is_established() -> None:
    source = "sources: [{url: 'https://a.example', title: A}]"
    status = {"confirmed": "Act\u00a0✓", "disputed": "Act\u00a0·\u00a0disputed", "reported": "Act"}
    for name, text in status.items():
        (title,) = titles_of(
            f"- {{date: 2023-03-01, title: Act, actors: [Japan], status: {name}, {source}}}"
        )
        assert title.text == text


def test_a_long_title_is_shortened_where_it_would_take_the_whole_width() -> None:
    long = "A very long title that says much more than there is room for on a small screen" * 2
    (desktop,) = titles_of(event("2023-03-01", long), PlotArea(3200))
    (phone,) = titles_of(event("2023-03-01", long), PHONE)
    assert desktop.text == long
    assert phone.text.endswith("…")
    assert long.startswith(phone.text[:-1])
    size = choose_heights(PHONE, (1,), 1)
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


def test_a_title_of_two_lines_keeps_the_direction_of_each_to_itself() -> None:
    turned = "\u202eA very long title that turns the rest of the line around on a small screen"
    (title,) = titles_of(event("2023-03-01", f'"{turned}"'), PHONE)
    assert len(title.lines) == 2
    assert title.lines[0].startswith("\u2068\u202e")
    assert title.lines[0].endswith("\u2069")
    assert title.lines[1].isprintable()


COUNTRIES = ("Japan", "Chile", "Italy", "Ghana", "Nepal")
ACTS = st.tuples(
    st.integers(1, 12),
    st.sampled_from([1, 1, 2, 15, 28]),
    st.sets(st.sampled_from(COUNTRIES), min_size=1, max_size=3).map(sorted),
    st.integers(1, 5),
    st.sampled_from(["Talks", "Talks that fail", "Talks of which nobody knows whether they fail"]),
    st.sampled_from(["confirmed", "reported", "denied"]),
)


@settings(max_examples=30)
@given(st.lists(ACTS, min_size=1, max_size=40), st.tuples(st.integers(0, 5), st.integers(0, 4)))
def test_no_title_overlaps_or_is_crossed_and_no_leader_is_on_another(
    acts: list[tuple[int, int, list[str], int, str, str]], rows: tuple[int, int]
) -> None:
    events = "".join(
        f"- {{date: 2023-{month:02d}-{day:02d}, title: {title} {n}, actors: [{', '.join(who)}],"
        f" importance: {importance}, status: {status}}}\n"
        for n, (month, day, who, importance, title, status) in enumerate(acts)
    )
    found = titles_of(events, PlotArea(904), rows=rows)
    assert not broken_rules(found, PlotArea(904))
    assert found or not any(rows)


@pytest.mark.parametrize("rows", [(5, 4), (4, 3)])
def test_the_shipped_events_all_have_titles_near_their_marks(rows: tuple[int, int]) -> None:
    tables, plot_area = shipped(), PlotArea(904)
    found = titles_of(tables, plot_area, Window.from_texts("2023-07", "2024-11"), rows=rows)
    assert len(found) == len(tables.events) == 16
    assert not broken_rules(found, plot_area)
    assert np.median([abs(title.y - title.foot) for title in found]) <= 120
