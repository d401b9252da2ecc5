"""Colours as people see them: contrast, difference, and the common kinds of colour blindness."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]

VISIONS = {
    "usual": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
"""What is seen of linear RGB (Machado, Oliveira and Fernandes 2009, severity 1)."""
_TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
_WHITE = np.array([0.95047, 1.0, 1.08883])


def linear(color: str) -> Vector:
    """Linear RGB in [0, 1] of `#rrggbb`."""
    channels = np.array([int(color[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted(
        (float(linear(color) @ [0.2126, 0.7152, 0.0722]) for color in (one, other)), reverse=True
    )
    return (light + 0.05) / (dark + 0.05)


def mixed(color: str, ground: str, opacity: float) -> str:
    """The colour that is seen of a translucent colour on a ground."""
    channels = ([int(each[at : at + 2], 16) for at in (1, 3, 5)] for each in (color, ground))
    parts = (
        round(one * opacity + other * (1 - opacity)) for one, other in zip(*channels, strict=True)
    )
    return "#" + "".join(f"{part:02x}" for part in parts)


def difference(one: str, other: str, vision: str = "usual") -> float:
    """Distance of two colours in CIELAB (CIE 1976); about 2 can just be told apart side by side."""
    seen = (_lab(np.clip(VISIONS[vision] @ linear(color), 0, 1)) for color in (one, other))
    return float(np.linalg.norm(np.subtract(*seen)))


def _lab(rgb: Vector) -> Vector:
    part = _TO_XYZ @ rgb / _WHITE
    x, y, z = np.where(part > 216 / 24389, np.cbrt(part), (24389 / 27 * part + 16) / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])
