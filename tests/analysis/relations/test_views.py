"""The views: each row is computed, answers any question, and cannot be changed afterwards."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields

import pytest

from dashboard.analysis.relations.views import COMPUTE
from dashboard.query.selection import CHANGES, RELATIONS
from tests.examples import shipped, tables_of
from tests.questions import question_of


def test_each_row_is_computed_by_the_module_of_its_name() -> None:
    assert list(COMPUTE) == [*RELATIONS, *CHANGES]
    for name, compute in COMPUTE.items():
        assert compute.__module__ == f"dashboard.analysis.relations.{name}"


@pytest.mark.parametrize("name", COMPUTE)
@pytest.mark.parametrize("query", ["", "nodes=actor", "dyad=RUS:PRK&event=vostochny", "text=zzz"])
def test_a_view_is_a_frozen_specification(name: str, query: str) -> None:
    view = COMPUTE[name](question_of(shipped(), query))
    with pytest.raises(FrozenInstanceError):
        setattr(view, fields(view)[0].name, None)


@pytest.mark.parametrize("name", COMPUTE)
def test_a_file_without_events_has_every_view(name: str) -> None:
    assert COMPUTE[name](question_of(tables_of("")))
