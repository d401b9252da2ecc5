"""Explanations for ``check --explain``: one rule in full, or all rules with a line for each."""

from __future__ import annotations

from textwrap import indent
from typing import TYPE_CHECKING

from dashboard.model.rules import rules

if TYPE_CHECKING:
    from dashboard.model.rules import Rule

_PLACES = {
    "event": "To accept it, write this in the event, and a comment that says why:\n\n"
    "    accept: [{code}]",
    "file": "To accept it, write this at the top level of the file, beside events:, and a comment\n"
    "that says why:\n\n"
    "    accept: [{code}]",
    "": "It cannot be accepted.",
}


def explain_all() -> str:
    """Return all codes with their meaning; rules that need ``--lint`` are marked with ``*``.

    >>> explain_all().splitlines()[0]
    'no-source                An event without any source.'
    """
    lines = [f"{_marked(rule):25}{rule.meaning}" for rule in rules().values()]
    return "\n".join(
        [*lines, "", "* reported by check --lint only. For more: check --explain CODE"]
    )


def explain(code: str) -> str:
    """Return a rule's meaning and reason, an example of each kind, and the remedy.

    Raises:
        KeyError: no rule has this code.

    >>> print(explain("no-source").splitlines()[0])
    no-source: An event without any source.
    """
    rule = rules()[code]
    command = "check" if rule.plain else "check --lint"
    return "\n\n".join(
        [
            f"{rule.code}: {rule.meaning}\nReported by: {command}",
            rule.why.strip(),
            f"Example that is reported:\n\n{indent(rule.bad_example.rstrip(), '    ')}",
            f"Example that is not:\n\n{indent(rule.good_example.rstrip(), '    ')}",
            rule.remedy,
            _PLACES[rule.scope].format(code=rule.code),
        ]
    )


def _marked(rule: Rule) -> str:
    return rule.code if rule.plain else f"{rule.code} *"
