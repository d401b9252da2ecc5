"""Encodings of imported texts: the one that decodes the bytes and looks most like text."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from dashboard.formats.tables.raw_table import FormatError

if TYPE_CHECKING:
    from collections.abc import Mapping

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; that of UTF-32 begins with that of UTF-16."""
_SAMPLE = 400
"""Lines with other bytes than ASCII from which the encoding is decided."""
_LEAST = 0.2
"""Least share of usual characters in a text."""
_USUAL: Mapping[str, re.Pattern[str]] = {
    name: re.compile(words)
    for name, words in (
        # Common syllables, of which an ending or a particle is in nearly every Korean word.
        ("cp949", "[가-힣]"),
        # Kana: Japanese without them is rare.
        ("cp932", "[ぁ-んァ-ヶー、。「」・]|[一-龠](?=[ぁ-んァ-ヶ一-龠])"),
        ("gb18030", "[一-龥](?=[一-龥，。、：；（）《》“”])|[，。、：；（）《》“”]"),
        # A Cyrillic word of two letters or more, or one of the Russian words of one letter.
        ("cp1251", "[А-ЯЁІЇЄЎа-яёіїєў](?=[а-яёіїєў])|(?<=[а-яёіїєў])[а-яёіїєў]|[№«»–—]"),
        # Letters with marks beside plain letters, and the signs of typography.
        (
            "cp1252",
            "(?<=[A-Za-z])[ßà-öø-ÿœšž]|[À-ÖØ-Ýß-öø-ÿŒœŠšŽž](?=[a-z])|[‘’“”–—…€°«»§·¿¡´•]|\\bà\\b",
        ),
    )
}
"""Characters that are usual in a text in each encoding, where the bytes are of that encoding."""
_COMMON: Mapping[str, str] = {
    "cp949": "이다는의에을를가고하한은서로지도기사정인대일국해",
    "cp932": "のにはをたがでとしてるいれな",
    "gb18030": "的一是在有国中大人年月日和会美俄朝韩日对不了",
}
"""The commonest characters, which decide between the encodings of East Asia."""


class Decoded(NamedTuple):
    """The text of a file.

    Attributes:
        text: all characters, with the line breaks of the file.
        encoding: name of the encoding in Python.
        notes: sentences about the encoding where it is not UTF-8.
    """

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode_any(data: bytes, path: str) -> Decoded:
    """Return the text of a file in UTF-8, UTF-16, UTF-32 or a usual encoding of a country.

    Args:
        data: all bytes of the file.
        path: its name, for the messages.

    Raises:
        FormatError: no encoding gives a text.

    Example:
        >>> decode_any("Gespräch in Köln".encode("cp1252"), "a.csv").text
        'Gespräch in Köln'
        >>> decode_any("Переговоры в Москве".encode("cp1251"), "a.csv").encoding
        'cp1251'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding, path, "")
    if wide := _wide(data):
        return _decoded(data, wide, path, f"{path}: read as {wide.upper()} without a mark")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    lines = [line for line in data.split(b"\n") if not line.isascii()]
    whole = sum(_is_utf8(line) for line in lines)
    encoding = _best([line for line in lines if not _is_utf8(line)][:_SAMPLE])
    if not encoding:
        raise FormatError(f"{path}: its bytes are not a text in a known encoding: save it as UTF-8")
    if whole * 2 > len(lines):
        return _mixed(data, encoding, path)
    note = f"{path}: read as {encoding}: if letters are wrong, save the file as UTF-8"
    return _decoded(data, encoding, path, note)


def _decoded(data: bytes, encoding: str, path: str, note: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise FormatError(
            f"{path}:{line}: byte {data[error.start]:02X} is not {encoding} text, which the rest "
            "of the file is: save the file as UTF-8"
        ) from error
    return Decoded(text.removeprefix("\ufeff"), encoding, (note,) if note else ())


def _wide(data: bytes) -> str:
    """Return the UTF-16 without a byte order mark, by the zero bytes of its ASCII characters."""
    start = data[:4000]
    for encoding, offset in (("utf-16-le", 1), ("utf-16-be", 0)):
        if len(start) > 3 and start[offset::2].count(0) * 2 > len(start[offset::2]):
            return encoding
    return ""


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _mixed(data: bytes, encoding: str, path: str) -> Decoded:
    """Return a text in UTF-8 of which some lines are in another encoding."""
    lines: list[str] = []
    other: list[int] = []
    for number, line in enumerate(data.split(b"\n"), 1):
        if _is_utf8(line):
            lines.append(line.decode("utf-8"))
        else:
            other.append(number)
            lines.append(line.decode(encoding, "replace"))
    first = ", ".join(map(str, other[:5])) + (", …" if len(other) > 5 else "")
    note = f"{path}: read as UTF-8, but {len(other)} lines ({first}) as {encoding}"
    return Decoded("\n".join(lines), "utf-8", (note,))


def _best(lines: list[bytes]) -> str:
    """Return the encoding in which the lines look most like text; empty if none decodes them."""
    scores = {name: _likeness(lines, name) for name in _USUAL}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= _LEAST else ""


def _likeness(lines: list[bytes], encoding: str) -> float:
    """Return the share of usual characters among those beyond ASCII; -1 if it does not decode."""
    try:
        text = b"\n".join(lines).decode(encoding)
    except UnicodeDecodeError:
        return -1.0
    others = sum(not character.isascii() for character in text)
    usual = len(_USUAL[encoding].findall(text))
    share = usual / max(others, 1)
    if common := _COMMON.get(encoding):
        share = share / 2 + 2 * sum(map(text.count, common)) / max(others, 1)
    return share
