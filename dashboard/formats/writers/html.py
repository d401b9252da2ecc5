"""The offline page: one HTML file, see ``formats.html``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.formats.html.page import TooManyEventsError, html_page
from dashboard.formats.table import ExportError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.formats.export import Export


def write_html(export: Export) -> Iterator[str]:
    """Yield the page of the selection.

    Raises:
        ExportError: the selection has too many events.
    """
    withheld = np.zeros(len(export.source.tables.events), dtype=bool)
    withheld[export.source.public.tables.withheld] = True
    credit = ", ".join(filter(None, [export.day, export.revision[:8]]))
    try:
        yield html_page(
            export.source,
            export.selection,
            withheld=withheld,
            citations=export.citations,
            credit=credit,
        )
    except TooManyEventsError as error:
        raise ExportError(str(error)) from error
