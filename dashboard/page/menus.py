"""Menus: a button that shows what was chosen, and unfolds the controls of the choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dash import html

from dashboard.page.attributes import aria, data

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dash.development.base_component import Component


def menu(
    label: str,
    body: Sequence[Component],
    *,
    shows: str = "",
    shown: str = "",
    name: str = "",
    **attributes: Any,
) -> Component:
    """Return a menu; ``assets/modules/menus.mjs`` closes it and moves the focus.

    >>> menu("Types", [], shows="type-filter").children[0].children[1].id
    'type-filter-choice'

    Args:
        label: words of the button; empty if those of the choice are all.
        body: controls that the button unfolds.
        shows: id of the control whose choice the button shows: the server draws its words into the
            element of this id with ``-choice``.
        shown: words of the choice until then.
        name: name for screen readers, if the label is a character.
        attributes: of the element, such as ``className``.
    """
    words: list[Component | str] = [label] if label else []
    if shows:
        words.append(html.Span(shown, id=f"{shows}-choice", className="choice"))
    if name:
        words = [
            html.Span(label, **aria(hidden="true")),
            html.Span(name, className="only-heard"),
        ]
    names = f"menu {attributes.pop('className', '')}".strip()
    summary = html.Summary(words, className="button", **(data(tip=name) if name else {}))
    component: Component = html.Details(
        [summary, html.Div(list(body), className="menu-body")], className=names, **attributes
    )
    return component
