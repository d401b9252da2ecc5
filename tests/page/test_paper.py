"""The page on paper: every event and source, both orientations, ids that occur once."""

from __future__ import annotations

import re

import pytest

from dashboard import Selection
from dashboard.analysis.dataset import Dataset
from dashboard.markup import to_text
from dashboard.page import paper
from dashboard.page.paper import WIDTHS, draw_paper
from dashboard.query.choices import RELATIONS
from tests.examples import shipped
from tests.pseudo import bracketed


def sheets(query: str = "") -> str:
    tables = shipped()
    return to_text(draw_paper(Dataset(tables), Selection.from_query(query, tables)))


def test_every_event_is_listed_and_every_source_numbered() -> None:
    text, tables = sheets(), shipped()
    listed = re.findall(r'data-event-id="([^"]*)"', text)
    assert listed == list(tables.events["id"])
    _, sources = text.split("<h2>Sources</h2>")
    urls = {*tables.sources["url"], *tables.claims["source_url"]} - {""}
    assert all(url.replace("&", "&amp;") in sources for url in urls)
    numbers = {int(number) for number in re.findall(r" \[(\d+)\]", text)}
    assert numbers == set(range(1, sources.count("<li>") + 1))


def test_a_selection_has_its_events_alone() -> None:
    text, tables = sheets("country=Japan"), shipped()
    selected = Selection.of(tables, country="Japan").apply(tables).visible
    assert text.count("data-event-id") == selected.sum() < len(tables.events)
    assert "Japan" in text.split("</header>")[0]


def test_each_orientation_has_a_timeline_of_its_width_that_can_be_scaled() -> None:
    text = sheets()
    for name, width in WIDTHS.items():
        part = text.split(f"only-{name}")[1]
        assert f'viewBox="0 0 {width:.0f} ' in part.split(">")[1] + ">"


def test_no_id_occurs_twice_or_on_the_screen() -> None:
    ids = re.findall(r' id="([^"]*)"', sheets())
    assert sorted(ids) == ["timeline-clip-landscape", "timeline-clip-portrait"]


@pytest.mark.parametrize("view", RELATIONS)
def test_the_chosen_view_of_the_relations_is_printed(view: str) -> None:
    relations = sheets(f"relations={view}").split("<h2>Relations</h2>")[1].split("<h2>")[0]
    assert len(relations) > 500
    assert ('class="network"' in relations) == (view == "network")


def test_a_long_list_states_that_it_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "are listed" not in sheets()
    monkeypatch.setattr(paper, "MOST_LISTED", 3)
    text = sheets()
    assert text.count("data-event-id") == 3
    assert "The first 3 are listed; a narrower selection is listed whole." in text


def test_headings_and_notes_are_in_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "MOST_LISTED", 3)
    with bracketed():
        text = sheets()
    headings = re.findall("<h2>(.*?)</h2>", text)
    number = len(shipped().events)
    assert headings == ["⟦Timeline⟧", "⟦Relations⟧", f"⟦Events ({number})⟧", "⟦Sources⟧"]
    assert "⟦The first 3 are listed; a narrower selection is listed whole.⟧" in text
    assert len(re.findall("⟦⟦[^⟧]+⟧, score [^⟧]+⟧ · ⟦[a-z]+⟧", text)) == 3
