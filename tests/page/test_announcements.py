"""Announcements: the sentences for what a reader changes."""

from __future__ import annotations

import pytest

from dashboard import Selection, load
from dashboard.page.announcements import of_charts
from tests.examples import SHIPPED


@pytest.mark.parametrize(
    ("query", "field"),
    [("from=soon", "From"), ("as_known_on=soon", "Known on"), ("nonsense=1", "Nonsense")],
)
def test_a_part_that_is_not_valid_is_named_as_its_field_and_is_not_applied(
    query: str, field: str
) -> None:
    selection = Selection.from_query(query, load(SHIPPED), strict=False)
    state, words, reason = of_charts(selection, "network", "")["unknown"]
    assert state
    # A selection without the part is shown, whatever the part was before.
    assert words == f"{field} is not applied: {{reason}}."
    assert reason
