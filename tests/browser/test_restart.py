"""An open form outlives its server: what was typed stays, and is saved to the next run once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Route

from tests.browser.conftest import GONE, Interrupted, OpenPage, Served
from tests.browser.test_editing import FILE, PATIENCE, Form, changed_lines
from tests.browser.the_page import ThePage

FAULTS = f"{GONE}|status of (403|404|409|500)"
"""What the console says of a server that is gone or of another run, and of a conflict."""
SAVED = ["-     title: Pyongyang answers", "+     title: Pyongyang answers back"]
Restart = Callable[..., None]


@pytest.fixture(scope="module")
def server(serve: Callable[..., Served], tmp_path_factory: pytest.TempPathFactory) -> Interrupted:
    file = tmp_path_factory.mktemp("restart") / "events.yaml"
    file.write_text(FILE, "utf-8")
    return Interrupted(serve, file, ("--edit",))


@pytest.fixture
def restart(server: Interrupted) -> Restart:
    """Starts a server of the same file on the same port, in edit mode unless told otherwise."""
    return server.start


@pytest.fixture(scope="module")
def shown(server: Interrupted, lasting_page_of: OpenPage) -> ThePage:
    """One page for all tests: it outlives all runs of the server."""
    page = lasting_page_of(1440, 900, tolerate=FAULTS)
    page.set_default_timeout(2 * PATIENCE)
    return ThePage(page, server.running.url)


@pytest.fixture
def form(server: Interrupted, shown: ThePage) -> Form:
    """The form of an event in which something was typed."""
    server.as_at_first(FILE)
    shown.begin_again()
    form = Form(shown.page, server.file)
    form.edit("answer")
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


def test_a_check_and_a_save_both_learn_of_the_restart(form: Form, restart: Restart) -> None:
    held: list[Route] = []
    restart()
    form.page.route("**/_dash-layout", lambda route: held.append(route))
    with form.page.expect_request("**/_dash-layout"):
        form.write("description", "Typed after it")
    form.page.click("#edit-save")
    while len(held) < 2:
        form.page.wait_for_timeout(20)
    check, save = held
    with form.page.expect_response("**/api/edit/preview"):
        check.continue_()
    save.continue_()
    form.wait_until_closed()
    form.page.unroute("**/_dash-layout")
    assert changed_lines(FILE, form.text) == [*SAVED, "+     description: Typed after it"]


def test_text_outlives_a_server_that_is_gone_for_a_while(
    form: Form, server: Interrupted, restart: Restart
) -> None:
    server.stop()
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
    # The page has found the new run: no connection to the old one is left.
    with form.page.expect_response(lambda answer: "revision" in answer.url and answer.ok):
        pass
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
