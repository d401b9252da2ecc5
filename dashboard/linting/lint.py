"""The linter: all rules applied to a book, without the findings that the file accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.linting.actors import similar_actors, unused_actor
from dashboard.linting.dates import (
    actor_years,
    date_too_precise,
    doubtful_date,
    known_before_event,
    response_before_event,
    source_before_event,
)
from dashboard.linting.duplicates import near_duplicate
from dashboard.linting.evidence import no_source, one_sided, single_source, status_conflict
from dashboard.model.problems import Problem
from dashboard.model.rules import rules
from dashboard.words.catalogue import ENGLISH
from dashboard.words.language import speaking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from dashboard.linting.findings import Finding
    from dashboard.model.book import Acceptance, Book

_Place = tuple[int, int]

CHECKS: Mapping[str, Callable[[Book], Iterator[Finding]]] = {
    "no-source": no_source,
    "single-source": single_source,
    "one-sided": one_sided,
    "source-before-event": source_before_event,
    "date-too-precise": date_too_precise,
    "doubtful-date": doubtful_date,
    "known-before-event": known_before_event,
    "response-before-event": response_before_event,
    "actor-years": actor_years,
    "status-conflict": status_conflict,
    "near-duplicate": near_duplicate,
    "unused-actor": unused_actor,
    "similar-actors": similar_actors,
}
"""The check of each rule; ``unused-accept`` follows from acceptances that no finding used."""


@speaking(ENGLISH)
def lint(book: Book, path: str = "events.yaml") -> tuple[Problem, ...]:
    """Return the findings of all rules as warnings, ordered by their place in the file.

    Args:
        book: the content of the file.
        path: the file's name, for the problems.
    """
    problems, used = _apply(book, path, CHECKS)
    problems += [
        _problem(path, accept.line, accept.column, "unused-accept", _unused(accept.code))
        for accept in _acceptances(book)
        if (accept.line, accept.column) not in used
    ]
    return tuple(sorted(problems, key=lambda problem: (problem.line, problem.column)))


@speaking(ENGLISH)
def warn(book: Book, path: str) -> list[Problem]:
    """Return the findings of the plain rules, which every check reports; see ``lint``."""
    plain = [code for code, rule in rules().items() if rule.plain]
    return _apply(book, path, plain)[0]


def _apply(book: Book, path: str, codes: Iterable[str]) -> tuple[list[Problem], set[_Place]]:
    """Return the problems that some rules find, and the places of the acceptances they used."""
    problems: list[Problem] = []
    used: set[_Place] = set()
    for code in codes:
        for line, column, message, accept in CHECKS[code](book):
            accepted = next((item for item in accept if item.code == code), None)
            if accepted is None:
                problems.append(_problem(path, line, column, code, message))
            else:
                used.add((accepted.line, accepted.column))
    return problems, used


def _acceptances(book: Book) -> Iterator[Acceptance]:
    yield from book.accept
    for event in book.events:
        yield from event.accept


def _unused(code: str) -> str:
    return f'"{code}" has no finding here to accept: remove it'


def _problem(path: str, line: int, column: int, code: str, message: str) -> Problem:
    return Problem(path, line, column, code, message, "warning")
