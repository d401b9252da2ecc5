"""One theme for figures, page and legend: colours for light and dark, line styles, symbols.

Statuses can be distinguished without colour. Any two differ in two or more of these:

    status     fill    pattern      weight  sign
    confirmed  full    solid        3.0     check
    reported   full    solid        1.6     none
    alleged    hollow  dash         1.6     none
    disputed   hollow  dashdot      1.6     cross
    denied     hollow  dot          1.6     x
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
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
"""Configuration of all charts; nothing is ever sent to another host."""


@dataclass(frozen=True)
class Theme:
    """Colours of one scheme, as ``#rrggbb``.

    The tones are a blue to red-orange scale whose colours stay different in the common kinds of
    colour blindness, each with a contrast of at least 3:1 against the paper.

    Attributes:
        paper: background of charts and panels; ``ground`` is that of the page.
        lane: background of lanes.
        text, quiet: text, and text of less weight.
        rule: lines and borders of the page; ``grid`` lines of a chart.
        leader: lines from titles to marks.
        period: bands of periods.
        accent: links and the focus.
        warn_ground, warn_rule: background and border of warnings.
        tones, tints: one colour for each ``Tone``, strong and pale.
        blocs: outlines of blocs, one after the other.
    """

    paper: str
    ground: str
    lane: str
    text: str
    quiet: str
    rule: str
    grid: str
    leader: str
    period: str
    accent: str
    warn_ground: str
    warn_rule: str
    tones: tuple[str, ...]
    tints: tuple[str, ...]
    blocs: tuple[str, ...]


THEMES = MappingProxyType(
    {
        "light": Theme(
            paper="#ffffff",
            ground="#eef1f5",
            lane="#f3f5f8",
            text="#1b2330",
            quiet="#5a6473",
            rule="#d5dae2",
            grid="#e1e5eb",
            leader="#b4bcc8",
            period="#8a6d1d",
            accent="#14579b",
            warn_ground="#fff3df",
            warn_rule="#d08a1d",
            tones=("#a8320f", "#cf6537", "#6f7886", "#4288c7", "#14579b"),
            tints=("#f1d9d1", "#f7e2d8", "#e4e6ea", "#d9e7f4", "#d0ddeb"),
            blocs=("#6b4fa0", "#2a7d5f", "#8a6d1d"),
        ),
        "dark": Theme(
            paper="#14181f",
            ground="#0c0f14",
            lane="#1c222b",
            text="#e8ecf2",
            quiet="#a3adbb",
            rule="#333c49",
            grid="#2c3440",
            leader="#566170",
            period="#d9b65c",
            accent="#8bbdee",
            warn_ground="#33270f",
            warn_rule="#d9a441",
            tones=("#ff6a3d", "#e39a7a", "#9aa4b2", "#9ac9f5", "#3592f0"),
            tints=("#43231c", "#3e302b", "#2f353e", "#2b3947", "#1a3450"),
            blocs=("#b79be6", "#6cc7a3", "#d9b65c"),
        ),
    }
)


@dataclass(frozen=True)
class StatusStyle:
    """The style of a status, which is also written in every tooltip, list and card.

    Attributes:
        dash: stroke pattern of the link and of the outline of marks; a key of ``DASHES``.
        weight: stroke weight in pixels.
        filled: whether the mark of an actor has the tone of the score, not only its tint.
        sign: sign inside the mark: ``check``, ``cross``, ``x`` or an empty text.
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
        "disputed": StatusStyle("dashdot", 1.6, False, "cross"),
        "denied": StatusStyle("dot", 1.6, False, "x"),
    }
)
ROLE_SYMBOLS = ("circle", "circle", "diamond")
"""Symbol of the marks of each ``Role``; the marks of actors are filled, the others hollow."""
CHECK = ((-0.46, 0.02), (-0.13, 0.36), (0.47, -0.34))
"""Corners (x, y) of the check in a mark of radius 1."""
DASHES = MappingProxyType({"solid": (), "dash": (3, 3), "dashdot": (3, 1, 1, 1), "dot": (1, 1)})
"""Lengths of strokes and gaps in Plotly, as multiples of the weight or of 3 pixels if larger."""


def stylesheet() -> str:
    """Return a style sheet with a variable for each colour: ``--tone-0``, ``--warn-rule`` …."""
    dark = ':root[data-mantine-color-scheme="dark"]'
    return f":root{{{_variables(THEMES['light'])}}}{dark}{{{_variables(THEMES['dark'])}}}"


def _variables(theme: Theme) -> str:
    colors: dict[str, str] = {}
    for name, value in asdict(theme).items():
        if isinstance(value, str):
            colors[name.replace("_", "-")] = value
        else:
            colors |= {f"{name[:-1]}-{number}": color for number, color in enumerate(value)}
    return "".join(f"--{name}:{color};" for name, color in colors.items())


def base_layout(theme: Theme, width: float, height: float) -> dict[str, Any]:
    """Return the layout that all figures share, for a size in pixels."""
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
    """Return an axis of pixels without grid, zero line or labels; ``more`` adds properties."""
    return {
        "type": "linear",
        "range": [round(low, 2), round(high, 2)],
        "showgrid": False,
        "zeroline": False,
        "showticklabels": False,
        "fixedrange": True,
        # The layouts place labels so that none overflows; Plotly would measure each again.
        "ticklabeloverflow": "allow",
        **more,
    }
