"""The timeline drawn: valid and small at any size, escaped, and true to its layout."""

from __future__ import annotations

import json

import numpy as np
import pytest

from dashboard.analysis.timeline.crowd import MOST_MARKS
from dashboard.analysis.timeline.lanes import OTHERS
from dashboard.analysis.timeline.timeline import Timeline
from dashboard.figures.signs import SIZE
from dashboard.figures.timeline import margins
from dashboard.markup import Markup, to_text
from dashboard.model.book import STATUSES
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of
from tests.figures.drawn import (
    HOSTILE,
    assert_good,
    box_of,
    by_event,
    classes,
    drawn_text,
    number,
    of_class,
    of_tag,
    outlines,
    signs,
    timeline_of,
    tones,
)

NATIONS = ("Austria", "Belgium", "Chile", "Denmark", "Estonia", "France", "Ghana")
DAY = 86_400


@pytest.mark.parametrize("width", [340.0, 1440.0, 2200.0])
@pytest.mark.parametrize("events", [0, 16, 1_000, 5_000])
def test_drawings_of_any_number_of_events_are_valid_and_small(events: int, width: float) -> None:
    tables = shipped() if events == 16 else world(events)
    assert_good(timeline_of(tables, "", width)[1])


def test_a_picture_full_of_single_marks_is_small_too() -> None:
    timeline, drawing = timeline_of(world(5_000), "from=2003-01&to=2003-06", 2200.0)
    assert timeline.density is None
    assert len(timeline.marks.owner) == MOST_MARKS
    assert_good(drawing)


def test_long_texts_and_ids_make_no_large_picture() -> None:
    title = "A title of many words that goes on and on and says all that happened on that day"
    events = [
        f"- {{id: {'long-' * 11}{n}, date: 20{n:02d}-07-01, title: '{title} {n}', status: denied,"
        f" targets: [{', '.join(NATIONS)}], actors: [Japan]}}"
        for n in range(MOST_MARKS // (len(NATIONS) + 1))
    ]
    timeline, drawing = timeline_of(tables_of("\n".join(events)))
    assert timeline.density is None
    assert_good(drawing)


@pytest.mark.parametrize("query", ["", "from=2023-10-01&to=2023-11-15&event=treaty"])
def test_a_drawing_is_as_wide_as_its_room_and_carries_what_turns_pixels_into_time(
    query: str,
) -> None:
    timeline, drawing = timeline_of(shipped(), query)
    left, right, *_ = margins(1200)
    assert number(drawing, "width") == 1200
    assert number(drawing, "data-width") == timeline.width == 1200 - left - right
    window = timeline.window.lower, timeline.window.upper
    assert tuple(number(drawing, f"data-{end}") for end in ("lower", "upper")) == window
    seconds, pixels = zip(*json.loads(drawing[1]["data-axis"]), strict=True)
    assert (seconds[0], seconds[-1]) == window
    assert (pixels[0], pixels[-1]) == (0, timeline.width)
    assert list(seconds) == sorted(seconds)
    assert drawing[1]["data-query"] == query
    (area,) = of_class(drawing, "plot-area")
    assert number(area, "height") == pytest.approx(timeline.head + timeline.height, abs=0.05)
    assert number(area, "height") < number(drawing, "height")


def test_each_event_is_one_link_that_names_it_its_actors_and_its_dyads() -> None:
    tables = shipped()
    timeline, drawing = timeline_of(tables, "country=RUS")
    events = by_event(drawing)
    assert len(events) == len(of_class(drawing, "event"))
    assert set(events) == {event.id for event in timeline.events}
    for event, words in zip(timeline.events, map(events.get, events), strict=True):
        assert words is not None
        assert words[1]["aria-label"] == event.sentence
        assert words[1]["href"] == f"?country=RUS&event={event.id}"
        assert "tip" in classes(words)
    visit = events["lavrov-pyongyang"][1]
    assert set(visit["data-actors"].split("|")) >= {"RUS", "PRK"}
    assert set(visit["data-dyads"].split(":")) == {"RUS", "PRK"}


def test_a_sign_is_in_the_lane_of_each_that_takes_part() -> None:
    timeline, drawing = timeline_of(shipped())
    events = by_event(drawing)
    taking_part = {"joint-statement": {"JPN", "KOR", "USA", "PRK", "RUS"}, "treaty": {"PRK", "RUS"}}
    for event, actors in taking_part.items():
        assert {lane_at(timeline, y) for _, _, y, _ in signs(events[event])} == actors


def lane_at(timeline: Timeline, y: float) -> str:
    """Id of the lane whose middle is nearest."""
    return timeline.lanes.ids[int(np.argmin(np.abs(timeline.lane_y - y)))]


def test_titles_are_links_to_their_events_and_important_ones_are_bold() -> None:
    timeline, drawing = timeline_of(shipped())
    titles = by_event(drawing, "title")
    assert set(titles) == {title.id for title in timeline.titles}
    for title in timeline.titles:
        part = titles[title.id]
        words = " ".join(drawn_text(line) for line in of_tag(part, "tspan"))
        assert words == " ".join(title.lines)
        assert part[1]["href"] == f"?event={title.id}"
        assert part[1]["data-actors"]
        assert ("bold" in classes(part)) == title.bold
    assert "bold" in classes(titles["lavrov-pyongyang"])
    assert "bold" not in classes(titles["treaty"])


def test_roles_are_a_full_a_hollow_and_a_small_sign() -> None:
    timeline, drawing = timeline_of(
        tables_of("""
        - date: 2023
          title: An exercise
          type: joint_exercise
          actors: [Japan]
          targets: [Chile]
          aimed_at: [Peru]
        """)
    )
    (event,) = of_class(drawing, "event")
    drawn = {lane_at(timeline, y): (tag, names - {"mark"}) for tag, _, y, names in signs(event)}
    assert drawn == {
        "JPN": ("circle", {"tone-4", "actor"}),
        "CHL": ("circle", {"tone-4", "target"}),
        # In the colour of its own score: the exercise is aimed at Peru.
        "PER": ("rect", {"tone-0", "target"}),
    }


@pytest.mark.parametrize("status", STATUSES)
def test_what_is_not_established_has_a_question_mark_and_a_dashed_link(status: str) -> None:
    event = f"- {{date: 2023-05-01, title: A, status: {status}, actors: [Japan, Chile]}}"
    _, drawing = timeline_of(tables_of(event))
    is_established = status in ("confirmed", "reported")
    assert [drawn_text(part) for part in of_class(drawing, "doubt")] == (
        [] if is_established else ["?", "?"]
    )
    (link,) = of_class(drawing, "link")
    assert ("dashed" in classes(link)) != is_established
    (drawn,) = of_class(drawing, "event")
    assert status in drawn[1]["aria-label"]


def test_the_tone_and_the_shape_are_those_of_the_score() -> None:
    events = "\n".join(
        f"- {{id: e{n}, date: 200{n}, title: Act {n}, score: {score}, actors: [Japan]}}"
        for n, score in enumerate((-9, -3, 0, 3, 9))
    )
    found = by_event(timeline_of(tables_of(events))[1])
    for n, tag in enumerate(("rect", "rect", "circle", "circle", "circle")):
        ((shape, _, _, names),) = signs(found[f"e{n}"])
        assert shape == tag
        assert f"tone-{n}" in names


def test_only_the_open_event_has_a_ground() -> None:
    def grounds(query: str) -> set[str]:
        found = by_event(timeline_of(shipped(), query)[1])
        return {event for event, part in found.items() if of_class(part, "halo")}

    assert grounds("") == set()
    assert grounds("event=treaty") == {"treaty"}


def test_a_bar_lies_where_its_event_lasts_and_is_pointed_where_it_is_not_known() -> None:
    timeline, drawing = timeline_of(
        tables_of("""
        - {date: 2023-03-01/2023-06-30, title: Known, score: 9, actors: [Japan]}
        - {date: 2023-09, title: Vague, score: -9, actors: [Japan]}
        """)
    )
    bars = {tones([bar])[0]: bar for bar in of_class(drawing, "bar")}
    known, vague = (outlines(bars[tone][1]["d"])[0] for tone in (4, 0))
    assert [len({x for x, _ in points}) for points in (known, vague)] == [2, 4]
    left, _, right, _ = box_of(bars[4])
    days = (timeline.window.upper - timeline.window.lower) / DAY
    assert right - left == pytest.approx(122 / days * timeline.width, abs=0.2)


def test_leaders_run_from_titles_to_marks() -> None:
    _, drawing = timeline_of(shipped())
    events = by_event(drawing)
    titles = by_event(drawing, "title")
    assert len(titles) > 10
    for event, title in titles.items():
        (leader,) = of_class(title, "leader")
        ((begin, end),) = outlines(leader[1]["d"])
        assert begin[0] == end[0] == 0
        assert begin[1] != end[1]
        assert number(title, "data-x") == pytest.approx(
            number(events[event], "data-x"), abs=SIZE / 2
        )


@pytest.mark.parametrize("width", [340.0, 1200.0])
def test_lane_names_stand_beside_their_lanes_and_lead_to_their_actors(width: float) -> None:
    timeline, drawing = timeline_of(shipped(), "", width)
    names = of_class(drawing, "lane-name")
    shown = [" ".join(map(drawn_text, of_tag(name, "tspan"))) for name in names]
    assert [text.translate(ISOLATES) for text in shown] == list(timeline.lanes.names)
    heights = np.broadcast_to(timeline.lane_height, len(names)).tolist()
    for name, y, height in zip(names, timeline.lane_y.tolist(), heights, strict=True):
        lines = [number(line, "y") for line in of_tag(name, "tspan")]
        assert abs(np.mean(lines) - y) <= height / 2
    linked = {part[1]["data-actor"]: part[1]["href"] for part in actors_of(drawing)}
    assert linked == {id_: f"?country={id_}" for id_ in timeline.lanes.ids if id_ != OTHERS}


ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def actors_of(drawing: Markup) -> list[Markup]:
    return [part for part in of_tag(drawing, "a") if "data-actor" in part[1]]


@pytest.mark.parametrize("width", [340.0, 1200.0])
def test_lanes_of_one_long_word_have_names(width: float) -> None:
    names = ("Bundesverteidigungsministerium", "Росвооружение-Рособоронэкспорт", "W" * 300)
    actors = "".join(
        f"  - {{id: a{n}, name: {name}, kind: person}}\n" for n, name in enumerate(names)
    )
    tables = tables_of(
        f"actors:\n{actors}events:\n  - {{date: 2023, title: An act, actors: [a0, a1, a2]}}\n"
    )
    _, drawing = timeline_of(tables, "lanes=actor", width)
    labels = [drawn_text(part).translate(ISOLATES) for part in of_class(drawing, "lane-name")]
    shown = {label.removesuffix("…") for label in labels}
    assert all(any(name.startswith(text) for name in names) and len(text) > 5 for text in shown)
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
    _, drawing = timeline_of(tables, query, width)
    assert_good(drawing)
    text = to_text([drawing])
    assert "&lt;" in text
    for tag in ("<img", "<b>", '<a href="x"'):
        assert tag not in text


@pytest.mark.parametrize("width", [340.0, 1200.0])
@pytest.mark.parametrize("lanes", ["country", "actor", "type"])
def test_filters_that_exclude_all_leave_a_drawing(width: float, lanes: str) -> None:
    tables = tables_of("""
        periods: [{name: A time, date: 2023}]
        events: [{date: 2023, title: An act, actors: [Japan]}]
        """)
    _, drawing = timeline_of(tables, f"text=nothing&lanes={lanes}", width)
    assert_good(drawing)
    assert of_class(drawing, "event") == []


def test_what_is_moved_along_the_axis_says_where_it_is() -> None:
    """A gesture moves what has `data-x`, and scales what is `stretched`."""
    _, drawing = timeline_of(world(300), "links=all")
    (plot,) = (part for part in of_tag(drawing, "g") if "clip-path" in part[1])
    for part in plot[2]:
        if "lane-scale" in classes(part):
            continue  # It is at the edge of the plot, wherever the time goes.
        assert "data-x" in part[1] or "stretched" in classes(part), part[:2]
        if "data-x" in part[1]:
            assert part[1]["transform"] == f"translate({part[1]['data-x']} 0)"
