"""What the tests of the offline page share: the page of a text or of tables, and its data."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from typing import TYPE_CHECKING, Any
from zlib import decompress

from dashboard.analysis.dataset import Dataset
from dashboard.formats.html.page import html_page

if TYPE_CHECKING:
    from dashboard.query.tables import Tables


def page_of(tables: Tables, **options: Any) -> str:
    """Return the offline page of tables."""
    return html_page(Dataset(tables), **options)


def data_of(page: str) -> dict[str, Any]:
    """Return the data of an offline page."""
    packed = re.search(r'id="data">([^<]*)</script>', page)
    assert packed
    data: dict[str, Any] = json.loads(decompress(b64decode(packed[1])))
    return data


def texts_of(markup: list[Any]) -> list[str]:
    """Return every text of markup."""
    found: list[str] = []
    for part in markup[2]:
        found += [part] if isinstance(part, str) else texts_of(part)
    return found
