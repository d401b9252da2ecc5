"""The page's skeleton: the ids that others rely on, each once, and a name for every part."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from dash.development.base_component import Component

from dashboard.analysis.feed import FixedFeed
from dashboard.app import create_app
from dashboard.figures.signs import STATUS_STYLES
from dashboard.page.layout import page
from dashboard.page.panels import TABS
from dashboard.query.choices import LANES, MATCHES
from dashboard.words.catalogue import LANGUAGES
from tests.examples import shipped, tables_of
from tests.page.components import drawn_text, every, ids, of_class, of_kind, text
from tests.page.drawn import parsed
from tests.pseudo import TAG, bracketed

PUBLIC = (
    *("country-filter", "match-mode", "type-filter", "status-filter", "text-filter"),
    *("clear-filters", "lane-by", "timeline", "overview", "relations", "relations-view"),
    *("event-list", "event-details", "selection-summary", "notices", "copy-link", "theme-toggle"),
    "change",
)
"""The contract with scripts and tests outside: these ids never change."""
CHARTS = {"timeline", "overview", "relations"}
SPOKEN = (
    *("aria-label", "aria-description", "aria-roledescription", "data-tip"),
    *("placeholder", "label", "description", "nothingFoundMessage"),
)
"""Properties of components that people read or hear."""
FORMATS = ("SVG", "PNG")


@pytest.fixture(scope="module")
def whole() -> Component:
    return page(FixedFeed.of(shipped()).current())


def the(whole: Component, id_: str) -> Component:
    (found,) = (each for each in every(whole) if getattr(each, "id", None) == id_)
    return found


@pytest.mark.parametrize("id_", PUBLIC)
def test_every_public_id_exists_once(whole: Component, id_: str) -> None:
    assert ids(whole).count(id_) == 1


def test_no_id_occurs_twice(whole: Component) -> None:
    assert [id_ for id_, times in Counter(ids(whole)).items() if times > 1] == []


def test_every_callback_finds_its_parts(whole: Component) -> None:
    app = create_app(shipped())
    named = set()
    for output, callback in app.callback_map.items():
        outputs = output.strip(".").split("...") if callback.get("output") else ()
        named |= {part.rpartition(".")[0] for part in outputs}
        named |= {part["id"] for part in (*callback["inputs"], *callback["state"])}
    assert named - set(ids(whole)) == set()


def test_charts_are_named_for_those_who_cannot_see_them(whole: Component) -> None:
    boxes = {
        part: box
        for box in every(whole)
        if getattr(box, "role", None) in ("application", "img")
        for part in ids(box)
        if part in CHARTS
    }
    assert boxes.keys() == CHARTS
    for chart, box in boxes.items():
        assert 0 < len(getattr(box, "aria-label")) <= 24
        described = getattr(box, "aria-describedby").split()
        assert f"{chart}-finding" in described
        assert {*described, *getattr(box, "aria-details", "").split()} <= {*ids(whole)}
        # Keys reach the box, which speaks for its drawing.
        keys = box.role == "application"
        assert (getattr(box, "tabIndex", None) == 0) == keys
        assert (getattr(the(whole, chart), "aria-hidden", None) == "true") == keys


def test_every_control_has_a_name(whole: Component) -> None:
    controls = [
        *("country-filter", "type-filter", "status-filter", "text-filter", "known-on", "axis"),
        *("match-mode", "lane-by", "relations-view", "pinned-lanes", "theme-toggle", "play-speed"),
    ]
    for id_ in controls:
        control = the(whole, id_)
        named = getattr(control, "aria-labelledby", None)
        assert getattr(control, "aria-label", None) or named in ids(whole), id_


def test_the_name_of_a_control_begins_with_the_words_that_it_shows(whole: Component) -> None:
    shown = [
        (text(each), getattr(each, "aria-label", ""))
        for each in every(whole)
        if type(each).__name__ in ("A", "Button", "Summary")
    ]
    others = {words: name for words, name in shown if name and not name.startswith(words)}
    assert others == {"▶": "Play"}  # a sign, not a word
    names = [text(each) for each in of_kind(whole, "Button") if hasattr(each, "data-zoom")]
    assert names == ["‹Earlier", "›Later", "−Zoom out", "+Zoom in", "All"]


def test_the_list_of_a_menu_is_a_combobox_without_a_stop_of_its_own(whole: Component) -> None:
    for id_ in ("country-filter", "type-filter", "status-filter", "pinned-lanes"):
        control = the(whole, id_)
        assert control.attributes["inputField"]["role"] == "combobox"
        assert control.attributes["options"]["tabIndex"] == -1
        assert control.selectFirstOptionOnChange


def test_a_menu_shows_the_choice_of_its_first_control(whole: Component) -> None:
    for name in ("country-filter", "type-filter", "status-filter", "known-on", "lane-by"):
        (menu,) = [each for each in of_class(whole, "menu") if name in ids(each)]
        assert f"{name}-choice" in ids(of_kind(menu, "Summary"))
    (countries,) = [each for each in of_class(whole, "menu") if "country-filter" in ids(each)]
    assert "match-mode" in ids(countries)


def test_splitters_are_separators_with_a_name(whole: Component) -> None:
    splitters = of_class(whole, "splitter")
    assert [getattr(each, "data-splits") for each in splitters] == [
        "timeline",
        "relations",
        "charts",
    ]
    for each in splitters:
        assert (each.role, each.tabIndex) == ("separator", 0)
        assert getattr(each, "aria-label")


def test_edit_mode_adds_its_tools() -> None:
    whole = page(FixedFeed.of(shipped()).current(), "token")
    assert {"add-event", "editor", "edit-notice", "remarks", "remarks-list"} <= set(ids(whole))


def test_choices_are_those_of_the_query(whole: Component) -> None:
    assert [option["value"] for option in the(whole, "lane-by").data] == list(LANES)
    assert [option["value"] for option in the(whole, "match-mode").data] == list(MATCHES)
    statuses = [option["value"] for option in the(whole, "status-filter").data]
    assert statuses == list(STATUS_STYLES)


def test_what_never_changes_is_markup_of_elements_of_the_page(whole: Component) -> None:
    drawn = the(whole, "legends").data
    assert drawn.keys() <= set(ids(whole))
    assert drawn.keys() >= {each.id for each in of_class(whole, "legend")}
    for id_, words in {
        "timeline-legend": ("acts", "target", "aimed at", "conflict", "not established"),
        "key-signs": ("acts", "is acted on", "strong conflict", "confirmed", "alleged", "wheel"),
    }.items():
        text_of = drawn_text(parsed(drawn[id_])).casefold()
        assert [word for word in words if word not in text_of] == []


def test_each_tab_of_a_narrow_screen_shows_a_section(whole: Component) -> None:
    shown = {getattr(each, "data-shows", None) for each in every(whole)} - {None}
    sections = {getattr(each, "data-tab", None) for each in every(whole)} - {None}
    assert shown == sections == set(TABS)


def test_the_heading_is_the_title_of_the_file(whole: Component) -> None:
    assert text(of_kind(whole, "H1")) == shipped().title
    assert text(the(whole, "page-description")) == shipped().description
    untitled = page(FixedFeed.of(tables_of("[]")).current())
    assert text(of_kind(untitled, "H1"))


def test_what_changes_is_announced_politely(whole: Component) -> None:
    for id_ in ("notices", "selection-summary"):
        assert getattr(the(whole, id_), "aria-live") == "polite"


def test_the_first_link_leads_to_the_list(whole: Component) -> None:
    assert of_kind(whole, "A")[0].href == "#event-list"


def words_of(whole: Component) -> Iterator[str]:
    """Every text of the page, those of the parts that scripts draw without the names of keys."""
    for each in every(whole):
        inside = getattr(each, "children", None)
        yield from (part for part in (inside if isinstance(inside, list) else [inside]) if part)
        yield from (getattr(each, name, "") for name in SPOKEN)
        for option in data if isinstance(data := getattr(each, "data", None), list) else ():
            yield from (item["label"] for item in option.get("items", [option]))
            yield option.get("group", "")
    for drawn in the(whole, "legends").data.values():
        yield from re.split("<[^>]*>", re.sub("<kbd>.*?</kbd>", "", drawn))


def test_every_text_of_the_page_is_in_the_language_of_the_reader(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    languages = {**LANGUAGES, TAG: "Bracketed"}
    monkeypatch.setattr("dashboard.page.languages.LANGUAGES", languages)
    tables = shipped()
    with bracketed():
        words = [*words_of(page(FixedFeed.of(tables).current(), "token"))]
        names = {*tables.actor_names.values(), *tables.country_names.values()}
    of_file = {tables.title, tables.description, *names, *FORMATS, *languages.values()}
    texts = {text for text in words if isinstance(text, str) and re.search("[a-z]{2}", text, re.I)}
    assert {text for text in texts - of_file if not re.fullmatch(r"\s*⟦.*⟧\s*", text)} == {
        TAG.upper()
    }
