"""Markup without callbacks: ``h.td("3", class_="number")``.

An element is a nested list ``[tag, attributes, children]``, which ``assets/modules/markup.mjs``
draws. At every change Dash checks every component of a page; a list of 25 events or a legend
consists of hundreds of elements that no callback ever sets, and as components they would make each
click a tenth slower.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

Markup = list[Any]
"""``[tag, attributes, children]``; children are texts and elements."""
_SCHEMES = ("?", "#", "api/", "http://", "https://")
"""Beginnings of addresses that a link may have; none of them can run code."""


def element(tag: str, /, *children: object, **attributes: object) -> Markup:
    """Return one element.

    Args:
        tag: name of the element in HTML or SVG.
        children: texts, which are shown as they are; elements; or iterables of both. ``None`` is
            left out.
        attributes: by their names in HTML or SVG; an underscore stands for a hyphen, and one at the
            end is dropped. ``None`` and ``False`` are left out, ``True`` is an empty value.

    Raises:
        ValueError: for an address that may run code.
    """
    given = {
        name.rstrip("_").replace("_", "-"): "" if value is True else str(value)
        for name, value in attributes.items()
        if value is not None and value is not False
    }
    if not given.get("href", "?").lower().startswith(_SCHEMES):
        raise ValueError(f"not an address to link to: {given['href']}")
    return [tag, given, list(_flat(children))]


class Tags:
    """Every tag of HTML and SVG as an attribute.

    >>> h.a("Japan", href="?country=JPN", aria_current="true")
    ['a', {'href': '?country=JPN', 'aria-current': 'true'}, ['Japan']]
    >>> h.p(h.bdi("ישראל"), " acts")
    ['p', {}, [['bdi', {}, ['ישראל']], ' acts']]

    ``h.bdi`` is for text of the file beside other text: it isolates the direction of the text.
    """

    def __getattr__(self, name: str) -> Callable[..., Markup]:
        """Return ``element`` for one tag."""
        return partial(element, name)


h = Tags()


def is_element(part: object) -> bool:
    """Whether a part of markup is one element, not a list of parts."""
    return isinstance(part, list) and len(part) == 3 and isinstance(part[1], dict)


def _flat(parts: Iterable[object]) -> Iterable[object]:
    for part in parts:
        if part is None:
            continue
        if isinstance(part, str) or is_element(part):
            yield part
        elif isinstance(part, Iterable):
            yield from _flat(part)
        else:
            yield str(part)
