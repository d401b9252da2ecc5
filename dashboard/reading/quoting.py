"""Lines whose text needs quotes: what YAML reads in its place, and the line with quotes."""

from __future__ import annotations

import re

from dashboard.reading.nodes import Mark
from dashboard.words.quotes import extract, in_yaml, in_yaml_quotes

_VALUE = re.compile(r"(?P<before>\s*+(?:- ++)*+)(?P<key>(?:[\w-]++: ++)?)(?P<value>\S.*)")
"""A line of a block: indent and dashes, the key if there is one, and the value."""
_HASH_SIGN = re.compile(r"(?<=[\s,\[{])#(?=\w)")
_WIKI_LINKS = re.compile(r"\[\[[^\[\]]++\]\](?:, *+\[\[[^\[\]]++\]\])*+")
_MARKDOWN_LINK = re.compile(r"\[(?P<title>[^\[\]]++)\]\((?P<url>https?://[^\s()]++)\)")
_SECOND_OPENS = re.compile(r"(['\"])[^'\"]*(?:(?<=\s)|(?<=\w)(?=['\"]\w))\1")
"""Text in quotes with a quote inside of it that does not end it: ``'It's'``."""
_LONGEST_LINE = 1_000
"""Characters of a line that is repeated with quotes."""

INDICATOR = '"{first}" at the start of a text has a meaning in YAML: {remedy}'
"""Message about a text that begins with a character of YAML."""
_COMMENT = (
    '"#" after a space begins a comment, so the rest of this line is lost: '
    "put the text with # in quotes, or a space after #"
)
_LINK = '"[" begins a list, not a link of Markdown: write '


def needs_quotes(
    said: str, context: str, lines: list[str], begin: Mark, at: Mark
) -> tuple[Mark, str, str] | None:
    """Return place, code and message of a text that YAML takes for something else.

    Args:
        said: libyaml's message.
        context: its context, such as "while parsing a flow sequence".
        lines: the lines of the text.
        begin: place where the context begins.
        at: place of the error.
    """
    line = lines[at.line]
    if context and (hash_ := _hidden(lines, begin, at)):
        return hash_, "comment", _COMMENT
    if link := _MARKDOWN_LINK.search(line) if "flow" in context else None:
        return Mark(at.line, link.start()), "syntax", f"{_LINK}{_source(link)}"
    start = _VALUE.match(line[:_LONGEST_LINE])
    if start is None or not _is_indicator(start, said, context, at.column):
        return None
    message = INDICATOR.format(first=start["value"][0], remedy=remedy(line))
    return Mark(at.line, start.start("value")), "syntax", message


def remedy(line: str) -> str:
    """Return the end of a message: a line with its value in quotes, where it can be shown.

    >>> print(remedy("- title: [Update] Talks"))
    put the text in quotes, as title: "[Update] Talks"
    """
    start = _VALUE.match(line[:_LONGEST_LINE])
    if start is None:
        return "put the text in quotes"
    key, value = start["key"], start["value"].rstrip()
    if _WIKI_LINKS.fullmatch(value):
        names = value.replace("[[", "").replace("]]", "")
        return f"write {key}[{extract(names)}], without the inner brackets"
    if value[0] in "'\"" and value[-1] == value[0] and _SECOND_OPENS.match(value):
        value = value[1:-1]
    written = f"put the text in quotes, as {key}{in_yaml_quotes(value)}"
    if link := _MARKDOWN_LINK.fullmatch(value):
        written = f"{written}, or for a source write {_source(link)}"
    return written


def _source(link: re.Match[str]) -> str:
    return f"{{title: {in_yaml(link['title'])}, url: {link['url']}}}"


def _is_indicator(start: re.Match[str], said: str, context: str, column: int) -> bool:
    """Whether a value that begins with a character of YAML is followed by text, or cannot begin."""
    first, is_start = start["value"][0], column == start.start("value")
    if first in "[{":
        return ("expected key" in said or "expected '-'" in said) and not is_start
    is_alone = len(start["value"].rstrip()) == 1
    return first in "?,]}" and is_start and not is_alone and "flow" not in context


def _hidden(lines: list[str], begin: Mark, at: Mark) -> Mark | None:
    """Return the place of a ``#`` that hides the end of a list, a mapping or a text in brackets."""
    for row in range(begin.line, at.line + 1):
        found = _HASH_SIGN.search(lines[row], begin.column if row == begin.line else 0)
        if found and "'" not in lines[row] and '"' not in lines[row]:
            return Mark(row, found.start())
    return None
