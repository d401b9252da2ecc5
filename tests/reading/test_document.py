"""Documents: what a slip of syntax is called, and that it hides nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.reading.document import read_document
from dashboard.reading.nodes import ListNode, MapNode

BEFORE = "- date: 2023-10-24\n  title: Before\n"
AFTER = "- date: 2023-10-28\n  title: After\n"

SLIPS = {
    "tab": "- date: 2023\n\ttitle: x\n",
    "colon in a text": "- date: 2023\n  title: Breaking: news\n",
    "list not closed": "- date: 2023\n  actors: [Japan\n",
    "long list not closed": "- date: 2023\n  actors: [\n    Japan,\n    Russia\n  title: x\n",
    "quote not closed": '- date: 2023\n  title: "x\n  actors: Japan\n',
    "text after quotes": '- date: 2023\n  title: "Iron" Dome\n',
    "colon missing": "- date: 2023\n  title\n  actors: Japan\n",
    "colon missing at the end": "- date: 2023\n  title\n",
    "indented too far": "- date: 2023\n    title: x\n",
    "indented too little": "- date: 2023\n title: x\n",
    "forbidden sign": "- date: 2023\n  title: @x\n",
    "alias without a name": "- date: 2023\n  title: * x\n",
    "backslash": '- date: 2023\n  title: "\\q"\n',
    "merge conflict": "- date: 2023\n<<<<<<< a\n  title: x\n=======\n  title: y\n>>>>>>> b\n",
}


def rows_of(text: str) -> list[int]:
    """The lines on which the events of a list, or of the key events, begin."""
    root = read_document(text, "events.yaml").root
    if isinstance(root, MapNode):
        root = root.spot("events")
    assert isinstance(root, ListNode)
    return [item.line for item in root.items]


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_leaves_out_its_own_event_alone(slip: str) -> None:
    text = BEFORE + slip + AFTER
    assert len(read_document(text, "events.yaml").problems) == 1
    assert rows_of(text) == [1, 3 + slip.count("\n")]


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_so_it_does_below_a_key(slip: str) -> None:
    indented = "".join(f"  {line}\n" for line in (BEFORE + slip + AFTER).splitlines())
    text = f"title: x\nevents:\n{indented}"
    for mark in ("<<<<", "====", ">>>>"):  # the marks of a merge stand at the beginning of lines
        text = text.replace(f"  {mark}", mark)
    assert len(read_document(text, "events.yaml").problems) == 1
    assert rows_of(text) == [3, 5 + slip.count("\n")]


@settings(max_examples=60)
@given(st.lists(st.sampled_from([BEFORE, *SLIPS.values()]), min_size=1, max_size=6))
def test_slips_are_all_told_and_the_good_events_are_read(parts: list[str]) -> None:
    text = "".join([*parts, AFTER])
    slips = sum(part != BEFORE for part in parts)
    document = read_document(text, "events.yaml")
    assert len(document.problems) == slips
    assert len(rows_of(text)) == len(parts) - slips + 1


def test_what_was_left_out_is_kept_as_text() -> None:
    document = read_document(BEFORE + SLIPS["tab"] + AFTER, "events.yaml")
    assert document.lost == SLIPS["tab"].rstrip("\n")
    assert len(document.text.splitlines()) == 6


def test_a_slip_in_a_heading_leaves_the_events() -> None:
    text = "title: North: East\nevents:\n- title: x\n- title: y\n"
    document = read_document(text, "events.yaml")
    assert [problem.line for problem in document.problems] == [1]
    assert rows_of(text) == [3, 4]


@pytest.mark.parametrize(
    "text",
    [
        "title: x\nevents\n  - title: y\n",  # without its key, the list would belong to nothing
        "[{a: b},\n {c d: [},\n {e: f}]",  # brackets span lines, so no line stands for itself
    ],
)
def test_where_nothing_can_be_left_out_reading_ends(text: str) -> None:
    document = read_document(text, "events.yaml")
    assert document.root is None
    assert len(document.problems) == 1


def test_reading_ends_after_many_slips() -> None:
    document = read_document(SLIPS["colon in a text"] * 50, "events.yaml")
    assert 10 <= len(document.problems) <= 12


def test_forbidden_characters_are_all_told_at_their_places() -> None:
    document = read_document("- é: a\0b\n- c: 🚀\x07\x1b\n", "events.yaml")
    assert [(problem.line, problem.column) for problem in document.problems] == [
        (1, 7),
        (2, 7),
        (2, 8),
    ]
    assert document.spoilt
    assert document.root is not None


def test_a_long_series_of_them_is_cut() -> None:
    document = read_document("- a: " + "\x07" * 1000, "events.yaml")
    assert len(document.problems) == 20


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_signs_that_editors_do_not_break_lines_at_count_as_spaces(sign: str) -> None:
    text = f"- title: a{sign}b\n- title: [\n"
    assert read_document(text, "events.yaml").problems[0].line == 3


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_lines_are_counted_alike_whatever_ends_them(line_break: str) -> None:
    text = (BEFORE + SLIPS["colon in a text"] + AFTER).replace("\n", line_break)
    problem = read_document(text, "events.yaml").problems[0]
    assert (problem.line, problem.column) == (4, 18)


def test_a_quote_that_a_later_event_closes_is_told_where_it_was_opened() -> None:
    text = '- title: "a\n  date: 2023\n- title: "b"\n  date: 2024\n'
    problem = read_document(text, "events.yaml").problems[0]
    assert (problem.line, problem.column) == (1, 10)
    assert rows_of(text) == [3]


def test_the_first_document_is_read_though_a_second_begins() -> None:
    document = read_document("- a: 1\n---\n- b: 2\n", "events.yaml")
    assert [problem.code for problem in document.problems] == ["several-documents"]
    assert document.root is not None
