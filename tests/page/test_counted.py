"""From the cards alone a reader can compute every mean of the matrix."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from dashboard.analysis.evidence.event_card import describe_event
from dashboard.analysis.relations.views import COMPUTE
from dashboard.page.card import draw_card
from dashboard.page.relations.views import DRAW
from dashboard.query.selection import Selection
from tests.examples import shipped
from tests.page.drawn import VIEWPORT, drawn_text, of_class, of_tag
from tests.questions import question_of

LABEL = re.compile(r"(.+?): ([0-9]+) events?, mean ([+−]?[0-9.]+), ")
ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def counted(event: str, nodes: str) -> list[tuple[str, str, str]]:
    """Dyad, score and reason in each row of the table of a card."""
    card = draw_card(describe_event(shipped(), Selection(event=event, nodes=nodes)))
    rows = of_tag(of_tag(of_class(card, "counted"), "tbody"), "tr")
    return [
        (dyad, score, reason) for row in rows for dyad, score, reason in [map(drawn_text, row[2])]
    ]


@pytest.mark.parametrize("nodes", ["country", "actor"])
def test_every_mean_of_the_matrix_follows_from_the_cards(nodes: str) -> None:
    scores: dict[str, list[float]] = defaultdict(list)
    for event in shipped().events["id"]:
        for dyad, score, reason in counted(event, nodes):
            arrow = " ↔ " if "↔" in dyad else " → "
            source, _, target = dyad.translate(ISOLATES).partition(arrow)
            assert reason
            scores[f"{source} → {target}"].append(float(score.replace("−", "-")))
            if "↔" in arrow:
                scores[f"{target} → {source}"].append(float(score.replace("−", "-")))
    panel = DRAW["matrix"](COMPUTE["matrix"](question_of(shipped(), f"nodes={nodes}")), VIEWPORT)
    cells = [cell for cell in of_tag(of_tag(panel, "td"), "a") if "aria-label" in cell[1]]
    assert len(cells) == len(scores) > 10
    for cell in cells:
        found = LABEL.match(cell[1]["aria-label"].translate(ISOLATES))
        assert found, cell
        dyad, n, mean = found.groups()
        assert int(n) == int(drawn_text(cell)) == len(scores[dyad])
        assert sum(scores[dyad]) / int(n) == pytest.approx(
            float(mean.replace("−", "-")), abs=0.0501
        ), dyad
