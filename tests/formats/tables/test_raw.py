"""Files are read by their names and first bytes; what cannot be read is refused with the remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.formats.tables.raw import FormatError, read_bytes, read_raw

if TYPE_CHECKING:
    from pathlib import Path

KINDS = (
    ("a.csv", "date,title\n2023,x\n", "table"),
    ("a.txt", "date;title\n2023;x\n", "table"),
    ("a", '[{"date": "2023"}]', "records"),
    ("a.csv", '{"date": "2023"}\n{"date": "2024"}\n', "records"),
    ("a.yml", "- {date: 2023}\n", "records"),
    ("a.md", "---\ndate: 2023\n---\n", "front-matter"),
    ("a.md", "2022: A\n2023: B\n", "markwhen"),
    ("a.txt", "2022-01: A\n2023-02: B\n", "markwhen"),
    ("a.mw", "2022: A\n", "markwhen"),
    ("a.txt", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20230101\nEND:VEVENT\n", "icalendar"),
    ("a.json", '{"events": [{"start_date": {"year": 2022}}]}', "timelinejs"),
    ("a.json", '{"items": [{"start": "2022", "content": "x"}]}', "vis"),
)


@pytest.mark.parametrize(("name", "text", "kind"), KINDS)
def test_the_form_is_found(name: str, text: str, kind: str) -> None:
    (table,) = read_bytes(text.encode(), name)
    assert table.kind == kind


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.md", b"Only words.", "no front matter"),
        ("a.bin", b"\x89PNG", "this is a picture"),
        ("a.gz", b"\x1f\x8b", "this is a gzip archive"),
        ("a.csv", b"\xef\xbb\xbf", "the file is empty"),
    ],
)
def test_other_files_are_refused(name: str, data: bytes, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        read_bytes(data, name)


def test_a_missing_and_a_too_large_file_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(FormatError, match="cannot be read: No such file"):
        read_raw(tmp_path / "none.csv")
    with pytest.raises(FormatError, match="no Markdown file"):
        read_raw(tmp_path)
    path = tmp_path / "a.csv"
    path.write_text("date,title\n2023,x\n", "utf-8")
    monkeypatch.setattr("dashboard.formats.tables.raw.LARGEST_IMPORT", 10)
    with pytest.raises(FormatError, match="18 bytes, more than 10: split it"):
        read_raw(path)


def test_packed_rows_can_be_sliced_and_repeated() -> None:
    (table,) = read_bytes(b"date,title\n2021,a\n2022,b\n2023,c\n", "a.csv")
    assert [row.number for row in table.rows[1:]] == [3, 4]
    assert table.rows[-1].cells["title"] == "c"
    assert [*table.rows] == [*table.rows]
