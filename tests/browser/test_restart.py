"""An open form outlives its server: what was typed stays, and is saved to the next run once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.conftest import GONE, OpenPage, Served
from tests.browser.test_editing import FILE, PATIENCE, Form, changed_lines

FAULTS = f"{GONE}|status of (403|404|409|500)"
"""What the console says of a server that is gone or of another run, and of a conflict."""
SAVED = ["-     title: Pyongyang answers", "+     title: Pyongyang answers back"]
Restart = Callable[..., None]


@pytest.fixture
def served(serve: Callable[..., Served], tmp_path: Path) -> Served:
    file = tmp_path / "events.yaml"
    file.write_text(FILE, "utf-8")
    return serve(file, "--edit")


@pytest.fixture
def restart(serve: Callable[..., Served], served: Served) -> Restart:
    """Starts a server of the same file on the same port, in edit mode unless told otherwise."""

    def start(*arguments: str) -> None:
        served.stop()
        serve(served.file, *(arguments or ("--edit",)), port=served.port)

    return start


@pytest.fixture
def form(served: Served, page_of: OpenPage) -> Form:
    """The form of an event in which something was typed."""
    page = page_of(1440, 900, tolerate=FAULTS)
    page.set_default_timeout(2 * PATIENCE)
    page.goto(f"{served.url}?event=answer")
    page.click("#event-details [data-edit=answer]")
    form = Form(page, served.file)
    form.fill("title", "Pyongyang answers back")
    return form


def said(form: Form, words: str) -> None:
    form.page.wait_for_selector(f"#edit-said:has-text('{words}')")
    assert form.input("title").input_value() == "Pyongyang answers back"


def test_a_form_is_saved_once_to_a_server_that_was_started_again(
    form: Form, restart: Restart
) -> None:
    restart()
    form.save()
    assert changed_lines(FILE, form.text) == SAVED
    assert form.notice() == "Saved. The server was restarted in between.\nUndo"
    form.page.click("#edit-notice >> text=Undo")
    form.page.wait_for_selector("#edit-notice:has-text('Undone.')")
    assert form.text == FILE


def test_typing_goes_on_after_a_restart_and_the_form_says_so(form: Form, restart: Restart) -> None:
    restart()
    form.write("title", "Pyongyang answers back")
    form.fill("description", "Typed after it")
    said(form, "The server was restarted; your text is kept.")
    form.save()
    assert changed_lines(FILE, form.text) == [*SAVED, "+     description: Typed after it"]


def test_text_outlives_a_server_that_is_gone_for_a_while(
    form: Form, served: Served, restart: Restart
) -> None:
    served.stop()
    form.page.click("#edit-save")
    said(form, "The server does not answer. Your text is kept; save it when the server is back.")
    form.page.wait_for_selector("#connection:not(:empty)")
    form.fill("description", "Typed without a server")
    said(form, "The server does not answer.")
    restart()
    # The form is checked again by itself, and its message goes.
    form.page.wait_for_selector("#edit-diff:has-text('Typed without a server')")
    form.page.wait_for_selector("#connection:not(:empty)", state="detached")
    said(form, "The server was restarted")
    assert "does not answer" not in form.page.inner_text("#edit-said")
    form.save()
    assert changed_lines(FILE, form.text) == [*SAVED, "+     description: Typed without a server"]


def test_a_file_that_changed_between_two_runs_is_a_conflict(form: Form, restart: Restart) -> None:
    by_hand = FILE.replace("First trilateral air exercise", "An air exercise")
    form.file.write_text(by_hand, "utf-8")
    restart()
    form.page.click("#edit-save")
    assert "nothing of yours is lost" in form.question()
    assert form.text == by_hand
    form.answer("Save on top of their change")
    form.wait_until_closed()
    assert changed_lines(by_hand, form.text) == SAVED


def test_a_run_without_edit_mode_says_what_to_do(form: Form, restart: Restart) -> None:
    restart("--host", "127.0.0.1")
    form.page.click("#edit-save")
    said(form, "The server now runs without edit mode: start it with --edit. Your text is kept")
    assert form.text == FILE
    assert form.page.is_enabled("#edit-save")
