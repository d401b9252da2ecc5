"""Editing in the browser: add, edit, undo, delete, conflict and every message, by hand and keys."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import REPOSITORY, OpenPage, Served
from tests.browser.the_page import ThePage

EXPECTED = r"status of 4(04|09|22)"
"""Answers that the browser reports as errors, and that a test asks for."""


@dataclass
class Desk:
    """A page in edit mode, and the file that it edits."""

    shown: ThePage
    file: Path

    @property
    def page(self) -> Page:
        return self.shown.page

    def start(self, event: str = "") -> None:
        """Opens the form."""
        if event:
            self.shown.open(f"event={event}")
            self.page.click("#event-details [data-edit]")
        else:
            self.page.click("#add-event")
        self.page.wait_for_selector("dialog[open] input[name=date]")

    def fill(self, name: str, text: str) -> None:
        self.page.fill(f"dialog [name='{name}']", text)

    def record(self, group: str, number: int = 0) -> str:
        """Selector of a record of a group, such as a claim."""
        return f"dialog [data-group={group}] > .edit-record >> nth={number}"

    def diff(self, contains: str) -> str:
        """The change that the form shows, once it has some text in it."""
        self.page.wait_for_function(
            "(text) => document.querySelector('#edit-diff').textContent.includes(text)",
            arg=contains,
        )
        return self.page.inner_text("#edit-diff")

    def save(self) -> None:
        self.page.wait_for_selector("#edit-save:enabled")
        self.page.click("#edit-save")
        self.closed()

    def closed(self) -> None:
        """Waits until the form is gone and the page shows what was saved."""
        self.page.wait_for_selector("dialog", state="detached")
        self.shown.settle()

    def problem(self, name: str, contains: str) -> None:
        """Waits until something is said beside an input."""
        self.page.wait_for_function(
            """([name, text]) => {
              const input = document.querySelector(`dialog [name='${name}'][aria-invalid]`);
              const ids = input?.getAttribute("aria-describedby")?.split(" ") ?? [];
              return ids.some((id) => document.getElementById(id)?.textContent.includes(text));
            }""",
            arg=[name, contains],
        )

    def changed(self, before: str) -> list[str]:
        """Lines of the file that went (-) and came (+)."""
        rows = unified_diff(before.splitlines(), self.text().splitlines(), lineterm="", n=0)
        return [row for row in rows if row[0] in "+-" and row[:3] not in ("+++", "---")]

    def text(self) -> str:
        return self.file.read_bytes().decode()


@pytest.fixture(scope="module")
def edited(
    serve: Callable[..., Served], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Served, bytes]:
    file = tmp_path_factory.mktemp("edited") / "events.yaml"
    file.write_bytes((REPOSITORY / "events.yaml").read_bytes())
    return serve(file, "--edit"), file.read_bytes()


@pytest.fixture
def desk(edited: tuple[Served, bytes], page_of: OpenPage) -> Desk:
    served, original = edited
    served.file.write_bytes(original)
    shown = ThePage(page_of(1440, 1000, tolerate=EXPECTED), served.url)
    shown.open()
    shown.page.wait_for_function(
        "() => document.querySelector('#list-heading').textContent.endsWith('(16)')"
    )
    return Desk(shown, served.file)


def test_an_event_is_added_shown_and_taken_back(desk: Desk) -> None:
    before = desk.text()
    desk.start()
    desk.fill("date", "2024-11-01")
    desk.fill("title", "A visit: planned")
    desk.fill("actors.0", "ROK")
    desk.page.click("fieldset[data-list=targets] >> text=Add one")
    desk.page.keyboard.type("Japan")
    desk.page.select_option("dialog select[name=type]", "visit")
    desk.page.click("[data-another=sources]")
    desk.page.fill(f"{desk.record('sources')} >> [name='sources.#.url']", "https://example.org/a")
    added = [
        "+",
        "+  - date: 2024-11-01",
        '+    title: "A visit: planned"',
        "+    actors: [ROK]",
        "+    targets: [Japan]",
        "+    type: visit",
        "+    sources:",
        "+      - https://example.org/a",
    ]
    assert "\n".join(added) in desk.diff("example.org")
    assert desk.page.inner_text("[data-reading=date]") == "1 November 2024"
    desk.save()
    assert desk.changed(before) == added
    assert desk.page.inner_text("#card-title") == "A visit: planned"
    assert len(desk.shown.listed()) == 17
    desk.page.click("#edit-notice >> text=Undo")
    desk.page.wait_for_selector("#edit-notice >> text=Taken back")
    desk.page.wait_for_function(
        "() => document.querySelector('#list-heading').textContent.endsWith('(16)')"
    )
    assert desk.text() == before


def test_the_keyboard_alone_adds_an_event(desk: Desk) -> None:
    before = desk.text()
    keys = desk.page.keyboard
    desk.page.focus("#add-event")
    keys.press("Enter")
    desk.page.wait_for_selector("dialog[open]")
    assert desk.page.evaluate("() => document.activeElement.name") == "date"
    keys.type("2024-12")
    keys.press("Tab")
    keys.type("A month of talks")
    keys.press("Tab")
    keys.type("Japan")
    keys.press("Tab")  # the button that removes it
    keys.press("Tab")
    keys.press("Enter")  # one more actor
    keys.type("South Korea")
    desk.diff("South Korea")
    keys.press("Control+Enter")
    desk.closed()
    assert desk.changed(before)[1:] == [
        "+  - date: 2024-12",
        "+    title: A month of talks",
        "+    actors: [Japan, South Korea]",
    ]
    # The focus is where one would go on: on the way back.
    assert desk.page.evaluate("() => document.activeElement.textContent") == "Undo"
    keys.press("Enter")
    desk.page.wait_for_selector("#edit-notice >> text=Taken back")
    assert desk.text() == before


def test_the_keyboard_alone_edits_settles_a_conflict_deletes_and_takes_back(desk: Desk) -> None:
    keys = desk.page.keyboard
    desk.shown.open("event=treaty")
    desk.page.focus("#event-details [data-edit]")
    keys.press("Enter")
    desk.page.wait_for_selector("dialog[open]")
    keys.press("Tab")
    keys.press("End")
    keys.type(" anew")
    desk.diff("treaty anew")
    theirs = desk.text() + "\n# a word of somebody else\n"
    desk.file.write_text(theirs, "utf-8")
    keys.press("Control+Enter")
    desk.page.wait_for_selector("#edit-question >> text=nothing of yours is lost")
    assert desk.page.evaluate("() => document.activeElement.textContent") == "Save upon it"
    keys.press("Enter")
    desk.closed()
    assert desk.text().endswith("# a word of somebody else\n")
    assert "partnership treaty anew" in desk.text()
    saved = desk.text()
    desk.page.focus("#event-details [data-edit]")
    keys.press("Enter")
    desk.page.wait_for_selector("dialog[open] #edit-delete")
    keys.press("Shift+Tab")  # from the first field around to the last button
    for _ in range(4):
        if desk.page.evaluate("() => document.activeElement.id") == "edit-delete":
            break
        keys.press("Shift+Tab")
    keys.press("Enter")
    desk.page.wait_for_selector("text=Yes, delete it")
    assert desk.page.evaluate("() => document.activeElement.textContent") == "Yes, delete it"
    keys.press("Enter")
    desk.page.wait_for_selector("#edit-question >> text=link")
    keys.press("Enter")
    desk.closed()
    assert "partnership treaty anew" not in desk.text()
    keys.press("Enter")  # the focus is on the way back
    desk.page.wait_for_selector("#edit-notice >> text=Taken back")
    assert desk.text() == saved


def test_escape_asks_first_and_nothing_is_changed(desk: Desk) -> None:
    before = desk.text()
    desk.start("treaty")
    desk.fill("title", "Another title")
    desk.diff("Another title")
    desk.page.keyboard.press("Escape")
    desk.page.wait_for_selector("text=Leave without saving?")
    desk.page.keyboard.press("Enter")  # goes on writing
    desk.page.wait_for_selector("text=Leave without saving?", state="detached")
    desk.page.keyboard.press("Escape")
    desk.page.click("#edit-question >> text=Leave >> nth=-1")
    desk.page.wait_for_selector("dialog", state="detached")
    assert desk.text() == before
    assert desk.page.inner_text("#card-title") == "Putin and Kim sign a partnership treaty"


def test_an_edit_touches_only_the_lines_that_are_meant(desk: Desk) -> None:
    before = desk.text()
    desk.start("container-shipments")
    assert desk.page.inner_text("#edit-diff") == ""
    assert desk.page.is_disabled("#edit-save")
    # Of eight claims the third is taken out, and the first gets another date.
    desk.page.click(f"{desk.record('claims', 2)} >> > [data-less]")
    desk.page.fill(f"{desk.record('claims')} >> [name='claims.#.date']", "2023-10-14")
    desk.page.click("fieldset[data-list=actors] .edit-item:first-of-type [data-less] >> nth=0")
    desk.page.fill("fieldset[data-list=actors] input >> nth=0", "DPRK")
    shown = desk.diff("DPRK")
    desk.save()
    changed = desk.changed(before)
    assert [
        row for row in shown.splitlines() if row[0] in "+-" and row[:3] not in ("+++", "---")
    ] == changed
    assert [row for row in changed if row[0] == "+"] == [
        "+    actors: [DPRK]",
        "+        date: 2023-10-14",
    ]
    assert len(changed) == 2 + 2 + 5
    assert "After his visit to Pyongyang" in "".join(changed)
    desk.page.click("#edit-notice >> text=Undo")
    desk.page.wait_for_selector("#edit-notice >> text=Taken back")
    assert desk.text() == before


def test_deleting_asks_and_can_be_taken_back(desk: Desk) -> None:
    before = desk.text()
    desk.start("malligyong-1")
    desk.page.click("#edit-delete")
    assert desk.text() == before
    desk.page.click("text=Yes, delete it")
    desk.closed()
    assert len(desk.shown.listed()) == 15
    assert all(row.startswith("-") for row in desk.changed(before))
    desk.page.click("#edit-notice >> text=Undo")
    desk.page.wait_for_selector("#edit-notice >> text=Taken back")
    assert desk.text() == before


def test_deleting_what_others_link_to_names_them_and_can_remove_the_links(desk: Desk) -> None:
    before = desk.text()
    desk.start("us-imagery")
    desk.page.click("#edit-delete")
    desk.page.click("text=Yes, delete it")
    desk.page.wait_for_selector("#edit-question >> text=link to")
    said = desk.page.inner_text("#edit-question")
    assert "peskov-no-proof" in said
    assert "joint-statement" in said
    assert desk.text() == before
    desk.page.click("text=Delete, and remove these links")
    desk.closed()
    assert "us-imagery" not in desk.text()


def test_a_save_upon_a_change_of_others_shows_it_and_keeps_both(desk: Desk) -> None:
    desk.start("treaty")
    desk.fill("title", "Putin and Kim sign a treaty")
    desk.diff("sign a treaty")
    theirs = desk.text().replace(
        "importance: 5\n    actors: [Russia]", "importance: 4\n    actors: [Russia]"
    )
    assert theirs != desk.text()
    desk.file.write_text(theirs, "utf-8")
    desk.page.wait_for_selector("#edit-save:enabled")
    desk.page.click("#edit-save")
    desk.page.wait_for_selector("#edit-question >> text=nothing of yours is lost")
    assert "-    importance: 5" in desk.page.inner_text("#edit-question")
    assert desk.text() == theirs
    desk.page.click("text=Save upon it")
    desk.closed()
    assert [row[0] for row in desk.changed(theirs)] == ["-", "+"]
    assert "title: Putin and Kim sign a treaty" in desk.text()


def test_every_problem_is_said_beside_its_input_while_one_writes(desk: Desk) -> None:
    desk.start()
    desk.fill("date", "2024-13")
    desk.problem("date", "2024-13")
    desk.fill("date", "2024")
    desk.fill("title", "T")
    desk.fill("actors.0", "Japn")
    desk.problem("actors.0", 'did you mean "Japan"')
    desk.fill("actors.0", "Korea")
    desk.problem("actors.0", "South Korea")
    desk.fill("actors.0", "Japan")
    for summary in ("Place", "Links to other events", "More"):
        desk.page.click(f"dialog summary >> text={summary}")
    wrong = {
        "importance": ("9", "1 to 5"),
        "score": ("11", "10"),
        "known": ("soon", "is not a date"),
        "tz": ("Mars", "zone"),
        "place.lat": ("91", "90"),
        "links.follows.0": ("nobody", "nobody"),
        "accept.0": ("nonsense", "nonsense"),
        "id": ("a b", "a b"),
    }
    for name, (text, said) in wrong.items():
        desk.fill(name, text)
        desk.problem(name, said)
        desk.fill(name, "")
        desk.page.wait_for_selector(f"dialog [name='{name}'][aria-invalid]", state="detached")
    desk.page.click("[data-another=claims]")
    desk.page.select_option(f"{desk.record('claims')} >> [name='claims.#.stance']", "denies")
    desk.page.wait_for_selector(f"{desk.record('claims')} >> .edit-problem")
    desk.page.fill(f"{desk.record('claims')} >> [name='claims.#.by.0']", "Russia")
    desk.page.click("[data-another=sources]")
    desk.page.fill(f"{desk.record('sources')} >> [name='sources.#.url']", "ftp://example.org")
    desk.page.wait_for_selector(f"{desk.record('sources')} >> .edit-problem")
    desk.page.fill(f"{desk.record('sources')} >> [name='sources.#.url']", "yonhap-imagery")
    desk.page.wait_for_selector(".edit-problem", state="detached")
    desk.page.wait_for_selector("#edit-save:enabled")
    desk.fill("title", "")
    desk.problem("title", "title")
    assert desk.page.is_disabled("#edit-save")


def test_the_linter_is_heard_quietly(desk: Desk) -> None:
    assert desk.page.is_hidden("#remarks")
    desk.start()
    desk.fill("date", "2024-11-01")
    desk.fill("title", "Without a source")
    desk.fill("actors.0", "Japan")
    desk.page.wait_for_selector("#edit-notes >> text=has no source")
    desk.save()
    desk.page.wait_for_selector("#remarks-heading >> text=1 remark on the file")
    desk.page.click("#remarks-heading")
    assert re.search(r"line \d+ · no-source", desk.page.inner_text("#remarks-list"))


@pytest.mark.parametrize(
    ("width", "scheme"), [(1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")]
)
def test_axe_finds_nothing_in_the_form(
    width: int, scheme: str, edited: tuple[Served, bytes], page_of: OpenPage, axe: Any
) -> None:
    served, original = edited
    served.file.write_bytes(original)
    desk = Desk(
        ThePage(page_of(width, 900, scheme=scheme, tolerate=EXPECTED), served.url), served.file
    )
    desk.start("container-shipments")
    desk.fill("date", "2023-13")
    desk.problem("date", "2023-13")
    assert axe(desk.page) == []
    desk.fill("date", "2023-09")
    desk.diff("2023-09")
    assert axe(desk.page) == []
    assert desk.page.evaluate("() => document.documentElement.scrollWidth") <= width
    desk.file.write_bytes(original + b"\n# a word of somebody else\n")
    desk.page.wait_for_selector("#edit-save:enabled")
    desk.page.click("#edit-save")
    desk.page.wait_for_selector("#edit-question >> text=nothing of yours is lost")
    assert axe(desk.page) == []


def test_without_edit_mode_there_is_nothing_to_edit_with(
    episode: Served, page_of: OpenPage
) -> None:
    shown = ThePage(page_of(1440, 900), episode.url)
    shown.open("event=treaty")
    assert shown.page.locator("[data-edit], #add-event, #editor, #remarks").count() == 0
