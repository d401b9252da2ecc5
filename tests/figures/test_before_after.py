"""Before and after drawn: signs at their scores, arrows from before to after, nothing outside."""

from __future__ import annotations

import re

import pytest

from dashboard.analysis.relations.before_after import compute
from dashboard.figures.before_after import draw_before_after
from tests.examples import shipped
from tests.page.components import drawn_text
from tests.page.drawn import Drawn, elements, of_class, of_tag
from tests.questions import question_of

SPEC = compute(question_of(shipped(), "pivot=joint-statement&event=container-shipments"))
WIDTHS = (240.0, 380.0, 500.0, 700.0)


def rows(width: float = 500.0) -> list[Drawn]:
    return of_class(draw_before_after(SPEC, width), "moved")


def middle(sign: Drawn) -> float:
    """Position of the middle of a sign along the axis."""
    tag, at, _ = sign
    return float(at["cx"]) if tag == "circle" else float(at["x"]) + float(at["width"]) / 2


@pytest.mark.parametrize("width", WIDTHS)
def test_signs_are_at_their_scores_and_inside(width: float) -> None:
    part = draw_before_after(SPEC, width)
    lines = of_class(part, "grid")
    left, right = float(lines[0][1]["x1"]), float(lines[-1][1]["x1"])
    assert right - left >= 180
    for row, drawn in zip(SPEC.rows, of_class(part, "moved"), strict=True):
        for half, name in ((row.before, "target"), (row.after, "actor")):
            signs = of_class(drawn, name)
            assert len(signs) == bool(half.n)
            for sign in signs:
                wanted = left + (half.mean + 10) / 20 * (right - left)
                assert middle(sign) == pytest.approx(wanted, abs=0.15)
                assert f"tone-{half.tone}" in sign[1]["class"]
                assert sign[0] == ("rect" if half.mean <= -1 else "circle")


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_outside_the_drawing(width: float) -> None:
    part = draw_before_after(SPEC, width)
    assert float(part[1]["width"]) == width
    height = float(part[1]["height"])
    for tag, at, _ in elements(part):
        if tag in ("text", "rect", "circle"):
            assert 0 <= float(at.get("x", at.get("cx"))) <= width
            assert 0 <= float(at.get("y", at.get("cy"))) <= height


def test_an_arrow_leads_from_before_to_after() -> None:
    moves = of_class(rows(700.0)[0], "move")
    start, end = (float(x) for x in re.match(r"M(\S+) \S+H([\d.]+)M", moves[0][1]["d"]).groups())
    assert start < end, "the mean of North Korea and Russia rises"
    assert [len(of_class(row, "move")) for row in rows(700.0)[-3:]] == [0, 0, 0], "one side only"


def test_rows_name_their_pair_and_are_marked() -> None:
    first, *others = rows()
    assert first[1]["data-dyad"] == "PRK:RUS"
    assert "of-open" in first[1]["class"].split()
    assert not any("of-open" in row[1]["class"].split() for row in others)
    few = ["few" in row[1]["class"].split() for row in rows()]
    assert few == [row.few for row in SPEC.rows]
    assert drawn_text(of_class(first, "counts")) == "4→2"


@pytest.mark.parametrize("width", WIDTHS)
def test_names_are_beside_the_axis_where_it_fits_or_above_it(width: float) -> None:
    part = draw_before_after(SPEC, width)
    step = 24 if width >= 500 else 43
    assert float(part[1]["height"]) == 20 + step * len(SPEC.rows)
    assert ("events" in drawn_text(of_class(part, "quiet"))) == (width >= 500)


def test_counts_are_links_of_their_own() -> None:
    for row, drawn in zip(SPEC.rows, rows(), strict=True):
        links = of_tag(drawn, "a")
        queries = [row.link.query, row.before.query, row.after.query]
        assert [link[1]["href"] for link in links] == [f"?{query}" for query in queries if query]
        assert all("tip" in link[1]["class"] and link[1]["aria-label"] for link in links)
