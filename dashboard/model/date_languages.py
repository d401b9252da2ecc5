"""Words of dates in many languages: months, weekdays, eras and digits, put into plain form.

Names of months and weekdays: Unicode CLDR 49 (through Babel 2.19), ``data/date_words.csv``, without
the few short forms that mean different months in different languages.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache
from importlib.resources import files

from dashboard.model.letters import decomposed, unmarked
from dashboard.model.patterns import pattern

HYPHENS = dict.fromkeys("‐‑‒–—―−⁃〜～", "-")
_PLAIN = str.maketrans(
    {
        **HYPHENS,
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""),
        **dict.fromkeys('“”„«»‘’‚"`´「」', " "),
        "、": ", ",
        "'": "",
    }
)
_EAST_ASIAN_UNIT = "[火水木金土화수목금토年월月日時년일시號号点點时前代]"
_EAST_ASIAN = (
    (" ?[(][月火水木金土日월화수목금토일一二三四五六][)]", ""),
    ("(?:公元前|紀元前|纪元前|기원전) ?(.+)", r"\1 bc"),
    ("([0-9]{3,4}) ?(?:年代|년대)", r"\1s"),
    ("(上午|午前|오전) ?([0-9]{1,2}) ?[時时点點시:] ?([0-9]{2})? ?[分분]?", r" \2:\3 am "),
    ("(下午|午後|午后|오후) ?([0-9]{1,2}) ?[時时点點시:] ?([0-9]{2})? ?[分분]?", r" \2:\3 pm "),
    (": (am|pm) ", r":00 \1 "),
    ("([0-9]{1,2}) ?[時时시] ?([0-9]{1,2}) ?[分분]", r" \1:\2 "),
    ("^([0-9]{3}) ?年", r"minguo \1-"),
    ("(?<![-0-9年년] )(?<![-0-9年년])([0-9]{1,2}) ?[月월] ?([0-9]{1,2}) ?[日일]", r"\2 <\1>"),
    ("([0-9]+) ?[年년]", r"\1-"),
    ("([0-9]{1,2}) ?[日号號일]", r"\1 "),
    ("(?<![-0-9])([0-9]{1,2}) ?[月월](?! ?[0-9])", r"<\1>"),
    ("([0-9]{1,2}) ?[月월]", r"\1-"),
    ("(?<=-) +(?=[0-9])", ""),
    ("-(?= *$| +-)", ""),
)
"""East Asian forms and their plain ones."""
_OTHER_WORDS = (
    (r"\b(?:v\. ?chr|av\. ?j\.? ?-?c|a\. ?c|до н\. ?э|до р\. ?х|b\.? ?c\.? ?e|b\. ?c)\b\.?", "bc"),
    (r"\b(?:n\. ?chr|ap\. ?j\.? ?-?c|d\. ?c|н\. ?э|a\. ?d|c\.? ?e)\b\.?", "ad"),
    (r"\b([ap])\. ?m\b\.?", r"\1m"),
    (r"\bo\. ?s\b\.?", "os"),
    (r"\bn\. ?s\b\.?", "ns"),
    (r"(?<=[0-9])(?:st|nd|rd|th|er|o|a|\.?º)\b", ""),
    (r"\b(?:of the|of|the|del|de la|de|den|on|le|el|года|году|г|року|р)\b\.? ?", ""),
)
"""Words of eras and times in their plain form, and words that say nothing."""


def plain_words(text: str) -> str:
    """Return a text in lower case and without accents; each month is a number in brackets.

    Dashes are hyphens, digits those of ASCII; quotes, weekdays and words such as *of* are left out.

    >>> plain_words("Thursday, 26 октября 2023 г."), plain_words("２０２３年１０月２６日")
    ('26 <10> 2023', '2023-10-26')
    """
    text = unicodedata.normalize("NFKC", text.translate(_PLAIN))
    text = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
    text = " ".join(text.split())
    if pattern(_EAST_ASIAN_UNIT).search(text):
        for words, form in _EAST_ASIAN:
            text = pattern(words).sub(form, text)
    text = folded(text)
    months, weekday, number = _names()
    text = months.sub(lambda match: f" <{number[match[1]]}> ", text)
    text = weekday.sub("", text.strip()).strip()
    for words, form in _OTHER_WORDS:
        text = pattern(words).sub(form, text)
    text = " ".join(text.split()).strip(" ,;")
    return text if text.endswith("..") else text.removesuffix(".")


def folded(text: str) -> str:
    """Return a text in lower case and without accents, with its letters composed.

    >>> folded("Février"), folded("년") == "년"
    ('fevrier', True)
    """
    return unicodedata.normalize("NFC", unmarked(decomposed(text.casefold())))


@cache
def _names() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, int]]:
    """Return the patterns of months and of a weekday at the beginning, and the number by month."""
    number: dict[str, int] = {}
    weekdays: set[str] = set()
    with files("dashboard.data").joinpath("date_words.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for month in range(1, 13):
                number |= {folded(name): month for name in row[str(month)].split("|") if name}
            weekdays |= {folded(name) for name in row["weekdays"].split("|")}
    months = re.compile(rf"(?<![^\W\d_])({_any_of(number)})(?![^\W\d_])[.,]?")
    days = _any_of(weekdays)
    weekday = re.compile(rf"^(?:{days})\b[.,]? *(?=.*[0-9])|[(](?:{days})[.]?[)]$")
    return months, weekday, number


def _any_of(words: set[str] | dict[str, int]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
