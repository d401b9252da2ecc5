"""Problems: one printable line each, in the form of compilers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.problems import Problem


def test_a_problem_is_printed_in_the_form_of_compilers() -> None:
    problem = Problem("my events.yaml", 3, 5, "unknown-field", 'unknown field "titel"')
    assert str(problem) == 'my events.yaml:3:5: error[unknown-field]: unknown field "titel"'
    assert problem.is_error
    warning = Problem("events.yaml", 1, 1, "no-source", "no source", "warning")
    assert str(warning) == "events.yaml:1:1: warning[no-source]: no source"
    assert not warning.is_error


def test_a_problem_as_json() -> None:
    assert Problem("a", 1, 2, "tab", "use spaces").as_dict() == {
        "path": "a",
        "line": 1,
        "column": 2,
        "severity": "error",
        "code": "tab",
        "message": "use spaces",
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("two\n  lines", "two lines"),
        ("bell\x07", "bell\\u0007"),
        ("Jap\u200ban", "Jap\\u200ban"),
        ("공동성명 🚀", "공동성명 🚀"),
        ("no\u00a0break", "no break"),
    ],
)
def test_a_message_shows_what_nobody_could_see(text: str, message: str) -> None:
    assert Problem("a", 1, 1, "code", text).message == message


@given(st.text())
def test_a_message_is_one_printable_line(text: str) -> None:
    assert Problem("a", 1, 1, "code", text).message.isprintable()
