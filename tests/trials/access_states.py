"""The states of the page that the sweep for access goes through, and the files they need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from playwright.sync_api import Page

from dashboard.analysis.dataset import Dataset
from dashboard.formats.html.page import html_page
from tests.benchmarks.budgets import generated_yaml
from tests.browser.test_long_words import LONG
from tests.examples import SHIPPED, tables_of

Act = Callable[[Page], object]
SCRIPTS = """
title: أحداث ‎2023
actors:
  - {id: abbas, name: محمود عباس, kind: person, country: PSE}
  - {id: bibi, name: בנימין נתניהו, kind: person, country: ISR}
  - {id: kim, name: 김정은, kind: person, country: PRK}
events:
  - id: strike
    date: 2023-10-07
    title: هجوم واسع على إسرائيل, says Reuters
    description: وصف طويل مع كلمة English في وسطه.
    actors: [abbas]
    targets: [bibi]
    sources:
      - {title: هجوم واسع, publisher: الجزيرة, date: 2023-10-07, url: "https://example.org/a"}
  - {id: visit, date: 2023-10-18, title: 왕이 방북, actors: [kim], targets: [abbas]}
  - {id: plan, date: 2023-10-22, title: 中国和俄罗斯的联合声明, actors: [China, Russia]}
  - id: pact
    date: 2024-05-01
    title: Συμφωνία
    actors: [bibi]
    targets: [abbas]
    status: alleged
    links: {follows: [strike]}
"""
BROKEN = "- {date: 2023-10-32, title: One, actors: [Japan]}\n- {title: Two, actors: [Jpan]}\n"
BROKEN += "".join(f"- {{date: soon, title: T{n}, actors: [{LONG[:60]}{n}]}}\n" for n in range(20))
FILES: dict[str, Callable[[], str]] = {
    "shipped": lambda: SHIPPED.read_text("utf-8"),
    "edited": lambda: SHIPPED.read_text("utf-8"),
    "empty": lambda: "",
    "broken": lambda: BROKEN,
    "scripts": lambda: SCRIPTS,
    "many": lambda: generated_yaml(1500),
}


@dataclass(frozen=True)
class State:
    """One state of the page.

    Attributes:
        query: query string of the address.
        act: what is done before the page is checked.
        file: name of the events file, a key of ``FILES``.
        tab: section that a narrow screen shows.
        path: address below that of the server; "offline" is the page that is written to disk.
    """

    query: str = ""
    act: Act | None = None
    file: str = "shipped"
    tab: str = "timeline"
    path: str = ""


def show(page: Page, tab: str) -> None:
    """Presses a tab of a narrow screen; on a wide one all sections are visible."""
    button = page.locator(f"[data-shows='{tab}']")
    if button.count() and button.is_visible():
        button.evaluate("(part) => part.click()")  # the sheet of the card may be over it


def menu(selector: str) -> Act:
    """Opens a menu, and the list of options inside it."""

    def act(page: Page) -> None:
        page.locator(f"details.menu:has({selector}) > summary").first.click()
        field = page.locator(f"{selector}:visible")
        if field.count() and field.first.evaluate("(part) => part.matches('input')"):
            field.first.click()
            page.wait_for_timeout(250)

    return act


def press(*selectors: str) -> Act:
    """Clicks one element after the other."""

    def act(page: Page) -> None:
        for selector in selectors:
            page.locator(selector).first.click()
            page.wait_for_timeout(300)

    return act


def form(page: Page, *, unfolded: bool = True) -> None:
    """Opens the form of a new event."""
    show(page, "filters")
    page.click("#add-event")
    page.wait_for_selector(".edit-dialog[open]")
    if unfolded:
        page.evaluate(
            "() => document.querySelectorAll('.edit-dialog details').forEach((d) => d.open = true)"
        )


def form_with_errors(page: Page) -> None:
    """Writes a wrong date and an unknown actor into the form."""
    form(page)
    page.fill(".edit-dialog [name=date]", "2023-13-45")
    page.fill(".edit-dialog [name='actors.0']", "Atlantys")
    page.keyboard.press("Tab")
    page.wait_for_selector(".edit-dialog .edit-problem")


def question_of_leaving(page: Page) -> None:
    """Leaves the form with a changed field."""
    form(page, unfolded=False)
    page.fill(".edit-dialog [name=title]", "Changed")
    page.wait_for_timeout(400)
    page.keyboard.press("Escape")
    page.wait_for_selector("#edit-question")


def table(page: Page) -> None:
    """Pastes a table into the dialog of the import."""
    show(page, "filters")
    page.click("#add-table")
    page.wait_for_selector(".edit-dialog[open]")
    page.fill("[name=rows]", "Date\tActor\tEvent\n27/09/2020\tJapan\tTalks\n\tChina\tVisit\n")
    page.wait_for_function(
        "() => !document.querySelector('.edit-dialog').hasAttribute('aria-busy')"
    )
    page.wait_for_timeout(600)


def paper(page: Page) -> None:
    """Shows the page as on paper."""
    page.emulate_media(media="print")
    page.wait_for_selector("#paper section", state="attached")


EVENT, DYAD = "event=joint-statement", "dyad=RUS%3APRK"
_VIEWS = {
    name: State(f"relations={name}", tab="relations")
    for name in ("network", "matrix", "over_time", "measures", "sequences")
}
_MENUS = {
    f"menu {id_}": State("country=JPN&country=USA", menu(f"#{id_}"), tab=tab)
    for id_, tab in {
        "country-filter": "filters",
        "type-filter": "filters",
        "status-filter": "filters",
        "theme-toggle": "filters",
        "pinned-lanes": "timeline",
        "take-away-note": "filters",
    }.items()
}
STATES = MappingProxyType(
    {
        "start": State(),
        "filtered": State("country=JPN&match=all&type=consult", tab="list"),
        "none": State("text=nothing-has-this-word", tab="list"),
        "window": State("from=2023-10-01&to=2023-11-01&unknown=1"),
        "empty file": State(file="empty"),
        "broken file": State(file="broken"),
        "event": State(EVENT, tab="list"),
        "event and dyad": State(f"{EVENT}&{DYAD}", tab="relations"),
        **_VIEWS,
        "dyad over time": State(f"{EVENT}&{DYAD}&relations=over_time", tab="relations"),
        "sequences chosen": State("relations=sequences&after=RUS&within=90", tab="relations"),
        "change": State(EVENT, tab="change"),
        "aligned": State(f"{EVENT}&change=aligned", tab="change"),
        "actor nodes": State("nodes=actor", tab="relations"),
        "lanes by type": State("lanes=type"),
        "lanes by status": State("lanes=status&links=all"),
        "even axis": State("axis=even"),
        **_MENUS,
        "key": State(act=press("[data-opens='key']")),
        "edit": State(file="edited", tab="filters"),
        "form": State(file="edited", act=form),
        "form with errors": State(file="edited", act=form_with_errors),
        "leave question": State(file="edited", act=question_of_leaving),
        "import": State(file="edited", act=table),
        "scripts": State("event=strike&nodes=actor&lanes=actor", file="scripts"),
        "scripts measures": State(
            "nodes=actor&relations=measures", file="scripts", tab="relations"
        ),
        "many": State(file="many"),
        "many measures": State("relations=measures", file="many", tab="relations"),
        "paper": State(EVENT, act=paper),
        "offline": State(path="offline"),
        "embedded": State("view=both"),
    }
)


def offline(folder: Path) -> str:
    """Writes the offline page of the known file; returns its address."""
    file = folder / "events.html"
    file.write_text(html_page(Dataset(tables_of(SHIPPED.read_text("utf-8")))), "utf-8")
    return file.as_uri()
