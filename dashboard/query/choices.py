"""Choices: the words that a parameter of the URL may have, some with their labels on the page.

The labels are in English; they are translated where they are shown.
"""

from __future__ import annotations

from types import MappingProxyType

from dashboard.words.language import gettext_noop, pgettext_noop

MATCHES = MappingProxyType(
    {
        "any": pgettext_noop("a choice after: Events with", "any"),
        "all": pgettext_noop("a choice after: Events with", "all of them"),
    }
)
LANES = MappingProxyType(
    {
        "country": pgettext_noop("a choice after: Lanes by", "Country"),
        "actor": pgettext_noop("a choice after: Lanes by", "Actor"),
        "type": pgettext_noop("a choice after: Lanes by", "Type"),
        "status": pgettext_noop("a choice after: Lanes by", "Status"),
    }
)
AXES = MappingProxyType(
    {
        "events": pgettext_noop("division of the time axis", "By events"),
        "even": pgettext_noop("division of the time axis", "Even"),
    }
)
OTHERS = ("folded", "open")
LINKS = ("chain", "all")
NODES = MappingProxyType({"country": gettext_noop("Countries"), "actor": gettext_noop("Actors")})
MANY_NODES = 20
"""Number of related actors from which upward the matrix is the first view of the relations."""
EMBEDDED = ("timeline", "relations", "both")
RELATIONS = MappingProxyType(
    {
        "network": gettext_noop("Network"),
        "matrix": gettext_noop("Matrix"),
        "over_time": gettext_noop("Over time"),
        "measures": gettext_noop("Measures"),
        "sequences": gettext_noop("Sequences"),
    }
)
CHANGES = MappingProxyType(
    {"before_after": gettext_noop("Before and after"), "aligned": gettext_noop("Aligned")}
)
