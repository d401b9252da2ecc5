"""Figures draw a specification: they know neither the tables nor the selection."""

from __future__ import annotations

import pytest

from tests.test_house import MODULES, imports

FORBIDDEN = {
    "dashboard.query.tables",
    "dashboard.query.selection",
    "dashboard.analysis.dataset",
}
NOT_YET = {"dashboard/figures/relations.py"}


@pytest.mark.parametrize(
    "module", [name for name in MODULES if name.startswith("dashboard/figures/")]
)
def test_a_figure_needs_nothing_but_its_specification(module: str) -> None:
    if module not in NOT_YET:
        assert not imports(module) & FORBIDDEN
