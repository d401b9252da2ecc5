"""Form values: the flat inputs of a form become the fields of an event, as in the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from dashboard.page.browser_values import BadValueError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Path = tuple[str | int, ...]
_BARE = {"place": "name", "source": "url", "sources": "url"}
"""Records that are written as a bare text if they have no other key than this."""
_NAME = re.compile(r"[a-z_]+(\.([a-z_]+|[0-9]{1,4})){0,5}")
"""Names of inputs."""


class Input(NamedTuple):
    """An input of a form: its name and its text."""

    name: str
    text: str


class FormValues(NamedTuple):
    """The fields of an event, and the input that each value comes from.

    Attributes:
        fields: key to text, list or mapping; empty values are left out.
        inputs: input by the path of its value in the fields.
    """

    fields: dict[str, Any]
    inputs: Mapping[Path, Input]

    def input_of(self, where: Sequence[str | int]) -> str:
        """Return the name of the input for a problem at a path of the fields."""
        path = tuple(where)
        for length in range(len(path), 0, -1):
            start = path[:length]
            if start in self.inputs:
                return self.inputs[start].name
            below = (each.name for place, each in self.inputs.items() if place[:length] == start)
            if name := next(below, ""):
                return name
        return ".".join(map(str, path[:1]))


def form_values(entries: Iterable[tuple[str, str]]) -> FormValues:
    """Return the fields of an event from the inputs of a form.

    Args:
        entries: name and text of each input; a name such as ``claims.0.by.1`` is the path of its
            value, with numbers for the items of a list.

    Raises:
        BadValueError: a name is not the name of an input, or is given twice.

    Example:
        >>> form_values([("title", "Talks "), ("actors.0", "Japan"), ("actors.1", "")]).fields
        {'title': 'Talks', 'actors': ['Japan']}
    """
    tree: dict[str, Any] = {}
    for name, text in entries:
        if not _NAME.fullmatch(name):
            raise BadValueError(f"no input is called {name[:60]!r}")
        *parents, last = name.split(".")
        branch = tree
        for part in parents:
            branch = branch.setdefault(part, {})
            if isinstance(branch, Input):
                raise BadValueError(f"another input has a name that {name!r} begins with")
        if last in branch:
            raise BadValueError(f"{name!r} is given twice")
        branch[last] = Input(name, text.replace("\r\n", "\n").strip())
    inputs: dict[Path, Input] = {}
    fields = _plain(tree, (), inputs)
    return FormValues(fields if isinstance(fields, dict) else {}, inputs)


def _plain(branch: Any, path: Path, inputs: dict[Path, Input]) -> Any:
    """Return the value of a branch, or ``None`` if all of it is empty."""
    if isinstance(branch, Input):
        inputs[path] = branch
        return branch.text or None
    if branch and all(key.isdigit() for key in branch):
        return _list([branch[key] for key in sorted(branch, key=int)], path, inputs)
    values = {}
    for key, below in branch.items():
        value = _plain(below, (*path, key), inputs)
        if value is not None:
            values[key] = value
    kind = next((step for step in reversed(path) if isinstance(step, str)), "")
    bare = _BARE.get(kind)
    return values[bare] if bare and set(values) == {bare} else values or None


def _list(items: list[Any], path: Path, inputs: dict[Path, Input]) -> list[Any] | None:
    """Return the items that are not empty.

    A problem at the index after the last item belongs to the first empty item after it.
    """
    values: list[Any] = []
    empty: dict[Path, Input] = {}
    for item in items:
        below: dict[Path, Input] = {}
        value = _plain(item, (*path, len(values)), below)
        if value is None:
            empty = empty or below
        else:
            inputs |= below
            empty = {}
            values.append(value)
    inputs |= empty
    return values or None
