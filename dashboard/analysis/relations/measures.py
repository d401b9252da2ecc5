"""Measures as a specification: tables of actors, dyads and triads, for the page and for files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Protocol

from dashboard.analysis.relations.definitions import define_measures
from dashboard.analysis.relations.finding import find_dyads
from dashboard.analysis.relations.measuring import measure_dyads
from dashboard.analysis.relations.tables import tabulate_actors, tabulate_dyads, tabulate_triads
from dashboard.analysis.relations.words import NO_RELATIONS
from dashboard.words.language import gettext, gettext_noop

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
        title: heading on the page, in English.
        download: words of the link to its file, in English.
        tabulate: the function that computes the table.
        shown, saved: largest number of rows on the page and in a file; ``None`` for no limit.
    """

    title: str
    download: str
    tabulate: Tabulate
    shown: int
    saved: int | None = None


TABLES = MappingProxyType(
    {
        "actors": MeasureTable(
            gettext_noop("Actors"), gettext_noop("{CSV} of actors"), tabulate_actors, shown=100
        ),
        "dyads": MeasureTable(
            gettext_noop("Dyads"), gettext_noop("{CSV} of dyads"), tabulate_dyads, shown=100
        ),
        "triads": MeasureTable(
            gettext_noop("Triads"),
            gettext_noop("{CSV} of triads"),
            tabulate_triads,
            shown=20,
            saved=100_000,
        ),
    }
)
"""The tables by the name of their file."""


class Section(NamedTuple):
    """The tables under one heading.

    Attributes:
        title: the heading.
        download: words of the link to the file, with a placeholder ``{CSV}``.
        name: key of ``TABLES``.
        query: query of the file: the selection with any dyad and no event open.
        tables: the tables; if there are several, the last one is shown on demand.
    """

    title: str
    download: str
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
        nothing = gettext(NO_RELATIONS)
        return Measures((), (), nothing, nothing)
    query = question.query(dyads=(), event="")
    sections = []
    for name, row in TABLES.items():
        tables = row.tabulate(question, dyads, row.shown, linked=True)
        noted = (replace(table, note=_note(table, row.saved)) for table in tables if table.total)
        words = gettext(row.title), gettext(row.download)
        sections.append(Section(*words, name, query, tuple(noted)))
    return Measures(
        tuple(sections), define_measures(), "", find_dyads(question.level.names, dyads.dyads)
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
    if saved is None or table.total <= saved:
        return gettext(
            "The first {rows} of {total}; the CSV has all.", rows=table.rows, total=table.total
        )
    return gettext(
        "The first {rows} of {total}; the CSV has the first {saved}.",
        rows=table.rows,
        total=table.total,
        saved=saved,
    )
