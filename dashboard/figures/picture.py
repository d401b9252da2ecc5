"""A picture: one chart as SVG of its own, with all of its colours."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.figures.theme import FONT, THEMES, variables_of
from dashboard.markup import h, to_text
from dashboard.paths import shipped
from dashboard.words.language import language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.markup import Markup

_VARIABLE = re.compile(r"var\(--([\w-]+)\)")
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_SET = re.compile(r"(?<![\w-])--(\w[\w-]*): var\(--(\w[\w-]*)\)")


@dataclass(frozen=True)
class Picture:
    """One chart; notebooks show it as SVG.

    Attributes:
        drawing: the chart as markup, an element ``svg``.
        scheme: ``light`` or ``dark``.
        lang: language of its words, a BCP 47 tag; texts of the file may have another.
    """

    drawing: Markup
    scheme: str = "light"
    lang: str = field(default_factory=language)

    def svg(self) -> str:
        """Return the chart as SVG, in UTF-8, which needs no other file."""
        tag, attributes, children = self.drawing
        width, height = attributes["width"], attributes["height"]
        more = {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {width} {height}",
            "font-family": FONT,
            "lang": self.lang,
        }
        ground = h.rect(width=width, height=height, fill=THEMES[self.scheme].paper)
        style = h.style(_style(self.scheme))
        return to_text([[tag, attributes | more, [style, ground, *children]]])

    def save(self, path: str | Path) -> None:
        """Write the chart as an SVG file."""
        Path(path).write_text(self.svg(), "utf-8")

    def _repr_svg_(self) -> str:
        """Return the chart for a notebook."""
        return self.svg()


@cache
def _style(scheme: str) -> str:
    """Return the style sheet of the charts with the colours of a scheme.

    Many programs that show SVG know no variables. So a rule with a variable that a class sets, such
    as ``--tone`` of ``.tone-0``, becomes one rule for each of these classes.
    """
    colors = variables_of(THEMES[scheme])
    sheet = (shipped("assets") / "charts.css").read_text("utf-8")
    parts = (part.partition("{") for part in _COMMENT.sub("", sheet).split("}"))
    rules = [(selector.strip(), body) for selector, _, body in parts if body]
    local = {selector: dict(_SET.findall(body)) for selector, body in rules if _SET.search(body)}
    names = {name for values in local.values() for name in values}
    lines = []
    for selector, body in rules:
        if selector in local:
            continue
        if names & set(_VARIABLE.findall(body)):
            lines += [
                f"{_within(selector, owner)} {{{_filled(body, colors, values)}}}"
                for owner, values in local.items()
            ]
        else:
            lines.append(f"{selector} {{{_filled(body, colors, {})}}}")
    return "\n".join(lines)


def _within(selector: str, owner: str) -> str:
    """Return the selector of the elements that also have a class, or are within such an element.

    >>> _within(".mark.actor, .dot", ".tone-0")
    '.mark.actor.tone-0, .tone-0 .mark.actor, .dot.tone-0, .tone-0 .dot'
    """
    own = (part.strip() for part in selector.split(","))
    return ", ".join(f"{part}{owner}, {owner} {part}" for part in own)


def _filled(body: str, colors: Mapping[str, str], local: Mapping[str, str]) -> str:
    """Return the body of a rule with colours instead of variables."""
    return _VARIABLE.sub(lambda found: colors[local.get(found[1], found[1])], body)
