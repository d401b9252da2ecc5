"""Unified diffs of texts that differ in few places, in time proportional to their length."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import takewhile
from typing import TYPE_CHECKING

from dashboard.reading.syntax import split_lines

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

_MOST_COMPARED = 2_000
"""Lines from the first to the last difference that are compared with each other."""


def text_diff(old: str, new: str, name: str, context: int = 3) -> str:
    r"""Return the unified diff of two versions of a text; empty if they are equal.

    Example:
        >>> print(text_diff("a\nb\n", "a\nc\n", "events.yaml"))
        --- events.yaml
        +++ events.yaml
        @@ -1,2 +1,2 @@
         a
        -b
        +c
    """
    return unified_diff(_rows(old), _rows(new), (name, name), context)


def _rows(text: str) -> list[str]:
    *rows, last = split_lines(text)
    return [*rows, f"{last}\n\\ No newline at end of file"] if last else rows


def unified_diff(
    old: Sequence[str], new: Sequence[str], names: tuple[str, str], context: int
) -> str:
    """Return the unified diff of two lists of lines; empty if they are equal.

    If lines repeat, the time of ``difflib`` is the product of both lengths. So equal lines at the
    beginning and at the end are paired beforehand, and if more than ``_MOST_COMPARED`` lines are
    left, all of these count as changed.

    Args:
        old: the lines before, without line ends.
        new: the lines after.
        names: names of the two texts.
        context: number of equal lines around a change.

    Example:
        >>> print(unified_diff(["a", "b", "c"], ["a", "x", "c"], ("then", "now"), 0))
        --- then
        +++ now
        @@ -2 +2 @@
        -b
        +x
    """
    matcher = SequenceMatcher(None, *_keys(old, new))
    rows: list[str] = []
    for group in matcher.get_grouped_opcodes(context):
        (_, first, _, begin, _), (_, _, last, _, end) = group[0], group[-1]
        rows.append(f"@@ -{_span(first, last)} +{_span(begin, end)} @@")
        for kind, start, stop, low, high in group:
            if kind == "equal":
                rows += [f" {line}" for line in old[start:stop]]
            else:
                rows += [f"-{line}" for line in old[start:stop]]
                rows += [f"+{line}" for line in new[low:high]]
    return "\n".join([f"--- {names[0]}", f"+++ {names[1]}", *rows]) if rows else ""


def _keys(old: Sequence[str], new: Sequence[str]) -> tuple[list[Hashable], list[Hashable]]:
    """Return the keys that ``difflib`` compares: lines, or numbers for equal and other lines."""
    head = _equal(old, new)
    tail = _equal(old[head:][::-1], new[head:][::-1])
    compared = max(len(old), len(new)) - head - tail <= _MOST_COMPARED
    keys_of_texts: list[list[Hashable]] = []
    for name, lines in (("old", old), ("new", new)):
        middle = range(head, len(lines) - tail)
        keys = [lines[row] if compared else (name, row) for row in middle]
        keys_of_texts.append([*range(head), *keys, *range(-tail, 0)])
    return keys_of_texts[0], keys_of_texts[1]


def _equal(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the number of equal lines at the beginning of two texts."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _span(start: int, stop: int) -> str:
    """Return a 1-based range of lines for a unified diff; an empty range names the line above.

    >>> _span(0, 3), _span(4, 5), _span(4, 4)
    ('1,3', '5', '4,0')
    """
    if stop - start == 1:
        return str(start + 1)
    return f"{start + (stop > start)},{stop - start}"
