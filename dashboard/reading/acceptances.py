"""Acceptances: codes of linter rules whose findings a file accepts, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.model.book import Acceptance
from dashboard.model.rules import rules
from dashboard.reading.scalars import read_line
from dashboard.reading.values import INVALID
from dashboard.words.quotes import quoted
from dashboard.words.suggestions import use_one_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.model.fields import Field
    from dashboard.reading.nodes import Node
    from dashboard.reading.reader import Reader


def read_accept(reader: Reader, node: Node, key: str, field: Field) -> tuple[Acceptance, ...]:
    """Read the list of rule codes under ``accept``; the field's choices are the allowed codes."""
    choices = field.choices or {}
    acceptances: list[Acceptance] = []
    for item in reader.items(node, key):
        code = read_line(reader, item, key, field)
        if code is INVALID:
            continue
        if code in choices:
            acceptances.append(Acceptance(code, item.line, item.column))
        else:
            reader.note(item, "unknown-rule", _objection(reader, code, choices))
    return tuple(acceptances)


def _objection(reader: Reader, code: str, choices: Mapping[str, str]) -> str:
    rule = rules().get(code)
    if rule is None:
        hint = reader.hint(code, choices) or use_one_of(choices)
        return f"unknown rule {quoted(code)}{hint}"
    if not rule.scope:
        return f'"{code}" cannot be accepted: remove the code that accepts nothing'
    if rule.scope == "event":
        return f'"{code}" is about single events: write accept: [{code}] in the event'
    return f'"{code}" is about the file: write accept: [{code}] at the top level, beside events:'
