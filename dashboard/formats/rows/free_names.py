"""Actors of own tables: names as people write them, one or more in a cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dashboard.formats.rows.errors import RowError
from dashboard.model.actor import Actor, AmbiguousNameError, UnknownNameError, either
from dashboard.model.limits import LONGEST_NAME
from dashboard.model.missing_actors import Use, missing_actors
from dashboard.model.name_lists import readings
from dashboard.model.names import normalise
from dashboard.words.quotes import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.model.actors import ActorDirectory

_REMEDY = "state what it means in [codes] of a recipe (--write-recipe)"
UNCLEAR_NAME, SIMILAR_NAME = "ambiguous name of an actor", "unknown name of an actor"
"""Reasons for which a row is left out."""


@dataclass(slots=True)
class FreeNames:
    """Resolves each name once, and collects the actors that the file has to list.

    Attributes:
        directory: the actors of the file to which the events are added.
        meant: meanings of names in the recipe: ids of actors.
        added: new actors by their normalised name.

    Example:
        >>> from dashboard.model.actors import ActorDirectory
        >>> names = FreeNames(ActorDirectory.standard(), {})
        >>> [actor.id for actor in names.actors("Russia and Iran", 2023)]
        ['RUS', 'IRN']
        >>> names.actors("Students (Iran)", 2023)[0].country
        'IRN'
    """

    directory: ActorDirectory
    meant: Mapping[str, str]
    added: dict[str, Actor] = field(default_factory=dict)
    _known: dict[tuple[str, int], tuple[Actor, ...] | RowError] = field(default_factory=dict)

    def actors(self, name: str, year: int) -> tuple[Actor, ...]:
        """Return the actors of a name, or of a list of known names.

        Raises:
            RowError: the name has several meanings, or is similar to a known one.
        """
        found = self._known.get((name, year))
        if found is None:
            try:
                found = self._find(name, year)
            except RowError as error:
                found = error
            self._known[name, year] = found
        if isinstance(found, RowError):
            raise found
        return found

    def _find(self, name: str, year: int) -> tuple[Actor, ...]:
        if name in self.meant:
            name = self.meant[name]
        if len(name) > LONGEST_NAME:
            message = f"{quoted(name)} is too long for a name: write names with ; between them"
            raise RowError(SIMILAR_NAME, message)
        if found := self.added.get(normalise(name)):
            return (found,)
        try:
            return (self.directory.resolve(name, when=lambda: (year, year), suggest=False),)
        except AmbiguousNameError as error:
            raise RowError(UNCLEAR_NAME, f"{error}; or {_REMEDY}") from error
        except UnknownNameError:
            return self._unknown(name)

    def _unknown(self, name: str) -> tuple[Actor, ...]:
        lists = readings(name, self.directory.has_name)
        if len(lists) == 1:
            return tuple(self.directory.resolve(each, suggest=False) for each in lists[0])
        unknown = self.directory.unknown(name)
        if lists or unknown.suggestions or not normalise(name):
            message = str(unknown)
            if unknown.suggestions:
                near = either(unknown.suggestions)
                message = f"{quoted(name)} is not a known actor: correct it if it means {near}"
            raise RowError(SIMILAR_NAME, f"{message}; or {_REMEDY}")
        entry = missing_actors([Use(name)], self.directory.with_actors(self.added.values()))[0]
        country = self.directory.resolve(entry.country).id if entry.country else None
        actor = Actor(entry.id, entry.name, entry.kind, country)
        self.added[normalise(name)] = actor
        return (actor,)
