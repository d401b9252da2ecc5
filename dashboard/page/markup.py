"""Plain markup: what has no callback of its own, as nested lists that the browser draws directly.

Dash asks every component of a page, at every change of any, whether it concerns it. A list of 25
events or a legend is hundreds of components that no callback ever sets, and makes each click
slower by a tenth. They are written as components all the same, sent as
``[tag, attributes, children]`` in a store, and drawn by ``assets/markup.js`` into the element that
has their name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dash.development.base_component import Component

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Markup = list[Any]
_NAMESPACE = "dash_html_components"
_ATTRIBUTES = {"className": "class", "htmlFor": "for", "tabIndex": "tabindex"}
"""Attributes that go by another name in HTML."""
_LINKS = ("?", "#", "api/", "http://", "https://")
"""How an address may begin: no other kind can run code."""


def markup(children: Any) -> Markup:
    """Return components of ``dash.html``, texts, or lists of them, as plain markup.

    Raises:
        ValueError: for any other component, and for an address of another kind.
    """
    parts: Sequence[Any] = children if isinstance(children, list | tuple) else [children]
    return [_part(part) for part in parts if part is not None]


def element(tag: str, attributes: Mapping[str, object] | None = None, *children: object) -> Markup:
    """Return one element as plain markup: for tables of thousands of cells, and for drawings.

    Args:
        tag: its name in HTML or SVG.
        attributes: by their names in HTML; those that are ``None`` are left out.
        children: elements, or texts, which are shown as they stand.

    Raises:
        ValueError: for an address that may run code.
    """
    given = {name: str(value) for name, value in (attributes or {}).items() if value is not None}
    _check_address(given.get("href", "?"))
    kept = [child if isinstance(child, list) else str(child) for child in children]
    return [tag, given, kept]


def _check_address(address: str) -> None:
    if not address.lower().startswith(_LINKS):
        raise ValueError(f"no address to link to: {address}")


def _part(part: Any) -> str | Markup:
    if isinstance(part, list):
        return part
    if not isinstance(part, Component):
        return str(part)
    component: Any = part
    described = component.to_plotly_json()
    if described["namespace"] != _NAMESPACE:
        raise ValueError(
            f"{described['type']} is not an element of HTML: give it a callback instead"
        )
    props: dict[str, Any] = dict(described["props"])
    children = props.pop("children", None)
    _check_address(str(props.get("href", "?")))
    attributes = {
        _ATTRIBUTES.get(name, name): "" if value is True else str(value)
        for name, value in props.items()
        if value is not None and value is not False
    }
    return [described["type"].lower(), attributes, markup(children)]
