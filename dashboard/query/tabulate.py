"""Conversion of a book to tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from dashboard.model.book import Source
from dashboard.model.codes import Role
from dashboard.model.dates import PRECISIONS
from dashboard.model.event_fields import COLUMNS, ROLE_KEYS
from dashboard.model.standing import known_by, statuses_over_time
from dashboard.query.tables import (
    ACTOR_COLUMNS,
    CLAIM_COLUMNS,
    LINK_COLUMNS,
    PERIOD_COLUMNS,
    SOURCE_COLUMNS,
    SOURCE_TABLE,
    Tables,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dashboard.model.actors import Actor, ActorDirectory
    from dashboard.model.book import Book, Event
    from dashboard.model.field import Column


def tabulate(book: Book) -> Tables:
    """Return the tables of a book, its events in order of time, the more precise first."""
    exactness = {precision: rank for rank, precision in enumerate(PRECISIONS)}
    events = sorted(
        book.events, key=lambda event: (event.date.lower, exactness[event.date.precision])
    )
    rows = {event.id: row for row, event in enumerate(events)}
    participants = _participants(events, book.directory)
    return Tables(
        events=_events(events, book),
        participants=participants,
        actors=_actors(participants["actor"].cat.categories, book.directory),
        countries=_actors(participants["country"].cat.categories, book.directory),
        sources=frame(
            SOURCE_TABLE,
            (
                (row, *_source(source))
                for row, event in enumerate(events)
                for source in event.sources
            ),
        ),
        claims=_claims(events, book.directory),
        links=frame(
            LINK_COLUMNS,
            (
                (row, kind, rows[target])
                for row, event in enumerate(events)
                for kind, targets in event.links
                for target in targets
            ),
        ),
        periods=frame(
            PERIOD_COLUMNS,
            ((p.name, p.date.text, p.date.lower, p.date.upper) for p in book.periods),
        ),
        title=book.title,
        description=book.description,
        zone=book.zone,
        lang=book.lang,
        directory=book.directory,
        blocs=_blocs(book, participants["actor"].cat.categories),
        listed=frozenset(actor.id for actor in book.listed),
        types=book.types,
    )


def _blocs(book: Book, taking_part: Iterable[str]) -> tuple[Actor, ...]:
    """Return the blocs that the file lists, then those that only take part."""
    ids = dict.fromkeys([*(actor.id for actor in book.listed), *taking_part])
    actors = (book.directory.get(id_) for id_ in ids)
    return tuple(actor for actor in actors if actor.kind == "bloc")


def frame(columns: Mapping[str, str], rows: Iterable[tuple[Any, ...]] = ()) -> pd.DataFrame:
    """Return a frame of rows whose columns have their types even without any row.

    Example:
        >>> frame({"event": "int32", "kind": "object"}).dtypes.tolist()
        [dtype('int32'), dtype('O')]
    """
    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    return pd.DataFrame(
        {
            name: pd.Series(list(column), dtype=kind)
            for (name, kind), column in zip(columns.items(), values, strict=True)
        }
    )


def _events(events: list[Event], book: Book) -> pd.DataFrame:
    return pd.DataFrame({column.name: _column(column, events, book) for column in COLUMNS})


def _column(column: Column, events: list[Event], book: Book) -> pd.Series | pd.Categorical:
    values = column.values(events)
    if column.words:
        words = column.words(book) if callable(column.words) else column.words
        return pd.Categorical(values, categories=list(words))
    return pd.Series(values, dtype=column.dtype)


def _participants(events: list[Event], directory: ActorDirectory) -> pd.DataFrame:
    """Return one row for each actor of an event; categories are in order of their names."""
    triples = [
        (row, actor, role)
        for row, event in enumerate(events)
        for role, key in ROLE_KEYS.items()
        for actor in getattr(event, key)
    ]
    numbers = np.array([(row, role) for row, _, role in triples], dtype=np.int32).reshape(-1, 2)
    actors = [actor for _, actor, _ in triples]
    country_of = {actor: directory.get(actor).country or actor for actor in set(actors)}

    def named(ids: Iterable[str]) -> pd.Index:
        ordered = sorted(set(ids), key=lambda id_: (directory.get(id_).name.casefold(), id_))
        return pd.Index(ordered, dtype="object")

    return pd.DataFrame(
        {
            "event": numbers[:, 0],
            "actor": pd.Categorical(actors, categories=named(actors)),
            "role": pd.Categorical.from_codes(
                numbers[:, 1].astype(np.int8), pd.Index([role.word for role in Role])
            ),
            "country": pd.Categorical(
                [country_of[actor] for actor in actors], categories=named(country_of.values())
            ),
        }
    )


def _actors(ids: Iterable[str], directory: ActorDirectory) -> pd.DataFrame:
    return frame(
        ACTOR_COLUMNS,
        (
            (actor.id, actor.name, actor.kind, actor.country or "", actor.color or "")
            for actor in map(directory.get, ids)
        ),
    )


def _source(source: Source) -> tuple[str | int, ...]:
    date = source.date.text if source.date else ""
    texts = (date if key == "date" else getattr(source, key) for key in SOURCE_COLUMNS)
    return (*texts, not source.redistribute, known_by(source.date))


def _claims(events: list[Event], directory: ActorDirectory) -> pd.DataFrame:
    """Return one row for each claim, those of an event in the order of their dates."""
    return frame(
        CLAIM_COLUMNS,
        (
            (
                row,
                tuple(directory.get(actor).name for actor in claim.by),
                claim.by,
                claim.stance,
                claim.date.text if claim.date else "",
                known,
                status,
                claim.note,
                *_source(claim.source or Source()),
            )
            for row, event in enumerate(events)
            for claim, known, status in statuses_over_time(event, directory.party_of)
        ),
    )
