"""Elements with their attributes in a mapping; ``page.h`` is the vocabulary for new code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.page.h import Markup, h

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Markup", "element"]


def element(tag: str, attributes: Mapping[str, object] | None = None, *children: object) -> Markup:
    """Return one element; an attribute that is ``None`` is left out.

    Raises:
        ValueError: for an address that may run code.
    """
    made: Markup = getattr(h, tag)(*children, **dict(attributes or {}))
    return made
