"""Controls: the values of the page's components, read as a selection and written from one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dashboard.page.browser_values import BadValueError, items, record, texts
from dashboard.query.filter import Unknown
from dashboard.query.filters import FILTERS
from dashboard.query.selection import Selection
from dashboard.words.catalogue import ENGLISH
from dashboard.words.language import speaking

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.query.tables import Tables

BEYOND = ("beyond", "data")
"""Store of the choices that have a chip or a link but no control of their own."""
CONTROLS = {
    name: (row.control.id, row.control.prop) for name, row in FILTERS.items() if row.control
} | {"beyond": BEYOND}
"""Component and property by field of ``Selection``."""


DATED = {name: row for name, row in FILTERS.items() if row.control and row.control.kind == "date"}
"""Filters whose control is a date that is typed; it shows a text that is not a valid date, too."""


def to_controls(selection: Selection, tables: Tables) -> dict[str, Any]:
    """Return the values of all controls for a selection, by the keys of ``CONTROLS``.

    The control of the relations shows the view that a file begins with if none is chosen.
    """
    values = {name: row.as_json(getattr(selection, name)) for name, row in FILTERS.items()}
    values["relations"] = selection.view_of_relations(tables)
    typed = {
        name: part
        for part in selection.unknown
        for name, row in DATED.items()
        if part.name in row.names
    }
    values |= {name: part.value for name, part in typed.items()}
    beyond: dict[str, Any] = {
        name: values.pop(name) for name, row in FILTERS.items() if not row.control
    }
    unknown = [part for part in selection.unknown if part not in typed.values()]
    return values | {"beyond": beyond | {"unknown": unknown}}


@speaking(ENGLISH)
def from_controls(values: Mapping[str, Any], tables: Tables) -> Selection:
    """Return the selection of the values of the controls.

    A country stays chosen even if the file no longer contains it, so that a filter is kept while
    the file is edited. A value without a meaning is listed in ``unknown``.

    Raises:
        BadValueError: a value is of a type that the page never sends.
    """
    beyond = record(values["beyond"], "beyond")
    unknown = _unknown(beyond.get("unknown"))
    chosen = {}
    for name, row in FILTERS.items():
        data = values[name] if row.control else beyond.get(name)
        try:
            chosen[name] = row.from_json(data, tables)
        except TypeError as error:
            raise BadValueError(f'"{name}" is not a value of its control: {error}') from error
        except ValueError as error:
            part = Unknown(row.names[0], str(data).strip(), str(error))
            unknown += [part] if part not in unknown else []
    selection = Selection(**chosen, unknown=tuple(unknown))
    first = replace(selection, relations="")
    return first if first.view_of_relations(tables) == selection.relations else selection


def _unknown(value: object) -> list[Unknown]:
    parts = [texts(part, "unknown") for part in items(value, "unknown")]
    if not all(len(part) == len(Unknown._fields) for part in parts):
        raise BadValueError('"unknown" is not a list of names, values and reasons')
    return [Unknown(*part) for part in parts]
