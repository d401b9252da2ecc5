"""Certain remedies: they change the values that they name, and nothing else of a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.model.problems import Problem, count_problems
from dashboard.reading.book import Reading, read_book
from dashboard.reading.watched import read_file
from dashboard.writing.errors import BrokenFileError, EditError
from dashboard.writing.fixing import fix_text
from dashboard.writing.store import EventsFile
from tests.reading.corpus import INVALID

EVENT = "- {date: 2023, title: A, actors: [Japan], sources: https://example.org"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"{EVENT}, typ: deny}}", f"{EVENT}, type: deny}}"),
        (
            f'{{"events": [{EVENT[2:]}, "Score": 1}}]}}',
            f'{{"events": [{EVENT[2:]}, "score": 1}}]}}',
        ),
        (f"{EVENT}, type: Deny}}  # sure", f"{EVENT}, type: deny}}  # sure"),
        (f"{EVENT}, type: 'Force posture'}}", f"{EVENT}, type: 'force_posture'}}"),
        (f'{EVENT}, "type": "condem"}}', f'{EVENT}, "type": "condemn"}}'),
        (f"{EVENT}, score: '−2,5'}}", f"{EVENT}, score: '-2.5'}}"),
        (f"{EVENT}, score: −2}}", f"{EVENT}, score: -2}}"),
        (f"{EVENT}, tz: asia/seoul}}", f"{EVENT}, tz: Asia/Seoul}}"),
        (f"{EVENT}, targets: Iran and Oman}}", f"{EVENT}, targets: [Iran, Oman]}}"),
        (f"{EVENT}, targets: [Iran; Oman, Chad]}}", f"{EVENT}, targets: [Iran, Oman, Chad]}}"),
        ("title: A\ntimezone: asia/seoul # local\n", "title: A\ntimezone: Asia/Seoul # local\n"),
    ],
)
def test_a_certain_remedy_is_written_in_the_style_of_the_file(old: str, new: str) -> None:
    fixed = fix_text(old)
    assert (fixed.new, fixed.applied) == (new, 1)
    assert fixed.reading.problems == ()


@pytest.mark.parametrize(
    ("written", "fix", "new"),
    [
        ("18 Oct 2023", ("2023-10-18",), "2023-10-18"),
        ("'18 Oct 2023'", ("2023-10-18",), "'2023-10-18'"),
        ("18 Oct\n    2023", ("2023-10-18",), "2023-10-18"),
        ("[2023-10-18]", ("2023-10-18",), "2023-10-18"),
        ("[ 2023, {a: b} ]", ("2023/2024",), "2023/2024"),
        ("x", ("[a..b]",), '"[a..b]"'),
        ("x", ("null",), '"null"'),
        ("x", ("a: b # c",), '"a: b # c"'),
        ("x", ("a, b",), "a, b"),
        ("x", ("a", "b, c"), '[a, "b, c"]'),
        ("|\n    18 Oct 2023", ("2023-10-18",), None),
        ("\n    - 2023", ("2023",), None),
        ("{a: b}", ("2023",), None),
    ],
)
def test_a_value_is_replaced_as_a_whole(
    written: str, fix: tuple[str, ...], new: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = "title: A\nnotes:\n  at: {}\n  # kept\n  more: b\n"
    text = form.format(written)
    place = (3, 7) if written[0] != "\n" else (4, 5)
    refused = Problem("events.yaml", *place, "bad-date", "write it", fix=fix)
    monkeypatch.setattr("dashboard.writing.fixing.read_book", lambda *_: Reading(None, (refused,)))
    assert fix_text(text).new == (text if new is None else form.format(new))


BLOCK = """\
events:
- date:  2023   # the day is unknown
  title: "Talks"
  Actors:
  -   'Russia and China'  # both
  - Japan

  sources: [https://example.org]
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_all_other_bytes_stay(tmp_path: Path, encoding: str, newline: str) -> None:
    file = tmp_path / "events.yaml"
    text = BLOCK.replace("\n", newline)
    file.write_bytes(text.encode(encoding))
    fixed, backup = EventsFile(file, tmp_path / "cache").fix()
    assert fixed.applied == 2
    assert fixed.reading.problems == ()
    wanted = text.replace("Actors", "actors").replace(
        "'Russia and China'", f"'Russia'{newline}  - 'China'"
    )
    assert file.read_bytes() == wanted.encode(encoding)
    assert backup is not None
    assert backup.read_bytes() == text.encode(encoding)


@pytest.mark.parametrize(
    "text",
    [
        # The right key is written too.
        f"{EVENT}, titel: B}}",
        # Both are the same key.
        "- {date: 2023, titel: A, tittle: B, actors: Japan}",
        # An actor would be named twice.
        f"{EVENT}, targets: [Iran, Oman and Iran]}}",
        # No remedy is certain.
        "- {date: 2023, title: A, actors: [Koria]}",
        # The text is a block of lines.
        "- date: 2023\n  title: A\n  actors: [Japan]\n  type: |\n    Deny\n",
        "- {date: 2023, title: A, actors: Japan}",
    ],
)
def test_a_remedy_that_may_not_be_right_is_not_applied(text: str) -> None:
    fixed = fix_text(text)
    assert (fixed.new, fixed.applied, fixed.diff()) == (text, 0, "")
    assert fixed.reading == read_book(text)


def test_one_remedy_that_fails_does_not_hold_up_the_others() -> None:
    text = f"{EVENT}, typ: deny}}\n" * 5 + f"{EVENT}, targets: [Iran, Oman and Iran]}}\n"
    fixed = fix_text(text + f"{EVENT}, typ: deny}}\n" * 5)
    assert fixed.applied == 10
    assert {problem.line for problem in fixed.reading.problems} == {6}


def test_a_key_is_fixed_though_its_value_has_errors_of_its_own() -> None:
    fixed = fix_text("- {date: 2023, title: A, Actors: [Nobody, Noone, Koria]}")
    assert fixed.applied == 1
    assert [problem.code for problem in fixed.reading.problems] == ["unknown-actor"] * 3


def test_a_remedy_that_reveals_another_problem_is_followed_by_its_remedy() -> None:
    fixed = fix_text("- {Date: 2023, title: A, actors: Japan, Type: Deny, sources: https://a.org}")
    assert (
        fixed.new == "- {date: 2023, title: A, actors: Japan, type: deny, sources: https://a.org}"
    )


def test_a_text_that_is_not_yaml_is_refused() -> None:
    with pytest.raises(BrokenFileError):
        fix_text("- {date: 2023, titel: A, actors: Japan}\n- {date: [\n")


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_remedies_of_the_corpus_remove_their_problem_and_change_no_other_line(path: Path) -> None:
    reading, text = read_file(path)
    certain = [problem for problem in reading.problems if problem.fix]
    try:
        fixed = fix_text(text, str(path))
    except EditError:
        assert [problem for problem in reading.problems if problem.code in ("syntax", "anchor")]
        return
    assert fixed.applied <= len(certain)
    if fixed.applied:
        assert count_problems(fixed.reading.problems) <= count_problems(reading.problems)
    places = {(problem.code, problem.message) for problem in reading.problems}
    left = {(it.code, it.message) for it in fixed.reading.problems if it.is_error}
    assert left <= places
    assert not left & {(problem.code, problem.message) for problem in certain}
    changed = {problem.line for problem in certain}
    for number, (old, new) in enumerate(
        zip(text.splitlines(), fixed.new.splitlines(), strict=True), 1
    ):
        assert old == new or number in changed
