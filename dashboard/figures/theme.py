"""One theme for charts and page: the colours of the light and the dark scheme."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from types import MappingProxyType

FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif'


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
        period, period_text: bands of periods and of stretches, and text about them.
        accent: links and the focus.
        chosen: ground of the open event, its row, and its dyads.
        warn_ground, warn_rule: background and border of warnings.
        tones, tints: one colour for each ``Tone``, strong and pale.
        inks: text on each of the tones.
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
    period_text: str
    accent: str
    chosen: str
    warn_ground: str
    warn_rule: str
    tones: tuple[str, ...]
    tints: tuple[str, ...]
    inks: tuple[str, ...]
    blocs: tuple[str, ...]


THEMES = MappingProxyType(
    {
        "light": Theme(
            paper="#ffffff",
            ground="#eef1f5",
            lane="#f3f5f8",
            text="#1b2330",
            quiet="#555f6e",
            rule="#d5dae2",
            grid="#e1e5eb",
            leader="#727c8b",
            period="#8a6d1d",
            period_text="#6e5613",
            accent="#14579b",
            chosen="#fff3c4",
            warn_ground="#fff3df",
            warn_rule="#a9690a",
            tones=("#a02d0b", "#ca5f30", "#6f7886", "#3d82c0", "#14579b"),
            tints=("#f1d9d1", "#f7e2d8", "#e4e6ea", "#d9e7f4", "#d0ddeb"),
            inks=("#ffffff", "#000000", "#000000", "#000000", "#ffffff"),
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
            leader="#8592a3",
            period="#d9b65c",
            period_text="#e3c777",
            accent="#8bbdee",
            chosen="#443a12",
            warn_ground="#33270f",
            warn_rule="#d9a441",
            tones=("#ff6a3d", "#e39a7a", "#9aa4b2", "#9ac9f5", "#3592f0"),
            tints=("#43231c", "#3e302b", "#2f353e", "#2b3947", "#1a3450"),
            inks=("#000000", "#000000", "#000000", "#000000", "#000000"),
            blocs=("#b79be6", "#6cc7a3", "#d9b65c"),
        ),
    }
)


def stylesheet() -> str:
    """Return a style sheet with a variable for each colour: ``--tone-0``, ``--warn-rule`` ….

    Paper has the light colours, whatever the screen has.
    """
    light, dark = (_variables(THEMES[name]) for name in ("light", "dark"))
    on_screen = f'@media not print{{:root[data-mantine-color-scheme="dark"]{{{dark}}}}}'
    return f":root{{{light}}}{on_screen}"


def variables_of(theme: Theme) -> dict[str, str]:
    """Return the colours of a theme by the names of their variables.

    >>> variables_of(THEMES["light"])["tone-0"]
    '#a02d0b'
    """
    colors: dict[str, str] = {}
    for name, value in asdict(theme).items():
        if isinstance(value, str):
            colors[name.replace("_", "-")] = value
        else:
            colors |= {f"{name[:-1]}-{number}": color for number, color in enumerate(value)}
    return colors


def _variables(theme: Theme) -> str:
    return "".join(f"--{name}:{color};" for name, color in variables_of(theme).items())
