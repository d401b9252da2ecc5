"""Parsing of a text into the nodes of one document; items with syntax errors are left out.

A syntax error ends libyaml's parsing. So that one error does not hide all other problems of a long
file, the list item with the error is replaced by blank lines, and the text is parsed again: all
other lines keep their numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from yaml.error import MarkedYAMLError, YAMLError

from dashboard.model.missing_values import MISSING_VALUE, counts_as_nothing
from dashboard.model.problems import Problem
from dashboard.reading.lookalikes import repaired, slips
from dashboard.reading.nodes import Composer, ListNode, MapNode, Node, TextNode, TooDeepError
from dashboard.reading.syntax import (
    FORBIDDEN,
    MERGE_MARK,
    Broken,
    forbidden_characters,
    split_lines,
    syntax_error,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

REPLACEMENT = "\ufffd"
"""Replacement in the nodes for each forbidden character."""

_MOST_LEFT_OUT = 10
"""Largest number of items with syntax errors that are left out of one file."""
_ITEM = re.compile(r"( *)-(?:\s|$)")
_LONE_DASH = re.compile(r"^( *(?:- +)*[\w-]+: +)-(?=[ \t]*[\r\n])", re.MULTILINE)
_DASH = counts_as_nothing("-")
_ODD_BREAKS = ("\x85", "\u2028", "\u2029")
"""Characters that are line breaks for libyaml but not for editors."""


@dataclass(frozen=True, slots=True)
class Document:
    """The parsed document of a text.

    Attributes:
        root: its root node, ``None`` if the text is empty or cannot be parsed.
        problems: syntax errors and refused constructs.
        refused: 1-based places of values that have a problem already.
        text: the parsed text: forbidden characters are replaced, items with errors blank.
        spoilt: whether a character was replaced by ``REPLACEMENT``.
        lost: the text of the items that were left out.
        wider: characters that were inserted before the values of lines, by 1-based line.
    """

    root: Node | None
    problems: Sequence[Problem]
    refused: set[tuple[int, int]]
    text: str
    spoilt: bool
    lost: str
    wider: Mapping[int, int] = field(default_factory=dict)

    def placed(self, problem: Problem) -> Problem:
        """Return a problem with its column in the file, without the characters inserted."""
        shift = self.wider.get(problem.line, 0)
        if not shift or problem in self.problems:
            return problem
        return replace(problem, column=max(problem.column - shift, 1))


def read_document(text: str, path: str) -> Document:
    r"""Parse a text.

    Args:
        text: any text, also one that is not valid YAML.
        path: the file's name, for problems.

    Example:
        >>> document = read_document("- id: [talks\n- id: summit", "events.yaml")
        >>> [item.written_id() for item in document.root.items], len(document.problems)
        (['summit'], 1)
    """
    draft = _Draft(path, text)
    while True:
        composer = Composer(path)
        root = None
        again = False
        try:
            root = composer.compose(draft.text)
        except TooDeepError as error:
            draft.problems.append(error.problem)
        except MarkedYAMLError as error:
            again = draft.leave_out(error)
        except (YAMLError, UnicodeEncodeError) as error:
            again = draft.replace_characters()
            if not again:
                draft.problems.append(Problem(path, 1, 1, "syntax", f"this is not YAML: {error}"))
        again = again or draft.fix_items(root)
        if not again:
            return Document(
                root,
                draft.problems + composer.problems.complete(),
                composer.refused,
                draft.text,
                draft.spoilt,
                "\n".join(draft.lost),
                draft.wider,
            )


def without_odd_breaks(text: str) -> str:
    r"""Return a text with spaces for the line breaks of libyaml that editors do not show.

    Example:
        >>> without_odd_breaks("Talks\u2028in Oslo")
        'Talks in Oslo'
    """
    if not text.isascii():
        for odd in _ODD_BREAKS:
            text = text.replace(odd, " ")
    return text


def events_in(root: Node | None) -> ListNode | None:
    """Return the list of events of a document, ``None`` if it has none."""
    events = root.spot("events") if isinstance(root, MapNode) else root
    return events if isinstance(events, ListNode) else None


class _Draft:
    """The text between two attempts to parse it, with the problems found so far."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = without_odd_breaks(text)
        self.problems: list[Problem] = []
        self.lost: list[str] = []
        self.spoilt = False
        self.wider: dict[int, int] = {}
        self._left_out = range(0)
        self._times = 0
        if "\ufeff" in text:
            self.replace_characters()

    def replace_characters(self) -> bool:
        """Replace forbidden characters; return whether there were any."""
        self.problems += forbidden_characters(self.text, self.path)
        self.text, count = FORBIDDEN.subn(REPLACEMENT, self.text)
        self.spoilt = self.spoilt or count > 0
        return count > 0

    def leave_out(self, error: MarkedYAMLError) -> bool:
        """Blank the item that contains an error; return whether to parse the rest."""
        lines = split_lines(self.text)
        broken = syntax_error(error, lines, self.path)
        if broken.last < self._left_out.stop:
            return False  # an error above the last blanked item is caused by the blanking
        unit = _unit(lines, broken)
        if self._fix_slips(lines, unit or range(len(lines))):
            return True
        if _LONE_DASH.match(f"{lines[broken.last]}\n") and self._empty_dashes(lines):
            return True
        place = (broken.problem.line, broken.problem.column)
        if place not in [(problem.line, problem.column) for problem in self.problems]:
            self.problems.append(broken.problem)
        self._times += 1
        if unit is None or self._times > _MOST_LEFT_OUT:
            return False
        self.lost += [lines[row] for row in unit]
        lines[unit.start : unit.stop] = [""] * len(unit)
        self.text = "\n".join(lines)
        self._left_out = unit
        return True

    def _empty_dashes(self, lines: list[str]) -> bool:
        """Replace each ``-`` that is a whole value by ``~``, with a warning."""
        message = counts_as_nothing("-")
        for row, line in enumerate(lines, 1):
            if found := _LONE_DASH.match(f"{line}\n"):
                problem = Problem(
                    self.path, row, found.end(1) + 1, MISSING_VALUE, message, "warning"
                )
                self.problems.append(problem)
        self.text = without_lone_dashes("\n".join(lines))
        return True

    def fix_items(self, root: Node | None) -> bool:
        """Fix the characters of events that are only text for YAML; return whether there are any.

        An item in which no key ends with a plain colon and a plain space is one text.
        """
        events = events_in(root)
        items = [root] if isinstance(root, TextNode) else events.items if events else []
        if not any(isinstance(item, TextNode) for item in items):
            return False
        lines = split_lines(self.text)
        stops = [item.mark.line for item in items[1:]] + [len(lines)] if items else []
        wrong = [
            self._fix_slips(lines, range(item.mark.line, stop))
            for item, stop in zip(items, stops, strict=True)
            if isinstance(item, TextNode) and item.plain
        ]
        return any(wrong)

    def _fix_slips(self, lines: list[str], rows: range) -> bool:
        """Report and replace the characters in some rows that only look like those of YAML."""
        wrong = {row: found for row in rows if (found := [*slips(lines[row])])}
        for row, found in wrong.items():
            seen: set[str] = set()
            for slip in found:
                code = "character" if slip.found else "syntax"
                if slip.message not in seen:
                    seen.add(slip.message)
                    problem = Problem(self.path, row + 1, slip.column + 1, code, slip.message)
                    self.problems.append(problem)
            fixed = repaired(lines[row])
            self.wider[row + 1] = self.wider.get(row + 1, 0) + len(fixed) - len(lines[row])
            lines[row] = fixed
        self.text = "\n".join(lines)
        return bool(wrong)


def without_lone_dashes(text: str) -> str:
    """Return a text with ``~`` for each ``-`` that is the whole value of a key.

    Example:
        >>> without_lone_dashes("- place: -")
        '- place: ~'
    """
    return _LONE_DASH.sub(r"\1~", f"{text}\n")[:-1]


def _unit(lines: list[str], broken: Broken) -> range | None:
    """Return the rows of the list item, or of the top-level key, that contains an error.

    ``None`` if the other lines would have another meaning without these rows.
    """
    is_item = _starts(lines)
    start = max((row for row in is_item if row <= broken.first), default=None)
    if start is None or lines[start].startswith(("[", "{", "%")):
        return None
    stop = min((row for row in is_item if row > broken.last), default=len(lines))
    keys = {row for row, item in is_item.items() if not item}
    if keys.intersection(range(start + 1, stop)) or (start in keys and is_item.get(stop)):
        return None
    return range(start, stop)


def _starts(lines: list[str]) -> dict[int, bool]:
    """Return the rows where items (true) and, in a mapping, top-level keys (false) begin."""
    written = (line for line in lines if line.strip() and not line.lstrip().startswith("#"))
    is_list = _ITEM.match(next(written, "")) is not None
    starts: dict[int, bool] = {}
    indent = None
    for row, line in enumerate(lines):
        item = _ITEM.match(line)
        if MERGE_MARK.match(line):
            continue
        if item is not None:
            indent = len(item[1]) if indent is None else indent
            if len(item[1]) == indent:
                starts[row] = True
        elif line and line[0] not in " \t#-" and not is_list:
            indent = None
            starts[row] = False
    return starts
