"""Comments: which cut a text by accident, and which the author means."""

from __future__ import annotations

import pytest

from dashboard.reading.book import read_book
from dashboard.reading.comments import cut_texts

EVENT = "- date: 2023-10-26\n  {line}\n  actors: [Japan]\n  sources: [https://example.org]\n"

CUT = [
    (
        "title: Reconnaissance satellite #3 reaches orbit",
        "Reconnaissance satellite #3 reaches orbit",
    ),
    ("title: War #2 begins", "War #2 begins"),
    ("title: War #2", "War #2"),
    ("title: Rally #StandWithUkraine in Berlin", "Rally #StandWithUkraine in Berlin"),
    ("title: 제재 #2 발표", "제재 #2 발표"),
    ("title: Satellite  #3 reaches orbit", "Satellite  #3 reaches orbit"),
    ("title: Launch (No. # 5)", "Launch (No. # 5)"),
    ("title: Resolution # 1718 is adopted", "Resolution # 1718 is adopted"),
    ("title: The fall of # town", "The fall of # town"),
    ("title: Talks on the topics, # peace", "Talks on the topics, # peace"),
]
AUTHORS = [
    "title: Talks # check this",
    "title: Talks # 3 sources say so",
    "title: Talks  #check this",
    "title: Talks\t# TODO",
    "title: Talks #TODO",
    "title: Talks #todo: find a second source",
    "title: Talks #",
    "title: Talks ##",
    "title: Talks #--------",
    "title: 'War #2 begins'",
    'title: "War #2 begins"  #sure',
    "title: Song in C#",
    "title: Talks # (see the note)",
    "title: Talks#2",
    "title: |\n    War #2 begins",
    "title: Talks\n  # check this",
    "title: Talks\n  #check this",
]


@pytest.mark.parametrize(("line", "whole"), CUT)
def test_a_comment_that_reads_like_the_text_is_an_error(line: str, whole: str) -> None:
    [problem] = read_book(EVENT.format(line=line)).problems
    assert (problem.line, problem.column, problem.code) == (2, 10, "comment")
    assert f'write "{whole}"' in problem.message
    [event] = read_book(EVENT.format(line=f'title: "{whole}"')).book.events  # type: ignore[union-attr]
    assert event.title == whole


@pytest.mark.parametrize("line", AUTHORS)
def test_a_comment_of_the_author_is_none(line: str) -> None:
    assert read_book(EVENT.format(line=line)).problems == ()


@pytest.mark.parametrize(
    "line",
    [
        "date: 2023-10-26 #sure",
        "type: visit #state",
        "score: -2 #own",
        "importance: 5 #top",
        "tz: Asia/Seoul #KST",
        "actors: [Japan] #all",
        "id: talks #first",
        "links: {follows: []} #none",
    ],
)
def test_values_that_are_complete_may_have_any_comment(line: str) -> None:
    keys = {"title": "title: Talks", "date": "date: 2023-10-26", "actors": "actors: [Japan]"}
    keys[line.partition(":")[0]] = line
    text = "- " + "\n  ".join([*keys.values(), "sources: [https://example.org]"])
    assert read_book(text).problems == ()


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ("  description: Launch #3", (4, 16)),
        ("  place: Site #2", (4, 10)),
        ("  tags: [launch, x]\n  place: {name: Site}\n  targets: Japan #2", (6, 12)),
        ("  claims:\n    - by: Russia\n      stance: denies\n      note: Talk #2 of two", (7, 13)),
        ("  sources:\n    - UN Doc #12", (5, 7)),
    ],
)
def test_all_texts_are_looked_at(keys: str, place: tuple[int, int]) -> None:
    text = f"- date: 2023-10-26\n  title: Talks\n  actors: [Russia]\n{keys}\n"
    errors = [found for found in read_book(text).problems if found.is_error]
    assert [(found.line, found.column, found.code) for found in errors] == [(*place, "comment")]


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("title: War #2\n    begins again", 14),
        ("tags: [launch, #3, x]", 18),
        ("tags: [a, War #2 b]", 17),
        ("place: {name: Site #2}", 22),
    ],
)
def test_a_comment_that_hides_the_end_of_a_list_is_named(line: str, column: int) -> None:
    title = "" if line.startswith("title") else "title: Talks\n  "
    problems = read_book(EVENT.format(line=title + line)).problems
    assert [(found.column, found.code) for found in problems] == [(column, "comment")]


def test_texts_are_found_in_every_line_end() -> None:
    for newline in ("\n", "\r\n", "\r"):
        text = newline.join(["- title: War #2", "  place: Site # x", "- title: Round #3"])
        assert [*cut_texts(text)] == [(1, 10), (3, 10)]
