"""For notebooks and scripts: load a file, select, and get each view as numbers or as a figure.

Every view is a frozen specification, the same object that the page and the API draw from. A
``Dataset`` keeps node positions and other derived data, so that many views of one file are fast;
plain ``Tables`` work everywhere, too.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from dashboard.analysis.dataset import Dataset
from dashboard.analysis.relations.layout import Size
from dashboard.analysis.relations.question import Question
from dashboard.analysis.relations.views import COMPUTE
from dashboard.analysis.timeline.overview import lay_out_overview
from dashboard.analysis.timeline.plot_area import PlotArea
from dashboard.analysis.timeline.timeline import lay_out_timeline
from dashboard.figures.picture import Picture
from dashboard.figures.relations import draw_network
from dashboard.figures.theme import THEMES
from dashboard.figures.timeline import draw_timeline, margins
from dashboard.formats.export import Export
from dashboard.formats.look import LOOK_NAMES, Look
from dashboard.formats.table import FORMATS
from dashboard.query.selection import Selection
from dashboard.query.spoken import matched
from dashboard.query.tabulate import tabulate
from dashboard.reading.watched import read_file
from dashboard.words.catalogue import ENGLISH
from dashboard.words.language import speaking
from dashboard.words.suggestions import suggestion

if TYPE_CHECKING:
    from dashboard.analysis.relations.aligned import Aligned
    from dashboard.analysis.relations.before_after import BeforeAfter
    from dashboard.analysis.relations.matrix import Matrix
    from dashboard.analysis.relations.measures import Measures
    from dashboard.analysis.relations.network import Network
    from dashboard.analysis.relations.over_time import OverTime
    from dashboard.analysis.relations.sequences import Sequences
    from dashboard.analysis.timeline.overview import Overview
    from dashboard.analysis.timeline.timeline import Timeline
    from dashboard.model.problems import Problem
    from dashboard.query.tables import Tables


class EventsFileError(ValueError):
    """An events file with errors.

    Attributes:
        problems: all errors, each with line and column.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


def load(path: str | Path) -> Tables:
    """Read an events file into tables.

    Raises:
        EventsFileError: the file cannot be read or has errors.

    >>> len(load("events.yaml").events)
    30
    """
    reading, _ = read_file(Path(path), str(path))
    if reading.book is None:
        raise EventsFileError(tuple(problem for problem in reading.problems if problem.is_error))
    return tabulate(reading.book)


def timeline(
    data: Tables | Dataset, selection: Selection | None = None, *, width: float = 1100.0
) -> Timeline:
    """Return the timeline: lanes, marks, titles and ticks, positions in pixels.

    Args:
        data: an events file, from ``load``.
        selection: which events, and how they are shown; default all events.
        width: width of the chart with its margins, in pixels.

    >>> tables = load("events.yaml")
    >>> timeline(tables, Selection.of(tables, country="Japan")).lanes.names[0]
    'Russia'
    """
    dataset, chosen = _asked(data, selection)
    return lay_out_timeline(dataset, chosen, chosen.apply(dataset.tables), _plot_area(width))


def overview(
    data: Tables | Dataset, selection: Selection | None = None, *, width: float = 1100.0
) -> Overview:
    """Return the strip below the timeline: counts over the whole span, and the window in it."""
    dataset, chosen = _asked(data, selection)
    return lay_out_overview(dataset, chosen, chosen.apply(dataset.tables), _plot_area(width))


def network(
    data: Tables | Dataset,
    selection: Selection | None = None,
    *,
    width: float = 760.0,
    height: float = 500.0,
) -> Network:
    """Return the network of actors: nodes and edges, positions in pixels.

    The positions depend on all events of ``data``, whatever is selected.

    >>> len(network(load("events.yaml")).nodes.x)
    10
    """
    return cast("Network", _view("network", data, selection, Size(width, height)))


def matrix(data: Tables | Dataset, selection: Selection | None = None) -> Matrix:
    """Return the matrix: rows act on columns, ordered by camp."""
    return cast("Matrix", _view("matrix", data, selection))


def over_time(data: Tables | Dataset, selection: Selection | None = None) -> OverTime:
    """Return the course of the dyad, actor or country that a selection is about."""
    return cast("OverTime", _view("over_time", data, selection))


def before_after(data: Tables | Dataset, selection: Selection | None = None) -> BeforeAfter:
    """Return the move of each pair at ``selection.pivot``, or between two periods.

    >>> tables = load("events.yaml")
    >>> found = before_after(tables, Selection.of(tables, pivot="joint-statement"))
    >>> [(row.before.n, row.after.n) for row in found.rows if row.dyad == "PRK:RUS"]
    [(4, 8)]
    """
    return cast("BeforeAfter", _view("before_after", data, selection))


def aligned(data: Tables | Dataset, selection: Selection | None = None) -> Aligned:
    """Return the days around one or two events, ``selection.zeros``.

    >>> tables = load("events.yaml")
    >>> found = aligned(tables, Selection.of(tables, zero=["vostochny", "treaty"]))
    >>> [strip.id for strip in found.strips]
    ['vostochny', 'treaty']
    """
    return cast("Aligned", _view("aligned", data, selection))


def measures(data: Tables | Dataset, selection: Selection | None = None) -> Measures:
    """Return the measures of actors, dyads and triads as tables."""
    return cast("Measures", _view("measures", data, selection))


def sequences(data: Tables | Dataset, selection: Selection | None = None) -> Sequences:
    """Return the reactions to acts of ``selection.after`` within ``selection.within`` days.

    >>> tables = load("events.yaml")
    >>> sequences(tables, Selection.of(tables, after="visit", within=30)).lead[:15]
    '3 acts in view.'
    """
    return cast("Sequences", _view("sequences", data, selection))


def timeline_figure(
    data: Tables | Dataset,
    selection: Selection | None = None,
    *,
    width: float = 1100.0,
    scheme: str = "light",
    lang: str = "",
) -> Picture:
    """Return the timeline as a picture in SVG, which a notebook shows and ``save`` writes.

    Args:
        data: an events file, from ``load``.
        selection: which events, and how they are shown; default all events.
        width: width of the chart with its margins, in pixels.
        scheme: ``light`` or ``dark``.
        lang: language of its words, a BCP 47 tag; default that of the selection, else English.

    Raises:
        ValueError: there is no such scheme or language.

    >>> timeline_figure(load("events.yaml")).svg()[:4]
    '<svg'
    """
    with speaking(_language(lang, selection)):
        return Picture(draw_timeline(timeline(data, selection, width=width)), _scheme(scheme))


def relations_figure(
    data: Tables | Dataset,
    selection: Selection | None = None,
    *,
    width: float = 760.0,
    height: float = 500.0,
    scheme: str = "light",
    lang: str = "",
) -> Picture:
    """Return the network as a picture; see ``network`` and ``timeline_figure``."""
    with speaking(_language(lang, selection)):
        drawn = network(data, selection, width=width, height=height)
        return Picture(draw_network(drawn), _scheme(scheme))


def export(
    data: Tables | Dataset,
    format: str,
    selection: Selection | None = None,
    *,
    revision: str = "",
    lang: str = "",
    **look: str | float,
) -> bytes:
    """Return events, relations, a chart or a citation as the content of a file.

    Events with a source that may not be passed on are withheld.

    Args:
        data: an events file, from ``load``.
        format: a key of ``FORMATS``, such as ``csv``, ``gexf`` or ``svg``.
        selection: which events; default all events.
        revision: revision of the file, which the export repeats.
        lang: language of the words that are not those of the file, a BCP 47 tag; default that of
            the selection, else English.
        look: ``chart``, ``width``, ``height`` and ``scheme`` of a chart.

    Raises:
        ValueError: there is no such format, chart or language, or the format needs a further
            package.

    >>> export(load("events.yaml"), "citation")[:38]
    b'North Korea, Russia and the trilateral'
    """
    if format not in FORMATS:
        raise ValueError(f'unknown format "{format}"{suggestion(format, FORMATS)}')
    unknown = look.keys() - LOOK_NAMES
    if unknown:
        raise TypeError(f'unknown argument "{min(unknown)}"{suggestion(min(unknown), LOOK_NAMES)}')
    asked = Export(
        data if isinstance(data, Dataset) else Dataset(data),
        selection or Selection(),
        revision,
        datetime.now(UTC),
        Look.read({name: str(value) for name, value in look.items()}),
        lang=_language(lang, selection),
    )
    return b"".join(FORMATS[format].write(asked))


def _asked(data: Tables | Dataset, selection: Selection | None) -> tuple[Dataset, Selection]:
    """Return the dataset as known on the day of a selection, and the selection."""
    dataset = data if isinstance(data, Dataset) else Dataset(data)
    chosen = selection or Selection()
    return dataset.as_known_on(chosen.as_known_on), chosen


def _plot_area(width: float) -> PlotArea:
    left, right, *_ = margins(width)
    return PlotArea(width - left - right)


def _view(
    name: str, data: Tables | Dataset, selection: Selection | None, size: Size | None = None
) -> object:
    return COMPUTE[name](Question.of(*_asked(data, selection), size=size))


def _language(asked: str, selection: Selection | None) -> str:
    chosen = selection.lang if selection else ""
    return matched(asked) if asked else chosen or ENGLISH


def _scheme(name: str) -> str:
    if name not in THEMES:
        raise ValueError(f'unknown scheme "{name}"{suggestion(name, THEMES)}')
    return name
