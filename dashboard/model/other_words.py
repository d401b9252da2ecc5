"""Other words for the keys of an events file, each with the key that is meant."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

OTHER_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "when": ("date", ""),
        "day": ("date", ""),
        "start": ("date", " with an interval A/B"),
        "end": ("date", " with an interval A/B"),
        "from": ("date", " with an interval A/B"),
        "to": ("date", " with an interval A/B"),
        "until": ("date", " with an interval A/B"),
        "headline": ("title", ""),
        "heading": ("title", ""),
        "what": ("title", ""),
        "name": ("title", ""),
        "who": ("actors", ""),
        "countries": ("actors", ""),
        "participants": ("actors", ""),
        "against": ("targets", ""),
        "category": ("type", ""),
        "goldstein": ("score", ""),
        "where": ("place", ""),
        "location": ("place", ""),
        "latitude": ("lat", ""),
        "longitude": ("lon", ""),
        "lng": ("lon", ""),
        "url": ("sources", ""),
        "link": ("sources", ""),
        "summary": ("description", ""),
        "text": ("description", ""),
        "notes": ("description", ""),
        "note": ("description", ""),
        "weight": ("importance", ""),
        "priority": ("importance", ""),
        "colour": ("color", ""),
        "zone": ("tz", ""),
        "type": ("kind", ""),
        "ignore": ("accept", ""),
        "noqa": ("accept", ""),
    }
)
"""Wrong key: the right key, and the end of the remedy where the value changes too."""
