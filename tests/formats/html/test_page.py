"""The offline page: the events of a selection, the drawings of the page, what is withheld."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard import Selection, load, network, timeline
from dashboard.formats.html import page as page_module
from dashboard.formats.html.page import NETWORK, WIDTH, TooManyEventsError
from tests.benchmarks.worlds import world
from tests.examples import EVENTS_FILE, shipped, tables_of
from tests.formats.html.offline import data_of, page_of, texts_of

WITHHELD = "vostochny"


def test_the_shipped_file_is_small() -> None:
    assert len(page_of(load(EVENTS_FILE)).encode()) <= 64_000


def test_two_thousand_events_are_at_most_a_megabyte() -> None:
    assert len(page_of(world(2_000)).encode()) <= 1_000_000


def test_the_timeline_has_the_titles_and_positions_of_the_library() -> None:
    tables = shipped()
    drawn = timeline(tables, width=WIDTH)
    plot = data_of(page_of(tables))["timeline"][2][-1][2]
    (plot,) = (part for part in plot if "clip-path" in part[1])
    groups = {
        part[1]["data-e"]: part for part in plot[2] if part[1].get("class", "")[:5] == "title"
    }
    assert len(groups) == len(drawn.titles) > 5
    for title in drawn.titles:
        group = groups[str(tables.row_of[title.id])]
        assert group[1]["transform"] == f"translate({title.x:.1f} 0)".replace(".0 ", " ")
        assert " ".join(texts_of(group)) == " ".join(title.lines)


def test_the_network_has_the_names_of_the_library() -> None:
    width, height = NETWORK
    drawn = network(shipped(), width=width, height=height)
    texts = texts_of(data_of(page_of(shipped()))["network"])
    assert set(texts) == {line for lines in drawn.nodes.names for line in lines}


def test_a_selection_exports_its_events_alone() -> None:
    tables = shipped()
    selection = Selection.of(tables, country="Japan")
    page = page_of(tables, selection=selection)
    data = data_of(page)
    assert len(data["title"]) == int(selection.apply(tables).visible.sum())
    assert data["sentence"] == selection.describe(tables)
    assert "Japan" in data["sentence"]
    assert data["sentence"] in page


def test_a_window_is_the_span_of_its_page() -> None:
    tables = shipped()
    selection = Selection.of(tables, from_="2023-10", to="2023-10")
    data = data_of(page_of(tables, selection=selection))
    assert data["span"] == [selection.window.lower, selection.window.upper]
    assert all(name.endswith("October 2023") for name in data["date"][1:-1])


def test_flags_of_withheld_events_hold_as_known_on_a_day() -> None:
    tables = shipped()
    withheld = (tables.events["id"] == WITHHELD).to_numpy()
    selection = Selection.of(tables, as_known_on="2023-10-20")
    data = data_of(page_of(tables, selection=selection, withheld=withheld))
    assert len(data["title"]) < len(tables.events)
    assert [data["date"][number] for number in data["hidden"]] == ["13 September 2023"]


def test_links_to_events_outside_the_selection_are_left_out() -> None:
    tables = shipped()
    data = data_of(page_of(tables, selection=Selection.of(tables, country="Japan")))
    numbers = {other for links in data["links"].values() for _, other in links}
    assert numbers <= set(range(len(data["title"])))


def test_a_withheld_event_keeps_its_mark_and_nothing_else() -> None:
    tables = shipped()
    withheld = (tables.events["id"] == WITHHELD).to_numpy()
    event = tables.events.iloc[int(np.flatnonzero(withheld)[0])]
    page = page_of(tables, withheld=withheld, citations=["Closed Data 2024"])
    data = data_of(page)
    (number,) = data["hidden"]
    assert data["title"][number] == ""
    for key in ("description", "place", "claims", "cited", "links"):
        assert str(number) not in data[key], key
    for text in (event["title"], event["description"], event["place"], WITHHELD):
        assert text not in str(data), text
    assert f"'data-e': '{number}'" in str(data["timeline"])
    assert "1 event withheld" in page
    assert '<p dir="auto">Closed Data 2024</p>' in page


def test_a_source_that_only_a_withheld_event_cites_is_left_out() -> None:
    tables = shipped()
    withheld = (tables.events["id"] == WITHHELD).to_numpy()
    row = int(np.flatnonzero(withheld)[0])
    own = set(tables.sources.loc[tables.sources["event"] == row, "title"])
    rest = set(tables.sources.loc[tables.sources["event"] != row, "title"])
    texts = str(data_of(page_of(tables, withheld=withheld))["sources"])
    assert own - rest
    assert not [title for title in own - rest if title in texts]


def test_too_many_events_are_refused_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_module, "MOST_EVENTS", 3)
    with pytest.raises(TooManyEventsError, match=r"at most 3 events, .* narrow it"):
        page_of(shipped())


def test_a_file_without_events_has_a_page() -> None:
    data = data_of(page_of(tables_of("[]")))
    assert data["title"] == []


def test_own_colours_are_rules_of_the_style() -> None:
    tables = tables_of(
        """
        actors: [{id: us, name: Us, kind: organization, color: "#123456"}]
        events: [{date: 2023, title: One, actors: [us], targets: [Japan]}]
        """
    )
    assert "{fill:#123456}" in page_of(tables)
