"""The options of the command ``add``, one for each field that fits a command line."""

from __future__ import annotations

from typing import NamedTuple


class Option(NamedTuple):
    """An option of the command: the key that it sets, whether it repeats, what it means."""

    name: str
    key: str
    repeats: bool
    meaning: str


OPTIONS = (
    Option("--date", "date", False, "when: 2023-10-26, 2023-10, 2023-10-18/2023-10-19, 1991~"),
    Option("--title", "title", False, "one line that says what happened"),
    Option("--actor", "actors", True, "who acts; repeat it for several"),
    Option("--target", "targets", True, "whom the act is directed at; may be repeated"),
    Option("--aimed-at", "aimed_at", True, "a third party it is meant to warn; may be repeated"),
    Option("--type", "type", False, "what kind of act; schema lists them"),
    Option("--status", "status", False, "confirmed, reported, alleged, disputed or denied"),
    Option("--source", "sources", True, "URL, or id of a listed source; may be repeated"),
    Option("--place", "place", False, "where it happened"),
    Option("--known", "known", False, "when it became public, if later"),
    Option("--tz", "tz", False, "time zone in which its day is meant"),
    Option("--description", "description", False, "a few sentences"),
    Option("--tag", "tags", True, "a word to find it by; may be repeated"),
    Option("--importance", "importance", False, "1 (least) to 5; default 3"),
    Option("--id", "id", False, "word for links and URLs; default from date and title"),
)
