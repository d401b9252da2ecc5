"""A text becomes the nodes of one document; what cannot be read is left out, and the rest read on.

A syntax error ends libyaml's reading. So that one slip does not hide all other problems of a long
file, the item of a list in which it stands is blanked, and the text read again: every other line
keeps its number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yaml.error import MarkedYAMLError, YAMLError

from dashboard.model.problems import Problem
from dashboard.reading.nodes import Composer, Node, TooDeepError
from dashboard.reading.syntax import (
    FORBIDDEN,
    MERGE_MARK,
    Broken,
    forbidden_characters,
    split_lines,
    syntax_error,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

REPLACEMENT = "\ufffd"
"""Stands in the nodes for signs that no text may have."""

_MOST_LEFT_OUT = 10
_ITEM = re.compile(r"( *)-(?:\s|$)")
_SPACES = ("\x85", "\u2028", "\u2029")
"""Signs that libyaml takes for line breaks and editors do not."""


@dataclass(frozen=True, slots=True)
class Document:
    """The one document of a text.

    Attributes:
        root: ``None`` where there is nothing, or where nothing could be read.
        problems: of its syntax, and of what is refused.
        refused: 1-based places of values that have a problem already.
        text: what was read, forbidden signs replaced and items blanked.
        spoilt: whether a sign was replaced, by ``REPLACEMENT``.
        lost: the text of the items that were left out.
    """

    root: Node | None
    problems: Sequence[Problem]
    refused: set[tuple[int, int]]
    text: str
    spoilt: bool
    lost: str


def read_document(text: str, path: str) -> Document:
    """Read a text.

    Args:
        text: YAML, perhaps.
        path: the file's name, for problems.
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
            again = draft.replace_signs()
            if not again:
                draft.problems.append(Problem(path, 1, 1, "syntax", f"this is not YAML: {error}"))
        if not again:
            return Document(
                root,
                draft.problems + composer.problems.complete(),
                composer.refused,
                draft.text,
                draft.spoilt,
                "\n".join(draft.lost),
            )


class _Draft:
    """A text on its way to one that can be read, and what was wrong with it so far."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.problems: list[Problem] = []
        self.lost: list[str] = []
        self.spoilt = False
        self._left_out = range(0)
        self._times = 0
        if not text.isascii():
            for sign in _SPACES:
                self.text = self.text.replace(sign, " ")
            if "\ufeff" in text:
                self.replace_signs()

    def replace_signs(self) -> bool:
        """Replace signs that no text may have; return whether there were any."""
        self.problems += forbidden_characters(self.text, self.path)
        self.text, count = FORBIDDEN.subn(REPLACEMENT, self.text)
        self.spoilt = self.spoilt or count > 0
        return count > 0

    def leave_out(self, error: MarkedYAMLError) -> bool:
        """Blank the item in which an error stands; return whether the rest can be read."""
        lines = split_lines(self.text)
        broken = syntax_error(error, lines, self.path)
        if broken.last < self._left_out.stop:
            return False  # an error before what was left out comes from leaving it out
        place = (broken.problem.line, broken.problem.column)
        if place not in [(problem.line, problem.column) for problem in self.problems]:
            self.problems.append(broken.problem)
        unit = _unit(lines, broken)
        self._times += 1
        if unit is None or self._times > _MOST_LEFT_OUT:
            return False
        self.lost += [lines[row] for row in unit]
        lines[unit.start : unit.stop] = [""] * len(unit)
        self.text = "\n".join(lines)
        self._left_out = unit
        return True


def _unit(lines: list[str], broken: Broken) -> range | None:
    """Return the lines of the list item, or of the top-level key, in which an error stands.

    ``None`` where leaving them out would change what the other lines mean.
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
