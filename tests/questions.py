"""Questions to the views of the relations."""

from __future__ import annotations

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.relations.layout import Size
from dashboard.analysis.relations.question import Question
from dashboard.analysis.timeline.plot_area import PlotArea
from dashboard.query.selection import Selection
from dashboard.query.tables import Tables


def question_of(
    tables: Tables,
    selection: Selection | str = "",
    size: Size | None = None,
    time_axis: PlotArea | None = None,
) -> Question:
    """The question of a selection, or of a query."""
    chosen = selection
    if isinstance(chosen, str):
        chosen = Selection.from_query(chosen, tables, strict=False)
    return Question.of(Dataset(tables), chosen, size=size, time_axis=time_axis)
