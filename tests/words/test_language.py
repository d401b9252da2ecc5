"""The language of a context: sentences, plural forms, placeholders and the catalogue's header."""

from __future__ import annotations

import threading

import pytest

from dashboard.words import catalogue
from dashboard.words.catalogue import LANGUAGES, Catalogue, match
from dashboard.words.language import (
    gettext,
    is_right_to_left,
    language,
    locale,
    ngettext,
    pgettext,
    speak,
    speaking,
)
from tests.catalogue import read
from tests.pseudo import TAG, bracketed


def test_english_is_the_language_of_every_new_context() -> None:
    found: list[str] = []
    with speaking("ru"):
        thread = threading.Thread(target=lambda: found.append(language()))
        thread.start()
        thread.join()
        assert language() == "ru"
    assert (found, language()) == (["en"], "en")


def test_a_language_without_words_is_refused_and_changes_nothing() -> None:
    with pytest.raises(ValueError, match="there are no words in tlh: use one of en, ar"):
        speak("tlh")
    assert language() == "en"


def test_numbers_have_the_separator_of_the_language() -> None:
    assert gettext("{n} of {year}", n=12_345, year="2023") == "12,345 of 2023"
    with speaking("es"):
        assert gettext("{n} of {year}", n=12_345, year="2023") == "12.345 of 2023"


def test_a_sentence_without_translation_stays_english() -> None:
    with speaking("ko"):
        assert gettext("No catalogue has this.") == "No catalogue has this."
        assert pgettext("here", "Nor this.") == "Nor this."
        assert ngettext("{n} such thing", "{n} such things", 2) == "2 such things"


def test_a_context_tells_two_meanings_apart() -> None:
    words = Catalogue({("a verb", "Open"): "열기", ("", "Open"): "열림"}, {}, lambda _: 0, {})
    assert words.text("Open", "a verb") == "열기"
    assert words.text("Open") == "열림"


PLURALS = {
    "ru": {0: 2, 1: 0, 2: 1, 5: 2, 11: 2, 21: 0, 22: 1, 111: 2},
    "ar": {0: 0, 1: 1, 2: 2, 3: 3, 5: 3, 11: 4, 21: 4, 100: 5, 103: 3},
    "fr": {0: 0, 1: 0, 2: 1},
    "es": {0: 1, 1: 0, 2: 1},
    "ko": {0: 0, 1: 0, 5: 0},
}


@pytest.mark.parametrize("tag", PLURALS)
def test_each_number_has_the_plural_form_of_cldr(tag: str) -> None:
    form = catalogue.read_catalogue(tag).form
    assert {n: form(n) for n in PLURALS[tag]} == PLURALS[tag]
    with speaking(tag):
        names = locale().plural_form
    # Numbers of one form in the catalogue are of one form in CLDR, and the other way round.
    pairs = {(form(n), names(n)) for n in range(200)}
    assert len(pairs) == len({name for _, name in pairs}) == read(tag).num_plurals


def test_russian_and_arabic_count_events_in_their_own_forms() -> None:
    with speaking("ru"):
        told = [ngettext("{n} event", "{n} events", n) for n in (0, 1, 2, 5, 11, 21)]
    assert told == ["0 событий", "1 событие", "2 события", "5 событий", "11 событий", "21 событие"]
    with speaking("ar"):
        forms = {ngettext("{n} event", "{n} events", n) for n in (0, 1, 2, 5, 11)}
    assert len(forms) == 5


@pytest.mark.parametrize(
    ("asked", "tag"),
    [
        ("ko", "ko"), ("KO-kr", "ko"), ("zh", "zh-Hans"), ("zh_CN", "zh-Hans"), ("en-GB", "en"),
        ("de", None), ("", None), ("k", None),
    ],
)  # fmt: skip
def test_a_tag_matches_its_language(asked: str, tag: str | None) -> None:
    assert match(asked) == tag


def test_only_arabic_runs_from_right_to_left() -> None:
    found = set()
    for tag in LANGUAGES:
        with speaking(tag):
            found |= {tag} if is_right_to_left() else set()
    assert found == {"ar"}


def test_the_bracketed_language_ends_with_its_block() -> None:
    with bracketed():
        assert (language(), gettext("{n} more", n=2)) == (TAG, "⟦2 more⟧")
    assert language() == "en"
    with pytest.raises(ValueError, match="there are no words in"):
        speak(TAG)
