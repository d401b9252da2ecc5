"""The page as its readers use it: filters, addresses, gestures, evidence."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import OpenPage, Served
from tests.browser.the_page import ThePage
from tests.examples import SHIPPED


@pytest.fixture(scope="module")
def episode(serve: Any) -> Served:
    served: Served = serve(SHIPPED)
    return served


@pytest.fixture
def shown(episode: Served, page_of: OpenPage) -> ThePage:
    shown = ThePage(page_of(1440, 2000), episode.url)
    shown.open()
    return shown


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
        assert f"{edge['n']} {noun}, mean {edge['mean']:+.1f}" in drawn[dyad]


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
    shown.page.click("#match-mode >> text=all")
    shown.choose("country-filter", "South Korea")
    assert "Japan and South Korea" in shown.summary()
    assert_one_truth(shown, "country=JPN&country=KOR&match=all")


def test_types_statuses_and_text_filter(shown: ThePage) -> None:
    shown.choose("type-filter", "Official visit")
    assert set(shown.listed()) == {"shoigu-pyongyang", "lavrov-pyongyang"}
    shown.page.click("#clear-filters")
    shown.settle()
    shown.choose("status-filter", "disputed")
    assert set(shown.listed()) == {"container-shipments", "troops-sent"}
    shown.page.click("#clear-filters")
    shown.settle()
    shown.page.keyboard.press("/")
    shown.page.keyboard.type("pyongyang lavrov")
    shown.page.wait_for_function("() => location.search.includes('text=')")
    shown.settle()
    assert shown.listed() == ["lavrov-pyongyang"]
    assert_one_truth(shown, "text=pyongyang+lavrov")


def test_a_chip_removes_its_choice(shown: ThePage) -> None:
    shown.open("country=JPN&country=RUS&type=condemn")
    shown.page.locator(".chip", has_text="Russia").click()
    shown.settle()
    assert shown.parameters() == [("country", "JPN"), ("type", "condemn")]
    assert_one_truth(shown, "country=JPN&type=condemn")


def test_reloading_the_address_gives_the_same_page(shown: ThePage) -> None:
    query = "country=RUS&from=2023-10-01&to=2023-11-15&event=lavrov-pyongyang&lanes=type"
    shown.open(query)
    before = shown.summary(), shown.listed(), shown.marked(), shown.page.inner_text("#card-title")
    shown.page.reload()
    shown.page.wait_for_selector("#timeline .nsewdrag")
    shown.settle()
    after = shown.summary(), shown.listed(), shown.marked(), shown.page.inner_text("#card-title")
    assert before == after
    assert shown.page.url.endswith(query)


def test_what_means_nothing_is_shown_and_can_be_removed(shown: ThePage) -> None:
    shown.open("country=Korea&type=foo&country=JPN&nonsense=1")
    assert len(shown.listed()) == 5
    assert shown.page.locator(".chip-unknown").count() == 3
    assert "North Korea" in (
        shown.page.locator(".chip-unknown", has_text="Korea").get_attribute("title") or ""
    )
    shown.page.locator(".chip-unknown").first.click()
    shown.settle()
    assert shown.page.locator(".chip-unknown").count() < 3


def test_back_and_forward_walk_the_opened_events_and_do_not_loop(shown: ThePage) -> None:
    requests: list[str] = []
    shown.page.on("request", lambda request: requests.append(request.url))
    for event in ("vostochny", "treaty"):
        shown.page.locator(f"[data-event-id={event}] a").click()
        shown.settle()
    shown.page.wait_for_selector("#card-title:text-is('Putin and Kim sign a partnership treaty')")
    shown.page.go_back()
    shown.settle()
    shown.page.wait_for_selector("#card-title:text-is('Kim and Putin meet at Vostochny')")
    shown.page.go_back()
    shown.settle()
    shown.page.wait_for_selector("#card-title", state="detached")
    shown.page.go_forward()
    shown.settle()
    assert shown.parameters() == [("event", "vostochny")]
    requests.clear()
    shown.page.wait_for_timeout(600)
    assert not [url for url in requests if "_dash-update-component" in url]


def test_a_click_on_a_mark_or_a_title_opens_its_card(shown: ThePage) -> None:
    marks = shown.trace("timeline", "marks")
    number = [id_ for id_, _ in marks["customdata"]].index("poe-veto")
    x, y = shown.on_screen("timeline", "marks", number)
    shown.page.mouse.move(x, y)
    shown.page.wait_for_selector("#timeline .hoverlayer .hovertext")
    tooltip = shown.page.text_content("#timeline .hoverlayer .hovertext") or ""
    for words in ("28 March 2024", "Russia → UN Security Council", "confirmed", "source"):
        assert words in tooltip
    shown.page.mouse.click(x, y)
    shown.settle()
    assert shown.parameters() == [("event", "poe-veto")]
    title = shown.page.locator("#timeline .textpoint text", has_text="Camp David")
    box = title.bounding_box()
    assert box
    shown.page.mouse.click(box["x"] + box["width"] * 0.7, box["y"] + box["height"] / 2)
    shown.settle()
    assert shown.parameters() == [("event", "camp-david")]


def test_the_window_follows_every_movement(shown: ThePage) -> None:
    page = shown.page
    plot = page.locator("#timeline .nsewdrag").bounding_box()
    assert plot
    middle = plot["x"] + plot["width"] * 0.3, plot["y"] + plot["height"] * 0.6
    page.mouse.move(*middle)
    page.mouse.wheel(0, -240)
    page.wait_for_function("() => location.search.includes('from=')")
    shown.settle()
    assert_one_truth(shown, page.url.partition("?")[2])
    before = page.url
    page.mouse.down()
    page.mouse.move(middle[0] + 200, middle[1], steps=5)
    page.mouse.up()
    page.wait_for_function("(before) => location.href !== before", arg=before)
    shown.settle()
    assert_one_truth(shown, page.url.partition("?")[2])
    page.mouse.dblclick(*middle)
    page.wait_for_function("() => !location.search.includes('from=')")
    for name in ("in", "out"):
        before = page.url
        page.click(f"[data-zoom={name}]")
        page.wait_for_function("(before) => location.href !== before", arg=before)
        shown.settle()
    page.click("[data-zoom=fit]")
    page.wait_for_function("() => !location.search.includes('from=')")


def test_the_overview_sets_and_moves_the_window(shown: ThePage) -> None:
    page = shown.page
    strip = page.locator("#overview .js-plotly-plot").bounding_box()
    assert strip
    y = strip["y"] + strip["height"] / 2

    def drag(begin: float, end: float) -> tuple[str, str]:
        before = page.url
        page.mouse.move(strip["x"] + begin, y)
        page.mouse.down()
        page.mouse.move(strip["x"] + end, y, steps=6)
        page.mouse.up()
        page.wait_for_function("(before) => location.href !== before", arg=before)
        # The address may first be that of a step on the way.
        while before != page.url:
            before = page.url
            page.wait_for_timeout(800)
            shown.settle()
        chosen = dict(shown.parameters())
        return chosen["from"], chosen["to"]

    first = drag(400, 700)
    moved = drag(550, 650)
    assert moved[0] > first[0]
    assert moved[1] > first[1]
    shorter = drag(800, 760)
    assert shorter[0] == moved[0]
    assert shorter[1] < moved[1]
    assert_one_truth(shown, page.url.partition("?")[2])


def test_an_edge_lists_its_events_and_nodes_never_move(shown: ThePage) -> None:
    nodes = shown.trace("relations", "nodes")
    for dyad in ("RUS:PRK", "JPN:KOR", "USA:PRK"):
        handles = shown.trace("relations", "edges")
        number = next(i for i, (q, *_) in enumerate(handles["customdata"]) if f"dyad={dyad}" in q)
        x, y = shown.on_screen("relations", "edges", number)
        shown.page.mouse.move(x - 4, y)
        shown.page.mouse.move(x, y)
        shown.page.wait_for_selector("#relations .hoverlayer .hovertext")
        shown.page.mouse.click(x, y)
        shown.page.wait_for_function("() => location.search.includes('dyad=')")
        shown.settle()
        source, target = dyad.split(":")
        (edge,) = (
            edge
            for edge in shown.api("api/relations")["edges"]
            if (edge["source"], edge["target"]) == (source, target)
        )
        assert set(shown.listed()) == set(edge["events"])
        assert shown.page.locator(".chip", has_text="→").count() == 1
        now = shown.trace("relations", "nodes")
        assert (now["x"], now["y"]) == (nodes["x"], nodes["y"])
        shown.page.click("#clear-filters")
        shown.settle()


def test_the_card_gives_claims_and_sources_and_leads_on(shown: ThePage) -> None:
    shown.open("event=container-shipments")
    card = shown.page.locator("#event-details")
    for words in (
        "7 September – 1 October 2023",
        "Known since",
        "North Korea",
        "denies",
        "asserts",
    ):
        assert words in card.inner_text()
    for link in card.locator("a[href^=http]").all():
        assert link.get_attribute("rel") == "noopener noreferrer"
        assert link.get_attribute("target") == "_blank"
    card.get_by_role("link", name="Joint statement condemns arms transfers", exact=True).click()
    shown.settle()
    assert shown.parameters() == [("event", "joint-statement")]
    card.get_by_role("link", name="Alleged arms deliveries to Russia", exact=True).click()
    shown.settle()
    assert shown.parameters() == [("event", "container-shipments")]
    shown.page.keyboard.press("Escape")
    shown.settle()
    assert shown.parameters() == []


def test_the_keyboard_alone_reaches_and_opens_any_event(shown: ThePage) -> None:
    shown.page.locator(".skip-link").focus()
    shown.page.keyboard.press("Enter")
    shown.page.keyboard.press("Tab")
    for _ in range(3):
        shown.page.keyboard.press("ArrowDown")
    shown.page.keyboard.press("Enter")
    shown.page.wait_for_function("() => location.search.includes('event=')")
    shown.settle()
    assert shown.parameters() == [("event", shown.listed()[3])]


def test_lanes_by_actor_and_type(shown: ThePage) -> None:
    for label, lane in (("Type", "Veto"), ("Actor", "Sergey Lavrov"), ("Country", "Japan")):
        shown.page.click(f"#lane-by >> text={label}")
        shown.page.wait_for_function(
            "(value) => (new URLSearchParams(location.search).get('lanes') ?? 'country') === value",
            arg=label.lower(),
        )
        shown.settle()
        names = shown.page.locator("#timeline .ytick text").all_text_contents()
        assert (lane in names) == (lane != "Sergey Lavrov"), names
        assert_one_truth(shown, "")


@pytest.mark.parametrize(
    ("width", "scheme"), [(1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")]
)
def test_axe_finds_nothing(
    width: int, scheme: str, episode: Served, page_of: OpenPage, axe: Any
) -> None:
    shown = ThePage(page_of(width, 900, scheme=scheme), episode.url)
    shown.open("event=container-shipments&country=JPN&country=PRK&nonsense=1")
    assert axe(shown.page) == []


def test_the_page_never_scrolls_sideways(episode: Served, page_of: OpenPage) -> None:
    for width in (390, 800, 1440, 2200):
        shown = ThePage(page_of(width, 900), episode.url)
        shown.open("event=container-shipments")
        wide = shown.page.evaluate("() => document.documentElement.scrollWidth")
        assert wide <= width


def test_the_colour_scheme_follows_the_toggle_and_the_system(
    episode: Served, page_of: OpenPage
) -> None:
    shown = ThePage(page_of(1440, 900, scheme="dark"), episode.url)
    shown.open()
    paper = "() => document.querySelector('#timeline .js-plotly-plot').layout.paper_bgcolor"
    dark = shown.page.evaluate(paper)
    shown.page.click("#theme-toggle >> text=Light")
    shown.page.wait_for_function(f"(dark) => ({paper})() !== dark", arg=dark)
    shown.page.reload()
    shown.page.wait_for_selector("#timeline .nsewdrag")
    shown.settle()
    light = shown.page.evaluate(paper)
    assert light != dark
    shown.page.click("#theme-toggle >> text=System")
    shown.page.wait_for_function(f"(dark) => ({paper})() === dark", arg=dark)
    shown.page.emulate_media(color_scheme="light")
    shown.page.wait_for_function(f"(light) => ({paper})() === light", arg=light)
