"""Reactions: what followed, how long after, and how often it would have anyway."""

from __future__ import annotations

from itertools import pairwise
from math import isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.relations import reactions as module
from dashboard.analysis.relations.reactions import Reaction, Reactions, find_reactions
from dashboard.model.book import Book, Event
from dashboard.model.dates import MAX_SECOND, MIN_SECOND
from dashboard.model.event_types import event_types
from dashboard.query.columns import BoolArray
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables
from dashboard.query.tabulate import tabulate
from tests.benchmarks.worlds import world
from tests.examples import shipped, tables_of
from tests.query.books import UNHURRIED, books
from tests.query.by_hand import country_of

DAY = 86_400
EVENTS = """
- {id: first, date: 2023-01-01, title: T, type: visit, actors: [Japan]}
- {id: act, date: 2023-03-01/2023-03-03, title: T, type: condemn, actors: [Japan]}
- {id: same, date: 2023-03-03, title: T, type: deny, actors: [Chile]}
- {id: next, date: 2023-03-04, title: T, type: deny, actors: [Peru]}
- {id: later, date: 2023-03-10, title: T, type: reject, actors: [Peru],
   links: {responds_to: [act]}}
- {id: beyond, date: 2023-03-11, title: T, type: deny, actors: [Chad]}
- {id: last, date: 2023-12-01, title: T, type: condemn, actors: [Japan]}
"""


def of(
    tables: Tables, after: str, days: int = 7, query: str = "", nodes: str = "country"
) -> Reactions:
    visible = Selection.from_query(query, tables).apply(tables).visible
    return find_reactions(tables, tables.level(nodes), visible, after, days)


def told(
    tables: Tables, found: Reactions, nodes: str = "country"
) -> dict[str, list[tuple[str, str, int, bool]]]:
    """Ids of act and reaction, days between and whether linked, by who reacts."""
    ids = tables.events["id"].tolist()
    return {
        tables.level(nodes).ids[one.node]: [
            (ids[pair.act], ids[pair.reaction], pair.days, pair.linked) for pair in one.pairs
        ]
        for one in found.reactions
    }


def test_what_followed_is_told_with_the_days_between() -> None:
    tables = tables_of(EVENTS)
    found = of(tables, "condemn")
    assert (found.acts, found.too_recent) == (2, 1)
    assert told(tables, found) == {
        "CHL": [("act", "same", 0, False)],
        "PER": [("act", "later", 7, True)],
    }
    assert all((one.n, one.of) == (1, 1) for one in found.reactions)


def test_an_answer_that_the_file_names_goes_before_an_earlier_event() -> None:
    tables = tables_of(EVENTS)
    assert told(tables, of(tables, "condemn", 6))["PER"] == [("act", "next", 1, False)]
    assert told(tables, of(tables, "condemn", 7))["PER"] == [("act", "later", 7, True)]


def test_less_than_a_day_after_the_end_is_the_first_day() -> None:
    tables = tables_of(EVENTS)
    assert set(told(tables, of(tables, "condemn", 1))) == {"CHL", "PER"}
    assert "TCD" in told(tables, of(tables, "condemn", 8))
    assert "TCD" not in told(tables, of(tables, "condemn", 7))


def test_acts_whose_days_run_beyond_the_last_event_are_not_counted() -> None:
    tables = tables_of(EVENTS)
    found = of(tables, "JPN", query="to=2023-03-10")
    assert (found.acts, found.too_recent) == (2, 1)
    assert of(tables, "JPN", 400) == Reactions(3, 3, ())


def test_nobody_reacts_to_itself() -> None:
    tables = tables_of("""
        - {id: a, date: 2023-01-01, title: T, type: condemn, actors: [Japan, Chile]}
        - {id: b, date: 2023-01-02, title: T, type: visit, actors: [Chile]}
        - {id: c, date: 2023-01-02, title: T, type: visit, actors: [Peru]}
        - {id: d, date: 2024, title: T, actors: [Chad]}
        """)
    assert told(tables, of(tables, "condemn")) == {"PER": [("a", "c", 1, False)]}
    after_japan = told(tables, of(tables, "JPN"))
    assert "JPN" not in after_japan
    assert "CHL" not in after_japan, "Chile took part in that act"
    assert "CHL" not in told(tables, of(tables, "CHL"))


def test_actors_and_their_countries_are_told_apart() -> None:
    tables = tables_of("""
        actors: [{id: kim, name: Kim, kind: person, country: North Korea}]
        events:
          - {id: a, date: 2023-01-01, title: T, actors: [North Korea]}
          - {id: b, date: 2023-01-02, title: T, actors: [kim]}
          - {id: c, date: 2024, title: T, actors: [Chad]}
        """)
    assert told(tables, of(tables, "PRK")) == {}
    expected = {"kim": [("a", "b", 1, False)]}
    assert told(tables, of(tables, "PRK", nodes="actor"), "actor") == expected


@pytest.mark.parametrize("after", ["mass_violence", "TCD", "nobody"])
def test_of_what_did_not_happen_nothing_followed(after: str) -> None:
    assert of(shipped(), after) == Reactions(0, 0, ())


def test_no_events_are_followed_by_none() -> None:
    assert of(tables_of(""), "visit") == Reactions(0, 0, ())
    assert of(shipped(), "visit", query="text=zzz") == Reactions(0, 0, ())


def test_what_russia_answered_to_the_joint_statement_and_when() -> None:
    tables = shipped()
    answers = told(tables, of(tables, "condemn", 14))
    assert answers["RUS"] == [("joint-statement", "peskov-groundless", 0, True)]
    assert answers["PRK"] == [("joint-statement", "choe-statement", 2, True)]


def test_of_many_pairs_the_latest_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_PAIRS", 2)
    tables = tables_of(
        "\n".join(
            f"- {{id: {who}{day}, date: 2023-01-{day:02}, title: T, actors: [{name}]}}"
            for day in range(1, 9)
            for who, name in (("a", "Japan"), ("b", "Chile"))
        )
    )
    (reaction,) = of(tables, "JPN", 1).reactions
    assert (reaction.n, reaction.of) == (6, 6)
    assert [tables.events["id"].iat[pair.act] for pair in reaction.pairs] == ["a6", "a5"]


def exact_base_rate(begins: list[int], first: int, last: int, reach: int) -> float:
    """The share of moments followed by a begin, from looking at each stretch between changes."""
    if last - reach <= first:
        return float("nan")
    changes = {first, last - reach}
    changes |= {at for begin in begins for at in (begin, begin - reach)}
    stretches = sorted(at for at in changes if first <= at <= last - reach)
    followed = sum(
        after - before
        for before, after in pairwise(stretches)
        if any(before + after <= 2 * begin < before + after + 2 * reach for begin in begins)
    )
    return followed / (last - reach - first)


def by_hand(
    book: Book, visible: set[str], nodes: str, after: str, days: int
) -> tuple[int, int, dict[str, tuple[int, int, float, set[tuple[str, str, int, bool]]]]]:
    """Acts, those too recent, and of each who reacted n, of, base rate and pairs."""

    def acting(event: Event) -> set[str]:
        if nodes == "actor":
            return set(event.actors)
        return {country_of(actor, book.directory) for actor in event.actors}

    events = [event for event in tabulate(book).events["id"] if event in visible]
    known = {event.id: event for event in book.events}
    in_order = [known[id_] for id_ in events]
    acts = [one for one in in_order if after == one.type or after in acting(one)]
    if not acts:
        return 0, 0, {}
    first, last = in_order[0].date.lower, in_order[-1].date.lower

    def end(act: Event) -> int:
        return min(act.date.upper, MAX_SECOND - 1) + days * DAY

    tellable = [act for act in acts if end(act) <= last]
    spans = [end(act) - max(act.date.lower, MIN_SECOND + 1) for act in tellable]
    reach = int(np.median(spans)) if spans else days * DAY
    reactions = {}
    for node in {id_ for event in in_order for id_ in acting(event)} - {after}:
        own = [event for event in in_order if node in acting(event)]
        others = [act for act in tellable if node not in acting(act)]
        pairs = set()
        for act in others:
            begun = [one for one in own if act.date.lower <= one.date.lower < end(act)]
            if not begun:
                continue
            links = [one for one in begun if act.id in dict(one.links).get("responds_to", ())]
            answer = (links or begun)[0]
            gap = answer.date.lower - act.date.upper
            pairs.add((act.id, answer.id, 0 if gap < 0 else gap // DAY + 1, bool(links)))
        if pairs:
            begins = [max(one.date.lower, MIN_SECOND + 1) for one in own]
            rate = exact_base_rate(begins, first, last, reach)
            reactions[node] = (len(pairs), len(others), rate, pairs)
    return len(acts), len(acts) - len(tellable), reactions


@given(
    books(max_size=12),
    st.sampled_from(["country", "actor"]),
    st.sampled_from(["JPN", "RUS", "lavrov", *event_types()]),
    st.sampled_from([1, 14, 365, 3_660]),
    st.data(),
)
@UNHURRIED
def test_sequences_are_what_a_plain_search_finds(
    book: Book, nodes: str, after: str, days: int, data: st.DataObject
) -> None:
    tables = tabulate(book)
    count = len(book.events)
    flags = data.draw(st.lists(st.sampled_from([1, 1, 1, 0]), min_size=count, max_size=count))
    visible: BoolArray = np.array(flags, dtype=bool)
    chosen = set(tables.events["id"].to_numpy()[visible])
    found = find_reactions(tables, tables.level(nodes), visible, after, days)
    acts, too_recent, expected = by_hand(book, chosen, nodes, after, days)
    assert (found.acts, found.too_recent) == (acts, too_recent)
    pairs = told(tables, found, nodes)
    assert pairs.keys() == expected.keys()
    for one in found.reactions:
        id_ = tables.level(nodes).ids[one.node]
        n, of_, rate, plain = expected[id_]
        assert (one.n, one.of, set(pairs[id_])) == (n, of_, plain)
        if isnan(rate):
            assert isnan(one.base_rate)
        else:
            assert one.base_rate == pytest.approx(rate, abs=1e-9)
    shares = [one.n / one.of for one in found.reactions]
    assert shares == sorted(shares, reverse=True)


def reaction_of(tables: Tables, after: str, id_: str, days: int) -> Reaction:
    level = tables.by_country
    return next(one for one in of(tables, after, days).reactions if level.ids[one.node] == id_)


def test_the_base_rate_is_what_random_moments_give() -> None:
    tables = world(400, countries=8)
    members, days = tables.by_country.members, 30
    ids = tables.by_country.ids
    for one in of(tables, "threaten", days).reactions[:4]:
        own = np.unique(members.event[(members.role == 0) & (members.group == one.node)])
        begins = tables.lower[own]
        acts = np.flatnonzero(tables.events["type"].to_numpy() == "threaten")
        ends = tables.upper[acts] + days * DAY
        told_ = ends <= tables.lower.max()
        reach = int(np.median((ends - tables.lower[acts])[told_]))
        generator = np.random.default_rng(one.node)
        moments = generator.uniform(tables.lower.min(), tables.lower.max() - reach, 40_000)
        place = np.searchsorted(begins, moments)
        following = begins[np.minimum(place, len(begins) - 1)]
        followed = (place < len(begins)) & (following < moments + reach)
        assert one.base_rate == pytest.approx(followed.mean(), abs=0.015), ids[one.node]


def test_in_a_world_without_reactions_what_followed_is_near_the_base_rate() -> None:
    """The acts of this world come by chance, so nobody reacts more often than anyhow."""
    tables = world(3_000, countries=10)
    found = of(tables, "threaten", 30)
    assert len(found.reactions) == 10
    for one in found.reactions:
        assert one.n / one.of == pytest.approx(one.base_rate, abs=0.25)


def test_too_short_a_time_has_no_base_rate() -> None:
    tables = tables_of("""
        - {date: 2023-01-01, title: T, type: condemn, actors: [Japan]}
        - {date: 2023-01-02, title: T, type: deny, actors: [Chile]}
        - {date: 2023-01-03, title: T, type: deny, actors: [Peru]}
        """)
    assert isnan(reaction_of(tables, "condemn", "CHL", 1).base_rate)
