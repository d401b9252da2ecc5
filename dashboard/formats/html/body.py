"""The body of an offline page: heading, filters, charts, list, sources; its script fills it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from dashboard.analysis.tone import Tone
from dashboard.figures.signs import key
from dashboard.markup import h
from dashboard.model.codes import Role
from dashboard.words.numbers import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dashboard.markup import Markup

_TIMELINE_MANUAL = (
    "The list holds the same events. Left and right arrows move the timeline, up and down arrows "
    "walk from event to event, Enter opens one, plus and minus zoom, Home shows the whole span."
)
_NETWORK_MANUAL = "The half of a line next to an actor is what that actor did to the other."
_ZOOM = (
    ("left", "←", "Earlier"),
    ("right", "→", "Later"),
    ("in", "+", "Zoom in"),
    ("out", "−", "Zoom out"),
    ("whole", "Whole span", "Show the whole span"),
)
_SCHEMES = (("", "System"), ("light", "Light"), ("dark", "Dark"))


def body(
    title: str,
    description: str,
    data: Mapping[str, Any],
    credit: str,
    citations: Sequence[str] = (),
    lang: str = "",
) -> list[Markup]:
    """Return the body.

    Args:
        title: title of the file.
        description: description of the file, or an empty text.
        data: the data of the page; see ``content``.
        credit: the last line.
        citations: of the sources for which events are withheld.
        lang: language of the title and the description, a BCP 47 tag.
    """
    timeline = _chart("timeline", "Timeline", "application", data["finding"], _TIMELINE_MANUAL)
    network = _chart("network", "Network", "group", data["relations"], _NETWORK_MANUAL)
    withheld = len(data["hidden"])
    more = h.button(id="more", type="button", hidden=True)
    return [
        h.a("Skip to the list of events", href="#list", class_="skip"),
        h.header(
            h.h1(title, dir="auto", lang=lang or None),
            h.p(description, dir="auto", lang=lang or None) if description else None,
            _filters(data),
            h.p(data["sentence"], id="said", role="status", tabindex=-1),
            _withheld(withheld, citations) if withheld else None,
        ),
        h.main(
            h.div(
                _panel("Timeline", _tools(), timeline),
                h.p(id="walk", role="status", class_="quiet"),
                _legend(),
                _panel("Relations", None, network),
                class_="charts",
            ),
            h.div(
                h.section(id="card", aria_label="Event"),
                _panel("Events", None, [h.ol(id="list", tabindex=-1), more]),
                class_="evidence",
            ),
        ),
        h.section(h.h2("Sources"), h.ol(id="sources"), class_="all-sources", aria_label="Sources"),
        h.footer(h.p(credit, dir="auto") if credit else None),
        h.noscript("This page needs JavaScript for its charts, its list and its sources."),
    ]


def _panel(heading: str, tools: Markup | None, content: list[Any]) -> Markup:
    return h.section(h.div(h.h2(heading), tools, class_="head"), content)


def _chart(id_: str, name: str, role: str, finding: str, manual: str) -> list[Markup]:
    """Return the box of a chart with its descriptions; keys walk through an ``application``."""
    return [
        h.div(
            id=id_,
            class_="figure",
            role=role,
            aria_roledescription="chart",
            aria_label=name,
            aria_describedby=f"{id_}-finding {id_}-manual",
            tabindex=0,
        ),
        h.p(finding, id=f"{id_}-finding", class_="quiet"),
        h.p(manual, id=f"{id_}-manual", hidden=True),
    ]


def _filters(data: Mapping[str, Any]) -> Markup:
    names, statuses = data["names"], data["statuses"]
    countries = sorted(set(chain.from_iterable(data["in"])), key=names.__getitem__)
    used = sorted(set(data["status"]))
    return h.form(
        _choice("country", "Country", ((number, names[number]) for number in countries)),
        _choice("type", "Type", enumerate(data["types"])),
        _choice("status", "Status", ((number, statuses[number]) for number in used)),
        h.label("Search ", h.input(name="text", type="search")),
        h.button("Clear", id="clear", type="button", hidden=True),
        h.label(
            "Colours ",
            h.select((h.option(words, value=name) for name, words in _SCHEMES), id="theme"),
        ),
        id="filters",
        role="search",
    )


def _choice(name: str, label: str, options: Iterable[tuple[int, str]]) -> Markup:
    choices = (h.option(words, value=number, dir="auto") for number, words in options)
    return h.label(f"{label} ", h.select(h.option("All", value=""), choices, name=name))


def _tools() -> Markup:
    buttons = (
        h.button(sign, type="button", data_zoom=name, aria_label=None if sign == words else words)
        for name, sign, words in _ZOOM
    )
    return h.div(buttons, class_="tools")


def _legend() -> Markup:
    strong = Tone.STRONG_COOPERATION
    items = (
        ([key(strong)], "acts"),
        ([key(strong, Role.TARGET)], "target"),
        ([key(strong, Role.AIMED_AT)], "aimed at"),
        ([key(strong, is_established=False)], "not established"),
        ([key(tone) for tone in Tone], "conflict ■ to ● cooperation"),
    )
    return h.p((h.span(signs, " ", words) for signs, words in items), class_="quiet legend")


def _withheld(number: int, citations: Sequence[str]) -> Markup:
    words = f"{count(number, 'event')} withheld: a source may not be passed on. "
    return h.div(
        h.p(words, "The charts keep the marks, without titles."),
        (h.p(citation, dir="auto") for citation in citations),
        class_="quiet",
    )
