"""The table of filters: one row for each thing that a reader can choose.

To add a filter, add a row to ``Choices`` and its mask to ``query.matching``. The URL, the chips,
the controls, the API, the sentence, the cache of lanes and the table in the README follow.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from dashboard.model.book import STATUSES
from dashboard.model.dates import parse_date
from dashboard.model.event_fields import SEARCHED
from dashboard.model.labels import STATUS_LABELS
from dashboard.model.limits import LONGEST_NAME
from dashboard.query import options, parameters
from dashboard.query.choices import LANES, LINKS, MATCHES, NODES, OTHERS, RELATIONS
from dashboard.query.dyad import Dyad
from dashboard.query.filter import Control, Filter, typed
from dashboard.query.matching import (
    has_actors,
    has_code,
    has_countries,
    has_dyad,
    is_known,
    overlaps,
    positions,
)
from dashboard.query.parameters import WITHIN, one_of
from dashboard.words.direction import isolated
from dashboard.words.lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dashboard.query.tables import Tables
    from dashboard.query.window import Window


def _row(row: Filter) -> Any:
    """Return the field of a dataclass that a row of the table describes."""
    return field(default=row.default, metadata={"filter": row})


def _any_of(words: Iterable[str]) -> str:
    return listed((f"`{word}`" for word in words), "or")


def _name(id_: str, tables: Tables) -> str:
    return isolated(tables.actor_names.get(id_, id_))


@dataclass(frozen=True, slots=True)
class Choices:
    """All that a reader can choose; the field of a parameter that may be repeated is a tuple."""

    countries: tuple[str, ...] = _row(
        Filter(
            ("country",),
            "repeated; any name that a file may use",
            parameters.country_id,
            default=(),
            many=True,
            longest=LONGEST_NAME,
            mask=lambda tables, chosen: has_countries(tables, chosen.countries, chosen.match),
            label=_name,
            joint=lambda selection: "and" if selection.match == "all" else "or",
            control=Control(
                "country-filter", "choices", "Countries", "All countries", options.countries
            ),
        )
    )
    match: str = _row(
        Filter(
            ("match",),
            "`any` of the countries takes part, or `all`",
            one_of(MATCHES, "match"),
            default="any",
            control=Control("match-mode", "one", "Events with"),
        )
    )
    actors: tuple[str, ...] = _row(
        Filter(
            ("actor",),
            "repeated: actors who must all take part, persons and groups too",
            parameters.actor_id,
            default=(),
            many=True,
            longest=LONGEST_NAME,
            mask=lambda tables, chosen: has_actors(tables, chosen.actors),
            label=lambda id_, tables: f"with {_name(id_, tables)}",
            joint=lambda _: None,
        )
    )
    dyad: Dyad | None = _row(
        Filter(
            ("dyad",),
            "`RUS:PRK`: only events in which the one acts on the other. `RUS:*` is Russia on "
            "anyone, `PRK:RUS:both` either way; `:conflict`, `:neutral` or `:cooperation` at the "
            "end keeps acts of that side. It chooses events; the charts of relations go on to "
            "show the other dyads.",
            parameters.read_dyad,
            default=None,
            check=parameters.check_dyad,
            write=lambda dyad: (dyad.text(),),
            show=lambda dyad: dyad.text() if dyad else None,
            take=parameters.take_dyad,
            mask=lambda tables, chosen: has_dyad(tables.level(chosen.nodes), chosen.dyad),
            label=lambda dyad, tables: dyad.in_words(tables.actor_names),
        )
    )
    types: tuple[str, ...] = _row(
        Filter(
            ("type",),
            "repeated",
            parameters.type_id,
            default=(),
            many=True,
            mask=lambda tables, chosen: has_code(
                tables.type_code, positions(chosen.types, tables.types)
            ),
            label=lambda id_, tables: tables.types[id_].label if id_ in tables.types else id_,
            control=Control("type-filter", "choices", "Types", "All types", options.types),
        )
    )
    statuses: tuple[str, ...] = _row(
        Filter(
            ("status",),
            "repeated",
            one_of(STATUSES, "status"),
            default=(),
            many=True,
            mask=lambda tables, chosen: has_code(
                tables.status_code, positions(chosen.statuses, STATUSES)
            ),
            label=lambda word, _: STATUS_LABELS[word].inline if word in STATUS_LABELS else word,
            control=Control("status-filter", "choices", "Status", "Any status", options.statuses),
        )
    )
    text: str = _row(
        Filter(
            ("text",),
            f"words that all occur in {listed(SEARCHED, 'or')}",
            parameters.read_text,
            mask=lambda tables, chosen: tables.text.matches(chosen.text),
            label=lambda text, _: f"“{isolated(text)}”",
            control=Control("text-filter", "text", "Text", "Words in title, place …"),
            take=parameters.take_text,
        )
    )
    as_known_on: str = _row(
        Filter(
            ("as_known_on",),
            "the record as known on a day, see below",
            parameters.read_day,
            mask=lambda tables, chosen: is_known(tables, parse_date(chosen.as_known_on)),
            label=lambda day, _: f"as known on {day}",
            control=Control("known-on", "text", "As known on", "2023-10-20"),
            take=parameters.take_day,
        )
    )
    window: Window | None = _row(
        Filter(
            ("from", "to"),
            "the window, two EDTF dates, both included",
            parameters.read_end,
            default=None,
            join=parameters.join_window,
            write=lambda window: window.texts(),
            mask=lambda tables, chosen: overlaps(tables, chosen.window),
            in_time=True,
            label=lambda window, _: window.in_words(),
            control=Control("window", prop="data"),
            show=lambda window: [window.lower, window.upper] if window else None,
            take=parameters.take_window,
            moves_lanes=False,
        )
    )
    event: str = _row(
        Filter(
            ("event",),
            "the event whose card is open",
            parameters.read_event,
            control=Control("event", prop="data"),
            take=parameters.take_event,
            is_view=True,
            moves_lanes=False,
        )
    )
    lanes: str = _row(
        Filter(
            ("lanes",),
            _any_of(LANES),
            one_of(LANES, "lanes"),
            default="country",
            control=Control("lane-by"),
            is_view=True,
        )
    )
    pins: tuple[str, ...] = _row(
        Filter(
            ("pin",),
            "repeated: lanes at the top, in this order",
            parameters.read_pin,
            default=(),
            many=True,
            longest=LONGEST_NAME,
            control=Control("pinned-lanes", options=options.lanes),
            is_view=True,
        )
    )
    others: str = _row(
        Filter(
            ("others",),
            "`folded`: lanes beyond the twelfth share one; `open`: each has its own",
            one_of(OTHERS, "others"),
            default="folded",
            control=Control("open-others", prop="checked"),
            show=lambda others: others == "open",
            take=lambda is_on, _: "open" if typed(is_on or False, bool) else "folded",
            is_view=True,
        )
    )
    links: str = _row(
        Filter(
            ("links",),
            "`chain`: links of the open event and of those it is linked to; `all`",
            one_of(LINKS, "links"),
            default="chain",
            control=Control("all-links", prop="checked"),
            show=lambda links: links == "all",
            take=lambda is_on, _: "all" if typed(is_on or False, bool) else "chain",
            is_view=True,
            moves_lanes=False,
        )
    )
    relations: str = _row(
        Filter(
            ("relations",),
            _any_of(RELATIONS),
            one_of(RELATIONS, "relations"),
            default="network",
            control=Control("relations-view"),
            is_view=True,
            moves_lanes=False,
        )
    )
    nodes: str = _row(
        Filter(
            ("nodes",),
            "`country`, or `actor`: persons and groups are nodes of their own",
            one_of(NODES, "nodes"),
            default="country",
            is_view=True,
        )
    )
    after: str = _row(
        Filter(
            ("after",),
            "for sequences: an event type or an actor",
            parameters.read_after,
            longest=LONGEST_NAME,
            is_view=True,
            moves_lanes=False,
        )
    )
    within: int = _row(
        Filter(
            ("within",),
            "for sequences: a number of days",
            parameters.read_within,
            default=WITHIN,
            is_view=True,
            moves_lanes=False,
        )
    )


FILTERS: Mapping[str, Filter] = MappingProxyType(
    {own.name: own.metadata["filter"] for own in fields(Choices)}
)
"""Row by field of ``Choices``, in the order of the URL and of the chips."""
QUERY_NAMES = tuple(name for row in FILTERS.values() for name in row.names)
"""Names of the parameters of the URL."""
