"""The list of event types that the command ``types`` prints."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.model.event_types import event_types, grouped_types
from dashboard.reading.watched import read_file
from dashboard.words.numbers import signed_for_file

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.model.event_types import EventType


def report_types(file: str | None, how: str) -> tuple[str, bool]:
    """Return the types of a file, or the shipped ones, and ``True``; or the problems of the file.

    Args:
        file: path of an events file with types of its own, or ``None``.
        how: ``text`` or ``json``.
    """
    if file is None:
        return list_types(event_types().values(), how), True
    reading, _ = read_file(Path(file), file)
    if reading.book is None:
        return "\n".join(map(str, reading.problems)), False
    return list_types(reading.book.types.values(), how), True


def list_types(types: Iterable[EventType], how: str) -> str:
    """Return all types with id, score, CAMEO code and label, by quad class.

    Args:
        types: the types of a file, or the shipped ones.
        how: ``text`` or ``json``.

    >>> from dashboard.model.event_types import event_types
    >>> list_types([event_types()["deny"]], "text").splitlines()[-1]
    '  deny    -2  016  Deny: reject an accusation, disclaim responsibility'
    """
    return _as_json(types) if how == "json" else _as_text(list(types))


def _as_json(types: Iterable[EventType]) -> str:
    records = [
        {
            "id": kind.id,
            "label": kind.label,
            "includes": kind.includes,
            "score": kind.score,
            "quad_class": kind.quad_class or None,
            "cameo": kind.cameo_code or None,
            "symmetric": kind.symmetric,
            "note": kind.note,
        }
        for kind in types
    ]
    return json.dumps(records, indent=2, ensure_ascii=False)


def _as_text(types: list[EventType]) -> str:
    width = max(len(kind.id) for kind in types)
    lines = [
        f"{len(types)} event types: id, score, CAMEO code, label.",
        "Scores are those of CAMEO as GDELT publishes them, after Goldstein (1992); a file may set",
        'the score of an event, and add types of its own under "types".',
    ]
    for group, kinds in grouped_types(types).items():
        lines += ["", group] if kinds else []
        for kind in kinds:
            score = signed_for_file(kind.score)
            lines.append(
                f"  {kind.id:{width}}{score:>6}  {kind.cameo_code or '–':4} {kind.full_label}"
            )
            lines += [" " * (width + 15) + f"– {kind.note}"] if kind.note else []
    return "\n".join(lines)
