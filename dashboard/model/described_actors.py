"""Actors that a text describes by the name of a state: its government, civilians, a bracket."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.model.actor import Actor
from dashboard.model.actor_table import continued_by, hints
from dashboard.model.names import bracketed, normalise, spellings

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.model.actor import Years
    from dashboard.model.actors import ActorDirectory

    When = Callable[[], Years | None]

_GOVERNMENT = re.compile(
    r"(?:the )?(?:government|govt?\.?) (?:of (?P<of>.+)|\((?P<in>[^()]+)\))", re.IGNORECASE
)
_WHERE = re.compile(r" (?:of|in|from) (?:the )?")
"""Words between people and their state: "protesters in Iran"."""
_QUALIFIERS = frozenset(
    (
        *("the", "republic", "republic of", "republic of the", "kingdom", "kingdom of", "state"),
        *("state of", "federation", "federal republic of", "islamic republic of", "country"),
        *("nation", "island", "islands", "peninsula", "then", "sic", "former", "formerly"),
        *("government", "govt", "gov"),
    )
)
"""Words in a bracket that say nothing new about the name before it."""
_MARK_OR_YEARS = re.compile(r"[0-9]{1,2}|[0-9]{4} ?[-–]? ?(?:[0-9]{4})?")
"""A footnote mark, or the years of an actor as in ACLED: "Military Forces of Mali (2021-)"."""
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_LETTER_OF_FLAG = 0x1F1E6 - ord("A")
_PEOPLES = ("CIVILIANS", "PROTESTERS", "RIOTERS", "REFUGEES", "UNKNOWN", "UNKNOWNGROUP")
"""Ids of the peoples that a state may have: "Civilians (Ukraine)" is an actor of its own."""


def government_of(text: str, directory: ActorDirectory, when: When) -> Actor | None:
    """Return the state of a government: UCDP writes "Government of Peru" for Peru.

    >>> from dashboard.model.actors import ActorDirectory
    >>> ActorDirectory.standard().resolve("Government of Myanmar (Burma)").name
    'Myanmar'
    """
    found = _GOVERNMENT.fullmatch(text.strip())
    return _state(found["of"] or found["in"], directory, when) if found else None


def people_of(text: str, directory: ActorDirectory, when: When) -> Actor | None:
    """Return the civilians, protesters or unknown actors of a state.

    >>> from dashboard.model.actors import ActorDirectory
    >>> people = ActorDirectory.standard().resolve("protesters in Iran")
    >>> people.name, people.id, people.country
    ('Protesters (Iran)', 'PROTESTERS-IRN', 'IRN')
    """
    parts = bracketed(text) or tuple(_WHERE.split(text.strip(), maxsplit=1))
    if len(parts) == 2:
        who, state = parts[0], _state(parts[1], directory, when)
    else:
        adjective, _, who = text.strip().rpartition(" ")
        state = directory.pointed_at(adjective)
    owners = directory.owners(who) if state is not None else ()
    if state is None or len(owners) != 1 or owners[0].id not in _PEOPLES:
        return None
    return _people(owners[0], state)


def actor_of_id(id_: str, directory: ActorDirectory) -> Actor | None:
    """Return the people of a state with an id such as ``CIVILIANS-UKR``."""
    who, _, where = id_.partition("-")
    people, state = directory.find(who), directory.find(where)
    return _people(people, state) if people and state and who in _PEOPLES else None


def says_nothing_new(
    tail: str, actor: Actor, directory: ActorDirectory, when: When
) -> Actor | None:
    """Return the actor of a name with a bracket, unless the bracket says something else.

    The text of the bracket has to be another name of the actor, its country, a qualifier, a
    footnote mark or years. If it is a state that COW and GW list together with the actor, as in
    "Turkey (Ottoman Empire)", the one that existed in the years of the event is meant.

    >>> from dashboard.model.actors import ActorDirectory
    >>> directory = ActorDirectory.standard()
    >>> directory.resolve("Turkey (Ottoman Empire)", when=lambda: (1914, 1914)).name
    'Ottoman Empire'
    >>> directory.has_name("Japan (and South Korea)")
    False
    """
    if is_qualifier(tail):
        return actor
    meant = [other.id for other in directory.owners(tail)]
    meant += [id_ for form in spellings(tail) for id_ in hints().get(form, ())]
    if actor.id in meant or (actor.country is not None and actor.country in meant):
        return actor
    for id_ in meant:
        if id_ in continued_by(actor.id):
            other, years = directory.find(id_), when()
            is_other = other and years and not actor.existed_in(years) and other.existed_in(years)
            return other if is_other else actor
    return None


def is_qualifier(tail: str) -> bool:
    """Whether the text of a bracket says nothing new about any name: "Republic of", "2000-".

    >>> is_qualifier("the"), is_qualifier("US state")
    (True, False)
    """
    return normalise(tail) in _QUALIFIERS or _MARK_OR_YEARS.fullmatch(tail) is not None


def without_flags(text: str) -> tuple[str, str] | None:
    """Return the text without its flag and the ISO code of the flag, if there is one.

    >>> without_flags("🇰🇵"), without_flags("United States 🇺🇸"), without_flags("Japan")
    (('KP', 'KP'), ('United States', 'US'), None)
    """
    flag = _FLAG.search(text)
    if flag is None:
        return None
    code = "".join(chr(ord(letter) - _LETTER_OF_FLAG) for letter in flag[0])
    return (text[: flag.start()] + text[flag.end() :]).strip() or code, code


def _state(text: str, directory: ActorDirectory, when: When) -> Actor | None:
    try:
        actor = directory.resolve(text, when=when, suggest=False)
    except LookupError:
        return None
    return actor if actor.kind == "country" else None


def _people(people: Actor, state: Actor) -> Actor:
    return Actor(
        id=f"{people.id}-{state.id}",
        name=f"{people.name} ({state.name})",
        kind=people.kind,
        country=state.id,
    )
