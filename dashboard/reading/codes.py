"""Country codes of a file that another system of codes explains better than ISO."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dashboard.model.actor_table import CODE_SYSTEMS, codes_of, other_meanings
from dashboard.model.names import normalise
from dashboard.model.problems import Problem
from dashboard.words.lists import first_of
from dashboard.words.quotes import extract

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.model.actors import ActorDirectory
    from dashboard.reading.reader import Reader

_LEAST = 3
"""Least number of different codes that make another system likely."""
_NAMED = 4
"""Number of codes that the message names."""
_WITH_OWN_LETTERS = ("cow", "gw")
"""Systems of which few codes are ISO codes of other states, so that those alone suffice."""


class _Explained(NamedTuple):
    system: str
    codes: dict[str, str]


def warn_of_codes(reader: Reader) -> None:
    """Add a warning if the codes of a file are those of another system than ISO."""
    if len(reader.short_names) < _LEAST:
        return
    found = better_system(reader.short_names, reader.directory)
    if found is None:
        return
    system, codes = found
    node = reader.short_names[next(iter(codes))]
    named = first_of([f"{extract(code)} {name}" for code, name in codes.items()], _NAMED)
    message = f"codes of this file are those of {CODE_SYSTEMS[system].partition(',')[0]} ({named})"
    message += f': write "codes: {system}" at the top of the file, or "codes: iso" if ISO is meant'
    place = reader.path, node.line, node.column
    reader.problems.append(Problem(*place, "other-codes", message, "warning"))


def better_system(texts: Iterable[str], directory: ActorDirectory) -> _Explained | None:
    """Return the system that explains at least three of some codes better than ISO, if any.

    A code is explained better if ISO does not have it, or if it is another state and the file has
    no code that only ISO has.

    Args:
        texts: short names of actors, as written.
        directory: the actors of the file, with ISO codes.

    Example:
        >>> from dashboard.model.actors import ActorDirectory
        >>> directory = ActorDirectory.standard()
        >>> better_system(["AUS", "SWZ", "MAC", "USA"], directory).system
        'cow'
        >>> better_system(["AUS", "SWZ", "MAC", "DEU"], directory)
    """
    written = list(texts)
    best: _Explained | None = None
    for system in CODE_SYSTEMS:
        explained = _explained(system, written, directory) if system != "iso" else {}
        if len(explained) >= _LEAST and (best is None or len(explained) > len(best.codes)):
            best = _Explained(system, explained)
    return best


def _explained(system: str, texts: list[str], directory: ActorDirectory) -> dict[str, str]:
    """Return the codes that a system explains better than ISO, with the names of their states."""
    unknown: dict[str, str] = {}
    other: dict[str, str] = {}
    only_iso = 0
    for text in (text for text in texts if normalise(text) not in other_meanings()):
        ids = codes_of(system).get(normalise(text))
        owners = directory.owners(text)
        if ids is None:
            states = [actor for actor in owners if actor.kind == "country"]
            only_iso += any(text in (actor.id, *actor.codes) for actor in states)
        elif not owners:
            unknown[text] = directory.get(ids[0]).name
        elif len(owners) == 1 and owners[0].id not in ids:
            other[text] = directory.get(ids[0]).name
    counts = not only_iso and (bool(unknown) or system in _WITH_OWN_LETTERS)
    found = unknown | other if counts else unknown
    return found if len(found) > only_iso else {}
