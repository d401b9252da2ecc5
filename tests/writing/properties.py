"""Random edits of the corpus, and what must hold after each of them.

The checks know nothing of how edits are made: the file is loaded by PyYAML's own loader, lines are
compared as lines, and the comments of the corpus say themselves whose they are.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import yaml
from hypothesis import strategies as st

from dashboard.reading.book import read_book
from dashboard.reading.decoding import decode
from dashboard.writing.editing import Edited, edit_text
from dashboard.writing.edits import DeleteEvent, Edit
from tests.writing.corpus import CORPUS, NAMES

if TYPE_CHECKING:
    from dashboard.model.book import Book

ODD = [
    "- x", "#no", "a: b", "NO", "012", "12:30", "2023", "null", "~", "yes", "0x1f", "1e3", "=",
    "it's", 'say "so"', "back\\slash", "both ' and \"", " before", "after ", "a #b", "a:", "?", "-",
    "--- x", "...", "%d", "@x", "`x`", "!x", "&x", "*x", "| x", "> x", "[x", "{x}", "x, y", "x]",
    "https://example.org/?a=[1]&b={2}#c", "공동 성명 🚀", "e\u0301", "a\u200db", "x\u00a0y",
    "tab\there", "<<", "<<: x", "key: [a, b]: c", ", x", "a\u2028b", "\ufeffx", "x" * 150,
]  # fmt: skip
_LONG = "A long text of many words, which goes on: with a colon, a # hash and - dashes. " * 4
_TEXTS = [
    *ODD, _LONG, _LONG.strip(), "One\nTwo", "One\n\nTwo\n", "  One\n Two", "One\n  - Two\n# three",
    "One \nTwo", "\nOne", "One\n\n\n", "One\r\nTwo", "\tOne", "One\n \nTwo", "a: b\nc: d",
    "---\n...",
]  # fmt: skip

_signs = st.characters(exclude_categories=["Cs", "Cc"])
_free = st.text(_signs, min_size=1, max_size=30)
_lines = (st.sampled_from(ODD) | _free).filter(lambda text: text.strip(" \u00a0\u3000") != "")
lines = _lines.filter(lambda text: bool(text.strip()))
texts = st.sampled_from(_TEXTS) | st.text(st.sampled_from("ab #:-'\"\n"), max_size=40) | _free
actors = st.lists(
    st.sampled_from(["Japan", "NO", "Kenya", "Côte d'Ivoire", "U.S.", "Russia"]),
    min_size=1,
    max_size=4,
    unique=True,
)
dates = st.sampled_from(["2023", "2023-10", "2023-10-22", "2024~", "2023/2024", "-0043-03-15"])
urls = st.sampled_from(["https://example.org/1", "http://x.org/a?b=[c]#d", "https://e.org/{x},y"])
source = st.fixed_dictionaries(
    {"title": lines}, optional={"publisher": lines, "date": dates, "url": urls}
)
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "date": dates,
    "title": lines,
    "actors": actors,
    "targets": actors | st.just("China"),
    "aimed_at": actors,
    "type": st.sampled_from(["condemn", "consult", "visit"]),
    "score": st.sampled_from(["1", "-3.5", "+2", "1e0"]),
    "status": st.sampled_from(["alleged", "denied"]),
    "claims": st.lists(
        st.fixed_dictionaries(
            {"by": actors, "stance": st.just("asserts")},
            optional={"note": texts, "source": source, "date": dates},
        ),
        min_size=1,
        max_size=3,
    ),
    "sources": st.lists(urls | source, min_size=1, max_size=4),
    "place": lines | st.fixed_dictionaries({"name": lines}, optional={"country": st.just("NO")}),
    "known": dates,
    "tz": st.just("Asia/Seoul"),
    "description": texts,
    "tags": st.lists(lines, min_size=1, max_size=4),
    "importance": st.sampled_from(["1", "5"]),
}
REQUIRED = ("date", "title", "actors")
OPTIONAL = tuple(key for key in FIELDS if key not in REQUIRED)

some_fields = st.fixed_dictionaries({}, optional=FIELDS)
whole_events = st.fixed_dictionaries(
    {key: FIELDS[key] for key in REQUIRED}, optional={key: FIELDS[key] for key in OPTIONAL}
)


@cache
def text_of(name: str) -> str:
    """The text of a file of the corpus."""
    text = decode(CORPUS[name], name)
    assert isinstance(text, str)
    return text


@lru_cache(2 * len(NAMES))
def book_of(text: str) -> Book:
    """The book of a text without errors; a file of the corpus is read once, not for each edit."""
    book = read_book(text).book
    assert book is not None
    return book


def ids_of(text: str) -> list[str]:
    """The ids of the events of a text."""
    return [event.id for event in book_of(text).events]


WITH_EVENTS = [name for name in NAMES if ids_of(text_of(name))]


@lru_cache(2 * len(NAMES))
def loaded_of(text: str) -> Any:
    """What PyYAML reads where every scalar is text."""
    return yaml.load(re.sub("[\x85\u2028\u2029]", " ", text), yaml.CBaseLoader)


def events_of(text: str) -> list[dict[str, Any]]:
    """The events of a text."""
    loaded = loaded_of(text)
    events = loaded.get("events") if isinstance(loaded, dict) else loaded
    return events if isinstance(events, list) else []


def rest_of(text: str) -> object:
    """All but the events of a text."""
    loaded = loaded_of(text)
    return {k: v for k, v in loaded.items() if k != "events"} if isinstance(loaded, dict) else {}


def alike(value: Any) -> Any:
    """A value without line ends at the end of texts."""
    if isinstance(value, str):
        return value.rstrip("\n")
    if isinstance(value, list):
        return [alike(item) for item in value]
    return {key: alike(item) for key, item in value.items()}


def line_ends(text: str) -> list[str]:
    """The line ends of a text."""
    return re.findall(r"\r\n|\r|\n", text)


def comment_lines(text: str) -> list[str]:
    """The marked comments that have a line of their own."""
    rows = re.split(r"\r\n|\r|\n", text)
    return sorted(row.strip() for row in rows if re.match(r"\s*#.*\b(keep|own [A-Z])\b", row))


def marks(text: str) -> list[str]:
    """All marked comments, also those beside a value."""
    return sorted(re.findall(r"#\s*(keep[^\r\n]*|own [A-Z][^\r\n]*)", text))


NOTHING = ("", "null", "~")
"""How an empty value is written in the corpus."""


def check(name: str, edit: Edit, changed: dict[str, dict[str, Any] | None]) -> Edited:
    """Make an edit of a file of the corpus and check all that must hold."""
    edited = edit_text(text_of(name), edit, name)
    check_edited(edited, edit, changed)
    return edited


def check_edited(edited: Edited, edit: Edit, changed: dict[str, dict[str, Any] | None]) -> None:
    """Check all that must hold after an edit.

    Args:
        edited: its result.
        edit: that was made.
        changed: by id, what events shall be afterwards; ``None`` for one that goes; by an empty
            id, one that comes.
    """
    old, new = edited.old, edited.new
    ids, events = ids_of(old), events_of(old)
    expected = [
        changed.get(word, event)
        for word, event in zip(ids, events, strict=True)
        if changed.get(word, event) is not None
    ] + [event for word, event in changed.items() if word == "" and event is not None]
    found = events_of(new)
    for event, other in zip(expected, found, strict=True):
        assert event is not None
        pinned = {**event, "id": other["id"]} if other.get("id") and not event.get("id") else event
        assert alike(other) == alike(pinned)
    assert rest_of(new) == rest_of(old)
    assert set(line_ends(new)) <= set(line_ends(old) or ["\n"])
    kept = [word for word in ids if changed.get(word, {}) is not None]
    assert ids_of(new)[: len(kept)] == kept
    if isinstance(edit, DeleteEvent):
        title = events[ids.index(edit.id)]["title"]
        assert [mark for mark in marks(old) if not mark.startswith(f"own {title[0]}")] == [
            mark for mark in marks(new) if not mark.startswith(f"own {title[0]}")
        ]
    else:
        assert comment_lines(old) == [
            row for row in comment_lines(new) if row in comment_lines(old)
        ]
    touched = {
        word
        for word, event in zip(ids, events, strict=True)
        if word in changed or event not in found
    }
    assert_other_lines_unchanged(old, new, touched, changed)


def assert_other_lines_unchanged(
    old: str, new: str, touched_ids: set[str], changed: dict[str, dict[str, Any] | None]
) -> None:
    """What stands before the first event that changes, and behind the last, is as it was."""
    book = book_of(old)
    rows = re.split(r"(?<=\n)|(?<=\r)(?!\n)", old)
    begins = [event.line for event in book.events]
    touched = [k for k, event in enumerate(book.events) if event.id in touched_ids]
    if not touched or re.search(r"^\s*[\[{]", old):
        return
    first = begins[touched[0]] - 1
    above = r"\s*(-?\s*)(#.*)?\s*" if touched[0] > 0 else r"\s*-?\s*"
    while first > 0 and re.fullmatch(above, rows[first - 1]):
        first -= 1
    if len(book.events) == 1 and changed.get(book.events[0].id, {}) is None:
        return  # "[]" comes beside the key
    assert new.startswith("".join(rows[:first]).rstrip("\r\n"))
    if touched[-1] + 1 < len(begins):
        last = begins[touched[-1] + 1] - 1
        assert new.endswith("".join(rows[last:]))


def changed_event(event: dict[str, Any], fields: dict[str, Any]) -> dict[str, Any]:
    """An event with some fields set, and others (``None``) removed; nothing stays as written."""
    kept = {key for key, value in fields.items() if value == "" and event.get(key) in NOTHING}
    merged = {**event, **{key: value for key, value in fields.items() if key not in kept}}
    return {key: value for key, value in merged.items() if value is not None}
