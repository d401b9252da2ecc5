"""What a form says: its flat inputs become the fields of an event, in the shape of the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Path = tuple[str | int, ...]
_BARE = {"place": "name", "source": "url", "sources": "url"}
"""Records that are written as a bare text where they say nothing but this."""
_NAME = re.compile(r"[a-z_]+(\.([a-z_]+|[0-9]{1,4})){0,5}")
"""Names of inputs; none of the form is longer."""


class BadNameError(ValueError):
    """A name that no input of a form has."""


class FormValues(NamedTuple):
    """The fields of an event, and the input that each value comes from.

    Attributes:
        fields: key to text, list or mapping; what is empty is left out.
        inputs: name of the input by where its value stands in the fields.
    """

    fields: dict[str, Any]
    inputs: Mapping[Path, str]

    def at(self, path: Path) -> str:
        """Return the text at some place of the fields, empty where there is none."""
        value: Any = self.fields
        for step in path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return ""
        return value if isinstance(value, str) else ""

    def input_of(self, where: Sequence[str | int]) -> str:
        """Return the name of the input that a problem at some place belongs to."""
        path = tuple(where)
        for length in range(len(path), 0, -1):
            start = path[:length]
            if start in self.inputs:
                return self.inputs[start]
            below = (name for place, name in self.inputs.items() if place[:length] == start)
            if name := next(below, ""):
                return name
        return ".".join(map(str, path[:1]))


def form_values(entries: Iterable[tuple[str, str]]) -> FormValues:
    """Return the fields that the inputs of a form say.

    Args:
        entries: name and text of each input; a name such as ``claims.0.by.1`` says where its value
            stands, numbers being those of a list.

    Raises:
        BadNameError: a name is none of an input, or one is given twice.
    """
    tree: dict[str, Any] = {}
    for name, text in entries:
        if not _NAME.fullmatch(name):
            raise BadNameError(f"no input is called {name[:60]!r}")
        *parents, last = name.split(".")
        branch = tree
        for part in parents:
            branch = branch.setdefault(part, {})
            if isinstance(branch, tuple):
                raise BadNameError(f"an input stands where {name!r} has others")
        if last in branch:
            raise BadNameError(f"{name!r} is given twice")
        branch[last] = (name, text.replace("\r\n", "\n").strip())
    inputs: dict[Path, str] = {}
    found = _plain(tree, (), inputs)
    return FormValues(found if isinstance(found, dict) else {}, inputs)


def _plain(branch: Any, path: Path, inputs: dict[Path, str]) -> Any:
    """Return what a branch says, or ``None`` where all of it is empty."""
    if isinstance(branch, tuple):
        name, text = branch
        inputs[path] = name
        return text or None
    if branch and all(key.isdigit() for key in branch):
        return _list([branch[key] for key in sorted(branch, key=int)], path, inputs)
    found = {}
    for key, below in branch.items():
        value = _plain(below, (*path, key), inputs)
        if value is not None:
            found[key] = value
    kind = next((step for step in reversed(path) if isinstance(step, str)), "")
    bare = _BARE.get(kind)
    return found[bare] if bare and set(found) == {bare} else found or None


def _list(items: list[Any], path: Path, inputs: dict[Path, str]) -> list[Any] | None:
    """Return the items that say something; those after an empty one move up.

    The place where the next one would stand belongs to the first of the empty ones there.
    """
    found: list[Any] = []
    empty: dict[Path, str] = {}
    for item in items:
        below: dict[Path, str] = {}
        value = _plain(item, (*path, len(found)), below)
        if value is None:
            empty = empty or below
        else:
            inputs |= below
            empty = {}
            found.append(value)
    inputs |= empty
    return found or None
