"""Plain markup: components become lists that a browser can draw, and nothing that could run."""

from __future__ import annotations

import json

import dash_mantine_components as dmc
import pytest
from dash import html

from dashboard.page.attributes import aria, data
from dashboard.page.card import card
from dashboard.page.markup import markup
from dashboard.query.selection import Selection
from tests.examples import shipped
from tests.page.components import drawn_text, text

NASTY = '<b>1991</b> & "quotes"'


def test_a_component_becomes_tag_attributes_and_children() -> None:
    row = html.Li(
        ["On ", html.A("x", href="?event=x", className="open", **aria(current="true"))],
        **data(event_id="x"),
    )
    link = ["a", {"href": "?event=x", "class": "open", "aria-current": "true"}, ["x"]]
    assert markup(row) == [["li", {"data-event-id": "x"}, ["On ", link]]]


def test_nothing_texts_and_numbers_are_markup_too() -> None:
    assert markup(None) == markup([]) == []
    assert markup(["a", None, 3]) == ["a", "3"]


def test_flags_are_attributes_without_a_value() -> None:
    assert markup(html.Div(hidden=True)) == [["div", {"hidden": ""}, []]]
    assert markup(html.Div(hidden=False)) == [["div", {}, []]]


def test_text_of_a_file_stays_text() -> None:
    assert markup(html.P(NASTY, title=NASTY)) == [["p", {"title": NASTY}, [NASTY]]]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//x.org", " ?"])
def test_only_addresses_that_cannot_run_code_are_linked_to(address: str) -> None:
    with pytest.raises(ValueError, match="no address"):
        markup(html.A("x", href=address))


@pytest.mark.parametrize("address", ["?event=x", "#list", "HTTPS://x.org/a?b=c", "http://x.org"])
def test_pages_and_queries_are_linked_to(address: str) -> None:
    assert markup(html.A("x", href=address))[0][1] == {"href": address}


def test_what_needs_callbacks_is_refused() -> None:
    with pytest.raises(ValueError, match="Button is not an element"):
        markup(html.Div(dmc.Button("x")))


def test_a_whole_card_goes_through_json_and_keeps_its_words() -> None:
    for id_ in shipped().events["id"]:
        parts = card(shipped(), Selection(event=id_))
        assert drawn_text(json.loads(json.dumps(markup(parts)))) == text(parts)
