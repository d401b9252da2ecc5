"""The HTML document: one template, filled in one step; it contains only the title of the file."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from dash import Dash

from dashboard.figures.theme import stylesheet
from dashboard.paths import fingerprint
from dashboard.web.spoken import page_path
from dashboard.words.browser import PAGE, catalogue_element
from dashboard.words.language import gettext, is_right_to_left, language

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEMPLATE = """<!DOCTYPE html>
<html lang="{%lang%}" dir="{%dir%}">
  <head>
    {%metas%}
    <meta name="color-scheme" content="light dark">
    <title>{%title%}</title>
    {%favicon%}
    <style>{%colors%}</style>
    {%css%}
    {%catalogue%}
    <script type="module" src="{%entry%}"></script>
  </head>
  <body>
    <noscript>{%noscript%}</noscript>
    {%app_entry%}
    <footer>
      {%config%}
      {%scripts%}
      {%renderer%}
    </footer>
  </body>
</html>
"""
_ENTRY = "main.mjs"
"""The module that imports all others. Dash lists none of them: it appends a query to each address,
under which a module that others import would be loaded and run a second time."""
_METAS = [{"name": "viewport", "content": "width=device-width, initial-scale=1"}]
_PLACEHOLDER = re.compile(r"\{%(\w+)%\}")
_UNSENT = ("python_version", "validation_layout")
"""Keys of Dash's configuration that only its developer tools read. The layout contains texts of the
file, and the token of edit mode."""


class DocumentApp(Dash):
    """A Dash app whose HTML document is safe for any text of a file.

    Dash itself replaces one placeholder after the other, also in texts that it has just inserted,
    and does not escape the title.
    """

    def __init__(
        self,
        title: Callable[[], str],
        assets: Path,
        modules: tuple[str, ...] = PAGE,
        prefix: str = "",
        **options: Any,
    ) -> None:
        """Create the app.

        Args:
            title: function that returns the current title.
            assets: folder of the style sheets and of the modules.
            modules: folders within it whose modules the page loads.
            prefix: path below which the page is shown, such as ``/timeline``.
            options: options of ``Dash``.
        """
        self._title_now = title
        self._modules = modules
        self._prefix = prefix
        self.assets_path = f"/assets/{fingerprint(assets)}/"
        super().__init__(
            "dashboard",
            assets_folder=str(assets),
            assets_url_path=self.assets_path.strip("/"),
            assets_ignore=r"\.mjs$|^offline\.css$",
            meta_tags=_METAS,
            update_title="",
            index_string=TEMPLATE,
            requests_pathname_prefix=f"{prefix}/",
            routes_pathname_prefix="/",
            **options,
        )

    def interpolate_index(self, *_: Any, **parts: Any) -> str:
        """Return the document with the parts that Dash has prepared."""
        parts["title"] = escape(self._title_now())
        parts["colors"] = stylesheet()
        parts["catalogue"] = catalogue_element(self._modules, language())
        parts["entry"] = self.get_asset_url(_ENTRY)
        parts["lang"] = language()
        parts["dir"] = "rtl" if is_right_to_left() else "ltr"
        words = gettext("This page draws its charts with JavaScript; the data is at /api/events.")
        parts["noscript"] = escape(words.replace("/api/", f"{self._prefix}/api/"))
        return _PLACEHOLDER.sub(lambda found: parts[found[1]], self.index_string)

    def _generate_renderer(self) -> str:
        """Return the script that starts Dash, as a module.

        Modules run in the order of the document once all of it is parsed: this one after the
        entry, so that the functions of the clientside callbacks exist when Dash calls them.
        """
        return f'<script id="_dash-renderer" type="module">{self.renderer}</script>'

    def _config(self) -> dict[str, Any]:
        """Return the configuration that is sent to the browser."""
        config: dict[str, Any] = super()._config()  # type: ignore[no-untyped-call]  # of Dash
        sent = {name: value for name, value in config.items() if name not in _UNSENT}
        return {**sent, "requests_pathname_prefix": self._prefix + page_path(language())}
