"""The timeline's layout: the shipped events at two widths, the rules, large and empty files."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.span import span_of
from dashboard.analysis.text_width import text_width
from dashboard.analysis.timeline.plot_area import PlotArea
from dashboard.analysis.timeline.timeline import (
    Timeline,
    lay_out_timeline,
)
from dashboard.analysis.timeline.title_choice import Title
from dashboard.query.columns import BoolArray
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from dashboard.query.window import Window
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of

DAY = 86_400
DESKTOP, PHONE = PlotArea(1200), PlotArea(340, compact=True)
SCREEN = PlotArea(904, height=330)


@cache
def small_world(seed: int) -> Tables:
    return world(300, seed)


@cache
def dataset_of(events: int) -> Dataset:
    return Dataset(world(events))


def laid_out(tables: Tables, query: str = "", plot_area: PlotArea = DESKTOP) -> Timeline:
    selection = Selection.from_query(query, tables)
    assert not selection.unknown
    return lay_out_timeline(Dataset(tables), selection, selection.apply(tables), plot_area)


def ids_of(tables: Tables, titles: tuple[Title, ...]) -> list[str]:
    assert [title.id for title in titles] == [tables.events["id"].iat[t.event] for t in titles]
    return [title.id for title in titles]


def counted(timeline: Timeline) -> int:
    counts = timeline.density
    assert counts is not None
    return int(counts.cooperation.sum() + counts.neutral.sum() + counts.conflict.sum())


def broken_rules(timeline: Timeline, plot_area: PlotArea) -> list[str]:
    """Every rule that the titles of a timeline break, in words; boxes are as high as letters."""
    size = timeline.heights
    boxes = []
    broken = []
    for title in timeline.titles:
        wide = max(text_width(line, size.font, title.bold, plot_area.scale) for line in title.lines)
        left = title.x if title.side == "right" else title.x - wide
        half = size.font / 2 + (len(title.lines) - 1) * size.title_row / 2
        box = (left, title.y - half, left + wide, title.y + half)
        boxes.append((title, box))
        if left < 0 or left + wide > timeline.width:
            broken.append(f"{title.text} is cut off")
        top, bottom = (
            (-timeline.head, 0) if title.is_above else (timeline.titles_top, timeline.height)
        )
        if not top <= box[1] < box[3] <= bottom:
            broken.append(f"{title.text} leaves its rows")
    for (one, a), (other, b) in combinations(boxes, 2):
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]:
            broken.append(f"{one.text} and {other.text} overlap")
    for (one, _), (other, box) in [*combinations(boxes, 2), *combinations(boxes[::-1], 2)]:
        start, end = sorted((one.y, one.foot))
        if start < box[3] and box[1] < end and box[0] < one.x < box[2]:
            broken.append(f"the leader of {one.text} crosses {other.text}")
    return broken


def test_the_shipped_events_in_one_screen() -> None:
    tables = shipped()
    timeline = laid_out(tables, plot_area=SCREEN)
    assert set(timeline.lanes.ids) == {"JPN", "KOR", "USA", "PRK", "RUS", "others"}
    assert sorted(ids_of(tables, timeline.titles)) == sorted(tables.events["id"])
    assert {title.text.removesuffix("\u00a0✓") for title in timeline.titles if title.bold} == {
        "Lavrov visits Pyongyang",
        "First trilateral air exercise",
        "Joint statement condemns arms transfers",
    }
    assert (timeline.hidden, timeline.density, timeline.opened) == (0, None, -1)
    assert not broken_rules(timeline, SCREEN)
    assert timeline.head + timeline.height <= SCREEN.height


@pytest.mark.parametrize("plot_area", [DESKTOP, SCREEN, PHONE])
def test_titles_keep_the_rules(plot_area: PlotArea) -> None:
    assert not broken_rules(laid_out(shipped(), plot_area=plot_area), plot_area)


def test_links_join_the_lanes_of_all_who_take_part() -> None:
    tables = shipped()
    timeline = laid_out(tables)
    marks, lanes = timeline.marks, timeline.lanes.ids
    at = marks.event.tolist().index(tables.row_of["trilateral-air"])
    own = marks.owner == at
    assert (marks.top[at], marks.bottom[at]) == (marks.y[own].min(), marks.y[own].max())
    roles = {lanes[lane]: role for lane, role in zip(marks.lane[own], marks.role[own], strict=True)}
    assert roles == {"JPN": 0, "KOR": 0, "USA": 0, "PRK": 2}


def test_leaders_end_at_the_nearest_mark_of_their_event() -> None:
    marks = laid_out(shipped()).marks
    position = {event: at for at, event in enumerate(marks.event.tolist())}
    for title in laid_out(shipped()).titles:
        at = position[title.event]
        assert title.foot == (marks.top if title.is_above else marks.bottom)[at]
        assert abs(title.x - marks.x[at]) < 6.5


def test_a_window_shows_what_is_in_it_and_keeps_what_a_drag_brings_in() -> None:
    tables = shipped()
    timeline = laid_out(tables, "from=2023-10-01&to=2023-10-31")
    marks = timeline.marks
    inside = (marks.x >= 0) & (marks.x <= timeline.width)
    assert inside.tolist() == marks.in_view.tolist()
    assert len(timeline.titles) == np.count_nonzero(inside) == 8
    assert tables.row_of["vostochny"] not in marks.event
    wider = laid_out(tables, "from=2023-09-20&to=2023-10-31")
    assert tables.row_of["vostochny"] in wider.marks.event
    assert tables.row_of["vostochny"] not in {title.event for title in wider.titles}


def test_an_interval_that_began_before_the_window_has_marks_bar_and_title_at_the_edge() -> None:
    tables = shipped()
    timeline = laid_out(tables, "from=2023-10-01&to=2023-10-31")
    marks = timeline.marks
    at = marks.event.tolist().index(tables.row_of["container-shipments"])
    assert (marks.x[at], marks.left[at]) == (0.0, 0.0)
    assert (marks.before[at], marks.after[at], marks.has_bar[at]) == (True, False, True)
    assert tables.row_of["container-shipments"] in {title.event for title in timeline.titles}


def test_events_outside_the_window_are_counted() -> None:
    timeline = laid_out(shipped(), "from=2023-10-01&to=2023-10-31")
    visible = int(timeline.marks.in_view.sum())
    assert (timeline.before, timeline.after) == (3, 16 - 3 - visible)
    assert timeline.nearest == ()


def test_an_empty_window_leads_to_the_nearest_event_on_each_side() -> None:
    tables = shipped()
    timeline = laid_out(tables, "from=2024-01-05&to=2024-01-20")
    before, after = timeline.nearest
    assert (before.id, before.is_later) == ("malligyong-1", False)
    assert (after.id, after.is_later) == ("poe-veto", True)
    for each in (before, after):
        found = Selection.from_query(each.query, tables)
        assert found.apply(tables).visible[tables.row_of[each.id]]
        assert found.window is not None
        assert found.window.span == timeline.window.span


def test_the_chosen_event_has_a_title_and_is_marked() -> None:
    tables = shipped()
    timeline = laid_out(tables, "event=peskov-groundless", PHONE)
    chosen = tables.row_of["peskov-groundless"]
    assert timeline.marks.event[timeline.opened] == chosen
    assert [title.event for title in timeline.titles if title.bold].count(chosen) == 1


@pytest.mark.parametrize("lanes", ["country", "actor", "type"])
def test_lanes_stand_below_each_other_and_the_periods_below_them(lanes: str) -> None:
    text = "periods: [{name: One, date: 2023}, {name: Two, date: 2023-05}]\nevents:\n"
    event = "  - {{date: 2023-{0}-01, title: Act {0}, actors: [Japan], targets: [Chile]}}\n"
    tables = tables_of(text + event.format("03") + event.format("09"))
    timeline = laid_out(tables, f"lanes={lanes}")
    half = timeline.lane_height / 2
    assert (timeline.lane_y + half)[:-1] == pytest.approx((timeline.lane_y - half)[1:])
    assert timeline.lane_y[0] == half[0]
    assert timeline.lane_y[-1] < timeline.lanes_end <= timeline.titles_top < timeline.height
    assert [band.row for band in timeline.periods] == [0, 1]


def test_five_thousand_events_become_histograms_with_the_most_important_drawn_singly() -> None:
    tables = world(5_000)
    timeline = laid_out(tables)
    assert len(timeline.marks.event) <= 60
    assert counted(timeline) + len(timeline.marks.owner) == len(timeline.lanes.event)
    importance = tables.events["importance"].to_numpy()
    assert importance[timeline.marks.event].mean() > importance.mean() + 1
    assert len(timeline.titles) > 10
    assert timeline.hidden == 5_000 - len(timeline.titles)
    assert not broken_rules(timeline, DESKTOP)


def test_a_histogram_counts_what_began_before_the_window_at_its_edge() -> None:
    events = [f"- {{date: 2000/.., title: Old {n}, actors: [Japan]}}" for n in range(500)]
    timeline = laid_out(tables_of("\n".join(events)), "from=2020&to=2024")
    assert timeline.density is not None
    assert counted(timeline) + len(timeline.marks.owner) == 500
    assert timeline.density.neutral[0, 0] + timeline.density.cooperation[0, 0] == counted(timeline)


def test_lanes_become_histograms_where_marks_would_cover_each_other() -> None:
    sparse = [f"- {{date: 20{n:02d}-05-05, title: Event {n}, actors: [Japan]}}" for n in range(24)]
    crowd = [f"- {{date: 2010-05-05, title: Crowd {n}, actors: [Japan]}}" for n in range(150)]
    assert laid_out(tables_of("\n".join(sparse))).density is None
    assert laid_out(tables_of("\n".join([*sparse, *crowd]))).density is not None


@pytest.mark.parametrize("plot_area", [DESKTOP, PHONE])
@pytest.mark.parametrize("lanes", ["country", "actor", "type"])
def test_an_empty_file_has_an_empty_timeline(plot_area: PlotArea, lanes: str) -> None:
    timeline = laid_out(tables_of("[]"), f"lanes={lanes}", plot_area)
    assert (timeline.lanes.ids, timeline.titles, timeline.hidden) == ((), (), 0)
    assert timeline.height > 0
    assert timeline.head > 0
    assert len(timeline.ticks) > 2


def test_filters_that_exclude_all_leave_the_axis_and_the_periods() -> None:
    tables = tables_of("""
        periods: [{name: The year, date: 2023}]
        events: [{date: 2023-03-01, title: An act, actors: [Japan]}]
        """)
    timeline = laid_out(tables, "text=nothing")
    assert (timeline.lanes.ids, timeline.titles, timeline.hidden) == ((), (), 0)
    assert [band.name for band in timeline.periods] == ["The year"]


def test_the_whole_window_holds_every_event_with_some_room() -> None:
    tables = shipped()
    window = span_of(tables)
    assert window.lower < tables.lower.min()
    assert window.upper > tables.upper.max()
    margin = tables.lower.min() - window.lower
    assert margin == pytest.approx(0.03 * (tables.upper.max() - tables.lower.min()), abs=DAY)


def test_open_ends_do_not_stretch_the_span_of() -> None:
    window = span_of(
        tables_of("""
        - {date: ../1950-01-01, title: Long ago, actors: [Japan]}
        - {date: 1960-01-01/.., title: Since then, actors: [Japan]}
        """)
    )
    assert window.span < 12 * 366 * DAY


@pytest.mark.parametrize(
    ("query", "begin", "end"),
    [
        ("from=2024-01-01", "2024-01-01", "the end"),
        ("to=2023-12-31", "the begin", "2023-12-31"),
        ("from=2024-01-01&to=2024-01-31", "2024-01-01", "2024-01-31"),
    ],
)
def test_where_a_window_is_open_the_picture_ends_with_the_file(
    query: str, begin: str, end: str
) -> None:
    whole = span_of(shipped()).texts()
    words = {"the begin": whole[0], "the end": whole[1]}
    window = laid_out(shipped(), query).window
    assert window.texts() == (words.get(begin, begin), words.get(end, end))


def test_an_open_window_beyond_the_file_is_as_long_as_the_file() -> None:
    whole = span_of(shipped())
    later, sooner = (laid_out(shipped(), query).window for query in ("from=2050", "to=1999"))
    assert later.texts()[0] == "2050-01-01"
    assert sooner.texts()[1] == "1999-12-31"
    assert later.span == sooner.span == whole.span


def test_events_before_christ_have_their_place() -> None:
    tables = tables_of("""
        - {date: -0043-03-15, title: Ides of March, actors: [Italy]}
        - {date: 1957-03-25, title: Treaty of Rome, actors: [Italy, France]}
        """)
    timeline = laid_out(tables)
    assert [title.text for title in timeline.titles] == ["Ides of March", "Treaty of Rome"]
    assert 0 < timeline.marks.x[0] < 50
    assert timeline.ticks[0].label.endswith("BCE")


@settings(max_examples=30)
@given(
    st.integers(0, 3),
    st.floats(0, 1),
    st.floats(0, 1),
    st.sampled_from([DESKTOP, PHONE, PlotArea(478), PlotArea(2000), PlotArea(1000, scale=1.2)]),
)
def test_titles_keep_the_rules_in_any_window(
    seed: int, where: float, zoom: float, plot_area: PlotArea
) -> None:
    tables = small_world(seed)
    whole = span_of(tables)
    span = whole.span * 0.001**zoom
    lower = whole.lower + where * (whole.span - span)
    selection = replace(Selection(), window=Window.spanning(lower, lower + span))
    timeline = lay_out_timeline(Dataset(tables), selection, selection.apply(tables), plot_area)
    assert not broken_rules(timeline, plot_area)
    events = [title.event for title in timeline.titles]
    assert len(set(events)) == len(events)
    assert selection.apply(tables).visible[events].all()


def test_the_same_selection_gives_the_same_layout() -> None:
    one, other = (laid_out(world(1_000, seed=3)) for _ in range(2))
    assert one.titles == other.titles
    assert one.ticks == other.ticks
    assert (one.marks.x == other.marks.x).all()


def counted_in_lanes(timeline: Timeline, visible: BoolArray) -> list[int]:
    """For each lane the events that stand in it, as histogram or as single marks in view."""
    counts = np.zeros(len(timeline.lanes.ids), dtype=np.int64)
    marks = timeline.marks
    for owner, lane in zip(marks.owner.tolist(), marks.lane.tolist(), strict=True):
        counts[lane] += bool(visible[marks.event[owner]])
    if timeline.density is not None:
        parts = (timeline.density.cooperation, timeline.density.neutral, timeline.density.conflict)
        counts += np.sum([part.sum(axis=1) for part in parts], axis=0)
    found: list[int] = counts.tolist()
    return found


def in_selection(timeline: Timeline, visible: BoolArray) -> list[int]:
    """For each lane the events of the selection that take part in it."""
    lane = timeline.lanes.lane[visible[timeline.lanes.event]]
    found: list[int] = np.bincount(lane, minlength=len(timeline.lanes.ids)).tolist()
    return found


def inside(tables: Tables, timeline: Timeline, visible: BoolArray) -> set[int]:
    """The events whose point in time lies in the window."""
    window = timeline.window
    stands = (tables.instant >= window.lower) & (tables.instant < window.upper)
    return set(np.flatnonzero(visible & stands).tolist())


def single_in_view(tables: Tables, timeline: Timeline) -> set[int]:
    """The events drawn singly whose point in time lies in the window."""
    return set(timeline.marks.event.tolist()) & inside(tables, timeline, np.ones(1, dtype=bool))


QUERIES = st.sampled_from(
    ["", "country=USA", "status=denied&status=alleged", "type=visit", "lanes=type", "others=open"]
)


def test_all_that_stands_in_a_window_stands_singly_where_the_crowd_is_outside_it() -> None:
    long = [f"- {{date: 1990/2020, title: Long {n}, actors: [Japan]}}" for n in range(500)]
    short = "- {date: 2010-05-05, title: Short, actors: [Japan]}"
    tables = tables_of("\n".join([*long, short]))
    timeline = laid_out(tables, "from=2010-05&to=2010-05")
    assert [title.text for title in timeline.titles] == ["Short"]
    assert timeline.density is not None
    assert counted(timeline) == 500


@settings(deadline=None, max_examples=60)
@given(QUERIES, st.integers(0, 12_000), st.integers(1, 9_000), st.integers(0, 2_999))
def test_histograms_and_single_marks_are_the_events_of_the_selection(
    query: str, begin: int, days: int, event: int
) -> None:
    dataset = dataset_of(3_000)
    tables = dataset.tables
    window = Window.spanning(631_152_000 + begin * DAY, 631_152_000 + (begin + days) * DAY)
    selection = Selection.from_query(query, tables)
    selection = replace(selection, window=window, event=f"event-{event}")
    selected = selection.apply(tables)
    timeline = lay_out_timeline(dataset, selection, selected, DESKTOP)
    assert counted_in_lanes(timeline, selected.visible) == in_selection(timeline, selected.visible)


@pytest.mark.parametrize("wanted", [0, 123_456, 777_777, 999_999])
def test_clicks_on_bars_lead_from_a_million_events_to_one_and_lose_none(wanted: int) -> None:
    dataset = dataset_of(1_000_000)
    tables = dataset.tables
    selection = Selection()
    for _ in range(6):
        selected = selection.apply(tables)
        timeline = lay_out_timeline(dataset, selection, selected, DESKTOP)
        found = counted_in_lanes(timeline, selected.visible)
        assert found == in_selection(timeline, selected.visible)
        assert selected.visible[wanted]
        assert timeline.marks.event.tolist().count(wanted) <= 1
        if single_in_view(tables, timeline) == inside(tables, timeline, selected.visible):
            break
        window, bins = timeline.window, len(timeline.density.edges) - 1
        place = (tables.instant[wanted] - window.lower) / window.span
        bin_ = min(max(int(place * bins), 0), bins - 1)
        edges = [window.lower + window.span * edge / bins for edge in (bin_, bin_ + 1)]
        unit = DAY if edges[1] - edges[0] >= 60 * DAY else 60
        lower, upper = (edges[0] - 0.5) // unit * unit, -(-(edges[1] + 0.5) // unit) * unit
        upper = max(upper, lower + 600)
        selection = replace(selection, window=Window.spanning(lower, upper))
    assert timeline.marks.event.tolist().count(wanted) == 1


def test_the_words_of_each_event_are_beside_its_marks() -> None:
    tables = shipped()
    timeline = laid_out(tables, "event=treaty&lanes=actor")
    assert timeline.query == "event=treaty&lanes=actor"
    assert [event.id for event in timeline.events] == [
        tables.events["id"].iat[row] for row in timeline.marks.event
    ]
    treaty = timeline.events[timeline.opened]
    assert (treaty.id, treaty.title) == ("treaty", "Putin and Kim sign a partnership treaty")
    assert treaty.parties == "Russia, North Korea"
    assert treaty.occasion.startswith("19 June 2024 · ")
    assert treaty.standing.startswith("confirmed · ")


def test_what_has_no_title_is_counted_in_words_with_what_to_do() -> None:
    assert laid_out(shipped()).hidden_note == ""
    crowd = laid_out(world(5_000))
    assert crowd.hidden_note == f"+{crowd.hidden:,} more, zoom in or click a bar"
    assert "," in crowd.hidden_note


def test_names_in_any_script_cannot_turn_the_words_around_them() -> None:
    tables = tables_of("""
        actors:
          - {id: idf, name: צה״ל, kind: armed_group}
          - {id: army, name: "\u202eالجيش", kind: armed_group}
        periods: [{name: حرب, date: 2023}]
        events:
          - {id: a, date: 2023-03-01, title: "\u202eهجوم", actors: [idf], targets: [army]}
        """)
    timeline = laid_out(tables, "lanes=actor")
    (event,) = timeline.events
    assert event.parties == "\u2068צה״ל\u2069 → \u2068\u202eالجيش\u2069"
    assert event.title == "\u2068\u202eهجوم\u2069"
    assert set(timeline.lane_labels) == {("\u2068צה״ל\u2069",), ("\u2068\u202eالجيش\u2069",)}
    assert timeline.periods[0].name == "\u2068حرب\u2069"


def test_a_dyad_of_actors_has_lanes_and_marks() -> None:
    tables = tables_of(
        """
        actors:
          - {id: one, name: One, kind: person, country: Japan}
          - {id: two, name: Two, kind: person, country: Russia}
        events:
          - {date: 2023-01-01, title: An act, actors: [one], targets: [two]}
          - {date: 2023-02-01, title: Another, actors: [two], targets: [one]}
        """
    )
    for lanes, names in (("country", {"Japan", "Russia"}), ("actor", {"One", "Two"})):
        selection = Selection.from_query(f"nodes=actor&dyad=one:two&lanes={lanes}", tables)
        timeline = lay_out_timeline(
            Dataset(tables), selection, selection.apply(tables), PlotArea(1000.0)
        )
        assert set(timeline.lanes.names) == names
        assert set(timeline.marks.event.tolist()) == {0}
