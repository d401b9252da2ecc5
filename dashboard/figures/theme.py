"""One theme for all figures: colours for light and dark, line styles and marker symbols.

Statuses must be told apart without colour. Any two differ in two of these or more:

    status     fill    pattern      weight  sign
    confirmed  full    solid        3.0     check
    reported   full    solid        1.6     none
    alleged    hollow  dash         1.6     none
    disputed   hollow  longdashdot  1.6     cross
    denied     hollow  dot          1.6     x
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif'

CHART_CONFIG = MappingProxyType(
    {
        "displayModeBar": False,
        "displaylogo": False,
        "doubleClick": False,
        "plotlyServerURL": "",
        "responsive": False,
        "scrollZoom": False,
        "showSendToCloud": False,
        "showTips": False,
    }
)
"""The one chart configuration: nothing is ever sent to another host."""


@dataclass(frozen=True)
class Theme:
    """Colours of one scheme; ``tones`` has one for each of ``analysis.tone.TONES``.

    The tones are a blue to red-orange scale that stays apart in the common kinds of colour
    blindness, each with a contrast of at least 3:1 against the paper.
    """

    paper: str
    lane: str
    text: str
    quiet: str
    rule: str
    leader: str
    period: str
    tones: tuple[str, ...]
    tints: tuple[str, ...]
    blocs: tuple[str, ...]


THEMES = MappingProxyType(
    {
        "light": Theme(
            paper="#ffffff",
            lane="#f3f5f8",
            text="#1b2330",
            quiet="#5a6473",
            rule="#e1e5eb",
            leader="#b4bcc8",
            period="#8a6d1d",
            tones=("#a8320f", "#cf6537", "#6f7886", "#4288c7", "#14579b"),
            tints=("#f1d9d1", "#f7e2d8", "#e4e6ea", "#d9e7f4", "#d0ddeb"),
            blocs=("#6b4fa0", "#2a7d5f", "#8a6d1d"),
        ),
        "dark": Theme(
            paper="#14181f",
            lane="#1c222b",
            text="#e8ecf2",
            quiet="#a3adbb",
            rule="#2c3440",
            leader="#566170",
            period="#d9b65c",
            tones=("#ff6a3d", "#e39a7a", "#9aa4b2", "#9ac9f5", "#3592f0"),
            tints=("#43231c", "#3e302b", "#2f353e", "#2b3947", "#1a3450"),
            blocs=("#b79be6", "#6cc7a3", "#d9b65c"),
        ),
    }
)


@dataclass(frozen=True)
class StatusStyle:
    """How a status is drawn, beside its word in every tooltip, list and card.

    Any two statuses differ in two of these or more.

    Attributes:
        dash: stroke pattern of the link and of the marks' outline.
        weight: stroke weight in pixels.
        filled: whether an actor's mark is filled with the full tone.
        sign: what stands inside the mark: nothing, ``check``, ``cross`` or ``x``.
    """

    dash: str
    weight: float
    filled: bool
    sign: str


STATUS_STYLES = MappingProxyType(
    {
        "confirmed": StatusStyle("solid", 3.0, True, "check"),
        "reported": StatusStyle("solid", 1.6, True, ""),
        "alleged": StatusStyle("dash", 1.6, False, ""),
        "disputed": StatusStyle("longdashdot", 1.6, False, "cross"),
        "denied": StatusStyle("dot", 1.6, False, "x"),
    }
)
ROLE_SYMBOLS = ("circle", "circle", "diamond")


def base_layout(theme: Theme, width: float, height: float) -> dict[str, Any]:
    """Return the layout that all figures share: a plane of pixels, y downwards."""
    return {
        "width": round(width),
        "height": round(height),
        "autosize": False,
        "paper_bgcolor": theme.paper,
        "plot_bgcolor": theme.paper,
        "font": {"family": FONT, "size": 13, "color": theme.text},
        "showlegend": False,
        "hovermode": "closest",
        "hoverdistance": 16,
        "hoverlabel": {
            "align": "left",
            "bgcolor": theme.paper,
            "bordercolor": theme.quiet,
            "font": {"family": FONT, "size": 13, "color": theme.text},
        },
        "template": {},
    }


def plane_axis(low: float, high: float, **more: Any) -> dict[str, Any]:
    """Return an axis of pixels without any decoration of its own."""
    return {
        "type": "linear",
        "range": [round(low, 2), round(high, 2)],
        "showgrid": False,
        "zeroline": False,
        "showticklabels": False,
        "fixedrange": True,
        # The layouts see to it that no label overflows; Plotly would measure each again.
        "ticklabeloverflow": "allow",
        **more,
    }
