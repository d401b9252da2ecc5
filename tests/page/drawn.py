"""Reading plain markup: its elements, its links, and how many events each of these lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

from hypothesis import strategies as st

from dashboard.page.viewport import Viewport
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from dashboard.query.tabulate import tabulate
from tests.benchmarks.worlds import world
from tests.callback_payloads import SENT
from tests.examples import shipped, tables_of
from tests.page.components import drawn_text
from tests.query.books import books, selections

Drawn = list[Any]

VIEWPORT = Viewport.of(SENT)

HARMLESS_TAGS = {
    *(
        "a",
        "b",
        "bdi",
        "caption",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "h3",
        "label",
        "li",
        "line",
        "ol",
    ),
    *("optgroup", "option", "p", "rect", "section", "select", "span", "summary", "svg", "table"),
    *("tbody", "td", "text", "th", "thead", "tr", "ul"),
    *("circle", "g", "h2", "path", "time", "tspan"),
}
NASTY = "<img src=x onerror=alert(1)>"
NASTY_FILE = f"""
actors:
  - {{id: nasty, name: "{NASTY}", kind: person, country: Chile}}
  - {{id: other, name: "</td><script>", kind: person, country: Peru}}
  - {{id: third, name: "=1+1", kind: person, country: Chad}}
events:
  - {{id: a, date: 2023-01-01, title: "{NASTY}", type: condemn, actors: [nasty], targets: [other]}}
  - {{id: b, date: 2023-01-02, title: "</a><b>", type: reject, actors: [other], targets: [nasty]}}
  - {{id: c, date: 2023-01-03, title: "&lt;i&gt;", type: reject, actors: [third], targets: [nasty]}}
  - {{id: d, date: 2024-01-01, title: "javascript:x", type: reject, actors: [third, other]}}
"""


class Parser(HTMLParser):
    """Reads text that a callback sends into plain markup."""

    def __init__(self) -> None:
        super().__init__()
        self.within: list[Drawn] = [["", {}, []]]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = [tag, {name: value or "" for name, value in attrs}, []]
        self.within[-1][2].append(made)
        if tag not in ("br", "hr", "img", "input"):
            self.within.append(made)

    def handle_endtag(self, tag: str) -> None:
        assert self.within.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.within[-1][2].append(data)


def parsed(text: str) -> list[Any]:
    """Plain markup of a text; fails where an element is not closed."""
    parser = Parser()
    parser.feed(text)
    parser.close()
    (root,) = parser.within
    return list(root[2])


def elements(part: Any) -> Iterator[Drawn]:
    """Every element within plain markup, from outside inwards; fails on what is none."""
    if isinstance(part, str):
        return
    assert isinstance(part, list), part
    if len(part) == 3 and isinstance(part[1], dict):
        yield part
        part = part[2]
    for child in part:
        yield from elements(child)


def of_tag(part: Any, tag: str) -> list[Drawn]:
    return [each for each in elements(part) if each[0] == tag]


def of_class(part: Any, name: str) -> list[Drawn]:
    return [each for each in elements(part) if name in each[1].get("class", "").split()]


def links(part: Any) -> list[tuple[str, str]]:
    """Text and address of each link."""
    return [(drawn_text(each), each[1]["href"]) for each in of_tag(part, "a")]


def number(text: str) -> int:
    return int(text.replace(",", ""))


def listed(href: str, tables: Tables) -> int:
    """How many events a link lists."""
    assert href.startswith("?")
    return int(Selection.from_query(href[1:], tables, strict=False).apply(tables).visible.sum())


def is_plain(part: Any) -> bool:
    """Whether markup consists of harmless elements, with texts for attributes, and of texts."""
    return all(
        tag in HARMLESS_TAGS
        and all(isinstance(value, str) for value in attributes.values())
        and not any(name.startswith(("on", "style", "srcdoc")) for name in attributes)
        and attributes.get("href", "?").startswith(("?", "#", "api/"))
        for tag, attributes, _ in elements(part)
    )


QUERIES = (
    "",
    "nodes=actor",
    "country=KOR&country=JPN",
    "country=KOR&country=JPN&match=all",
    "country=RUS&from=2023-10&to=2023-12",
    "type=condemn&type=accuse&type=military_aid",
    "status=confirmed&status=reported&text=korea",
    "dyad=RUS:PRK",
    "dyad=*:PRK:conflict&event=vostochny",
    "dyad=USA:PRK:both&from=2023-10-13",
    "nodes=actor&actor=PRK&actor=RUS",
    "as_known_on=2023-10-20&event=treaty",
)
"""Selections of the shipped events."""
WORLD_QUERIES = (
    "",
    "country=USA&from=2005&to=2009-06",
    "country=USA&country=CHN&match=all",
    "dyad=CHN:USA:conflict&status=confirmed",
    "nodes=actor&actor=RUS",
)


def many_worlds() -> list[tuple[str, Tables, str]]:
    """Names, tables and queries of many kinds: the shipped events, made-up worlds, a nasty file."""
    made_up = world(1_500, countries=14)
    nasty = tables_of(NASTY_FILE)
    return [
        *((f"shipped?{query}", shipped(), query) for query in QUERIES),
        *((f"world?{query}", made_up, query) for query in WORLD_QUERIES),
        ("nasty?", nasty, ""),
        ("nasty?nodes=actor", nasty, "nodes=actor"),
    ]


def chosen_books() -> st.SearchStrategy[tuple[Tables, Selection]]:
    """Generated books, each with a selection that leaves some of its events in view."""
    return st.tuples(books(max_size=10).map(tabulate), selections() | selections().map(_wide))


def _wide(selection: Selection) -> Selection:
    """The same selection with fewer filters, so that more of a small book stays in view."""
    return replace(selection, text="", types=(), actors=(), as_known_on="", window=None)
