"""The rules of the linter: what each finds, why it matters, and how to accept it in the file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Scope = Literal["event", "file", ""]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        code: its stable name, also the code of its problems.
        scope: where the file may accept the code: under an ``event``, at the top level of the
            ``file``, or nowhere (an empty text).
        plain: whether ``check`` reports it without ``--lint``.
        meaning: one sentence that says what is found.
        why: why it matters to a reader who judges evidence, and when exactly it is reported.
        bad_example: an events file for which this rule, and no other, reports a problem.
        good_example: a similar file for which no rule reports a problem.
        remedy: what to do about it.
    """

    code: str
    scope: Scope
    plain: bool
    meaning: str
    why: str
    bad_example: str
    good_example: str
    remedy: str


@cache
def rules() -> Mapping[str, Rule]:
    """Return all rules by code, in the order in which they are listed.

    >>> rules()["no-source"].meaning
    'An event without any source.'
    """
    text = files("dashboard.data").joinpath("rules.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return MappingProxyType({code: Rule(code=code, **parts) for code, parts in table.items()})


def acceptable(scope: Scope) -> Mapping[str, str]:
    """Return the codes that a file may accept in a scope, with their meaning.

    >>> list(acceptable("file"))
    ['unused-actor', 'similar-actors']
    """
    return {rule.code: rule.meaning for rule in rules().values() if rule.scope == scope}
