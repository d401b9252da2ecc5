"""Certain remedies: the texts that replace a value."""

from __future__ import annotations

from yaml.error import YAMLError

from dashboard.reading.nodes import Composer, ListNode, TextNode, TooDeepError


def items_of(certain: str) -> tuple[str, ...]:
    """Return the items of a list in brackets, such as that of a certain remedy; else the text.

    A list with other items than texts has none.

    Example:
        >>> items_of('[Japan, "Korea, South"]'), items_of("Japan")
        (('Japan', 'Korea, South'), ('Japan',))
    """
    if not certain.startswith("["):
        return (certain,)
    try:
        root = Composer("").compose(certain)
    except (YAMLError, TooDeepError):
        return ()
    items = root.items if isinstance(root, ListNode) else []
    texts = tuple(item.text for item in items if isinstance(item, TextNode))
    return texts if len(texts) == len(items) else ()
