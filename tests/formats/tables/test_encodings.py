"""Encodings of imported texts are found, stated, and never change a character."""

from __future__ import annotations

import pytest

from dashboard.formats.tables.encodings import decode_any
from dashboard.formats.tables.raw import FormatError

TEXTS = (
    ("cp1252", "date;title\n2023-10-26;Gespräch über Frieden in Köln\n"),
    ("cp1252", "Réunion à Paris; l’accord – signé à l’Élysée"),
    ("cp1252", "año; ¿quién?"),
    ("cp1251", "дата;название\n2023-10-26;Переговоры в Москве\n"),
    ("cp1251", "Зустріч президентів України та Росії"),
    ("cp949", "날짜;제목\n2023-10-26;북한이 미사일을 발사했다\n"),
    ("cp949", "北 미사일 발사"),
    ("cp932", "日付;件名\n2023-10-26;北朝鮮がミサイルを発射した\n"),
    ("cp932", "日米首脳会談、東京で"),
    ("gb18030", "日期;标题\n2023-10-26;朝鲜发射导弹\n"),
    ("gb18030", "中国与俄罗斯举行联合军演"),
)


@pytest.mark.parametrize(("encoding", "text"), TEXTS)
def test_the_encoding_of_a_country_is_found_and_stated(encoding: str, text: str) -> None:
    decoded = decode_any(text.encode(encoding), "a.csv")
    assert (decoded.encoding, decoded.text) == (encoding, text)
    assert encoding in decoded.notes[0]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_is_read_with_and_without_a_mark(encoding: str) -> None:
    text = "date,title\n2023-10-26,Gespräch in Kraków about trade\n"
    assert decode_any(text.encode(encoding), "a.csv").text == text


def test_a_few_lines_in_another_encoding_are_named() -> None:
    data = "é1\né2\né3\n".encode() + "Zoë\n".encode("cp1252") + b"plain\n"
    decoded = decode_any(data, "a.csv")
    assert decoded.text == "é1\né2\né3\nZoë\nplain\n"
    assert "1 lines (4) as cp1252" in decoded.notes[0]


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(FormatError, match="save it as UTF-8"):
        decode_any(b"\x98\xff\x81\xff\n" * 9, "a.csv")
