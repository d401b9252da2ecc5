"""Characters that look like those of YAML: no-break spaces, full-width colons, en dashes, quotes.

YAML reads them as text, so a line has another meaning than it shows. They matter only where YAML
needs its own characters: in indents, after dashes, around colons, and around short values.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from dashboard.model.fields import RECORDS
from dashboard.model.other_words import OTHER_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SPACES = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_COLONS = "：﹕︓∶꞉"
_DASHES = "‐‑‒–—―−－﹣"
_BULLETS = "•‣⁃◦·・●○▪■*+"
_COMMAS = "，﹐、︐﹑"

PLAIN: Mapping[str, str] = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_ZERO_WIDTH, ""),
    **dict.fromkeys(_COLONS, ":"),
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_COMMAS, ","),
    **dict.fromkeys("“”„‟″＂«»", '"'),
    **dict.fromkeys("‘’‚‛′＇", "'"),
    **dict(zip("［］｛｝【】；", "[]{}[];", strict=True)),
}
"""The character of YAML for each character that looks like it; nothing for invisible ones."""

_S = f"[ \t{_SPACES}{_ZERO_WIDTH}]"
_LINE = re.compile(
    rf"(?P<indent>{_S}*+)(?P<mark>[-{_DASHES}{_BULLETS}]?)(?P<gap>{_S}*+)"
    rf"(?P<key>[^\W\d][\w-]*+)(?P<before>{_S}*+)(?P<colon>[:{_COLONS}])(?P<after>{_S}*+)"
)
_ITEM = re.compile(rf"(?P<indent>{_S}*+)(?P<mark>[-{_DASHES}{_BULLETS}]?)(?P<gap>{_S}*+)")
_BRACKETS = re.compile("[［］｛｝【】]")
_OPENING = ("[", "{", "［", "｛", "【")
_QUOTE = re.compile("[\"']")
_ENCLOSED = re.compile("([\"'])(.*)[\"']", re.DOTALL)
_INVISIBLE = re.compile(f"[{_SPACES}{_ZERO_WIDTH}]")
KEYS = frozenset(OTHER_WORDS).union(*RECORDS.values())
"""Words that are keys, or that people write for a key."""


class Slip(NamedTuple):
    """One character to replace: its 0-based column, and the text for it; nothing to insert one."""

    column: int
    found: str
    plain: str

    @property
    def message(self) -> str:
        """The name and code point of the character, and what to write.

        >>> Slip(7, "：", ": ").message
        '"：" is a fullwidth colon (U+FF1A), which is only text for YAML: write ": "'
        """
        if not self.found:
            return f'a space is missing here: write "{self.plain}"'
        if self.found.isascii():
            return f'"{self.found}" does not begin an item in YAML: write "{self.plain}"'
        what = f"{described(self.found)}, which is only text for YAML"
        if self.plain.strip():
            return f'"{self.found}" is {what}: write "{self.plain}"'
        return f"this is {what}: {'write a plain space' if self.plain else 'remove it'}"


def described(character: str) -> str:
    r"""Return the name and the code point of a character.

    >>> described("\u00a0")
    'a no-break space (U+00A0)'
    """
    name = unicodedata.name(character, "character").lower()
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name} (U+{ord(character):04X})"


def plain(text: str) -> str:
    """Return a short value with plain characters, and without quotes around it.

    >>> plain("“2023-10-26”")
    '2023-10-26'
    """
    text = "".join(PLAIN.get(character, character) for character in text).strip()
    enclosed = _ENCLOSED.fullmatch(text)
    return enclosed[2].strip() if enclosed else text


def first_lookalike(text: str) -> int | None:
    """Return the 0-based position of the first character of a text that is not plain."""
    return next((k for k, character in enumerate(text) if character in PLAIN), None)


def key_of(line: str) -> str:
    """Return the word of a line before a colon, also one that only looks like a colon.

    >>> key_of("name：Tokyo"), key_of("Tokyo")
    ('name', '')
    """
    match = _LINE.match(line)
    return match["key"].casefold() if match else ""


def slips(line: str) -> Iterator[Slip]:
    r"""Yield the characters of a line that prevent it from being a key with its value.

    Example:
        >>> [(slip.column, slip.plain) for slip in slips("– date：2023-10-26")]
        [(0, '-'), (6, ': ')]
        >>> list(slips("  title: A – B"))
        []
    """
    match = _LINE.match(line)
    if match is None or match["key"].casefold() not in KEYS:
        match = _ITEM.match(line)
        if match is not None:
            yield from _odd(match, "indent")
        return
    yield from _odd(match, "indent")
    mark, gap, key = match["mark"], match["gap"], match["key"]
    if mark and mark != "-":
        yield Slip(match.start("mark"), mark, "-" if gap else "- ")
    elif mark and not gap:
        yield Slip(match.end("mark"), "", f"- {key}")
    yield from _odd(match, "gap")
    yield from _odd(match, "before")
    colon, rest = match["colon"], line[match.end() :]
    is_tight = bool(rest) and not match["after"]
    if colon != ":":
        yield Slip(match.start("colon"), colon, ": " if is_tight else ":")
    elif is_tight and not rest.startswith("//"):
        yield Slip(match.end("colon"), "", f"{key}: {rest}")
    yield from _odd(match, "after")
    if rest[:1] in _OPENING and not _QUOTE.search(rest):
        for found in _BRACKETS.finditer(rest):
            yield Slip(match.end() + found.start(), found[0], PLAIN[found[0]])


def _odd(match: re.Match[str], name: str) -> Iterator[Slip]:
    for found in _INVISIBLE.finditer(match[name]):
        yield Slip(match.start(name) + found.start(), found[0], PLAIN[found[0]])


def repaired(line: str) -> str:
    """Return a line with the characters of YAML in place of its slips.

    Example:
        >>> repaired("date：2023-10-26")
        'date: 2023-10-26'
    """
    for slip in reversed([*slips(line)]):
        text = slip.plain if slip.found else " "
        line = line[: slip.column] + text + line[slip.column + len(slip.found) :]
    return line
