"""Markup: elements as lists that a browser can draw, and nothing that could run."""

from __future__ import annotations

import pytest

from dashboard.markup import h, to_text

NASTY = '<b>1991</b> & "quotes"'


def test_an_element_is_tag_attributes_and_children() -> None:
    row = h.li("On ", h.a("x", href="?event=x", class_="open", aria_current="true"), data_id="x")
    link = ["a", {"href": "?event=x", "class": "open", "aria-current": "true"}, ["x"]]
    assert row == ["li", {"data-id": "x"}, ["On ", link]]


def test_children_may_be_numbers_lists_and_nothing() -> None:
    rows = (h.td(n) for n in (1, 2))
    assert h.tr("a", None, rows, [h.td("b"), "c"]) == [
        "tr",
        {},
        ["a", ["td", {}, ["1"]], ["td", {}, ["2"]], ["td", {}, ["b"]], "c"],
    ]


def test_flags_are_attributes_without_a_value() -> None:
    assert h.div(hidden=True) == ["div", {"hidden": ""}, []]
    assert h.div(hidden=False, title=None) == ["div", {}, []]


def test_text_of_a_file_stays_text() -> None:
    assert h.p(NASTY, title=NASTY) == ["p", {"title": NASTY}, [NASTY]]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//x.org", " ?"])
def test_an_address_that_may_run_code_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="not an address"):
        h.a("x", href=address)


@pytest.mark.parametrize("address", ["?event=x", "#list", "HTTPS://x.org/a?b=c", "http://x.org"])
def test_pages_and_queries_are_linked_to(address: str) -> None:
    assert h.a("x", href=address)[1] == {"href": address}


def test_as_text_everything_from_a_file_is_escaped() -> None:
    text = to_text([h.p(NASTY, title=NASTY), "a < b", h.br(), h.svg(h.circle(r=2))])
    assert text == (
        '<p title="&lt;b&gt;1991&lt;/b&gt; &amp; &quot;quotes&quot;">'
        '&lt;b&gt;1991&lt;/b&gt; &amp; "quotes"</p>a &lt; b<br><svg><circle r="2"/></svg>'
    )
