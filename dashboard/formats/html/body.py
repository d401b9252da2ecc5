"""The body of an offline page: heading, filters, charts, list, sources; its script fills it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from dashboard.figures.legend import timeline_items
from dashboard.markup import h
from dashboard.words.language import (
    gettext,
    gettext_noop,
    ngettext,
    pgettext,
    pgettext_noop,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dashboard.markup import Markup

_TIMELINE_MANUAL = gettext_noop(
    "The list holds the same events. Left and right arrows move the timeline, up and down arrows "
    "walk from event to event, Enter opens one, plus and minus zoom, Home shows the whole span."
)
_NETWORK_MANUAL = gettext_noop(
    "The half of a line next to an actor is what that actor did to the other."
)
_ZOOM = (
    ("left", "←", pgettext_noop("a button of the time axis", "Earlier")),
    ("right", "→", pgettext_noop("a button of the time axis", "Later")),
    ("in", "+", pgettext_noop("a button of the time axis", "Zoom in")),
    ("out", "−", pgettext_noop("a button of the time axis", "Zoom out")),
)
_SCHEMES = (
    ("", pgettext_noop("colour scheme", "System")),
    ("light", pgettext_noop("colour scheme", "Light")),
    ("dark", pgettext_noop("colour scheme", "Dark")),
)


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
        title: title of the file, or an empty text.
        description: description of the file, or an empty text.
        data: the data of the page; see ``content``.
        credit: the last line.
        citations: of the sources for which events are withheld.
        lang: language of the title and the description, a BCP 47 tag.
    """
    withheld = len(data["hidden"])
    return [
        h.a(gettext("Skip to the list of events"), href="#list", class_="skip"),
        h.header(
            h.h1(title, dir="auto", lang=lang or None)
            if title
            else h.h1(gettext("Timeline of events")),
            h.p(description, dir="auto", lang=lang or None) if description else None,
            _filters(data),
            h.p(data["sentence"], id="said", role="status", tabindex=-1),
            _withheld(withheld, citations) if withheld else None,
        ),
        h.main(
            h.div(_charts(data), class_="charts"),
            h.div(_evidence(), class_="evidence"),
        ),
        h.section(
            h.h2(gettext("Sources")),
            h.ol(id="sources"),
            class_="all-sources",
            aria_label=gettext("Sources"),
        ),
        h.footer(h.p(credit, dir="auto") if credit else None),
        h.noscript(gettext("This page needs JavaScript for its charts, its list and its sources.")),
    ]


def _charts(data: Mapping[str, Any]) -> list[Markup]:
    timeline = _chart("timeline", gettext("Timeline"), "application", data["finding"])
    network = _chart("network", gettext("Network"), "group", data["relations"])
    items = (h.span(item.signs, " ", item.words) for item in timeline_items())
    return [
        _panel(gettext("Timeline"), _tools(), [*timeline, _manual("timeline", _TIMELINE_MANUAL)]),
        h.p(id="walk", role="status", class_="quiet"),
        h.p(items, class_="quiet legend"),
        _panel(gettext("Relations"), None, [*network, _manual("network", _NETWORK_MANUAL)]),
    ]


def _evidence() -> list[Markup]:
    more = h.button(id="more", type="button", hidden=True)
    return [
        h.section(id="card", aria_label=pgettext("the card of one event", "Event")),
        _panel(gettext("Events"), None, [h.ol(id="list", tabindex=-1), more]),
    ]


def _panel(heading: str, tools: Markup | None, content: list[Any]) -> Markup:
    return h.section(h.div(h.h2(heading), tools, class_="head"), content)


def _chart(id_: str, name: str, role: str, finding: str) -> list[Markup]:
    """Return the box of a chart and its finding; keys walk through an ``application``.

    Time runs to the right in every language.
    """
    return [
        h.div(
            id=id_,
            class_="figure",
            role=role,
            dir="ltr",
            aria_roledescription=pgettext("spoken after the name of a chart", "chart"),
            aria_label=name,
            aria_describedby=f"{id_}-finding {id_}-manual",
            tabindex=0,
        ),
        h.p(finding, id=f"{id_}-finding", class_="quiet"),
    ]


def _manual(id_: str, words: str) -> Markup:
    return h.p(gettext(words), id=f"{id_}-manual", hidden=True)


def _filters(data: Mapping[str, Any]) -> Markup:
    names, statuses = data["names"], data["statuses"]
    countries = sorted(set(chain.from_iterable(data["in"])), key=names.__getitem__)
    used = sorted(set(data["status"]))
    return h.form(
        _choice(
            "country",
            pgettext("the label of a filter", "Country"),
            pgettext("every country", "All"),
            ((number, names[number]) for number in countries),
        ),
        _choice(
            "type",
            pgettext("the label of a filter", "Type"),
            pgettext("every event type", "All"),
            enumerate(data["types"]),
        ),
        _choice(
            "status",
            pgettext("the label of a filter", "Status"),
            pgettext("every status", "All"),
            ((number, statuses[number]) for number in used),
        ),
        _labelled(pgettext("the label of a filter", "Search"), h.input(name="text", type="search")),
        h.button(
            pgettext("a button that ends all filters", "Clear"),
            id="clear",
            type="button",
            hidden=True,
        ),
        _labelled(gettext("Colours"), _schemes()),
        id="filters",
        role="search",
    )


def _labelled(label: str, control: Markup) -> Markup:
    return h.label(label, " ", control)


def _schemes() -> Markup:
    options = (h.option(pgettext("colour scheme", words), value=name) for name, words in _SCHEMES)
    return h.select(options, id="theme")


def _choice(name: str, label: str, every: str, options: Iterable[tuple[int, str]]) -> Markup:
    choices = (h.option(words, value=number, dir="auto") for number, words in options)
    return _labelled(label, h.select(h.option(every, value=""), choices, name=name))


def _tools() -> Markup:
    buttons = (
        h.button(
            sign,
            type="button",
            data_zoom=name,
            aria_label=pgettext("a button of the time axis", words),
        )
        for name, sign, words in _ZOOM
    )
    whole = h.button(
        pgettext("a button of the time axis", "Whole span"),
        type="button",
        data_zoom="whole",
        aria_label=pgettext("a button of the time axis", "Show the whole span"),
    )
    return h.div(buttons, whole, class_="tools")


def _withheld(number: int, citations: Sequence[str]) -> Markup:
    words = ngettext(
        "{n} event withheld: a source may not be passed on. The charts keep the marks, without "
        "titles.",
        "{n} events withheld: a source may not be passed on. The charts keep the marks, without "
        "titles.",
        number,
    )
    return h.div(
        h.p(words),
        (h.p(citation, dir="auto") for citation in citations),
        class_="quiet",
    )
