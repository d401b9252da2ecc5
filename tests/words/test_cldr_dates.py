"""Dates in the other languages: as Babel writes them itself, and with marks, eras and open ends."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_interval, format_skeleton
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.date_parts import compact_of, words_of
from dashboard.model.dates import parse_date
from dashboard.words.catalogue import ENGLISH, LANGUAGES
from dashboard.words.dates import short_date, short_month, year_in_words
from dashboard.words.language import locale, speaking
from tests.examples import REPOSITORY

OTHERS = [tag for tag in LANGUAGES if tag != ENGLISH]
PLAIN = st.dates(min_value=date(1000, 1, 1))


@pytest.mark.parametrize("tag", OTHERS)
@given(day=PLAIN, other=PLAIN)
def test_plain_dates_are_those_of_babel(tag: str, day: date, other: date) -> None:
    first, last = sorted((day, other))
    with speaking(tag):
        for text, skeleton in ((f"{first}", "yMMMMd"), (f"{first:%Y-%m}", "yMMMM")):
            assert plain(words_of(text)) == format_skeleton(skeleton, first, locale=locale())
        assert plain(short_date(first.year, first.month, first.day)) == format_skeleton(
            "yMMMd", first, locale=locale()
        )
        assert plain(year_in_words(first.year)) == format_skeleton("y", first, locale=locale())
        assert plain(short_month(first.month)) == format_skeleton("MMM", first, locale=locale())
        if first != last:
            assert plain(words_of(f"{first}/{last}")) == format_interval(
                first, last, "yMMMMd", locale=locale()
            )


def plain(words: str) -> str:
    """Return a date without the characters that isolate its direction."""
    return words.strip("\u2068\u2069")


def corpus() -> list[str]:
    """Return every date of the valid files of the corpus."""
    texts = set()
    for path in sorted((REPOSITORY / "tests" / "corpus" / "valid").glob("*.yaml")):
        for line in path.read_text("utf-8", errors="replace").splitlines():
            key, _, value = line.strip("- ").partition(":")
            if key == "date":
                texts.add(value.partition(" #")[0].strip(" \t\"'"))
    return [text for text in sorted(texts) if is_date(text)]


def is_date(text: str) -> bool:
    try:
        parse_date(text)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("tag", OTHERS)
def test_no_date_of_the_corpus_has_an_english_word(tag: str) -> None:
    dates = [*corpus(), "-0043-03~", "../2014?", "199X", "2023-10-XX", "2001-21", "1999-24?"]
    dates += [
        "[..1948]",
        "1985/",
        "[2023-09-01..2023-09-10]",
        "2023-11-21T22:42+09:00",
        "{1991,1992}",
    ]
    english = {"about", "uncertain", "since", "until", "spring", "winter", "between", "and", "or"}
    english |= {"before", "after", "unknown", "some", "BCE", "October"}
    with speaking(tag):
        told = [
            words for text in dates if is_date(text) for words in (words_of(text), compact_of(text))
        ]
    assert len(told) > 30
    assert not [words for words in told if english & set(words.replace(",", " ").split())]


def test_years_before_1000_have_their_era() -> None:
    told = {}
    for tag in OTHERS:
        with speaking(tag):
            told[tag] = words_of("-0043-03-15"), year_in_words(476)
    assert told["fr"] == ("15 mars 44 av. J.-C.", "476 ap. J.-C.")
    assert told["ja"] == ("紀元前44年3月15日", "西暦476年")
    assert all("44" in day and "476" in year for day, year in told.values())
