"""Actors: states, organisations, groups and a file's own list, found by exact name or id."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from dashboard.model.actor import (
    Actor,
    ActorKind,
    AmbiguousNameError,
    SeveralNamesError,
    UnknownNameError,
    Years,
)
from dashboard.model.actor_index import (
    ActorIndex,
    choices,
    collisions,
    ended_last,
    index_actors,
    was_called,
)
from dashboard.model.actor_table import LONGEST_CODE, codes_of, hints, native_names, other_meanings
from dashboard.model.described_actors import (
    actor_of_id,
    government_of,
    is_qualifier,
    people_of,
    says_nothing_new,
    without_flags,
)
from dashboard.model.missing_actors import missing_entry
from dashboard.model.name_lists import in_flow, readings
from dashboard.model.names import bracketed, normalise, similar, spellings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = [
    "Actor",
    "ActorDirectory",
    "ActorKind",
    "AmbiguousNameError",
    "UnknownNameError",
    "collisions",
]

_SUGGESTIONS = 3
"""Largest number of names that an error proposes."""
_MISSING = "leave it out if it stands for a missing value"


def _no_date() -> None:
    return None


@dataclass(frozen=True, slots=True)
class ActorDirectory:
    """An immutable directory of actors by id and name.

    Names are compared by ``names.spellings`` and never guessed. A name of a file's own actor hides
    the same name in the table.

    >>> directory = ActorDirectory.standard()
    >>> directory.resolve("DPRK").name, directory.resolve("U.S.").id
    ('North Korea', 'USA')
    >>> directory.with_codes("cow").resolve("AUS").name
    'Austria'
    """

    _own: tuple[Actor, ...]
    _codes: str
    _index: ActorIndex = field(repr=False)

    @classmethod
    def standard(cls) -> ActorDirectory:
        """Return the directory of the states, organisations and groups of the tables."""
        return _standard()

    def with_codes(self, system: str) -> ActorDirectory:
        """Return a directory in which only the codes of a system of ``CODE_SYSTEMS`` are codes."""
        return self if system == self._codes else _directory(self._own, system)

    def with_actors(self, actors: Iterable[Actor]) -> ActorDirectory:
        """Return a directory with more actors, which win over present ones by id and by name.

        An actor with the id of a row of the table replaces the row. It inherits the values that
        it does not set if both are the same actor: both are countries, they share a name, or the
        new one has no name of its own (its name is its id). Of several ``actors`` with one id the
        first counts.
        """
        added: dict[str, Actor] = {}
        for actor in actors:
            added.setdefault(actor.id, actor)
        if not added:
            return self
        own = {actor.id: actor for actor in self._own} | added
        return _directory(tuple(own.values()), self._codes)

    def resolve(
        self, text: str, *, when: Callable[[], Years | None] = _no_date, suggest: bool = True
    ) -> Actor:
        """Return the actor with the name or id ``text``.

        Args:
            text: a name, or an id.
            when: returns the years of the event, for names whose meaning depends on them: the
                Republic of China is China in 1937. Only called for those names.
            suggest: whether to search names that are similar to an unknown one.

        Raises:
            AmbiguousNameError: several actors have this name.
            UnknownNameError: no actor has it.
        """
        for form in spellings(text):
            if len(form) <= LONGEST_CODE and not text.isascii() and self._is_code(form):
                continue  # "Áo" is Austria in Vietnamese, and not AO
            if form in self._index.dated:
                return self._choose(text, form, when)
            if found := self._index.by_name.get(form):
                return found[0]
        actor = self._described(text, when)
        if actor is not None:
            return actor
        raise self.unknown(text) if suggest else UnknownNameError(text)

    def unknown(self, text: str, *, search: bool = True) -> UnknownNameError:
        """Return the error about a name that no actor has, with its remedy.

        Args:
            text: the name.
            search: whether to search similar names.
        """
        lists = readings(text, self._is_name)
        if lists:
            return SeveralNamesError(text, list(map(in_flow, lists)))
        near = self.suggestions(text) if search else ()
        return UnknownNameError(text, near, missing_entry(text, self) if normalise(text) else "")

    def has_name(self, text: str) -> bool:
        """Whether an actor has the name or id ``text``, or several have it.

        >>> ActorDirectory.standard().has_name("Korea")
        True
        """
        return any(
            form in self._index.by_name or form in self._index.dated for form in spellings(text)
        )

    def owners(self, text: str) -> tuple[Actor, ...]:
        """Return all actors with the name ``text``, in the table or in another language.

        >>> [actor.id for actor in ActorDirectory.standard().owners("Korea")]
        ['KOR', 'PRK', 'KRE']
        """
        for form in spellings(text):
            found = (*self._index.by_name.get(form, ()), *self._index.dated.get(form, ()))
            found = found or self._of_ids(native_names().get(form, ()))
            if found:
                return tuple(dict.fromkeys(found))
        return ()

    def get(self, id: str) -> Actor:
        """Return the actor with exactly this id.

        Raises:
            UnknownNameError: no actor has it.
        """
        actor = self._index.by_id.get(id) or actor_of_id(id, self)
        if actor is None:
            raise UnknownNameError(id, self.suggestions(id))
        return actor

    def find(self, id: str) -> Actor | None:
        """Return the actor of the tables or the file with exactly this id, if there is one."""
        return self._index.by_id.get(id)

    def party_of(self, id: str) -> str:
        """Return the id of the country for which an actor speaks, else its own id.

        Persons and organisations speak for their country, an armed group for itself.

        >>> ActorDirectory.standard().party_of("JPN")
        'JPN'
        """
        actor = self.get(id)
        return actor.country if actor.country and actor.kind != "armed_group" else id

    def suggestions(self, text: str) -> tuple[str, ...]:
        """Return up to three names similar to ``text``, the most similar first.

        An adjective or a capital suggests its state.

        >>> ActorDirectory.standard().suggestions("Koria")
        ('South Korea', 'North Korea')
        >>> ActorDirectory.standard().suggestions("Baku")
        ('Azerbaijan',)
        """
        parts = bracketed(text)
        text = parts[0] if parts and is_qualifier(parts[1]) else text
        pointed = chain.from_iterable(hints().get(form, ()) for form in spellings(text))
        near = similar(text, self._index.near_names)
        found = (
            *self._of_ids(pointed),
            *chain.from_iterable(
                self._index.by_name.get(name) or self._of_ids(native_names()[name]) for name in near
            ),
        )
        return tuple(dict.fromkeys(actor.name for actor in found))[:_SUGGESTIONS]

    def pointed_at(self, text: str) -> Actor | None:
        """Return the only state to which an adjective or the name of a capital points.

        >>> ActorDirectory.standard().pointed_at("Azerbaijani").name
        'Azerbaijan'
        """
        found = self._of_ids(hints().get(normalise(text), ()))
        return found[0] if len(found) == 1 else None

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._index.by_id.values())

    def __len__(self) -> int:
        return len(self._index.by_id)

    def _of_ids(self, ids: Iterable[str]) -> tuple[Actor, ...]:
        return tuple(self._index.by_id[id_] for id_ in ids if id_ in self._index.by_id)

    def _is_name(self, text: str) -> bool:
        try:
            self.resolve(text, suggest=False)
        except LookupError:
            return False
        return True

    def _is_code(self, form: str) -> bool:
        """Whether a short form is a code, and not a name of the file's own."""
        own = (normalise(name) for actor in self._own for name in actor.names)
        return form in codes_of(self._codes) and form not in own

    def _choose(self, text: str, form: str, when: Callable[[], Years | None]) -> Actor:
        """Return the one actor that has a name or code in the years of the event."""
        coded = self._index.coded.get(form)
        if coded:
            years = when()
            then = [state for state in coded if years and state.existed_in(years)]
            return min(then, key=ended_last, default=coded[0])
        found = self._index.by_name.get(form, ())
        former = self._index.dated[form]
        other = other_meanings().get(form)
        years = None if other else when()
        if years is not None:
            then = [actor for actor in found if actor.existed_in(years)]
            then += [actor for actor in former if was_called(actor, form, years)]
            found = tuple(dict.fromkeys(then)) or (*found, *former)
        elif not found:
            found = former
        if len(found) == 1 and not (other and "" in other):
            return found[0]
        raise AmbiguousNameError(text, choices(found), _MISSING if other and "" in other else "")

    def _described(self, text: str, when: Callable[[], Years | None]) -> Actor | None:
        """Return the actor that a text describes: in another language, or by a state's name."""
        for form in spellings(text):
            found = self._of_ids(native_names().get(form, ()))
            if len(found) > 1:
                raise AmbiguousNameError(text, choices(found))
            if found:
                return found[0]
        described = government_of(text, self, when) or people_of(text, self, when)
        if described is not None:
            return described
        for head, tail in filter(None, (bracketed(text), without_flags(text))):
            both = [actor for actor in self.owners(tail) if actor in self.owners(head)]
            if len(both) == 1:  # "Korea (DPRK)"
                return both[0]
            try:
                actor = self.resolve(head, when=when, suggest=False)
            except UnknownNameError:
                continue
            known = says_nothing_new(tail, actor, self, when)
            if known is not None:
                return known
        return None


@cache
def _standard() -> ActorDirectory:
    return _directory((), "iso")


def _directory(own: tuple[Actor, ...], system: str) -> ActorDirectory:
    return ActorDirectory(own, system, index_actors(own, system))
