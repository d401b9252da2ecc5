"""Estimates on the safe side how wide a text is on the screen, and shortens it to a width.

Advances are in thousandths of the font size. Those of CHARACTERS are the largest of eight sans
fonts (Liberation Sans, as wide as Arial and Helvetica; Noto Sans; Open Sans; Roboto; Lato; Inter;
Cantarell; DejaVu Sans), each font scaled to give "e" the width that it has in Arial. REFERENCE is
a row of that letter, so its estimate is exact and that of any other text bounds all eight fonts if

    scale = measured width of REFERENCE / text_width(REFERENCE, size)

Titles come out 3 to 12 % too wide on average. At scale 1, without a measurement, seven of the eight
are still bounded and DejaVu Sans is up to 10 % wider. Kerning is left out, since it makes text
narrower. Other characters have one advance per script, which bounds headlines in the Noto fonts.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

REFERENCE = "e" * 20
"""Text that the browser measures in its font, regular weight."""
ELLIPSIS = "…"
LEAST_LETTERS = 4
"""A shortened text with fewer letters says nothing."""

CHARACTERS = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x100)])) + (
    "ŒœĐđŁłı\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2020\u2022"
    "\u2026\u2030\u2039\u203a\u20ac\u2122\u2212\u2192"
)
"""ASCII, Latin-1, some Latin letters without a base, dashes, quotes and signs."""
_REGULAR = """
    288 363 447 758 611 1040 750 258 359 366 547 758 288 447 288 477 647 611 611 611 629 611 615
    611 611 615 305 305 758 758 758 557 1054 714 681 723 802 667 611 778 805 335 579 698 565 979
    805 844 667 844 723 667 626 775 714 1091 684 667 670 369 477 369 758 557 573 571 608 549 608
    556 370 607 610 260 260 536 293 934 610 599 608 608 408 542 381 610 544 828 535 543 521 576
    546 576 758 288 363 611 611 749 611 546 644 573 928 470 575 758 447 904 553 507 758 411 427
    573 685 738 288 527 385 486 575 915 885 1049 611 714 714 714 714 714 714 1000 723 667 667 667
    667 335 335 335 335 810 805 844 844 844 844 844 758 844 775 775 775 775 667 667 627 571 571
    571 571 571 571 890 549 557 557 557 557 278 278 278 278 616 610 599 599 599 599 599 758 611
    610 610 610 610 543 608 543 1149 960 810 627 565 346 278 689 1054 288 288 288 469 469 469 611
    611 1054 1453 362 362 635 1000 758 1054
"""
_BOLD = """
    315 413 497 758 629 1068 789 280 414 414 541 758 344 448 344 491 664 629 629 630 655 629 631
    629 632 631 362 362 758 758 758 611 1047 732 723 723 802 667 618 778 812 384 586 723 611 996
    812 852 678 852 723 667 649 783 732 1108 707 692 687 414 491 414 758 557 602 611 648 561 648
    614 394 648 652 310 310 615 322 974 652 622 648 648 451 557 433 652 590 860 584 590 546 644
    546 644 758 315 413 629 642 731 629 546 660 602 904 510 640 758 448 904 553 491 758 426 431
    602 696 777 344 527 396 510 640 999 973 1104 611 732 732 732 732 732 732 1024 723 667 667 667
    667 384 384 384 384 812 812 852 852 852 852 852 758 852 783 783 783 783 692 667 705 611 611
    611 611 611 611 948 561 614 614 614 614 310 310 310 310 622 652 622 622 622 622 622 758 622
    652 652 652 652 590 648 590 1140 990 812 662 611 372 310 663 1054 344 344 344 595 595 595 611
    611 1062 1500 397 397 656 1000 758 1054
"""
_ADVANCES = {
    bold: dict(zip(CHARACTERS, map(int, numbers.split()), strict=True))
    for bold, numbers in ((False, _REGULAR), (True, _BOLD))
}
_BOLDER = 1.08
_ACCENTED = 278
"""The least advance of a letter with an accent, which is wider than a bare i."""
_SQUARE = 1000
"""Chinese, Japanese and Korean characters, and whatever has no rule."""
_PICTURE, _TICK = 1400, 1000
"""Emoji and other symbols; the check mark after a title, which is narrower."""
_SCRIPTS = {
    "ARABIC": 660,
    "ARMENIAN": 780,
    "BENGALI": 680,
    "CYRILLIC": 640,
    "DEVANAGARI": 640,
    "ETHIOPIC": 820,
    "EXTENDED": 660,
    "GEORGIAN": 740,
    "GREEK": 640,
    "GUJARATI": 600,
    "GURMUKHI": 640,
    "HALFWIDTH": 600,
    "HEBREW": 640,
    "KANNADA": 880,
    "KHMER": 660,
    "LAO": 740,
    "LATIN": 680,
    "MALAYALAM": 1050,
    "MYANMAR": 960,
    "ORIYA": 620,
    "REGIONAL": 800,
    "SINHALA": 1100,
    "TAMIL": 1080,
    "TELUGU": 880,
    "THAI": 680,
}
_PORTIONS = {"Lu": 1.22, "Mc": 0.67}
"""Width relative to the average of the script: capitals (Lu), spacing marks (Mc)."""
_WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf"})
"""Marks on their base, joiners and marks of direction."""
_OWN = {
    **dict.fromkeys("ЖМФШЩЫЮЉЊΜΦΨΩ", 1190),
    **dict.fromkeys("жмфшщыюљњφψω", 910),
    **dict.fromkeys("ฌญฒณ", 950),
    **dict.fromkeys("اأإآ", 330),
    "ل": 400,
}
"""Advances of letters that differ much from the average of their script."""
_IN_THE_SAME_FONT = frozenset({"CYRILLIC", "GREEK", "LATIN"})
"""Scripts that fonts for user interfaces have; the others come from a font of their own."""
_UNSPACED = frozenset({"CJK", "HIRAGANA", "KATAKANA", "KHMER", "LAO", "MYANMAR", "THAI"})
"""Scripts without spaces between words."""
_LEADING = "\u200d\u17d2\u1039เแโใไເແໂໃໄ"
"""Zero width joiner, Khmer and Burmese stackers, Thai and Lao vowels written before their base."""
_TRAILING = "\u200d\u0e30\u0e32\u0e33\u0eb0\u0eb2\u0eb3"
"""Zero width joiner, and Thai and Lao vowels after their base that are letters, not marks."""
_OPENING = frozenset({"Cc", "Pd", "Pi", "Ps", "Zs"})
_LONGEST_CACHED = 500
"""Characters of a text up to which its width is kept, so that the cache stays small."""
_KEPT = ".!?%'\""
"""Punctuation allowed before an ellipsis, besides closing brackets and quotes."""


def text_width(text: str, size: float, bold: bool = False, scale: float = 1.0) -> float:
    """An upper estimate of the width of a line of text, in pixels.

    It is the sum of the widths of the characters, so no part of a text is wider than the whole.

    Args:
        text: one line.
        size: the font size in pixels.
        bold: weight 700 instead of 400.
        scale: how wide the font is, see the module. Text that needs another font than the page's
            never counts for less than at scale 1.
    """
    return _pixels(*_advances(text, bold), size, scale)


def shorten(text: str, width: float, size: float, bold: bool = False, scale: float = 1.0) -> str:
    """The text itself if it fits `width` pixels, else as many words as fit, with an ellipsis.

    Scripts without spaces are cut between characters, but never between a base and its marks. The
    result is "" if fewer than LEAST_LETTERS letters or digits fit; a wide character counts twice.
    """
    if text_width(text, size, bold, scale) <= width:
        return text
    ends = _ends(text, width, size, bold, scale)
    head = text[: next((end for end in ends if _may_part(text[end - 1], text[end])), 0)]
    while head and _dangles(head[-1]):
        head = head[:-1]
    return head + ELLIPSIS if _letters(head) >= LEAST_LETTERS else ""


def cut(
    text: str, width: float, size: float, bold: bool = False, scale: float = 1.0, least: int = 0
) -> str:
    """Shorten a text to a width, within a word where whole words fill less than half of it.

    >>> cut("Bundesverteidigungsministerium", 100, 13)
    'Bundesvertei…'

    Args:
        text: one line.
        width: in pixels.
        size: the font size in pixels.
        bold: weight 700 instead of 400.
        scale: see ``text_width``.
        least: letters or digits that must be left; a wide character counts twice.

    Returns:
        The text itself if it fits, else as much of it as fits, with an ellipsis; ``""`` if not even
        the first character fits, or fewer than ``least`` letters.
    """
    words = shorten(text, width, size, bold, scale)
    if words == text or text_width(words, size, bold, scale) >= width / 2:
        return words
    head = text[: _longest(text, _ends(text, width, size, bold, scale))]
    return (head.rstrip() or head) + ELLIPSIS if head and _letters(head) >= least else ""


def widest_head(text: str, width: float, size: float, scale: float = 1.0) -> int:
    """Return the number of characters that fit a width, with the marks on the last of them.

    >>> widest_head("Bundesverteidigungsministerium", 100, 13)
    14
    """
    with_ellipsis = width + text_width(ELLIPSIS, size, False, scale)
    return _longest(text, _ends(text, with_ellipsis, size, False, scale))


def _longest(text: str, ends: Iterable[int]) -> int:
    """Return the first of some ends that parts no character from its marks, else the very first."""
    all_ends = list(ends)
    whole = (end for end in all_ends if end == len(text) or not _belongs(text[end - 1], text[end]))
    return next(whole, max(all_ends, default=0))


def _ends(text: str, width: float, size: float, bold: bool, scale: float) -> Iterator[int]:
    """Yield the ends of the heads that fit a width with an ellipsis, the longest head first."""
    own, other = _advances(ELLIPSIS, bold)
    fitting = 0
    for character in text:
        advance, same_font = _advance(character, bold)
        own += advance * same_font
        other += advance * (not same_font)
        if _pixels(own, other, size, scale) > width:
            break
        fitting += 1
    yield from range(fitting, 0, -1)


def _pixels(own: int, other: int, size: float, scale: float) -> float:
    return size * (own * scale + other * max(scale, 1.0)) / 1000


def _may_part(before: str, after: str) -> bool:
    """Whether a text may be cut between two neighbours."""
    if after.isspace():
        return True
    if _script(before) not in _UNSPACED and _script(after) not in _UNSPACED:
        return False
    return not _belongs(before, after)


def _belongs(before: str, after: str) -> bool:
    """Whether two neighbours are written as one: a letter and its marks, for example."""
    return before in _LEADING or after in _TRAILING or unicodedata.category(after)[0] == "M"


def _letters(text: str) -> int:
    """The number of letters and digits, wide ones twice."""
    return sum(1 + _is_wide(each) for each in text if each.isalnum())


def _dangles(character: str) -> bool:
    """Whether a character at the end of a text points to what was cut off."""
    category = unicodedata.category(character)
    return category in _OPENING or (category == "Po" and character not in _KEPT)


def _advances(text: str, bold: bool) -> tuple[int, int]:
    """The summed advances of the characters in the font of the page, and of those in others."""
    summed = _cached_sums if len(text) <= _LONGEST_CACHED else _sums
    return summed(text, bold)


def _sums(text: str, bold: bool) -> tuple[int, int]:
    known = _ADVANCES[bold]
    own = other = 0
    for character in text:
        if character in known:
            own += known[character]
        else:
            advance, same_font = _advance(character, bold)
            own += advance * same_font
            other += advance * (not same_font)
    return own, other


_cached_sums = lru_cache(maxsize=8192)(_sums)


@lru_cache(maxsize=8192)
def _advance(character: str, bold: bool) -> tuple[int, bool]:
    """The advance of a character, and whether it is in the font of the page."""
    known = _ADVANCES[bold]
    if character in known:
        return known[character], True
    category = unicodedata.category(character)
    if category in _WITHOUT_WIDTH or "\u1160" <= character <= "\u11ff":
        return 0, True
    base = " " if category == "Cc" else unicodedata.normalize("NFD", character)[0]
    if base in known:
        return max(known[base], _ACCENTED), True
    script = _script(character)
    if category in {"So", "Sk"} and script not in _SCRIPTS:
        return _TICK if character == "✓" else _PICTURE, False
    if _is_wide(character):
        return _SQUARE, False
    advance = _OWN.get(base) or _SCRIPTS.get(script, _SQUARE) * _PORTIONS.get(category, 1)
    return ceil(advance * (_BOLDER if bold else 1)), script in _IN_THE_SAME_FONT


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


@lru_cache(maxsize=8192)
def _script(character: str) -> str:
    """The first word of the name of a character, for letters that of the script."""
    return unicodedata.name(character, "").replace("-", " ").partition(" ")[0]
