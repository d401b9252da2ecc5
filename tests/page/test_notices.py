"""Notices: what is wrong with the file and where, and that the last good version stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.analysis.feed import watch
from dashboard.page.notices import MOST_SHOWN, notices
from tests.examples import SHIPPED
from tests.page.components import Part, of_kind, text

GOOD = "- {date: 2023, title: An act, actors: [Japan]}\n"


def notice_of(file: Path, *states: str | None) -> list[Part]:
    """The notice after a file has been in some states, each of them seen."""
    feed = None
    for state in states:
        if state is None:
            file.unlink(missing_ok=True)
        else:
            file.write_text(state, "utf-8")
        feed = feed or watch(file)
        feed.current()
    assert feed is not None
    return notices(feed.current())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "events.yaml"


def test_a_good_file_has_no_notice(file: Path) -> None:
    assert notice_of(file, SHIPPED.read_text("utf-8")) == []


def test_warnings_are_no_notice(file: Path) -> None:
    assert notice_of(file, "- {date: 2023, title: No source, actors: [Japan]}\n") == []


def test_a_broken_file_says_what_where_and_what_is_shown(file: Path) -> None:
    shown = notice_of(file, GOOD, GOOD + "- {date: 2023, titel: B, actors: [Korea]}\n")
    said = text(shown)
    assert "events.yaml has 3 problems. The last good version is shown." in said
    places = [text(item) for item in of_kind(shown, "Li")]
    assert any(
        'line 2:16 unknown field "titel": did you mean "title"?' in place for place in places
    )
    assert any(
        'line 2:35 "Korea" is ambiguous: write "North Korea" or "South Korea"' in place
        for place in places
    )


def test_one_problem_is_singular_and_nothing_good_is_said_so(file: Path) -> None:
    said = text(notice_of(file, "- {date: 2023, title: A, actors: [Atlantis]}\n"))
    assert "events.yaml has 1 problem. There is nothing to show yet." in said


def test_a_lost_file_is_named_without_a_line(file: Path) -> None:
    said = text(notice_of(file, GOOD, None))
    assert "The last good version is shown." in said
    assert "the file there is no such file" in said
    assert "line" not in said


def test_of_very_many_problems_the_first_are_shown_and_the_rest_counted(file: Path) -> None:
    broken = "".join(f"- {{date: 2023, title: T{n}, actors: [Nobody{n}]}}\n" for n in range(40))
    items = [text(item) for item in of_kind(notice_of(file, broken), "Li")]
    assert len(items) == MOST_SHOWN + 1
    assert items[-1].startswith(f"and {40 - MOST_SHOWN} more")


def test_a_name_used_in_many_places_is_one_item(file: Path) -> None:
    shown = notice_of(file, "- {date: 2023, title: T, actors: [Nobody]}\n" * 40)
    assert "events.yaml has 40 problems." in text(shown)
    [item] = of_kind(shown, "Li")
    assert text(item).endswith("(40 times: lines 1, 2, 3 and 37 more)")
    assert len(str(shown)) < 1_000


def test_problems_that_are_not_listed_are_counted(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.model.problems.MOST_PROBLEMS", 20)
    events = (f"- {{date: 2023, title: T, actors: [Nobody{n}]}}\n" for n in range(40))
    shown = notice_of(file, "".join(events))
    assert "events.yaml has 40 problems." in text(shown)
    assert text(of_kind(shown, "Li")[-1]).startswith(f"and {40 - MOST_SHOWN} more")


def test_mending_the_file_clears_the_notice(file: Path) -> None:
    assert notice_of(file, GOOD, "events: [", GOOD) == []


def test_markup_in_a_broken_file_is_text(file: Path) -> None:
    shown = notice_of(file, "- {date: 2023, title: A, actors: ['<img src=x>']}\n")
    assert "<img src=x>" in text(shown)
