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
from dashboard.words.language import gettext, pgettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DEFAULT_TYPE = "statement"
_STATEMENTS = "01"
"""Root of CAMEO whose acts are public statements, friendly or not."""
LABEL, INCLUDES, NOTE = "type of event", "what a type of event includes", "note on a type of event"
"""Meanings of the words of a shipped type, for translators."""
_LAST_ROOTS = {1: "05", 2: "08", 3: "13", 4: "20"}
"""Last CAMEO root of each quad class."""


@dataclass(frozen=True, slots=True)
class EventType:
    """One type of event.

    Attributes:
        id: the word in events files and URLs.
        written_label: the words that people read, in English or as the file has them; ``label`` has
            those of a shipped type in the language of the reader.
        score: score of its events, -10 to +10.
        quad_class: 1 to 4, see ``QUAD_CLASS_LABELS``; 0 for an act that CAMEO does not have.
        cameo_code: CAMEO code as text (leading zeros count), empty where CAMEO has none.
        symmetric: whether all who act are on the same footing.
        written_includes: what the type includes, for those who choose one; see ``includes``.
        other_words: words for which the type is suggested.
        written_note: what a user of the type needs to know, such as why there is no code; see
            ``note``.
        is_shipped: whether the type is not one of a file.
    """

    id: str
    written_label: str
    score: float
    quad_class: int = 0
    cameo_code: str = ""
    symmetric: bool = False
    written_includes: str = ""
    other_words: tuple[str, ...] = ()
    written_note: str = ""
    is_shipped: bool = False

    @property
    def label(self) -> str:
        """The words that people read."""
        return self._translated(LABEL, self.written_label)

    @property
    def includes(self) -> str:
        """The acts that the type includes, in words."""
        return self._translated(INCLUDES, self.written_includes)

    @property
    def note(self) -> str:
        """Remarks for a user of the type, in words."""
        return self._translated(NOTE, self.written_note)

    def _translated(self, context: str, words: str) -> str:
        return pgettext(context, words) if self.is_shipped and words else words

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
        if not self.includes:
            return self.label
        return pgettext(
            "a type of event and what it includes",
            "{label}: {includes}",
            label=self.label,
            includes=self.includes,
        )

    @property
    def code_in_words(self) -> str:
        """The code with its system: ``CAMEO 016``, or ``no CAMEO code``."""
        if not self.cameo_code:
            return gettext("no CAMEO code")
        return gettext("CAMEO {code}", code=self.cameo_code)


def quad_class_of(cameo_code: str) -> int:
    """Return the quad class of a CAMEO code by its root (01-05, 06-08, 09-13, 14-20); 0 for none.

    >>> quad_class_of("0841"), quad_class_of("138"), quad_class_of("")
    (2, 3, 0)
    """
    if not cameo_code:
        return 0
    return next(quad for quad, last in _LAST_ROOTS.items() if cameo_code[:2] <= last)


def grouped_types(types: Iterable[EventType]) -> Mapping[str, list[EventType]]:
    """Return types under the label of their group, in words, as headings of a choice.

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
                written_label=row["label"],
                score=float(row["goldstein"]),
                quad_class=int(row["quad_class"]),
                cameo_code=row["cameo_code"],
                symmetric=row["symmetric"] == "yes",
                written_includes=row["includes"],
                other_words=tuple(filter(None, row["other_words"].split("; "))),
                written_note=row["note"],
                is_shipped=True,
            )
            for row in csv.DictReader(text.splitlines())
        }
    )


JOINT_SCORE = event_types()["consult"].score
"""Usual score of ``joint`` relations: acting together implies at least a consultation."""
SIGNAL_SCORE = event_types()["force_posture"].score
"""Usual score of ``signal`` relations: an act aimed at a third party shows force to it."""
