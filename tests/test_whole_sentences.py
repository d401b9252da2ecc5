"""Sentences are whole: none is glued from parts, and each is a literal text that is extracted."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from tests.examples import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator

LOOKED_UP = {
    "gettext": slice(1),
    "gettext_noop": slice(1),
    "ngettext": slice(2),
    "pgettext": slice(1, 2),
    "pgettext_noop": slice(2),
}
"""Arguments that are texts, by function."""
CHANGES = {"lower", "upper", "capitalize", "title", "replace", "removesuffix", "removeprefix"}
"""Methods that would change a translation by a rule of English."""
WORD = re.compile(r"[A-Za-z]{2,}")


def name_of(call: ast.AST) -> str:
    """Return the name of the function that a node calls."""
    return call.func.id if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) else ""


def faults(source: str) -> Iterator[str]:
    """Yield each place of a module at which a sentence is not whole."""
    for node in ast.walk(ast.parse(source)):
        texts = LOOKED_UP.get(name_of(node))
        if texts and isinstance(node, ast.Call):
            for argument in node.args[texts]:
                if isinstance(argument, (ast.JoinedStr, ast.BinOp, ast.Call)):
                    yield f"{node.lineno}: the text is made of parts"
        if isinstance(node, ast.JoinedStr) and _is_glued(node.values):
            yield f"{node.lineno}: words beside a sentence"
        if isinstance(node, ast.BinOp) and _is_glued([node.left, node.right]):
            yield f"{node.lineno}: words beside a sentence"
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in CHANGES
            and name_of(node.func.value) in LOOKED_UP
        ):
            yield f"{node.lineno}: a sentence is changed by .{node.func.attr}"


def _is_glued(parts: list[ast.expr]) -> bool:
    """Whether one part is the result of a look-up and another one a literal with words."""
    sentences = [part for part in parts if any(name_of(one) in LOOKED_UP for one in ast.walk(part))]
    literals = [part.value for part in parts if isinstance(part, ast.Constant)]
    return bool(sentences) and any(WORD.search(str(text)) for text in literals)


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("gettext(f'{n} events')", "made of parts"),
        ("gettext('one ' + word)", "made of parts"),
        ("ngettext('{n} event', '{n} ' + plural, n)", "made of parts"),
        ("f'{gettext(name)} is open'", "words beside"),
        ("gettext(name) + ' is open'", "words beside"),
        ("gettext('Network').lower()", "changed by .lower"),
    ],
)
def test_a_glued_sentence_is_found(source: str, fault: str) -> None:
    assert fault in next(faults(source))


def test_no_sentence_is_glued() -> None:
    assert not list(faults("f'{gettext(one)} · {gettext(other)}'"))
    found = [
        f"{path.relative_to(REPOSITORY)}:{fault}"
        for path in sorted((REPOSITORY / "dashboard").rglob("*.py"))
        for fault in faults(path.read_text("utf-8"))
    ]
    assert found == []


def test_no_module_translates_at_its_import() -> None:
    """The language is known only where a sentence is shown."""
    found = []
    for path in sorted((REPOSITORY / "dashboard").rglob("*.py")):
        for node in at_import(ast.parse(path.read_text("utf-8"))):
            if name_of(node) in ("gettext", "ngettext", "pgettext"):
                found.append(f"{path.relative_to(REPOSITORY)}:{node.lineno}")  # type: ignore[attr-defined]
    assert found == []


def at_import(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes that run when a module is imported: those outside the body of functions."""
    yield node
    for name, child in ast.iter_fields(node):
        if name == "body" and isinstance(node, (ast.FunctionDef, ast.Lambda)):
            continue
        for each in child if isinstance(child, list) else [child]:
            if isinstance(each, ast.AST):
                yield from at_import(each)
