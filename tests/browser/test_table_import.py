"""Import in the page: rows are pasted or dropped, mapped, previewed, added, and taken back."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from openpyxl import load_workbook
from playwright.sync_api import FilePayload, Page

from tests.browser.conftest import OpenPage, Served
from tests.browser.payloads import PAYLOADS
from tests.browser.the_page import ThePage
from tests.formats.messy_workbook import HEADER_ROW, ROWS, write_messy_workbook

FILE = """\
# Kept by hand.
- id: one
  date: 2023-10-18
  title: The first   # of one
  actors: [Japan]
"""
PATIENCE = 8_000
IS_SEEN = """
() => !document.querySelector(".edit-dialog").hasAttribute("aria-busy")
"""
DROP = """
(content, name) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(content, name));
  const drop = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
  document.querySelector(".edit-dialog").dispatchEvent(drop);
}
"""
SMALL = "Date\tActor\tEvent\n27/09/2020\tJapan\tTalks\n\tChina\tVisit\n"


@dataclass(frozen=True)
class Dialog:
    """A page in edit mode, and the file behind it."""

    page: Page
    file: Path

    @property
    def text(self) -> str:
        return self.file.read_text("utf-8")

    @property
    def events(self) -> int:
        content = yaml.safe_load(self.text)
        return len(content["events"] if isinstance(content, dict) else content)

    @property
    def focused(self) -> str:
        found: str = self.page.evaluate(
            "() => { const e = document.activeElement; return e.name || e.id || e.textContent; }"
        )
        return found

    @property
    def summary(self) -> str:
        return self.page.inner_text("#table-summary")

    def open(self) -> None:
        self.page.click("#add-table")
        self.page.wait_for_selector(".edit-dialog[open]")

    def paste(self, text: str) -> None:
        self.page.fill("[name=rows]", text)
        self.wait()

    def choose(self, selector: str, value: str) -> None:
        self.page.focus(selector)
        self.page.select_option(selector, value)
        self.wait()

    def wait(self) -> None:
        self.page.wait_for_function(IS_SEEN)

    def add(self) -> str:
        """Adds the events, and returns the notice."""
        self.page.click("#table-add")
        self.page.wait_for_selector(".edit-dialog", state="detached")
        return self.page.inner_text("#edit-notice")

    def undo(self) -> None:
        self.page.click("[data-step=undo]")
        self.page.wait_for_selector("[data-step=redo]")


@pytest.fixture(scope="module")
def edited(serve: Callable[..., Served], tmp_path_factory: pytest.TempPathFactory) -> Served:
    file = tmp_path_factory.mktemp("table") / "events.yaml"
    file.write_text(FILE, "utf-8")
    return serve(file, "--edit")


@pytest.fixture(scope="module")
def shown(edited: Served, lasting_page_of: OpenPage) -> ThePage:
    """One page of the file for all tests."""
    page = lasting_page_of(1280, 900, tolerate="409|422")
    page.set_default_timeout(PATIENCE)
    return ThePage(page, edited.url)


@pytest.fixture
def dialog(shown: ThePage, edited: Served) -> Dialog:
    """The dialog of the file as at first, without another load of the page."""
    edited.file.write_text(FILE, "utf-8")
    shown.begin_again()
    opened = Dialog(shown.page, edited.file)
    opened.open()
    return opened


@pytest.fixture(scope="module")
def pasted(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The rows of the messy workbook as a spreadsheet copies them."""
    path = tmp_path_factory.mktemp("messy") / "messy.xlsx"
    write_messy_workbook(path)
    sheet = load_workbook(path).worksheets[0]
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    for cells in sheet.iter_rows(HEADER_ROW, HEADER_ROW + ROWS, values_only=True):
        writer.writerow([_as_copied(cell) for cell in cells])
    return out.getvalue()


def _as_copied(cell: object) -> str:
    if isinstance(cell, datetime.datetime):
        is_day = cell.time() == datetime.time()
        return f"{cell:%d/%m/%Y}" if is_day else f"{cell:%d/%m/%Y %H:%M}"
    return "" if cell is None else str(cell)


def test_messy_rows_are_pasted_mapped_added_and_taken_back(
    dialog: Dialog, pasted: str, axe: Callable[..., list[str]]
) -> None:
    dialog.paste(pasted)
    assert axe(dialog.page, ".edit-dialog") == []
    guessed = dialog.summary
    dialog.choose("[data-word=other]", "appeal")
    dialog.page.fill("[name=actors]", "Unknown")
    dialog.page.fill("[name=tz]", "Asia/Baku")
    dialog.wait()
    assert dialog.summary != guessed
    with dialog.page.expect_download() as saved:
        dialog.page.click("#table-left-out")
    left = list(csv.DictReader(saved.value.path().read_text("utf-8").splitlines()))
    notice = dialog.add()
    added = dialog.events - 1
    assert added + len(left) >= ROWS
    assert notice.startswith(f"{added} events added, ")
    numbers = {row["No."] for row in left}
    rows = list(csv.DictReader(io.StringIO(pasted), delimiter="\t"))
    assert len([row for row in rows if row["No."] not in numbers]) == added
    titles = {event["title"] for event in yaml.safe_load(dialog.text)}
    kept = {row["What happened"] for row in rows if row["No."] not in numbers}
    assert kept <= titles
    assert dialog.text.startswith(FILE)
    assert dialog.focused == "edit-notice"
    dialog.undo()
    assert dialog.text == FILE


def test_the_same_rows_twice_add_nothing(dialog: Dialog) -> None:
    dialog.paste(SMALL)
    assert dialog.page.inner_text("#table-add") == "Add 1 event"
    dialog.add()
    dialog.open()
    dialog.paste(SMALL)
    assert dialog.summary == "No new events, 1 row left out, 1 event in the file already"
    dialog.page.click("#table-add")
    assert "These rows have no new event" in dialog.page.inner_text("#table-said")
    assert (dialog.events, dialog.focused) == (2, "format")


def test_a_column_is_used_as_chosen(dialog: Dialog) -> None:
    dialog.paste("a\tb\tc\n3/4/2020\tJapan\tTalks\n")
    for name, key in (("a", "date"), ("b", "actors"), ("c", "title")):
        dialog.choose(f"select[aria-label='Use of {name}']", key)
    assert dialog.summary == "No new events, 1 row left out"
    dialog.choose("[name=order]", "dmy")
    assert "3 April 2020 · Japan" in dialog.page.inner_text("#table-preview")
    dialog.choose("select[aria-label='Use of c']", "description")
    assert dialog.focused == "key"
    dialog.add()
    assert "description: Talks" in dialog.text


def test_a_file_is_chosen_or_dropped(dialog: Dialog) -> None:
    text = '[{"date": "2020", "title": "Talks", "actors": ["Japan", "China"]}]'
    chosen = FilePayload(name="a.json", mimeType="application/json", buffer=text.encode())
    dialog.page.set_input_files("[name=file]", chosen)
    dialog.wait()
    assert dialog.summary == "1 event"
    rows = "date;actor;title\n2021;Japan;Visit\n2022;Chile;Talks\n"
    dialog.page.evaluate(f"({DROP})([{json.dumps(rows)}], 'b.csv')")
    dialog.wait()
    assert dialog.summary == "2 events"


def test_a_large_file_is_refused_with_the_command(dialog: Dialog) -> None:
    dialog.page.evaluate(f"({DROP})([new Uint8Array(8_000_001)], 'large.csv')")
    dialog.wait()
    assert "python -m dashboard import" in dialog.page.inner_text("#table-said")
    dialog.page.click("#table-add")
    assert "python -m dashboard import" in dialog.page.inner_text("#table-said")
    assert dialog.focused == "rows"


def test_what_cannot_be_read_is_reported(dialog: Dialog) -> None:
    dialog.page.set_input_files(
        "[name=file]", FilePayload(name="a.pdf", mimeType="", buffer=b"%PDF-1.7")
    )
    dialog.wait()
    assert "a PDF document" in dialog.page.inner_text("#table-said")
    dialog.paste(SMALL)
    assert dialog.page.inner_text("#table-said") == ""


def test_hostile_cells_are_shown_as_text_and_run_nothing(dialog: Dialog) -> None:
    cells = [" ".join(payload.split()) for payload in PAYLOADS]
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerow(["date", "actor", "title", "type", cells[0]])
    for number, cell in enumerate(cells):
        writer.writerow([f"{1900 + number}", "Japan", f"T {cell}", cell * (number % 2), cell])
    dialog.paste(out.getvalue())
    assert cells[0][:30] in dialog.page.inner_text("#table-mapping")
    assert dialog.page.locator(".edit-dialog :is(img, script, iframe, object, svg)").count() == 0
    dialog.add()
    assert dialog.events > len(cells) // 3


def test_escape_and_cancel_ask_before_rows_are_lost(dialog: Dialog) -> None:
    assert dialog.focused == "rows"
    dialog.page.click("#table-add")
    assert dialog.page.inner_text("#table-said") == "Paste rows or choose a file first."
    dialog.paste(SMALL)
    for leave in (
        lambda: dialog.page.click("#table-cancel"),
        lambda: dialog.page.keyboard.press("Escape"),
    ):
        leave()
        assert dialog.focused == "table-stay"
        dialog.page.keyboard.press("Enter")
        assert dialog.focused == "rows"
    dialog.page.keyboard.press("Escape")
    dialog.page.click("#table-discard")
    dialog.page.wait_for_selector(".edit-dialog", state="detached")
    assert dialog.focused == "add-table"
    dialog.open()
    dialog.page.keyboard.press("Escape")
    dialog.page.wait_for_selector(".edit-dialog", state="detached")


def test_a_change_by_another_person_is_shown_before_the_rows_are_added(dialog: Dialog) -> None:
    dialog.paste(SMALL)
    dialog.file.write_text(FILE + "# by another person\n", "utf-8")
    dialog.page.click("#table-add")
    dialog.page.wait_for_function(
        "() => document.querySelector('#table-said').textContent.includes('changed meanwhile')"
    )
    assert dialog.events == 1
    dialog.add()
    assert dialog.events == 2


def test_no_width_scrolls_sideways(dialog: Dialog, pasted: str) -> None:
    dialog.paste(pasted)
    dialog.page.click(".edit-dialog details summary")
    for width in (320, 390, 768):
        dialog.page.set_viewport_size({"width": width, "height": 700})
        beyond = dialog.page.evaluate(
            """() => {
                const dialog = document.querySelector(".edit-dialog");
                const parts = [dialog, ...dialog.querySelectorAll("*")];
                const ends = parts.map((part) => part.getBoundingClientRect().right);
                return [dialog.scrollWidth - dialog.clientWidth, Math.max(...ends) - innerWidth];
            }"""
        )
        assert max(beyond) <= 0.5, (width, beyond)
    dialog.page.set_viewport_size({"width": 1280, "height": 900})
