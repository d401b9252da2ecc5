"""The drawings of the page in an offline page: the same positions, without queries and tips."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.markup import is_element

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.markup import Markup

_DROPPED = frozenset({"reach", "halo", "fan", "plot-area"})
"""Classes of elements that only the gestures and the strip of the page need."""
_FROM_ZERO = frozenset({"x", "y", "cx", "cy"})
"""Attributes whose default is 0."""
_BESIDE = 40.0
"""Distance from the plot area beyond which a part is not drawn, in pixels."""
_KEPT = (
    *("id", "class", "lang", "d", "x", "y", "width", "height", "cx", "cy", "r", "rx"),
    *("transform", "clip-path", "stroke-width"),
)
"""Attributes that a drawing needs to look the same."""


class Inlining:
    """Makes drawings ready for an offline page, whose policy allows no style in an attribute.

    Attributes:
        rules: a rule of CSS for each colour of the file's own, with the class that names it.
    """

    def __init__(self, number: Mapping[str, int], withheld: frozenset[str]) -> None:
        """Prepare for the events of a page.

        Args:
            number: number of each event, by id.
            withheld: ids of events of which a mark is shown but no title.
        """
        self.rules: dict[str, str] = {}
        self._number = number
        self._withheld = withheld

    def inline(self, drawing: Markup, nodes: Mapping[str, int] | None = None) -> Markup:
        """Return a drawing whose events have ``data-e``, their number, and which may be scaled.

        Args:
            drawing: an element ``svg``.
            nodes: for a network, the number of each node by id; a half has ``data-dyad``, the
                number of its source times their count plus that of its target, a node ``data-n``.
        """
        tag, attributes, children = drawing
        self._width = float(attributes.get("data-width", attributes["width"]))
        size = f"0 0 {attributes['width']} {attributes['height']}"
        shown = {name: attributes[name] for name in ("class", "width", "height")}
        return [tag, {**shown, "viewBox": size}, self._children(children, nodes or {})]

    def _children(self, children: list[Any], nodes: Mapping[str, int]) -> list[Any]:
        """Return the children without those that are not seen, and groups that say nothing."""
        found: list[Any] = []
        for child in children:
            part: Any = self._part(child, nodes) if is_element(child) else child
            if part is None:
                continue
            is_bare = is_element(part) and part[0] == "g" and not part[1]
            found += part[2] if is_bare else [part]
        return found

    def _part(self, part: Markup, nodes: Mapping[str, int]) -> Markup | None:
        tag, attributes, children = part
        classes = [name for name in attributes.get("class", "").split() if name != "tip"]
        is_hidden = attributes.get("data-event") in self._withheld and "title" in classes
        x = float(attributes.get("data-x", 0))
        is_outside = not -_BESIDE <= x <= self._width + _BESIDE
        if is_hidden or is_outside or _DROPPED & set(classes):
            return None
        kept = {
            name: value
            for name, value in attributes.items()
            if name in _KEPT and not (name in _FROM_ZERO and value == "0")
        }
        if "style" in attributes:
            classes.append(self._class_of(attributes["style"]))
        if classes:
            kept["class"] = " ".join(classes)
        kept |= self._data(attributes, nodes)
        children = self._children(children, nodes)
        if tag == "text" and len(children) == 1 and is_element(children[0]):
            _, position, children = children[0]
            kept |= position
        return _with_one_tone(["g" if tag == "a" else tag, kept, children])

    def _data(self, attributes: Mapping[str, str], nodes: Mapping[str, int]) -> dict[str, str]:
        event, dyad, actor = (attributes.get(f"data-{name}") for name in ("event", "dyad", "actor"))
        if event is not None and event in self._number:
            return {"data-e": str(self._number[event])}
        if dyad is not None:
            source, target = dyad.split(":")
            return {"data-dyad": str(nodes[source] * len(nodes) + nodes[target])}
        return {"data-n": str(nodes[actor])} if actor is not None and actor in nodes else {}

    def _class_of(self, style: str) -> str:
        name = f"own-{len(self.rules)}"
        return self.rules.setdefault(style, name)

    def stylesheet(self) -> str:
        """Return the rules of the file's own colours."""
        rules = self.rules.items()
        return "".join(f".network .{name}.{name}.{name}{{{style}}}" for style, name in rules)


def _with_one_tone(part: Markup) -> Markup:
    """Return a group of which all parts have one tone with the class of the tone on the group."""
    tag, attributes, children = part
    if tag != "g" or not children:
        return part
    found = [child[1].get("class", "").split() for child in children if is_element(child)]
    tones = {name for names in found for name in names if name.startswith("tone-")}
    if len(tones) != 1 or "class" not in attributes:
        return part
    tone = tones.pop()
    for child in children:
        names = child[1].get("class", "").split()
        if names:
            child[1]["class"] = " ".join(name for name in names if name != tone)
    return [tag, {**attributes, "class": f"{attributes['class']} {tone}"}, children]
