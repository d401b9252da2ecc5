"""Markup without callbacks: ``h.td("3", class_="number")``.

An element is a nested list ``[tag, attributes, children]``, in HTML or SVG; ``to_text`` writes it
as text, which ``assets/modules/markup.mjs`` puts into the page and which exports save. At every
change Dash checks every component of a page; a chart or a list consists of hundreds of elements
that no callback ever sets, and as components they would make each click slower.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from html import escape
from string import Formatter
from typing import Any

Markup = list[Any]
"""``[tag, attributes, children]``; children are texts and elements."""
_VOID = frozenset({"br", "hr", "img", "input"})
"""Elements of HTML without an end tag."""
_SHAPES = frozenset({"circle", "line", "path", "rect"})
"""Elements of SVG without content, which may end with their start tag."""
_SCHEMES = ("?", "#", "api/", "http://", "https://")
"""Beginnings of addresses that a link may have; none of them can run code."""


def element(tag: str, /, *children: object, **attributes: object) -> Markup:
    """Return one element.

    Args:
        tag: name of the element in HTML or SVG.
        children: texts, which are shown as they are; elements; or iterables of both. ``None`` is
            left out.
        attributes: by their names in HTML or SVG; an underscore stands for a hyphen, and one at the
            end is dropped. ``None`` and ``False`` are left out, ``True`` is an empty value.

    Raises:
        ValueError: for an address that may run code.
    """
    given = {
        _in_markup(name): "" if value is True else str(value)
        for name, value in attributes.items()
        if value is not None and value is not False
    }
    if "href" in given and not given["href"].lower().startswith(_SCHEMES):
        raise ValueError(f"not an address to link to: {given['href']}")
    return [tag, given, _flat(children, []) if children else []]


@lru_cache(maxsize=512)
def _in_markup(name: str) -> str:
    """Return the name of an attribute as it is written in markup."""
    return name.rstrip("_").replace("_", "-")


class Tags:
    """Every tag of HTML and SVG as an attribute.

    >>> h.a("Japan", href="?country=JPN", aria_current="true")
    ['a', {'href': '?country=JPN', 'aria-current': 'true'}, ['Japan']]
    >>> h.p(h.bdi("ישראל"), " acts")
    ['p', {}, [['bdi', {}, ['ישראל']], ' acts']]

    ``h.bdi`` is for text of the file beside other text: it isolates the direction of the text.
    """

    def __getattr__(self, name: str) -> Callable[..., Markup]:
        """Return ``element`` for one tag, which is found without this function from then on."""
        made = self.__dict__[name] = partial(element, name)
        return made


h = Tags()


def is_element(part: object) -> bool:
    """Whether a part of markup is one element, not a list of parts."""
    return isinstance(part, list) and len(part) == 3 and isinstance(part[1], dict)


def _flat(parts: Iterable[object], found: list[object]) -> list[object]:
    """Add texts and elements to those that were found, without the lists that contain them."""
    for part in parts:
        if isinstance(part, str) or is_element(part):
            found.append(part)
        elif isinstance(part, Iterable):
            _flat(part, found)
        elif part is not None:
            found.append(str(part))
    return found


def link(query: str, *label: object, **attributes: object) -> Markup:
    """Return a link to a selection, which the page follows without loading again.

    >>> link("country=JPN", "Japan")
    ['a', {'href': '?country=JPN'}, ['Japan']]
    """
    return h.a(*label, href=f"?{query}", **attributes)


def woven(sentence: str, **parts: object) -> list[object]:
    """Return a sentence as parts of markup, with an element or a text for each placeholder.

    >>> woven("{name} is open.", name=h.b("Treaty"))
    [['b', {}, ['Treaty']], ' is open.']

    Args:
        sentence: a sentence from ``gettext``, called without values.
        **parts: by the name of the placeholder.
    """
    found: list[object] = []
    for before, name, *_ in Formatter().parse(sentence):
        found += [before] if before else []
        found += [parts[name]] if name else []
    return found


def outside_link(url: str, label: str) -> Markup:
    """Return a link to another site, which receives no information about this page."""
    return h.a(h.bdi(label), href=url, target="_blank", rel="noopener noreferrer")


def to_text(parts: Iterable[Any]) -> str:
    """Return markup as text in which every text and every value of an attribute is escaped.

    >>> to_text([h.p("R&D ", h.b("<1991>"), title='"x"')])
    '<p title="&quot;x&quot;">R&amp;D <b>&lt;1991&gt;</b></p>'
    """
    texts: list[str] = []
    _write(parts, texts.append)
    return "".join(texts)


def _write(parts: Iterable[Any], add: Callable[[str], object]) -> None:
    for part in parts:
        if isinstance(part, str):
            add(escape(part, quote=False))
            continue
        tag, attributes, children = part
        values = "".join([f' {name}="{escape(value)}"' for name, value in attributes.items()])
        if children:
            add(f"<{tag}{values}>")
            _write(children, add)
            add(f"</{tag}>")
        elif tag in _SHAPES:
            add(f"<{tag}{values}/>")
        else:
            add(f"<{tag}{values}>" if tag in _VOID else f"<{tag}{values}></{tag}>")
