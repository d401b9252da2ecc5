"""The timeline drawn: valid and small at any size, escaped, and true to its layout."""

from __future__ import annotations

import re
from html import unescape

import numpy as np
import pytest

from dashboard.analysis.timeline.crowd import MOST_MARKS
from dashboard.analysis.timeline.timeline import Timeline
from dashboard.figures.theme import ROLE_SYMBOLS, THEMES
from dashboard.figures.timeline import margins
from dashboard.model.book import STATUSES
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of
from tests.figures.drawn import HOSTILE, Figure, assert_good, numbers, texts, timeline_of, trace

MARKUP = re.compile(r"</?b>|<br>")
THEME = THEMES["light"]
NATIONS = ("Austria", "Belgium", "Chile", "Denmark", "Estonia", "France", "Ghana")


def shipped_figure(query: str = "") -> tuple[Timeline, Figure]:
    return timeline_of(shipped(), query)


def marks_of(figure: Figure) -> list[tuple[str, float, float, str, str]]:
    """Event, x, y, symbol and fill of each mark."""
    marks = trace(figure, "marks")
    columns = ([id_ for id_, _ in marks["customdata"]], numbers(marks["x"]), numbers(marks["y"]))
    return list(zip(*columns, marks["marker"]["symbol"], marks["marker"]["color"], strict=True))


@pytest.mark.parametrize("scheme", THEMES)
@pytest.mark.parametrize("width", [340.0, 800.0, 1440.0, 2200.0])
@pytest.mark.parametrize("events", [0, 16, 1_000, 5_000])
def test_figures_of_any_number_of_events_are_valid_and_small(
    events: int, width: float, scheme: str
) -> None:
    tables = shipped() if events == 16 else world(events)
    assert_good(timeline_of(tables, "", width, scheme)[1])


def test_a_picture_full_of_single_marks_is_small_too() -> None:
    timeline, figure = timeline_of(world(5_000), "from=2003-01&to=2003-06", 2200.0)
    assert timeline.density is None
    assert len(timeline.marks.owner) == MOST_MARKS
    assert_good(figure)


def test_long_texts_and_ids_make_no_large_picture() -> None:
    title = "A title of many words that goes on and on and says all that happened on that day"
    events = [
        f"- {{id: {'long-' * 11}{n}, date: 20{n:02d}-07-01, title: '{title} {n}', status: denied,"
        f" targets: [{', '.join(NATIONS)}], actors: [Japan]}}"
        for n in range(MOST_MARKS // (len(NATIONS) + 1))
    ]
    timeline, figure = timeline_of(tables_of("\n".join(events)))
    assert timeline.density is None
    assert_good(figure)


def test_a_figure_is_as_wide_as_the_screen_and_carries_what_turns_pixels_into_time() -> None:
    timeline, figure = shipped_figure()
    layout = figure["layout"]
    assert layout["width"] == 1200
    assert layout["margin"]["l"] == margins(compact=False)[0]
    assert layout["xaxis"]["range"] == [0, round(timeline.width, 2)]
    assert (layout["meta"]["lower"], layout["meta"]["upper"]) == (
        timeline.window.lower,
        timeline.window.upper,
    )
    top, bottom = layout["yaxis"]["range"][::-1]
    assert bottom - top == pytest.approx(timeline.head + timeline.height)


def test_each_mark_names_its_event() -> None:
    tables = shipped()
    timeline, figure = shipped_figure()
    marks = marks_of(figure)
    assert {id_ for id_, *_ in marks} == set(tables.events["id"])
    assert len(marks) == len(tables.by_country.members.event)
    drawn = trace(figure, "marks")
    for (id_, number), template in zip(drawn["customdata"], drawn["hovertemplate"], strict=True):
        assert f"<b>{tables.events['title'].iat[tables.row_of[id_]]}</b>" in drawn["meta"][number]
        assert template == f"%{{meta[{number}]}}"
        assert timeline.events[number].sentence == figure["layout"]["meta"]["words"][number]


def test_titles_name_their_events_in_the_order_that_clicks_are_looked_up_in() -> None:
    _, figure = shipped_figure()
    titles = trace(figure, "titles")
    assert titles["customdata"] == figure["layout"]["meta"]["titles"]
    by_id = dict(zip(titles["customdata"], titles["text"], strict=True))
    assert by_id["lavrov-pyongyang"] == "<b>Lavrov visits Pyongyang</b>"
    assert by_id["treaty"] == "Putin and Kim sign a partnership treaty"


def test_roles_are_a_filled_dot_a_ring_and_a_diamond() -> None:
    tables = tables_of("""
        - date: 2023
          title: An exercise
          type: joint_exercise
          actors: [Japan]
          targets: [Chile]
          aimed_at: [Peru]
        """)
    timeline, figure = timeline_of(tables)
    lanes = dict(zip(timeline.lane_y.tolist(), timeline.lanes.ids, strict=True))
    drawn = {lanes[y]: (symbol, fill) for _, _, y, symbol, fill in marks_of(figure)}
    assert drawn == {
        "JPN": ("circle", THEME.tones[4]),
        "CHL": ("circle", THEME.paper),
        "PER": ("diamond", THEME.paper),
    }


def test_statuses_differ_in_fill_pattern_weight_and_sign() -> None:
    events = "\n".join(
        f"- {{date: 2023-0{n}-01, title: {status}, status: {status}, actors: [Japan, Chile]}}"
        for n, status in enumerate(STATUSES, 1)
    )
    _, figure = timeline_of(tables_of(events))
    marks = trace(figure, "marks")["marker"]
    looks = list(
        zip(
            marks["symbol"],
            marks["color"],
            marks["line"]["dash"],
            marks["line"]["width"],
            strict=True,
        )
    )
    assert len(set(looks)) == len(STATUSES)
    symbols = [symbol for symbol, *_ in looks[::2]]
    assert symbols == ["circle", "circle", "circle", "circle-cross", "circle-x"]
    solid, dashed = (
        [
            drawn
            for drawn in figure["data"]
            if drawn.get("name") == "links" and drawn["mode"] == mode
        ]
        for mode in ("none", "markers")
    )
    assert len(solid) == 1
    assert numbers(solid[0]["x"]).size == 2 * 6
    patterns = dashed[0]["marker"]["line"]["dash"]
    assert patterns == ["dash", "dashdot", "dot"]
    colors = {look[1] for look in looks[:4]}
    assert colors == {THEME.tones[2]}
    assert THEME.tones[2] not in {look[1] for look in looks[4:]}


def test_marks_of_confirmed_events_hold_a_check_in_a_colour_that_shows() -> None:
    tables = tables_of("""
        - date: 2023
          title: An act
          type: condemn
          status: confirmed
          actors: [Japan]
          targets: [Chile]
        """)
    _, figure = timeline_of(tables)
    names = [drawn.get("name") for drawn in figure["data"]]
    checks = figure["data"][names.index("marks") + 1 : names.index("titles")]
    marks = {y: x for _, x, y, *_ in marks_of(figure)}
    assert [drawn["line"]["color"] for drawn in checks] == [THEME.paper, THEME.text]
    for drawn in checks:
        x, y = numbers(drawn["x"]), numbers(drawn["y"])
        assert len(x) == 4
        middle = min(marks, key=lambda place: abs(place - np.nanmean(y)))
        assert np.nanmax(np.hypot(x - marks[middle], y - middle)) < 6


def test_the_colour_is_that_of_the_score() -> None:
    scores = (-9, -3, 0, 3, 9)
    events = "\n".join(
        f"- {{date: 200{n}, title: Act {n}, score: {score}, actors: [Japan]}}"
        for n, score in enumerate(scores)
    )
    _, figure = timeline_of(tables_of(events))
    assert trace(figure, "marks")["marker"]["line"]["color"] == list(THEME.tones)


def test_more_important_marks_are_larger() -> None:
    events = "- {date: 2001, title: Little, importance: 1, actors: [Japan]}\n"
    events += "- {date: 2002, title: Much, importance: 5, actors: [Japan]}"
    _, figure = timeline_of(tables_of(events))
    small, large = trace(figure, "marks")["marker"]["size"]
    assert small < large


def test_the_chosen_event_stands_in_a_shade() -> None:
    plain, chosen = (shipped_figure(query)[1]["data"] for query in ("", "event=treaty"))
    (shade,) = [drawn for drawn in chosen if drawn.get("opacity") == 0.14]
    assert not [drawn for drawn in plain if drawn.get("opacity") == 0.14]
    x = {x for id_, x, *_ in marks_of(shipped_figure()[1]) if id_ == "treaty"}
    assert numbers(shade["x"])[:2] == pytest.approx(np.array([*x, *x]), abs=0.01)


def test_a_bar_lies_where_its_event_lasts_and_is_pointed_where_it_is_not_known() -> None:
    tables = tables_of("""
        - {date: 2023-03-01/2023-06-30, title: Known, score: 9, actors: [Japan]}
        - {date: 2023-09, title: Vague, score: -9, actors: [Japan]}
        """)
    timeline, figure = timeline_of(tables)
    areas = [drawn for drawn in figure["data"] if drawn.get("name") == "bars"]
    known, vague = (
        next(drawn for drawn in areas if drawn["fillcolor"][:7] == THEME.tones[tone])
        for tone in (4, 0)
    )
    heights = [len(set(numbers(drawn["x"])[:-1].round(1).tolist())) for drawn in (known, vague)]
    assert heights == [2, 4]
    days = (timeline.window.upper - timeline.window.lower) / 86_400
    wide = np.ptp(numbers(known["x"])[:-1])
    assert wide == pytest.approx(122 / days * timeline.width, abs=0.2)


def test_leaders_run_from_titles_down_to_marks() -> None:
    timeline, figure = shipped_figure()
    leaders = trace(figure, "leaders")
    x, y = (numbers(leaders[name]).reshape(-1, 3)[:, :2] for name in ("x", "y"))
    assert (x[:, 0] == x[:, 1]).all()
    assert (y[:, 0] < y[:, 1]).all()
    assert len(x) == len(timeline.titles)


@pytest.mark.parametrize("width", [340.0, 1200.0])
def test_lane_names_stand_beside_their_lanes(width: float) -> None:
    timeline, figure = timeline_of(shipped(), "", width)
    axis = figure["layout"]["yaxis"]
    names = [unescape(text).replace("<br>", " ") for text in axis["ticktext"]]
    assert names == list(timeline.lanes.names)
    off = np.abs(np.array(axis["tickvals"]) - timeline.lane_y)
    assert off.max() <= timeline.heights.lane / 2


@pytest.mark.parametrize("width", [340.0, 1200.0])
def test_lanes_of_one_long_word_have_names(width: float) -> None:
    names = ("Bundesverteidigungsministerium", "Росвооружение-Рособоронэкспорт", "W" * 300)
    actors = "".join(
        f"  - {{id: a{n}, name: {name}, kind: person}}\n" for n, name in enumerate(names)
    )
    tables = tables_of(
        f"actors:\n{actors}events:\n  - {{date: 2023, title: An act, actors: [a0, a1, a2]}}\n"
    )
    _, figure = timeline_of(tables, "lanes=actor", width)
    labels = figure["layout"]["yaxis"]["ticktext"]
    shown = {label.replace("<br>", "").removesuffix("…") for label in labels}
    assert all(any(name.startswith(text) for name in names) and len(text) > 12 for text in shown)
    assert len(shown) == len(names)


@pytest.mark.parametrize("width", [340.0, 1200.0])
@pytest.mark.parametrize("query", ["", "lanes=actor", "event=a"])
def test_no_text_of_a_file_becomes_markup(width: float, query: str) -> None:
    tables = tables_of(f"""
        title: '{HOSTILE}'
        actors:
          - {{id: evil, name: '{HOSTILE}', kind: organization}}
          - {{id: worse, name: '<b>{HOSTILE}</b>', kind: person}}
        periods:
          - {{name: '{HOSTILE}', date: 2023}}
        events:
          - {{id: a, date: 2023-01-01, title: '{HOSTILE}', actors: [evil], targets: [worse]}}
          - {{id: b, date: 2023-12-01, title: '<a href="x">y</a>', importance: 5, actors: [worse]}}
        """)
    _, figure = timeline_of(tables, query, width)
    assert_good(figure)
    found = list(texts(figure))
    assert any("&lt;" in text for text in found)
    for text in found:
        assert "<" not in MARKUP.sub("", text), text


@pytest.mark.parametrize("width", [340.0, 1200.0])
@pytest.mark.parametrize("lanes", ["country", "actor", "type"])
def test_filters_that_exclude_all_leave_a_figure(width: float, lanes: str) -> None:
    tables = tables_of("""
        periods: [{name: A time, date: 2023}]
        events: [{date: 2023, title: An act, actors: [Japan]}]
        """)
    _, figure = timeline_of(tables, f"text=nothing&lanes={lanes}", width)
    assert_good(figure)
    assert marks_of(figure) == []


def test_every_symbol_is_one_that_plotly_knows() -> None:
    assert set(ROLE_SYMBOLS) == {"circle", "diamond"}
    _, figure = timeline_of(world(300), "", 1200.0)
    assert_good(figure)
