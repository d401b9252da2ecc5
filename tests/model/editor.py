"""How an editor sees an events file: YAML 1.2 as the language server types it, and the schema."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from dashboard.model.schema import json_schema
from dashboard.reading.decoding import decode


class Editor(yaml.CSafeLoader):
    """Types scalars by the core schema of YAML 1.2, as editors do: dates stay text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", [*"~nN", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    (
        "float",
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf)|\.(nan|NaN)",
        list("-+0123456789."),
    ),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), first)


def construct_int(loader: Editor, node: yaml.ScalarNode) -> int:
    """Read 012 as twelve, unlike YAML 1.1."""
    text = loader.construct_scalar(node)
    return int(text, 0) if text[:2] in ("0o", "0x") else int(text)


Editor.add_constructor("tag:yaml.org,2002:int", construct_int)


@cache
def validator() -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(json_schema())


def accepts(value: Any, record: str = "") -> bool:
    """Whether the schema, or that of one record, accepts a value."""
    own = validator().evolve(schema=json_schema() | _only(record)) if record else validator()
    return own.is_valid(value)


def _only(record: str) -> dict[str, Any]:
    return {"oneOf": [{"$ref": f"#/definitions/{record}"}]}


def text_of(path: Path) -> str:
    text = decode(path.read_bytes(), path.name)
    assert isinstance(text, str)
    for sign in "\x85\u2028\u2029":  # line breaks to PyYAML, but not to YAML 1.2
        text = text.replace(sign, " ")
    return text
