"""Problems: one printable line each, in the form of compilers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.problems import Problem, Problems, count_problems, repeated_problems


def test_a_problem_is_printed_in_the_form_of_compilers() -> None:
    problem = Problem("my events.yaml", 3, 5, "unknown-field", 'unknown field "titel"')
    assert str(problem) == 'my events.yaml:3:5: error[unknown-field]: unknown field "titel"'
    assert problem.is_error
    warning = Problem("events.yaml", 1, 1, "no-source", "no source", "warning")
    assert str(warning) == "events.yaml:1:1: warning[no-source]: no source"
    assert not warning.is_error


def at(*lines: int, message: str = "use spaces") -> list[Problem]:
    """A problem for each line."""
    return [Problem("a", line, 2, "tab", message) for line in lines]


def test_equal_problems_are_one_with_all_places() -> None:
    found = repeated_problems([*at(1), *at(2, message="other"), *at(5, 5)])
    assert [(problem.first.message, problem.count) for problem in found] == [
        ("use spaces", 3),
        ("other", 1),
    ]
    assert found[0].as_dict() == {
        "path": "a",
        "line": 1,
        "column": 2,
        "severity": "error",
        "code": "tab",
        "message": "use spaces",
        "count": 3,
        "places": [[1, 2], [5, 2], [5, 2]],
        "fix": [],
    }


@pytest.mark.parametrize(
    ("lines", "most", "words"),
    [
        ((3,), 3, ""),
        ((3, 3), 3, "2 times: line 3"),
        ((12, 40, 77), 3, "3 times: lines 12, 40, 77"),
        (tuple(range(1, 367)), 3, "366 times: lines 1, 2, 3 and 363 more"),
        ((1, 2, 3, 4, 5), None, "5 times: lines 1, 2, 3, 4, 5"),
    ],
)
def test_the_places_of_a_problem_in_words(
    lines: tuple[int, ...], most: int | None, words: str
) -> None:
    [problem] = repeated_problems(at(*lines))
    assert problem.elsewhere(most) == words


def test_only_different_problems_count_for_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.model.problems.MOST_PROBLEMS", 2)
    problems = Problems([*at(1, 2), *at(3, message="b"), *at(4, message="c"), *at(5)])
    assert [problem.line for problem in problems] == [1, 2, 3, 5]
    assert problems.complete()[-1].message.startswith("1 more problem is not listed")
    monkeypatch.setattr("dashboard.model.problems.MOST_PLACES", 3)
    assert count_problems(Problems(at(*range(9))).complete()) == 9
    assert len(Problems(at(*range(9))).complete()) == 4


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
