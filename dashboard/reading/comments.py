"""Texts that a comment cuts by accident: ``title: Launch #3`` is the title "Launch" for YAML.

A comment begins with `` #``. It is taken for a part of the text before it if the text goes on
directly after one space and ``#`` (``War #2 begins``), or if the text is not complete without it
(``Launch (No. # 5)``). An author's comment has a space after ``#``, or more space before it.
"""

from __future__ import annotations

import re

import yaml
from yaml.error import YAMLError
from yaml.events import ScalarEvent

from dashboard.reading.nodes import YamlEvent
from dashboard.reading.syntax import split_lines

_SPACE = re.compile(r"(?<=\S)([ \t]++)#")
_QUOTED = re.compile(r"\s*(?:- +)*(?:[\w-]+: +|\"[\w-]+\": *)?[\"']")
_HASH = re.compile(r"([ \t]+)#(.*)")
_OF_AUTHORS = re.compile(r"(?:todo|fixme|xxx|hack|nb|noqa|note)\b", re.IGNORECASE)
"""Words with which comments begin, also directly after ``#``."""
_OPEN_END = re.compile(
    r"(?:[(\[{,;:&–—-]|\s(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with))$", re.IGNORECASE
)
"""End of a text that goes on: an opening bracket, a comma, a short word."""
_NUMBERED = re.compile(
    r"\b(?:article|chapter|decree|flight|issue|launch|law|no\.?|nr\.?|number|operation|order|part|"
    r"phase|resolution|round|section|test|unit|war)$",
    re.IGNORECASE,
)
"""End of a text after which a number belongs to it: ``Resolution # 1718``."""
_SEEN = 200
"""Characters of a text, at its end, that decide whether it is complete."""


def cut_texts(text: str) -> dict[tuple[int, int], tuple[str, str]]:
    r"""Return the texts without quotes that a comment may have cut, by 1-based line and column.

    Args:
        text: a valid YAML text.

    Returns:
        For the place of each text: the line with the rest, and the rest from ``#`` onward.

    Example:
        >>> cut_texts("- title: War #2 begins\n- title: Talks # check this\n")
        {(1, 10): ('War #2 begins', '#2 begins')}
    """
    cut: dict[tuple[int, int], tuple[str, str]] = {}
    if "#" not in text or not any(map(_is_candidate, text.splitlines())):
        return cut
    lines = split_lines(text)
    try:
        event: YamlEvent
        for event in yaml.parse(text, Loader=yaml.CLoader):
            kind = event.__class__
            if kind is not ScalarEvent or event.style:
                continue
            start, end = event.start_mark, event.end_mark
            hidden = _HASH.match(lines[end.line], end.column) if end.line < len(lines) else None
            if hidden and _reads_on(event.value, hidden[1], hidden[2]):
                rest = f"#{hidden[2]}".rstrip()
                cut[start.line + 1, start.column + 1] = f"{event.value}{hidden[1]}{rest}", rest
    except YAMLError:
        return {}
    return cut


def needs_more(text: str) -> bool:
    """Whether a text is not complete, so that a comment after it reads like its end.

    >>> needs_more("Launch (No."), needs_more("Resolution"), needs_more("Joint statement")
    (True, True, False)
    """
    end = text[-_SEEN:]
    return _is_open(text, end) or bool(_NUMBERED.search(end))


def _is_open(text: str, end: str) -> bool:
    return text.count("(") > text.count(")") or bool(_OPEN_END.search(end))


def _is_candidate(line: str) -> bool:
    """Whether a comment of a line may have cut a text, as far as the line alone shows."""
    if "#" not in line or _QUOTED.match(line):
        return False
    return any(
        _reads_on(line[: it.start()], it[1], line[it.end() :]) for it in _SPACE.finditer(line)
    )


def _reads_on(text: str, space: str, hidden: str) -> bool:
    """Whether the text of a comment reads like the rest of the text before it."""
    end = text[-_SEEN:]
    number = hidden.lstrip(" \t")[:1].isdecimal()
    if hidden[:1].isalnum():
        return number or (space == " " and not _OF_AUTHORS.match(hidden))
    if not hidden.strip(" \t#"):
        return False
    return _is_open(text, end) or (number and bool(_NUMBERED.search(end)))
