"""The parts of the menu with which a view is shown in another page."""

from __future__ import annotations

from dashboard import Selection
from dashboard.page.embedding import embedding
from dashboard.query.choices import EMBEDDED
from tests.examples import shipped


def test_the_menu_offers_every_view_for_a_frame() -> None:
    _, charts, code, note = embedding()
    assert {option.value for option in charts.children} == set(EMBEDDED)
    assert code.readOnly
    assert "--allow-frame" in str(note.children)


def test_links_in_a_frame_keep_its_view() -> None:
    selection = Selection.from_query("view=timeline&country=Japan", shipped())
    assert selection.to_query() == "country=JPN&view=timeline"
    assert selection.unfiltered.view == "timeline"
