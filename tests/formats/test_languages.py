"""Exports in another language: what people read is in it; ids, keys and data are the same."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dashboard import Selection, load
from dashboard.cli import main
from dashboard.figures.sheet import EDGE, Sheet, draw_sheet
from dashboard.library import export, timeline_figure
from dashboard.words.language import speaking
from tests.examples import EVENTS_FILE, tables_of
from tests.formats.exports import RESTRICTED, export_of, written
from tests.pseudo import bracketed

UNTITLED = tables_of(RESTRICTED.replace("title: Port visits\n", ""))
ID = re.compile(r"^UID:.*|<id>.*?</id>|@misc\{.*|<(?:node|edge) [^>]*id=\"[^\"]*\"", re.MULTILINE)
"""What other programs keep: ids of events, feeds and entries, keys of citations and graphs."""


@pytest.mark.parametrize("name", ["ical", "atom", "bibtex", "gexf", "graphml"])
def test_ids_are_the_same_and_words_are_not(name: str) -> None:
    english = written(name, export_of(UNTITLED, "country=Japan"))
    with bracketed():
        other = written(name, export_of(UNTITLED, "country=Japan")).replace("\r\n ", "")
    assert ID.findall(other) == ID.findall(english) != []
    assert "⟦Timeline of events⟧" in other
    assert "⟦Withheld: 2 events with a source that may not be passed on.⟧" in other


@pytest.mark.parametrize("name", ["csv", "jsonl"])
def test_rows_are_the_same(name: str) -> None:
    english = written(name, export_of(UNTITLED))
    with speaking("ko"):
        assert written(name, export_of(UNTITLED)) == english


def test_the_name_of_a_file_is_the_same() -> None:
    english = export_of(UNTITLED, "country=Japan").file_name("csv")
    with speaking("ko"):
        assert export_of(UNTITLED, "country=Japan").file_name("csv") == english


def test_an_export_keeps_its_language_while_others_speak() -> None:
    with speaking("ko"):
        asked = export_of(UNTITLED)
    assert "2023년" in written("citation", asked)
    assert "2023년" not in written("citation", export_of(UNTITLED))


def test_the_command_writes_in_a_language(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    command = ["export", str(EVENTS_FILE), "--format", "html", "-o", str(file)]
    for more, tag, direction in (
        ([], "en", "ltr"),
        (["--lang", "ar-EG"], "ar", "rtl"),
        (["--query", "lang=ko"], "ko", "ltr"),
    ):
        assert main([*command, *more]) == 0
        assert f'<html lang="{tag}" dir="{direction}">' in file.read_text("utf-8")


def test_an_unknown_language_is_refused_with_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["export", "--format", "csv", "--lang", "tlh"])
    assert ended.value.code == 2
    assert 'there are no words in "tlh": choose "en", "ar"' in capsys.readouterr().err


def test_the_library_writes_in_a_language() -> None:
    tables = load(EVENTS_FILE)
    picture = timeline_figure(tables, lang="ko").svg()
    assert 'lang="ko"' in picture
    assert "일본" in picture
    assert "일본" not in timeline_figure(tables).svg()
    chosen = Selection.of(tables, country="Japan", lang="ko")
    assert "2023년" in export(tables, "citation", chosen).decode()
    assert "2023年" in export(tables, "citation", chosen, lang="ja").decode()
    with pytest.raises(ValueError, match="no words in"):
        export(tables, "citation", lang="tlh")


def test_a_sheet_begins_at_the_right_where_lines_do() -> None:
    drawing = ["svg", {"width": "200", "height": "10"}, []]
    sheet = Sheet(
        "Title", ["One"], [([["svg", {"width": "16"}, []]], "acts")], [("", drawing)], [], 400
    )
    with speaking("ar"):
        mirrored = draw_sheet(sheet)
    for one, other in zip(draw_sheet(sheet)[2][2:], mirrored[2][2:], strict=True):
        width = float(one[1].get("width", 0))
        assert float(one[1]["x"]) + float(other[1]["x"]) + width == 2 * EDGE + 400
        assert ("text-anchor" in other[1]) == (one[0] == "text")


def test_a_picture_of_a_language_is_valid() -> None:
    with speaking("ar"):
        picture = written("svg", export_of(UNTITLED))
    assert ElementTree.fromstring(picture).get("lang") == "ar"
