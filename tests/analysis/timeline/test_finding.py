"""The finding of the timeline, for few events, for ties, and for dates without a month."""

from __future__ import annotations

import pytest

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.timeline.finding import find_events
from dashboard.analysis.timeline.lanes import lanes_of
from dashboard.query.selection import Selection
from tests.examples import tables_of

EVENT = "- {{date: {}, title: T, type: {}, actors: [{}]}}\n"
CASES = {
    "": "No event is in view.",
    "2023-05-02 condemn Japan": "1 event in May 2023, of conflict.",
    "2023-05-02 condemn Japan|2023-06 visit Chile": (
        "2 events from May 2023 to June 2023, 1 of conflict and 1 of cooperation."
    ),
    "2023-05-02 visit Japan|2023-05-03 visit Japan": (
        "2 events in May 2023, all of cooperation; most events: Japan with 2."
    ),
    "2023-05 visit Japan|2023-05 visit Chile|2023-07 visit Japan|2023-07 visit Chile": (
        "4 events from May 2023 to July 2023, all of cooperation; "
        "busiest: May 2023 and July 2023 with 2 each; most events: Chile and Japan with 2 each."
    ),
    # A year has no month; an open end has only the known one.
    "2021 visit Japan|2022 visit Chile|2022 visit Peru": (
        "3 events from 2021 to 2022, all of cooperation."
    ),
    "2022-02-24/.. visit Japan": "1 event in February 2022, of cooperation.",
    "-0043-03-15 condemn Japan": "1 event in March 44 BCE, of conflict.",
}


@pytest.mark.parametrize("events", CASES)
def test_the_finding_of_few_events(events: str) -> None:
    lines = [EVENT.format(*line.split()) for line in events.split("|") if line]
    dataset = Dataset(tables_of("".join(lines)))
    lanes = lanes_of(dataset, Selection())
    visible = Selection().apply(dataset.tables).visible
    assert find_events(dataset, visible, lanes) == CASES[events]
