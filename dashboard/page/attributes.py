"""Attributes with hyphens, which are not valid Python keywords: ``aria-…`` and ``data-…``."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

IN_ENGLISH: Mapping[str, Any] = MappingProxyType({"lang": "en", "dir": "ltr"})
"""Attributes of an element whose text is English in any language of the page."""


def aria(**values: str) -> dict[str, Any]:
    """Return ARIA attributes: ``aria(label="Close")`` is ``aria-label="Close"``."""
    return {f"aria-{name}": value for name, value in values.items()}


def tip(words: str, names: str) -> dict[str, Any]:
    """Return the attributes of a component with a tip, which screen readers have as description.

    >>> tip("Copies the address", "button")["className"]
    'button'
    """
    return {"className": names, **data(tip=words), **aria(description=words)}


def data(**values: str) -> dict[str, Any]:
    """Return data attributes: ``data(event_id="x")`` is ``data-event-id="x"``."""
    return {f"data-{name.replace('_', '-')}": value for name, value in values.items()}
