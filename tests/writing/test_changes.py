"""A change touches what it changes, and not the comments, quotes and lines beside it."""

from __future__ import annotations

from textwrap import dedent

import pytest

from dashboard.writing.editing import edit_text, event_fields
from dashboard.writing.edits import ChangeEvent, ReplaceEvent, Value

TEXT = dedent(
    """\
    - id: a
      date: 2023   # about
      title: 'Quoted title'  # beside
      actors: [Japan,   Kenya]
      # above the sources
      sources:  # two
        - https://example.org/1  # one
        # between
        - title: Two
          url: https://example.org/2
      place: {name: Oslo, country: Norway}  # here
      description: |  # header
        Some
        lines.
    """
)


def changed(fields: dict[str, Value | None], text: str = TEXT) -> list[str]:
    """The lines that go (-) and come (+)."""
    rows = edit_text(text, ChangeEvent("a", fields)).diff(0).split("\n")[2:]
    return [row for row in rows if not row.startswith("@@")]


@pytest.mark.parametrize(
    ("fields", "rows"),
    [
        ({"date": "2024-01"}, ["-  date: 2023   # about", "+  date: 2024-01   # about"]),
        (
            {"title": "It's new"},
            ["-  title: 'Quoted title'  # beside", "+  title: 'It''s new'  # beside"],
        ),
        (
            {"actors": ["Japan", "Norway", "US"]},
            ["-  actors: [Japan,   Kenya]", '+  actors: [Japan,   Norway, US]'],
        ),
        ({"actors": ["Kenya"]}, ["-  actors: [Japan,   Kenya]", "+  actors: [Kenya]"]),
        ({"targets": ["Russia"]}, ["+  targets: [Russia]"]),
        (
            {"sources": ["https://example.org/1", "https://example.org/3"]},
            [
                "-    - title: Two",
                "-      url: https://example.org/2",
                "+    - https://example.org/3",
            ],
        ),
        (
            {"sources": ["https://example.org/1", {"title": "Two", "publisher": "P"}]},
            ["-      url: https://example.org/2", "+      publisher: P"],
        ),
        (
            {"sources": [{"title": "Two", "url": "https://example.org/2"}]},
            ["-    - https://example.org/1  # one"],
        ),
        (
            {"place": {"name": "Bergen", "country": "Norway", "lat": "60.4", "lon": "5.3"}},
            [
                "-  place: {name: Oslo, country: Norway}  # here",
                "+  place: {name: Bergen, country: Norway, lat: 60.4, lon: 5.3}  # here",
            ],
        ),
        (
            {"place": "Oslo"},
            ["-  place: {name: Oslo, country: Norway}  # here", "+  place: Oslo  # here"],
        ),
        ({"place": None}, ["-  place: {name: Oslo, country: Norway}  # here"]),
        (
            {"description": "Short."},
            [
                "-  description: |  # header",
                "-    Some",
                "-    lines.",
                "+  description: Short.  # header",
            ],
        ),
        (
            {"description": "Some\nother lines."},
            [
                "-  description: |  # header",
                "-    lines.",
                "+  description: |-  # header",
                "+    other lines.",
            ],
        ),
    ],
)  # fmt: skip
def test_only_what_changes_is_touched(fields: dict[str, Value | None], rows: list[str]) -> None:
    assert sorted(changed(fields)) == sorted(rows)


def test_a_comment_within_what_goes_stays_where_it_has_its_own_line() -> None:
    new = edit_text(TEXT, ChangeEvent("a", {"sources": None})).new
    assert "  # above the sources\n  # between\n  place:" in new


def test_text_above_does_not_take_in_a_comment_that_stays() -> None:
    text = dedent(
        """\
        - date: 2023
          title: A
          actors: Japan
          description: |
            Text
          sources:
            # deeper
            - https://example.org
        """
    )
    new = edit_text(text, ChangeEvent("2023-a", {"sources": None})).new
    assert new.endswith("    Text\n  # deeper\n")


def test_a_new_key_stands_in_the_usual_order() -> None:
    new = edit_text(TEXT, ChangeEvent("a", {"type": "visit", "tags": ["x"], "known": "2024"})).new
    keys = [line.split(":")[0].strip(" -") for line in new.split("\n") if line[2:3].isalpha()]
    assert keys == [
        "id", "date", "title", "actors", "type", "sources", "place", "known", "description", "tags",
    ]  # fmt: skip


def test_the_first_key_may_go() -> None:
    text = "- tags: [x]  # why\n  date: 2023\n  title: A\n  actors: Japan\n"
    new = edit_text(text, ChangeEvent("2023-a", {"tags": None})).new
    assert new == "- # why\n  date: 2023\n  title: A\n  actors: Japan\n"
    text = text.replace("  # why", "")
    new = edit_text(text, ChangeEvent("2023-a", {"tags": None})).new
    assert new == "- date: 2023\n  title: A\n  actors: Japan\n"


def test_what_reads_the_same_is_not_replaced() -> None:
    text = "- date: 2023\n  title: A\n    B\n  actors: Japan\n  place:\n"
    fields: dict[str, Value | None] = {"date": " 2023", "title": "A B", "actors": ["Japan"]}
    assert edit_text(text, ReplaceEvent("2023-a-b", fields)).new == text


def test_a_form_begins_with_what_the_file_has() -> None:
    fields = event_fields(TEXT, "a")
    assert fields["actors"] == ["Japan", "Kenya"]
    assert fields["description"] == "Some\nlines.\n"
    assert edit_text(TEXT, ReplaceEvent("a", fields)).new == TEXT


def test_keys_that_are_not_given_are_removed() -> None:
    fields = {key: event_fields(TEXT, "a")[key] for key in ("date", "title", "actors")}
    new = edit_text(TEXT, ReplaceEvent("a", {**fields})).new
    assert new == dedent(
        """\
        - id: a
          date: 2023   # about
          title: 'Quoted title'  # beside
          actors: [Japan,   Kenya]
          # above the sources
          # between
        """
    )


def test_a_block_keeps_its_last_line_end() -> None:
    fields = {**event_fields(TEXT, "a"), "description": "Some\nnew lines."}
    rows = edit_text(TEXT, ReplaceEvent("a", {**fields})).diff(0).split("\n")[3:]
    assert rows == ["-    lines.", "+    new lines."]


@pytest.mark.parametrize("new", ["one", "x\ny", "x\ny\n"])
@pytest.mark.parametrize(
    "block",
    [
        "|\n    a\n    b   \n",
        "|\n    a\n    b   ",
        "|-\n    a\n    b \n          \n\n",
        ">\n    a\n\n    b  \n",
        "|+\n    a\n    b   \n\n",
    ],
)
@pytest.mark.parametrize("after", ["", "- id: b\n  date: 2024\n  title: B\n  actors: Peru\n"])
def test_a_block_text_whose_lines_end_in_spaces_gives_way_to_another(
    block: str, new: str, after: str
) -> None:
    text = f"- id: a\n  date: 2023\n  title: A\n  actors: Japan\n  description: {block}"
    text += f"\n{after}" if after and block[-1] != "\n" else after
    edited = edit_text(text, ChangeEvent("a", {"description": new}))
    assert str(event_fields(edited.new, "a")["description"]).strip() == new.strip()
    assert edited.new.endswith(after)


SET = "- id: a\n  date: [..1948]  # about\n  title: A\n  actors: Japan\n"


def test_a_date_in_brackets_is_a_text_to_a_form_and_stays_as_it_is() -> None:
    assert event_fields(SET, "a")["date"] == "[..1948]"
    assert changed({"date": "[..1948]", "title": "B"}, SET) == ["-  title: A", "+  title: B"]


def test_a_set_of_dates_is_written_in_quotes() -> None:
    rows = ["-  date: [..1948]  # about", '+  date: "[1947,1948]"  # about']
    assert changed({"date": "[1947,1948]"}, SET) == rows
    assert changed({"date": "[1947,1948]"}) == [
        "-  date: 2023   # about",
        '+  date: "[1947,1948]"   # about',
    ]
    assert changed({"date": "1948"}, SET) == [rows[0], "+  date: 1948  # about"]
