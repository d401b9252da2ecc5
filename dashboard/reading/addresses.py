"""Web addresses, and the texts that people write in their place: remedies for sources."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from dashboard.model.dates import DateError, parse_date
from dashboard.reading.lookalikes import plain
from dashboard.words.quotes import in_yaml

_PLAIN_URL = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,4})?([/?#]\S*)?")
_SPACE = re.compile(r"\s")
_DOI = re.compile(r"(?:doi:?\s*|(?:https?://)?(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_ARXIV = re.compile(r"arxiv:\s*(\d{4}\.\d{4,5}(?:v\d+)?)", re.IGNORECASE)
_ENCLOSED = re.compile(r"<(?:url:\s*)?([^<>\s]+)>|\"([^\"\s]+)\"|'([^'\s]+)'", re.IGNORECASE)
_MARKDOWN = re.compile(r"!?\[([^\[\]]*)\]\(\s*<?(https?://\S+?)>?(?:\s+\"[^\"]*\")?\s*\)")
_SLIP_OF_SCHEME = re.compile(r"(https?)(?!://)(?::[/\\]?|:?[/\\]{2})(?=[^/\\:])(.*)", re.IGNORECASE)
_HOST = re.compile(r"(?:[\w-]++\.)++[a-z]{2,24}(?::\d++)?(?:[/?#]\S*+)?", re.IGNORECASE)
_LABEL = re.compile(r"(?:url|link|source|sources|see|available at|web)\s*:?\s+(https?://\S+)", re.I)
_URL = re.compile(r"(?:https?://|(?<![\w.@/])www\.)[^\s<>\"]+", re.IGNORECASE)
SEVERAL = re.compile(
    r" ?\n ?| ?[;|](?: |(?=https?://|www\.))|(?: ?,| and| &)? (?=https?://|www\.)|,(?=https?://)",
    re.IGNORECASE,
)
"""Between two sources: ``;``, a line break, or space before an address."""
JOINED = re.compile(r"[,;|](?=https?://|www\.)", re.IGNORECASE)
"""Between two addresses that are one word, as ``SEVERAL`` does."""
_BLANKS = re.compile(r"[^\S\n]+")
_OF_DAY = re.compile(r"(?P<name>[^\d,;:()]{2,60}), +(?P<date>[^;]{6,30})")
_DOCUMENT = re.compile(r"\bp{1,2}\.|\bpages?\b|\bch\.|\bvol\.", re.IGNORECASE)
_SCHEME = re.compile(
    r"(?:about|data|file|ftp|https?|javascript|mailto|sftp|tel|vbscript):\S*", re.I
)
"""An address that is not complete, or not one of the web."""
_MOST = 20
"""Sources that are read from one text."""


def is_url(text: str) -> bool:
    """Whether a text is a web address with http or https.

    >>> is_url("https://example.org"), is_url("example.org"), is_url("https://a b")
    (True, False, False)
    """
    if _PLAIN_URL.fullmatch(text):
        return True
    if _SPACE.search(text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def address_remedies(text: str) -> list[str]:
    """Return the web addresses that a text in place of one may mean.

    >>> address_remedies("www.example.org"), address_remedies("[Yonhap](https://example.org)")
    (['https://www.example.org'], ['https://example.org'])
    >>> address_remedies("https://example.org/a b")
    ['https://example.org/a%20b', 'https://example.org/a']
    """
    text = _BLANKS.sub(" ", text).strip()
    one = _one(text).strip('"')
    if one.startswith("http"):
        return [one]
    joined = text.replace(" ", "%20")
    is_joined = text.count(" ") == 1 and is_url(joined) and not SEVERAL.search(text)
    found = (_URL.search(part) for part in SEVERAL.split(text)[:_MOST])
    urls = [match[0].rstrip(".,;)]") for match in found if match]
    return [joined, *urls] if is_joined else urls


def source_remedies(text: str) -> list[str]:
    """Return the ways to write a source, or several sources, that one text contains.

    Each is written as in a YAML list. If a text can be read in several ways, all are returned. An
    address that is written as it should be, or that has no remedy, has none.

    Args:
        text: one line.

    Example:
        >>> source_remedies("https://example.org/a; A Book, page 221.")
        ['[https://example.org/a, {title: "A Book, page 221"}]']
        >>> source_remedies("doi:10.1000/xyz123"), source_remedies("KCNA, 26 October 2023")
        (['https://doi.org/10.1000/xyz123'], ['{publisher: KCNA, date: 2023-10-26}'])
    """
    text = _BLANKS.sub(" ", text).strip()
    if is_url(text) and not SEVERAL.search(text):
        return []
    one = _one(text)
    if one or (_SCHEME.fullmatch(text) and not SEVERAL.search(text)):
        return [one] if one else []
    parts = [part.strip() for part in SEVERAL.split(text) if part.strip(" .")]
    addresses = [part for part in parts if _one(part).strip('"').startswith("http")]
    is_list = 1 < len(parts) <= _MOST and (len(addresses) > 1 or set(";|\n") & set(text))
    if is_list and addresses:
        return [f"[{', '.join(_one(part) or _citation(part) for part in parts)}]"]
    return _with_title(text) if _URL.search(text) else [_citation(text)]


def as_title(title: str, url: str = "") -> str:
    """Return a source with a title, and an address if there is one, as YAML.

    >>> as_title("UN Doc. S/2024/215"), as_title("BBC", "https://example.org")
    ('{title: UN Doc. S/2024/215}', '{title: BBC, url: https://example.org}')
    """
    address = f", url: {_in_flow(url)}" if url else ""
    return f"{{title: {in_yaml(title.strip())}{address}}}"


def _in_flow(url: str) -> str:
    """Return an address as it is written in braces or brackets."""
    return f'"{url}"' if set(url) & set("[]{},'") else url


def _one(text: str) -> str:
    """Return the one source of a text that has a single reading, or an empty text."""
    text = text.strip()
    if link := _MARKDOWN.fullmatch(text):
        return as_title(link[1], link[2]) if link[1].strip() else _in_flow(link[2])
    if enclosed := _ENCLOSED.fullmatch(text):
        text = next(filter(None, enclosed.groups()))
    if label := _LABEL.fullmatch(text):
        text = label[1]
    if doi := _DOI.fullmatch(text):
        return _in_flow(f"https://doi.org/{doi[1].rstrip('.,;')}")
    if paper := _ARXIV.fullmatch(text):
        return f"https://arxiv.org/abs/{paper[1]}"
    for meant in (text, plain(text), f"https://{text}" if _HOST.fullmatch(text) else ""):
        if is_url(meant) and not SEVERAL.search(meant):
            return _in_flow(meant)
    if slip := _SLIP_OF_SCHEME.fullmatch(text):
        meant = f"{slip[1].lower()}://{slip[2]}"
        return _in_flow(meant) if is_url(meant) else ""
    return ""


def _with_title(text: str) -> list[str]:
    """Return the readings of a text with an address and other words."""
    found = _URL.search(text)
    if found is None:
        return [as_title(text)]
    url = found[0].rstrip(".,;)]")
    before, after = text[: found.start()].rstrip(" (<["), text[found.start() + len(url) :]
    title = before.rstrip(" :,–—-") + after.rstrip() if before else after
    remedies = [as_title(title.strip(" ()[]<>,–—-."), url)]
    if before.endswith(",") and not after.strip(" .)]>"):
        remedies.append(f"[{as_title(before.rstrip(' ,'))}, {_in_flow(url)}]")
    joined = text.replace(" ", "%20")
    if not before and text.count(" ") == 1 and is_url(joined) and not set(",(") & set(text):
        remedies.insert(0, _in_flow(joined))
    return remedies


def _citation(text: str) -> str:
    """Return a citation as a source: with publisher and date if it is a name and a day."""
    of_day = _OF_DAY.fullmatch(text.rstrip("."))
    if of_day and not _DOCUMENT.search(text):
        day = _day(of_day["date"])
        if day:
            return f"{{publisher: {in_yaml(of_day['name'].strip())}, date: {day}}}"
    return as_title(text if text.endswith(" al.") else text.rstrip(". "))


_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PROPOSED = re.compile(r"write (\d{4}-\d\d-\d\d) \(")


def _day(text: str) -> str:
    """Return the one day that a text means, or an empty text."""
    try:
        parse_date(text)
    except DateError as error:
        proposed = _PROPOSED.search(str(error))
        return proposed[1] if proposed else ""
    return text if _DAY.fullmatch(text) else ""
