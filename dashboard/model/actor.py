"""One actor, and the errors about names of actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from dashboard.words.lists import listed
from dashboard.words.numbers import count
from dashboard.words.quotes import extract, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

ActorKind = Literal["country", "person", "organization", "bloc", "armed_group", "people"]
Years = tuple[int, int]
"""First and last year of an event, both included."""

_NAMED = 6
"""Largest number of names that a message lists."""


class FormerName(NamedTuple):
    """A name that an actor had from its first to its last year, both included."""

    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, organisation, person or group that can act, be a target or make a claim.

    Attributes:
        id: unique in a directory: the ISO 3166-1 alpha-3 code of a state, the abbreviation of an
            organisation.
        name: the name that is printed.
        kind: one of ``ACTOR_KINDS``.
        country: id of the country that a person, organisation or armed group counts for.
        members: ids of the members of a bloc or organisation.
        aliases: other names that mean the same actor.
        color: ``#rrggbb``, when the file sets one.
        active: first and last year in which the actor existed, both included.
        codes: ISO codes by which a file may refer to a state, besides its id.
        former: names that are another actor's now, or shared, with their years.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    members: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    color: str | None = None
    active: tuple[int | None, int | None] = (None, None)
    codes: tuple[str, ...] = ()
    former: tuple[FormerName, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The texts that refer to this actor: id, codes, name and aliases."""
        return (self.id, *self.codes, self.name, *self.aliases)

    def existed_in(self, years: Years) -> bool:
        """Whether the actor existed in one of the years.

        >>> Actor("SSD", "South Sudan", "country", active=(2011, None)).existed_in((1999, 1999))
        False
        """
        first, last = self.active
        return (first is None or first <= years[1]) and (last is None or years[0] <= last)


class UnknownNameError(LookupError):
    """No actor has this name; the message proposes names, and an entry to add.

    ``certain`` is the text to write in place of the value, if there is exactly one reading.
    """

    def __init__(
        self, text: str, suggestions: tuple[str, ...] = (), entry: str = "", *, certain: str = ""
    ) -> None:
        self.text = text
        self.suggestions = suggestions
        self.certain = certain
        add = 'dd it to the top-level "actors" list'
        add += f": {entry}" if entry else ", with an id, a name and a kind"
        remedy = f"did you mean {either(suggestions)}? Or a{add}" if suggestions else f"a{add}"
        super().__init__(f"unknown actor {quoted(text)}: {remedy}")


class SeveralNamesError(UnknownNameError):
    """The text is a list of known names; ``readings`` are the lists that it may mean, in YAML."""

    def __init__(self, text: str, readings: Sequence[str]) -> None:
        super().__init__(text, certain=readings[0] if len(readings) == 1 else "")
        lists = listed(map(extract, readings), "or")
        self.args = (f"{quoted(text)} is more than one actor: write {lists}",)


class AmbiguousNameError(LookupError):
    """Several actors have this name; ``choices`` are names that distinguish them.

    ``otherwise`` is a last choice in words; ``certain`` is always empty.
    """

    certain = ""

    def __init__(self, text: str, choices: tuple[str, ...], otherwise: str = "") -> None:
        self.text = text
        self.choices = choices
        last = f", or {otherwise}" if otherwise else ""
        super().__init__(f"{quoted(text)} is ambiguous: write {either(choices)}{last}")


def either(names: Sequence[str]) -> str:
    """Return names as choices in a sentence; beyond the first six they are counted.

    >>> either(["North Korea", "South Korea"])
    '"North Korea" or "South Korea"'
    """
    choices = [quoted(name) for name in names[:_NAMED]]
    choices += [f"one of {count(len(names) - _NAMED, 'other')}"] if len(names) > _NAMED else []
    return listed(choices, "or")
