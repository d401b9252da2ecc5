"""The card of one event: who, when, where, on whose word."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
from dash import html

from dashboard.figures.hover import actors_in_words
from dashboard.model.book import LINK_KINDS, RELIABILITIES, STANCES, STATUSES
from dashboard.model.calendar_words import in_words
from dashboard.model.dates import format_seconds, parse_date, validate_zone
from dashboard.model.event_types import QUAD_CLASSES, event_types
from dashboard.model.limits import MOST_ITEMS
from dashboard.page.attributes import aria, data
from dashboard.page.links import country_link, event_link, link, outside_link
from dashboard.query.tables import SOURCE_COLUMNS

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.query.selection import Selection
    from dashboard.query.tables import Tables

_ROLE_WORDS = {"actor": "Acts", "target": "Target", "aimed_at": "Aimed at"}
_REVERSE = {
    "responds_to": "answered by",
    "follows": "followed by",
    "implements": "put into practice by",
    "violates": "broken by",
    "corrects": "set right by",
}


def card(tables: Tables, selection: Selection, *, edits: bool = False) -> list[Component]:
    """Return the card of the chosen event, or nothing; with a button if it can be edited."""
    row = tables.row_of.get(selection.event)
    if row is None:
        return []
    event: dict[str, Any] = {str(name): column.iat[row] for name, column in tables.events.items()}
    return [
        html.Div(
            [
                html.H2(event["title"], id="card-title"),
                *([_edit_button(selection.event)] if edits else []),
                link(
                    "Close",
                    replace(selection, event=""),
                    className="card-close",
                    **aria(label="Close this event"),
                ),
            ],
            className="card-head",
        ),
        html.P(
            [
                html.Span(event["status"], className=f"badge badge-{event['status']}"),
                html.Span(STATUSES[event["status"]], className="quiet"),
            ]
        ),
        html.Dl(_facts(tables, selection, row, event), className="facts"),
        *([html.P(event["description"])] if event["description"] else []),
        *_claims(tables, selection, row),
        *_sources(tables, row),
        *_links(tables, selection, row),
    ]


def _edit_button(event: str) -> Component:
    return html.Button("Edit", className="button", type="button", **data(edit=event))


def _facts(
    tables: Tables, selection: Selection, row: int, event: dict[str, Any]
) -> list[Component]:
    kind = event_types()[event["type"]]
    date = parse_date(event["date"])
    when = in_words(date)
    if date.precision == "day" and event["zone"] != "UTC":
        when += f" ({event['zone']})"
    facts: list[tuple[str, Any]] = [("When", when)]
    if event["known"] > event["lower"]:
        facts.append(("Known since", _day_in_words(int(event["known"]), event["zone"])))
    facts += _participants(tables, selection, row)
    if event["place"]:
        country = tables.actor_names.get(event["place_country"], "")
        place = event["place"] if country in event["place"] else f"{event['place']}, {country}"
        facts.append(("Where", place))
    nature = f"{kind.label} · {QUAD_CLASSES[kind.quad_class]} · CAMEO {kind.cameo_code}"
    facts.append(("What", nature))
    facts.append(("Score", f"{event['score']:+.1f} on the Goldstein scale (−10 to +10)"))
    if event["tags"]:
        facts.append(("Tags", event["tags"]))
    if event["line"]:
        facts.append(("In the file", f"line {event['line']}"))
    return [html.Div([html.Dt(name), html.Dd(value)]) for name, value in facts]


def _day_in_words(second: int, zone: str) -> str:
    """Return the day that holds an instant in the zone in which the event's days are meant."""
    with suppress(ValueError, OverflowError, OSError):  # years that no time zone knows
        offset = datetime.fromtimestamp(second, validate_zone(zone)).utcoffset() or timedelta()
        second += int(offset.total_seconds())
    return in_words(parse_date(format_seconds(second, "day")))


def _participants(tables: Tables, selection: Selection, row: int) -> list[tuple[str, Any]]:
    part = tables.participants[tables.participant_event == row]
    facts: list[tuple[str, Any]] = []
    for role, words in _ROLE_WORDS.items():
        of_role = part[part["role"] == role]
        names: list[Any] = []
        for actor, country in zip(of_role["actor"], of_role["country"], strict=True):
            name = tables.actor_names[actor]
            names += [", "] if names else []
            names.append(country_link(country, name, selection))
            if country != actor:
                names.append(f" ({tables.country_names[country]})")
        if names:
            facts.append((words, names))
    return facts


def _claims(tables: Tables, selection: Selection, row: int) -> list[Component]:
    claims = tables.claims[tables.claims["event"] == row]
    if selection.as_known_on:
        claims = claims[claims["known"] < parse_date(selection.as_known_on).upper]
    if claims.empty:
        return []
    items = []
    claim: dict[Any, Any]
    for claim in claims.to_dict("records"):
        stance = str(claim["stance"])
        source = {name: claim[f"source_{name}"] for name in SOURCE_COLUMNS}
        head: list[Any] = [
            html.Strong(", ".join(claim["by"])),
            " ",
            html.Span(
                stance.replace("_", " "), className=f"stance stance-{stance}", title=STANCES[stance]
            ),
        ]
        if claim["date"]:
            head.append(html.Span(f" · {in_words(parse_date(claim['date']))}", className="quiet"))
        body: list[Any] = [html.Div(head), *([html.Div(claim["note"])] if claim["note"] else [])]
        if any(source.values()):
            body.append(html.Div(_source_parts(source), className="quiet"))
        items.append(html.Li(body))
    return [html.H3("Who says so"), html.Ul(items, className="claims")]


def _sources(tables: Tables, row: int) -> list[Component]:
    sources = tables.sources[tables.sources["event"] == row]
    if sources.empty:
        return [html.H3("Sources"), html.P("No source is given.", className="quiet")]
    items = [html.Li(_source_parts(source)) for source in sources.to_dict("records")]
    return [html.H3("Sources"), html.Ul(items, className="sources")]


def _source_parts(source: dict[Any, Any]) -> list[Any]:
    """Return publisher, linked title, author, date, archived copy and reliability, as given."""
    label = source["title"] or source["publisher"] or source["author"] or source["url"]
    parts: list[Any] = [outside_link(label, source["url"]) if source["url"] else label]
    if source["publisher"] and source["publisher"] != label:
        parts += [" · ", source["publisher"]]
    if source["author"] and source["author"] != label:
        parts += [" · ", source["author"]]
    if source["date"]:
        parts += [" · ", in_words(parse_date(source["date"]))]
    if source["archive_url"]:
        parts += [" · ", outside_link("archived copy", source["archive_url"])]
    if source["reliability"]:
        letter = source["reliability"]
        parts += [" · ", html.Span(f"{letter}: {RELIABILITIES[letter]}", className="reliability")]
    return parts


def _links(tables: Tables, selection: Selection, row: int) -> list[Component]:
    links = tables.links
    found = [
        (LINK_KINDS[kind], target)
        for kind, target in links.loc[links["event"] == row, ["kind", "target"]].itertuples(
            index=False
        )
    ] + [
        (_REVERSE[kind], origin)
        for kind, origin in links.loc[links["target"] == row, ["kind", "event"]].itertuples(
            index=False
        )
    ]
    if not found:
        return []
    more = [html.Li(f"and {len(found) - MOST_ITEMS:,} more")] if len(found) > MOST_ITEMS else []
    found = found[:MOST_ITEMS]
    ids = tables.events["id"].tolist()
    others = np.array([other for _, other in found])
    dates = tables.events["date"].to_numpy()[others]
    actors = actors_in_words(tables, others, 3)
    items = [
        html.Li(
            [
                f"{words} ",
                event_link(ids[other], tables, selection),
                html.Span(f" · {in_words(parse_date(date))} · {who}", className="quiet"),
            ]
        )
        for (words, other), date, who in zip(found, dates, actors, strict=True)
    ]
    return [html.H3("Links"), html.Ul([*items, *more], className="links")]
