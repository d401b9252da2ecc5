"""No regular expression takes more time than in proportion to the length of a text.

Every compiled pattern of the package is collected and run over texts made of what the pattern
itself is made of, which are spoilt at the end. Only growth counts, never speed.
"""

from __future__ import annotations

import ast
import importlib
import re
import time
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from dashboard.model.date_languages import _EAST_ASIAN, _OTHER_WORDS
from dashboard.model.date_mistakes import mistakes
from dashboard.model.dates import DateError, parse_date
from dashboard.model.limits import LONGEST_DATE
from tests.examples import REPOSITORY

MODULES = sorted((REPOSITORY / "dashboard").rglob("*.py"))
INLINE = {"match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"}


def late_patterns() -> Iterator[re.Pattern[str]]:
    """The patterns that are compiled at their first use, by the literals and names they are of."""
    for path in MODULES:
        name = ".".join(path.relative_to(REPOSITORY).with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id == "pattern" and isinstance(node.args[0], ast.Constant):
                yield re.compile(node.args[0].value)
            elif node.func.id == "pattern" and isinstance(node.args[0], ast.Name):
                value = vars(importlib.import_module(name)).get(node.args[0].id)
                if isinstance(value, str):
                    yield re.compile(value)


BOUNDED = dict.fromkeys(
    [
        *(words for words, _ in mistakes()),
        *(re.compile(words) for words, _ in (*_EAST_ASIAN, *_OTHER_WORDS)),
        *late_patterns(),
    ],
    LONGEST_DATE,
)
"""Patterns that only ever see short texts, with the characters of the longest."""
USUAL = " a1-.#:/\n(,\"'é\u0301"
PREFIXES = ("", "a", "1", "#", "a(", "https://a", " ", "- '", '"a', ": ")
SUFFIXES = ("\x00", "x!")
MIDDLE, SHORT, LONGEST = 400, 4_000, 100_000
CONSIDERED = 60
"""Number of the texts of SHORT characters that are tried: those slowest at MIDDLE characters."""
SUSPICIOUS_SECONDS = 0.001
"""CPU time from which the growth of a search over SHORT characters is measured."""
MOST_SECONDS = 5.0
"""CPU time for LONGEST characters: what takes the square of them takes minutes."""


def calls_of_re(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a function of `re`, with its name."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "re":
            raise AssertionError(f"{path}: import re as a whole, so that its calls are seen")
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if isinstance(node.func.value, ast.Name) and node.func.value.id == "re":
            yield node.func.attr, node


def compiled(value: Any, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """The patterns in a value and in what it holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Mapping) and depth < 4:
        for item in value.values():
            yield from compiled(item, depth + 1)
    elif isinstance(value, tuple | list) and depth < 4:
        for item in value:
            yield from compiled(item, depth + 1)


class Used(NamedTuple):
    """A pattern, and the names of its methods that are called."""

    pattern: re.Pattern[str]
    methods: frozenset[str]


@cache
def methods() -> dict[str, set[str]]:
    """The methods that are called on each name of the package, whatever it stands for."""
    found: dict[str, set[str]] = {}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                found.setdefault(node.value.id, set()).add(node.attr)
    return found


@cache
def patterns() -> dict[str, Used]:
    """All patterns by a name for the test: the module, and the beginning of the pattern."""
    found: dict[str, Used] = {}
    values: list[tuple[str, str, Any]] = [
        ("yaml", "match", yaml.SafeLoader.yaml_implicit_resolvers)
    ]
    values.append(("dashboard.model.date_mistakes", "fullmatch", tuple(BOUNDED)))
    for path in MODULES:
        name = ".".join(path.relative_to(REPOSITORY).with_suffix("").parts)
        if not name.endswith("__main__"):
            module = vars(importlib.import_module(name))
            values += [(name, variable, value) for variable, value in module.items()]
    for name, variable, value in values:
        used = {variable} & INLINE or methods().get(variable, set()) & INLINE
        for pattern in compiled(value):
            if pattern.pattern:
                key = f"{name.removeprefix('dashboard.')} {pattern.pattern[:40]!r}"
                # Those in tables are reached by other names: all methods may be called.
                found.setdefault(key, Used(pattern, frozenset(used or {"match", "search"})))
    return found


def test_every_pattern_is_compiled_where_it_can_be_collected() -> None:
    known = {used.pattern.pattern for used in patterns().values()}
    calls = [(path, *call) for path in MODULES for call in calls_of_re(path)]
    for path, name, call in calls:
        assert name not in INLINE, f"{path}:{call.lineno}: compile it at the top of the module"
        if name == "compile" and isinstance(call.args[0], ast.Constant) and call.args[0].value:
            assert call.args[0].value in known, f"{path}:{call.lineno}: it is not collected"


def test_there_are_many() -> None:
    assert len(patterns()) > 70


def texts(pattern: re.Pattern[str], size: int) -> Iterator[str]:
    """Texts of a size: runs of what the pattern names, behind a beginning and spoilt at the end."""
    own = "".join(dict.fromkeys(re.sub(r"\\.|[a-zA-Z]{2,}", "", pattern.pattern)))[:8]
    letters = list(dict.fromkeys(own + USUAL))
    words = re.findall(r"[-A-Za-z0-9]{2,}", pattern.pattern)
    pairs = product(list(dict.fromkeys("a. 1" + own[:4])), repeat=2)
    units = list(dict.fromkeys([*letters, *words[:4], *map("".join, pairs)]))
    for unit in units:
        run = unit * (size // len(unit))
        for prefix, suffix in product(PREFIXES, SUFFIXES):
            yield prefix + run + suffix


def use(used: Used, text: str) -> None:
    if "match" in used.methods:
        used.pattern.match(text)
    if "fullmatch" in used.methods:
        used.pattern.fullmatch(text)
    if used.methods - {"match", "fullmatch"}:
        for _ in used.pattern.finditer(text):
            pass


def seconds(used: Used, text: str, times: int = 1) -> float:
    """The least CPU time of some runs."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        use(used, text)
        taken.append(time.process_time() - start)
    return min(taken)


def longer(text: str, factor: int) -> str:
    """A text of the same form whose run is so many times as long."""
    middle = text[len(text) // 3 : 2 * len(text) // 3]
    middle = middle[: len(middle) // 2 * 2]
    return text[: len(text) // 3] + middle * (3 * factor) + text[2 * len(text) // 3 :]


def assert_linear(used: Used, most: int | None = None, size: int = SHORT) -> None:
    """Fails where a pattern takes more time than in proportion to the length of a text.

    Args:
        used: the pattern.
        most: number of characters of the longest text that it ever sees, if it is limited.
        size: number of characters from which growth is measured.
    """
    # From short to long, so that what takes the power of its length is seen before it hangs.
    for text in texts(used.pattern, 24):
        use(used, text)
    if most is not None:
        for text in texts(used.pattern, most):
            use(used, text)
        return
    taken = [seconds(used, text) for text in texts(used.pattern, MIDDLE)]
    slowest = set(sorted(range(len(taken)), key=taken.__getitem__)[-CONSIDERED:])
    worst: list[tuple[float, str]] = []
    for number, text in enumerate(texts(used.pattern, size)):
        if number not in slowest:
            continue
        worst.append((seconds(used, text), text))
        if worst[-1][0] > SUSPICIOUS_SECONDS:
            short, long = (seconds(used, one, 5) for one in (text, longer(text, 4)))
            assert long < 10 * max(short, SUSPICIOUS_SECONDS / 4), text[:60]
    for _, text in sorted(worst)[-3:]:
        assert seconds(used, longer(text, LONGEST // size)) < MOST_SECONDS, text[:60]


@pytest.mark.parametrize("name", sorted(patterns()))
def test_no_pattern_grows_faster_than_the_text(name: str) -> None:
    used = patterns()[name]
    assert_linear(used, BOUNDED.get(used.pattern))


@pytest.mark.parametrize("pattern", [r"\s+$", r"(?:a|b)+?c"])
def test_a_pattern_that_takes_the_square_is_found(pattern: str) -> None:
    with pytest.raises(AssertionError):
        assert_linear(Used(re.compile(pattern), frozenset({"search"})), size=800)


@pytest.mark.parametrize("unit", ["1", " ", "/", "2023-", "-00", "X", " / ", "a", "[", "~"])
def test_a_long_date_is_refused_before_any_pattern_runs_over_it(unit: str) -> None:
    start = time.process_time()
    with pytest.raises(DateError, match="is not a valid date: write YYYY"):
        parse_date(f"2{unit * LONGEST}x")
    assert time.process_time() - start < MOST_SECONDS
