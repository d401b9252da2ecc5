"""The form of an event: every field has an input, and an untouched form changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dashboard.model.fields import RECORDS
from dashboard.page.edit_form import event_form
from dashboard.page.form_help import meaning_id
from dashboard.query.tabulate import tabulate
from dashboard.reading.book import read_book
from dashboard.reading.decoding import decode
from dashboard.web.form_values import form_values
from dashboard.writing.editing import edit_text, event_fields
from dashboard.writing.edits import ReplaceEvent
from tests.examples import EVENTS_FILE, REPOSITORY, tables_of
from tests.page.drawn import drawn_text, of_class, of_tag
from tests.pseudo import bracketed

FILES = [EVENTS_FILE, *sorted((REPOSITORY / "tests/corpus/valid").glob("*.yaml"))]
CONTROLS = ("input", "textarea", "select")


def filled(part: Any, record: int = 0) -> Iterator[tuple[str, str]]:
    """Name and text of each input, as the browser reads them; of templates there are none."""
    if not isinstance(part, list):
        return
    tag, attributes, children = part
    if tag in CONTROLS:
        text = attributes.get("value", attributes.get("data-value", ""))
        text = "".join(children) if tag == "textarea" else text
        yield attributes["name"].replace("#", str(record)), text
    elif tag != "template":
        records = 0
        for child in children:
            is_record = isinstance(child, list) and child[1].get("class") == "edit-record"
            yield from filled(child, records if is_record else record)
            records += is_record


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_untouched_form_changes_nothing(file: Path) -> None:
    text = decode(file.read_bytes(), file.name)
    assert isinstance(text, str)
    book = read_book(text).book
    assert book is not None
    tables = tabulate(book)
    for event in book.events[:40]:
        form = event_form(event_fields(text, event.id), tables, book.sources)
        values = form_values(filled(form))
        edited = edit_text(text, ReplaceEvent(event.id, values.fields))
        assert edited.diff() == ""


def test_every_field_of_an_event_has_an_input() -> None:
    source = {"title": "T", "url": "https://example.org/a", "date": "2024"}
    claim = {"by": ["Japan"], "stance": "denies", "source": source}
    values = {
        "sources": [source],
        "claims": [claim],
        "links": {kind: ["a"] for kind in RECORDS["links"]},
    }
    names = [name.split(".") for name, _ in filled(event_form(values, tables_of("[]")))]
    assert {parts[0] for parts in names} == set(RECORDS["event"])
    for record in ("place", "links"):
        assert {parts[1] for parts in names if parts[0] == record} == set(RECORDS[record])
    assert {parts[2] for parts in names if parts[0] == "claims"} == set(RECORDS["claim"])
    assert {parts[2] for parts in names if parts[0] == "sources"} == set(RECORDS["source"])


def test_every_input_is_described_by_the_meaning_of_its_field() -> None:
    values = {"sources": ["a"], "claims": [{"by": "Japan"}], "new": [{"name": "A"}]}
    form = event_form(values, tables_of("[]"))
    (fold,) = of_class([form], "edit-help")
    texts = {part[1]["id"]: drawn_text(part) for part in of_tag([fold], "dd")}
    assert all(texts.values())
    for tag in (*CONTROLS, "fieldset"):
        for part in of_tag([form], tag):
            if tag != "fieldset" or "data-list" in part[1]:
                assert part[1]["aria-describedby"] in texts, part[1]
    for input_, field in (
        ("title", RECORDS["event"]["title"]),
        ("claims.#.stance", RECORDS["claim"]["stance"]),
        ("claims.#.source.date", RECORDS["source"]["date"]),
        ("new.#.kind", RECORDS["actor"]["kind"]),
    ):
        assert texts[meaning_id(input_)] == field.meaning


def test_a_button_is_named_by_what_it_adds_or_removes() -> None:
    values = {"actors": ["Japan", "A {} b"], "sources": ["a", "b"], "claims": [{"by": "Japan"}]}
    buttons = of_tag([event_form(values, tables_of("[]"))], "button")
    adds = [part[1]["aria-label"] for part in buttons if "data-more" in part[1]]
    assert adds[:2] == ["Add one to “Actors”", "Add one to “Targets”"]
    names = [part[1]["aria-label"] for part in buttons if "data-less" in part[1]]
    assert names[:3] == [
        "Remove Japan from “Actors”",
        "Remove A {} b from “Actors”",
        "Remove 3 from “Actors”",
    ]
    assert {"Remove source 2", "Remove claim 1", "Remove Japan from “Who says so”"} <= {*names}


def test_every_label_and_button_is_in_the_language_of_the_reader() -> None:
    values = {"sources": ["a"], "claims": [{"by": "Japan"}], "new": [{"name": "A"}]}
    with bracketed():
        form = event_form(values, tables_of("[]"))
    texts = [
        drawn_text(part)
        for tag in ("legend", "summary", "dt", "dd", "h3", "button", "label")
        for part in of_tag([form], tag)
    ]
    attributes = [part[1] for tag in (*CONTROLS, "button") for part in of_tag([form], tag)]
    texts += [each["aria-label"] for each in attributes if each.get("aria-label")]
    assert [text for text in texts if not text.startswith("⟦") and text != "×"] == []
    # Outside of the page, as in the schema, words stay English.
    with bracketed():
        assert RECORDS["event"]["date"].label == "Date"


def test_every_input_has_a_name_that_can_be_heard() -> None:
    def unnamed(part: Any, labelled: bool = False) -> Iterator[Any]:
        if not isinstance(part, list):
            return
        tag, attributes, children = part
        if tag in CONTROLS and not (labelled or attributes.get("aria-label")):
            yield part
        for child in children:
            yield from unnamed(child, labelled or tag == "label")

    form = event_form({"sources": ["a"], "claims": [{"by": "Japan"}]}, tables_of("[]"))
    assert list(unnamed(form)) == []


def test_countries_are_found_by_their_other_names() -> None:
    form = event_form({}, tables_of("[]"))
    (names,) = (part for part in form[2] if part[1].get("id") == "known-actors")
    labels = {option[1]["value"]: option[1]["label"] for option in names[2]}
    assert "PRK" in labels["North Korea"]
    assert "DPRK" in labels["North Korea"]


def test_types_of_the_file_can_be_chosen_and_saved() -> None:
    text = """types: [{id: hug, label: A hug, score: 4, cameo: "018"}]
events:
  - {id: a, date: 2023, title: A, actors: [Japan]}
"""
    (choice,) = (
        part
        for part in of_tag([event_form({}, tables_of(text))], "select")
        if part[1]["name"] == "type"
    )
    groups = {group[1]["label"]: drawn_text(group) for group in of_tag([choice], "optgroup")}
    assert "A hug (+4)" in groups["Public statement"]
    edit = ReplaceEvent("a", {"date": "2023", "title": "A", "actors": ["Japan"], "type": "hug"})
    assert read_book(edit_text(text, edit).new).problems[0].code == "no-source"
