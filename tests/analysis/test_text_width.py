"""Widths of texts: safe bounds, sums of parts, and where a text is cut."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.text_width import (
    CHARACTERS,
    REFERENCE,
    cut,
    shorten,
    text_width,
    widest_head,
)

# Advances of Arial in 1/2048 em, from its `hmtx` table.
ARIAL = {
    " ": 569, "!": 569, ",": 569, "-": 682, ".": 569, "0": 1139, "9": 1139, ":": 569,
    "A": 1366, "B": 1366, "I": 569, "M": 1706, "N": 1479, "W": 1933, "a": 1139, "e": 1139,
    "i": 455, "l": 455, "m": 1706, "n": 1139, "o": 1139, "r": 682, "s": 1024, "t": 569, "w": 1479,
}  # fmt: skip

HEADLINES = {
    "latin": "Türkiye, Česko and Việt Nam sign",
    "cyrillic": "Министр прибыл с визитом",
    "greek": "Οι υπουργοί συναντήθηκαν",
    "hebrew": "ראש הממשלה הגיע",
    "arabic": "وزير الدفاع يصل",
    "hindi": "भारत और चीन",
    "thai": "นายกรัฐมนตรีไทย",
    "chinese": "中国外交部发言人",
    "korean": "러시아 방문",
    "emoji": "🚀 🇰🇷",
}
SIZES = st.floats(6, 40)
SCALES = st.floats(0.8, 1.3)


@pytest.mark.parametrize("character", ARIAL)
def test_no_character_is_narrower_than_in_arial(character: str) -> None:
    assert text_width(character, 2048) >= ARIAL[character] - 1


def test_the_reference_is_exact_in_arial() -> None:
    assert text_width(REFERENCE, 2048) == pytest.approx(len(REFERENCE) * 1139, rel=1e-3)


def test_a_known_title_is_little_wider_than_in_arial() -> None:
    title = "Main matters: Waterloo, 9 am - 0:09"
    arial = sum(ARIAL[character] for character in title) / 2048
    assert arial <= text_width(title, 1) <= 1.15 * arial


@pytest.mark.parametrize("character", CHARACTERS)
def test_every_listed_character_has_a_width_in_both_weights(character: str) -> None:
    regular, bold = text_width(character, 100), text_width(character, 100, bold=True)
    assert 25 <= regular <= 150
    assert 0.95 * regular <= bold <= 1.3 * regular


@pytest.mark.parametrize("script", HEADLINES)
def test_letters_of_every_script_take_a_plausible_width(script: str) -> None:
    letters = [
        character
        for character in HEADLINES[script]
        if not character.isspace() and unicodedata.category(character) not in {"Mn", "Cf"}
    ]
    for letter in letters:
        assert 0.25 <= text_width(letter, 1) <= 1.5


@pytest.mark.parametrize(
    ("text", "ems"),
    [
        ("北朝鮮", 3.0),
        ("방문", 2.0),
        ("ﾐ", 0.6),
        ("ＵＳ", 2.0),
        ("\u200d\ufe0f\u0301", 0.0),
        ("각", 1.0),
    ],
)
def test_wide_characters_take_an_em_and_marks_nothing(text: str, ems: float) -> None:
    assert text_width(text, 1) == pytest.approx(ems)
    assert text_width(unicodedata.normalize("NFD", text), 1) == pytest.approx(ems)


@pytest.mark.parametrize(("accented", "bare"), [("é", "e"), ("Ž", "Z"), ("ễ", "e"), ("ĭ", "i")])
def test_an_accent_makes_no_letter_narrower(accented: str, bare: str) -> None:
    assert text_width(bare, 1) <= text_width(accented, 1) <= text_width(bare, 1) + 0.05


def test_an_accent_on_an_i_is_wider_than_the_i() -> None:
    assert text_width("ĭ", 1) == text_width("î", 1) > text_width("i", 1)


def test_text_of_another_font_does_not_shrink_with_the_font_of_the_page() -> None:
    assert text_width("War", 10, scale=0.9) == pytest.approx(0.9 * text_width("War", 10))
    assert text_width("戦争", 10, scale=0.9) == text_width("戦争", 10)
    assert text_width("戦争", 10, scale=1.2) == pytest.approx(1.2 * text_width("戦争", 10))


@given(st.text(), st.text(), SIZES, st.booleans(), SCALES)
def test_width_is_the_sum_of_the_parts(
    head: str, tail: str, size: float, bold: bool, scale: float
) -> None:
    whole = text_width(head + tail, size, bold, scale)
    parts = text_width(head, size, bold, scale) + text_width(tail, size, bold, scale)
    assert whole == pytest.approx(parts)
    assert whole >= text_width(head, size, bold, scale)


@given(st.text(), SIZES, SCALES)
def test_width_grows_with_size_and_scale(text: str, size: float, scale: float) -> None:
    width = text_width(text, size, scale=scale)
    assert 0 <= width <= len(text) * 1.6 * size * max(scale, 1)
    assert text_width(text, 2 * size, scale=scale) == pytest.approx(2 * width)
    assert text_width(text, size, scale=scale + 0.1) >= width


TITLE = "Kim-Putin summit at Vostochny Cosmodrome"


@pytest.mark.parametrize(
    ("title", "room", "short"),
    [
        (TITLE, TITLE, TITLE),
        (TITLE, "Kim-Putin summit at Vostochny Cos", "Kim-Putin summit at Vostochny…"),
        (TITLE, "Kim-Putin sum", "Kim-Putin…"),
        (TITLE, "Kim-Put", ""),
        ("Peskov - no evidence of arms", "Peskov - no", "Peskov…"),
        ("Statement (in part) by the UN", "Statement (in p", "Statement…"),
        ("The U.S. and Japan agree", "The U.S. an", "The U.S.…"),
        ("A to Z of arms control", "A to Z o", ""),
        ("G7 2023 in Hiroshima", "G7 2023 in", "G7 2023…"),
        ("北朝鮮がミサイルを発射", "北朝鮮がミサ", "北朝鮮が…"),
        ("习近平访问莫斯科", "习近平访问", "习近平…"),
        ("러시아를 방문한 위원장", "러시아를 방문", "러시아를…"),
        ("Bundesverfassungsgericht urteilt", "Bundesver", ""),
    ],
)
def test_titles_are_cut_at_a_word(title: str, room: str, short: str) -> None:
    assert shorten(title, text_width(room, 13), 13) == short


@pytest.mark.parametrize(
    ("text", "cuts"),
    [
        ("ญี่ปุ่นและน้ำมัน", {"ญี่ปุ่นและ", "ญี่ปุ่นและน้ำ"}),
        ("中国👩\u200d🚀访问俄", {"中国", "中国👩\u200d🚀", "中国👩\u200d🚀访"}),
        ("e\u0301tats unis", {"e\u0301tats"}),
        ("नमस्ते भारत और चीन", {"नमस्ते", "नमस्ते भारत", "नमस्ते भारत और"}),
    ],
)
def test_what_is_written_as_one_is_never_parted(text: str, cuts: set[str]) -> None:
    shortened = {shorten(text, width / 2, 10) for width in range(400)}
    assert shortened == {"", text} | {f"{cut}…" for cut in cuts}


@given(st.text(), st.floats(0, 400), SIZES, st.booleans(), SCALES)
def test_a_shortened_text_fits_and_starts_like_the_whole(
    text: str, width: float, size: float, bold: bool, scale: float
) -> None:
    short = shorten(text, width, size, bold, scale)
    assert text_width(short, size, bold, scale) <= width
    assert text.startswith(short.removesuffix("…")) or short == text


@given(st.lists(st.sampled_from(["war", "peace", "NATO", "in", "北", "น้ำ"])), st.floats(0, 300))
def test_more_room_shows_no_less(words: list[str], width: float) -> None:
    text = " ".join(words)
    less, more = shorten(text, width, 13), shorten(text, width + 20, 13)
    assert more.startswith(less.removesuffix("…"))


@pytest.mark.parametrize(
    ("text", "room", "short"),
    [
        (TITLE, TITLE, TITLE),
        (TITLE, "Kim-Putin summit at Vostochny Cos", "Kim-Putin summit at Vostochny…"),
        ("Bundesverfassungsgericht urteilt", "Bundesver", "Bundes…"),
        ("Amt Bundesverfassungsgericht", "Amt Bundesver", "Amt Bundes…"),
        ("Land Bundesverfassungsgericht", "Land Bundesverfassung", "Land Bundesverfassu…"),
        ("🚀🚀🚀🚀", "🚀🚀🚀", "🚀🚀…"),
    ],
)
def test_a_word_is_cut_where_words_would_leave_half_empty(text: str, room: str, short: str) -> None:
    assert cut(text, text_width(room, 13), 13) == short


@given(st.text(min_size=1), st.floats(60, 400), st.floats(6, 16), st.booleans(), SCALES)
def test_a_cut_text_fits_and_is_never_empty(
    text: str, width: float, size: float, bold: bool, scale: float
) -> None:
    short = cut(text, width, size, bold, scale)
    assert text_width(short, size, bold, scale) <= width
    assert short
    assert short[0] == text[0]
    assert short == text or text.startswith(short.removesuffix("…"))


@given(st.text(min_size=1), st.floats(30, 400), SCALES)
def test_the_widest_head_fits_and_one_more_character_does_not(
    text: str, width: float, scale: float
) -> None:
    end = widest_head(text, width, 13, scale)
    assert 1 <= end <= len(text)
    assert text_width(text[:end], 13, scale=scale) <= width + 1e-6


def test_a_text_cut_within_a_word_keeps_the_letters_asked_for() -> None:
    word = "Bundesverfassungsgericht"
    room = text_width("Bund…", 13)
    assert cut(word, room, 13, least=4) == "Bund…"
    assert cut(word, room, 13, least=5) == ""


def test_letters_keep_their_marks_where_a_word_is_cut() -> None:
    word = "कि" * 30
    cuts = {cut(word, width, 13) for width in range(40, 300)}
    assert all(short.removesuffix("…").endswith("ि") for short in cuts)
