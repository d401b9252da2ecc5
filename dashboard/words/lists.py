"""Lists in words: items with commas and a last word between them, cut where they are many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dashboard.words.catalogue import ENGLISH
from dashboard.words.language import language, locale, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def listed(items: Iterable[str], joint: str = "and") -> str:
    """Return items as a list in a sentence of the language of this context.

    Args:
        items: the items.
        joint: ``and`` or ``or``: the English word before the last item.

    >>> listed(["a", "b", "c"]), listed(["a", "b"], "or"), listed(["a"])
    ('a, b and c', 'a or b', 'a')
    >>> from dashboard.words.language import speaking
    >>> with speaking("es"):
    ...     listed(["a", "b", "c"]), listed(["a", "b"], "or")
    ('a, b y c', 'a o b')
    """
    if language() != ENGLISH:
        from babel.lists import format_list

        style: Literal["or", "standard"] = "or" if joint == "or" else "standard"
        return format_list([*items], style=style, locale=locale())
    *others, last = [*items] or [""]
    return f"{', '.join(others)} {joint} {last}" if others else last


def in_row(items: Sequence[str]) -> str:
    """Return items with the comma of the language between them.

    >>> in_row(["a", "b", "c"])
    'a, b, c'
    >>> from dashboard.words.language import speaking
    >>> with speaking("ja"):
    ...     in_row(["a", "b", "c"])
    'a、b、c'
    """
    if language() == ENGLISH or len(items) < 2:
        return ", ".join(items)
    middle: str = locale().list_patterns["standard"]["middle"]
    return middle.format("", "").join(items)


def first_of(items: Sequence[str], most: int | None = None) -> str:
    """Return items with commas between them; items beyond ``most`` are only counted.

    A single item beyond ``most`` is named too, since its name is as short as "1 more".

    >>> first_of(["a", "b", "c", "d", "e"], 2), first_of(["a", "b", "c"], 2)
    ('a, b and 3 more', 'a, b, c')
    """
    if most is None or len(items) <= most + 1:
        return in_row(items)
    more = len(items) - most
    first = in_row(items[:most])
    return ngettext("{items} and {n} more", "{items} and {n} more", more, items=first)
