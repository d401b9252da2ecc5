"""Every text about events is from the catalogue, or from the file."""

from __future__ import annotations

import re
from typing import Any

from dashboard.analysis.choices import choose_nodes, list_chips, menu_choices, only_established
from dashboard.analysis.dataset import Dataset
from dashboard.analysis.evidence.event_card import describe_event
from dashboard.analysis.evidence.event_rows import list_events
from dashboard.analysis.timeline.timeline import lay_out_timeline
from dashboard.analysis.timeline.upright import lay_out_upright
from dashboard.figures.timeline import draw_timeline
from dashboard.figures.upright import draw_column_names, draw_upright
from dashboard.markup import is_element
from dashboard.page.card import draw_card
from dashboard.page.chips import draw_chips, draw_switches, draw_unknown
from dashboard.page.event_list import draw_event_list
from dashboard.query.selection import Selection
from tests.examples import tables_of
from tests.page.drawn import VIEWPORT, Drawn, drawn_text, elements
from tests.pseudo import bracketed

TABLES = tables_of("""
actors:
  - {id: gr, name: "Ελλάδα", kind: country}
  - {id: a, name: Άλφα, kind: organization}
  - {id: b, name: Βήτα, kind: organization}
  - {id: c, name: Γάμμα, kind: organization}
  - {id: d, name: Δέλτα, kind: person, country: "Ελλάδα"}
events:
  - id: one
    date: 1990
    title: Ένα
    type: condemn
    actors: [d, b]
    targets: [b]
    aimed_at: [c]
    place: Δήλος
    importance: 5
    description: Περιγραφή
    claims:
      - {by: [a], stance: asserts, date: 1990, note: Ναι}
      - {by: [b], stance: denies, date: 1990, source: {publisher: Νέα, reliability: B}}
      - {by: [c], stance: denies, date: 1991, source: {publisher: Νέα, redistribute: false}}
    sources: [{title: Πηγή, author: Ωμέγα}]
  - {id: two, date: 2001, title: Δύο, actors: [a, b], links: {responds_to: [one]}}
  - {id: three, date: 2011, title: Τρία, actors: [c], status: alleged, reports: 12}
""")
QUERIES = (
    "",
    "event=one&nodes=actor",
    "event=two&as_known_on=2005&lanes=type",
    "from=1995&to=1996&lanes=status",
    "status=denied&type=condemn&country=Άλφα&country=Βήτα&country=Γάμμα&ö=ä",
)
HEARD = ("aria-label", "aria-description", "title", "data-tip")


def translatable(part: Any) -> list[Any]:
    """Elements with the texts that people read, without messages and ticks, which are dates."""
    shown = [each for each in part if not is_element(each) or _is_translatable(each)]
    return [
        [each[0], each[1], translatable(each[2])] if is_element(each) else each for each in shown
    ]


def _is_translatable(one: Drawn) -> bool:
    return one[1].get("lang") != "en" and one[1].get("class") != "axis"


def outside_brackets(text: str) -> str:
    """The text that is not from the catalogue; one that is cut has no bracket at its end."""
    before = ""
    while text != before:
        before, text = text, re.sub("⟦[^⟦⟧]*⟧|⟦[^⟦⟧…]*…", "", text)
    return text


def test_every_text_about_events_is_from_the_catalogue_or_from_the_file() -> None:
    found = set()
    with bracketed():
        for query in QUERIES:
            selection = Selection.from_query(query, TABLES, strict=False)
            dataset = Dataset(TABLES).as_known_on(selection.as_known_on)
            tables, selected = dataset.tables, selection.apply(dataset.tables)
            timeline = lay_out_timeline(dataset, selection, selected, VIEWPORT.plot_area)
            upright = lay_out_upright(dataset, selection, selected, VIEWPORT.plot_area)
            chips = list_chips(selection, tables)
            card = describe_event(tables, selection)
            switches = [only_established(selection), *choose_nodes(selection, tables)]
            parts = [
                draw_card(card, edits=True),
                draw_event_list(list_events(tables, selection, selected, 1)),
                draw_chips(chips, None),
                draw_unknown(chips),
                draw_switches(switches),
                list(menu_choices(selection, tables).values()),
                [draw_timeline(timeline)],
                [timeline.hidden_note],
                [draw_upright(upright), draw_column_names(upright)],
            ]
            shown = [each for part in parts for each in translatable(part)]
            heard = [one[1].get(name, "") for one in elements(shown) for name in HEARD]
            found |= {drawn_text(shown), *heard}
    untranslated = [re.findall("[A-Za-z]+", outside_brackets(text)) for text in found]
    assert [words for words in untranslated if words] == []
    assert sum(text.count("⟦") for text in found) > 150
