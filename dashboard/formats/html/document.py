"""The HTML document of an offline page: one style, one script, and a policy that allows no more."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING, Any
from zlib import compress

from dashboard.figures.theme import FONT, THEMES, variables_of
from dashboard.markup import to_text
from dashboard.paths import shipped
from dashboard.words.browser import OFFLINE, catalogue_element
from dashboard.words.language import is_right_to_left, language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dashboard.figures.theme import Theme

_OWN = (
    *("dom", "theme", "events", "sentences", "titles", "ticks", "lanes", "timeline", "network"),
    *("list", "card", "main"),
)
MODULES = ("modules/words", *(f"offline/{name}" for name in _OWN))
"""Files of the script in ``assets``, each after those that it imports."""
_UNUSED = re.compile(
    r"\.(upright|changes|overview|aligned|column|move|few|is-linking|linked|cell|strip|window"
    r"|chosen-period|halo|reach|fan|case|of-open)\b"
)
"""Selectors of the style sheet of the charts that no drawing of an offline page matches."""
_COMMENT = re.compile(r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/")
_LINE_COMMENT = re.compile(r"^ *//.*\n", re.MULTILINE)
_IMPORT = re.compile(r"^import [^;]*;\n", re.MULTILINE)
_AROUND_CSS = re.compile(r" ?([{};,]) ?")
_VARIABLE = re.compile(r"var\(--([\w-]+)\)")


def document(title: str, body: Iterable[Any], data: Mapping[str, Any], rules: str) -> str:
    """Return the document.

    Args:
        title: title of the page.
        body: markup of the body; its script fills it from the data.
        data: what the script reads, as JSON.
        rules: further rules of CSS.
    """
    script, style = _script(), f"{_style()}{rules}"
    direction = "rtl" if is_right_to_left() else "ltr"
    policy = "; ".join(
        [
            "default-src 'none'",
            f"script-src {hash_of(script)}",
            f"style-src {hash_of(style)}",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{language()}" dir="{direction}">\n'
        '<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n"
        f"<body>{to_text(body)}\n"
        f"{catalogue_element(OFFLINE, language())}"
        f'<script type="text/plain" id="data">{packed(data)}</script>\n'
        f'<script type="module">{script}</script>\n</body>\n</html>\n'
    )


def packed(data: Mapping[str, Any]) -> str:
    """Return data as JSON, compressed with zlib, in Base64.

    >>> packed({"title": ["</script>"]})
    'eNqrVirJLMlJVbKKVrLRL04uyiwosVOKrQUAXaEH0w=='
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return b64encode(compress(text.encode(), 9)).decode()


def hash_of(text: str) -> str:
    """Return the source expression that allows exactly this script or style.

    >>> hash_of("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@cache
def _script() -> str:
    """Return all modules as one, without imports, exports, comments and indentation."""
    folder = shipped("assets")
    text = "".join((folder / f"{name}.mjs").read_text("utf-8") for name in MODULES)
    text = _IMPORT.sub("", _LINE_COMMENT.sub("", _COMMENT.sub("", text)))
    return _flush(text.replace("export ", ""), "\n")


@cache
def _style() -> str:
    """Return the colours of both schemes, the rules of the charts and those of the page."""
    assets = shipped("assets")
    charts = _COMMENT.sub("", (assets / "charts.css").read_text("utf-8")).split("}")[:-1]
    used = (rule for rule in charts if not all(map(_UNUSED.search, rule.split("{")[0].split(","))))
    own = _COMMENT.sub("", (assets / "offline" / "offline.css").read_text("utf-8"))
    rules = _AROUND_CSS.sub(r"\1", _flush(f"{'}'.join(used)}}}{own}", " "))
    names = set(_VARIABLE.findall(rules))
    light, dark = (_variables(THEMES[name], names) for name in ("light", "dark"))
    on_screen = f"@media not print{{:root[data-theme=dark]{{color-scheme:dark;{dark}}}}}"
    return f":root{{color-scheme:light;{light}}}{on_screen}body{{font-family:{FONT}}}{rules}"


def _flush(text: str, separator: str) -> str:
    """Return the lines of a text without indentation and empty lines."""
    return separator.join(line.strip() for line in text.splitlines() if line.strip())


def _variables(theme: Theme, names: set[str]) -> str:
    values = variables_of(theme).items()
    return "".join(f"--{name}:{color};" for name, color in values if name in names)
