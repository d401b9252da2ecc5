"""The callbacks as the browser calls them: controls in, pictures, list and card out."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from dashboard.app import create_app
from dashboard.page.controls import CONTROLS, to_controls
from dashboard.query.selection import RELATIONS, Selection
from tests.callback_payloads import PATH, SENT, payloads_of
from tests.examples import SHIPPED, shipped
from tests.figures.drawn import assert_good
from tests.page.drawn import Drawn, drawn_text, elements, of_class, parsed

PHONE = {"timeline": [366, 0], "relations": [366, 300], "change": [366, 0], "scale": 1.0}


class Browser:
    """Calls the callbacks of an app over HTTP, as Dash does in the browser."""

    def __init__(self, file: Path) -> None:
        self.app = create_app(file)
        self.client = self.app.server.test_client()

    def call(self, output: str, values: dict[str, Any], changed: str = "") -> dict[str, Any]:
        """Returns the properties by `id.property` that the callback of an output sets."""
        (payload,) = payloads_of(self.app, values, output)
        payload["changedPropIds"] = [changed] if changed else []
        answer = self.client.post(PATH, json=payload)
        assert answer.status_code == 200, answer.text
        return {
            f"{id_}.{prop}": value
            for id_, props in answer.get_json()["response"].items()
            for prop, value in props.items()
        }

    def render(self, query: str = "", **more: Any) -> dict[str, Any]:
        selection = Selection.from_query(query, shipped())
        chosen = to_controls(selection, shipped())
        values = {id_: chosen[name] for name, (id_, _) in CONTROLS.items()}
        view = {"viewport": SENT, "revision": "", "relations-view": "network"}
        return self.call("charts.data", values | view | more)

    def evidence(self, query: str = "", turned: bool = False, **more: Any) -> dict[str, Any]:
        values = {"shown": query, "revision": "", "list-page": 1, "listed": None} | more
        changed = "list-page.value" if turned else "shown.data"
        return self.call("evidence.data", values, changed)


@pytest.fixture(scope="module")
def browser() -> Browser:
    return Browser(SHIPPED)


def row_ids(answer: dict[str, Any]) -> list[str]:
    rows = parsed(answer["evidence.data"]["event-list"])
    return [part[1]["data-event-id"] for part in elements(rows) if "data-event-id" in part[1]]


def drawing(answer: dict[str, Any], chart: str = "timeline", output: str = "charts") -> Drawn:
    """The drawing of a chart in the answer of a callback; names of columns are before it."""
    *_, found = parsed(answer[f"{output}.data"][chart])
    assert found[0] == "svg"
    return found


def test_the_address_sets_the_controls(browser: Browser) -> None:
    query = "country=Japan&country=KOR&match=all&text=arms&from=2023-10&event=treaty"
    answer = browser.call("country-filter.value", {"address": {"query": query}})
    assert answer["country-filter.value"] == ["JPN", "KOR"]
    assert answer["match-mode.value"] == "all"
    assert answer["text-filter.value"] == "arms"
    assert answer["window.data"][0] == 1_696_118_400
    assert answer["event.data"] == "treaty"


def test_no_address_clears_the_controls(browser: Browser) -> None:
    answer = browser.call("country-filter.value", {"address": None})
    assert answer["country-filter.value"] == []
    assert answer["window.data"] is None


def test_the_controls_make_the_pictures_the_summary_and_the_query(browser: Browser) -> None:
    answer = browser.render("country=JPN&country=KOR&match=all")
    for name in ("timeline", "relations"):
        assert_good(drawing(answer, name))
    query = drawing(answer)[1]["data-query"]
    assert query == "country=JPN&country=KOR&match=all"
    strip = {"shown": query, "viewport": SENT, "revision": ""}
    assert_good(drawing(browser.call("strip.data", strip), "overview", "strip"))
    assert answer["selection-summary.children"].startswith("5 of 16 events · Japan and South Korea")
    assert answer["charts.data"]["country-filter-choice"] == ": Japan +1"


def test_the_viewport_decides_the_sizes(browser: Browser) -> None:
    desktop, phone = browser.render(), browser.render(viewport=PHONE)
    assert [drawing(each)[1]["width"] for each in (desktop, phone)] == ["1400", "366"]
    widths = [float(drawing(each, "relations")[1]["width"]) for each in (desktop, phone)]
    assert widths == [760, 366]


def test_nothing_is_drawn_before_the_browser_has_told_its_size(browser: Browser) -> None:
    values = {id_: None for id_, _ in CONTROLS.values()} | {"viewport": None}
    (payload,) = payloads_of(browser.app, values, "charts.data")
    answer = browser.client.post(PATH, json=payload)
    assert (answer.status_code, answer.text) == (204, "")


def test_what_has_no_title_is_counted(browser: Browser) -> None:
    titles = of_class(drawing(browser.render("from=2024-01")), "title")
    assert len(titles) == 4
    assert browser.render("from=2024-01")["charts.data"]["titles-note"] == ""


@pytest.mark.parametrize("view", RELATIONS)
def test_one_view_of_the_relations_is_drawn(browser: Browser, view: str) -> None:
    answer = browser.render(**{"relations-view": view})
    drawn = answer["charts.data"]
    assert bool(drawn["relations"]) == (view == "network")
    assert bool(drawn["relations-panel"]) == (view != "network")
    asked = {} if view == "network" else {"relations": view}
    assert dict(parse_qsl(drawing(answer)[1]["data-query"])) == asked


def test_the_query_makes_the_list_and_the_card(browser: Browser) -> None:
    answer = browser.evidence("country=JPN&event=trilateral-air")
    assert len(row_ids(answer)) == 5
    assert answer["list-heading.children"] == "Events in view (5)"
    assert answer["evidence.data"]["event-details"]
    assert browser.evidence("country=JPN")["evidence.data"]["event-details"] == ""


@pytest.fixture
def long_list(tmp_path: Path) -> Browser:
    file = tmp_path / "events.yaml"
    file.write_text(
        "".join(
            f"- {{id: e{n}, date: {1900 + n}, title: Event {n}, actors: [Japan]}}\n"
            for n in range(60)
        ),
        "utf-8",
    )
    return Browser(file)


def test_pages_are_turned(long_list: Browser) -> None:
    first = long_list.evidence()
    assert (first["list-page.total"], first["list-page.value"]) == (3, 1)
    third = long_list.evidence(turned=True, listed="", **{"list-page": 3})
    assert row_ids(third) == [f"e{n}" for n in range(50, 60)]


def test_another_set_of_events_begins_at_its_first_page(long_list: Browser) -> None:
    answer = long_list.evidence("from=1910", listed="", **{"list-page": 2})
    assert answer["list-page.value"] == 1
    assert row_ids(answer)[0] == "e10"


def test_opening_an_event_turns_to_its_page(long_list: Browser) -> None:
    answer = long_list.evidence("event=e40", listed="")
    assert answer["list-page.value"] == 2
    assert "e40" in row_ids(answer)


def test_the_reader_can_turn_away_from_the_open_event(long_list: Browser) -> None:
    answer = long_list.evidence("event=e40", turned=True, listed="", **{"list-page": 3})
    assert answer["list-page.value"] == 3
    assert answer["evidence.data"]["event-details"]


def test_a_page_beyond_the_last_is_the_last(long_list: Browser) -> None:
    answer = long_list.evidence("", turned=True, listed="", **{"list-page": 9})
    assert answer["list-page.value"] == 3


def test_a_new_revision_brings_options_title_and_notices(tmp_path: Path) -> None:
    file = tmp_path / "events.yaml"
    file.write_text("title: One\nevents: [{date: 2023, title: A, actors: [Japan]}]\n", "utf-8")
    browser = Browser(file)
    before = browser.call("notices.children", {"revision": "1", "country-filter": ["CHL"]})
    assert before["page-title.children"] == "One"
    assert before["notices.children"] == []
    groups = {group["group"] for group in before["country-filter.data"]}
    assert groups == {"Countries", "No longer in the file"}
    file.write_text("title: Two\nevents: [", "utf-8")
    after = browser.call("notices.children", {"revision": "2"})
    assert after["page-title.children"] == "One"
    assert after["notices.children"]


def test_an_event_that_is_gone_after_a_reload_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "events.yaml"
    file.write_text("- {id: a, date: 2023, title: A, actors: [Japan]}\n", "utf-8")
    browser = Browser(file)
    assert browser.evidence("event=a")["evidence.data"]["event-details"]
    file.write_text("- {id: b, date: 2023, title: B, actors: [Japan]}\n", "utf-8")
    answer = browser.evidence("event=a")
    assert answer["evidence.data"]["event-details"] == ""
    assert row_ids(answer) == ["b"]


@pytest.mark.parametrize(
    ("text", "message"), [("2024", ""), ("soon", '"soon" is not a valid date')]
)
def test_a_day_that_is_not_valid_is_reported_at_its_field(
    browser: Browser, text: str, message: str
) -> None:
    answer = browser.render(**{"known-on": text})
    assert answer["known-on.error"].startswith(message)
    assert bool(answer["known-on.error"]) == bool(message)
    unknown = drawn_text(parsed(answer["charts.data"]["not-understood"]))
    assert message in unknown
