"""What ``check --explain`` prints: one rule in full, or all of them in a line each."""

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
    """Return all codes with their meaning; those that only ``--lint`` tells are marked."""
    lines = [f"{_marked(rule):25}{rule.meaning}" for rule in rules().values()]
    return "\n".join([*lines, "", "* told by check --lint only. For more: check --explain CODE"])


def explain(code: str) -> str:
    """Return what a rule finds, why it matters, an example of each sort, and what to do.

    Raises:
        KeyError: no rule has this code.
    """
    rule = rules()[code]
    told_by = "check" if rule.plain else "check --lint"
    return "\n\n".join(
        [
            f"{rule.code}: {rule.meaning}\nTold by {told_by}.",
            rule.why.strip(),
            f"Told:\n\n{indent(rule.told.rstrip(), '    ')}",
            f"Not told:\n\n{indent(rule.quiet.rstrip(), '    ')}",
            rule.mend,
            _PLACES[rule.scope].format(code=rule.code),
        ]
    )


def _marked(rule: Rule) -> str:
    return rule.code if rule.plain else f"{rule.code} *"
