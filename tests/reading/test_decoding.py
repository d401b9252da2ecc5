"""Decoding: UTF-8 with or without a mark, UTF-16 with one, and a place for what is neither."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.problems import Problem
from dashboard.reading.decoding import decode


def problem_of(data: bytes) -> Problem:
    found = decode(data, "events.yaml")
    assert isinstance(found, Problem)
    return found


@given(st.text())
def test_what_was_encoded_is_decoded(text: str) -> None:
    if text.count("\0") <= len(text.encode()) // 4 and not text.startswith("\ufeff"):
        assert decode(text.encode(), "events.yaml") == text
    assert decode(codecs.BOM_UTF8 + b"x" + text.encode(), "events.yaml") == "x" + text
    assert decode(codecs.BOM_UTF16_LE + text.encode("utf-16-le"), "events.yaml") == text
    assert decode(codecs.BOM_UTF16_BE + text.encode("utf-16-be"), "events.yaml") == text


@pytest.mark.parametrize("data", [b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_nothing_is_an_empty_text(data: bytes) -> None:
    assert decode(data, "events.yaml") == ""


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"\xe9", 1, 1),
        ("é\nTürk".encode() + b"\xfc", 2, 5),
        (b"a\r\nb\xfc", 2, 2),
        (b"a\rb\xfc", 2, 2),
        (codecs.BOM_UTF8 + b"ab\xfc", 1, 3),
        ("공".encode()[:-1], 1, 1),
        (codecs.BOM_UTF16_LE + "ab\ncd".encode("utf-16-le") + b"x", 2, 3),
    ],
)
def test_the_place_is_where_an_editor_shows_it(data: bytes, line: int, column: int) -> None:
    problem = problem_of(data)
    assert (problem.line, problem.column, problem.code) == (line, column, "encoding")
    assert problem.message.endswith("save the file as UTF-8")


def test_the_message_guesses_what_was_meant() -> None:
    assert '"ü"' in problem_of("Türkiye".encode("latin-1")).message
    assert '"€"' in problem_of("5 €".encode("cp1252")).message
    assert "no letter" in problem_of(b"\x81").message


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_wide_text_without_a_mark_is_known_by_its_zeros(encoding: str) -> None:
    assert "without a byte order mark" in problem_of("- date: 2023".encode(encoding)).message


@given(st.binary())
def test_any_bytes_are_text_or_a_problem(data: bytes) -> None:
    assert isinstance(decode(data, "events.yaml"), str | Problem)
