"""Measures as a specification: tables of actors, dyads and triads, for the page and for files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Protocol

from dashboard.analysis.relations.dyads import FEW
from dashboard.analysis.relations.finding import find_dyads
from dashboard.analysis.relations.measuring import measure_dyads
from dashboard.analysis.relations.tables import tabulate_actors, tabulate_dyads, tabulate_triads
from dashboard.analysis.relations.words import NO_RELATIONS
from dashboard.model.event_types import JOINT_SCORE, SIGNAL_SCORE
from dashboard.words.numbers import signed

if TYPE_CHECKING:
    from dashboard.analysis.relations.measuring import DyadMeasures
    from dashboard.analysis.relations.question import Question
    from dashboard.analysis.table import Table


class Tabulate(Protocol):
    """A function that tabulates measures."""

    def __call__(
        self, question: Question, measures: DyadMeasures, most: int | None, *, linked: bool
    ) -> tuple[Table, ...]:
        """Return tables of at most ``most`` rows; a file contains only the last one.

        Args:
            question: the events in view.
            measures: the measures of their dyads.
            most: largest number of rows; ``None`` for all.
            linked: whether the tables are for the page, with its words and links.
        """


class MeasureTable(NamedTuple):
    """One row of ``TABLES``.

    Attributes:
        title: heading on the page.
        tabulate: the function that computes the table.
        shown, saved: largest number of rows on the page and in a file; ``None`` for no limit.
    """

    title: str
    tabulate: Tabulate
    shown: int
    saved: int | None = None


TABLES = MappingProxyType(
    {
        "actors": MeasureTable("Actors", tabulate_actors, shown=100),
        "dyads": MeasureTable("Dyads", tabulate_dyads, shown=100),
        "triads": MeasureTable("Triads", tabulate_triads, shown=20, saved=100_000),
    }
)
"""The tables by the name of their file."""
_DEFINITIONS = (
    (
        "Events out, in",
        "events in which the actor acts on somebody, and in which somebody acts on it. In an event "
        "without targets all participants act on each other.",
    ),
    (
        "Score",
        "from −10 to +10. Types have the scores of CAMEO as GDELT publishes them, after the scale "
        "that Goldstein (1992) made for WEIS; an event may have a score of its own. Up to −5 is "
        "strong conflict, up to −1 conflict, from +1 cooperation, from +5 strong cooperation.",
    ),
    (
        "What an event counts",
        "each actor acts on each target with the score of the event. Without targets the actors "
        "act on each other with it, both ways. With targets the actors also act together: "
        f"{signed(JOINT_SCORE)} on each other, both ways. Toward those whom the act is aimed at it "
        f"counts {signed(SIGNAL_SCORE)}, as a show of force. The event may set both "
        "(joint_score, signal_score), and its card lists every dyad with its score.",
    ),
    (
        "Mean",
        "the mean score of these acts; an event in which one acts on two others holds two acts, "
        "and more cooperation can lower a mean. A sum would measure how much is reported.",
    ),
    ("Most against it", "the actor with the most acts of a score of −1 or less on it."),
    (
        "Reciprocity",
        "the evenness of the counts: 2 · min(n, n back) / (n + n back), 1 where both act equally "
        "often, whatever their scores (after Squartini and others 2013, who measure whole "
        "networks). Acts together count both ways, so allies are near 1.",
    ),
    (
        "Triads",
        "a tie is positive from a mean of +1 up and negative from −1 down, both directions "
        "together. Two who only acted together on others have no tie. A triad is balanced if the "
        "product of its three signs is positive (Heider 1946; Cartwright and Harary 1956); whether "
        "states tend to balance is disputed (Doreian and Mrvar 2015), so this describes and does "
        "not predict.",
    ),
    (
        "Few, outlined",
        f"fewer than {FEW} events: too few to conclude from their mean or from their sign.",
    ),
)


class Section(NamedTuple):
    """The tables under one heading.

    Attributes:
        title: the heading.
        name: key of ``TABLES``.
        query: query of the file: the selection with any dyad and no event open.
        tables: the tables; if there are several, the last one is shown on demand.
    """

    title: str
    name: str
    query: str
    tables: tuple[Table, ...]


@dataclass(frozen=True)
class Measures:
    """Everything that is drawn.

    Attributes:
        sections: one for each row of ``TABLES``; none if there are no relations in view.
        definitions: terms and what they mean.
        note: sentence in place of the sections if there are none, or an empty text.
        finding: what the measures show, in words.
    """

    sections: tuple[Section, ...]
    definitions: tuple[tuple[str, str], ...]
    note: str
    finding: str


def compute(question: Question) -> Measures:
    """Compute the tables of the events in view, whatever dyad is chosen."""
    dyads = measure_dyads(question.level, question.scope.related)
    if not len(dyads.dyads.n):
        return Measures((), (), NO_RELATIONS, NO_RELATIONS)
    query = question.query(dyads=(), event="")
    sections = []
    for name, row in TABLES.items():
        tables = row.tabulate(question, dyads, row.shown, linked=True)
        noted = (replace(table, note=_note(table, row.saved)) for table in tables if table.total)
        sections.append(Section(row.title, name, query, tuple(noted)))
    return Measures(
        tuple(sections), _DEFINITIONS, "", find_dyads(question.level.names, dyads.dyads)
    )


def tabulate_measures(question: Question, name: str) -> Table:
    """Return a table for a file: complete, with no links.

    Args:
        question: the events in view.
        name: key of ``TABLES``.
    """
    row = TABLES[name]
    dyads = measure_dyads(question.level, question.scope.related)
    return row.tabulate(question, dyads, row.saved, linked=False)[-1]


def _note(table: Table, saved: int | None) -> str:
    if table.rows == table.total:
        return ""
    in_file = "all" if saved is None or table.total <= saved else f"the first {saved:,}"
    return f"The first {table.rows:,} of {table.total:,}; the CSV has {in_file}."
