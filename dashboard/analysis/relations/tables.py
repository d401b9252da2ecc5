"""The tables of the measures: actors, dyads and triads in columns, with links to their events.

A table for the page is ``linked``: it has the words and links of the page. A table for a file has
neither, since it may have very many rows.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.analysis.relations.dyads import FEW
from dashboard.analysis.relations.measuring import measure_actors
from dashboard.analysis.relations.table_words import (
    TIES,
    TRIAD_KINDS,
    actor_columns,
    balance_in_words,
    dyad_columns,
    few_events,
    triad_columns,
    triad_kind_columns,
    triad_kinds,
)
from dashboard.analysis.relations.triads import count_triads, list_triads, sign_ties
from dashboard.analysis.relations.words import acts_on
from dashboard.analysis.table import Table
from dashboard.model.codes import Side
from dashboard.model.scores import SIDES
from dashboard.query.dyad import ANYONE, Dyad
from dashboard.query.months import months_between
from dashboard.words.direction import isolated
from dashboard.words.language import gettext, gettext_noop, grouped, pgettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.analysis.link import Link
    from dashboard.analysis.relations.measuring import DyadMeasures
    from dashboard.analysis.relations.question import Question
    from dashboard.analysis.relations.triads import TriadTies

_LINKS = {
    "events_out": gettext_noop("list the events: {actor} acts"),
    "events_in": gettext_noop("list the events: acts on {actor}"),
    "conflict_events": gettext_noop("list the events: conflict against {actor}"),
    "events": gettext_noop("list the events: {dyad}"),
    "conflict": gettext_noop("list the events: {dyad}, conflict"),
    "neutral": gettext_noop("list the events: {dyad}, neutral"),
    "cooperation": gettext_noop("list the events: {dyad}, cooperation"),
}
"""Words of the links of the numbers, by their column."""


def tabulate_actors(
    question: Question, measures: DyadMeasures, most: int | None, *, linked: bool
) -> tuple[Table, ...]:
    """Return the table of the nodes, the busiest first."""
    level = question.level
    found = measure_actors(level, question.scope.related, measures)
    node, rival, against = (
        column[:most].tolist() for column in (found.node, found.rival, found.against)
    )
    ids, names = _ids_and_names(question, node)
    values: dict[str, list[Any]] = {
        "id": ids,
        "name": names,
        "events_out": found.n_out[:most].tolist(),
        "mean_out": found.mean_out[:most].tolist(),
        "events_in": found.n_in[:most].tolist(),
        "mean_in": found.mean_in[:most].tolist(),
        "most_against": [level.ids[code] if code >= 0 else "" for code in rival],
        "conflict_events": against,
        "few_out": (found.n_out[:most] < FEW).tolist(),
        "few_in": (found.n_in[:most] < FEW).tolist(),
    }
    few = {"mean_out": values["few_out"], "mean_in": values["few_in"]}
    saved = tuple(values)
    links = {}
    if linked:
        values["rival"] = [level.names[code] if code >= 0 else "–" for code in rival]
        pairs = zip(values["most_against"], ids, strict=True)
        hostile = (Dyad(one or ANYONE, id_, side=Side.CONFLICT.word) for one, id_ in pairs)
        for key, dyads in (
            ("events_out", (Dyad(id_, ANYONE) for id_ in ids)),
            ("events_in", (Dyad(ANYONE, id_) for id_ in ids)),
            ("conflict_events", hostile),
        ):
            said = (gettext(_LINKS[key], actor=isolated(name)) for name in names)
            links[key] = _links(question, values[key], dyads, said)
    shown = ("name", "events_out", "mean_out", "events_in", "mean_in", "rival", "conflict_events")
    return (
        Table(
            gettext("Actors"),
            actor_columns(),
            values,
            links,
            shown,
            saved,
            len(found.node),
            few=few,
        ),
    )


def tabulate_dyads(
    question: Question, measures: DyadMeasures, most: int | None, *, linked: bool
) -> tuple[Table, ...]:
    """Return the table of the dyads, the most frequent first."""
    tables = question.dataset.tables
    dyads, sides = measures.dyads, measures.sides[:most]
    first, last = measures.first[:most], measures.last[:most]
    dates = tables.events["date"].array
    sources, source_names = _ids_and_names(question, dyads.source[:most].tolist())
    targets, target_names = _ids_and_names(question, dyads.target[:most].tolist())
    values: dict[str, list[Any]] = {
        "source": sources,
        "target": targets,
        "source_name": source_names,
        "target_name": target_names,
        "events": dyads.n[:most].tolist(),
        "mean": dyads.mean[:most].tolist(),
        "sum": dyads.sum[:most].tolist(),
        **{side.word: sides[:, side].tolist() for side in Side},
        "reciprocity": measures.reciprocity[:most].tolist(),
        "first": dates[first].tolist(),
        "last": dates[last].tolist(),
        "joint": dyads.joint[:most].tolist(),
        "few": dyads.few[:most].tolist(),
    }
    saved = tuple(values)
    links = {}
    if linked:
        values["dyad"] = list(map(acts_on, source_names, target_names))
        months = months_between(tables, first, last)
        values["when"] = [
            _when(months_of, joint=joint, few=few)
            for months_of, joint, few in zip(months, values["joint"], values["few"], strict=True)
        ]
        pairs = list(map(Dyad, sources, targets))
        said = (gettext(_LINKS["events"], dyad=words) for words in values["dyad"])
        links["events"] = _links(question, values["events"], pairs, said)
        for side in SIDES:
            of_side = (replace(dyad, side=side) for dyad in pairs)
            said = (gettext(_LINKS[side], dyad=words) for words in values["dyad"])
            links[side] = _links(question, values[side], of_side, said)
    shown = ("dyad", "events", "mean", "sum", *reversed(SIDES), "reciprocity", "when")
    few = {"mean": values["few"]}
    title, columns = gettext("Dyads"), dyad_columns()
    return (Table(title, columns, values, links, shown, saved, len(dyads.n), few=few),)


def _when(months: str, *, joint: bool, few: bool) -> str:
    """Return the months of the events of a dyad, with its caveats."""
    together = [pgettext("mark of a dyad: only on others", "only together")] if joint else []
    return " · ".join([months, *together, *([few_events()] if few else [])])


def tabulate_triads(
    question: Question, measures: DyadMeasures, most: int | None, *, linked: bool
) -> tuple[Table, ...]:
    """Return the numbers of triads of each kind, and the table of the triads."""
    ties = sign_ties(question.level, measures)
    counts, solid = count_triads(ties.signs), count_triads(np.where(ties.few, 0, ties.signs))
    numbers = [getattr(counts, name) for name in TRIAD_KINDS]
    few = [grouped(n - getattr(solid, name)) for name, n in zip(TRIAD_KINDS, numbers, strict=True)]
    columns = triad_kind_columns()
    values = (*zip(*triad_kinds(), strict=True), numbers, [*few[:-1], "–"])
    kinds = dict(zip(columns, values, strict=True))
    return (
        Table(gettext("Kinds of triads"), columns, kinds, shown=tuple(kinds), total=len(numbers)),
        _list_triads(question, ties, most, counts.complete, linked=linked),
    )


def _list_triads(
    question: Question, ties: TriadTies, most: int | None, total: int, *, linked: bool
) -> Table:
    columns = list(zip(*list_triads(ties, most), strict=True)) or [()] * 6
    nodes = dict(zip(("one", "two", "three"), columns[:3], strict=True))
    signs = dict(zip(TIES, columns[3:], strict=True))
    texts = {
        end: _ids_and_names(question, ties.node[list(positions)].tolist())
        for end, positions in nodes.items()
    }
    balanced = [one * two * three > 0 for one, two, three in zip(*signs.values(), strict=True)]
    few_ties = {
        (one, other): ties.few[list(nodes[one]), list(nodes[other])].tolist() for one, other in TIES
    }
    values: dict[str, list[Any]] = {
        **{end: ids for end, (ids, _) in texts.items()},
        **{f"{one}_{other}": list(sign) for (one, other), sign in signs.items()},
        "balanced": balanced,
        "few": list(map(any, zip(*few_ties.values(), strict=True))),
    }
    saved = tuple(values)
    links = {}
    if linked:
        values["triad"] = [
            balance_in_words(is_balanced=is_balanced, few=few)
            for is_balanced, few in zip(balanced, values["few"], strict=True)
        ]
        for (one, other), sign in signs.items():
            key = f"tie_{one}_{other}"
            values[key] = [
                f"{isolated(left)} {'+' if tie > 0 else '−'} {isolated(right)}"
                for left, tie, right in zip(texts[one][1], sign, texts[other][1], strict=True)
            ]
            pairs = zip(values[one], values[other], strict=True)
            dyads = (Dyad(*pair, both=True) for pair in pairs)
            said = (gettext(_LINKS["events"], dyad=words) for words in values[key])
            links[key] = _links(question, sign, dyads, said)
    shown = ("triad", *(f"tie_{one}_{other}" for one, other in TIES))
    few = {f"tie_{one}_{other}": flags for (one, other), flags in few_ties.items()}
    title = gettext(
        "Which triads: unbalanced ones first, then those with the most events behind them"
    )
    return Table(title, triad_columns(), values, links, shown, saved, total, few=few)


def _ids_and_names(question: Question, nodes: Sequence[int]) -> tuple[list[str], list[str]]:
    level = question.level
    return [level.ids[code] for code in nodes], [level.names[code] for code in nodes]


def _links(
    question: Question, counts: Iterable[int], dyads: Iterable[Dyad], words: Iterable[str]
) -> list[Link | None]:
    """Return the link of each count to its events; ``None`` where the count is 0."""
    return [
        question.link(dyad, said) if n else None
        for n, dyad, said in zip(counts, dyads, words, strict=True)
    ]
