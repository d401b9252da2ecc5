"""Syntax errors of a file that is not valid YAML: the cause, and how to fix it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Literal, NamedTuple

from dashboard.model.problems import Problem
from dashboard.reading.nodes import Mark
from dashboard.reading.quoting import INDICATOR, needs_quotes, remedy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.error import Mark as YamlMark
    from yaml.error import MarkedYAMLError

_LINE_BREAK = re.compile(r"\r\n|\r|\n")

MERGE_MARK = re.compile(r"<{7} |={7}$|>{7} ")
"""A line with which version control encloses two versions in conflict."""

_OPENING = {quote: re.compile(rf"(?:^|[\s\[{{,]){quote}[^{quote}]*+$") for quote in "'\""}
"""A quote that is opened but not closed within a line."""
_ANYTHING = re.compile("")
_MOST_CHARACTERS = 20
"""Most forbidden characters that are reported for one file."""

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Forbidden characters: control characters, halves of surrogate pairs, byte order marks."""


def split_lines(text: str) -> list[str]:
    r"""Return the lines of a text, split at the same line breaks as in libyaml.

    Example:
        >>> split_lines("a\r\nb\rc\u2028d")
        ['a', 'b', 'c\u2028d']
    """
    return _LINE_BREAK.split(text)


def forbidden_characters(text: str, path: str) -> Iterator[Problem]:
    """Yield a problem for each forbidden character, at most ``_MOST_CHARACTERS``."""
    places = ((row, line) for row, line in enumerate(split_lines(text), 1) if line)
    matches = ((row, match) for row, line in places for match in FORBIDDEN.finditer(line))
    for _, (row, match) in zip(range(_MOST_CHARACTERS), matches, strict=False):
        name = unicodedata.name(match[0], "").lower()
        message = (
            f"character U+{ord(match[0]):04X}{name and f' ({name})'} is not allowed: remove it"
        )
        yield Problem(path, row, match.start() + 1, "character", message)


class Broken(NamedTuple):
    """A syntax error: its problem, and the 0-based lines where its cause begins and it shows."""

    problem: Problem
    first: int
    last: int


def syntax_error(error: MarkedYAMLError, lines: list[str], path: str) -> Broken:
    """Translate an error of libyaml into a problem with a cause and a remedy."""
    at = _mark(error.problem_mark, lines)
    begin = _mark(error.context_mark or error.problem_mark, lines)
    place, code, message = _explained(error, lines, at, begin)
    # If the problem is reported where its cause begins, libyaml may fail at any line below.
    last = place.line if place < at else at.line
    # If the context is the whole file or list, it does not show where the error begins.
    is_item = begin.column > 0 and lines[begin.line][begin.column : begin.column + 1] != "-"
    first = begin.line if is_item else last
    if message == _UNMERGED:
        last = max(last, _last_merge_mark(lines, place.line))
    problem = Problem(path, place.line + 1, place.column + 1, code, message)
    return Broken(problem, min(first, place.line), last)


def _explained(
    error: MarkedYAMLError, lines: list[str], at: Mark, begin: Mark
) -> tuple[Mark, str, str]:
    """Return the reported place, the code and the message."""
    said, context = error.problem or "", error.context or ""
    line = lines[at.line]
    before, character = line[: at.column], line[at.column : at.column + 1]
    indent = line[: len(line) - len(line.lstrip())]
    if "expected key" in said and (opened := _opened(lines, begin, at)):
        return opened, "syntax", _OPEN_QUOTE
    unmerged = [row for row in range(at.line + 1) if MERGE_MARK.match(lines[row])]
    if unmerged and "quoted" not in context:
        return Mark(unmerged[0], 0), "syntax", _UNMERGED
    if "\t" in indent:
        return Mark(at.line, indent.index("\t")), "tab", _TAB
    if found := needs_quotes(said, context, lines, begin, at):
        return found
    for rule in _RULES:
        if rule.said in said and rule.context in context and rule.holds(before, character):
            shape = {"character": character, "first": character, "remedy": remedy(line)}
            if rule.at == "context":
                shape["first"] = lines[begin.line][begin.column : begin.column + 1]
            place = {"error": at, "context": begin, "line": Mark(at.line, len(indent))}[rule.at]
            return place, rule.code, rule.message.format_map(shape)
    message = f"this is not YAML here ({said or 'no more is known'}): check indents and quotes"
    return at, "syntax", message


def _last_merge_mark(lines: list[str], first: int) -> int:
    rows = (row for row in range(first, len(lines)) if lines[row].startswith(">>>>>>> "))
    return next(rows, first)


def _opened(lines: list[str], begin: Mark, at: Mark) -> Mark | None:
    """Return the opening quote, on a line above, that is closed on the line of the error."""
    quote = lines[at.line][: at.column].rstrip()[-1:]
    if quote not in ("'", '"'):
        return None
    for row in range(begin.line, at.line):
        match = _OPENING[quote].search(lines[row])
        if match is not None and lines[row].count(quote) % 2:
            return Mark(row, lines[row].index(quote, match.start()))
    return None


def _mark(mark: YamlMark | None, lines: list[str]) -> Mark:
    """Return a mark within the text; a mark of libyaml may be one line after the last."""
    if mark is None:
        return Mark(0, 0)
    if mark.line < len(lines):
        return Mark(mark.line, min(mark.column, len(lines[mark.line])))
    return Mark(len(lines) - 1, len(lines[-1]))


class _Rule(NamedTuple):
    """Translation of one message of libyaml.

    Attributes:
        said: part of libyaml's message.
        message: the message with the remedy.
        context: part of libyaml's context.
        before: pattern of the line before the error.
        character: pattern of the character at the error.
        at: the reported place: the error itself, the beginning of its context, or its line.
        code: the code of the problem.
    """

    said: str
    message: str
    context: str = ""
    before: re.Pattern[str] = _ANYTHING
    character: re.Pattern[str] = _ANYTHING
    at: Literal["error", "context", "line"] = "error"
    code: str = "syntax"

    def holds(self, before: str, character: str) -> bool:
        return bool(self.before.search(before)) and bool(self.character.match(character))


_TAB = "a tab is not allowed here: use spaces"
_UNMERGED = "this line marks an unfinished merge: keep one of the two versions"
_OPEN_QUOTE = "this quote is never closed: end the text with the same quote"
_BACKSLASH = "a backslash has a meaning in double quotes: write it twice, or use 'single quotes'"
_SURROGATE = (
    "an escape of JSON that YAML does not know: write the character itself, "
    "in Python with json.dump(…, ensure_ascii=False), or import the file"
)
_NO_TEXT_AFTER = "text after a closing quote: {remedy}"
_LIST = "this [ is not closed in time: put commas between the items and ] at the end"
_MAPPING = "this {{ is not closed in time: put commas between the entries and }} at the end"
_ALIGN = "this line fits neither above nor below: align it with the keys it belongs to"
_LIST_HERE = (
    "a list cannot begin here: begin it on a line of its own, or write [one, two]; or {remedy}"
)
_NO_LIST_HERE = "a list cannot follow keys: put it under a key, as events:"
_DASH = 'this line is not an item of the list: begin it with "- ", or align it with the keys above'
_TWO_COLONS = 'a second ": " on one line: {remedy}'
_COLON = (
    "a key cannot follow here: align it with the keys above, and check that the line above "
    'is "key: value" with a space after the colon'
)
_NO_COLON = 'this line is not "key: value": add the colon and a space, or indent it as more text'
_BLOCK = "after | or > the text begins on the next line: move it there, or {remedy}"
_DIRECTIVE = "a line that begins with % is a directive, which is not supported: remove it"
_EMPTY = "something is missing before this: a value between commas, or the closing ] or }}"

_RULES = (
    _Rule("cannot start any token", _TAB, character=re.compile("\t"), code="tab"),
    _Rule("tab character", _TAB, code="tab"),
    _Rule("cannot start any token", INDICATOR),
    _Rule("end of stream", _OPEN_QUOTE, "quoted scalar", at="context"),
    _Rule("document indicator", _OPEN_QUOTE, "quoted scalar", at="context"),
    _Rule("Unicode character escape", _SURROGATE, "parsing a quoted scalar"),
    _Rule("", _BACKSLASH, "parsing a quoted scalar"),
    _Rule("", _LIST, "flow sequence", at="context"),
    _Rule("", _MAPPING, "flow mapping", at="context"),
    _Rule("expected node content", _EMPTY),
    _Rule("", INDICATOR, "an alias", at="context"),
    _Rule("", INDICATOR, "an anchor", at="context"),
    _Rule("", INDICATOR, "a tag", at="context"),
    _Rule("undefined tag handle", INDICATOR, at="context"),
    _Rule("comment or line break", _BLOCK, "block scalar", at="context"),
    _Rule("indentation indicator", _BLOCK, "block scalar", at="context"),
    _Rule("mapping values are not allowed", _TWO_COLONS, before=re.compile(r":\s")),
    _Rule("mapping values are not allowed", _COLON, at="line"),
    _Rule("expected ':'", _NO_COLON, at="context"),
    _Rule("block sequence entries", _DIRECTIVE, before=re.compile("^$"), code="directive"),
    _Rule("block sequence entries", _LIST_HERE),
    _Rule("expected key", _NO_TEXT_AFTER, before=re.compile(r"\S")),
    _Rule("expected key", _NO_LIST_HERE, character=re.compile("-")),
    _Rule("expected key", _ALIGN),
    _Rule("expected '-' indicator", _DASH),
    _Rule("expected <document start>", _ALIGN),
    _Rule("", _DIRECTIVE, "directive", at="context", code="directive"),
    _Rule("directive", _DIRECTIVE, code="directive"),
    _Rule("YAML document", _DIRECTIVE, code="directive"),
)
