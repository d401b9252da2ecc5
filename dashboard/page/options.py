"""Menus as markup: the value of each option is the query of a selection, which the page follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.markup import h

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dashboard.analysis.link import Link
    from dashboard.markup import Markup


def draw_menu(groups: Mapping[str, Iterable[Link]], **attributes: object) -> Markup:
    """Return a menu of links; those of a group without a name are not grouped.

    >>> from dashboard.analysis.link import Link
    >>> draw_menu({"": [Link("Choose …", "", chosen=True)]})[2]
    [['option', {'value': '', 'selected': ''}, ['Choose …']]]

    Args:
        groups: links by the name of their group.
        attributes: more attributes of the menu.
    """
    options = (
        h.optgroup(map(_option, links), label=group) if group else map(_option, links)
        for group, links in groups.items()
    )
    return h.select(options, data_follow=True, **attributes)


def _option(choice: Link) -> Markup:
    return h.option(choice.words, value=choice.query, selected=choice.chosen)
