"""Citations of a selection: as text, BibTeX and RIS.

North Korea, Russia and the response. 12 of 30 events · Japan. Revision 1a2b3c4d, exported on
2024-05-01.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.words.language import gettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.formats.export import Export

_SPECIAL = re.compile(r"[\\{}$&#%_^~]")
_NAMES = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}


def write_citation(export: Export) -> Iterator[str]:
    """Yield the citation as text, then those that the sources ask for."""
    where = f" {export.url}" if export.url else ""
    yield f"{_cited(export)}{where}\n"
    if export.gap:
        yield f"{export.gap}\n"
    if export.citations:
        yield gettext("Sources: {citations}", citations=" ".join(export.citations)) + "\n"


def _cited(export: Export) -> str:
    if not export.revision:
        return gettext(
            "{title}. {selection}. Exported on {day}.",
            title=export.title,
            selection=export.sentence,
            day=export.day,
        )
    return gettext(
        "{title}. {selection}. Revision {revision}, exported on {day}.",
        title=export.title,
        selection=export.sentence,
        revision=export.revision,
        day=export.day,
    )


def write_bibtex(export: Export) -> Iterator[str]:
    """Yield the citation as BibTeX."""
    fields = {
        "title": _latex(export.title),
        "year": export.day[:4],
        "note": _latex(_note(export)),
        "version": export.revision,
        "urldate": export.day,
        "url": export.url,
    }
    lines = [f"  {key} = {{{value}}}" for key, value in fields.items() if value]
    key = export.file_name("").rstrip(".")
    yield f"@misc{{{key.encode('ascii', 'ignore').decode() or 'events'},\n"
    yield ",\n".join(lines) + "\n}\n"


def write_ris(export: Export) -> Iterator[str]:
    """Yield the citation as RIS."""
    lines = {
        "TY": "DATA",
        "TI": export.title,
        "PY": export.day[:4],
        "Y2": export.day.replace("-", "/"),
        "ET": export.revision,
        "N1": _note(export),
        "UR": export.url,
        "ER": "",
    }
    for tag, value in lines.items():
        if value or tag == "ER":
            yield f"{tag}  - {' '.join(value.split())}\r\n"


def _note(export: Export) -> str:
    return " ".join(filter(None, [export.stated, export.gap, *export.citations]))


def _latex(text: str) -> str:
    r"""Return a text that LaTeX prints as it is.

    >>> _latex("R&D_1")
    'R\\&D\\_1'
    """
    return _SPECIAL.sub(lambda found: _NAMES.get(found[0], f"\\{found[0]}"), text)
