"""One export: which events of which file, on which day, and how a chart is drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.analysis.evidence.left_out import describe_cut_of_events
from dashboard.formats.look import Look
from dashboard.formats.records.event_records import stream_records
from dashboard.model.letters import slug
from dashboard.words.catalogue import ENGLISH
from dashboard.words.language import gettext, language, ngettext, pgettext, speaking

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from dashboard.analysis.dataset import Dataset
    from dashboard.query.columns import IntArray
    from dashboard.query.selected import Selected
    from dashboard.query.selection import Selection
    from dashboard.query.tables import Tables

_LONGEST_NAME = 80
"""Longest name of a file without its ending, in characters."""


@dataclass(frozen=True, eq=False)
class Export:
    """A selection of a file that is taken away.

    Attributes:
        source: the dataset of the whole file.
        selection: which events.
        revision: revision of the file, or an empty text.
        now: time of the export, in UTC.
        look: how a chart is drawn.
        address: address of the page without its query, or an empty text.
        offset: number of events of the selection to leave out at the beginning.
        limit: largest number of events, or ``None`` for all.
        lang: language of its words, a key of ``LANGUAGES``; default that of the context.
    """

    source: Dataset
    selection: Selection
    revision: str
    now: datetime
    look: Look = field(default_factory=Look)
    address: str = ""
    offset: int = 0
    limit: int | None = None
    lang: str = field(default_factory=language)

    @cached_property
    def whole(self) -> Dataset:
        """The dataset as known on the day of the selection, with the restricted events."""
        return self.source.as_known_on(self.selection.as_known_on)

    @cached_property
    def dataset(self) -> Dataset:
        """The dataset that may be passed on."""
        return self.whole.public

    @property
    def tables(self) -> Tables:
        """The tables that may be passed on."""
        return self.dataset.tables

    @cached_property
    def selected(self) -> Selected:
        """The events that the selection picks, the withheld ones included."""
        return self.selection.apply(self.tables)

    @cached_property
    def rows(self) -> IntArray:
        """Rows of the events that are passed on."""
        return np.setdiff1d(np.flatnonzero(self.selected.visible), self.tables.withheld)

    @cached_property
    def part(self) -> IntArray:
        """Rows of the events between ``offset`` and ``limit``."""
        end = None if self.limit is None else self.offset + self.limit
        return self.rows[self.offset : end]

    @cached_property
    def withheld(self) -> int:
        """Number of events of the selection that are withheld."""
        return int(self.selected.visible[self.tables.withheld].sum())

    @property
    def title(self) -> str:
        """Title of the file."""
        return self.tables.title or gettext("Timeline of events")

    @property
    def name(self) -> str:
        """Title of the file for ids and names, the same in every language."""
        return self.tables.title or "Timeline of events"

    @cached_property
    def sentence(self) -> str:
        """The selection in words."""
        return self.selection.describe(self.tables, self.selected)

    @property
    def stated(self) -> str:
        """The selection in words, with a full stop."""
        return pgettext("a description as a sentence of its own", "{words}.", words=self.sentence)

    @property
    def revised(self) -> str:
        """Sentence about the revision of the file, or an empty text."""
        return gettext("Revision {revision}.", revision=self.revision) if self.revision else ""

    @cached_property
    def query(self) -> str:
        """Query string of the selection."""
        return self.selection.to_query()

    @property
    def url(self) -> str:
        """Address of this selection on the page, or an empty text."""
        query = f"?{self.query}" if self.query else ""
        return f"{self.address}{query}" if self.address else ""

    @property
    def day(self) -> str:
        """Day of the export."""
        return self.now.date().isoformat()

    @cached_property
    def note(self) -> str:
        """Sentences about what is left out, or an empty text."""
        cut = describe_cut_of_events(self.tables, self.selection.as_known_on, self.rows)
        return " ".join(filter(None, [cut, self.gap]))

    @property
    def gap(self) -> str:
        """Sentence about the events that are withheld, or an empty text."""
        if not self.withheld:
            return ""
        return ngettext(
            "Withheld: {n} event with a source that may not be passed on.",
            "Withheld: {n} events with a source that may not be passed on.",
            self.withheld,
        )

    @cached_property
    def citations(self) -> list[str]:
        """The citations that the sources of the selected events ask for, each once."""
        chosen = np.flatnonzero(self.selected.visible)
        found: dict[str, None] = {}
        for table, key in ((self.whole.tables.sources, ""), (self.whole.tables.claims, "source_")):
            part = table[np.isin(table["event"].to_numpy(), chosen)]
            found |= dict.fromkeys(filter(None, part[f"{key}citation"].tolist()))
        return list(found)

    @cached_property
    def head(self) -> dict[str, Any]:
        """Facts that every export of data states about itself."""
        return {**self.facts, "exported": self.exported}

    @property
    def exported(self) -> str:
        """Time of the export, in UTC."""
        return self.now.strftime("%Y-%m-%dT%H:%M:%SZ")

    @property
    def facts(self) -> dict[str, Any]:
        """Facts that are the same at any time, so that equal questions have equal answers."""
        return {
            "count": len(self.rows),
            "total": len(self.tables.events),
            "description": self.sentence,
            "title": self.title,
            "query": self.query,
            "revision": self.revision,
            "withheld": self.withheld,
            **({"note": self.note} if self.note else {}),
            **({"citations": self.citations} if self.citations else {}),
        }

    def records(self) -> Iterator[dict[str, Any]]:
        """Yield the record of each event that is passed on."""
        return stream_records(self.tables, self.part)

    def file_name(self, ending: str) -> str:
        """Return a name for the file, from title, selection and revision, in English."""
        with speaking(ENGLISH):
            words = slug(" ".join([self.name, *self.selection.criteria(self.tables)]))
        short = words[:_LONGEST_NAME].strip("-") or "events"
        return "-".join(filter(None, [short, self.revision[:8]])) + f".{ending}"
