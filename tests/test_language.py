"""The language of docstrings, comments and messages: usual words, and one term for one concept."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from pathlib import Path
from typing import TYPE_CHECKING

from tests.examples import REPOSITORY
from tests.glossary import GLOSSARY

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = REPOSITORY / "dashboard"
OPENINGS = (
    r"(return |yield )?(of )?(what|who|whom|whose)\b",
    r"(return )?where\b",
    r"(return )?how\b",
    r"(of|for|at|by) (the|those|these|which|each)\b",
)
"""Openings of docstrings and notes: clauses in the place of a noun."""
PHRASES = (
    r"\banew\b",
    r"\bfrom which on\b",
    r"\bas of ``",
    r"\bcomes? to (be|mean|nothing|the same)\b",
    r"\bstands?\b(?! for)",
    r"\bas it (stands|stood)\b",
    r"\bthe like of\b",
    r"\bof equals\b",
    r"\b(who|what|where)(so)?ever (it|they|he) (is|are|may)\b",
    r"\bfor want of\b",
    r"\ba sign\b",
    r"\bnothing is known\b",
    r"\bsays? nothing (of|about)\b",
    r"\bis none of\b",
    r"\bthat nobody could see\b",
    r"\bnot for ever\b",
    r"\bparted by\b",
    r"\bmay have been meant of\b",
    r"\bsuch a one\b",
    r"\bone another's\b",
)
"""Phrases that a reader of technical English has to read twice."""


MODULES = sorted(PACKAGE.rglob("*.py"))
SCRIPTS = sorted((REPOSITORY / "assets").rglob("*.*js"))
TEXTS = [PACKAGE / "data" / "rules.toml", REPOSITORY / "README.md"]
CHECKED = [*MODULES, *SCRIPTS, *TEXTS]


def prose(path: Path) -> Iterator[str]:
    """The docstrings, notes, comments and messages of a file, without runnable examples."""
    text = path.read_text("utf-8")
    if path in SCRIPTS:
        yield from notes(path)
        yield from re.findall(r"//.*", text)
        yield from re.findall(r'["`]([A-Z][^"`]* [^"`]*)["`]', text)
        return
    if path.suffix != ".py":
        yield text
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
            yield re.sub(r"^ *>>>.*(\n *\S.*)*", "", node.value, flags=re.MULTILINE)
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.string


def notes(path: Path) -> Iterator[str]:
    """The docstrings of a module and the notes below its constants, or the notes of a script."""
    if path.suffix != ".py":
        yield from re.findall(r"/\* (.*?) \*/", path.read_text("utf-8"), re.DOTALL)
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield str(node.value.value)


def name_of(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def test_docstrings_open_with_a_verb_or_a_noun() -> None:
    wrong = [
        (name_of(path), note)
        for path in (*MODULES, *SCRIPTS)
        for note in notes(path)
        for start in OPENINGS
        if re.match(start, note, re.I)
    ]
    assert wrong == []


def test_no_phrase_has_to_be_read_twice() -> None:
    wrong = [
        (name_of(path), phrase, text)
        for path in CHECKED
        for text in prose(path)
        for phrase in PHRASES
        if re.search(phrase, text, re.I)
    ]
    assert wrong == []


def test_one_term_names_one_concept() -> None:
    wrong = [
        (name_of(path), f"write: {name}", text)
        for path in CHECKED
        for text in prose(path)
        for name, term in GLOSSARY.items()
        for other in term.instead_of
        if re.search(rf"\b({other})\b", text, re.I)
    ]
    assert wrong == []


def test_the_checks_find_what_they_are_for() -> None:
    assert re.match(OPENINGS[0], "What stands in a query as it is", re.I)
    assert re.match(OPENINGS[0], "Return what it costs that a box leaves the room.", re.I)
    assert re.match(OPENINGS[0], "Of what is no YAML", re.I)
    assert any(re.search(phrase, "Write it anew.") for phrase in PHRASES)
    assert any(re.search(rf"\b({word})\b", "a wide room") for word in GLOSSARY["plot area"][1])
    assert any(re.search(rf"\b({word})\b", '"x" is no date') for word in GLOSSARY["valid"][1])


def test_every_term_has_one_meaning() -> None:
    assert len({term.meaning for term in GLOSSARY.values()}) == len(GLOSSARY) >= 30
    for name, term in GLOSSARY.items():
        assert not any(re.fullmatch(word, name) for word in term.instead_of), name
