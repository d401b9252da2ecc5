"""Words that programs and tables write for a missing value; without quotes they are nothing."""

from __future__ import annotations

MISSING = frozenset(
    (
        *("NA", "N/A", "n/a", "n.a.", "N.A.", "<NA>", "#N/A"),
        *("NaN", "nan", "NAN", ".nan", ".NaN", ".NAN", "NaT"),
        *("NULL", "Null", "None", "none", "NONE", "nil", "NIL", "undefined", "\\N"),
        *(".", "-", "--", "–", "—"),
    )
)
"""Words for a missing value; not "Nan", a province, nor "na", which is a code in lower case."""
MISSING_VALUE = "missing-value"
"""Code of the warning about such a word."""


def counts_as_nothing(word: str) -> str:
    """Return the message about a word for a missing value.

    >>> counts_as_nothing("NA")
    '"NA" without quotes is a missing value: remove it, write Namibia for the country, ...'
    """
    country = ", write Namibia for the country" if word == "NA" else ""
    remedy = f"remove it{country}, or put it in quotes as text"
    return f'"{word}" without quotes is a missing value: {remedy}'
