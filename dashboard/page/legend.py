"""The legends; keys have the same styles, symbols and colours as the charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.analysis.tone import TONES, TONES_WITH_BOUNDS, Tone
from dashboard.figures.theme import CHECK, DASHES, ROLE_SYMBOLS, STATUS_STYLES
from dashboard.model.book import STATUSES
from dashboard.model.codes import Role
from dashboard.page.h import Markup, h

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.figures.theme import StatusStyle

_HEIGHT = 16
"""Height of a key in pixels."""
_MIDDLE = _HEIGHT / 2
_RADIUS = 5.5
"""Radius of a mark in pixels."""
_DIAMOND = 1.3
"""Half diagonal of a diamond, as a multiple of the radius."""
_ROLES = {Role.ACTOR: "acts", Role.TARGET: "target", Role.AIMED_AT: "aimed at"}
_STEPS = (4, 8, 10, 6)
"""Heights of the steps in the key of a histogram, each 4 pixels wide."""
_STATUS_RULE = "Unless the file states it, it follows from the last stance of each party"
_TEXT, _PAPER = "var(--text)", "var(--paper)"


def timeline_legend() -> list[Markup]:
    """Return the legend of the timeline."""
    statuses = (
        _item(_status(STATUS_STYLES[status]), status, meaning)
        for status, meaning in STATUSES.items()
    )
    link = h.path(d="M1,4Q12,20 23,4", fill="none", stroke=_TEXT, stroke_width=1.8)
    return [
        _group("Role", *(_item(_role(role), words) for role, words in _ROLES.items())),
        _tones("Score", TONES),
        _group("Status", *statuses, title=_STATUS_RULE),
        _group("Links", _item(_key(24, link), "answer to, sequel to, breach of … an event")),
        _group(
            "Histogram",
            _item(_histogram(Tone.COOPERATION, -1), "cooperation and neutral acts upwards"),
            _item(_histogram(Tone.CONFLICT, 1), "conflict downwards; click a bar to zoom in"),
        ),
        _group(
            "Time",
            _item(_bar("1,4 23,4 23,12 1,12"), "lasts"),
            _item(_bar("0,8 8,4 16,4 24,8 16,12 8,12"), "date not exact"),
        ),
    ]


def network_legend() -> list[Markup]:
    """Return the legend of the network."""
    arrow = h.path(d="M0,7.2H13V3.5L21,8L13,12.5V8.8H0Z", fill=_TEXT)
    outlined = h.path(d="M0,8H13M13,3.5L21,8L13,12.5Z", fill=_PAPER, stroke=_TEXT, stroke_width=1.4)
    joint = h.line(x1=0, y1=8, x2=26, y2=8, stroke=_tone(Tone.NEUTRAL), stroke_width=1.4)
    doubt = h.line(x1=0, y1=8, x2=26, y2=8, stroke=_TEXT, stroke_width=2, stroke_dasharray="6 4")
    return [
        _group(
            "Arrow",
            _item(_key(22, arrow), "acts on"),
            _item(_key(22, outlined), "outlined head: fewer than three events"),
        ),
        _tones("Mean score", TONES_WITH_BOUNDS),
        _group("Width", _item(_stroke(1.5), "few events"), _item(_stroke(6), "many")),
        _group(
            "Line",
            _item(_key(26, joint), "thin, grey: only acting together on others, no tie"),
            _item(_key(26, doubt), "no event behind it is confirmed or reported"),
        ),
    ]


def _tones(name: str, labels: tuple[str, ...]) -> Markup:
    keys = (
        _key(14, h.rect(x=0, y=3, width=14, height=10, rx=2, fill=_tone(tone))) for tone in Tone
    )
    items = zip(keys, labels, TONES_WITH_BOUNDS, strict=True)
    return _group(name, *(_item(key, words, bounds) for key, words, bounds in items))


def _role(role: Role) -> Markup:
    tone = _tone(Tone.STRONG_COOPERATION)
    fill = tone if role == Role.ACTOR else _PAPER
    return _key(14, _symbol(ROLE_SYMBOLS[role], 7, fill=fill, stroke=tone, stroke_width=1.6))


def _symbol(symbol: str, x: float, **paint: object) -> Markup:
    """Return the symbol of a mark around (x, ``_MIDDLE``), as large as Plotly draws it."""
    if symbol == "circle":
        return h.circle(cx=x, cy=_MIDDLE, r=_RADIUS, **paint)
    reach = _RADIUS * _DIAMOND
    corners = ((x + reach, 8), (x, 8 + reach), (x - reach, 8), (x, 8 - reach))
    return h.polygon(points=_points(corners), **paint)


def _status(style: StatusStyle) -> Markup:
    """Return a link with the mark of an actor on it, in the style of a status."""
    tone, x = _tone(Tone.NEUTRAL), 17.0
    dashes = " ".join(f"{length * max(style.weight, 3):g}" for length in DASHES[style.dash])
    paint = {"stroke": tone, "stroke_width": style.weight, "stroke_dasharray": dashes or None}
    fill = tone if style.filled else f"var(--tint-{Tone.NEUTRAL})"
    return _key(
        34,
        h.line(x1=0, y1=_MIDDLE, x2=34, y2=_MIDDLE, **paint),
        _symbol(ROLE_SYMBOLS[Role.ACTOR], x, fill=fill, **paint),
        _sign(style, x, tone),
    )


def _sign(style: StatusStyle, x: float, tone: str) -> Markup | None:
    """Return the sign inside the mark of an actor, if the style has one."""
    if style.sign == "check":
        corners = ((x + _RADIUS * dx, _MIDDLE + _RADIUS * dy) for dx, dy in CHECK)
        points = _points(corners)
        return h.polyline(points=points, fill="none", stroke=_PAPER, stroke_width=1.7)
    if not style.sign:
        return None
    reach = _RADIUS if style.sign == "cross" else _RADIUS * 0.5**0.5
    ends = ((reach, 0), (0, reach)) if style.sign == "cross" else ((reach, reach), (reach, -reach))
    lines = "".join(f"M{x - dx:g},{_MIDDLE - dy:g}L{x + dx:g},{_MIDDLE + dy:g}" for dx, dy in ends)
    return h.path(d=lines, stroke=tone, stroke_width=style.weight)


def _histogram(tone: Tone, direction: int) -> Markup:
    """Return a stepped area, upward for the direction -1 and downward for 1."""
    base = _MIDDLE - 5 * direction
    steps = "".join(f"V{base + direction * height:g}h4" for height in _STEPS)
    return _key(16, h.path(d=f"M0,{base:g}{steps}V{base:g}Z", fill=_tone(tone)))


def _bar(points: str) -> Markup:
    tone = _tone(Tone.STRONG_COOPERATION)
    return _key(24, h.polygon(points=points, fill=tone, fill_opacity=0.5))


def _stroke(width: float) -> Markup:
    return _key(20, h.line(x1=0, y1=8, x2=20, y2=8, stroke=_TEXT, stroke_width=width))


def _tone(tone: Tone) -> str:
    return f"var(--tone-{tone})"


def _points(corners: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in corners)


def _key(width: int, *parts: Markup | None) -> Markup:
    return h.svg(*parts, class_="key", width=width, height=_HEIGHT, aria_hidden="true")


def _group(name: str, *items: Markup, title: str | None = None) -> Markup:
    return h.div(h.span(name, class_="legend-name", title=title), *items, class_="legend-group")


def _item(key: Markup, words: str, title: str | None = None) -> Markup:
    return h.span(key, words, class_="legend-item", title=title)
