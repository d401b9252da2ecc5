"""Limits: what is longer or more is refused in words, and nothing remembers or repeats it whole."""

from __future__ import annotations

import pytest

from dashboard.model import names
from dashboard.model.actors import Actor, ActorDirectory, AmbiguousNameError
from dashboard.model.letters import decomposed, unmarked, without_case_and_marks
from dashboard.model.limits import (
    LONGEST,
    LONGEST_NAME,
    MOST_PAIRS_OF_EVENT,
    MOST_PLACES,
    MOST_PROBLEMS,
    MOST_SEARCHES,
)
from dashboard.model.names import normalise, spellings
from dashboard.model.problems import MORE, Problem, Problems, count_problems
from dashboard.reading.book import read_book
from dashboard.reading.records import KINDS
from dashboard.words.suggestions import LONGEST_COMPARED, did_you_mean, nearest

LONG = "x" * 100_000
EVENT = "- {date: 2023, title: T, actors: [Japan]"


def messages(text: str) -> list[str]:
    return [problem.message for problem in read_book(text).problems if problem.is_error]


def test_limits_are_of_kinds_that_exist() -> None:
    assert LONGEST.keys() <= KINDS.keys()


@pytest.mark.parametrize(
    "text",
    [
        f"{EVENT}, targets: [{LONG}]}}",
        f"{EVENT}, place: {LONG}}}",
        f"{EVENT}, place: {{name: A, country: {LONG}}}}}",
        f"{EVENT}, tags: [{LONG}]}}",
        f"{EVENT}, id: {LONG}}}",
        f"{EVENT}, links: {{follows: {LONG}}}}}",
        f"{EVENT}, sources: [{LONG}]}}",
        f"{EVENT}, sources: [https://{LONG}]}}",
        f"{EVENT}, sources: [{{publisher: {LONG}}}]}}",
        f"{EVENT}, claims: [{{by: {LONG}, stance: denies}}]}}",
        f"actors: [{{id: a, kind: person, aliases: [{LONG}]}}, {{id: {LONG}, kind: person}}]",
        f"actors: [{{id: {LONG}, kind: bloc, members: [{LONG}]}}]",
        f"periods: [{{name: {LONG}, date: 2023}}]",
    ],
)
def test_long_texts_are_refused_with_the_limit_and_the_remedy(text: str) -> None:
    (first, *others) = messages(text)
    assert "characters, at most " in first
    assert "are read: shorten it" in first
    assert all(len(message) < 250 for message in (first, *others))


@pytest.mark.parametrize(
    "text",
    [
        f"{EVENT}, score: {'1' * 100_000}}}",
        f"{EVENT}, score: {'1' * 100_000}x}}",
        f"{EVENT}, type: {LONG}}}",
        f"{EVENT}, tz: {LONG}}}",
        f"{EVENT}, known: {LONG}}}",
        f"{EVENT}, accept: {LONG}}}",
        f"{EVENT}, {LONG[:1000]}: 1}}",
        f"{EVENT}, sources: [{{url: {LONG}.org}}]}}",
        f"{EVENT}, description: &{LONG} a, place: *{LONG}}}",
        f"{EVENT}, description: !{LONG} a}}",
    ],
)
def test_every_message_quotes_an_extract(text: str) -> None:
    found = messages(text)
    assert found
    assert all(len(message) < 600 for message in found)


def test_a_name_in_two_entries_is_quoted_as_an_extract() -> None:
    name = "n" * LONGEST_NAME
    text = f"actors: [{{id: a, kind: person, name: {name}}}, {{id: b, kind: person, name: {name}}}]"
    (message,) = messages(text)
    assert message == f'"{"n" * 59}…" is also a name of "a": one of the two needs another'


def test_long_titles_and_descriptions_are_taken_and_ids_stay_short() -> None:
    book = read_book(f"- {{date: 2023, title: {LONG}, actors: Japan, description: {LONG}}}").book
    assert book is not None
    assert book.events[0].title == book.events[0].description == LONG
    assert len(book.events[0].id) == 200


def test_of_many_participants_one_problem_tells() -> None:
    (message,) = messages(f"{EVENT}, tags: [{'t,' * 100_000}]}}")
    assert message.startswith('"tags" has 100,000 items, at most 200 are read: leave some out')


def test_the_pairs_of_one_event_and_of_all_events_are_limited(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("dashboard.reading.events.MOST_PAIRS", 10)
    monkeypatch.setattr("dashboard.reading.events.PAIRS_FOR_EACH_EVENT", 3)
    three = "- {date: 2023, title: T, actors: [Japan, Chile, Peru]}\n"
    assert messages(three) == []
    (message,) = messages(three * 3)
    assert message.startswith("with this event the file has more than 10 pairs of who acts on whom")
    assert read_book(three * 3).problems[0].line == 2
    # A file with more events may have more pairs.
    assert messages(three + "- {date: 2023, title: T, actors: [Japan, Chile]}\n" * 6) == []
    assert MOST_PAIRS_OF_EVENT == 200 * 200


def test_problems_beyond_the_most_are_counted() -> None:
    problems = Problems()
    for line in range(1, MOST_PROBLEMS + 6):
        problems.append(Problem("a.yaml", line, 1, "code", f"wrong {line}: fix it"))
    found = problems.complete()
    assert len(found) == MOST_PROBLEMS + 1
    assert count_problems(found) == MOST_PROBLEMS + 5
    assert (found[-1].code, found[-1].stands_for, found[-1].line) == (MORE, 5, MOST_PROBLEMS + 1)
    assert found[-1].message.startswith("5 more problems are not listed")


def test_a_file_of_nothing_but_problems_tells_how_many() -> None:
    found = read_book(f"[{'x,' * (MOST_PLACES + 500)}]").problems
    assert len(found) == MOST_PLACES + 1
    assert count_problems(found) == MOST_PLACES + 500


def test_caches_keep_no_long_names() -> None:
    for cache in (names._cached_form, names._cached_spellings):
        cache.cache_clear()
    assert normalise(f"the {LONG}") == LONG
    assert spellings(f"{LONG} (y)") == (f"{LONG} y", f"y {LONG}")
    assert names._cached_spellings.cache_info().currsize == 0
    assert names._cached_form.cache_info().currsize <= 1  # the "y"


def test_long_words_resemble_nothing() -> None:
    word = "a" * (LONGEST_COMPARED + 1)
    assert nearest(word, [word], 1, 0.6) == []
    assert did_you_mean(word, [word]) == ""
    assert nearest("a" * 50, ["a" * 50, *["b" * 100] * 5_000], 1, 0.6) == []


def test_marks_are_dropped_before_they_are_sorted() -> None:
    marks = "\u0301\u0316" * 600
    assert unmarked(decomposed(f"e{marks}é{marks}")) == "ee"
    assert len(decomposed(f"a{marks}")) == 1
    short = "ᾂe\u0316\u0301"
    for text in (short, f"{short}{'é' * 1000}"):
        assert without_case_and_marks(text).startswith("αιe")


@pytest.mark.parametrize(
    ("module", "function", "more"),
    [
        ("dashboard.model.type_hints", "nearest", "type: visi#"),
        ("dashboard.reading.reader", "did_you_mean", "titl#: 1"),
        ("dashboard.reading.reader", "did_you_mean", "accept: no-sorc#"),
        ("dashboard.model.zones", "nearest", "tz: Asia/Seou#"),
        ("dashboard.model.actors", "similar", "targets: [Japa#]"),
    ],
)
def test_similar_words_are_searched_for_the_first_problems_alone(
    monkeypatch: pytest.MonkeyPatch, module: str, function: str, more: str
) -> None:
    searches = []

    def search(word: str, *_: object) -> str | list[str]:
        searches.append(word)
        return "" if function == "did_you_mean" else []

    monkeypatch.setattr(f"{module}.{function}", search)
    text = "".join(f"{EVENT}, {more.replace('#', f'{number:x}')}}}\n" for number in range(600))
    assert len(messages(text + text)) == 1_200
    assert len(searches) <= 2 * MOST_SEARCHES


def test_a_word_that_is_wrong_everywhere_is_searched_once(monkeypatch: pytest.MonkeyPatch) -> None:
    searches = []

    def search(word: str, *_: object) -> str:
        searches.append(word)
        return ': did you mean "visit"?'

    monkeypatch.setattr("dashboard.reading.reader.type_hint", search)
    found = messages(f"{EVENT}, type: vist}}\n" * 300)
    assert found == ['unknown type "vist": did you mean "visit"?'] * 300
    assert searches == ["vist"]


def test_a_name_of_many_actors_is_told_in_few_words() -> None:
    actors = [Actor(f"a{number}", f"A {number}", "person", aliases=("x",)) for number in range(500)]
    directory = ActorDirectory.standard().with_actors(actors)
    with pytest.raises(AmbiguousNameError, match=r"or one of 494 others$") as refusal:
        directory.resolve("x")
    assert len(str(refusal.value)) < 200
