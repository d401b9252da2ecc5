"""A filter: one thing that a reader can choose, as text in the URL, mask, words and control."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, NoReturn
from urllib.parse import parse_qsl

from dashboard.model.limits import LONGEST_VALUE, MOST_VALUES
from dashboard.words.catalogue import ENGLISH
from dashboard.words.language import pgettext, speaking
from dashboard.words.quotes import quoted
from dashboard.words.suggestions import suggestion

if TYPE_CHECKING:
    from dashboard.query.columns import BoolArray
    from dashboard.query.selection import Selection
    from dashboard.query.tables import Tables

_MORE = "rest"
"""Name under which the values beyond ``MOST_VALUES`` are reported."""
Options = Mapping[str, Mapping[str, str]]
"""Choices of a control: label by value, in named groups."""


class Unknown(NamedTuple):
    """A part of a query without a meaning here: shown and removable on the page, never fatal."""

    name: str
    value: str
    reason: str


class SelectionError(ValueError):
    """A selection with parts that mean nothing; ``unknown`` lists them with their reasons.

    Attributes:
        unknown: name, value and reason of each part.
    """

    def __init__(self, unknown: tuple[Unknown, ...]) -> None:
        self.unknown = unknown
        super().__init__("; ".join(f"{name}: {reason}" for name, _, reason in unknown))


@dataclass(frozen=True)
class Control:
    """The component of the page that shows a filter.

    Attributes:
        id: of the component.
        kind: ``choices`` or ``date`` for a control in a menu that shows its choice, ``one`` for one
            in the menu of the row before it, ``text`` for a field beside the menus; the page builds
            these from the row. Empty for a control that is placed by hand.
        label, placeholder: English words of the menu or of the field; ``in_words`` and ``hint``
            are those in the language of the reader.
        options: returns the choices for tables; the second argument are values that must be
            offered even if the file no longer contains them.
        prop: property of the component that holds the value.
        keywords: returns by value other names under which a choice is found, one a line, as
            ``normalise`` writes them.
    """

    id: str
    kind: Literal["choices", "one", "text", "date", ""] = ""
    label: str = ""
    placeholder: str = ""
    options: Callable[[Tables, Iterable[str]], Options] | None = None
    prop: str = "value"
    keywords: Callable[[Tables], Mapping[str, str]] | None = None

    @property
    def in_words(self) -> str:
        """The words of the menu or of the field."""
        return pgettext("a filter", self.label)

    @property
    def hint(self) -> str:
        """The words of the field while nothing is chosen."""
        return pgettext("a filter without a choice", self.placeholder)


@dataclass(frozen=True)
class Filter:
    """One row of the table of filters; ``Selection`` has a field for each.

    Attributes:
        names: parameters of the URL; the window has two.
        meaning: one line for the documentation.
        read: turns the text of a parameter into a value, or raises ValueError with the reason.
        longest: number of characters that a text may have.
        default: value of the field if nothing is chosen.
        many: whether a parameter may be repeated; of others the last one counts.
        join: makes the field's value from the values of several ``names``.
        check: raises ValueError where a value, or one item of many, does not go with the other
            fields.
        write: returns the texts of a value, for each of ``names`` one, or one for each item.
        mask: flags the events that pass, for a selection whose field is not the default.
        in_time: whether the mask is about time: it narrows what is visible, not what matches.
        label: words for the value, or for one item of many; ``None`` for a choice of view.
        joint: word between the last two labels of a sentence; ``None`` keeps labels apart.
        control: the component that shows the filter; ``None`` for links and chips alone.
        show: turns a value into JSON for the page: for the control, or for a store.
        take: turns the JSON of the page into a value, or raises ValueError.
        is_view: whether it states how events are shown; clearing the filters keeps it.
        moves_lanes: whether the lanes of the timeline depend on it.
    """

    names: tuple[str, ...]
    meaning: str
    read: Callable[[str, Tables], Any]
    default: Any = ""
    many: bool = False
    longest: int = LONGEST_VALUE
    join: Callable[[Mapping[str, Any]], Any] | None = None
    check: Callable[[Any, Mapping[str, Any], Tables], None] | None = None
    write: Callable[[Any], Iterable[str]] | None = None
    mask: Callable[[Tables, Selection], BoolArray] | None = None
    in_time: bool = False
    label: Callable[[Any, Tables], str] | None = None
    joint: Callable[[Selection], str | None] = lambda _: "or"
    control: Control | None = None
    show: Callable[[Any], Any] | None = None
    take: Callable[[Any, Tables], Any] | None = None
    is_view: bool = False
    moves_lanes: bool = True

    def pairs(self, value: Any) -> list[tuple[str, str]]:
        """Return name and text of each parameter that writes ``value``."""
        if self.many:
            return [(self.names[0], text) for text in (self.write(value) if self.write else value)]
        texts = self.write(value) if self.write else (str(value),)
        return [(name, text) for name, text in zip(self.names, texts, strict=True) if text]

    def labels(self, value: Any, tables: Tables) -> list[tuple[str, Any]]:
        """Return words for each item of a value, with the value that is left without the item."""
        if self.label is None:
            return []
        if not self.many:
            return [(self.label(value, tables), self.default)]
        return [
            (self.label(item, tables), tuple(other for other in value if other != item))
            for item in value
        ]

    def as_json(self, value: Any) -> Any:
        """Return a value as the page keeps it: in its control, or in a store."""
        if self.show:
            return self.show(value)
        return list(value) if self.many else value

    def from_json(self, data: Any, tables: Tables) -> Any:
        """Return the value for what the page keeps; ids that the file lost are kept.

        Raises:
            ValueError: it means nothing here; the message gives the reason.
            TypeError: it is of a type that the page never sends.
        """
        if self.take:
            return self.take(data, tables)
        if data is None or data == "":
            return self.default
        if self.many:
            return tuple(typed(item, str) for item in typed(data, list, tuple)[:MOST_VALUES])
        return self.read(str(typed(data, type(self.default))), tables)


def field_of(row: Filter) -> Any:
    """Return the field of a dataclass that a row of the table describes."""
    return field(default=row.default, metadata={"filter": row})


def typed(data: Any, *types: type) -> Any:
    """Return ``data`` if it is of one of some types.

    Raises:
        TypeError: it is of another type; a boolean is not an integer here.

    >>> typed([1, 2], list, tuple)
    [1, 2]
    """
    if not isinstance(data, types) or (isinstance(data, bool) and bool not in types):
        names = " or ".join(each.__name__ for each in types)
        raise TypeError(f"{type(data).__name__} instead of {names}")
    return data


@speaking(ENGLISH)
def read_query(
    query: str | Iterable[tuple[str, str]], tables: Tables, filters: Mapping[str, Filter]
) -> tuple[dict[str, Any], tuple[Unknown, ...]]:
    """Read a query string, or its pairs of name and value.

    Args:
        query: with or without ``?``; or its pairs.
        tables: the events file, which knows the names of actors.
        filters: the table of filters by field.

    Returns:
        The fields of a selection that are given, and the parts that mean nothing.
    """
    pairs = list(parse_qsl(query.removeprefix("?")) if isinstance(query, str) else query)
    fields_by_name = {name: field for field, row in filters.items() for name in row.names}
    given: dict[str, dict[str, Any]] = {}
    unknown: list[Unknown] = []
    if len(pairs) > MOST_VALUES:
        reason = f"a query contains at most {MOST_VALUES} values: the others are left out"
        unknown.append(Unknown(_MORE, f"{len(pairs) - MOST_VALUES:,} values", reason))
    for name, written in pairs[:MOST_VALUES]:
        text = written.strip()
        if not text:
            continue
        try:
            field = fields_by_name.get(name) or _no_such_parameter(name, fields_by_name)
            row, values = filters[field], given.setdefault(field, {})
            _check_length(text, row.longest)
            value = row.read(text, tables)
            values[name] = (*values.get(name, ()), value) if row.many else value
        except ValueError as error:
            unknown.append(Unknown(name, text, str(error)))
    fields: dict[str, Any] = {}
    for field, values in given.items():
        unknown += _join(filters[field], field, values, fields)
    for field in list(fields):
        unknown += _check(filters[field], field, fields, tables)
    return fields, tuple(unknown)


def _no_such_parameter(name: str, known: Iterable[str]) -> NoReturn:
    raise ValueError(f"there is no parameter {quoted(name)}{suggestion(name, known)}")


def _check_length(text: str, most: int) -> None:
    if len(text) > most:
        length = f"{len(text):,} characters, at most {most:,} are read"
        raise ValueError(f"{quoted(text)} has {length}: shorten it")


def _join(
    row: Filter, field: str, values: dict[str, Any], fields: dict[str, Any]
) -> Iterable[Unknown]:
    """Set a field from its parameters; if they contradict each other, the last one is dropped."""
    if not values:
        return
    if row.join is None:
        (fields[field],) = values.values()
        return
    try:
        fields[field] = row.join(values)
    except ValueError as error:
        last = row.names[-1]
        dropped = values.pop(last)
        fields[field] = row.join(values)
        yield Unknown(last, dropped, str(error))


def _check(row: Filter, field: str, fields: dict[str, Any], tables: Tables) -> Iterable[Unknown]:
    """Drop the values of a field that do not go with the others."""
    if row.check is None:
        return
    given = fields[field]
    kept = []
    for value in given if row.many else (given,):
        try:
            row.check(value, fields, tables)
            kept.append(value)
        except ValueError as error:
            for name, text in row.pairs((value,) if row.many else value):
                yield Unknown(name, text, str(error))
    if not kept:
        del fields[field]
    elif row.many:
        fields[field] = tuple(kept)
