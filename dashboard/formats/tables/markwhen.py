"""Markwhen: lines of a date or range and a text, with tags, a location and sections."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.formats.rows.table_dates import Doubt, date_text
from dashboard.formats.tables.raw_table import FormatError, RawTable, Row, table_of_records
from dashboard.words.quotes import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

_EVENT = re.compile(r"(?P<date>[^:#\s][^#]{0,99}?)(?<!https)(?<!http):(?:[ \t]+(?P<text>.*)|$)")
_DATE_LIKE = re.compile(r"[0-9]{1,4}\b|[A-Z][a-z]{2,8}\.? [0-9]|now\b|![\w-]+|(?:after|before|by) ")
_SECTION = re.compile(r"(?:section|group) +(?P<name>.+)|#{1,6} +(?P<heading>.+)")
_END = re.compile(r"end ?(?:section|group)\b.*", re.IGNORECASE)
_HEADER = re.compile(r"(?P<key>[A-Za-z][\w.]*|#\w+): *(?P<value>.*)")
_TAG = re.compile(r"(?<![\w/&])#([\w-]+)")
_PROPERTY = re.compile(r"(?:location|loc): *(?P<place>.+)", re.IGNORECASE)
_INLINE_PLACE = re.compile(r"\s(?:location|loc): *([^#]+)", re.IGNORECASE)
_LINK = re.compile(r"\[([^][]{0,300})\]\((https?://[^()\s]{1,2000})\)")
_ADDRESS = re.compile(r"https?://[^\s()<>]{1,2000}")
_DAY_FIRST = re.compile(r"d/M/y", re.IGNORECASE)
_RANGE = re.compile(r" ?(?:/| - |\bto\b) ?")


def fits(text: str) -> bool:
    r"""Whether a text is probably Markwhen: two of its lines are dated, or half of them.

    >>> fits("2022: Talks\n2023-04/2023-05: Summit"), fits("Dear all,\nthe talks began.")
    (True, False)
    """
    lines = [line for line in text[:20_000].splitlines() if line.strip()]
    dated = sum(_is_event(line) is not None for line in lines)
    return dated > 1 or dated * 2 > len(lines)


def read_markwhen(text: str, path: str, notes: tuple[str, ...] = ()) -> list[RawTable]:
    """Read a subset of Markwhen: dated lines, their text, tags, locations and sections.

    Dates such as ``5/9/2022`` are month first, as Markwhen reads them, unless the header has
    ``dateFormat: d/M/y``. Dates that depend on other lines or on today are reported.

    Raises:
        FormatError: the text has no line with a date.

    Example:
        >>> table, = read_markwhen("2022-02-24 / 2022-04-01: Phase one #war", "a.mw")
        >>> table.rows[0].cells
        {'date': '2022-02-24/2022-04-01', 'title': 'Phase one', 'tags': 'war'}
    """
    order = "mdy"
    sections: list[str] = []
    entries: list[_Entry] = []
    problems: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if not bare or bare.startswith("//") or set(bare) == {"-"}:
            continue
        section = _SECTION.fullmatch(bare)
        if found := _is_event(bare):
            entries.append(_Entry(number, found["date"], found["text"] or "", sections))
        elif section:
            sections.append(_TAG.sub("", section["name"] or section["heading"]).strip())
        elif _END.fullmatch(bare):
            sections[-1:] = []
        elif entries:
            entries[-1].lines.append(bare)
        elif header := _HEADER.fullmatch(bare):
            order = "dmy" if _DAY_FIRST.search(header["value"]) else order
        else:
            problems.append(
                f"{path}: line {number}: {quoted(bare)} has no date and is not imported"
            )
    if not entries:
        raise FormatError(f"{path}: no line has a date and a text, such as 2023-10-26: Talks")
    return [_table(entries, order, path, problems, notes)]


class _Entry:
    """A dated line with the lines below it."""

    def __init__(self, number: int, date: str, text: str, sections: Iterable[str]) -> None:
        self.number = number
        self.date = date.strip()
        self.sections = [*sections]
        self.lines = [text]

    def record(self) -> dict[str, str]:
        """Return all cells but the date."""
        first, *more = self.lines
        place = ""
        others: list[str] = []
        for line in more:
            found = _PROPERTY.fullmatch(line)
            place = place or (found["place"] if found else "")
            if not found:
                others.append(line)
        if inline := _INLINE_PLACE.search(f" {first}"):
            place = place or inline[1].strip()
            first = f" {first}".replace(inline[0], " ")
        whole = "\n".join([first, *others])
        title = _LINK.sub(r"\1", _TAG.sub("", first))
        body = _LINK.sub(r"\1", "\n".join(others))
        tags = dict.fromkeys([*_TAG.findall(whole), *self.sections])
        return {
            "title": " ".join(_ADDRESS.sub("", title).split()),
            "description": body.strip(),
            "tags": "; ".join(tags),
            "location": place,
            "links": "; ".join(dict.fromkeys(_ADDRESS.findall(whole))),
        }


def _table(
    entries: list[_Entry], order: str, path: str, problems: list[str], notes: tuple[str, ...]
) -> RawTable:
    records: list[dict[str, str]] = []
    numbers: list[int] = []
    unread: list[Row] = []
    for entry in entries:
        date = _date(entry.date, order)
        if isinstance(date, Doubt):
            problems.append(f"{path}: line {entry.number}: {date.reason}")
            unread.append(Row(entry.number, {"date": entry.date, **entry.record()}))
            continue
        records.append({"date": date, **entry.record()})
        numbers.append(entry.number)
    table = table_of_records(
        path, records, kind="markwhen", problems=problems, notes=notes, numbers=numbers
    )
    return RawTable(path, table.columns, table.rows, table.problems, table.kind, unread, notes)


def _date(text: str, order: str) -> str | Doubt:
    """Return the date of a line: one date, or two with a separator of Markwhen between them."""
    whole = date_text(text, order)
    if not isinstance(whole, Doubt):
        return whole
    for separator in _RANGE.finditer(text):
        ends = [
            date_text(part.strip(), order)
            for part in (text[: separator.start()], text[separator.end() :])
        ]
        if all(isinstance(end, str) for end in ends):
            return date_text("/".join(map(str, ends)), order)
    return whole


def _is_event(line: str) -> re.Match[str] | None:
    """Return the date and text of a line that begins with something like a date."""
    line = line.strip().removeprefix("- ")
    return _EVENT.fullmatch(line) if _DATE_LIKE.match(line) else None
