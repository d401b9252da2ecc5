"""Reading Dash components: what a test needs to know of a part of the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash.development.base_component import Component

Part = Any
"""A component, a text or number, or a list of these."""


def every(part: Part) -> Iterator[Component]:
    """Every component within a part, from outside inwards."""
    if isinstance(part, (list, tuple)):
        for each in part:
            yield from every(each)
    elif isinstance(part, Component):
        yield part
        yield from every(getattr(part, "children", None))


def text(part: Part) -> str:
    """All text within a part."""
    if isinstance(part, (list, tuple)):
        return "".join(map(text, part))
    if isinstance(part, Component):
        return text(getattr(part, "children", None))
    return "" if part is None else str(part)


def drawn_text(part: Part) -> str:
    """All text within plain markup."""
    if isinstance(part, str):
        return part
    tagged = len(part) == 3 and isinstance(part[1], dict)
    return "".join(map(drawn_text, part[2] if tagged else part))


def of_class(part: Part, name: str) -> list[Component]:
    """The components of a class."""
    return [each for each in every(part) if name in getattr(each, "className", "").split()]


def of_kind(part: Part, name: str) -> list[Component]:
    """The components of a kind, such as `A` or `Li`."""
    return [each for each in every(part) if type(each).__name__ == name]


def links(part: Part) -> dict[str, str]:
    """Address by text of each link."""
    return {text(each): each.href for each in of_kind(part, "A")}


def ids(part: Part) -> list[str]:
    """The ids of all components that have one."""
    return [each.id for each in every(part) if isinstance(getattr(each, "id", None), str)]
