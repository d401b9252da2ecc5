"""Sources in a cell: addresses and the words beside them, however they are separated."""

from __future__ import annotations

import re
from typing import NamedTuple

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"|;]{1,4000}", re.IGNORECASE)
_BETWEEN = re.compile(r"[;\n]")
_TRAILING = ".,;:!?'’”»]"
_AROUND = " \t\r\n,;|–—-:()[]<>\"'"
_NEXT_ADDRESS = re.compile(r",(?=https?://|www\.)", re.IGNORECASE)


class CellSource(NamedTuple):
    """One source of a cell; the address or the title may be empty."""

    url: str
    title: str = ""


def sources_of(text: str) -> list[CellSource]:
    """Return the sources of a cell: each address with the words before it, then the other words.

    Words before an address belong to it, unless a semicolon or a line break is between them. All
    other words are sources of their own, separated by semicolons or line breaks.

    Example:
        >>> [source.url for source in sources_of("https://a.org/x, https://b.org/y")]
        ['https://a.org/x', 'https://b.org/y']
        >>> sources_of("Yonhap: https://a.org/x")
        [CellSource(url='https://a.org/x', title='Yonhap')]
        >>> [source.title for source in sources_of("Yonhap; Oberholt 1997, p. 45")]
        ['Yonhap', 'Oberholt 1997, p. 45']
    """
    text = _NEXT_ADDRESS.sub(" ", text)
    found: list[CellSource] = []
    end = 0
    for match in _ADDRESS.finditer(text):
        words = _BETWEEN.split(text[end : match.start()])
        found += [CellSource("", word) for word in map(_bare, words[:-1]) if word]
        address = _trimmed(match[0])
        end = match.start() + len(address)
        url = f"https://{address}" if address[:4].lower() == "www." else address
        found.append(CellSource(url, _bare(words[-1])))
    rest = map(_bare, _BETWEEN.split(text[end:]))
    found += [CellSource("", word) for word in rest if word]
    return list(dict.fromkeys(found))


def _bare(words: str) -> str:
    words = " ".join(words.strip(_AROUND).split())
    return words if any(map(str.isalnum, words)) else ""


def _trimmed(address: str) -> str:
    """Return an address without the punctuation of the sentence around it."""
    address = address.rstrip(_TRAILING)
    while address.endswith(")") and address.count("(") < address.count(")"):
        address = address[:-1].rstrip(_TRAILING)
    return address
