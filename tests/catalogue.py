"""The extraction of the sentences for the catalogues, by the protocol of Babel."""

from __future__ import annotations

import csv
from typing import IO, TYPE_CHECKING, Any

from dashboard.model.event_types import INCLUDES, LABEL, NOTE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

Message = tuple[int, str, tuple[str, str], list[str]]
"""Number of the line, function, its arguments (context and text), and comments."""
_COLUMNS = {"label": LABEL, "includes": INCLUDES, "note": NOTE}
"""Context of the words of each column that people read."""


def extract_types(
    fileobj: IO[bytes],
    keywords: Mapping[str, Any],
    comment_tags: Collection[str],
    options: Mapping[str, Any],
) -> Iterator[Message]:
    """Yield the words of each event type in ``event_types.csv``."""
    rows = csv.DictReader(fileobj.read().decode("utf-8").splitlines())
    for row in rows:
        code = f"CAMEO {row['cameo_code']}" if row["cameo_code"] else "no CAMEO code"
        for column, context in _COLUMNS.items():
            if row[column]:
                comment = f"{column} of the event type {row['id']} ({code})"
                yield rows.line_num, "pgettext", (context, row[column]), [comment]
