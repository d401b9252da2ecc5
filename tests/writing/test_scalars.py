"""Texts as scalars: any text reads back as itself, and no tool takes it for something else."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dashboard.writing.scalars import WIDTH, block_scalar, scalar
from tests.writing.properties import ODD

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.sampled_from(ODD)


@pytest.mark.parametrize(
    "text",
    ["Japan", "First exercise", "it's", 'say "so"', "a\\b", "한국", "-x", "https://e.org/?a=b"],
)
def test_plain_is_plain(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("NO", '"NO"'),
        ("012", '"012"'),
        ("12:30", '"12:30"'),
        ("2023", '"2023"'),
        ("1e3", '"1e3"'),
        ("0o14", '"0o14"'),
        ("~", '"~"'),
        ("", '""'),
        ("a: b", '"a: b"'),
        ("#no", '"#no"'),
        ('"so"', "'\"so\"'"),
        ("a: it's \\", "'a: it''s \\'"),
        ("two\nlines", '"two\\nlines"'),
        ("\x07", '"\\u0007"'),
    ],
)
def test_what_is_not_safe_is_quoted(text: str, written: str) -> None:
    assert scalar(text) == written


def test_dates_and_numbers_may_stay_plain() -> None:
    assert scalar("2023-10-26", "date") == "2023-10-26"
    assert scalar("-2.5", "number") == "-2.5"
    assert scalar("2023-10-26") == '"2023-10-26"'
    assert scalar("a: b", "date") == '"a: b"'


def test_the_quote_that_was_there_is_kept_where_it_can_be() -> None:
    assert scalar("Japan", style="'") == "'Japan'"
    assert scalar("it's", style="'") == "'it''s'"
    assert scalar("two\nlines", style="'") == '"two\\nlines"'


@given(ANY, st.sampled_from(["", "'", '"']))
def test_every_text_reads_back(text: str, style: str) -> None:
    document = f"- key: {scalar(text, style=style)}\n- [{scalar(text, flow=True)}, x]\n"
    loader = yaml.CBaseLoader(document)
    assert loader.get_data() == [{"key": text}, [text, "x"]]


@given(ANY)
def test_other_tools_read_text_as_text(text: str) -> None:
    within = scalar(text, flow=True)
    document = f"key: {scalar(text)}\nlist: [{within}, {{k: {within}}}]\n"
    assert yaml.safe_load(document) == {"key": text, "list": [text, {"k": text}]}


BLOCKS = st.text(st.sampled_from("ab #:-'\n"), max_size=300) | ANY


@given(BLOCKS, st.integers(1, 12))
def test_blocks_read_back(text: str, column: int) -> None:
    lines = block_scalar(text, column)
    if lines is not None:
        document = "key: " + "\n".join(lines) + "\nother: x\n"
        assert yaml.load(document, yaml.CBaseLoader) == {"key": text, "other": "x"}
        assert all(
            len(line) <= WIDTH for line in lines if " " in line.strip() and "|" not in lines[0]
        )


def test_long_text_is_folded_and_lines_are_kept() -> None:
    long = "word " * 30 + "end"
    folded = block_scalar(long, 4)
    assert folded is not None
    assert folded[0] == ">-"
    assert len(folded) == 3
    assert block_scalar("one\n\ntwo\n", 2) == ["|", "  one", "", "  two"]
    assert block_scalar("short", 2) is None
    assert block_scalar("trailing \nspace", 2) is None
