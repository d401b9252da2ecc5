"""Labels of nodes: each beside its node, where it covers no other label or node."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.query.tables import FloatArray

HEIGHT = 18.0
"""Height of a label in pixels."""
_SIDES = (
    ("bottom center", 0.0, 1.0),
    ("top center", 0.0, -1.0),
    ("middle right", 1.0, 0.0),
    ("middle left", -1.0, 0.0),
    ("bottom right", 0.85, 0.85),
    ("bottom left", -0.85, 0.85),
    ("top right", 0.85, -0.85),
    ("top left", -0.85, -0.85),
)


class LabelBox(NamedTuple):
    """A label: its text, centre, and box; an empty text where no place was free."""

    text: str
    x: float
    y: float
    left: float
    top: float
    right: float
    bottom: float


def place_labels(
    x: FloatArray,
    y: FloatArray,
    radius: FloatArray,
    widths: FloatArray,
    names: Sequence[str],
    width: float,
    height: float,
) -> tuple[LabelBox, ...]:
    """Place one label for each node.

    The nodes are served from the largest to the smallest; each takes the first of eight places
    around it that covers nothing, or else the one that covers least.
    """
    discs = [
        (float(cx - r), float(cy - r), float(cx + r), float(cy + r))
        for cx, cy, r in zip(x, y, radius, strict=True)
    ]
    placed: dict[int, LabelBox] = {}
    order = sorted(range(len(names)), key=lambda node: (-float(radius[node]), node))
    for node in order:
        taken = [box[3:] for box in placed.values()] + discs
        choices = [
            _box(
                names[node],
                float(x[node]),
                float(y[node]),
                float(radius[node]),
                float(widths[node]),
                side,
            )
            for side in range(len(_SIDES))
        ]
        costs = [
            sum(_overlap(box[3:], other) for other in taken) + _outside(box, width, height)
            for box in choices
        ]
        placed[node] = choices[costs.index(min(costs))]
    return tuple(placed[node] for node in range(len(names)))


def _box(name: str, x: float, y: float, radius: float, width: float, side: int) -> LabelBox:
    _, right, down = _SIDES[side]
    center_x = x + right * (radius + 4 + width / 2)
    center_y = y + down * (radius + 2 + HEIGHT / 2)
    half, tall = width / 2 + 1, HEIGHT / 2
    return LabelBox(
        name, center_x, center_y, center_x - half, center_y - tall, center_x + half, center_y + tall
    )


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across * down if across > 0 and down > 0 else 0.0


def _outside(box: LabelBox, width: float, height: float) -> float:
    beyond = max(0.0, -box.left, box.right - width) + max(0.0, -box.top, box.bottom - height)
    return beyond * 1_000
