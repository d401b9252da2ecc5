"""The words of the browser: those of its modules, by the categories of Intl.PluralRules."""

from __future__ import annotations

from gettext import c2py

import pytest

from dashboard.words import browser
from dashboard.words.browser import EDITOR, PAGE, browser_words
from dashboard.words.catalogue import Catalogue

RUSSIAN = Catalogue(
    {
        ("", "Copied"): "Скопировано",
        ("a button", "Save"): "Сохранить",
        ("", "Of the server"): "С сервера",
    },
    {"{n} save": ("{n} правка", "{n} правки", "{n} правок")},
    c2py("n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2"),
    {
        ("", "Copied"): frozenset({"dashboard/page/menus.py", "assets/modules/copy_link.mjs"}),
        ("a button", "Save"): frozenset({"assets/modules/edit/dialog.mjs"}),
        ("", "Of the server"): frozenset({"dashboard/page/menus.py"}),
        ("", "{n} save"): frozenset({"assets/modules/edit/saving.mjs"}),
    },
)


def test_a_page_gets_the_sentences_of_its_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "read_catalogue", {"ru": RUSSIAN}.__getitem__)
    assert browser_words(PAGE, "ru") == {"texts": {"Copied": "Скопировано"}, "plurals": {}}
    editing = browser_words(PAGE + EDITOR, "ru")
    assert editing["texts"] == {"Copied": "Скопировано", "a button\u0004Save": "Сохранить"}
    forms = {"one": "{n} правка", "few": "{n} правки"}
    many = {"many": "{n} правок", "other": "{n} правок"}
    assert editing["plurals"] == {"{n} save": forms | many}
