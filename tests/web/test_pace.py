"""Pages ask soon if they are few, and at a limited rate in all if they are many."""

from __future__ import annotations

import heapq

import pytest

from dashboard.web.pace import LONGEST, SHORTEST, Pace


@pytest.mark.parametrize(("pages", "longest"), [(1, 400), (20, 800), (200, 8_000)])
def test_pages_ask_at_most_25_times_a_second_and_each_in_its_turn(pages: int, longest: int) -> None:
    pace = Pace()
    asked: list[float] = []
    waits: list[int] = []
    next_times = [0.0] * pages
    while len(asked) < 20 * pages:
        now = heapq.heappop(next_times)
        asked.append(now)
        waits.append(pace.wait(now))
        heapq.heappush(next_times, now + waits[-1])
    at_rest = asked[2 * pages :]
    assert min(waits) >= SHORTEST
    assert max(waits[2 * pages :]) <= longest
    assert len(at_rest) <= 25 * (at_rest[-1] - at_rest[0]) / 1_000 + 1


def test_a_burst_of_requests_delays_a_page_by_a_minute_at_most() -> None:
    pace = Pace()
    assert max(pace.wait(0) for _ in range(5_000)) == LONGEST
    assert pace.wait(LONGEST) == SHORTEST
