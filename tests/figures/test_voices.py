"""The drawing of the parties over time: a sign for each stance that needs no colour."""

from __future__ import annotations

import pytest

from dashboard.analysis.evidence.event_card import describe_event
from dashboard.figures.voices import draw_voices, key_of_stance
from dashboard.markup import to_text
from dashboard.model.book import STANCES
from dashboard.query.selection import Selection
from tests.examples import shipped
from tests.page.drawn import Drawn, of_class, of_tag


def drawing() -> Drawn:
    card = describe_event(shipped(), Selection(event="container-shipments"))
    assert card is not None
    assert card.voices is not None
    return draw_voices(card.voices)


def test_the_drawing_has_a_text_and_each_mark_a_tip() -> None:
    svg = drawing()
    assert (svg[1]["role"], svg[1]["aria-label"][:14]) == ("img", "First asserted")
    tips = [mark[1]["data-tip"] for mark in of_class(svg, "voice")]
    assert "Russia: denies, 17 October 2023" in tips
    assert all(tip for tip in tips)


def test_rows_name_the_parties_for_linking() -> None:
    named = [name[1]["data-actor"] for name in of_class(drawing(), "voice-name")]
    assert named[:2] == ["USA", "RUS"]


def test_shapes_differ_without_colour() -> None:
    signs = {stance: of_tag(key_of_stance(stance), "path")[0][1] for stance in STANCES}
    paths = {stance: sign["d"] for stance, sign in signs.items()}
    assert paths["asserts"] == paths["confirms"]
    assert paths["denies"] == paths["disputes"] != paths["asserts"]
    assert "part" in signs["disputes"]["class"].split()
    assert "part" not in signs["denies"]["class"].split()
    assert not paths["declines_to_comment"].endswith("Z")


@pytest.mark.parametrize("word", ["fill", "stroke", "style"])
def test_colours_are_in_the_style_sheet(word: str) -> None:
    assert f"{word}=" not in to_text([drawing()])
