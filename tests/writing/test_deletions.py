"""A deleted event takes its own lines and comments, and leaves those of others."""

from __future__ import annotations

import pytest

from dashboard.writing.editing import edit_text
from dashboard.writing.edits import DeleteEvent

A = "- date: 2023\n  title: A\n  actors: Japan\n"
B = "- date: 2023\n  title: B\n  actors: Japan\n"
C = "- date: 2023\n  title: C\n  actors: Japan\n"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (A + B + C, A + C),
        (f"{A}\n{B}\n{C}", f"{A}\n{C}"),
        (f"{A}\n# b\n# b\n{B}\n{C}", f"{A}\n{C}"),
        (f"{A}# b\n{B}{C}", A + C),
        (f"{A}# not of b\n\n{B}{C}", f"{A}# not of b\n\n{C}"),
        (f"{A}# 2024 -----\n{B}{C}", f"{A}# 2024 -----\n{C}"),
        (f"{A}# - date: 2020\n#   title: out\n{B}{C}", f"{A}# - date: 2020\n{C}"),
        (f"{A}{B}  # within b\n{C}", A + C),
        (f"{A}{B}# c\n{C}", f"{A}# c\n{C}"),
        (f"{A}  # of a\n{B}{C}", f"{A}  # of a\n{C}"),
        (f"{A}{B.rstrip()}   # beside\n{C}", A + C),
        (f"{A}\n{B}", A),
        (f"{A}{B.rstrip()}", A),
        (f"{A}{B}...\n# end\n", f"{A}...\n# end\n"),
        (f"# head\n{B}{C}", f"# head\n{C}"),
        (f"# head\n\n{B}\n{C}", f"# head\n\n{C}"),
        (f"# only\n{B}", "# only\n[]\n"),
        (f"---\n{B}...\n", "---\n[]\n...\n"),
    ],
)
def test_in_block_style(text: str, left: str) -> None:
    assert edit_text(text, DeleteEvent("2023-b")).new == left


def flow(title: str) -> str:
    return f"{{date: 2023, title: {title}, actors: Japan}}"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("[A, B, C]", "[A, C]"),
        ("[B, C]", "[C]"),
        ("[A, B]", "[A]"),
        ("[A, B,]", "[A,]"),
        ("[B]", "[]"),
        ("[\n  A,\n  B,  # b\n  C\n]\n", "[\n  A,\n  C\n]\n"),
        ("[\n  A,  # a\n  B\n]\n", "[\n  A  # a\n]\n"),
        ("[\n  A,\n  B,\n]\n", "[\n  A,\n]\n"),
        ("[ A\n, B\n, C\n]\n", "[ A\n, C\n]\n"),
        ("events: [B]  # keep\n", "events: []  # keep\n"),
    ],
)
def test_in_flow_style(text: str, left: str) -> None:
    def spelt(pattern: str) -> str:
        return "".join(flow(sign) if sign in "ABC" else sign for sign in pattern)

    assert edit_text(spelt(text), DeleteEvent("2023-b")).new == spelt(left)


def test_the_last_event_under_a_key_leaves_an_empty_list() -> None:
    indented = "".join(f"  {line}" for line in B.splitlines(keepends=True))
    text = f"events:  #all\n{indented}    # of b\n\nperiods:\n"
    assert edit_text(text, DeleteEvent("2023-b")).new == "events: []  #all\n\nperiods:\n"
