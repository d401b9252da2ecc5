"""The catalogues: complete, without old sentences, with every placeholder and every term."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from dashboard.model.event_fields import EVENT_FIELDS
from dashboard.model.field import CHOICE, FIELD
from dashboard.model.fields import RECORDS
from dashboard.model.labels import (
    ACTOR_KIND_LABELS,
    LINK_LABELS,
    NO_QUAD_CLASS,
    PUBLIC_STATEMENT,
    QUAD_CLASS_LABELS,
    ROLE_LABELS,
    SIDE_LABELS,
    STANCE_LABELS,
    STATUS_LABELS,
)
from dashboard.page.keys import ACTION, KEYS, PART
from dashboard.words.catalogue import ENGLISH, LANGUAGES
from dashboard.words.terms import TERMS
from tests.catalogue import Message, extract, read

LABELS = (
    *(ACTOR_KIND_LABELS, LINK_LABELS, ROLE_LABELS, SIDE_LABELS, STANCE_LABELS, STATUS_LABELS),
    QUAD_CLASS_LABELS,
)
OTHERS = [tag for tag in LANGUAGES if tag != ENGLISH]
TEMPLATE = {(one.context, one.id) for one in extract() if one.id}
MESSAGES = {tag: [one for one in read(tag) if one.id] for tag in OTHERS}
_NAMES = "CAMEO|Goldstein|GDELT|ICEWS|CSV|SVG|PNG|YAML|URL|HTML|EDTF"
_KEPT = re.compile(rf"(?<![A-Za-z])({_NAMES})(?![A-Za-z])")
"""Names that every language writes alike, in some of them without a space beside them."""
_NOT_WORDS = re.compile(r"\{\w+\}|\S*/\S*|\w+\.yaml")
"""Placeholders, addresses and names of files."""


def texts(message: Message) -> list[tuple[str, str]]:
    """Return each translation of a sentence beside the English text."""
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    return [(message.id[1], str(form)) for form in message.string]


def gaps(text: str) -> list[str]:
    """Return the names of the placeholders, in alphabetical order."""
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("tag", OTHERS)
def test_every_sentence_is_translated_and_none_is_of_the_past(tag: str) -> None:
    found = {(one.context, one.id) for one in MESSAGES[tag]}
    remedy = "run python -m tests.catalogue and translate what is empty"
    assert not TEMPLATE - found, f"{tag}: {remedy}"
    assert not found - TEMPLATE, f"{tag}: {remedy}"
    pairs = [pair for one in MESSAGES[tag] for pair in texts(one)]
    assert not [english for english, text in pairs if not text], f"{tag}: {remedy}"
    assert not [one.id for one in MESSAGES[tag] if one.fuzzy]


@pytest.mark.parametrize("tag", OTHERS)
def test_no_placeholder_is_lost(tag: str) -> None:
    for message in MESSAGES[tag]:
        for english, text in texts(message):
            wanted, found = gaps(english), gaps(text)
            # A form for one number alone, such as the dual of Arabic, may name it in a word.
            may_miss = {"n"} if not isinstance(message.id, str) else set()
            assert set(found) <= set(wanted), f"{tag}: {text}"
            assert set(wanted) - set(found) <= may_miss, f"{tag}: {text}"


@pytest.mark.parametrize("tag", OTHERS)
def test_space_at_the_ends_and_names_of_formats_are_kept(tag: str) -> None:
    for message in MESSAGES[tag]:
        for english, text in texts(message):
            if re.search(r"\w", english):  # of a comma, the space is a part
                assert english.startswith(" ") == text.startswith(" "), f"{tag}: {text!r}"
                assert english.endswith(" ") == text.endswith(" "), f"{tag}: {text!r}"
            assert set(_KEPT.findall(english)) <= set(_KEPT.findall(text)), f"{tag}: {text}"


@pytest.mark.parametrize("tag", OTHERS)
def test_each_term_has_one_word(tag: str) -> None:
    terms = {str(one.id): str(one.string) for one in MESSAGES[tag] if one.context == "term"}
    assert set(terms) == set(TERMS)
    wrong = []
    for term, stems in terms.items():
        plural = f"{term[:-1]}ies" if term.endswith("y") else f"{term}s"
        english_term = re.compile(rf"\b({term}|{plural})\b", re.IGNORECASE)
        own = [stem.casefold() for stem in stems.split("|")]
        for message in MESSAGES[tag]:
            for english, text in texts(message):
                is_kept = any(stem in text.casefold() for stem in own)
                if english_term.search(_NOT_WORDS.sub("", english)) and not is_kept:
                    wrong.append(f"{term} ({stems}): {english!r} -> {text!r}")
    assert not wrong, "\n".join(wrong)


def test_the_words_of_rows_are_looked_up_where_the_extraction_finds_them() -> None:
    labels = [label for table in LABELS for label in table.values()]
    pairs = {
        (label.context or None, words)
        for label in [*labels, PUBLIC_STATEMENT, NO_QUAD_CLASS]
        for words in (label.english_alone, label.english_inline)
    }
    pairs |= {(PART, key.part) for key in KEYS} | {(ACTION, key.words) for key in KEYS}
    shown = [
        row for rows in (EVENT_FIELDS, *RECORDS.values()) for row in rows.values() if row.label
    ]
    pairs |= {(FIELD, row.label) for row in shown} | {(CHOICE, row.unset) for row in shown}
    pairs |= {(None, row.meaning) for row in shown}
    assert pairs - TEMPLATE == set()
