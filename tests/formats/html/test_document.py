"""The document: its policy allows its own script and style, and nothing else."""

from __future__ import annotations

import re

from dashboard.formats.html.document import MODULES, hash_of
from tests.examples import REPOSITORY, shipped
from tests.formats.html.offline import page_of


def test_the_policy_names_the_one_script_and_the_one_style() -> None:
    page = page_of(shipped())
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    (script,) = re.findall(r'<script type="module">(.*?)</script>', page, re.DOTALL)
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert policy.split("; ") == [
        "default-src 'none'",
        f"script-src {hash_of(script)}",
        f"style-src {hash_of(style)}",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert not re.search(r' (style|on\w+|src|srcset)="', page)


def test_nothing_is_left_to_load() -> None:
    page = page_of(shipped())
    assert not re.search(r"@import|url\((?!#)|<link|<img|<iframe", page)
    assert not re.search(r"^(import|export) ", page, re.MULTILINE)


def test_the_script_holds_every_module_and_no_name_twice() -> None:
    folder = REPOSITORY / "assets"
    own = {f"offline/{path.stem}" for path in (folder / "offline").glob("*.mjs")}
    assert own | {"modules/words"} == set(MODULES)
    names = [
        name
        for module in MODULES
        for name in re.findall(
            r"^(?:export )?(?:const|let|function) (\w+)",
            (folder / f"{module}.mjs").read_text("utf-8"),
            re.MULTILINE,
        )
    ]
    assert sorted(names) == sorted(set(names))


def test_a_title_ends_no_element() -> None:
    assert page_of(shipped()).count("</script>") == 2
