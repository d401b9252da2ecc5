"""The views of the relations; each row of ``RELATIONS`` is drawn by the module of its name.

The network is a figure; all other views are markup.
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
    from dashboard.page.h import Markup
    from dashboard.page.viewport import Viewport

DRAW: Mapping[str, Callable[[Any, Viewport], list[Markup]]] = MappingProxyType(
    {name: import_module(f"{__package__}.{name}").draw for name in COMPUTE if name != "network"}
)
"""The function that draws the specification of each view that is markup."""


class DrawnView(NamedTuple):
    """A view as the page shows it.

    Attributes:
        figure: the network as a Plotly figure; ``None`` for other views.
        panel: all other views as markup.
        note: sentences below the figure; an empty text for other views.
    """

    figure: dict[str, Any] | None
    panel: list[Markup]
    note: str


def draw_view(question: Question, viewport: Viewport) -> DrawnView:
    """Draw the view that the selection asks for."""
    name = question.selection.relations
    view = COMPUTE[name](question)
    if name in DRAW:
        return DrawnView(None, DRAW[name](view, viewport), "")
    return DrawnView(draw_network(view, viewport.scheme), [], view.note)
