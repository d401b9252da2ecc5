"""The look of a chart that is taken away, read from the parameters of a request or of a command."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.figures.theme import THEMES
from dashboard.query.filter import SelectionError, Unknown
from dashboard.words.language import gettext_noop
from dashboard.words.suggestions import suggestion

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

CHARTS = {
    "timeline": gettext_noop("Timeline"),
    "network": gettext_noop("Network"),
    "matrix": gettext_noop("Matrix"),
    "over_time": gettext_noop("Over time"),
    "before_after": gettext_noop("Before and after"),
    "aligned": gettext_noop("Aligned on an event"),
}
"""The charts that can be taken away, with their labels in English."""
_SIZES = {
    "width": (240.0, 6000.0, 1100.0),
    "height": (0.0, 4000.0, 0.0),
    "font": (0.6, 2.0, 1.0),
}
"""Least, largest and usual value of each number."""


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a chart.

    Attributes:
        chart: a key of ``CHARTS``.
        width: width in pixels.
        height: height of the network or the timeline in pixels; 0 is as high as needed.
        font: width of the font, relative to the widths of ``text_width``.
        scheme: ``light`` or ``dark``.

    >>> Look.read({"chart": "network", "width": "900"})
    Look(chart='network', width=900.0, height=0.0, font=1.0, scheme='light')
    """

    chart: str = "timeline"
    width: float = 1100.0
    height: float = 0.0
    font: float = 1.0
    scheme: str = "light"

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Look:
        """Read the parameters; those that are missing have their defaults.

        Raises:
            SelectionError: a parameter is not valid.
        """
        width, height, font = (
            read_size(name, query.get(name), bounds) for name, bounds in _SIZES.items()
        )
        chart = _one_of("chart", query.get("chart", "timeline"), CHARTS)
        return cls(
            chart, width, height, font, _one_of("scheme", query.get("scheme", "light"), THEMES)
        )


LOOK_NAMES = frozenset({"chart", "scheme", *_SIZES})
"""Names of the parameters of a look."""


def read_size(name: str, text: str | None, sizes: tuple[float, float, float]) -> float:
    """Return a number of pixels.

    Args:
        name: name of the parameter.
        text: its value, if there is one.
        sizes: least, largest and usual value.

    Raises:
        SelectionError: the size is not a number, or too small or too large.
    """
    least, most, usual = sizes
    if text is None:
        return usual
    try:
        size = float(text)
    except ValueError:
        size = float("nan")
    if not least <= size <= most:
        unit = "" if name == "font" else " of pixels"
        reason = f"write a number{unit} from {least:g} to {most:g}"
        raise SelectionError((Unknown(name, text, reason),))
    return size


def _one_of(name: str, word: str, known: Collection[str]) -> str:
    if word not in known:
        reason = f'"{word}" is not known{suggestion(word, known)}'
        raise SelectionError((Unknown(name, word, reason),))
    return word
