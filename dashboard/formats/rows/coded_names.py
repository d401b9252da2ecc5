"""Actors of coded data: the country column decides, the name becomes an actor of that country.

A name alone never means a state: "Georgia" with the country United States is an actor of the
United States. A name without a country is known only if it is that of an organisation or a group
of the tables.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

from dashboard.formats.recipes.recipe import NAMES
from dashboard.formats.rows.errors import RowError
from dashboard.model.actor import Actor
from dashboard.model.actor_index import ended_last
from dashboard.model.actor_table import codes_of
from dashboard.model.letters import slug
from dashboard.model.limits import LONGEST_NAME
from dashboard.model.missing_actors import Use, missing_actors
from dashboard.model.names import normalise
from dashboard.words.quotes import extract, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.formats.recipes.recipe import Recipe
    from dashboard.model.actor import ActorKind
    from dashboard.model.actors import ActorDirectory

NO_COUNTRY, NO_ACTOR = "a name of no country", "no actor"
"""Reasons for which a row is left out."""
_OF_NO_COUNTRY = ("organization", "armed_group", "people")
"""Kinds of the known actors that a name may mean without a country; a bloc may be a region."""


class Side(NamedTuple):
    """The cells of one side of an act."""

    name: str = ""
    country: str = ""
    kind: str = ""
    code: str = ""


@dataclass(slots=True)
class CodedNames:
    """Resolves each distinct side once, and collects the actors that the file has to list.

    Attributes:
        recipe: its code system and its own meanings of codes.
        directory: the actors of the file to which the events are added.
        added: new actors, by their normalised name and the id of their country.
        unresolved: number of rows by the name or code that is of no country.
    """

    recipe: Recipe
    directory: ActorDirectory
    added: dict[tuple[str, str], Actor] = field(default_factory=dict)
    unresolved: dict[str, int] = field(default_factory=dict)
    _owners: dict[str, tuple[str, str]] = field(default_factory=dict)
    _ids: set[str] = field(default_factory=set)
    _known: dict[tuple[Side, int], tuple[Actor, ...] | str] = field(default_factory=dict)

    def reuse(self, listed: Iterable[Actor]) -> None:
        """Use the actors that the file lists already, under their ids."""
        for actor in listed:
            self._ids.add(actor.id)
            country = actor.country or ""
            names = {*actor.names, actor.name.removesuffix(f" ({self._where(country)})")}
            for form in map(normalise, names):
                self._owners.setdefault(form, (form, country))
                self.added.setdefault((form, country), actor)

    def actors(self, side: Side, year: int) -> tuple[Actor, ...]:
        """Return the actors of a side.

        Args:
            side: its cells; several countries in one cell are already separate sides.
            year: year of the event, for codes that have had several meanings.

        Raises:
            RowError: the side has a name or a code, and no country.
        """
        found = self._known.get((side, year))
        if found is None:
            found = self._known[side, year] = self._find(side, year)
        if isinstance(found, str):
            self.unresolved[found] = self.unresolved.get(found, 0) + 1
            message = f"{quoted(found)} is of no country that the recipe knows"
            raise RowError(NO_COUNTRY, f'{message}: add it to "codes" of a recipe')
        return found

    def _find(self, side: Side, year: int) -> tuple[Actor, ...] | str:
        if not any(side):
            return ()
        meant = side.name if side.name in self.recipe.codes else self._stated(side.name)
        code = side.country or meant
        state = state_of(code, self.recipe, self.directory, year) if code else None
        name = side.name if len(side.name) <= LONGEST_NAME else extract(side.name)
        if state is not None:
            if not name or (side.code and side.code == side.country) or state.kind != "country":
                return (state,)
            return (self._of_country(name, side.kind, state, year),)
        known = self._resolved(name, year)
        if known is not None and known.kind in _OF_NO_COUNTRY:
            return (known,)
        if code or self.recipe.no_country != "keep":
            return name or code
        return (self._own(name, side.kind, None, is_taken=known is not None),)

    def _stated(self, name: str) -> str:
        """Return the state that the recipe finds in a name: "Police Forces of Mali"."""
        found = _pattern(self.recipe.country_in_name).fullmatch(name)
        groups = found.groups() if found and self.recipe.country_in_name else ()
        return next(filter(None, groups), "")

    def _of_country(self, name: str, kind: str, state: Actor, year: int) -> Actor:
        if actor := self.added.get((normalise(name), state.id)):
            return actor
        known = self._resolved(name, year)
        if known is not None and state.id in (known.id, known.country):
            return known
        return self._own(name, kind, state, is_taken=known is not None)

    def _resolved(self, name: str, year: int) -> Actor | None:
        try:
            return self.directory.resolve(name, when=lambda: (year, year), suggest=False)
        except LookupError:
            return None

    def _own(self, name: str, kind: str, state: Actor | None, *, is_taken: bool) -> Actor:
        """Return the actor of a name and a country, which is added if the file does not list it.

        Args:
            name: the name.
            kind: kind of the actor; empty to derive it from the name.
            state: the country; ``None`` for none.
            is_taken: whether the name means another actor of the tables.
        """
        country = state.id if state else ""
        key = (normalise(name), country)
        if actor := self.added.get(key):
            return actor
        is_taken = is_taken or self._owners.get(key[0], key) != key
        is_taken = is_taken or self.directory.has_name(name)
        shown = f"{name} ({self._where(country)})" if is_taken else name
        guessed = missing_actors([Use(name)], self.directory)[0].kind if key[0] else "organization"
        actor = Actor(
            self._new_id(f"{name}-{country}" if country else name),
            shown,
            cast("ActorKind", kind or guessed),
            country or None,
        )
        self.added[key] = actor
        self._owners[key[0]] = self._owners[normalise(shown)] = key
        return actor

    def _where(self, country: str) -> str:
        """Return the words in brackets that distinguish actors of one name."""
        found = self.directory.find(country)
        return found.name if found else "group"

    def _new_id(self, text: str) -> str:
        base = word = slug(text)[:180] or "actor"
        number = 1
        while word in self._ids or self.directory.has_name(word):
            number += 1
            word = f"{base}-{number}"
        self._ids.add(word)
        return word


def state_of(code: str, recipe: Recipe, directory: ActorDirectory, year: int) -> Actor | None:
    """Return the state or the organisation of a code in the code system of a recipe.

    Args:
        code: code, or name for the system ``names``; a meaning in the recipe has priority.
        recipe: the recipe.
        directory: directory of actors.
        year: year of the event: number 365 of COW is the Soviet Union in 1950.

    Example:
        >>> from dashboard.formats.recipes.recipe import shipped_recipes
        >>> from dashboard.model.actors import ActorDirectory
        >>> def state(name, code):
        ...     found = state_of(code, shipped_recipes()[name], ActorDirectory.standard(), 1950)
        ...     return found.name if found else None
        >>> state("icews", "Congo"), state("cow-mid", "365"), state("gdelt2", "EUR")
        ('Republic of the Congo', 'Soviet Union', None)
    """
    return state_in(recipe.code_system, code, recipe, directory, year)


def state_in(
    system: str, code: str, recipe: Recipe, directory: ActorDirectory, year: int
) -> Actor | None:
    """Return the state of a code in a system, which may be that of places; see ``state_of``."""
    if code in recipe.codes:
        return directory.find(recipe.codes[code])
    if system in (NAMES, ""):
        try:
            actor = directory.resolve(code, when=lambda: (year, year), suggest=False)
        except LookupError:
            return None
        return actor if actor.kind == "country" else None
    form = normalise(code)
    ids = codes_of(system).get(form) or codes_of(system).get(form.lstrip("0"), ())
    found = filter(None, map(directory.find, ids))
    states = [actor for actor in found if actor.kind != "bloc"]
    then = [actor for actor in states if actor.existed_in((year, year))]
    return min(then, key=ended_last, default=states[0] if states else None)


@lru_cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)
