"""Numbers in words: counts with their noun, scores with their sign, shares in percent."""

from __future__ import annotations

from dashboard.words.catalogue import ENGLISH
from dashboard.words.language import gettext, is_right_to_left, language, locale

_LEFT_TO_RIGHT = "\u200e"
"""Mark after which a number begins with its sign, also between words from right to left."""
MINUS = "−"
"""The minus sign, U+2212: screen readers leave a hyphen before a number out."""


def count(n: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun in the singular or the plural.

    Args:
        n: how many.
        noun: the singular, such as ``event``.
        plural: the plural, if it is not the singular with an ``s``.

    >>> count(1, "event"), count(1200, "event"), count(2, "country", "countries")
    ('1 event', '1,200 events', '2 countries')
    """
    return f"{n:,} {noun if n == 1 else plural or f'{noun}s'}"


def signed(score: float) -> str:
    """Return a score or a mean with one decimal, and its sign unless it is rounded to zero.

    >>> signed(3.14), signed(-2), signed(-0.01)
    ('+3.1', '−2.0', '0.0')
    """
    text = f"{score:+.1f}"
    return _with_point("0.0" if text[1:] == "0.0" else text.replace("-", MINUS))


def tenths(number: float) -> str:
    """Return a number of 0 or more with one decimal.

    >>> tenths(2.04)
    '2.0'
    """
    return _with_point(f"{number:.1f}")


def signed_as_written(score: float) -> str:
    """Return a score with its sign and only the decimals that it has.

    >>> signed_as_written(3.5), signed_as_written(-2.0), signed_as_written(0.0)
    ('+3.5', '−2', '0')
    """
    return _with_point(signed_for_file(score).replace("-", MINUS))


def factor(times: float) -> str:
    """Return a factor with only the decimals that it has.

    >>> factor(20.0), factor(2.5)
    ('20', '2.5')
    """
    return _with_point(f"{times:g}")


def signed_for_file(score: float) -> str:
    """Return a score with its sign and the minus of the keyboard, as a file has it.

    >>> signed_for_file(3.5), signed_for_file(-2.0), signed_for_file(0.0)
    ('+3.5', '-2', '0')
    """
    return f"{score:+g}" if score else "0"


def hundredths(share: float) -> str:
    """Return a share of 1 with two decimals.

    >>> hundredths(0.254)
    '0.25'
    """
    return _with_point(f"{share:.2f}")


def percent(share: float) -> str:
    """Return a share of 1 in whole percent.

    >>> percent(0.254)
    '25%'
    """
    return gettext("{number}%", number=format(100 * share, ".0f"))


def _with_point(text: str) -> str:
    """Return a number with the decimal separator of the language, and its sign before it."""
    if language() == ENGLISH:
        return text
    mark = _LEFT_TO_RIGHT if is_right_to_left() else ""
    return mark + text.replace(".", locale().number_symbols["latn"]["decimal"])
