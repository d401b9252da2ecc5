"""Composing: every scalar stays text, every node knows its place, and tricks are refused."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dashboard.reading.nodes import (
    DEEPEST,
    Composer,
    ListNode,
    MapNode,
    Node,
    TextNode,
    TooDeepError,
    is_nothing,
)


def compose(text: str) -> Node | None:
    """The root of a text in which nothing is refused."""
    composer = Composer("events.yaml")
    root = composer.compose(text)
    assert composer.problems == []
    return root


def plain(node: Node | None) -> object:
    """The texts of a tree as Python would hold them."""
    if isinstance(node, MapNode):
        return {key: plain(value) for key, (_, value) in node.entries.items()}
    if isinstance(node, ListNode):
        return [plain(item) for item in node.items]
    return node.text if isinstance(node, TextNode) else None


def refused(text: str) -> list[tuple[int, int, str]]:
    composer = Composer("events.yaml")
    composer.compose(text)
    return [(problem.line, problem.column, problem.code) for problem in composer.problems]


@pytest.mark.parametrize(
    "word", ["NO", "yes", "ON", "012", "0x1F", "12:30:45", "1_000", "1.10", "2023-10-26", "null"]
)
def test_words_stay_as_they_are_written(word: str) -> None:
    assert plain(compose(f"- {word}")) == [word]


def test_nodes_know_where_they_begin() -> None:
    root = compose("# a comment\nevents:\n  - title: Visit\n    actors: [Japan, 'Russia']\n")
    assert isinstance(root, MapNode)
    key, events = root.entries["events"]
    assert (key.line, key.column) == (2, 1)
    assert isinstance(events, ListNode)
    event = events.items[0]
    assert isinstance(event, MapNode)
    assert (event.line, event.column) == (3, 5)
    actors = event.spot("actors")
    assert isinstance(actors, ListNode)
    assert [(item.line, item.column) for item in actors.items] == [(4, 14), (4, 21)]


def test_columns_count_characters_not_bytes() -> None:
    root = compose("[공동성명, Türkiye, 🚀, x]")
    assert isinstance(root, ListNode)
    assert [item.column for item in root.items] == [2, 8, 17, 20]


def test_quoted_texts_and_blocks_are_not_plain() -> None:
    root = compose("[a, 'a', \"a\"]")
    assert isinstance(root, ListNode)
    assert [item.plain for item in root.items if isinstance(item, TextNode)] == [True, False, False]


@pytest.mark.parametrize("text", ["k:", "k: ~", "k: null", "k:   # later", "k: ''", "k: NA"])
def test_nothing_is_nothing(text: str) -> None:
    root = compose(text)
    assert isinstance(root, MapNode)
    assert is_nothing(root.spot("k"))
    assert not root.has("k")


@pytest.mark.parametrize("text", ["k: '~'", "k: 'null'", "k: 'NA'", "k: []", "k: {}"])
def test_something_is_not_nothing(text: str) -> None:
    root = compose(text)
    assert isinstance(root, MapNode)
    assert root.has("k")


def test_a_mapping_points_at_itself_for_keys_it_lacks() -> None:
    root = compose("a: 1")
    assert isinstance(root, MapNode)
    assert root.spot("b") is root
    assert not root.has("b")


@pytest.mark.parametrize("text", ["", "# nothing", "---", "---\n...\n"])
def test_a_text_without_content_has_no_root_or_an_empty_one(text: str) -> None:
    root = compose(text)
    assert root is None or is_nothing(root)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: &x 1", [(1, 4, "anchor")]),
        ("a: &x 1\nb: *x", [(1, 4, "anchor"), (2, 4, "alias")]),
        ("a: !!int 1", [(1, 4, "tag")]),
        ("a: &x !y 1", [(1, 4, "anchor"), (1, 4, "tag")]),
        ("a: 1\na: 2", [(2, 1, "duplicate-key")]),
        ("a: 1\n'a': 2", [(2, 1, "duplicate-key")]),
        ("<<: {a: 1}", [(1, 1, "merge-key")]),
        ("? [a]\n: 1", [(1, 3, "complex-key")]),
        ("a: 1\n---\nb: 2\n---\nc: 3", [(2, 1, "several-documents")]),
        ('a: "\\a"', [(1, 4, "character")]),
    ],
)
def test_what_changes_the_meaning_is_refused(
    text: str, problems: list[tuple[int, int, str]]
) -> None:
    assert refused(text) == problems


def test_the_first_of_two_equal_keys_counts() -> None:
    composer = Composer("events.yaml")
    assert plain(composer.compose("a: 1\na: 2\nb: 3")) == {"a": "1", "b": "3"}
    assert composer.problems[0].message == 'duplicate key "a" (first on line 1): keep one of them'


def test_escaped_line_breaks_are_no_control_characters() -> None:
    assert plain(compose('"a\\nb\\tc\\u00e9"')) == "a\nb\tcé"


def test_nesting_has_an_end() -> None:
    assert plain(compose("[" * DEEPEST + "]" * DEEPEST)) is not None
    with pytest.raises(TooDeepError) as caught:
        compose("\n" + "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1))
    problem = caught.value.problem
    assert (problem.line, problem.column, problem.code) == (2, DEEPEST + 1, "too-deep")


def test_a_bomb_of_aliases_does_not_expand() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 12))]
    assert len(refused("\n".join(lines))) == 12 + 22


SAFE = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x2FF, exclude_categories=["Cc"]))
TREES = st.recursive(
    SAFE,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(SAFE, inner, max_size=4),
    max_leaves=10,
)


@given(TREES, st.booleans())
def test_what_yaml_writes_is_read_as_text(tree: object, flow: bool) -> None:
    text = yaml.dump(tree, default_flow_style=flow, allow_unicode=True, Dumper=_Quoting)
    composer = Composer("events.yaml")
    assert plain(composer.compose(text)) == tree


class _Quoting(yaml.SafeDumper):
    """Writes no anchors, so that equal parts of a tree stay apart."""

    def ignore_aliases(self, data: object) -> bool:
        return True
