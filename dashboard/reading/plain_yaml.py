"""YAML of other programs as plain values: every scalar is a text, aliases are resolved.

Events files are read strictly, by ``document``; this reader is for imports.
"""

from __future__ import annotations

from typing import Any

import yaml

from dashboard.model.limits import DEEPEST_RECORD, MOST_YAML_VALUES


class PlainYamlError(ValueError):
    """The text is not YAML, or means something else than it shows; the message has the line."""

    def __init__(self, line: int, message: str) -> None:
        self.line = line
        super().__init__(message)


class _Loader(yaml.CBaseLoader):
    """Texts, lists and mappings; a mapping with a repeated key is refused."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        """Return a mapping; its merge keys are applied."""
        found: dict[Any, Any] = {}
        merged: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            key = self.construct_object(key_node, deep=True)
            value = self.construct_object(value_node, deep=True)
            if not isinstance(key, str):
                raise PlainYamlError(line, "a key is a list or a mapping: write a text")
            if key in found:
                raise PlainYamlError(line, f"the key {key!r} occurs twice: rename one of them")
            if key == "<<":
                for each in reversed(value if isinstance(value, list) else [value]):
                    merged.update(each if isinstance(each, dict) else {key: each})
            else:
                found[key] = value
        return {**merged, **found}


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[Any, Any]:
    return loader.construct_mapping(node, deep=True)


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def load_plain(text: str) -> list[Any]:
    r"""Return all documents of a YAML text, with each scalar as its text.

    Raises:
        PlainYamlError: the text is not YAML, is nested too deeply or repeats too much.

    Example:
        >>> load_plain("a: NO\n---\n- 012")
        [{'a': 'NO'}, ['012']]
        >>> load_plain("- &a [x]\n- *a")
        [[['x'], ['x']]]
    """
    try:
        _check_size(text)
        return list(yaml.load_all(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise PlainYamlError(mark.line + 1 if mark else 1, f"{error.problem}") from error
    except (yaml.YAMLError, RecursionError, UnicodeEncodeError) as error:
        raise PlainYamlError(1, str(error)) from error


def _check_size(text: str) -> None:
    """Refuse a text whose nesting or whose aliases make it much larger than it looks."""
    size: dict[str, int] = {}
    opened: list[tuple[str | None, int]] = []
    total = 0
    for event in yaml.parse(text, Loader=yaml.CLoader):
        if isinstance(event, yaml.AliasEvent):
            total += size.get(event.anchor or "", 1)
        elif isinstance(event, yaml.CollectionStartEvent):
            opened.append((event.anchor, total))
            total += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = opened.pop()
            size[anchor or ""] = total - before
        elif isinstance(event, yaml.ScalarEvent):
            total += 1
        if len(opened) > DEEPEST_RECORD or total > MOST_YAML_VALUES:
            message = "nested too deeply, or its aliases (*) repeat too much"
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise PlainYamlError(line, f"{message}: write the values out as a flat list")
