"""The table of filters: one row for each thing that a reader can choose.

To add a filter, add a row to ``Choices`` and its mask to ``query.matching``; to add a choice of
how events are shown, add a row to ``Views``. The URL, the chips, the controls, the API, the
sentence, the cache of lanes and the table in the README follow.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import TYPE_CHECKING

from dashboard.model.book import STATUSES
from dashboard.model.dates import parse_date
from dashboard.model.event_fields import SEARCHED
from dashboard.model.labels import STATUS_LABELS
from dashboard.model.limits import LONGEST_NAME
from dashboard.query import options, parameters
from dashboard.query.choices import MATCHES
from dashboard.query.dyad import Dyad
from dashboard.query.filter import Control, Filter, field_of
from dashboard.query.matching import (
    has_actors,
    has_code,
    has_countries,
    has_dyads,
    has_words,
    is_known,
    overlaps,
    positions,
)
from dashboard.query.parameters import one_of
from dashboard.query.views import Views
from dashboard.words.direction import isolated
from dashboard.words.language import pgettext, pgettext_noop
from dashboard.words.lists import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.query.tables import Tables
    from dashboard.query.window import Window


def _name(id_: str, tables: Tables) -> str:
    return isolated(tables.actor_names.get(id_, id_))


@dataclass(frozen=True, slots=True)
class Choices(Views):
    """All that a reader can choose; the field of a parameter that may be repeated is a tuple."""

    countries: tuple[str, ...] = field_of(
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
                "country-filter",
                "choices",
                pgettext_noop("a filter", "Countries"),
                pgettext_noop("a filter without a choice", "All countries"),
                options.countries,
                keywords=options.other_names,
            ),
        )
    )
    match: str = field_of(
        Filter(
            ("match",),
            "`any` of the countries takes part, or `all`",
            one_of(MATCHES, "match"),
            default="any",
            control=Control("match-mode", "one", pgettext_noop("a filter", "Events with")),
        )
    )
    actors: tuple[str, ...] = field_of(
        Filter(
            ("actor",),
            "repeated: actors who must all take part, persons and groups too",
            parameters.actor_id,
            default=(),
            many=True,
            longest=LONGEST_NAME,
            mask=lambda tables, chosen: has_actors(tables, chosen.actors),
            label=lambda id_, tables: pgettext(
                "a filter: events in which an actor takes part",
                "with {actor}",
                actor=_name(id_, tables),
            ),
            joint=lambda _: None,
        )
    )
    dyads: tuple[Dyad, ...] = field_of(
        Filter(
            ("dyad",),
            "repeated; `RUS:PRK`: only events in which the one acts on the other. `RUS:*` is "
            "Russia on anyone, `PRK:RUS:both` either way; `:conflict`, `:neutral` or "
            "`:cooperation` at the end keeps acts of that side. It chooses events of any of the "
            "dyads; the charts of relations go on to show the others.",
            parameters.read_dyad,
            default=(),
            many=True,
            check=parameters.check_dyad,
            write=lambda dyads: [dyad.text() for dyad in dyads],
            show=lambda dyads: [dyad.text() for dyad in dyads],
            take=parameters.take_dyads,
            mask=lambda tables, chosen: has_dyads(tables.level(chosen.nodes), chosen.dyads),
            label=lambda dyad, tables: dyad.in_words(tables.actor_names),
        )
    )
    types: tuple[str, ...] = field_of(
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
            control=Control(
                "type-filter",
                "choices",
                pgettext_noop("a filter", "Types"),
                pgettext_noop("a filter without a choice", "All types"),
                options.types,
            ),
        )
    )
    statuses: tuple[str, ...] = field_of(
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
            control=Control(
                "status-filter",
                "choices",
                pgettext_noop("a filter", "Status"),
                pgettext_noop("a filter without a choice", "Any status"),
                options.statuses,
            ),
        )
    )
    text: str = field_of(
        Filter(
            ("text",),
            f"words that all occur in {listed(SEARCHED, 'or')}, or are a name of an actor that "
            "takes part (`DPRK`; up to three letters in capitals); so may the whole text",
            parameters.read_text,
            mask=lambda tables, chosen: has_words(tables, chosen.text),
            label=lambda text, _: pgettext(
                "a filter: words that were searched for", "“{words}”", words=isolated(text)
            ),
            control=Control(
                "text-filter",
                "text",
                pgettext_noop("a filter", "Search"),
                pgettext_noop("a filter without a choice", "Search ( / )"),
            ),
            take=parameters.take_text,
        )
    )
    as_known_on: str = field_of(
        Filter(
            ("as_known_on",),
            "the record as known on a day, see below",
            parameters.read_day,
            mask=lambda tables, chosen: is_known(tables, parse_date(chosen.as_known_on)),
            label=lambda day, _: pgettext(
                "a filter: events as known on a day", "as known on {day}", day=day
            ),
            control=Control(
                "known-on", "date", pgettext_noop("a filter", "Known on"), "2023-10-20"
            ),
            take=parameters.take_day,
        )
    )
    window: Window | None = field_of(
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


_ROWS = {own.name: own.metadata["filter"] for own in fields(Choices)}
FILTERS: Mapping[str, Filter] = MappingProxyType(
    dict(sorted(_ROWS.items(), key=lambda item: item[1].is_view))
)
"""Row by field of ``Choices``, in the order of the URL and of the chips: filters, then views."""
QUERY_NAMES = tuple(name for row in FILTERS.values() for name in row.names)
"""Names of the parameters of the URL."""
