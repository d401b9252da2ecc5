"""The page as its readers use it: filters, addresses, evidence, keys, widths and schemes."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from playwright.sync_api import Request

from dashboard.words.numbers import signed
from tests.browser.the_page import ThePage


@pytest.fixture
def shown(lasting: ThePage) -> ThePage:
    """The page of the module, which shows all events; it is opened once."""
    lasting.go_on()
    return lasting


def assert_one_truth(shown: ThePage, query: str) -> None:
    """List, timeline, network and API tell of the same events."""
    events = {event["id"] for event in shown.api(f"api/events?{query}")["events"]}
    assert set(shown.listed()) == events
    assert shown.marked() == events
    edges = {
        (edge["source"], edge["target"]): edge
        for edge in shown.api(f"api/relations?{query}")["edges"]
    }
    drawn = shown.edges()
    assert drawn.keys() == edges.keys()
    for dyad, edge in edges.items():
        noun = "event" if edge["n"] == 1 else "events"
        assert f"{edge['n']} {noun}, mean {signed(edge['mean'])}" in drawn[dyad]


def test_the_sixteen_events_are_shown(shown: ThePage) -> None:
    assert len(shown.listed()) == 16
    assert shown.summary() == "16 events · Jul 2023 – Oct 2024"
    assert_one_truth(shown, "")


def test_choosing_countries_leaves_exactly_their_events(shown: ThePage) -> None:
    shown.choose("country-filter", "Japan")
    assert shown.summary() == "5 of 16 events · Japan · Aug 2023 – Oct 2023"
    assert shown.parameters() == [("country", "JPN")]
    assert_one_truth(shown, "country=JPN")
    for event in shown.api("api/events?country=JPN")["events"]:
        assert "JPN" in event["countries"]
    shown.after(lambda: shown.pick("match-mode", "all"))
    choose_by_keys(shown, "country-filter", "south k")
    assert "Japan and South Korea" in shown.summary()
    assert_one_truth(shown, "country=JPN&country=KOR&match=all")


def choose_by_keys(shown: ThePage, control: str, typed: str) -> None:
    """Chooses the first option that matches a text, and leaves the menu, by keyboard."""
    page, keys = shown.page, shown.page.keyboard
    field, menu = page.locator(f"#{control}"), page.locator(f"details.menu:has(#{control})")
    if menu.get_attribute("open") is not None:
        keys.press("Escape")
    menu.locator("> summary").press("Enter")
    page.wait_for_function("(id) => document.activeElement.id === id", arg=control)
    assert (field.get_attribute("role"), field.get_attribute("aria-expanded")) == (
        "combobox",
        "true",
    )
    keys.type(typed)
    shown.after(lambda: keys.press("Enter"))
    keys.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    assert menu.locator("> summary").evaluate("(one) => one === document.activeElement")
    keys.press("Enter")
    page.wait_for_function("(id) => document.activeElement.id === id", arg=control)
    keys.press("Tab")
    # There is no stop between the field and the next menu.
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_types_statuses_and_text_filter(shown: ThePage) -> None:
    for control, label, events in (
        ("type-filter", "Official visit", {"shoigu-pyongyang", "lavrov-pyongyang"}),
        ("status-filter", "disputed", {"container-shipments", "troops-sent"}),
    ):
        shown.choose(control, label)
        assert set(shown.listed()) == events
        shown.after(lambda: shown.page.click("#clear-filters"))
    shown.page.keyboard.press("/")
    shown.after(lambda: shown.page.keyboard.type("pyongyang lavrov"))
    assert shown.listed() == ["lavrov-pyongyang"]
    assert_one_truth(shown, "text=pyongyang+lavrov")


@pytest.mark.parametrize("end", [(), ("Enter",), ("Tab",)], ids=["rest", "enter", "leave"])
def test_a_typed_text_is_drawn_once(shown: ThePage, end: tuple[str, ...]) -> None:
    page = shown.page
    drawn: list[str] = []

    def note(request: Request) -> None:
        if "charts.data" in (request.post_data or ""):
            drawn.append(request.url)

    page.on("request", note)
    page.focus("#text-filter")

    def write() -> None:
        page.keyboard.type("lavrov")
        for key in end:
            page.keyboard.press(key)

    shown.after(write)
    page.wait_for_timeout(400)  # longer than the rest after which a text counts as typed
    page.remove_listener("request", note)
    assert len(drawn) == 1


def test_a_chip_removes_its_choice(shown: ThePage) -> None:
    shown.follow("country=JPN&actor=RUS&type=condemn")
    shown.after(shown.page.locator(".chip", has_text="Russia").click)
    assert shown.parameters() == [("country", "JPN"), ("type", "condemn")]
    assert_one_truth(shown, "country=JPN&type=condemn")


def test_reloading_the_address_gives_the_same_page(shown: ThePage) -> None:
    query = "country=RUS&from=2023-10-01&to=2023-11-15&event=lavrov-pyongyang&lanes=type"

    def seen() -> tuple[str, list[str], set[str], str]:
        title = shown.page.inner_text("#card-title")
        return shown.summary(), shown.listed(), shown.marked(), title

    shown.follow(query)
    before = seen()
    shown.open(query)
    assert before == seen()
    assert shown.query == query


def test_what_means_nothing_is_shown_and_can_be_removed(shown: ThePage) -> None:
    shown.follow("country=Korea&type=foo&country=JPN&nonsense=1")
    assert len(shown.listed()) == 5
    unknown = shown.page.locator(".chip-unknown")
    assert unknown.count() == 3
    lines = shown.page.locator("#not-understood p")
    assert "North Korea" in lines.filter(has_text="unknown country").inner_text()
    shown.after(unknown.first.click)
    assert unknown.count() < 3


def test_back_and_forward_walk_the_opened_events_and_do_not_loop(shown: ThePage) -> None:
    for event in ("vostochny", "treaty"):
        shown.after(shown.page.locator(f"[data-event-id={event}] a").click)
    title = "() => document.querySelector('#card-title').textContent"
    assert shown.page.evaluate(title) == "Putin and Kim sign a partnership treaty"
    shown.after(shown.page.go_back)
    assert shown.page.evaluate(title) == "Kim and Putin meet at Vostochny"
    shown.after(shown.page.go_back)
    assert shown.page.locator("#card-title").count() == 0
    shown.after(shown.page.go_forward)
    assert shown.parameters() == [("event", "vostochny")]
    requests: list[str] = []

    def note(request: Request) -> None:
        requests.append(request.url)

    shown.page.on("request", note)
    shown.page.wait_for_timeout(300)
    shown.page.remove_listener("request", note)
    assert not [url for url in requests if "_dash-update-component" in url]


def test_a_click_on_a_mark_or_a_title_opens_its_card_and_a_tip_says_what_it_is(
    shown: ThePage,
) -> None:
    shown.mark("poe-veto").hover()
    tip = shown.tip()
    for words in ("28 March 2024", "Russia → UN Security Council", "confirmed", "source"):
        assert words in tip
    assert tip.splitlines()[0] == "Russia vetoes the sanctions panel's renewal"
    shown.after(shown.mark("poe-veto").click)
    assert shown.parameters() == [("event", "poe-veto")]
    assert shown.event("poe-veto").locator(".halo").count() == 1
    shown.after(shown.page.locator("#timeline .title text", has_text="Lavrov visits").click)
    assert shown.parameters() == [("event", "lavrov-pyongyang")]


def test_an_edge_lists_its_events_and_nodes_never_move(shown: ThePage) -> None:
    nodes = shown.nodes()
    edges = {(edge["source"], edge["target"]): edge for edge in shown.api("api/relations")["edges"]}
    for dyad in (("RUS", "PRK"), ("JPN", "KOR"), ("USA", "PRK")):
        shown.click_half(*dyad)
        assert set(shown.listed()) == set(edges[dyad]["events"])
        assert shown.page.locator(".chip", has_text="→").count() == 1
        assert shown.nodes() == nodes
        shown.after(lambda: shown.page.click("#clear-filters"))


def test_the_card_gives_claims_and_sources_and_leads_on(shown: ThePage) -> None:
    shown.follow("event=container-shipments")
    card = shown.page.locator("#event-details")
    words = card.inner_text()
    for part in ("7 Sep", "North Korea", "denies", "asserts"):
        assert part in words
    for link in card.locator("a[href^=http]").all():
        assert link.get_attribute("rel") == "noopener noreferrer"
        assert link.get_attribute("target") == "_blank"
    for title, event in (
        ("Joint statement condemns arms transfers", "joint-statement"),
        ("Alleged arms deliveries to Russia", "container-shipments"),
    ):
        shown.after(card.get_by_role("link", name=title, exact=True).click)
        assert shown.parameters() == [("event", event)]
    shown.after(lambda: shown.page.keyboard.press("Escape"))
    assert shown.parameters() == []


def test_the_keyboard_alone_reaches_and_opens_any_event(shown: ThePage) -> None:
    shown.page.locator(".skip-link").focus()
    for key in ("Enter", "Tab", *["ArrowDown"] * 3):
        shown.page.keyboard.press(key)
    shown.after(lambda: shown.page.keyboard.press("Enter"))
    assert shown.parameters() == [("event", shown.listed()[3])]


def test_lanes_by_actor_and_type(shown: ThePage) -> None:
    for label, lane in (("Type", "Veto"), ("Actor", "Russia"), ("Country", "Japan")):
        shown.after(lambda label=label: shown.pick("lane-by", label))
        lanes = dict(shown.parameters()).get("lanes", "country")
        assert lanes == label.lower()
        names = shown.page.locator("#timeline .lane-name").all_text_contents()
        assert lane in {name.strip("\u2068\u2069") for name in names}
        assert_one_truth(shown, "")


# The sweep `tests.trials.access` runs axe at further widths in both schemes.
@pytest.mark.parametrize(
    ("width", "scheme", "with_axe"),
    [
        (390, "dark", True),
        (768, "light", False),
        (1000, "dark", False),
        (1440, "light", True),
        (2200, "dark", False),
    ],
)
def test_a_page_is_drawn_once_has_no_sideways_scrolling_and_passes_axe(
    width: int, scheme: Literal["dark", "light"], with_axe: bool, lasting: ThePage, axe: Any
) -> None:
    page = lasting.page
    drawn: list[str] = []

    def note(request: Request) -> None:
        if "charts.data" in (request.post_data or ""):
            drawn.append(request.url)

    page.mouse.move(0, 0)
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.on("request", note)
    try:
        lasting.open("event=treaty")
        page.wait_for_timeout(200)
        assert len(drawn) == 1
        page.wait_for_selector(f"html[data-mantine-color-scheme={scheme}]")
        lasting.follow("event=container-shipments&country=JPN&country=PRK&nonsense=1")
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width
        assert not with_axe or axe(page) == []
    finally:
        page.remove_listener("request", note)
        page.emulate_media(color_scheme="light")
        lasting.resize(1440)


def test_the_colour_scheme_follows_the_toggle_and_the_system(shown: ThePage) -> None:
    page = shown.page
    shade = "() => getComputedStyle(document.querySelector('#timeline .lane')).fill"
    light = page.evaluate(shade)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"(light) => ({shade})() !== light", arg=light)
    dark = page.evaluate(shade)
    shown.pick("theme-toggle", "Light")
    page.wait_for_function(f"(light) => ({shade})() === light", arg=light)
    shown.open()
    assert page.evaluate(shade) == light
    shown.pick("theme-toggle", "System")
    page.wait_for_function(f"(dark) => ({shade})() === dark", arg=dark)
    page.emulate_media(color_scheme="light")
    page.wait_for_function(f"(light) => ({shade})() === light", arg=light)
