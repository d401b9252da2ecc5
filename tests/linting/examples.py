"""What the tests of the linter share: what it says of a text that has no errors."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

from dashboard.linting.lint import lint
from tests.examples import book_of

if TYPE_CHECKING:
    from dashboard.model.problems import Problem


def linted(text: str) -> tuple[Problem, ...]:
    """All that the linter says of a file."""
    return lint(book_of(dedent(text)), "events.yaml")


def codes(text: str) -> list[str]:
    """The codes of it."""
    return [problem.code for problem in linted(text)]


def event(keys: str, source: str = "https://example.org") -> str:
    """An event with a source, and with more keys in braces."""
    sources = f"sources: ['{source}'], " if source else ""
    return f"- {{title: Statement, {sources}{keys}}}\n"
