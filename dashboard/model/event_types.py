"""Event types: CAMEO code, quad class, score and symmetry of each, shipped or of one file.

Scores of the shipped types are those of CAMEO as GDELT publishes them, after the scale that
Goldstein (1992) made for WEIS. ICEWS publishes another value for ``deny``: -5.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from dashboard.model.labels import NO_QUAD_CLASS, PUBLIC_STATEMENT, QUAD_CLASS_LABELS, Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DEFAULT_TYPE = "statement"
_STATEMENTS = "01"
"""Root of CAMEO whose acts are public statements, friendly or not."""
_LAST_ROOTS = {1: "05", 2: "08", 3: "13", 4: "20"}
"""Last CAMEO root of each quad class."""


@dataclass(frozen=True, slots=True)
class EventType:
    """One type of event.

    Attributes:
        id: the word in events files and URLs.
        label: the words that people read.
        score: score of its events, -10 to +10.
        quad_class: 1 to 4, see ``QUAD_CLASS_LABELS``; 0 for an act that CAMEO does not have.
        cameo_code: CAMEO code as text (leading zeros count), empty where CAMEO has none.
        symmetric: whether all who act are on the same footing.
        includes: what the type includes, for those who choose one.
        other_words: words for which the type is suggested.
        note: what a user of the type needs to know, such as why there is no code.
    """

    id: str
    label: str
    score: float
    quad_class: int = 0
    cameo_code: str = ""
    symmetric: bool = False
    includes: str = ""
    other_words: tuple[str, ...] = ()
    note: str = ""

    @property
    def group(self) -> Label:
        """Words for the quad class; acts of root 01 are public statements, whatever their score.

        >>> event_types()["deny"].group.inline, event_types()["election"].group.inline
        ('public statement', 'no quad class')
        """
        if self.cameo_code.startswith(_STATEMENTS):
            return PUBLIC_STATEMENT
        return QUAD_CLASS_LABELS.get(self.quad_class, NO_QUAD_CLASS)

    @property
    def full_label(self) -> str:
        """The label with what the type includes.

        >>> event_types()["condemn"].full_label
        'Condemn: criticise, complain officially, summon an ambassador'
        """
        return f"{self.label}: {self.includes}" if self.includes else self.label

    @property
    def code_in_words(self) -> str:
        """The code with its system: ``CAMEO 016``, or ``no CAMEO code``."""
        return f"CAMEO {self.cameo_code}" if self.cameo_code else "no CAMEO code"


def quad_class_of(cameo_code: str) -> int:
    """Return the quad class of a CAMEO code by its root (01-05, 06-08, 09-13, 14-20); 0 for none.

    >>> quad_class_of("0841"), quad_class_of("138"), quad_class_of("")
    (2, 3, 0)
    """
    if not cameo_code:
        return 0
    return next(quad for quad, last in _LAST_ROOTS.items() if cameo_code[:2] <= last)


def grouped_types(types: Iterable[EventType]) -> Mapping[str, list[EventType]]:
    """Return types under the label of their group, as headings of a choice.

    >>> list(grouped_types(event_types().values()))[:2]
    ['Public statement', 'Verbal cooperation']
    """
    labels = (PUBLIC_STATEMENT, *QUAD_CLASS_LABELS.values(), NO_QUAD_CLASS)
    found: dict[str, list[EventType]] = {label.alone: [] for label in labels}
    for kind in types:
        found[kind.group.alone].append(kind)
    return found


@cache
def event_types() -> Mapping[str, EventType]:
    """Return the shipped types by id, in the order of their CAMEO codes; those without come last.

    A file may add types of its own: what is about one file uses ``Book.types`` or ``Tables.types``.

    >>> event_types()["condemn"].score
    -2.0
    """
    text = files("dashboard.data").joinpath("event_types.csv").read_text(encoding="utf-8")
    return MappingProxyType(
        {
            row["id"]: EventType(
                id=row["id"],
                label=row["label"],
                score=float(row["goldstein"]),
                quad_class=int(row["quad_class"]),
                cameo_code=row["cameo_code"],
                symmetric=row["symmetric"] == "yes",
                includes=row["includes"],
                other_words=tuple(filter(None, row["other_words"].split("; "))),
                note=row["note"],
            )
            for row in csv.DictReader(text.splitlines())
        }
    )


JOINT_SCORE = event_types()["consult"].score
"""Usual score of ``joint`` relations: acting together implies at least a consultation."""
SIGNAL_SCORE = event_types()["force_posture"].score
"""Usual score of ``signal`` relations: an act aimed at a third party shows force to it."""
