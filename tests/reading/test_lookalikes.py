"""Characters that look like those of YAML: named with their code, column and the plain one."""

from __future__ import annotations

import unicodedata

import pytest

from dashboard.reading.book import read_book
from dashboard.reading.lookalikes import PLAIN, plain, repaired, slips

SPACES = ["\u00a0", "\u2003", "\u2007", "\u2009", "\u202f", "\u3000", "\u200b", "\u2060"]
DASHES = ["–", "—", "‐", "－", "−", "•", "·", "*", "+", "●"]
COLONS = ["：", "﹕", "︓"]
GOOD = "- date: 2023-10-26\n  title: Talks\n  actors: [Japan]\n  sources: [https://example.org]\n"


def places(text: str) -> list[tuple[int, int, str]]:
    """Place and code of each problem of a text."""
    return [(found.line, found.column, found.code) for found in read_book(text).problems]


@pytest.mark.parametrize("space", SPACES)
@pytest.mark.parametrize("before", ["", GOOD], ids=["alone", "after another event"])
def test_spaces_as_indent_and_after_colons(space: str, before: str) -> None:
    row = before.count("\n")
    width = 1 if PLAIN[space] else 0
    indent = space * 2 if width else f"{space}  "
    text = f"{before}- date: 2023-10-26\n{indent}title: Talks\n{indent}actors: [Japan]\n"
    text += "  sources: [https://example.org]\n"
    assert places(text) == [(row + 2, 1, "character"), (row + 3, 1, "character")]
    rest = "" if width else " "
    text = f"{before}- date: 2023-10-26\n  title:{space}{rest}Talks\n  actors: [Japan]\n"
    text += "  sources: [https://example.org]\n"
    expected = [(row + 2, 9, "character")]
    assert places(text) in (expected, [])  # a character of no width within a title is text
    if width:
        [problem] = read_book(text).problems
        assert f"(U+{ord(space):04X})" in problem.message
        assert unicodedata.name(space).lower() in problem.message


@pytest.mark.parametrize("dash", DASHES)
def test_other_dashes_do_not_begin_items(dash: str) -> None:
    assert places(GOOD.replace("- date", f"{dash} date", 1)) == [(1, 1, "character")]
    row = GOOD.count("\n")
    text = GOOD + GOOD.replace("- date", f"{dash} date", 1).replace("Talks", "Treaty") + GOOD
    assert (row + 1, 1, "character") in places(text)
    assert {code for _, _, code in places(text)} <= {"character", "near-duplicate"}


@pytest.mark.parametrize("colon", COLONS)
@pytest.mark.parametrize("space", ["", " "])
def test_other_colons_are_named_and_the_rest_is_read(colon: str, space: str) -> None:
    text = GOOD.replace(": 2", f"{colon}{space}2").replace(": T", f"{colon}{space}T")
    text = text.replace(": [J", f"{colon}{space}[J")
    assert places(text) == [(1, 7, "character"), (2, 8, "character"), (3, 9, "character")]
    [*_, last] = read_book(text.replace("Japan", "Jpan")).problems
    assert (last.line, last.column) == (3, 11 + len(space))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("-date: 2023-10-26\n title: Talks", (1, 2, "syntax")),
        ("- date:2023-10-26\n  title: Talks", (1, 8, "syntax")),
        ("- date: 2023-10-26\n  place:\n    name：Tokyo", (3, 9, "character")),
        ("- {date：2023-10-26, title: Talks}", (1, 8, "character")),
        ("- date: 2023-10-26\n  ti\u200btle: Talks", (2, 5, "character")),
        ("- date: 2023-10-26\n  actors: ［Japan， Russia］", (2, 11, "character")),
        (
            "- date: 2023-10-26\n  title: Talks\n  actors: [Japan， South Korea]",
            (3, 12, "character"),
        ),
        ("- date: “2023-10-26”\n  title: Talks", (1, 9, "character")),
        ("- date: ‘2023-10-26’\n  title: Talks", (1, 9, "character")),
        ("- date: 2023-10-26\u200b\n  title: Talks", (1, 9, "character")),
        ("- date: 2023-10-26\n  type: “visit”", (2, 9, "character")),
        ("- date: 2023-10-26\n  tz: “Asia/Seoul”", (2, 7, "character")),
        ("- date: 2023-10-26\n  id: “talks”", (2, 7, "character")),
        ("- date: 2023-10-26\n  targets: [“Japan”, Russia]", (2, 13, "character")),
        ("- date: 2023-10-26\n  targets: [Ja\u200bpan]", (2, 13, "character")),
        ("- date: 2023-10-26\n  targets: [日本、韓国]", (2, 13, "character")),
    ],
)
def test_each_is_named_at_its_column(text: str, found: tuple[int, int, str]) -> None:
    assert found in places(text)
    message = next(
        it.message for it in read_book(text).problems if (it.line, it.column) == found[:2]
    )
    assert "write" in message or "remove it" in message
    assert (found[2] == "syntax") == ("U+" not in message)


@pytest.mark.parametrize(
    "line",
    [
        "title: “Talks” – a start",
        "title: A：B",
        "title: 10\u00a0000 people",
        "title: Note： more",
        "description: |\n    Note：more\n    – date: 2023\n    \u3000date: x",
        "tags: [共同声明, “peace”]",
    ],
)
def test_texts_may_have_all_of_them(line: str) -> None:
    title = "" if line.startswith("title") else "title: Talks\n  "
    assert places(GOOD.replace("title: Talks", title + line)) == []


def test_the_repaired_line_has_no_slips() -> None:
    for line in ("–date：2023", "\u3000\u3000title：\u00a0x", "-date:2023", "• actors：［a］"):
        assert [*slips(repaired(line))] == []


def test_values_are_plain_without_quotes_and_invisible_characters() -> None:
    assert plain("« Japan »") == "Japan"
    assert plain("Ja\u200bpan\u00a0") == "Japan"
    assert plain("2023") == "2023"
