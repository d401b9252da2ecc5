"""The table of phrases: open ends, bounds, seasons, parts of a year, other calendars.

Each row has a pattern of a text in the form of ``date_languages.plain_words`` and its reader in
``date_phrases``. Rows are tried in order; a row without a valid date leaves the text to the next.
"""

from __future__ import annotations

from dashboard.model.date_phrases import (
    ALL_OF,
    BCE,
    BEFORE,
    DIGITS,
    ENDS,
    FISCAL,
    LEAVE_OUT,
    MARK,
    NO_DATE,
    ONCE,
    ONE_OF,
    OPEN_END,
    ORDER,
    Objection,
    Phrase,
    beyond,
    calendar,
    formed,
    pair,
    read_century,
    read_decade,
    read_group,
    read_leap_second,
    read_negative,
    read_next_midnight,
    read_ordinal,
    read_part,
    read_quarters,
    read_season,
    read_season_or_years,
    read_serial,
    read_set_of,
    read_six_digits,
    read_two_calendars,
    read_unspecified,
    read_week,
    refused,
)

_YEAR = "(?P<year>[0-9]{4})"
_NAME = "(?P<season>spring|summer|autumn|fall|winter)"
_N = "(?P<n>[1-4]|first|second|third|fourth|last)"
_NOW = "(?:now|present|today|ongoing|open|current|currently|continuing|to date|date|continues)"
_UNKNOWN = (
    r"(?:unknown|unk|[?]+|tb[acd]|n ?/ ?a|n\.? ?d\.?|none|null|nil|undated|no date|nan|nat|uuuu"
    "|xxxx)"
)
_ISO = "-?[0-9]{4}(?:-[0-9]{2}){0,2}"
_CALENDARS = {
    "Julian": r"\b(?:os|old style|julian)\b",
    "Islamic": r"\bah\b|\ba\. ?h\.|hijri|هـ|muharram|\bsafar|\brabi|jumada|\brajab|\bsha.?ban"
    "|rama[dz]an|shawwal|dhu ?.l",
    "Hebrew": r"^5[0-9]{3}\b[^:]* am\b|anno mundi|tishr|cheshvan|kislev|tevet|shevat|\badar\b"
    r"|\biyar|\bsivan|tammuz|\belul\b",
    "Persian": r"\bsh\b|\bap\b|farvardin|ordibehesht|khordad|mordad|shahrivar|\baban\b|bahman"
    "|esfand",
    "Japanese": "令和|平成|昭和|大正|明治|reiwa|heisei|showa|taisho|meiji",
    "Republic of China's": "民國|民国|minguo",
    "Juche": "주체|juche",
    "Buddhist": r"พ\.ศ|buddhist",
    "French Republican": "vendemiaire|brumaire|frimaire|nivose|pluviose|ventose|germinal|floreal"
    "|prairial|messidor|thermidor|fructidor",
}
"""Words of other calendars, by name."""

PHRASES: tuple[tuple[str, Phrase], ...] = (
    (f"|{_UNKNOWN}|-?-9|-", refused(NO_DATE)),
    (
        r"(?P<a>.+) ?[\[(](?:os|old style|julian) [^])]+[])](?P<b> .+)?",
        read_two_calendars,
    ),
    (r"(?P<a>.+?) ?[\[(]?(?:ns|new style|gregorian)[])]?", formed("dates are Gregorian", "{}")),
    *((f".*(?:{words}).*", calendar(name)) for name, words in _CALENDARS.items()),
    ("{.*", refused(ALL_OF)),
    (r"\[(?P<a>[^\[\]]*)\]", read_set_of),
    (r"\+?(?P<a>-?[0-9]{4}(?:-[0-9]{2})?)(?:-00){1,2}(?:t00:00:00z)?", formed(LEAVE_OUT, "{}")),
    (
        r"\+?(?P<a>-?[0-9]{4}(?:-[0-9]{2})?)(?:-\(?-9{1,2}\)?|-(?:\?\?|99)){1,2}",
        formed(LEAVE_OUT, "{}"),
    ),
    (
        "[0-9]{2}[?_]{2}|[0-9]{3}[?_]|[-0-9xu]*[0-9-][-0-9xu]*[xu][-0-9xu]*|x[-0-9x]+",
        read_unspecified,
    ),
    ("(?P<tens>[0-9]{3})0 ?s", read_decade),
    ("(?P<n>[1-9]|1[0-9]|2[01]) ?(?:century|cent|c)(?: (?:ad|ce|(?P<bc>bce?)))?", read_century),
    (f"{_YEAR}[- ]?w(?:k|eek)? ?(?P<week>[0-9]{{1,2}})(?:-?(?P<day>[1-7]))?", read_week),
    (f"(?:w|wk|week|kw|cw) ?(?P<week>[0-9]{{1,2}})[ ,/-]+{_YEAR}", read_week),
    (f"{_YEAR}-(?P<n>[0-9]{{3}})", read_ordinal),
    (
        "(?P<a>[0-9]{4})(?P<b>[0-9]{2})(?P<c>[0-9]{2})",
        lambda match, _texts: Objection(ORDER, ("-".join(match.groups()),)),
    ),
    ("[0-9]{6}", read_six_digits),
    (
        "(?P<n>[0-9]{2})",
        lambda match, _texts: Objection(DIGITS, (f"20{match['n']}", f"19{match['n']}"), False),
    ),
    (r"(?P<n>[0-9]{5})(?:\.[0-9]+)?", read_serial),
    (r"y?[+-]?[0-9]{5,}(?:-[0-9]+)*", refused("years run from -9999 to 9999")),
    ("-(?P<year>[0-9]{1,3})(?P<rest>(?:-[0-9]{2}){1,2})?", read_negative),
    ("-0000(?P<rest>.*)", lambda match, _texts: Objection(BCE, (f"0000{match['rest']}", ""))),
    (
        r"[y+](?P<a>-?[0-9]{4}(?:-.*)?)",
        formed("a year is written with its four digits alone", "{}"),
    ),
    ("(?:fy|fiscal year|financial year) ?.*", refused(FISCAL)),
    (f"{_YEAR}[ -]?(?P<kind>[qh]) ?{_N}", read_group),
    (f"(?P<kind>[qh]) ?{_N}[ ,/-]*{_YEAR}", read_group),
    (f"q(?P<first>[1-4]) ?(?:-|/|to) ?q(?P<last>[1-4]),? {_YEAR}", read_quarters),
    (f"{_N}[ -](?P<kind>q|h)(?:uarter|alf),? {_YEAR}", read_group),
    (f"{_NAME},? {_YEAR}(?P<next> ?[-/] ?(?:[0-9]{{4}}|[0-9]{{2}}))?", read_season),
    (f"{_YEAR},? {_NAME}", read_season),
    (f"{_YEAR}-(?P<code>2[1-9]|3[0-9]|4[01])", read_season_or_years),
    ("(?:in )?(?P<part>early|mid|late|beginning|start|middle|end)[ -](?:in )?(?P<a>.+)", read_part),
    (
        "(?:since|from|starting|as|seit|depuis|desde) (?P<a>.+)",
        formed(OPEN_END, "{}/.."),
    ),
    (rf"from (?P<a>.+?) (?P<sep>-|to|until|till|through) {_NOW}", formed(OPEN_END, "{}/..")),
    (f"(?P<a>.+?) ?(?:-|/|to|until|till|through|[.][.]) ?{_NOW}", formed(OPEN_END, "{}/..")),
    ("(?P<a>.+?) (?:and )?(?:onwards?|ongoing)", formed(OPEN_END, "{}/..")),
    (f"(?P<a>.+?) ?(?:-|/|to|until) ?{_UNKNOWN}", formed(OPEN_END, "{}/")),
    (f"{_UNKNOWN} ?(?:-|/|to|until) ?(?P<a>.+)", formed(OPEN_END, "/{}")),
    ("(?P<a>.*[0-9]) ?(?:-|/|[.][.])", formed(OPEN_END, "{}/..", "{}/", is_certain=False)),
    ("/ ?(?P<a>[^/]+)", formed(OPEN_END, "/{}")),
    (r"\.\. ?(?:/ ?)?(?P<a>[^/]+)", formed(OPEN_END, "../{}", "[..{}]", is_certain=False)),
    (r"\.\.|(?:\.\.)?/(?:\.\.)?", refused("one end of an interval must be a date")),
    (
        "(?:until|till|up to|through) (?P<a>.+)",
        formed(OPEN_END, "../{}", "/{}", is_certain=False),
    ),
    (
        "(?:no later than|not later than|at (?:the )?latest|by|(?:at )?or before|not after)"
        " (?P<a>.+)",
        formed(BEFORE, "[..{}]"),
    ),
    ("(?P<a>.+) (?:or before|or earlier|at (?:the )?latest)", formed(BEFORE, "[..{}]")),
    (
        "(?:no earlier than|not earlier than|or after|not before|at (?:the )?earliest) (?P<a>.+)",
        formed(BEFORE, "[{}..]"),
    ),
    ("(?P<a>.+) (?:or after|or later|at (?:the )?earliest)", formed(BEFORE, "[{}..]")),
    (
        "(?:before|prior to|pre|vor|avant|antes|earlier than|<(?![0-9]+>))[- ]?(?P<a>.+)",
        beyond("[..{}]", -1),
    ),
    ("(?:after|post|nach|apres|despues|later than|>)[- ]?(?P<a>.+)", beyond("[{}..]", 1)),
    (
        "(?:some ?time |once )?between (?P<a>.+?) (?:and|&) (?P<b>.+)",
        pair(ONCE, "[{0}..{1}]", "{0}/{1}", is_certain=False),
    ),
    ("from (?P<a>.+?) (?:to|until|till|through|-) (?P<b>.+)", pair(ENDS, "{0}/{1}")),
    ("(?:either )?(?P<a>.+?) or (?P<b>.+)", pair(ONE_OF, "[{0},{1}]")),
    (
        r"(?P<a>.+?) ?(?:;|&| \+ |\band\b|\bund\b|\bet\b|\by\b|\bи\b) ?(?P<b>.+)",
        pair(ALL_OF, "{0}/{1}", "[{0},{1}]", is_certain=False),
    ),
    (
        rf"(?P<a>{_ISO}|[0-9]{{1,2}}), ?(?P<b>{_ISO}|[0-9]{{1,2}} <.+)",
        pair(ALL_OF, "{0}/{1}", "[{0},{1}]", is_certain=False),
    ),
    (f"(?P<a>{_ISO}) ?[^-0-9/:a-z<. ~?%]+", formed(MARK, "{}", "{}~", "{}?", is_certain=False)),
    (
        "(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[t ]24:00(?::00)? ?(?P<zone>z|[-+][0-9]{2}:[0-9]{2})",
        read_next_midnight,
    ),
    ("(?P<a>.+[t ][0-9]{2}:[0-9]{2}):60 ?(?P<zone>.*)", read_leap_second),
)
"""Pattern of a phrase, and the function that returns what it means."""
