"""Single values: what each kind of field takes, and what it answers to the rest."""

from __future__ import annotations

from datetime import UTC
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.fields import Field
from dashboard.reading.document import read_document
from dashboard.reading.nodes import START, TextNode
from dashboard.reading.reader import Reader
from dashboard.reading.records import KINDS
from dashboard.reading.values import INVALID


def reader() -> Reader:
    return Reader("events.yaml", read_document("", "events.yaml"), UTC)


def read(kind: str, text: str, **rules: Any) -> Any:
    """The value that a field of a kind gets from a quoted text."""
    return KINDS[kind](reader(), TextNode(text, START, False), "key", Field(kind, "", **rules))


def message(kind: str, text: str, **rules: Any) -> str:
    """What a field of a kind answers to a text that it does not take."""
    own = reader()
    field = Field(kind, "", **rules)
    assert KINDS[kind](own, TextNode(text, START, False), "key", field) is INVALID
    [problem] = own.problems
    return problem.message


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (" Joint  statement ", "Joint  statement"),
        ("Joint\nstatement", "Joint statement"),
        ("Joint \n\n\t statement", "Joint statement"),
        ("Joint\u2028statement", "Joint statement"),
        ("10\u00a0000", "10\u00a0000"),
    ],
)
def test_a_line_has_no_breaks(text: str, value: str) -> None:
    assert read("line", text) == value


def test_text_keeps_its_breaks() -> None:
    assert read("text", " a\n\nb \n") == "a\n\nb"
    assert read("text", "") == ""


@pytest.mark.parametrize("text", ["0", "-0", "+3", "2.8", ".5", "5.", "1e1", "-1.5E-1", " 7 "])
def test_numbers_are_decimal(text: str) -> None:
    assert read("number", text, bounds=(-10, 10)) == float(text)


@pytest.mark.parametrize("text", ["", "x", "1_0", "٣", "nan", "inf", "0x1", "1 2", "--1", "10.01"])
def test_other_numbers_are_refused(text: str) -> None:
    assert message("number", text, bounds=(-10, 10))


def test_a_number_that_was_meant_is_proposed() -> None:
    assert message("number", "1,5", bounds=(-10, 10)).endswith(": write 1.5")
    assert message("number", "−3", bounds=(-10, 10)).endswith(": write -3")
    assert message("number", "−30", bounds=(-10, 10)).endswith(": write a number from -10 to 10")


@given(st.floats(-10, 10))
def test_every_score_can_be_written(score: float) -> None:
    assert read("number", repr(score), bounds=(-10, 10)) == score


def test_whole_numbers() -> None:
    assert read("integer", "3.0", bounds=(1, 5)) == 3
    assert isinstance(read("integer", "3.0", bounds=(1, 5)), int)
    assert message("integer", "2.5", bounds=(1, 5)) == '"key" is a whole number: write 2 or 3'
    assert message("integer", "9", bounds=(1, 5)).endswith("write a whole number from 1 to 5")


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org",
        "http://example.org:8080/a?b=c#d",
        "HTTPS://EXAMPLE.ORG/",
        "https://user@example.org/",
        "https://例え.jp/道",
        "http://[::1]:65535/",
        "https://example.org/a_(b),c;d'e",
    ],
)
def test_addresses_of_the_web(text: str) -> None:
    assert read("url", text) == text


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "JAVASCRIPT://example.org/%0aalert(1)",
        "data:text/html,x",
        "ftp://example.org",
        "//example.org",
        "https:example.org",
        "https:///path",
        "https://?q",
        "https://example.org/a b",
        "https://example.org/a\tb",
        "http://[::1",
        "http://example.org:99999/",
        "example",
    ],
)
def test_other_addresses_are_refused(text: str) -> None:
    assert "only http and https" in message("url", text)


def test_an_address_that_was_meant_is_proposed() -> None:
    assert message("url", "www.example.org/a").endswith("write https://www.example.org/a")
    assert message("url", "https://a.org/b c").endswith(
        "write https://a.org/b%20c or https://a.org/b"
    )


@pytest.mark.parametrize("text", ["a", "camp-david", "2023-10-26", "x_1.b", "최선희", "Ärger"])
def test_ids(text: str) -> None:
    assert read("identifier", text) == text


@pytest.mark.parametrize(
    ("text", "better"),
    [("Camp David", "camp-david"), ("-x", "x"), ("a/b", "a-b"), ("_a", "a"), ("!", "some-word")],
)
def test_ids_with_other_signs_are_mended(text: str, better: str) -> None:
    assert message("identifier", text).endswith(f": write {better}")
    assert read("identifier", better) == better


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("#abc", '"#aabbcc"'),
        ("2f6fb0", '"#2f6fb0"'),
        ("red", '#rrggbb in quotes, such as "#2f6fb0"'),
        ("#12345", '#rrggbb in quotes, such as "#2f6fb0"'),
    ],
)
def test_colours(text: str, remedy: str) -> None:
    assert read("color", "#2F6fb0") == "#2F6fb0"
    assert message("color", text).endswith(f": write {remedy}")


def test_choices_are_hinted_at_by_spelling_and_by_meaning() -> None:
    choices = {"visit": "Official visit", "consult": "Talks or a meeting", "attack": "Use force"}
    assert read("choice", "visit", choices=choices) == "visit"
    assert message("choice", "Visits", choices=choices).endswith('did you mean "visit"?')
    assert message("choice", "meeting", choices=choices).endswith('did you mean "consult"?')
    assert message("choice", "zzz", choices=choices).endswith("use one of visit, consult, attack")


def test_zones() -> None:
    assert read("zone", "Asia/Seoul") == "Asia/Seoul"
    assert "Asia/Seoul" in message("zone", "seoul")


def test_dates_are_read_once_for_each_zone() -> None:
    own = reader()
    field = Field("date", "")
    first, again = (KINDS["date"](own, TextNode("2023", START, True), "date", field) for _ in "ab")
    assert first is again
    assert first.text == "2023"


def test_long_and_strange_texts_are_cut_in_messages() -> None:
    long = message("color", "x" * 5000)
    assert len(long) < 200
    assert "…" in long
    assert message("color", "a\x1b[31m\nb") == (
        '"a\\u001b[31m b" is not a valid colour: write #rrggbb in quotes, such as "#2f6fb0"'
    )
