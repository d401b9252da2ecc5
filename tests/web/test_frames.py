"""Frames: named hosts may show the page, and nobody else; a page that is edited is in none."""

from __future__ import annotations

import pytest

from dashboard.app import Editing, create_server
from dashboard.cli import main
from dashboard.exits import UNUSABLE
from dashboard.web.frames import read_frame_ancestor
from tests.examples import SHIPPED, shipped

SCHOOL = "https://moodle.example.edu"


def policy(**options: object) -> str:
    answer = create_server(shipped(), **options).test_client().get("/healthz")  # type: ignore[arg-type]
    (found,) = [
        part
        for part in answer.headers["Content-Security-Policy"].split("; ")
        if part.startswith("frame-ancestors")
    ]
    return found


def test_no_page_may_show_this_one_unless_it_is_named() -> None:
    assert policy() == "frame-ancestors 'none'"
    assert policy(frame_ancestors=[SCHOOL, "blog.example.org"]) == (
        f"frame-ancestors {SCHOOL} blog.example.org"
    )


@pytest.mark.parametrize("host", [SCHOOL, "example.org", "*.example.org", "localhost:8080"])
def test_hosts(host: str) -> None:
    assert read_frame_ancestor(host) == read_frame_ancestor(f"{host}/") == host


@pytest.mark.parametrize(
    "text",
    [
        "",
        "*",
        "'self'",
        f"{SCHOOL}/course",
        "a b",
        "a;script-src *",
        "a, b",
        "javascript:x",
        "a\nb",
    ],
)
def test_what_is_no_host_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="such as https://moodle"):
        read_frame_ancestor(text)


def test_a_page_that_is_edited_is_in_no_frame(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="edited"):
        create_server(SHIPPED, editing=Editing(frozenset()), frame_ancestors=[SCHOOL])
    assert main(["serve", str(SHIPPED), "--edit", "--allow-frame", SCHOOL]) != 0
    assert "--allow-frame goes without --edit" in capsys.readouterr().err


def test_the_command_refuses_what_is_no_host(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", str(SHIPPED), "--allow-frame", "a;b"]) == UNUSABLE
    assert "is not a host" in capsys.readouterr().err


def test_the_sheets_are_answered_for_a_query() -> None:
    client = create_server(shipped()).test_client()
    whole, part = (client.get(f"/paper{query}") for query in ("", "?country=Japan&nothing=1"))
    assert whole.status_code == part.status_code == 200
    assert 0 < part.text.count("data-event-id") < whole.text.count("data-event-id")
