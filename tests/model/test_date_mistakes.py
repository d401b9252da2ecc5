"""Mistakes in dates: the proposals for what people write instead of EDTF."""

from __future__ import annotations

import re
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.model.date_languages import plain_words
from dashboard.model.date_mistakes import objections
from dashboard.model.dates import DateError, parse_date

# A shared machine may pause at any example.
UNHURRIED = settings(deadline=None, max_examples=60)
SEOUL = ZoneInfo("Asia/Seoul")
NEW_YORK = ZoneInfo("America/New_York")


def refusal(text: str, zone: ZoneInfo | None = None) -> DateError:
    with pytest.raises(DateError) as caught:
        parse_date(text, zone)
    return caught.value


def proposals(error: DateError) -> list[str]:
    """The dates that a message proposes; commas in brackets do not separate them."""
    found = re.search(r" is not a valid date: write (\S.*?) \(", str(error))
    if found is None or "YYYY" in found[1]:
        return []
    return re.split(r",(?![^\[]*\]) | or ", found[1])


CERTAIN = {
    # the order, with any separator
    "19.03.2022": "2022-03-19",
    "19-03-2022": "2022-03-19",
    "19 03 2022": "2022-03-19",
    "2022/3/9": "2022-03-09",
    "2022. 3. 9.": "2022-03-09",
    "20220319": "2022-03-19",
    "202203": "2022-03",
    "03/2022": "2022-03",
    "2022-19-03": "2022-03-19",
    "2022-078": "2022-03-19",
    "+2022-03": "2022-03",
    # words, in many languages
    "1st of May 2022": "2022-05-01",
    "May 1, 2022": "2022-05-01",
    "Sept. 2022": "2022-09",
    "19-Mar-2022": "2022-03-19",
    "Saturday, March 19, 2022": "2022-03-19",
    "Sat 19 Mar 2022": "2022-03-19",
    "2022-03-19 (Sat)": "2022-03-19",
    "2022年3月19日(土)": "2022-03-19",
    "19. März 2022": "2022-03-19",
    "19 février 2022": "2022-02-19",
    "1er août 2022": "2022-08-01",
    "19 de mayo de 2022": "2022-05-19",
    "19 марта 2022 г.": "2022-03-19",
    "март 2022": "2022-03",
    "19 مارس 2022": "2022-03-19",
    "١٩ تشرين الأول ٢٠٢٢": "2022-10-19",
    "19 Mart 2022": "2022-03-19",
    "2022年3月19日": "2022-03-19",
    "2022年3月": "2022-03",
    "2022년 3월 19일": "2022-03-19",
    "3월 19일 2022": "2022-03-19",
    "2022年3月19日〜21日": "2022-03-19/2022-03-21",
    "２０２２－０３－１９": "2022-03-19",
    "“2022-03-19”": "2022-03-19",
    "2022-03-19,": "2022-03-19",
    "2022‑03‑19": "2022-03-19",
    # eras
    "31 BC": "-0030",
    "2 September 31 BCE": "-0030-09-02",
    "0031-09-02 BC": "-0030-09-02",
    "1 BCE": "0000",
    "AD 14": "0014",
    "476 CE": "0476",
    "476": "0476",
    "202-01": "0202-01",
    "-0000": "0000",
    # marks
    "c. 1991": "1991~",
    "about March 2014": "2014-03~",
    "~2022-03-19": "2022-03-19~",
    "2022 (approx.)": "2022~",
    "2022 (?)": "2022?",
    "?2022": "2022?",
    "probably 2022": "2022?",
    "~1991?": "1991%",
    "2022?-03": "2022-03?",
    "2022-03 ~": "2022-03~",
    "c. 500 BC": "-0499~",
    # times with a zone
    "2022-03-19T9:00Z": "2022-03-19T09:00Z",
    "2022-03-19 09:00 UTC": "2022-03-19T09:00Z",
    "2022-03-19t09:00:00.5z": "2022-03-19T09:00:00Z",
    "2022-03-19T09:00+9": "2022-03-19T09:00+09:00",
    "2022-03-19T09:00+0930": "2022-03-19T09:00+09:30",
    "2022-03-19 9:30 pm KST": "2022-03-19T21:30+09:00",
    "Sat, 19 Mar 2022 09:00:00 +0900": "2022-03-19T09:00:00+09:00",
    "2022-03-19T0900Z": "2022-03-19T09:00Z",
    "2022-12-31T24:00-05:00": "2023-01-01T00:00-05:00",
    "2022-03-19 09:00-11:30 UTC": "2022-03-19T09:00Z/2022-03-19T11:30Z",
    # midnight of a table
    "2022-03-19 00:00:00": "2022-03-19",
    "2022-03-19T00:00:00.000Z": "2022-03-19",
    "+2022-03-19T00:00:00Z": "2022-03-19",
    "3/19/2022 0:00": "2022-03-19",
    "+1914-07-00T00:00:00Z": "1914-07",
    # what is unknown
    "2022-00-00": "2022",
    "1902-07--9": "1902-07",
    "19uu": "19XX",
    "199?": "199X",
    "unknown/2022": "/2022",
    "2022/unknown": "2022/",
    # intervals
    "2022-03-19/21": "2022-03-19/2022-03-21",
    "2022-03-19/04-02": "2022-03-19/2022-04-02",
    "2022-03/05": "2022-03/2022-05",
    "2022/23": "2022/2023",
    "1914-18": "1914/1918",
    "1914–1918": "1914/1918",
    "2022-03-19 to 2022-03-21": "2022-03-19/2022-03-21",
    "2022-03-19–2022-04-10": "2022-03-19/2022-04-10",
    "19-21 March 2022": "2022-03-19/2022-03-21",
    "19/20 March 2022": "2022-03-19/2022-03-20",
    "28 March - 2 April 2022": "2022-03-28/2022-04-02",
    "Mar 28 - Apr 2, 2022": "2022-03-28/2022-04-02",
    "28 December 2021 – 3 January 2022": "2021-12-28/2022-01-03",
    "19.-21. März 2022": "2022-03-19/2022-03-21",
    "28.03.-02.04.2022": "2022-03-28/2022-04-02",
    "March-May 2022": "2022-03/2022-05",
    "Nov-Feb 2022": "2021-11/2022-02",
    "from March 2014 to February 2015": "2014-03/2015-02",
    "264-241 BC": "-0263/-0240",
    "451/50 BC": "-0450/-0449",
    "c. 1990-95": "1990~/1995~",
    # open ends
    "since 2022-02-24": "2022-02-24/..",
    "2022-02-24 to ongoing": "2022-02-24/..",
    "2022-02-24/now": "2022-02-24/..",
    "24 February 2022 - present": "2022-02-24/..",
    # bounds of one event
    "by March 2019": "[..2019-03]",
    "no later than 2019-03": "[..2019-03]",
    "on or before 2019-03-01": "[..2019-03-01]",
    "15 August 1945 or later": "[1945-08-15..]",
    "1991 or 1992": "[1991,1992]",
    "1990s": "199X",
    "5th century BC": "[-0499..-0400]",
    "1st century BCE": "[-0099..0000]",
    "Q3 2022": "[2022-07..2022-09]",
    "2019-H2": "[2019-07..2019-12]",
    "first half of 2019": "[2019-01..2019-06]",
    "winter 2022-23": "[2022-12..2023-02]",
    "2022-W11-6": "2022-03-19",
    "2022-03-1X": "[2022-03-10..2022-03-19]",
    "[2022-03-19]": "2022-03-19",
    # another calendar beside the Gregorian date
    "7 November [O.S. 25 October] 1917": "1917-11-07",
}
"""Spellings with exactly one reading."""

SEVERAL = {
    "3/2/2022": ["2022-03-02", "2022-02-03"],
    "3/19/22": ["2022-03-19", "1922-03-19"],
    "22-03-19": ["2022-03-19", "2019-03-22", "1922-03-19", "1919-03-22"],
    "19-Mar-22": ["2022-03-19", "1922-03-19"],
    "Mar-22": ["2022-03", "1922-03"],
    "23": ["2023", "1923"],
    "44639": ["2022-03-19", "2026-03-20"],
    "-44": ["-0044", "-0043"],
    "2010/12": ["2010/2012", "2010-12"],
    "2023-24": ["2023/2024", "[2023-12..2024-02]"],
    "1936-39": ["1936/1939", "[1936-09..1936-12]"],
    "2022-11-31": ["2022-11-30", "2022-12-01"],
    "../2022-02-30": ["../2022-02-28", "../2022-03-01"],
    "31 February 2022": ["2022-02-28", "2022-03-01"],
    "2016-12-31T23:59:60Z": ["2016-12-31T23:59:59Z", "2017-01-01T00:00Z"],
    "2022-W11": ["[2022-03-14..2022-03-20]", "2022-03-14/2022-03-20"],
    "Spring 2022": ["[2022-03..2022-05]", "[2022-09..2022-11]"],
    "winter 2022": ["[2021-12..2022-02]", "[2022-12..2023-02]", "[2022-06..2022-08]"],
    "2022..2024": ["2022/2024", "[2022..2024]"],
    "Q1-Q2 2023": ["2023-01/2023-06", "[2023-01..2023-06]"],
    "1999-03-24..1999-06-10": ["1999-03-24/1999-06-10", "[1999-03-24..1999-06-10]"],
    "19th century": ["[1801..1900]", "18XX"],
    "1900s": ["190X", "19XX"],
    "early March 2022": ["[2022-03-01..2022-03-10]", "2022-03"],
    "late 2022-02": ["[2022-02-21..2022-02-28]", "2022-02"],
    "mid-2022": ["[2022-05..2022-08]", "2022"],
    "mid-1990s": ["[1994..1996]", "199X"],
    "beginning of 2022": ["[2022-01..2022-04]", "2022"],
    "before 1948": ["[..1947]", "[..1948]"],
    "after the 1990s": ["[200X..]", "[199X..]"],
    "after 1945-08-15": ["[1945-08-16..]", "[1945-08-15..]"],
    "until 2014": ["../2014", "/2014"],
    "1985-": ["1985/..", "1985/"],
    "between 1 and 10 March 2022": ["[2022-03-01..2022-03-10]", "2022-03-01/2022-03-10"],
    "19 and 20 March 2022": ["2022-03-19/2022-03-20", "[2022-03-19,2022-03-20]"],
    "2022-03-19; 2022-04-02": ["2022-03-19/2022-04-02", "[2022-03-19,2022-04-02]"],
    "1939-1945?": ["1939?/1945?", "1939/1945?"],
    "2022-03-19 09:00 CST": [
        "2022-03-19T09:00-06:00",
        "2022-03-19T09:00+08:00",
        "2022-03-19T09:00-05:00",
    ],
    "[2022-03-19/2022-03-20]": ["2022-03-19/2022-03-20", "[2022-03-19..2022-03-20]"],
    "2023/2022": ["2022/2023"],
}
"""Spellings with several readings, or with one that is not certain."""

NEITHER = {
    "": "write its bounds, [A..B]",
    "unknown": "write its bounds, [A..B]",
    "TBD": "write its bounds, [A..B]",
    "?": "write its bounds, [A..B]",
    "yesterday": "[A..B] is once",
    "October": "begins with its year",
    "10월 26일": "begins with its year",
    "112年10月": "Republic of China's calendar",
    "FY2022": "fiscal years differ",
    "XXXX-12-25": "needs its year or decade",
    "156X-12-25": "X stands for the last digits",
    "{2022,2023}": "one event for each",
    "25 October 1917 (O.S.)": "Julian calendar",
    "1917-10-25 O.S.": "Julian calendar",
    "1445-04-03 AH": "Islamic calendar",
    "13 Rajab 1445": "Islamic calendar",
    "5784-01-01 AM": "Hebrew calendar",
    "令和5年10月26日": "Japanese calendar",
    "Y-17000": "years run from",
    "2022-13": "months run from 01 to 12",
    "2022-03T09:00Z": "a time needs a whole day",
    "2022-03-19T25:00Z": "a time is Thh:mm",
    "../..": "one end of an interval must be a date",
}
"""Spellings without a reading, and words of the message."""


@pytest.mark.parametrize(("written", "meant"), CERTAIN.items())
def test_a_spelling_with_one_reading_has_it_as_remedy(written: str, meant: str) -> None:
    error = refusal(written)
    assert proposals(error) == [meant]
    assert error.certain == meant


@pytest.mark.parametrize(("written", "meant"), SEVERAL.items())
def test_all_readings_are_proposed_and_none_is_certain(written: str, meant: list[str]) -> None:
    error = refusal(written)
    assert proposals(error) == meant
    assert error.certain == ""
    for text in meant:
        parse_date(text)


@pytest.mark.parametrize(("written", "words"), NEITHER.items())
def test_without_a_reading_the_message_says_what_can_be_written(written: str, words: str) -> None:
    error = refusal(written)
    assert words in str(error)
    assert (proposals(error), error.certain) == ([], "")


@pytest.mark.parametrize(
    ("written", "zone", "meant"),
    [
        ("2022-03-19T09:00", SEOUL, ["2022-03-19T09:00+09:00"]),
        ("2022-03-19 09:00", NEW_YORK, ["2022-03-19T09:00-04:00"]),
        ("2022-01-19 9:00 pm", NEW_YORK, ["2022-01-19T21:00-05:00"]),
        ("19.03.2022 05:45", SEOUL, ["2022-03-19T05:45+09:00"]),
        ("3/2/2022 3:05", SEOUL, ["2022-03-02T03:05+09:00", "2022-02-03T03:05+09:00"]),
        ("2022-03-19 09:00-11:00", SEOUL, ["2022-03-19T09:00+09:00/2022-03-19T11:00+09:00"]),
        ("2022-03-19T09:00/11:00", SEOUL, ["2022-03-19T09:00+09:00/2022-03-19T11:00+09:00"]),
        ("2022-03-19 00:00", SEOUL, ["2022-03-19", "2022-03-19T00:00+09:00"]),
        ("2022-03-19 09:00", ZoneInfo("UTC"), ["2022-03-19T09:00Z"]),
        # Clocks were set back: the hour occurred twice. They were set forward: it did not occur.
        (
            "2022-11-06 01:30",
            NEW_YORK,
            ["2022-11-06T01:30-04:00", "2022-11-06T01:30-05:00"],
        ),
        ("2022-03-13 02:30", NEW_YORK, []),
        # A zone of its own is kept.
        ("2022-03-19 09:00 UTC", SEOUL, ["2022-03-19T09:00Z"]),
    ],
)
def test_a_local_time_takes_the_offset_of_the_zone(
    written: str, zone: ZoneInfo, meant: list[str]
) -> None:
    error = refusal(written, zone)
    assert proposals(error) == meant
    assert error.certain == (meant[0] if len(meant) == 1 else "")


def test_without_any_zone_the_message_says_so() -> None:
    error = refusal("2022-03-19 09:00")
    assert "neither tz nor timezone is given" in str(error)
    assert (proposals(error), error.certain) == (["2022-03-19T09:00Z"], "")


MONTHS = {
    "English": "March", "German": "März", "French": "mars", "Spanish": "marzo", "Turkish": "mart",
    "Russian": "марта", "Ukrainian": "березня", "Arabic": "مارس", "Polish": "marca",
}  # fmt: skip


@given(st.dates(date(1900, 1, 1)), st.sampled_from(["{d}. {m} {y}", "{m} {d}, {y}", "{y} {m} {d}"]))
@UNHURRIED
def test_a_day_in_words_is_proposed_as_that_day(day: date, form: str) -> None:
    text = form.format(d=day.day, m=f"{day:%B}", y=day.year)
    assert refusal(text).certain == str(day)


@given(st.dates(date(1901, 1, 1)), st.integers(1, 400), st.sampled_from(["{} to {}", "{} – {}"]))
@UNHURRIED
def test_an_interval_in_words_has_the_same_bounds(first: date, days: int, form: str) -> None:
    try:
        last = first + timedelta(days=days)
    except OverflowError:
        return
    text = form.format(*(f"{day.day} {day:%B} {day.year}" for day in (first, last)))
    meant, proposed = parse_date(f"{first}/{last}"), parse_date(refusal(text).certain)
    assert (proposed.lower, proposed.upper) == (meant.lower, meant.upper)


@given(st.text("0123456789-/.~?% ,;ofandTZXQ[]sincebefore", max_size=40))
@UNHURRIED
def test_whatever_is_proposed_is_a_date(text: str) -> None:
    try:
        parse_date(text)
    except DateError as error:
        for each in [*proposals(error), error.certain]:
            if each:
                parse_date(each)


def test_months_of_all_languages_are_numbers() -> None:
    assert {plain_words(f"1 {name} 2022") for name in MONTHS.values()} == {"1 <3> 2022"}


@pytest.mark.parametrize("text", ["; " * 39, "since " * 13, "and " * 20, "1 or " * 15])
def test_phrases_within_phrases_end(text: str) -> None:
    assert str(refusal(text))


@given(st.text())
@UNHURRIED
def test_the_last_objection_always_says_what_a_date_looks_like(text: str) -> None:
    *_, last = objections(text)
    assert last.reason.startswith("write YYYY")
    assert last.meant == ()
