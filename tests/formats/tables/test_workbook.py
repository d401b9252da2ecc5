"""Workbooks: sheets, days, merged cells, the messy one of 300 rows, and hostile archives."""

from __future__ import annotations

import builtins
import datetime
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook

from dashboard.formats.recipes.guess import guess_recipe
from dashboard.formats.rows.mapper import map_rows
from dashboard.formats.tables.raw import FormatError, RawTable, read_bytes, read_raw
from tests.formats.messy_workbook import HEADER, HEADER_ROW, ROWS, write_messy_workbook

if TYPE_CHECKING:
    from pathlib import Path


def workbook(rows: list[list[object]], merged: tuple[str, ...] = (), **sheets: Any) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    for name, others in sheets.items():
        other = book.create_sheet(name)
        for row in others:
            other.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_days_are_days_and_times_only_where_there_are_any() -> None:
    noon = datetime.datetime(2022, 1, 3, 12, 30)
    rows = [["Date", "N"], [datetime.date(2022, 1, 2), 5.0], [noon, 0.1], [None, True]]
    (table,) = read_bytes(workbook(rows), "a.xlsx")
    assert [dict(row.cells) for row in table.rows] == [
        {"Date": "2022-01-02", "N": "5"},
        {"Date": "2022-01-03T12:30", "N": "0.1"},
        {"N": "yes"},
    ]
    assert [row.number for row in table.rows] == [2, 3, 4]


def test_merged_headings_and_days_count_for_all_their_cells() -> None:
    rows = [
        ["Attacker", None, "Victim", None, "Date"],
        ["Name", "Country", "Name", "Country", None],
        ["A", "Iran", "B", "Iraq", datetime.date(2022, 1, 2)],
        ["C", "Iran", "D", "Iraq", None],
    ]
    data = workbook(rows, ("A1:B1", "C1:D1", "E1:E2", "E3:E4"))
    (table,) = read_bytes(data, "a.xlsx")
    assert table.columns[:3] == ("Attacker Name", "Attacker Country", "Victim Name")
    assert [row.cells["Date"] for row in table.rows] == ["2022-01-02"] * 2


def test_each_sheet_is_a_table_and_one_can_be_chosen() -> None:
    data = workbook([["Date"], ["2022"]], Notes=[["Note", "Day"], ["x", "2023"]], Empty=[])
    assert [table.path for table in read_bytes(data, "a.xlsx")] == [
        "a.xlsx [Sheet]",
        "a.xlsx [Notes]",
    ]
    (chosen,) = read_bytes(data, "a.xlsx", sheet="Notes")
    assert chosen.columns == ("Note", "Day")
    with pytest.raises(FormatError, match='no sheet "Notez": write "Sheet", "Notes" or "Empty"'):
        read_bytes(data, "a.xlsx", sheet="Notez")


def test_without_the_library_the_message_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_library(name: str, *args: Any) -> Any:
        if name == "python_calamine":
            raise ImportError(name)
        return original(name, *args)

    original = builtins.__import__
    monkeypatch.setattr(builtins, "__import__", no_library)
    with pytest.raises(FormatError, match=r'pip install "geopolitical-timeline\[import\]"'):
        read_bytes(b"PK\x03\x04", "a.xlsx")


def archive(**members: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in members.items():
            zipped.writestr(name.replace("__", "/"), data)
    return out.getvalue()


ODS = """<office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="Sheet1">
<table:table-row><table:table-cell office:value-type="string"><text:p>Date</text:p>
</table:table-cell><table:table-cell office:value-type="string"><text:p>Title</text:p>
</table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="date" office:date-value="2022-01-02">
<text:p>02.01.22</text:p></table:table-cell><table:table-cell office:value-type="string">
<text:p>Talks</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048574"><table:table-cell
 table:number-columns-repeated="16384"/></table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>"""


def test_a_workbook_of_libreoffice_is_read_without_its_blank_rows() -> None:
    members = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": ODS.encode(),
        "META-INF/manifest.xml": b"<manifest/>",
    }
    (table,) = read_bytes(archive(**members), "a.ods")
    assert [dict(row.cells) for row in table.rows] == [{"Date": "2022-01-02", "Title": "Talks"}]


FAR = b'<worksheet><c r="A1" t="s"><v>0</v></c><c r="XFD1048576"><v>1</v></c></worksheet>'
REPEATED = b'<table:table-cell table:number-columns-repeated="16384" office:value-type="float">'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04 damaged", "damaged"),
        (archive(word__document=b"x"), "not a workbook, or a damaged one"),
        (archive(xl__worksheets__sheet1=FAR), "row 1,048,576 or column 16,384 is far"),
        (archive(**{"content.xml": REPEATED}), "a cell is repeated 16,384 times"),
        (b"\xd0\xcf\x11\xe0 old", "not a workbook, or a damaged one"),
    ],
)
def test_damaged_and_hostile_archives_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        read_bytes(data, "a.xlsx")


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.formats.tables.workbook_limits.LARGEST_WORKBOOK", 1_000_000)
    with pytest.raises(FormatError, match="unpacks to 2,000,000 bytes"):
        read_bytes(archive(xl__workbook=bytes(2_000_000)), "a.xlsx")


@pytest.fixture(scope="module")
def messy(tmp_path_factory: pytest.TempPathFactory) -> RawTable:
    path: Path = tmp_path_factory.mktemp("messy") / "incidents.xlsx"
    write_messy_workbook(path)
    (table,) = read_raw(path)
    return table


def test_the_messy_workbook_is_read_whole(messy: RawTable) -> None:
    assert messy.columns == HEADER
    assert [row.number for row in messy.rows][:ROWS] == [
        *range(HEADER_ROW + 1, HEADER_ROW + 1 + ROWS)
    ]
    assert dict(messy.rows[ROWS].cells) == {"No.": "Total", "What happened": str(ROWS)}
    assert messy.rows[0].cells["Date"] == messy.rows[1].cells["Date"]


def test_every_messy_row_is_an_event_or_left_out_with_a_reason(messy: RawTable) -> None:
    guess = guess_recipe(messy)
    assert guess.recipe.date_order == "dmy"
    assert guess.unknown == ("No.",)
    imported = map_rows(messy, guess.recipe)
    assert len(imported.events) + len(imported.left_out) == ROWS + 1
    assert len(imported.events) > ROWS // 2
    assert all(left.message for left in imported.left_out)
    dates = {event["date"] for event in imported.events}
    assert any(str(date).endswith("~") for date in dates)
