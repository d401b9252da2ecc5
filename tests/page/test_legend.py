"""The legends: each key has the values with which the charts draw."""

from __future__ import annotations

import pytest

from dashboard.analysis.tone import TONES, TONES_WITH_BOUNDS
from dashboard.figures.theme import DASHES, ROLE_SYMBOLS, STATUS_STYLES
from dashboard.model.book import STATUSES
from dashboard.model.codes import Role
from dashboard.page.legend import network_legend, timeline_legend
from tests.page.drawn import Drawn, drawn_text, of_class, of_tag

TONE, TINT = "var(--tone-2)", "var(--tint-2)"


def key(legend: list[Drawn], group: str, words: str) -> Drawn:
    """The drawing of an item of a group."""
    (found,) = (
        of_tag(item, "svg")[0]
        for part in of_class(legend, "legend-group")
        if drawn_text(of_class(part, "legend-name")) == group
        for item in of_class(part, "legend-item")
        if drawn_text(item) == words
    )
    return found


@pytest.mark.parametrize("status", STATUSES)
def test_the_key_of_a_status_has_its_style(status: str) -> None:
    style, drawn = STATUS_STYLES[status], key(timeline_legend(), "Status", status)
    (line,), (mark,) = of_tag(drawn, "line"), of_tag(drawn, ROLE_SYMBOLS[Role.ACTOR])
    unit = max(style.weight, 3)
    dashes = " ".join(f"{length * unit:g}" for length in DASHES[style.dash])
    for part in (line, mark):
        assert part[1]["stroke"] == TONE
        assert part[1]["stroke-width"] == str(style.weight)
        assert part[1].get("stroke-dasharray", "") == dashes
    assert mark[1]["fill"] == (TONE if style.filled else TINT)
    checks, crosses = of_tag(drawn, "polyline"), of_tag(drawn, "path")
    assert bool(checks) == (style.sign == "check")
    assert bool(crosses) == (style.sign in ("cross", "x"))
    if crosses:
        upright = "M11.5,8L22.5,8" in crosses[0][1]["d"]
        assert upright == (style.sign == "cross")


def test_no_two_statuses_have_the_same_key() -> None:
    keys = [str(key(timeline_legend(), "Status", status)) for status in STATUSES]
    assert len(set(keys)) == len(STATUSES)


def test_the_key_of_a_role_has_its_symbol_and_only_actors_are_filled() -> None:
    words = {Role.ACTOR: "acts", Role.TARGET: "target", Role.AIMED_AT: "aimed at"}
    for role, name in words.items():
        (mark,) = key(timeline_legend(), "Role", name)[2]
        assert mark[0] == {"circle": "circle", "diamond": "polygon"}[ROLE_SYMBOLS[role]]
        assert (mark[1]["fill"] == mark[1]["stroke"]) == (role == Role.ACTOR)


@pytest.mark.parametrize("legend", [timeline_legend(), network_legend()])
def test_each_tone_has_a_key_in_its_colour(legend: list[Drawn]) -> None:
    name = "Score" if legend == timeline_legend() else "Mean score"
    labels = TONES if legend == timeline_legend() else TONES_WITH_BOUNDS
    for number, words in enumerate(labels):
        (shape,) = key(legend, name, words)[2]
        assert shape[1]["fill"] == f"var(--tone-{number})"


def test_keys_are_not_heard() -> None:
    for legend in (timeline_legend(), network_legend()):
        for drawn in of_tag(legend, "svg"):
            assert drawn[1]["aria-hidden"] == "true"
