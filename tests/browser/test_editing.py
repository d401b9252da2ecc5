"""Edit mode in the browser: add, edit, undo, delete, conflict, every message, by mouse and keys."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, Locator, Page

from tests.browser.conftest import OpenPage, Served
from tests.browser.the_page import ThePage

FILE = """\
# Kept by hand; nobody reformats it.
actors:
  - {id: lavrov, name: Sergey Lavrov, kind: person, country: Russia}
sources:
  - id: kcna   # the agency
    publisher: KCNA

events:
  # The first of three.
  - id: visit
    date: 2023-10-18/2023-10-19
    title: "Lavrov visits Pyongyang"   # in quotes
    type: visit
    actors: [lavrov]
    targets: North Korea
    claims:
      - by: Russia
        stance: asserts
        note: 'First'
        source: kcna
      - by: [North Korea, Japan]
        stance: denies   # in the middle
        date: 2023-10-20
        source: {publisher: Yonhap, url: https://example.org/claimed}
      - by: [United States]
        stance: disputes
        note: Third
    sources:
      - https://example.org/one
      - kcna
      - publisher: Yonhap
        date: 2023-10-19

  - date: 2023-10-22
    title: First trilateral air exercise
    actors: [South Korea, United States, Japan]
    targets: [North Korea]

  - id: answer
    date: 2023-10-23
    title: Pyongyang answers
    actors: [North Korea]
    links:
      responds_to: [visit]
"""
CONFLICT = "409"
"""What the console says of an answer that the tests provoke."""

PROVOKED = "400|409|422|ERR_FAILED"
"""The same for all tests of the file; each test names its own."""

PATIENCE = 8_000
"""Milliseconds; far more than anything here takes, so that a failure is told soon."""

# The form is checked a moment after the last input: nothing waits, and nothing is on its way.
IS_CHECKED = """
() => !document.querySelector(".edit-dialog").hasAttribute("aria-busy")
"""

# The next Tab goes to the first part of the page, as after a load.
FOCUS_BODY = """
() => {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
}
"""

INPUT = """
const inputOf = (name, number) => [...document.querySelectorAll(".edit-dialog [name]")]
  .filter((input) => input.name === name && !input.closest("template"))[number];
"""
# As a reader does: the focus comes first, and leaves the input before.
WRITE = f"""
(texts) => {{
  {INPUT}
  for (const [name, number, text] of texts) {{
    const input = inputOf(name, number);
    if (!input.checkVisibility() || input.disabled) throw new Error(`${{name}} is out of reach`);
    input.focus();
    if (document.activeElement !== input) throw new Error(`${{name}} takes no focus`);
    input.value = text;
    if (input.value !== text) throw new Error(`${{name}} does not take ${{text}}`);
    input.dispatchEvent(new Event("input", {{ bubbles: true }}));
    if (input.tagName === "SELECT") input.dispatchEvent(new Event("change", {{ bubbles: true }}));
  }}
}}
"""
PROBLEMS = f"""
(names) => {{
  {INPUT}
  const look = (input) => {{
    const ids = (input.getAttribute("aria-describedby") ?? "").split(" ");
    const problems = ids.filter((id) => id.startsWith("edit-problem-")).map((id) => {{
      const words = document.getElementById(id);
      const {{ width, height, top }} = words.getBoundingClientRect();
      return {{
        words: words.innerText,
        isVisible: words.checkVisibility({{ visibilityProperty: true }}) && width * height > 0,
        below: top - input.getBoundingClientRect().bottom,
      }};
    }});
    const isInvalid = input.getAttribute("aria-invalid") === "true";
    return {{ problems, isInvalid, hasMeaning: ids.some((id) => id.startsWith("meaning-")) }};
  }};
  return names.map(([name, number]) => look(inputOf(name, number)));
}}
"""


@dataclass(frozen=True)
class Form:
    """A page in edit mode, and the file behind it."""

    page: Page
    file: Path

    @property
    def text(self) -> str:
        return self.file.read_text("utf-8")

    @property
    def focused(self) -> str:
        """Name or else id or else words of what has the focus."""
        found: str = self.page.evaluate(
            "() => { const e = document.activeElement; return e.name || e.id || e.textContent; }"
        )
        return found

    def reload(self) -> None:
        self.page.reload()
        self.page.wait_for_selector("#timeline > svg")

    def add(self) -> None:
        self.page.click("#add-event")
        self.wait_until_checked()

    def edit(self, event: str) -> None:
        self.page.click(f"[data-event-id={event}] a")
        self.page.click(f"#event-details [data-edit={event}]")
        self.wait_until_checked()

    def wait_until_checked(self) -> None:
        """Waits until what the form says now has been checked and the answer is shown."""
        self.page.wait_for_selector(".edit-dialog[open]")
        self.page.wait_for_function(IS_CHECKED)

    def input(self, name: str, number: int = 0) -> Locator:
        """An input by its name, `number` counting the records that have it."""
        return self.page.locator(f'.edit-dialog [name="{name}"]:not(template *)').nth(number)

    def write(self, name: str, text: str, number: int = 0) -> None:
        """Writes into an input, or chooses."""
        self.write_all([(name, number, text)])

    def write_all(self, texts: Iterable[tuple[str, int, str]]) -> None:
        """Writes into inputs one after the other; each has the focus meanwhile."""
        self.page.evaluate(WRITE, list(texts))

    def fill(self, name: str, text: str, number: int = 0) -> None:
        """Writes into an input, and waits until that is checked."""
        self.write(name, text, number)
        self.wait_until_checked()

    def leave(self) -> None:
        """Takes the focus from the input that has it."""
        self.page.evaluate("() => document.activeElement.blur()")
        self.wait_until_checked()

    def unfold(self) -> None:
        opened = "(boxes) => boxes.forEach((box) => (box.open = true))"
        self.page.locator(".edit-dialog details").evaluate_all(opened)

    def problems(self, name: str, number: int = 0) -> str:
        """What is said of an input, once it was left, to those who see it and who hear it."""
        return self.all_problems([(name, number)])[0]

    def all_problems(self, names: Iterable[tuple[str, int]]) -> list[str]:
        """What is said of each input, see `problems`."""
        self.leave()
        found = self.page.evaluate(PROBLEMS, list(names))
        for input_ in found:
            assert bool(input_["problems"]) == input_["isInvalid"], input_
            assert input_["hasMeaning"], input_
            assert all(problem["isVisible"] for problem in input_["problems"]), input_
            # Nothing else to fill in is between an input and its problems.
            assert all(0 <= problem["below"] < 60 for problem in input_["problems"]), input_
        return [" ".join(problem["words"] for problem in input_["problems"]) for input_ in found]

    def diff(self) -> str:
        return self.page.inner_text("#edit-diff")

    def save(self) -> None:
        self.page.click("#edit-save")
        self.wait_until_closed()

    def wait_until_closed(self) -> None:
        self.page.wait_for_selector(".edit-dialog", state="detached")

    def answer(self, words: str) -> None:
        """Clicks a button of the question that the form asks."""
        self.page.click(f"#edit-question button:text-is('{words}')")

    def question(self) -> str:
        self.page.wait_for_selector("#edit-question:not(:empty)")
        return self.page.inner_text("#edit-question")

    def notice(self) -> str:
        self.page.wait_for_selector("#edit-notice:not(:empty)")
        return self.page.inner_text("#edit-notice")

    def undo(self) -> None:
        self.page.click("#edit-notice >> text=Undo")
        self.page.wait_for_selector("#edit-notice:has-text('Undone.')")


def changed_lines(before: str, after: str) -> list[str]:
    """The lines that differ, each with `-` or `+` in front."""
    return [row for row in difflib.ndiff(before.splitlines(), after.splitlines()) if row[0] in "-+"]


def unified(before: str, after: str) -> str:
    rows = difflib.unified_diff(
        before.splitlines(), after.splitlines(), "events.yaml", "events.yaml", lineterm=""
    )
    return "\n".join(rows)


@pytest.fixture(scope="module")
def edited(serve: Callable[..., Served], tmp_path_factory: pytest.TempPathFactory) -> Served:
    file = tmp_path_factory.mktemp("edited") / "events.yaml"
    file.write_text(FILE, "utf-8")
    return serve(file, "--edit")


OpenForm = Callable[..., Form]


@dataclass
class Lasting:
    """A page that all tests go on with, and the errors that its console shows in one test."""

    shown: ThePage
    tolerated: str | None = None
    errors: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        def report(message: ConsoleMessage) -> None:
            if message.type == "error":
                self.errors.append(message.text)

        self.shown.page.on("console", report)

    def begin(self, tolerated: str | None) -> None:
        """Shows the page as at first, without another load."""
        self.tolerated = tolerated
        self.shown.begin_again()

    def end(self) -> None:
        """Fails if the console showed an error that the test does not provoke."""
        self.shown.page.evaluate("() => new Promise((resolve) => setTimeout(resolve))")
        errors, self.errors = self.errors, []
        expected = re.compile(self.tolerated or "(?!)")
        assert [error for error in errors if not expected.search(error)] == []


@pytest.fixture(scope="module")
def lasting_form(edited: Served, lasting_page_of: OpenPage) -> Lasting:
    page = lasting_page_of(1440, 900, tolerate=PROVOKED)
    page.set_default_timeout(PATIENCE)
    return Lasting(ThePage(page, edited.url))


@pytest.fixture
def open_form(edited: Served, lasting_form: Lasting) -> Iterator[OpenForm]:
    """Opens the page of the file, which every test finds as it was."""
    edited.file.write_text(FILE, "utf-8")

    def opened(tolerate: str | None = None) -> Form:
        lasting_form.begin(tolerate)
        return Form(lasting_form.shown.page, edited.file)

    yield opened
    lasting_form.end()


@pytest.fixture
def form(open_form: OpenForm) -> Form:
    return open_form()


def test_an_event_is_added_by_mouse_and_taken_back(form: Form) -> None:
    form.add()
    assert form.focused == "date"
    form.fill("date", "2023-11-03")
    form.fill("title", "Talks: a second round")
    form.fill("actors.0", "Japan")
    form.page.click("[data-list=actors] >> text=Add one")
    assert form.focused == "actors.0"  # both have the name of the first; their place counts
    form.fill("actors.0", "South Korea", 1)
    shown = form.diff()
    form.save()
    assert form.text == (
        FILE + "\n  - date: 2023-11-03\n"
        '    title: "Talks: a second round"\n'
        "    actors: [Japan, South Korea]\n"
    )
    assert shown == unified(FILE, form.text)
    assert form.notice().startswith("Added.")
    assert form.focused == "edit-notice"
    form.page.wait_for_selector("#card-title:text-is('Talks: a second round')")
    form.undo()
    assert form.file.read_bytes() == FILE.encode()
    assert form.focused == "edit-notice"
    form.page.wait_for_selector(
        "#event-list .row-title:text-is('Talks: a second round')", state="detached"
    )


def test_an_event_is_added_and_taken_back_by_keyboard_alone(form: Form) -> None:
    keys = form.page.keyboard
    form.page.evaluate(FOCUS_BODY)
    for _ in range(20):
        keys.press("Tab")
        if form.focused == "add-event":
            break
    keys.press("Enter")
    form.wait_until_checked()
    assert form.focused == "date"
    tree = form.page.context.new_cdp_session(form.page).send("Accessibility.getFullAXTree")
    described = [node["description"]["value"] for node in tree["nodes"] if "description" in node]
    # The fold with the meanings is closed.
    assert any(words.startswith("When it happened") for words in described)
    keys.type("2023-11-04")
    keys.press("Tab")
    keys.type("Written without a mouse")
    keys.press("Tab")
    keys.type("Japan")
    keys.press("Tab")
    keys.press("Tab")
    assert form.focused == "Add one"
    keys.press("Space")
    keys.type("Russia")
    form.page.wait_for_selector("#edit-save:enabled")
    keys.press("Enter")  # not enough to save
    form.page.wait_for_timeout(100)
    assert form.text == FILE
    form.page.wait_for_function(
        "() => document.querySelector('#edit-diff').textContent.includes('Russia]')"
    )
    keys.press("Control+Enter")
    form.wait_until_closed()
    assert form.text.endswith("title: Written without a mouse\n    actors: [Japan, Russia]\n")
    assert form.focused == "edit-notice"
    keys.press("Enter")  # a second one takes nothing back
    keys.press("Tab")
    assert form.focused == "Undo"
    keys.press("Space")
    form.page.wait_for_selector("#edit-notice:has-text('Undone.')")
    assert form.text == FILE


def test_an_event_is_edited_where_it_was_changed_and_nowhere_else(form: Form) -> None:
    form.edit("visit")
    assert form.diff() == ""
    assert form.input("type").input_value() == "visit"
    assert form.input("claims.#.stance", 1).input_value() == "denies"
    form.fill("title", "Lavrov in Pyongyang")
    form.fill("claims.#.note", "Third, and last", 2)
    form.fill("claims.#.source.publisher", "Yonhap News", 1)
    shown = form.diff()
    form.save()
    assert shown == unified(FILE, form.text)
    assert [row.split("#")[0].rstrip() for row in changed_lines(FILE, form.text)] == [
        '-     title: "Lavrov visits Pyongyang"',
        '+     title: "Lavrov in Pyongyang"',
        "-         source: {publisher: Yonhap, url: https://example.org/claimed}",
        "+         source: {publisher: Yonhap News, url: https://example.org/claimed}",
        "-         note: Third",
        "+         note: Third, and last",
    ]
    assert form.text.count("#") == FILE.count("#")
    form.page.wait_for_selector("#card-title:text-is('Lavrov in Pyongyang')")
    form.undo()
    assert form.file.read_bytes() == FILE.encode()


def test_an_event_is_edited_by_keyboard_alone(form: Form) -> None:
    keys = form.page.keyboard
    form.page.locator("[data-event-id=answer] a").focus()
    keys.press("Enter")
    form.page.wait_for_selector("#card-title:focus")
    edit = form.page.locator("#event-details [data-edit=answer]")
    for _ in range(20):
        if edit.evaluate("(button) => button === document.activeElement"):
            break
        keys.press("Tab")
    keys.press("Enter")
    form.wait_until_checked()
    keys.press("Tab")
    keys.press("End")
    keys.type(" in anger")
    form.page.wait_for_selector("#edit-save:enabled")
    keys.press("Control+Enter")
    form.wait_until_closed()
    assert changed_lines(FILE, form.text) == [
        "-     title: Pyongyang answers",
        "+     title: Pyongyang answers in anger",
    ]


def test_claims_and_sources_are_removed_from_the_middle_and_added(form: Form) -> None:
    form.edit("visit")
    form.page.locator("[data-group=claims] > .edit-record").nth(1).locator(
        "> button[data-less]"
    ).click()
    form.page.locator("[data-group=sources] > .edit-record").nth(0).locator(
        "> button[data-less]"
    ).click()
    assert form.focused == "Add to sources"
    form.page.click("text=Add to sources")
    assert form.focused == "sources.#.url"
    form.fill("sources.#.url", "kcnb", 2)
    # Its number on the page is that of the last record, though one before it was removed.
    assert "kcnb" in form.problems("sources.#.url", 2)
    form.fill("sources.#.url", "https://example.org/two", 2)
    form.page.click("text=Add to claims")
    last = form.page.locator("[data-group=claims] > .edit-record").nth(2)
    last.locator("[name='claims.#.stance']").select_option("asserts")
    form.wait_until_checked()
    assert "Who says so is missing" in form.problems("claims.#.by.0", 2)
    last.locator("[name='claims.#.by.0']").fill("Ukraine")
    form.wait_until_checked()
    form.save()
    expected = FILE.replace(
        """\
      - by: [North Korea, Japan]
        stance: denies   # in the middle
        date: 2023-10-20
        source: {publisher: Yonhap, url: https://example.org/claimed}
""",
        "",
    ).replace("      - https://example.org/one\n", "")
    expected = expected.replace(
        "        note: Third\n",
        "        note: Third\n      - by: [Ukraine]\n        stance: asserts\n",
    )
    expected = expected.replace(
        "        date: 2023-10-19\n",
        "        date: 2023-10-19\n      - https://example.org/two\n",
    )
    assert form.text == expected
    form.undo()
    assert form.file.read_bytes() == FILE.encode()


def test_a_name_in_the_middle_of_a_list_is_removed(form: Form) -> None:
    form.page.click("#event-list .row-title:text-is('First trilateral air exercise')")
    form.page.click("#event-details [data-edit]")
    form.wait_until_checked()
    form.page.locator("[data-list=actors] .edit-item").nth(1).locator("button").click()
    form.wait_until_checked()
    form.fill("actors.2", "Japn")
    assert 'did you mean "Japan"' in form.problems("actors.2")
    form.fill("actors.2", "Japan")
    form.save()
    assert changed_lines(FILE, form.text) == [
        "-     actors: [South Korea, United States, Japan]",
        "+     actors: [South Korea, Japan]",
    ]


def test_deleting_asks_and_can_be_taken_back(form: Form) -> None:
    form.edit("answer")
    form.page.click("#edit-delete")
    assert form.question().startswith("Delete this event from the file?")
    form.answer("Keep it")
    assert form.focused == "edit-delete"
    assert form.text == FILE
    form.page.click("#edit-delete")
    form.answer("Yes, delete it")
    form.wait_until_closed()
    assert form.text == FILE[: FILE.index("\n  - id: answer")]
    assert form.notice().startswith("Deleted.")
    form.page.wait_for_selector(
        "#event-list .row-title:text-is('Pyongyang answers')", state="detached"
    )
    form.undo()
    assert form.file.read_bytes() == FILE.encode()
    form.page.wait_for_selector("#event-list .row-title:text-is('Pyongyang answers')")


def test_the_question_of_deleting_outlives_the_check_of_the_form(form: Form) -> None:
    form.page.click("[data-event-id=answer] a")
    form.page.click("#event-details [data-edit=answer]")
    form.page.wait_for_selector(".edit-dialog[open]")
    form.page.click("#edit-delete")
    form.wait_until_checked()
    assert "Delete this event" in form.question()


def test_deleting_a_linked_event_names_who_links_and_takes_the_links_too(
    open_form: OpenForm,
) -> None:
    form = open_form(CONFLICT)
    form.edit("visit")
    form.page.click("#edit-delete")
    form.answer("Yes, delete it")
    form.page.wait_for_selector("#edit-question:has-text('\"visit\" is linked from answer')")
    assert form.text == FILE
    form.answer("Delete, and remove these links")
    form.wait_until_closed()
    assert "visit" not in form.text
    assert "responds_to" not in form.text
    assert form.text.endswith("    title: Pyongyang answers\n    actors: [North Korea]\n")
    form.undo()
    assert form.file.read_bytes() == FILE.encode()


def test_a_file_that_changed_meanwhile_is_shown_and_saved_upon(open_form: OpenForm) -> None:
    form = open_form(CONFLICT)
    form.edit("visit")
    form.fill("title", "Lavrov in Pyongyang")
    by_hand = FILE.replace("First trilateral air exercise", "An air exercise")
    form.file.write_text(by_hand, "utf-8")
    form.page.wait_for_selector("#event-list .row-title:text-is('An air exercise')")
    assert form.page.is_visible(".edit-dialog")  # the page follows the file behind the form
    form.page.click("#edit-save")
    question = form.question()
    assert "nothing of yours is lost" in question
    assert "-    title: First trilateral air exercise\n+    title: An air exercise" in question
    assert form.text == by_hand
    assert form.input("title").input_value() == "Lavrov in Pyongyang"
    form.fill("status", "confirmed")  # the check of it leaves the question alone
    assert "An air exercise" in form.question()
    form.answer("Save on top of their change")
    form.wait_until_closed()
    both = by_hand.replace("Lavrov visits Pyongyang", "Lavrov in Pyongyang")
    assert changed_lines(both, form.text) == ["+     status: confirmed"]
    form.undo()
    assert form.text == by_hand


def test_a_conflict_is_settled_and_an_event_deleted_by_keyboard_alone(
    open_form: OpenForm, lasting_form: Lasting
) -> None:
    form = open_form(tolerate=CONFLICT)
    keys = form.page.keyboard
    form.page.click("[data-event-id=visit] a")
    form.page.focus("#event-details [data-edit=visit]")
    keys.press("Enter")
    form.wait_until_checked()
    keys.press("Tab")
    keys.press("End")
    keys.type(" again")
    form.wait_until_checked()
    form.file.write_text(FILE + "# a word of somebody else\n", "utf-8")
    keys.press("Control+Enter")
    assert "nothing of yours is lost" in form.question()
    assert form.focused == "Save on top of their change"
    keys.press("Enter")
    form.wait_until_closed()
    assert "Lavrov visits Pyongyang again" in form.text
    assert form.text.endswith("# a word of somebody else\n")
    saved = form.text

    # The card is drawn again for the new file, with another button.
    lasting_form.shown.follow_file()
    form.page.focus("#event-details [data-edit=visit]")
    keys.press("Enter")
    form.wait_until_checked()
    for _ in range(8):  # from the first field back around to the last button
        keys.press("Shift+Tab")
        if form.focused == "edit-delete":
            break
    keys.press("Enter")
    assert "Delete this event" in form.question()
    assert form.focused == "Yes, delete it"
    keys.press("Enter")
    form.page.wait_for_selector("#edit-question:has-text('is linked from answer')")
    assert form.focused == "Delete, and remove these links"
    keys.press("Enter")
    form.wait_until_closed()
    assert "Lavrov visits" not in form.text
    keys.press("Tab")
    assert form.focused == "Undo"
    keys.press("Enter")
    form.page.wait_for_selector("#edit-notice:has-text('Undone.')")
    assert form.text == saved


def test_two_pages_change_one_event_and_both_changes_stay(
    open_form: OpenForm, page_of: OpenPage, edited: Served
) -> None:
    one = open_form(CONFLICT)
    other = Form(page_of(1440, 900, tolerate=CONFLICT), edited.file)
    other.page.set_default_timeout(PATIENCE)
    other.page.goto(edited.url)
    one.edit("visit")
    other.edit("visit")
    other.unfold()
    one.fill("title", "Lavrov in Pyongyang")
    other.fill("claims.#.note", "Second", 0)
    other.fill("importance", "4")
    other.save()
    one.page.click("#edit-save")
    assert "+        note: 'Second'" in one.question()
    one.answer("Save on top of their change")
    one.wait_until_closed()
    assert sorted(changed_lines(FILE, one.text)) == [
        "+         note: 'Second'",
        "+     importance: 4",
        '+     title: "Lavrov in Pyongyang"   # in quotes',
        "-         note: 'First'",
        '-     title: "Lavrov visits Pyongyang"   # in quotes',
    ]
    # The edit of the other page is no longer the last, so that it cannot be taken back there.
    page = other.page
    page.click("#edit-notice >> text=Undo")
    page.wait_for_selector("#edit-notice:has-text('the file has changed since this edit')")
    assert "Lavrov in Pyongyang" in one.text


def test_a_saved_event_is_saved_once_however_often_one_clicks(form: Form) -> None:
    form.page.dblclick("#add-event")
    form.wait_until_checked()
    form.page.wait_for_timeout(300)
    assert form.page.locator(".edit-dialog").count() == 1
    form.fill("date", "2023-11-05")
    form.fill("title", "Only once")
    form.fill("actors.0", "Japan")
    form.page.evaluate(
        """() => {
          const save = document.querySelector("#edit-save");
          const keys = { key: "Enter", ctrlKey: true, bubbles: true };
          for (let k = 0; k < 3; k += 1) {
            save.click();
            document.querySelector(".edit-dialog [name=title]").dispatchEvent(
              new KeyboardEvent("keydown", keys));
          }
        }"""
    )
    form.wait_until_closed()
    form.page.wait_for_timeout(300)
    assert form.text.count("Only once") == 1
    form.page.dblclick("#edit-notice >> text=Undo")
    form.page.wait_for_selector("#edit-notice:has-text('Undone.')")
    form.page.wait_for_timeout(300)
    assert form.notice() == "Undone.\nRedo"
    assert form.text == FILE


# Name of the input, number of the record, what is written, and what must be said of it: all of one
# list at once, as nobody mends one mistake before making the next.
MESSAGES: list[list[tuple[str, int, str, str]]] = [
    [
        ("date", 0, "2023-13-45", "months run from 01 to 12"),
        ("title", 0, "", "Title is missing, such as “First trilateral air exercise”"),
        ("actors.0", 0, "Nroth Korea", 'did you mean "North Korea"?'),
        ("targets.0", 0, "Jpan", 'did you mean "Japan"?'),
        ("sources.#.url", 0, "ftp://example.org", "is not a valid web address"),
        ("sources.#.url", 1, "kcnaa", 'did you mean "kcna"?'),
        ("sources.#.date", 2, "19.10.2023", "is not a valid date"),
        ("claims.#.by.0", 0, "", "Who says so is missing, such as “United States”"),
        ("claims.#.by.1", 1, "Jpan", 'did you mean "Japan"?'),
        ("claims.#.stance", 1, "", "Stance is missing: choose one"),
        ("claims.#.date", 1, "2023-99-01", "months run from 01 to 12"),
        ("claims.#.source.url", 1, "javascript:alert(1)", "is not a valid web address"),
        ("place.country", 0, "Atlantis", "correct the name, or add the actor"),
        ("place.lat", 0, "123", "from -90 to 90"),
        ("importance", 0, "9", 'Importance cannot be "9": write a whole number from 1 to 5'),
        ("score", 0, "many", "from -10 to 10"),
        ("known", 0, "yesterday", "is not a valid date"),
        ("tz", 0, "Mars/One", "Unknown time zone"),
        ("accept.0", 0, "nonsense", "Unknown rule"),
    ],
    [
        ("date", 0, "", "Date is missing, such as “2023-10-22”"),
        ("actors.0", 0, "", "Actors is missing, such as “South Korea”"),
        ("place.name", 0, "", "Name is missing, such as “Pyongyang”"),
        ("place.lat", 0, "39", "Fill in both latitude and longitude, or none"),
        ("claims.#.by.0", 2, "Nowhere", "Unknown actor"),
    ],
    # Told when the events can be read.
    [("links.responds_to.0", 0, "answr", 'did you mean "answer"?')],
    [("id", 0, "answer", 'Id "answer" is taken by the event on line')],
    [("id", 0, "journey", '"visit" is linked from answer')],
]


def test_every_message_stands_beside_its_input_once_it_was_left(form: Form) -> None:
    form.edit("visit")
    form.unfold()
    form.fill("place.name", "Pyongyang")
    for mistakes in MESSAGES:
        inputs = [(name, number) for name, number, _, _ in mistakes]
        before = [(*input_, form.input(*input_).input_value()) for input_ in inputs]
        form.write_all((name, number, text) for name, number, text, _ in mistakes)
        form.wait_until_checked()
        told = form.all_problems(inputs)
        for (name, _, text, words), problem in zip(mistakes, told, strict=True):
            assert words in problem, (name, text)
        assert form.page.locator(".edit-dialog [aria-invalid]").count() == len(mistakes)
        form.write_all(before)
        form.wait_until_checked()
        assert form.page.locator(".edit-problem").count() == 0
    assert form.text == FILE


def test_a_field_is_reported_once_it_was_left(form: Form) -> None:
    form.add()
    reported = form.page.locator(".edit-problem")
    form.fill("date", "2023-13-45")
    assert reported.count() == 0
    assert form.page.text_content("#edit-heard") == ""
    form.leave()
    assert reported.all_inner_texts() == [
        '"2023-13-45" is not a valid date: months run from 01 to 12, days from 01 to the last of '
        "the month"
    ]
    assert form.page.text_content("#edit-heard") == reported.inner_text()
    form.fill("date", "2023-12")  # a field that was left is followed while one types
    assert reported.count() == 0


def test_saving_an_incomplete_event_counts_what_it_lacks_and_goes_to_the_first(
    open_form: OpenForm,
) -> None:
    form = open_form("422")
    form.add()
    form.fill("date", "2023-11-03")
    form.page.click("#edit-save")
    assert form.page.inner_text("#edit-said") == "2 fields need a change."
    assert form.page.inner_text("[data-reading=date]") == "3 November 2023"
    assert form.focused == "title"
    assert "Title is missing" in form.problems("title")
    assert "Actors is missing" in form.problems("actors.0")
    form.fill("title", "Talks")
    assert form.page.inner_text("#edit-said") == "1 field needs a change."
    form.unfold()
    form.fill("id", "two words")
    assert "is not a valid id" in form.problems("id")
    form.input("actors.0").fill("Japan")
    form.page.keyboard.press("Control+Enter")  # before the answer about the last letters
    form.page.wait_for_selector("#edit-said:has-text('1 field needs a change.')")
    assert form.focused == "id"
    assert form.text == FILE


def test_a_remedy_is_taken_by_its_button(form: Form) -> None:
    form.add()
    form.fill("date", "27/09/2020")
    form.leave()
    form.page.click("text=Use 2020-09-27")
    form.wait_until_checked()
    assert (form.focused, form.input("date").input_value()) == ("date", "2020-09-27")
    form.fill("actors.0", "Armenia, Japan")
    assert "give each its own input" in form.problems("actors.0")
    form.page.click("text=Use Armenia · Japan")
    form.fill("title", "Talks")
    form.fill("targets.0", "Koria")
    form.leave()
    form.page.click("text=Use North Korea")
    form.wait_until_checked()
    form.page.focus("#edit-save")
    form.save()
    assert form.text.endswith(
        "  - date: 2020-09-27\n    title: Talks\n    actors: [Armenia, Japan]\n"
        "    targets: [North Korea]\n"
    )


def test_an_unknown_actor_is_added_with_the_event_and_taken_back_with_it(form: Form) -> None:
    form.add()
    form.fill("date", "2023-11-03")
    form.fill("title", "Talks")
    form.fill("actors.0", "Wagnerite Front")
    assert "correct the name, or add the actor" in form.problems("actors.0")
    form.page.click("text=Add this actor")
    form.wait_until_checked()
    assert form.focused == "new.#.kind"
    assert form.input("new.#.name").input_value() == "Wagnerite Front"
    assert form.input("new.#.id").input_value() == "wagnerite-front"
    assert "Wagnerite Front" in form.diff()
    form.write("new.#.kind", "armed_group")
    form.fill("new.#.country", "Atlantis")
    assert "Unknown actor" in form.problems("new.#.country")
    form.fill("new.#.country", "Russia")
    form.save()
    entry = "  - {id: wagnerite-front, name: Wagnerite Front, kind: armed_group, country: Russia}"
    assert [row.strip() for row in changed_lines(FILE, form.text)] == [
        f"+ {entry}",
        "+",
        "+   - date: 2023-11-03",
        "+     title: Talks",
        "+     actors: [Wagnerite Front]",
    ]
    form.undo()
    assert form.text == FILE


def test_an_event_is_duplicated_without_its_id(form: Form) -> None:
    form.page.click("[data-event-id=visit] a")
    form.page.click("#event-details [data-copy=visit]")
    form.wait_until_checked()
    assert form.page.inner_text("#edit-title") == "Add event"
    assert form.focused == "date"
    assert form.input("id").input_value() == ""
    assert form.input("claims.#.stance", 1).input_value() == "denies"
    form.fill("date", "2023-12-01")
    form.save()
    assert form.text.startswith(FILE)
    assert form.text[len(FILE) :].startswith(
        "\n  - date: 2023-12-01\n    title: Lavrov visits Pyongyang\n    actors: [lavrov]\n"
    )
    assert form.text.count("publisher: Yonhap") == 2 * FILE.count("publisher: Yonhap")


def test_saves_are_undone_one_after_the_other_also_after_a_reload(form: Form) -> None:
    texts = [form.text]
    for number in range(2):
        form.add()
        form.write("date", f"2023-11-0{number + 1}")
        form.write("title", f"Talks {number}")
        form.fill("actors.0", "Japan")
        form.save()
        texts.append(form.text)
    form.reload()
    assert "2 saves can be undone, the last one of 2023-11-02-talks-1." in form.notice()
    for text in reversed(texts[:-1]):
        form.undo()
        assert form.text == text
        form.page.evaluate("() => document.querySelector('#edit-notice').firstChild.remove()")
    assert form.page.locator("#edit-notice >> text=Undo").count() == 0
    form.page.click("#edit-notice >> text=Redo")
    form.page.wait_for_selector("#edit-notice:has-text('Redone.')")
    assert form.text == texts[1]
    form.undo()
    assert form.text == FILE


def test_text_that_was_not_saved_is_kept_and_offered_again(form: Form) -> None:
    form.edit("visit")
    form.unfold()
    form.fill("title", "Half a title")
    form.page.click("text=Add to sources")
    form.fill("sources.#.url", "https://example.org/new", 3)
    asked: list[str] = []
    form.page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    form.reload()
    assert asked == ["beforeunload"]
    form.edit("visit")
    assert form.question().startswith("Your text of ")
    assert form.page.locator(".edit-problem").count() == 0
    form.answer("Take it up")
    form.page.wait_for_function(
        "() => document.querySelector('.edit-dialog [name=title]').value === 'Half a title'"
    )
    form.wait_until_checked()
    assert form.input("claims.#.stance", 1).input_value() == "denies"
    form.save()
    assert [row.split("#")[0].rstrip() for row in changed_lines(FILE, form.text)] == [
        '-     title: "Lavrov visits Pyongyang"',
        '+     title: "Half a title"',
        "+       - https://example.org/new",
    ]
    form.edit("visit")
    assert form.page.inner_text("#edit-question") == ""


def test_kept_text_is_dropped_when_it_is_discarded(form: Form) -> None:
    form.add()
    form.fill("title", "Half an event")
    form.page.click("#edit-cancel")
    form.answer("Discard")
    form.add()
    assert form.page.inner_text("#edit-question") == ""
    form.fill("title", "Another half")
    form.reload()
    form.add()
    assert form.page.locator(".edit-problem").count() == 0
    form.answer("Drop it")
    assert form.focused == "date"
    form.page.click("#edit-cancel")
    form.wait_until_closed()
    form.add()
    assert form.page.inner_text("#edit-question") == ""
    form.page.click("#edit-cancel")
    form.wait_until_closed()


def test_problems_of_one_input_are_all_told(form: Form) -> None:
    form.add()
    form.unfold()
    form.fill("place.name", "Nowhere")
    form.fill("place.lat", "123")
    assert "Fill in both latitude and longitude" in form.problems("place.lat")
    assert "from -90 to 90" in form.problems("place.lat")


def test_a_date_is_read_in_words_while_one_types(form: Form) -> None:
    form.add()
    for text, words in {
        "2023-10~": "about October 2023",
        "2023-10-18/2023-10-19": "18–19 October 2023",
        "2023-10-1": "",
    }.items():
        form.fill("date", text)
        assert form.page.inner_text("[data-reading=date]") == words


def test_remarks_on_the_file_are_told_quietly_and_anew_after_an_edit(form: Form) -> None:
    form.reload()
    form.page.click("#remarks-heading")
    remarks = form.page.locator("#remarks-list li")
    before = remarks.count()
    assert form.page.inner_text("#remarks-heading") == f"{before} remarks on the file"
    form.edit("answer")
    form.page.click("text=Add to sources")
    form.fill("sources.#.url", "kcna")
    form.save()
    form.page.wait_for_selector(f"#remarks-heading:has-text('{before - 1} remark')")


def test_escape_leaves_an_untouched_form_and_asks_before_it_loses_a_word(form: Form) -> None:
    form.add()
    form.page.keyboard.press("Escape")
    form.wait_until_closed()
    assert form.focused == "add-event"
    form.add()
    form.fill("title", "Half an event")
    form.page.keyboard.press("Escape")
    assert form.question().startswith("Discard your changes?")
    assert form.focused == "Keep editing"
    form.page.keyboard.press("Escape")  # the question, not the form
    assert form.page.inner_text("#edit-question") == ""
    assert form.input("title").input_value() == "Half an event"
    form.page.keyboard.type("2")
    form.page.keyboard.press("Escape")
    form.answer("Discard")
    form.wait_until_closed()
    assert form.focused == "add-event"
    assert form.text == FILE


def test_a_server_that_is_gone_loses_nothing_and_saving_may_be_tried_again(
    open_form: OpenForm,
) -> None:
    form = open_form("ERR_FAILED")
    form.edit("answer")
    form.fill("title", "Pyongyang answers back")
    form.page.route("**/api/edit/save", lambda route: route.abort())
    form.page.click("#edit-save")
    form.page.wait_for_selector(
        "#edit-said:has-text('The server does not answer. Your text is kept')"
    )
    form.page.unroute("**/api/edit/save")
    assert form.input("title").input_value() == "Pyongyang answers back"
    form.save()
    assert "title: Pyongyang answers back\n" in form.text


def test_a_file_with_errors_is_left_alone_and_says_where(open_form: OpenForm) -> None:
    form = open_form("400|409")
    form.edit("answer")
    form.fill("title", "Pyongyang answers back")
    broken = FILE.replace("date: 2023-10-22", "date: 22.10.2023")
    form.file.write_text(broken, "utf-8")
    form.page.click("#edit-save")
    form.question()
    form.answer("Save on top of their change")
    form.page.wait_for_selector("#edit-said:has-text('events.yaml has 1 error: fix the file')")
    assert "22.10.2023" in form.page.inner_text("#edit-said")
    assert form.text == broken
    form.file.write_text(FILE, "utf-8")
    form.page.click("#edit-save")
    form.answer("Save on top of their change")
    form.wait_until_closed()
    assert form.text == FILE.replace("Pyongyang answers", "Pyongyang answers back")


LOOKS = [(1440, "light"), (390, "dark")]


def test_axe_finds_nothing_in_the_form(open_form: OpenForm, axe: Callable[..., list[str]]) -> None:
    form = open_form(CONFLICT)

    def look_at(parts: str) -> None:
        for width, scheme in LOOKS:
            form.page.set_viewport_size({"width": width, "height": 900})
            form.page.emulate_media(color_scheme=scheme)
            assert axe(form.page, parts) == [], (width, scheme)
            overflow = "(dialog) => dialog.scrollWidth - dialog.clientWidth"
            assert form.page.locator(".edit-dialog").evaluate(overflow) <= 0, (width, scheme)

    form.edit("visit")
    form.unfold()
    form.fill("actors.0", "Nroth Korea")
    form.fill("claims.#.stance", "", 1)
    form.leave()
    assert form.page.locator(".edit-problem").count() == 2
    form.page.click("text=Add this actor")
    form.wait_until_checked()
    look_at(".edit-dialog")
    form.page.click(".edit-actor > [data-less]")
    form.fill("claims.#.stance", "denies", 1)
    form.fill("actors.0", "Russia")
    assert form.diff()
    form.page.click("#edit-delete")
    assert form.question()
    look_at(".edit-foot, #edit-diff")
    form.file.write_text(FILE.replace("Pyongyang answers", "An answer"), "utf-8")
    form.page.click("#edit-save")
    form.page.wait_for_selector("#edit-question .diff")
    look_at(".edit-foot, #edit-diff")
    form.answer("Save on top of their change")
    form.wait_until_closed()
    assert form.notice()
    assert axe(form.page, "#edit-notice") == []
    form.page.set_viewport_size({"width": 1440, "height": 900})
    form.page.emulate_media(color_scheme="light")


def test_parts_of_a_list_are_numbered_and_a_button_is_named_by_what_it_removes(form: Form) -> None:
    form.edit("visit")
    form.unfold()

    def names(selector: str) -> list[str]:
        found: list[str] = form.page.locator(f".edit-dialog {selector}").evaluate_all(
            "(parts) => parts.map((part) => part.ariaLabel ?? part.textContent)"
        )
        return found

    removing = "[data-list=targets] [data-less]"
    assert names(removing) == ["Remove North Korea from “Targets”", "Remove 2 from “Targets”"]
    form.fill("targets.1", "Japan")
    form.page.click("[data-list=targets] [data-more]")
    assert names(removing)[1:] == ["Remove Japan from “Targets”", "Remove 3 from “Targets”"]
    form.page.click("[aria-label='Remove North Korea from “Targets”']")
    assert names(removing) == ["Remove Japan from “Targets”", "Remove 2 from “Targets”"]
    assert names("[data-list=targets] input") == ["Targets 1", "Targets 2"]
    form.page.click("[aria-label='Remove source 2']")
    form.page.click("text=Add to sources")
    of_sources = "[data-group=sources] > .edit-record"
    numbers = [f"Source {number}" for number in (1, 2, 3)]
    assert names(of_sources) == names(f"{of_sources} > .edit-number") == numbers
    assert names(f"{of_sources} > [data-less]")[1] == "Remove source 2"
    small = form.page.locator(".edit-dialog :is(button, summary):visible").evaluate_all(
        """(parts) => parts.map((part) => part.getBoundingClientRect())
          .filter(({ width, height }) => width < 24 || height < 24).length"""
    )
    assert small == 0


def test_requests_of_the_editor_have_the_language_of_the_page(form: Form) -> None:
    form.page.goto(form.page.url.partition("?")[0] + "?lang=ko")
    form.page.wait_for_selector("#timeline > svg")
    with form.page.expect_response("**/_lang/ko/api/edit/form?event=*") as found:
        form.page.click("#add-event")
    assert found.value.status == 200


def test_without_edit_mode_there_is_nothing_to_edit_with(
    episode: Served, page_of: OpenPage
) -> None:
    page = page_of(1440, 900)
    page.goto(f"{episode.url}?event=camp-david")
    page.wait_for_selector("#card-title")
    assert page.locator("#add-event, [data-edit], #editor, #edit-notice, #remarks").count() == 0
