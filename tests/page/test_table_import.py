"""The dialog *Add from a table*: its remedies are those of the page, its texts are escaped."""

from __future__ import annotations

import re

import pytest

from dashboard.formats.imports.importing import Plan, Reading, plan_import
from dashboard.formats.imports.target import Target
from dashboard.formats.recipes.choices import OWN, Choices, chosen
from dashboard.formats.recipes.recipe import KEYS
from dashboard.formats.tables.raw import read_bytes
from dashboard.markup import to_text
from dashboard.page.table_import import (
    COLUMN_KEYS,
    summary,
    table_form,
    table_mapping,
    table_preview,
    table_words,
)
from tests.page.drawn import drawn_text, of_tag
from tests.pseudo import bracketed

KEYS_OF_ROW = ("date", "actors", "title", "type", "status")
ROW = ("2020-09-27", "Japan", "Talks", "visit", "confirmed")
OF_THE_COMMAND = re.compile(r"recipe|--\w|\[values|\[codes|constants|date_order")


def planned(
    *rows: tuple[str, ...], keys: tuple[str, ...] | None = KEYS_OF_ROW
) -> tuple[Reading, Plan]:
    text = "\n".join("\t".join(row) for row in (("a", "b", "c", "d", "e"), *rows))
    table = read_bytes(text.encode(), "rows")[0]
    reading = chosen(table, Choices(OWN, keys))
    return reading, plan_import([reading], Target())


@pytest.mark.parametrize(
    ("position", "cell", "remedy"),
    [
        (0, "", "the row has no date: fill in the cell"),
        (0, "3/4/2020", "has two readings: state day first (2020-04-03) or month first"),
        (0, "2020-09-27 08:03", "state the zone of all times above, such as Asia/Baku"),
        (1, "", "the row has no actor: fill in the cell, or name the actor of such rows above"),
        (1, "Jappan", 'is not a known actor: correct it if it means "Japan"'),
        (1, "Korea", "North Korea"),
        (1, "x" * 400, "is too long for a name"),
        (2, "", "the row has no title: fill in the cell"),
        (3, "zeta", "is not a type: choose its meaning above, or correct the cell"),
        (4, "zeta", "is not a status: write one of"),
    ],
)
def test_a_left_out_row_has_a_remedy_in_the_page(position: int, cell: str, remedy: str) -> None:
    row = [*ROW]
    row[position] = cell
    reading, plan = planned(ROW, tuple(row))
    shown = to_text(table_preview(plan, reading)[2])
    assert remedy in shown
    assert "Row 3: " in shown
    assert not OF_THE_COMMAND.search(shown)
    assert summary(plan) == "1 event, 1 row left out"


@pytest.mark.parametrize("keys", [None, ("", "", "", "", ""), ("", "", "title", "type", "status")])
def test_doubts_about_the_columns_have_a_remedy_in_the_page(keys: tuple[str, ...] | None) -> None:
    reading, plan = planned(("3/4/2020", "?", "T", "zeta", "zeta"), keys=keys)
    shown = to_text([table_preview(plan, reading)])
    assert "choose it above" in shown or keys is None
    assert not OF_THE_COMMAND.search(shown)


def test_words_without_a_meaning_can_be_given_one() -> None:
    reading, _ = planned((*ROW[:3], "zeta", "<eta>"))
    assert reading.guess is not None
    words = table_words(reading.guess.unclear)
    assert words is not None
    shown = to_text([words])
    assert re.findall(r'data-word="(.*?)"', shown) == ["zeta", "&lt;eta&gt;"]
    assert '<option value="visit">' in shown
    assert '<option value="alleged">' in shown
    assert table_words({}) is None


def test_the_columns_show_their_cells_and_their_use() -> None:
    reading, _ = planned(ROW, ("2021", "Chile", "<b>", "", ""))
    shown = to_text([table_mapping([reading.table], 0, reading, True)])
    assert re.findall(r'name="key" data-value="(\w*)"', shown) == [*KEYS_OF_ROW]
    assert "<bdi>Talks</bdi> | <bdi>&lt;b&gt;</bdi>" in shown


def test_every_label_is_in_the_language_of_the_reader() -> None:
    with bracketed():
        reading, plan = planned(ROW, (*ROW[:3], "zeta", "<eta>"), keys=("", "", "", "", ""))
        mapping = table_mapping([reading.table], 0, reading, True)
        parts = [table_form(), mapping, table_preview(plan, reading)]
        assert summary(plan).startswith("⟦No new events⟧, ⟦")
    texts = [
        drawn_text(part)
        for tag in ("legend", "summary", "caption", "h3", "label")
        for part in of_tag(parts, tag)
    ]
    assert [text for text in texts if not text.startswith("⟦")] == []
    (left_out,) = of_tag(of_tag(parts, "details"), "ul")
    assert drawn_text(left_out).startswith("⟦Row 2: ")
    # The messages are English, and say so.
    assert of_tag([left_out], "span")[0][1] == {"lang": "en", "dir": "ltr"}


def test_every_use_of_a_column_is_a_key_of_a_recipe() -> None:
    assert set(COLUMN_KEYS) < set(KEYS)
