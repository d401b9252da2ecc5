"""The theme: colours that everybody can tell apart, and one set of them for charts and page."""

from __future__ import annotations

import re
from dataclasses import asdict
from itertools import combinations
from pathlib import Path

import pytest

from dashboard.analysis.tone import Tone
from dashboard.figures.theme import THEMES, Theme, stylesheet, variables_of
from tests.examples import REPOSITORY
from tests.figures.colors import VISIONS, contrast, difference, mixed

SHEETS = {
    name: (REPOSITORY / "assets" / name).read_text("utf-8") for name in ("page.css", "charts.css")
}
SCHEMES = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
CONTROLS = [
    (REPOSITORY / "assets" / name).read_text("utf-8") for name in ("controls.css", "layout.css")
]
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


def opacity(name: str) -> float:
    """The opacity of the fill of a class of the charts."""
    (rule,) = re.findall(rf"^\.{name} {{(.*?)}}", SHEETS["charts.css"], re.MULTILINE)
    found = re.search(r"fill-opacity: ([\d.]+)", rule)
    return float(found[1]) if found else 1.0


def grounds(theme: Theme) -> dict[str, str]:
    """Every ground that marks and texts of the charts are on."""
    band = mixed(theme.period, theme.lane, opacity("period-band"))
    stretch = mixed(theme.period, band, opacity("stretch"))
    plain = {name: getattr(theme, name) for name in ("paper", "ground", "lane", "chosen")}
    return {**plain, "period": band, "stretch in a period": stretch}


GROUNDS = pytest.mark.parametrize("ground", grounds(THEMES["light"]))


@GROUNDS
@SCHEMES
def test_graphics_stand_out_from_every_ground(theme: Theme, ground: str) -> None:
    on = grounds(theme)[ground]
    graphics = (*theme.tones, theme.leader, theme.accent, theme.text)
    assert min(contrast(each, on) for each in graphics) >= 3


@GROUNDS
@SCHEMES
def test_texts_can_be_read_on_every_ground(theme: Theme, ground: str) -> None:
    on = grounds(theme)[ground]
    texts = (theme.text, theme.quiet, theme.period_text, theme.accent)
    assert min(contrast(each, on) for each in texts) >= 4.5


@SCHEMES
def test_texts_on_colours_can_be_read(theme: Theme) -> None:
    for ink, tone in zip(theme.inks, theme.tones, strict=True):
        assert contrast(ink, tone) >= 4.5, "numbers of the matrix"
    for ground in (*theme.tints, theme.warn_ground):
        assert contrast(theme.text, ground) >= 4.5
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
def test_outlines_of_blocs_and_of_warnings_can_be_seen(theme: Theme) -> None:
    assert min(contrast(bloc, theme.paper) for bloc in theme.blocs) >= 3
    assert contrast(theme.warn_rule, theme.warn_ground) >= 3


@SCHEMES
def test_there_is_a_tone_and_a_tint_for_each_step_of_the_scale(theme: Theme) -> None:
    assert len(theme.tones) == len(theme.tints) == len(Tone)
    for tone, tint in zip(theme.tones, theme.tints, strict=True):
        assert difference(tint, theme.paper) < difference(tone, theme.paper)


def test_schemes_have_their_own_colours() -> None:
    light, dark = THEMES["light"], THEMES["dark"]
    assert not set(light.tones) & set(dark.tones)
    assert contrast(light.paper, "#000000") > 15
    assert contrast(dark.paper, "#ffffff") > 15


@pytest.mark.parametrize("name", ["bar", "area"])
@SCHEMES
def test_bars_and_areas_can_be_seen_on_their_lane(theme: Theme, name: str) -> None:
    for tone in theme.tones:
        assert contrast(mixed(tone, theme.lane, opacity(name)), theme.lane) >= 3


@pytest.mark.parametrize("scheme", THEMES)
def test_the_page_has_a_variable_for_every_colour(scheme: str) -> None:
    theme, variables = THEMES[scheme], css_variables(scheme)
    assert variables == variables_of(theme)
    for name, value in asdict(theme).items():
        if isinstance(value, str):
            assert variables.pop(name.replace("_", "-")) == value
        else:
            numbered = [variables.pop(f"{name[:-1]}-{n}") for n in range(len(value))]
            assert numbered == list(value)
    assert variables == {}


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_style_sheet_has_no_colour_of_its_own_and_every_variable_it_uses(sheet: str) -> None:
    styles = SHEETS[sheet]
    assert re.findall(r"#[0-9a-fA-F]{3,8}(?=[\s;,)])", styles) == []
    assert re.findall(r"\b(?:rgba?|hsla?)\((?!0 0 0 / )", styles) == []
    # The tone of a part is set in the sheet of the charts for all others.
    local = set(re.findall(r"--([\w-]+):", styles + SHEETS["charts.css"]))
    used = set(re.findall(r"var\(--([\w-]+)", styles))
    assert used - local <= css_variables("light").keys()


def test_no_text_of_a_chart_is_too_small() -> None:
    sizes = re.findall(r"font-size: ([\d.]+)px", SHEETS["charts.css"])
    assert min(map(float, sizes)) >= 11.5


SIDES = {".button", ".date-field", ".mantine-Input-input", ".mantine-SegmentedControl-root"}
SIDES |= {".mantine-Switch-track", ".mantine-SegmentedControl-indicator", ".chip", ".sheet"}


@pytest.mark.parametrize("control", sorted(SIDES))
def test_the_border_of_a_control_can_be_seen(control: str) -> None:
    styles = "".join(re.sub(r"\n  ", "", text) for text in CONTROLS)
    rule = re.search(rf"^ *{re.escape(control)} ?{{(.*?)}}", styles, re.MULTILINE | re.DOTALL)
    assert rule, control
    (color,) = set(re.findall(r"border(?:-color)?: [^;]*var\(--([\w-]+)\)", rule[1]))
    for theme in THEMES.values():
        variables = variables_of(theme)
        assert contrast(variables[color], variables["paper"]) >= 3
        assert contrast(variables[color], variables["ground"]) >= 3


def test_no_style_sheet_has_words() -> None:
    """Words in a style sheet would be English in every language."""
    contents = re.findall(
        r"content: ([^;]+);", "".join(map(read, (REPOSITORY / "assets").rglob("*.css")))
    )
    assert contents
    texts = [text for content in contents for text in re.findall(r'"([^"]*)"', content)]
    assert [text for text in texts if re.search(r"[A-Za-z]{2}", text.replace("202F", ""))] == []


def read(path: Path) -> str:
    return path.read_text("utf-8")
