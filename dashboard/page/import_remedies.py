"""The remedies of messages about a table: in the page they are others than those of the command."""

from __future__ import annotations

_ACTOR = "fill in the cell, or name the actor of such rows above"
_WORD = "its rows are left out until you choose a meaning above"
_IN_THE_PAGE = (
    ("no actor: fill in the cell, or set a constant in the recipe", f"no actor: {_ACTOR}"),
    ("fill in the cell, or set a constant in the recipe", "fill in the cell"),
    ("; or state what it means in [codes] of a recipe (--write-recipe)", ""),
    (
        'add it to [values.type] of a recipe, or write one of the command "types"',
        "choose its meaning above, or correct the cell",
    ),
    (", or add it to [values.status] of a recipe", ", or choose its meaning above"),
    ("its rows are left out; add the value to [values.type] of the recipe", _WORD),
    ("its rows are left out; add the value to [values.status] of the recipe", _WORD),
    ('in the recipe, such as tz = "Asia/Baku" in [constants]', "above, such as Asia/Baku"),
    ('state date_order = "dmy" or "mdy" in the recipe', "choose the order above"),
    ('date_order = "dmy"', "day first"),
    ('date_order = "mdy"', "month first"),
    (': name it as "date" in [columns] of the recipe', ": choose it above"),
    ('; state another as "actors" in [constants] of the recipe', ": name another above"),
    (': add it to "codes" of a recipe', ": correct the cell"),
)
"""Remedies of the command, with those of the page; replaced one after the other."""


def in_the_page(message: str) -> str:
    """Return a message with the remedy in the page instead of the one in a recipe.

    >>> in_the_page("the row has no title: fill in the cell, or set a constant in the recipe")
    'the row has no title: fill in the cell'
    """
    for command, here in _IN_THE_PAGE:
        message = message.replace(command, here)
    return message
