"""The corpus: valid files are read, invalid ones are told all problems; noise never raises."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dashboard.reading.book import Reading, read_book
from dashboard.reading.watched import read_file
from tests.examples import SHIPPED
from tests.reading.corpus import INVALID, VALID, codes, expected_problems

CODES = {
    # YAML: what cannot be read, and what is refused
    "alias", "anchor", "character", "comment", "complex-key", "directive", "duplicate-key",
    "encoding", "merge-key", "several-documents", "syntax", "tab", "tag", "too-deep",
    # the shape of records
    "empty", "missing-field", "unknown-field", "wrong-kind",
    # values
    "bad-color", "bad-date", "bad-id", "bad-importance", "bad-lat", "bad-lon", "bad-score",
    "bad-url", "bad-zone", "half-point", "unknown-kind", "unknown-reliability", "unknown-stance",
    "unknown-status", "unknown-type",
    # names and references
    "alias-collision", "ambiguous-actor", "duplicate-id", "no-country", "repeated-actor",
    "self-link", "too-long", "too-many", "too-many-pairs", "unknown-actor",
    "unknown-event", "unknown-rule", "unknown-source",
}  # fmt: skip
"""All codes of errors, but for those of files that cannot be opened, or that have thousands."""

TEXTS = [path.read_bytes().decode("utf-8") for path in VALID if "utf16" not in path.name]
TEXTS.append("\n".join(SHIPPED.read_text("utf-8").splitlines()[:80]))


def check(reading: Reading, text: str) -> None:
    """What holds for every reading of every text."""
    lines = re.split("\r\n|\r|\n", text)
    for problem in reading.problems:
        assert 1 <= problem.line <= len(lines), problem
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, problem
        assert problem.message.strip(), problem
        assert problem.message.isprintable(), problem
    has_errors = any(problem.is_error for problem in reading.problems)
    assert (reading.book is None) == has_errors
    places = [(problem.line, problem.column) for problem in reading.problems]
    assert places == sorted(places)


def test_the_corpus_is_large_and_knows_every_error() -> None:
    assert len(INVALID) >= 70
    assert len(VALID) >= 25
    assert codes() == CODES


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_valid_files_have_no_errors(path: Path) -> None:
    reading, text = read_file(path)
    assert [str(problem) for problem in reading.problems if problem.is_error] == []
    assert reading.book is not None
    check(reading, text)


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_invalid_files_are_told_all_their_problems(path: Path) -> None:
    reading, text = read_file(path)
    expected = expected_problems(path)
    found = [(problem.line, problem.column, problem.code) for problem in reading.problems]
    assert found == [(wrong.line, wrong.column, wrong.code) for wrong in expected]
    for problem, wrong in zip(reading.problems, expected, strict=True):
        assert wrong.fragment in problem.message
    assert reading.book is None
    if text:
        check(reading, text)


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_messages_name_the_rule_and_the_remedy(path: Path) -> None:
    for problem in read_file(path)[0].problems:
        rule, colon, remedy = problem.message.partition(": ")
        assert rule, problem.message
        assert colon or "," in rule, problem.message
        assert remedy, problem.message
        assert not re.search(r"<[a-z_.]+ |object at|Error\b|None\b|True\b", problem.message)


def test_ten_problems_are_ten_messages() -> None:
    path = next(path for path in INVALID if path.stem == "ten_problems")
    problems = read_file(path, "mine.yaml")[0].problems
    assert len({problem.code for problem in problems}) == 10
    assert str(problems[2]) == (
        'mine.yaml:19:5: error[unknown-field]: unknown field "titel": did you mean "title"?'
    )


PIECES = st.sampled_from(
    ["- ", ": ", "\n", "\n  ", "\t", "\r", '"', "'", "[", "]", "{", "}", ",", "#", " #", "&a ",
     "*a", "!t ", "<<: ", "---\n", "...\n", "%", "|", ">", "\\", "~", "?", "\0", "\x07", "\ufeff",
     "\x85", "\u2028", "\ud800", "é", "🚀", "date", "title", "actors", "2023", "Japan",
     "events", "null"]
)  # fmt: skip
NOISE = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map("".join))


@settings(max_examples=300, deadline=None)
@example("- date: 2023\n  title: \ud800")
@example("%")
@example('"\n\n"')
@example("{? [" * 8)
@example("\r- \n\t\x85:")
@given(NOISE)
def test_arbitrary_text_never_raises(text: str) -> None:
    check(read_book(text), text)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A valid file in which characters and lines are deleted, doubled, swapped or inserted."""
    parts: list[str] = list(draw(st.sampled_from(TEXTS)))
    for _ in range(draw(st.integers(1, 4))):
        if draw(st.booleans()):
            parts = "".join(parts).splitlines(keepends=True)
        place, other = (draw(st.integers(0, max(len(parts) - 1, 0))) for _ in range(2))
        change = draw(st.sampled_from(["delete", "double", "swap", "insert", "cut"]))
        if change == "insert" or not parts:
            parts.insert(place, draw(PIECES))
        elif change == "delete":
            del parts[place]
        elif change == "double":
            parts.insert(place, parts[place])
        elif change == "swap":
            parts[place], parts[other] = parts[other], parts[place]
        else:
            del parts[place:]
        parts = list("".join(parts))
    return "".join(parts)


@settings(max_examples=250, deadline=None)
@given(mutated())
def test_mutated_files_never_raise(text: str) -> None:
    check(read_book(text), text)
