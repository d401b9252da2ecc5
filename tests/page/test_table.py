"""Tables drawn: format and alignment by the kind of a column, links, and a caption."""

from __future__ import annotations

from dashboard.analysis.link import Link
from dashboard.analysis.table import Column, Kind, Table
from dashboard.page.table import draw_table
from tests.page.components import drawn_text
from tests.page.drawn import is_plain, of_tag

COLUMNS = {
    "who": Column(Kind.TEXT, "Who"),
    "n": Column(Kind.COUNT, "How many"),
    "mean": Column(Kind.SCORE, "Mean"),
    "share": Column(Kind.SHARE, "Share"),
    "few": Column(Kind.FLAG, "Few"),
    "where": Column(Kind.TEXT, "Where"),
    "id": Column(Kind.TEXT),
}
VALUES = {
    "who": ["A", "<b>"],
    "n": [1_200, 0],
    "mean": [2.04, float("nan")],
    "share": [0.5, 1.0],
    "few": [False, True],
    "where": ["here", "there"],
    "id": ["a", "b"],
}
SHOWN = ("who", "n", "mean", "share", "few", "where")
LINKS = {"n": [Link("list the events: A acts", "dyad=A:*", chosen=True), None]}
TABLE = Table("Actors", COLUMNS, VALUES, LINKS, SHOWN, ("id",), 2, "The first 2.")


def test_each_kind_has_its_format() -> None:
    (body,) = of_tag(draw_table(TABLE), "tbody")
    assert [[drawn_text(cell) for cell in row[2]] for row in body[2]] == [
        ["A", "1,200", "+2.0", "0.50", "no", "here"],
        ["<b>", "–", "–", "1.00", "yes", "there"],
    ]
    assert is_plain(draw_table(TABLE))


def test_numbers_are_set_to_the_right_and_words_to_the_left() -> None:
    part = draw_table(TABLE)
    heads = {drawn_text(head): head[1].get("class") for head in of_tag(of_tag(part, "thead"), "th")}
    assert [name for name, class_ in heads.items() if class_ == "words"] == ["Who", "Where"]
    cells = [cell[1].get("class") for cell in of_tag(part, "td")[:5]]
    assert cells == ["number", "number", "number", "number", None]


def test_the_first_column_heads_the_rows_and_the_first_row_the_columns() -> None:
    scopes = [head[1]["scope"] for head in of_tag(draw_table(TABLE), "th")]
    assert scopes == ["col"] * len(SHOWN) + ["row"] * 2


def test_a_link_leads_to_its_selection_and_marks_the_present_choice() -> None:
    (link,) = of_tag(draw_table(TABLE), "a")
    assert link[1] == {
        "href": "?dyad=A:*",
        "data-tip": "list the events: A acts",
        "aria-label": "1,200: list the events: A acts",
        "aria-current": "true",
    }


def test_a_table_has_a_name_and_a_caption_if_there_is_more() -> None:
    part = draw_table(TABLE)
    assert part[1]["aria-label"] == "Actors"
    assert drawn_text(of_tag(part, "caption")) == "Actors The first 2."
    whole = Table("Actors", COLUMNS, VALUES, {}, SHOWN)
    assert drawn_text(of_tag(draw_table(whole), "caption")) == "Actors"
