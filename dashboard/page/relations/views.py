"""The views of the relations and of their changes, each drawn by the module of its name.

The network is a figure of its own size; all other views are markup as high as needed.
"""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from dashboard.analysis.relations.views import COMPUTE
from dashboard.figures.relations import draw_network

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dashboard.analysis.relations.question import Question
    from dashboard.markup import Markup
    from dashboard.page.viewport import Viewport

DRAW: Mapping[str, Callable[[Any, Viewport], list[Markup]]] = MappingProxyType(
    {name: import_module(f"{__package__}.{name}").draw for name in COMPUTE if name != "network"}
)
"""The function that draws the specification of each view that is markup."""


class DrawnView(NamedTuple):
    """A view as the page shows it.

    Attributes:
        figure: the network as a drawing; empty for other views.
        panel: all other views as markup.
        note: sentences below the figure; an empty text for other views.
        finding: what the view shows, in words.
    """

    figure: list[Markup]
    panel: list[Markup]
    note: str
    finding: str


def draw_view(name: str, question: Question, viewport: Viewport) -> DrawnView:
    """Draw one view, by its name in ``RELATIONS``."""
    view = COMPUTE[name](question)
    if name in DRAW:
        return DrawnView([], DRAW[name](view, viewport), "", view.finding)
    finding = f"{view.finding} {view.camps}".strip() if view.edge_words else view.finding
    return DrawnView([draw_network(view)], [], view.note, finding)


def draw_change(question: Question, viewport: Viewport) -> list[Markup]:
    """Draw before and after, or the aligned events, as the selection asks."""
    name = question.selection.change
    return DRAW[name](COMPUTE[name](question), viewport)
