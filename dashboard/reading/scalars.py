"""Readers of single values, one for each kind: text, a number, a date or a word.

Every function takes the reader, the node, the field's key and the field. It returns the value, or
``INVALID`` after reporting the cause and the remedy.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dashboard.model.dates import DateError, parse_date
from dashboard.model.limits import LONGEST, LONGEST_NAME, LONGEST_NUMBER
from dashboard.model.other_words import as_key, meant_choices
from dashboard.model.zones import validate_zone
from dashboard.reading.addresses import address_remedies, is_url
from dashboard.reading.hidden import is_cut, lookalike
from dashboard.reading.lookalikes import plain
from dashboard.reading.nodes import ListNode, MapNode, Node, TextNode
from dashboard.reading.values import INVALID, Invalid
from dashboard.words.lists import listed
from dashboard.words.quotes import extract, in_yaml_quotes, quoted
from dashboard.words.suggestions import use_one_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.model.dates import EventDate
    from dashboard.model.fields import Field
    from dashboard.reading.reader import Reader

_IDENTIFIER = re.compile(r"[^\W_][\w.\-]*")
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")
_SHORT_COLOR = re.compile(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_NOT_OF_IDENTIFIER = re.compile(r"[^\w.\-]+")
_NUMBER = re.compile(r"[-+]?([0-9]++(\.[0-9]*+)?|\.[0-9]++)([eE][-+]?[0-9]++)?")
_THOUSANDS = re.compile(r",[0-9]{3}$")
_LINE_BREAKS = re.compile(r"[\n\r\t\v\f\x1c-\x1e\x85\u2028\u2029]+")
_WORD = re.compile(r"\w+")
_SHORTEST = 4
"""Letters of the words of a meaning that are not searched, such as "that" and "from"."""


_ONE = {
    "accept": "one code of a rule",
    "cameo": "one CAMEO code",
    "choice": "one word",
    "color": "one colour",
    "flag": "yes or no",
    "identifier": "one word",
    "integer": "one number",
    "language": "one language tag",
    "number": "one number",
    "type": "one word",
    "url": "one URL",
    "zone": "one time zone",
}
_COMPLETE = frozenset(_ONE) - {"url"}
"""Kinds of fields whose valid values show by themselves that a comment follows."""


def _not_one(reader: Reader, node: Node, key: str, field: Field) -> Invalid:
    """Report a list or a mapping in the place of a single value."""
    given = "a list" if isinstance(node, ListNode) else "a mapping"
    if field.kind in _ONE:
        message = f'"{key}" takes {_ONE[field.kind]}, not {given}: write it alone'
    else:
        written = _raw(reader, node)
        remedy = f", as {key}: {in_yaml_quotes(written)}" if written else " if it has : or ["
        message = f'"{key}" takes text here, not {given}: put text in quotes{remedy}'
    return reader.note(node, "wrong-kind", message)


def _raw(reader: Reader, node: Node) -> str:
    """Return a list or mapping in brackets as it is written; empty if it is not on one line."""
    line = reader.lines[node.line - 1] if node.line <= len(reader.lines) else ""
    written = line[node.column - 1 :].rstrip()
    first, last = written[:1], written[-1:]
    closed = first + last in ("[]", "{}") and written.count(first) == written.count(last)
    return written if closed and len(written) <= LONGEST_NAME else ""


def read_line(reader: Reader, node: Node, key: str, field: Field) -> str | Invalid:
    """Read text of one line; line breaks within it become spaces."""
    if not isinstance(node, TextNode):
        return _not_one(reader, node, key, field)
    text = node.text.strip()
    if not text:
        remedy = "write it" if field.required else "write it, or remove the key"
        return reader.note(node, "empty", f'"{key}" is empty: {remedy}')
    if reader.cut and field.kind not in _COMPLETE and is_cut(reader, node, key):
        return INVALID
    most = LONGEST.get(field.kind)
    if most is not None and len(text) > most:
        return reader.too_long(node, f'"{key}"', text, most)
    return text if text.isprintable() else one_line(text)


def one_line(text: str) -> str:
    r"""Return text without surrounding space, each line break replaced by a space.

    Example:
        >>> one_line(" Joint\n  statement ")
        'Joint statement'
    """
    text = text.strip()
    if text.isprintable():
        return text
    return " ".join(filter(None, map(str.strip, _LINE_BREAKS.split(text))))


def read_text(reader: Reader, node: Node, key: str, field: Field) -> str | Invalid:
    """Read text of any length with its line breaks."""
    if not isinstance(node, TextNode):
        return _not_one(reader, node, key, field)
    if reader.cut and is_cut(reader, node, key):
        return INVALID
    return node.text.strip()


def read_date(reader: Reader, node: Node, key: str, _field: Field) -> EventDate | Invalid:
    """Read an EDTF date in the reader's time zone."""
    text = node.text if isinstance(node, TextNode) else ""
    if isinstance(node, ListNode) and not (text := node.in_brackets()):
        return reader.note(node, "wrong-kind", _dates_listed(node, key))
    if isinstance(node, MapNode):
        message = (
            f'"{key}" takes one date, such as 2023-10-26, not a mapping: write an interval as A/B'
        )
        message = f"{message}, and of several dates one event for each"
        return reader.note(node, "wrong-kind", message)
    try:
        return parse_date(text, reader.zone)
    except DateError as error:
        if lookalike(reader, node, key, lambda text: _is_date(text, reader)):
            return INVALID
        return reader.note(node, "bad-date", str(error), error.certain)


def _dates_listed(node: ListNode, key: str) -> str:
    """Return the message about several dates, one on each line."""
    from dashboard.model.date_phrases import ALL_OF
    from dashboard.model.loose_dates import is_real

    message = f'"{key}" takes one date, such as 2023-10-26, not a list'
    texts = [item.text.strip() for item in node.items if isinstance(item, TextNode)]
    if len(texts) < 2 or len(texts) < len(node.items):
        return f"{message}: write the date alone"
    one_of, lasting = f"[{','.join(texts)}]", f"{texts[0]}/{texts[-1]}"
    known = [text for text in (one_of, lasting) if is_real(text)]
    if len(known) < 2:
        return f"{message}: {ALL_OF}"
    remedy = f"write {extract(one_of)} if it happened once, on one of them, {lasting} if it lasted"
    return f"{message}: {remedy}, or one event for each"


def _is_date(text: str, reader: Reader) -> bool:
    try:
        parse_date(text, reader.zone)
    except DateError:
        return False
    return True


def read_zone(reader: Reader, node: Node, key: str, field: Field) -> str | Invalid:
    """Read the name of a time zone."""
    name = read_line(reader, node, key, field)
    if name is INVALID:
        return INVALID
    try:
        validate_zone(name, suggest=reader.may_search("zone"))
    except DateError as error:
        if lookalike(reader, node, key, _is_zone):
            return INVALID
        return reader.note(node, "bad-zone", str(error), error.certain)
    return name


def _is_zone(text: str) -> bool:
    try:
        validate_zone(text, suggest=False)
    except DateError:
        return False
    return True


def read_identifier(reader: Reader, node: Node, key: str, field: Field) -> str | Invalid:
    """Read a word of letters, digits, ``-``, ``_`` and ``.`` that begins with a letter or digit."""
    word = read_line(reader, node, key, field)
    if word is INVALID or _IDENTIFIER.fullmatch(word):
        return word
    if lookalike(reader, node, key, _is_identifier):
        return INVALID
    better = _NOT_OF_IDENTIFIER.sub("-", word).strip("-_.").lower() or "some-word"
    rule = "letters, digits, - _ . and a letter or digit first"
    message = f"{quoted(word)} is not a valid id ({rule}): write {extract(better)}"
    return reader.note(node, "bad-id", message)


def _is_identifier(text: str) -> bool:
    return _IDENTIFIER.fullmatch(text) is not None


def read_choice(reader: Reader, node: Node, key: str, field: Field) -> str | Invalid:
    """Read one of the field's words."""
    choices = field.choices or {}
    if isinstance(node, TextNode) and node.text in choices:
        return node.text
    word = read_line(reader, node, key, field)
    if word is INVALID or word in choices:
        return word
    if lookalike(reader, node, key, lambda text: text in choices):
        return INVALID
    meant = [choice for choice in choices if as_key(choice) == as_key(word)]
    meant = meant or [choice for choice in meant_choices(key, word) if choice in choices]
    if meant:
        words = listed((f'"{choice}"' for choice in meant), "or")
        hint = f": did you mean {words}?"
    else:
        hint = reader.hint(word, choices) or _by_meaning(word, choices) or use_one_of(choices)
    message = f"unknown {key} {quoted(word)}{hint}"
    certain = meant[0] if len(meant) == 1 and as_key(meant[0]) == as_key(word) else ""
    return reader.note(node, f"unknown-{key}", message, certain or reader.meant(word, choices))


def _by_meaning(word: str, choices: Mapping[str, str]) -> str:
    """Return a hint to the choices whose meaning contains the word: "meeting" → consult."""
    folded = word.casefold() if len(word) > _SHORTEST else ""
    meanings = _words_of_meanings(tuple(choices.items()))
    meant = [f'"{choice}"' for choice, words in meanings.items() if folded in words]
    return f": did you mean {listed(meant, 'or')}?" if meant else ""


@cache
def _words_of_meanings(choices: tuple[tuple[str, str], ...]) -> dict[str, frozenset[str]]:
    """Return the words in the meaning of each choice; cached for each field."""
    return {choice: frozenset(_WORD.findall(meaning.casefold())) for choice, meaning in choices}


def read_number(reader: Reader, node: Node, key: str, field: Field) -> float | Invalid:
    """Read a number within the field's bounds, in decimal digits."""
    text = read_line(reader, node, key, field)
    if text is INVALID:
        return INVALID
    least, most = field.bounds or (float("-inf"), float("inf"))
    number = _number(text)
    if number is not None and least <= number <= most:
        return number
    # Word processors write another minus and curly quotes, some languages a decimal comma.
    meant = plain(text).replace(",", ".")
    fix = "" if _THOUSANDS.search(text) else meant
    number = _number(meant)
    good = number is not None and least <= number <= most
    whole = "whole " if field.kind == "integer" else ""
    remedy = meant if good else f"a {whole}number from {least:,.12g} to {most:,.12g}"
    message = f'"{key}" cannot be {quoted(text)}: write {remedy}'
    return reader.note(node, f"bad-{key}", message, fix if good else "")


def _number(text: str) -> float | None:
    return float(text) if len(text) <= LONGEST_NUMBER and _NUMBER.fullmatch(text) else None


def read_integer(reader: Reader, node: Node, key: str, field: Field) -> int | Invalid:
    """Read a whole number within the field's bounds."""
    value = read_number(reader, node, key, field)
    if value is INVALID or value == int(value):
        return value if value is INVALID else int(value)
    message = f'"{key}" is a whole number: write {int(value)} or {int(value) + 1}'
    return reader.note(node, f"bad-{key}", message)


def read_url(reader: Reader, node: Node, key: str, field: Field) -> str | Invalid:
    """Read an http or https address."""
    text = read_line(reader, node, key, field)
    if text is INVALID or is_url(text):
        return text
    remedies = address_remedies(text)
    example = listed(map(extract, remedies), "or") or "it in full, such as https://example.org/page"
    rule = "only http and https, no spaces"
    message = f"{quoted(text)} is not a valid web address ({rule}): write {example}"
    return reader.note(node, "bad-url", message, remedies[0] if len(remedies) == 1 else "")


def read_color(reader: Reader, node: Node, key: str, field: Field) -> str | Invalid:
    """Read a colour as ``#rrggbb``."""
    text = read_line(reader, node, key, field)
    if text is INVALID or _COLOR.fullmatch(text):
        return text
    digits = _SHORT_COLOR.fullmatch(text)
    written = digits[1] if digits else ""
    meant = "".join(digit * 2 for digit in written) if len(written) == 3 else written
    remedy = f'"#{meant}"' if meant else '#rrggbb in quotes, such as "#2f6fb0"'
    message = f"{quoted(text)} is not a valid colour: write {remedy}"
    return reader.note(node, "bad-color", message, f"#{meant}" if meant else "")
