"""Lists in words: items with commas and a last word between them, cut where they are many."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def listed(items: Iterable[str], joint: str = "and") -> str:
    """Return items as a list in a sentence, with ``joint`` before the last item.

    >>> listed(["a", "b", "c"]), listed(["a", "b"], "or"), listed(["a"])
    ('a, b and c', 'a or b', 'a')
    """
    *others, last = [*items] or [""]
    return f"{', '.join(others)} {joint} {last}" if others else last


def first_of(items: Sequence[str], most: int | None = None) -> str:
    """Return items with commas between them; items beyond ``most`` are only counted.

    A single item beyond ``most`` is named too, since its name is as short as "1 more".

    >>> first_of(["a", "b", "c", "d", "e"], 2), first_of(["a", "b", "c"], 2)
    ('a, b and 3 more', 'a, b, c')
    """
    if most is None or len(items) <= most + 1:
        return ", ".join(items)
    return f"{', '.join(items[:most])} and {len(items) - most:,} more"
