"""The menu of the languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.page.attributes import aria
from dashboard.page.menus import menu
from dashboard.words.catalogue import LANGUAGES
from dashboard.words.language import gettext, language

if TYPE_CHECKING:
    from dash.development.base_component import Component


def language_menu() -> Component:
    """Return a menu with a link to the page in each language.

    ``assets/modules/languages.mjs`` keeps the rest of the address.
    """
    links = [
        html.A(
            name,
            href=f"?lang={tag}",
            hrefLang=tag,
            lang=tag,
            className="button",
            **(aria(current="true") if tag == language() else {}),
        )
        for tag, name in LANGUAGES.items()
    ]
    return menu(
        language().partition("-")[0].upper(),
        links,
        name=gettext("Language: {language}", language=LANGUAGES[language()]),
        className="at-end languages",
    )
