"""The legends and the key: each sign is one that the charts draw, and none is heard."""

from __future__ import annotations

from itertools import product

import pytest

from dashboard.analysis.tone import Tone
from dashboard.figures.signs import STATUS_STYLES, key
from dashboard.markup import Markup
from dashboard.model.codes import Role
from dashboard.page.legend import full_key, network_legend, timeline_legend
from tests.page.drawn import Drawn, drawn_text, of_class, of_tag

EVERY_KEY = [
    key(tone, role, is_established=established)
    for tone, role, established in product(Tone, Role, (True, False))
]
LEGENDS = pytest.mark.parametrize(
    "legend", [timeline_legend(), network_legend(), full_key()], ids=["timeline", "network", "key"]
)


def signs(legend: list[Markup], words: str) -> list[Drawn]:
    """The signs beside words that begin like this."""
    (item,) = (
        each
        for each in of_class(legend, "legend-item")
        if drawn_text(each).lstrip("?").startswith(words)
    )
    return of_tag(item, "svg")


@LEGENDS
def test_signs_are_drawn_by_the_code_of_the_marks_and_are_not_heard(legend: list[Markup]) -> None:
    drawn = of_class(legend, "key")
    assert drawn
    for each in drawn:
        assert each[1]["aria-hidden"] == "true"
        assert not of_class(each, "mark") or each in EVERY_KEY


@LEGENDS
def test_every_item_has_words(legend: list[Markup]) -> None:
    items = of_class(legend, "legend-item")
    assert items
    assert all(map(drawn_text, items))


def test_the_key_tells_roles_tones_and_statuses_apart() -> None:
    roles = ("acts", "is acted on", "is meant by")
    drawn = [signs(full_key(), words)[0] for words in roles]
    assert drawn == [key(Tone.STRONG_COOPERATION, role) for role in Role]
    for tone in Tone:
        assert key(tone) in of_class(full_key(), "key")
    for status, style in STATUS_STYLES.items():
        sign, link = signs(full_key(), status)[:2]
        assert ("?" in drawn_text(sign)) != style.is_established
        assert bool(of_class(link, "dashed")) != style.is_established
