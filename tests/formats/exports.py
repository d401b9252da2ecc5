"""Exports to try the formats on."""

from __future__ import annotations

from datetime import UTC, datetime

from dashboard.analysis.dataset import Dataset
from dashboard.formats.export import Export
from dashboard.formats.look import Look
from dashboard.formats.table import FORMATS
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables

NOW = datetime(2024, 5, 1, 12, 30, tzinfo=UTC)
RESTRICTED = """
title: Port visits
sources:
  - {id: coded, title: Hidden set, citation: "Coded events (2024)", redistribute: no}
events:
  - {id: open, date: 2023-10-22, title: Open talks, actors: [Japan], targets: [China],
     sources: ["https://open.example/1"], links: {follows: [2023-10-25-veiled-strike]}}
  - {date: 2023-10-25, title: Veiled strike, actors: [Japan], targets: [China], type: visit,
     sources: [coded], description: Veiled words, tags: [veiled],
     place: {name: Veiled bay, lat: 1.5, lon: 2.5}}
  - {date: 2023-11-02, title: Veiled claim, actors: [China], targets: [Japan], claims:
     [{by: [Japan], stance: asserts, note: Veiled note, source: {title: Veiled, redistribute: no}}]}
"""
"""A file with three events of which two are restricted; what is restricted says "veiled"."""


def export_of(tables: Tables, query: str = "", **look: str) -> Export:
    """The export of a selection."""
    selection = Selection.from_query(query, tables)
    return Export(Dataset(tables), selection, "0123456789abcdef", NOW, Look.read(look))


def written(name: str, export: Export) -> str:
    """The file of an export."""
    return b"".join(FORMATS[name].write(export)).decode()
