"""The theme: colours that everybody can tell apart, statuses too, and one set of them for all."""

from __future__ import annotations

import re
from dataclasses import asdict
from itertools import combinations

import pytest

from dashboard.analysis.tone import TONES
from dashboard.figures import theme as module
from dashboard.figures.theme import (
    CHART_CONFIG,
    STATUS_STYLES,
    THEMES,
    StatusStyle,
    Theme,
    stylesheet,
)
from dashboard.model.book import STATUSES
from tests.examples import REPOSITORY
from tests.figures.colors import VISIONS, contrast, difference

STYLES = (REPOSITORY / "assets" / "page.css").read_text("utf-8")
SCHEMES = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
OF_STANCES = (0, 4)
"""Tones in which the card writes who confirms and who denies."""


def css_variables(scheme: str) -> dict[str, str]:
    """The variables of the page in a scheme; the dark ones replace the light."""
    blocks = re.findall(r":root(\[[^\]]*\])?\{(.*?)\}", stylesheet())
    found: dict[str, str] = {}
    for selector, body in blocks:
        if not selector or scheme in selector:
            found |= dict(re.findall(r"--([\w-]+):(#[0-9a-f]{6});", body))
    return found


def test_the_contrast_of_black_and_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_red_and_green_are_alike_without_green_cones() -> None:
    assert difference("#b00000", "#606000") > 60
    assert difference("#b00000", "#606000", "deuteranopia") < 30


@SCHEMES
def test_every_tone_stands_out_from_paper_and_lane(theme: Theme) -> None:
    for tone in theme.tones:
        assert contrast(tone, theme.paper) >= 3
        assert contrast(tone, theme.lane) >= 3


@SCHEMES
def test_text_can_be_read(theme: Theme) -> None:
    for ground in (theme.paper, theme.lane, *theme.tints):
        assert contrast(theme.text, ground) >= 4.5
    for ground in (theme.paper, theme.lane):
        assert contrast(theme.quiet, ground) >= 4.5
    for tone in OF_STANCES:
        assert contrast(theme.tones[tone], theme.paper) >= 4.5


@pytest.mark.parametrize("vision", VISIONS)
@SCHEMES
def test_tones_stay_apart_for_every_eye(theme: Theme, vision: str) -> None:
    for one, other in combinations(theme.tones, 2):
        assert difference(one, other, vision) >= 15


@pytest.mark.parametrize("vision", VISIONS)
@SCHEMES
def test_cooperation_and_conflict_are_farther_apart_than_their_degrees(
    theme: Theme, vision: str
) -> None:
    strong_conflict, conflict, _, cooperation, strong_cooperation = theme.tones
    degrees = (difference(strong_conflict, conflict, vision),)
    degrees += (difference(cooperation, strong_cooperation, vision),)
    for one in (strong_conflict, conflict):
        for other in (cooperation, strong_cooperation):
            assert difference(one, other, vision) > 1.5 * max(degrees)


@SCHEMES
def test_there_is_a_tone_and_a_tint_for_each_step_of_the_scale(theme: Theme) -> None:
    assert len(theme.tones) == len(theme.tints) == len(TONES)
    for tone, tint in zip(theme.tones, theme.tints, strict=True):
        assert difference(tint, theme.paper) < difference(tone, theme.paper)


def test_schemes_have_their_own_colours() -> None:
    light, dark = THEMES["light"], THEMES["dark"]
    assert not set(light.tones) & set(dark.tones)
    assert contrast(light.paper, "#000000") > 15
    assert contrast(dark.paper, "#ffffff") > 15


@pytest.mark.parametrize("scheme", THEMES)
def test_the_page_has_a_variable_for_every_colour(scheme: str) -> None:
    theme, variables = THEMES[scheme], css_variables(scheme)
    for name, value in asdict(theme).items():
        if isinstance(value, str):
            assert variables.pop(name.replace("_", "-")) == value
        else:
            numbered = [variables.pop(f"{name[:-1]}-{n}") for n in range(len(value))]
            assert numbered == list(value)
    assert variables == {}


def test_the_style_sheet_has_no_colour_of_its_own_and_every_variable_it_uses() -> None:
    assert re.findall(r"#[0-9a-fA-F]{3,8}(?=[\s;,)])", STYLES) == []
    assert re.findall(r"\b(?:rgba?|hsla?)\((?!0 0 0 / )", STYLES) == []
    local = set(re.findall(r"--([\w-]+):", STYLES))
    used = set(re.findall(r"var\(--([\w-]+)", STYLES))
    assert used - local <= css_variables("light").keys()


@pytest.mark.parametrize("scheme", THEMES)
def test_text_of_the_page_can_be_read(scheme: str) -> None:
    variables = css_variables(scheme)
    for ground in ("paper", "ground", "tint-4", "warn-ground"):
        assert contrast(variables["text"], variables[ground]) >= 4.5
    for ground in ("paper", "ground"):
        assert contrast(variables["quiet"], variables[ground]) >= 4.5
    assert contrast(variables["accent"], variables["paper"]) >= 4.5


def test_each_status_has_a_style() -> None:
    assert list(STATUS_STYLES) == list(STATUSES)


@pytest.mark.parametrize(("one", "other"), list(combinations(STATUS_STYLES, 2)))
def test_any_two_statuses_differ_in_two_ways_or_more(one: str, other: str) -> None:
    ways = sum(
        getattr(STATUS_STYLES[one], way) != getattr(STATUS_STYLES[other], way)
        for way in StatusStyle.__dataclass_fields__
    )
    assert ways >= 2


def test_charts_send_nothing_anywhere() -> None:
    assert CHART_CONFIG["showSendToCloud"] is False
    assert CHART_CONFIG["plotlyServerURL"] == ""
    assert CHART_CONFIG["displaylogo"] is False
    assert CHART_CONFIG["displayModeBar"] is False


def test_the_table_of_statuses_is_the_one_that_is_drawn() -> None:
    """In greyscale any two statuses differ in two of fill, pattern, weight and sign or more."""
    lines = [line.split() for line in (module.__doc__ or "").splitlines()]
    table = {line[0]: tuple(line[1:]) for line in lines if line and line[0] in STATUSES}
    assert list(table) == list(STATUSES)
    for status, style in STATUS_STYLES.items():
        fill = "full" if style.filled else "hollow"
        assert table[status] == (fill, style.dash, str(style.weight), style.sign or "none")
    for one, other in combinations(table.values(), 2):
        assert sum(a != b for a, b in zip(one, other, strict=True)) >= 2
