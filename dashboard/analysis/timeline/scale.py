"""The scale of time: seconds to pixels and back, linear between knots.

x[3] ┤                          ╱    width
x[2] ┤                   ╱‾‾‾‾‾‾     a stretch is steeper: more pixels for a day
x[1] ┤            ╱‾‾‾‾‾╱
     ┤      ╱‾‾‾‾╱
x[0] ┼─────╱
     seconds[0]  [1]    [2]    [3]   begin and end of the window at the ends

Everything that is placed in time uses the same scale, so that marks, bars, ticks, periods and
histograms agree. Beyond the ends the outer lines go on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from dashboard.query.columns import FloatArray, IntArray
    from dashboard.query.window import Window


@dataclass(frozen=True, eq=False)
class TimeScale:
    """A piecewise linear scale.

    Attributes:
        seconds: (knots) seconds since 1970 in UTC, ascending.
        x: (knots) pixels, ascending from 0 to the width of the plot.
    """

    seconds: FloatArray
    x: FloatArray

    @classmethod
    def even(cls, window: Window, width: float) -> TimeScale:
        """Return the scale that gives each second the same width.

        >>> from dashboard.query.window import Window
        >>> TimeScale.even(Window(0, 1000), 500.0).to_x(np.array([0, 500])).tolist()
        [0.0, 250.0]
        """
        return cls(np.array([window.lower, window.upper], dtype=float), np.array([0.0, width]))

    @property
    def width(self) -> float:
        """Width of the plot in pixels."""
        return float(self.x[-1])

    @property
    def knots(self) -> tuple[tuple[float, float], ...]:
        """Pairs of second and pixel."""
        return tuple(zip(self.seconds.tolist(), self.x.tolist(), strict=True))

    def to_x(self, seconds: IntArray | FloatArray) -> FloatArray:
        """Return the pixel of each second."""
        return _along(self.seconds, self.x, seconds)

    def to_seconds(self, x: FloatArray) -> FloatArray:
        """Return the second of each pixel.

        >>> scale = TimeScale(np.array([0.0, 10.0, 20.0]), np.array([0.0, 90.0, 100.0]))
        >>> scale.to_seconds(scale.to_x(np.array([5, 15]))).tolist()
        [5.0, 15.0]
        """
        return _along(self.x, self.seconds, x)


def _along(known: FloatArray, wanted: FloatArray, at: IntArray | FloatArray) -> FloatArray:
    """Return the values on the lines through knots."""
    at = np.asarray(at, dtype=float)
    line = np.searchsorted(known[1:-1], at, side="right")
    slope = (wanted[1:] - wanted[:-1]) / (known[1:] - known[:-1])
    values: FloatArray = wanted[line] + (at - known[line]) * slope[line]
    return values
