"""Dates of tables: certain ones are read, ambiguous ones stay doubts that name the option."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from dashboard.formats.rows.row_dates import event_date
from dashboard.formats.rows.table_dates import Doubt, column_order, date_text, interval_text
from dashboard.model.dates import parse_date

READ = (
    ("2023-10-26", "2023-10-26"),
    ("27/09/2020", "2020-09-27"),
    ("9/27/2020 0:00", "2020-09-27"),
    ("12.12.2022", "2022-12-12"),
    ("2020-09-27T00:00:00", "2020-09-27"),
    ("2020-09-27T00:00:00.000Z", "2020-09-27"),
    ("20231026", "2023-10-26"),
    ("27 Sep 2020", "2020-09-27"),
    ("Sept 27, 2020", "2020-09-27"),
    ("26. Oktober 2023", "2023-10-26"),
    ("26 octobre 2023", "2023-10-26"),
    ("26 de octubre de 2023", "2023-10-26"),
    ("26 октября 2023 г.", "2023-10-26"),
    ("2023년 10월 26일", "2023-10-26"),
    ("2023年10月26日", "2023-10-26"),
    ("September 2020", "2020-09"),
    ("c. 2020", "2020~"),
    ("27-30 September 2020", "2020-09-27/2020-09-30"),
    ("2023-10-26T09:00+09:00", "2023-10-26T09:00+09:00"),
)


@pytest.mark.parametrize(("text", "expected"), READ)
@pytest.mark.parametrize("order", ["", "dmy", "mdy"])
def test_a_date_with_one_reading_is_read_in_every_order(
    text: str, expected: str, order: str
) -> None:
    if text in ("27/09/2020", "9/27/2020 0:00") and order:
        return
    assert date_text(text, order) == expected
    assert parse_date(expected).text == expected


@pytest.mark.parametrize("separator", ["/", ".", "-"])
def test_an_ambiguous_date_waits_for_the_order(separator: str) -> None:
    text = separator.join(("05", "09", "2022"))
    doubt = date_text(text, "")
    assert isinstance(doubt, Doubt)
    assert doubt.option == 'date_order = "dmy" (2022-09-05) or date_order = "mdy" (2022-05-09)'
    assert date_text(text, "dmy") == "2022-09-05"
    assert date_text(text, "mdy") == "2022-05-09"


DOUBTS = (
    ("9/27/20", "year of two digits"),
    ("27-Sep-20", "year of two digits"),
    ("Sept 27, '20", "year of two digits"),
    ("27.9.20 14:00", "year of two digits"),
    ("31/02/2022", "no such day or month"),
    ("n/a", "missing value"),
    ("unknown", "an event needs a date"),
    ("45225", "2023-10-26 or 2027-10-27"),
    ("early 2020", "2020-01..2020-04"),
    ("2020-09-27 08:03", "the time has no zone"),
)


@pytest.mark.parametrize(("text", "reason"), DOUBTS)
def test_doubts_state_the_text_and_the_reason(text: str, reason: str) -> None:
    doubt = date_text(text, "")
    assert isinstance(doubt, Doubt)
    assert reason in doubt.reason


def test_a_date_against_the_order_of_the_column_is_in_doubt() -> None:
    doubt = date_text("9/27/2020", "dmy")
    assert isinstance(doubt, Doubt)
    assert "in the order dmy" in doubt.reason


def test_a_stated_zone_gives_times_their_offset() -> None:
    assert date_text("27.09.2020 08:03", "dmy", ZoneInfo("Asia/Baku")) == "2020-09-27T08:03+04:00"
    assert event_date("2020-09-27 08:03", zone="Asia/Baku") == "2020-09-27T08:03+04:00"


@pytest.mark.parametrize(
    ("texts", "order", "undecided"),
    [
        (["27/09/2020", "05/09/2022", "2022"], "dmy", 0),
        (["9/27/2020", "05/09/2022"], "mdy", 0),
        (["05/09/2022", "03.04.2022", "12/12/2022"], "", 2),
        (["27/09/2020", "9/27/2020", "05/09/2022"], "", 1),
        (["2020-09-27", "September 2020"], "", 0),
    ],
)
def test_the_order_is_that_of_all_dates_of_the_column(
    texts: list[str], order: str, undecided: int
) -> None:
    found = column_order(texts)
    assert (found.order, found.undecided) == (order, undecided)
    assert ("date_order" in found.reason) == bool(undecided)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2022-02", "2022-04", "2022-02/2022-04"),
        ("2022-02-24", "2022-02-24", "2022-02-24"),
        ("2022-04", "2022-02", None),
        ("2022/2023", "2024", None),
    ],
)
def test_a_start_and_an_end_are_an_interval(start: str, end: str, expected: str | None) -> None:
    found = interval_text(start, end)
    assert found == expected if expected else isinstance(found, Doubt)
