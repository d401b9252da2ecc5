"""Other words: the key or the choice that is meant, and no guess where none is."""

from __future__ import annotations

import pytest

from dashboard.model.fields import RECORDS
from dashboard.model.other_words import OTHER_WORDS, meant_choices, meant_keys
from dashboard.reading.book import read_book

EVENT = "- date: 2023-10-26\n  title: Talks\n  actors: [Japan]\n"


@pytest.mark.parametrize(
    ("record", "word", "keys"),
    [
        ("file", "timeline", ["events"]),
        ("file", "items", ["events"]),
        ("event", "latitude", ["place"]),
        ("place", "latitude", ["lat"]),
        ("event", "actor2", ["targets"]),
        ("event", "Actor 1", ["actors"]),
        ("event", "time", ["date"]),
        ("event", "outlet", ["sources"]),
        ("source", "outlet", ["publisher"]),
        ("event", "notes", ["description"]),
        ("claim", "notes", ["note"]),
        ("event", "victims", ["targets"]),
        ("claim", "who", ["by"]),
        ("event", "who", ["actors"]),
        ("actor", "type", ["kind"]),
        ("event", "casualties", []),
        ("event", "mediators", []),
        ("event", "country", []),
    ],
)
def test_keys_by_meaning(record: str, word: str, keys: list[str]) -> None:
    assert [key for key, _ in meant_keys(word, RECORDS[record])] == keys


@pytest.mark.parametrize(
    "word", ["casualties", "mediators", "country", "image", "fatalities", "zzz"]
)
def test_no_key_is_guessed_from_its_spelling_alone(word: str) -> None:
    [problem] = read_book(f"{EVENT}  {word}: 100\n  sources: [https://example.org]\n").problems
    assert ": use one of date, title, actors" in problem.message


@pytest.mark.parametrize(
    ("word", "key"), [("titel", "title"), ("sorces", "sources"), ("tag", "tags")]
)
def test_misspelt_keys_are_recognised(word: str, key: str) -> None:
    [problem, *_] = [it for it in read_book(f"{EVENT}  {word}: x\n").problems if it.line == 4]
    assert f'did you mean "{key}"?' in problem.message


def test_a_key_that_is_meant_is_not_missing_too() -> None:
    [problem] = read_book("- when: 2023\n  title: Talks\n  actors: [Japan]\n").problems
    assert problem.message == 'unknown field "when": did you mean "date"?'


@pytest.mark.parametrize("keys", [("Date", "Title", "Actors"), ("DATE", "TITLE", "Actors")])
def test_keys_in_capitals_are_one_problem_of_the_event(keys: tuple[str, str, str]) -> None:
    date, title, actors = keys
    text = f"- {date}: soon\n  {title}: Talks\n  {actors}: [Japan]\n"
    case, value = read_book(text).problems
    assert case.message == (
        f"keys are written in lower case: write date, title, actors instead of {', '.join(keys)}"
    )
    assert value.code == "bad-date"
    [problem] = read_book(f"Events:\n{EVENT}  sources: [https://example.org]\n").problems
    assert "write events instead of Events" in problem.message


@pytest.mark.parametrize(
    ("key", "word", "choices"),
    [
        ("status", "unconfirmed", ["alleged"]),
        ("status", "Rumour", ["alleged"]),
        ("status", "claimed", ["alleged"]),
        ("status", "contested", ["disputed"]),
        ("status", "true", ["confirmed"]),
        ("status", "likely", []),
        ("stance", "no comment", ["declines_to_comment"]),
        ("stance", "admits", ["confirms"]),
        ("kind", "militia", ["armed_group"]),
        ("kind", "igo", ["organization", "bloc"]),
        ("reliability", "high", []),
    ],
)
def test_choices_by_meaning(key: str, word: str, choices: list[str]) -> None:
    assert meant_choices(key, word) == choices


@pytest.mark.parametrize(
    ("status", "end"),
    [
        ("Confirmed", 'did you mean "confirmed"?'),
        ("confirmd", 'did you mean "confirmed"?'),
        ("unconfirmed", 'did you mean "alleged"?'),
        ("nonconfirmed", "use one of confirmed, reported, alleged, disputed, denied"),
        ("likely", "use one of confirmed, reported, alleged, disputed, denied"),
    ],
)
def test_the_message_never_turns_a_word_into_its_opposite(status: str, end: str) -> None:
    text = f"{EVENT}  status: {status}\n  sources: [https://example.org]\n"
    [problem] = read_book(text).problems
    assert problem.message.endswith(end)


def test_words_for_other_keys_mean_keys_that_exist() -> None:
    known = {key for fields in RECORDS.values() for key in fields}
    for word, meant in OTHER_WORDS.items():
        assert word == word.casefold()
        for key, _ in meant:
            assert key in known
            assert word not in RECORDS["event"] or key not in RECORDS["event"]
