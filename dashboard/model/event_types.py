"""The 31 event types: CAMEO code, quad class, Goldstein score and symmetry of each."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from dashboard.model.labels import QUAD_CLASS_LABELS

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_TYPE = "statement"
JOINT_TYPE = "consult"
"""Type whose score ``joint`` relations have: acting together implies at least a consultation."""
SIGNAL_TYPE = "force_posture"
"""Type whose score ``signal`` relations have: an act aimed at a third party shows force to it."""


@dataclass(frozen=True, slots=True)
class EventType:
    """One type of event.

    Attributes:
        id: the word in events files and URLs.
        label: the words that people read.
        cameo_code: CAMEO code as text (leading zeros count).
        quad_class: 1 to 4, see ``QUAD_CLASS_LABELS`` (roots 01-05, 06-08, 09-13, 14-20).
        score: Goldstein score, -10 to +10 (Goldstein 1992, as extended by Taylor et al. 1999).
        plover: PLOVER type, empty where none corresponds.
        symmetric: whether all who act are on the same footing.
    """

    id: str
    label: str
    cameo_code: str
    quad_class: int
    score: float
    plover: str
    symmetric: bool


def types_by_quad_class() -> Mapping[str, list[EventType]]:
    """Return the types grouped under the label of their quad class, as headings of a choice.

    >>> list(types_by_quad_class())[0]
    'Verbal cooperation'
    """
    found: dict[str, list[EventType]] = {label.alone: [] for label in QUAD_CLASS_LABELS.values()}
    for kind in event_types().values():
        found[QUAD_CLASS_LABELS[kind.quad_class].alone].append(kind)
    return found


@cache
def event_types() -> Mapping[str, EventType]:
    """Return all event types by id, in the order of their CAMEO codes.

    >>> event_types()["condemn"].score
    -2.0
    """
    text = files("dashboard.data").joinpath("event_types.csv").read_text(encoding="utf-8")
    return MappingProxyType(
        {
            row["id"]: EventType(
                id=row["id"],
                label=row["label"],
                cameo_code=row["cameo_code"],
                quad_class=int(row["quad_class"]),
                score=float(row["goldstein"]),
                plover=row["plover"],
                symmetric=row["symmetric"] == "yes",
            )
            for row in csv.DictReader(text.splitlines())
        }
    )
