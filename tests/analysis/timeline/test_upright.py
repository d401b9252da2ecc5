"""The upright timeline: one row an event on its own day, few columns, gaps in words, bars apart."""

from __future__ import annotations

from functools import cache
from itertools import combinations, pairwise

import numpy as np
import pytest

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.text_width import text_width
from dashboard.analysis.timeline.lanes import OTHERS
from dashboard.analysis.timeline.plot_area import PlotArea
from dashboard.analysis.timeline.upright import Upright, lay_out_upright
from dashboard.analysis.timeline.upright_rows import MOST_ROWS
from dashboard.model.codes import Role
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of

PHONE = PlotArea(390)
FREE = 844 - 56 - 54
"""Height of a phone without header and tabs."""


def laid_out(tables: Tables, query: str = "", plot_area: PlotArea = PHONE) -> Upright:
    selection = Selection.from_query(query, tables)
    return lay_out_upright(Dataset(tables), selection, selection.apply(tables), plot_area)


@cache
def of_shipped(query: str = "") -> Upright:
    return laid_out(shipped(), query)


def titles(upright: Upright) -> list[str]:
    return [" ".join(row.title) for row in upright.rows]


def words(upright: Upright) -> list[str]:
    return [gap.words for gap in upright.gaps]


def test_the_first_screen_of_a_phone_has_dates_and_titles_of_thirteen_events() -> None:
    upright = of_shipped()
    bottoms = upright.top + [row.height for row in upright.rows]
    assert np.count_nonzero(bottoms + upright.head <= FREE) >= 13
    assert titles(upright)[:2] == ["Shoigu visits Pyongyang", "Three-way summit at Camp David"]
    assert " ".join(upright.rows[2].when) == "7 Sep – 1 Oct 2023 · disputed"
    assert " ".join(upright.rows[1].when) == "18 Aug 2023 ✓ confirmed"


def test_in_a_narrow_plot_a_tick_alone_says_that_an_event_is_confirmed() -> None:
    narrow = laid_out(shipped(), plot_area=PlotArea(240))
    assert narrow.rows[1].when == ("18 Aug 2023 ✓",)


def test_lanes_are_columns_and_actors_of_one_event_share_the_last() -> None:
    upright = of_shipped()
    ids = [it.id for it in upright.columns]
    assert (set(ids[:-1]), ids[-1]) == ({"JPN", "KOR", "USA", "PRK", "RUS"}, OTHERS)
    veto = next(row for row, it in enumerate(upright.rows) if it.id == "poe-veto")
    marks = [mark for mark in upright.marks if mark.row == veto]
    assert [(mark.actor, mark.lane, mark.role) for mark in marks] == [
        ("RUS", "RUS", Role.ACTOR),
        ("UNSC", OTHERS, Role.TARGET),
    ]
    assert {mark.y for mark in marks} == {upright.y[veto]}


@pytest.mark.parametrize(("width", "most"), [(320, 6), (390, 7), (559, 10)])
def test_columns_leave_more_than_half_of_the_width_to_the_titles(width: int, most: int) -> None:
    upright = laid_out(world(120), plot_area=PlotArea(width))
    assert len(upright.columns) == most
    assert upright.columns[-1].id == OTHERS
    assert upright.title_x < width / 2 + 20
    assert upright.columns[-1].x < upright.title_x


def test_a_pinned_lane_has_a_column() -> None:
    assert of_shipped("pin=UKR").columns[0].id == "UKR"


@pytest.mark.parametrize("lanes", ["type", "status"])
def test_lanes_of_no_actor_have_no_query_and_no_actors(lanes: str) -> None:
    upright = of_shipped(f"lanes={lanes}")
    assert {column.query for column in upright.columns} == {""}
    assert {mark.actor for mark in upright.marks} == {""}
    assert len(upright.marks) == len(upright.rows)


MIXED = """
timezone: Asia/Seoul
events:
  - {date: 2025-07-28, title: Local day, actors: Russia}
  - {date: 2025-07-28, title: Same day, actors: Russia}
  - {date: 2025-07-28, title: Day of New York, actors: Russia, tz: America/New_York}
  - {date: "2025-07-28T00:00Z", title: At midnight, actors: Russia}
  - {date: "2025-07-28T00:00Z", title: At the same time, actors: Russia}
  - {date: 2025-07, title: That month, actors: Russia}
  - {date: 2025-07-28/2025-07-30, title: Three days, actors: Russia}
  - {date: ../2025-07-28, title: Until, actors: Russia}
  - {date: 2025-07-28/.., title: Since, actors: Russia}
"""


@pytest.mark.parametrize("query", ["", "from=2025-07-28&to=2025-07-28", "from=2025-07-29"])
def test_every_mark_is_within_the_pixels_of_its_own_day(query: str) -> None:
    for tables in (tables_of(MIXED), shipped(), world(120)):
        upright = laid_out(tables, query)
        seconds, y = np.array(upright.knots).T
        assert (np.diff(seconds) > 0).all()
        assert (np.diff(y) > 0).all()
        for row, mark in zip(upright.rows, upright.y.tolist(), strict=True):
            event = tables.row_of[row.id]
            bounds = [tables.lower[event], tables.upper[event]]
            begin, end = np.interp(bounds, seconds, y)
            assert begin <= mark <= end
            assert 0 < mark < upright.height


def test_rows_are_in_order_of_time_and_do_not_overlap() -> None:
    upright = laid_out(world(120))
    bottoms = upright.top + [row.height for row in upright.rows]
    assert (upright.top[1:] >= bottoms[:-1]).all()
    instants = [world(120).instant[world(120).row_of[row.id]] for row in upright.rows[:3]]
    assert instants == sorted(instants)


def test_lines_fit_beside_the_columns() -> None:
    upright = laid_out(world(120))
    width = upright.width - upright.title_x
    for row in upright.rows:
        assert 1 <= len(row.title) <= 3
        assert all(text_width(line, 13, row.bold) <= width for line in row.title)
        assert all(text_width(line, 12) <= width for line in row.when)
        assert row.height in {36, 52, 68, 84}


def test_months_without_an_event_are_a_band_in_words() -> None:
    assert words(of_shipped())[0] == "4 months without an event"
    gap = of_shipped().gaps[0]
    before = next(at for at, row in enumerate(of_shipped().rows) if row.id == "poe-veto") - 1
    assert of_shipped().top[before] < gap.top < gap.bottom <= of_shipped().top[before + 1]


def test_while_an_event_lasts_a_gap_is_one_without_a_new_event() -> None:
    days = "".join(f"- {{date: 2020-01-0{day}, title: T, actors: Japan}}\n" for day in (1, 2, 3))
    last = "- {date: 2020-12-01, title: Last, actors: Japan}\n"
    siege = "- {date: 2020-01-01/2021-01-01, title: Siege, actors: Japan}\n"
    assert words(laid_out(tables_of(days + last))) == ["10 months without an event"]
    assert words(laid_out(tables_of(siege + days + last))) == ["10 months without a new event"]


def test_events_outside_the_window_are_counted_at_its_ends_with_a_link() -> None:
    upright = of_shipped("from=2023-10-13&to=2023-10-28")
    assert (words(upright)[0], words(upright)[-1]) == ("4 earlier events", "5 later events")
    assert upright.gaps[0].query == "to=2023-10-28"
    assert upright.gaps[-1].query == "from=2023-10-13"
    assert upright.gaps[0].top == 0
    assert upright.gaps[-1].bottom == upright.height


def test_an_empty_window_says_so() -> None:
    assert words(of_shipped("from=2024-01&to=2024-01")) == ["12 earlier events"]
    assert words(laid_out(tables_of("[]"))) == ["No event"]


def test_of_many_events_the_most_important_have_a_row_and_the_others_are_counted() -> None:
    tables = world(5_000)
    upright = laid_out(tables, "event=event-77")
    assert MOST_ROWS - 20 <= len(upright.rows) <= MOST_ROWS
    assert [row.id for row in upright.rows if row.is_open] == ["event-77"]
    hidden = [gap for gap in upright.gaps if "more event" in gap.words]
    counted = sum(int(gap.words.split()[0].replace(",", "")) for gap in hidden)
    assert counted + len(upright.rows) == 5_000
    assert all(str(gap.query).startswith("from=") for gap in hidden if "zoom in" in gap.words)
    importance = tables.events["importance"].to_numpy()
    shown = [tables.row_of[row.id] for row in upright.rows if not row.is_open]
    assert importance[shown].min() >= 4


def test_bars_of_different_events_never_overlap() -> None:
    intervals = "".join(
        f"- {{date: 2020-{n % 9 + 1:02d}-01/2020-{n % 9 + 1 + n % 4:02d}-15, title: Event {n}, "
        f"actors: [Japan, {('Russia', 'China', 'Iran')[n % 3]}]}}\n"
        for n in range(40)
    )
    upright = laid_out(tables_of(intervals))
    assert len(upright.spans) > 20
    for one, other in combinations(upright.spans, 2):
        apart = one.bottom <= other.top or other.bottom <= one.top
        assert apart or abs(one.x - other.x) >= 4
    for span in upright.spans:
        assert all(abs(mark.x - span.x) > 7 for mark in upright.marks)


LASTING = """
- {date: 2019-06-01/2020-02-10, title: Before, actors: Japan}
- {date: 2020-02-01/.., title: On, actors: China}
- {date: 2020-03, title: Some month, actors: Iran}
- {date: 2020-03-10, title: A day, actors: Iran}
- {date: 2020-03-20, title: Another, actors: Iran}
"""


def test_bars_begin_at_the_mark_or_the_window_and_end_with_the_event() -> None:
    upright = laid_out(tables_of(LASTING), "from=2020-01&to=2020-12")
    before, on = upright.spans
    assert titles(upright)[before.row] == "Before"
    assert (before.top, before.goes_on) == (0, False)
    assert before.bottom < upright.y[2]
    assert (on.top, on.bottom, on.goes_on) == (upright.y[on.row], upright.height, True)


def test_the_open_event_is_marked_and_rows_lead_to_cards() -> None:
    upright = of_shipped("event=joint-statement")
    (row,) = (row for row in upright.rows if row.is_open)
    assert (row.id, row.bold, row.query) == ("joint-statement", True, "event=joint-statement")
    assert row.linked.actors.split("|")
    assert row.sentence.startswith("Joint statement condemns arms transfers.")


def test_neighbouring_bands_never_touch() -> None:
    for upright in (of_shipped(), laid_out(world(5_000))):
        assert all(one.bottom < other.top for one, other in pairwise(upright.gaps))
