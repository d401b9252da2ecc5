"""Sweeps the page for access: `python -m tests.trials.access [--states A,B] [--settings C,D]`.

For each state of the page and each setting (scheme, width, forced colours, longer words, right to
left, text size, text spacing) one line: violations that axe finds, pixels that the page can be
scrolled sideways, texts that are cut, titles of the timeline that overlap, faults of the console.
`--list` prints the names; `--pictures FOLDER` keeps a screenshot of each. All of it takes an hour;
choose states and settings to run it in parts. The exit code is 1 if there was a finding.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Page

from tests.benchmarks.measure import browser, print_table, started
from tests.browser.chromium import LAUNCH_ARGS, find_or_install_chromium
from tests.browser.the_page import ThePage
from tests.trials.access_states import FILES, STATES, State, offline, show
from tests.web.running import HOST, free_port

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {
    "runOnly": TAGS,
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}


@dataclass(frozen=True)
class Setting:
    """How the page is looked at: a window, and what the browser is told.

    Attributes:
        width, height: size of the window in CSS pixels.
        scheme: colour scheme of the system.
        forced: whether the system forces its colours.
        change: script that runs in the page before it is checked.
        text: text size that the reader has chosen in the browser, in pixels.
    """

    width: int
    height: int = 900
    scheme: Literal["light", "dark"] = "light"
    forced: Literal["active", "none"] = "none"
    change: str = ""
    text: int = 16


# Each text of the interface becomes 40 % longer; texts of the file stay.
LONGER = """
() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const parts = "button, summary, label, h2:not(#list-heading), .legend-item";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.data.trim();
    if (words.length < 3 || words.endsWith("oo") || !node.parentElement.closest(parts)) continue;
    node.data = node.data.replace(words, words + "o".repeat(Math.ceil(0.4 * words.length)));
  }
}
"""
RIGHT_TO_LEFT = "() => { document.documentElement.dir = 'rtl'; }"
# WCAG 1.4.12.
SPACING = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets.push(sheet);
}
"""
SETTINGS: MappingProxyType[str, Setting] = MappingProxyType(
    {
        **{f"{width} light": Setting(width) for width in (320, 390, 768, 1440, 3840)},
        **{f"{width} dark": Setting(width, scheme="dark") for width in (320, 390, 768, 1440, 3840)},
        "forced light": Setting(1440, forced="active"),
        "forced dark": Setting(1440, scheme="dark", forced="active"),
        "200 %": Setting(720, 450),
        "longer words": Setting(1440, change=LONGER),
        "longer words 390": Setting(390, change=LONGER),
        "right to left": Setting(1440, change=RIGHT_TO_LEFT),
        "right to left 390": Setting(390, change=RIGHT_TO_LEFT),
        "text 200 %": Setting(1440, text=32),
        "text 200 % 390": Setting(390, text=32),
        "text spacing": Setting(1440, change=SPACING),
    }
)
SIDEWAYS = "({ documentElement: { scrollWidth, clientWidth } }) => scrollWidth - clientWidth"
# Texts whose end is out of their box, which cannot be scrolled and does not show it otherwise
# (some lines show all of their text at the pointer and with the focus).
CUT = """
() => {
  const shown = "#page-description, #selection-summary, #relations-note, [title], [data-tip],"
    + " .chart-table > summary";
  const found = [];
  for (const part of document.querySelectorAll("body *")) {
    const style = getComputedStyle(part);
    if (part.closest("svg") && !part.matches("svg")) continue;
    if (part.clientWidth < 3 || style.clipPath === "inset(50%)" || part.matches(shown)) continue;
    const hides = ["hidden", "clip"].includes(style.overflowX);
    const isCut = hides && part.scrollWidth > part.clientWidth + 1 && part.innerText?.trim();
    const isLow = ["hidden", "clip"].includes(style.overflowY) && style.webkitLineClamp === "none"
      && part.scrollHeight > part.clientHeight + 3 && part.innerText?.trim();
    const name = `${part.tagName}.${part.className}#${part.id}`;
    if (isCut || isLow) found.push(`${name}: ${part.innerText.slice(0, 30)}`);
  }
  for (const svg of document.querySelectorAll("#timeline > svg, #relations > svg, #change > svg")) {
    const box = svg.getBoundingClientRect();
    if (!box.width) continue;
    for (const text of svg.querySelectorAll("text")) {
      const { left, right, width } = text.getBoundingClientRect();
      if (!width || text.closest(".axis, [clip-path]")) continue;
      if (left < box.left - 1 || right > box.right + 1) found.push(`svg: ${text.textContent}`);
    }
  }
  return found;
}
"""
OVERLAPS = """
() => {
  const boxes = [...document.querySelectorAll("#timeline .title text, #timeline .lane-name")]
    .map((part) => [part.textContent, part.getBoundingClientRect()])
    .filter(([, box]) => box.width);
  const found = [];
  boxes.forEach(([one, a], k) => {
    for (const [other, b] of boxes.slice(k + 1)) {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 1 && down > 0.35 * Math.min(a.height, b.height)) found.push(`${one} | ${other}`);
    }
  });
  return found;
}
"""


def main() -> int:
    """Prints the table; exit code 1 if anything was found."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--states", default="", help="names of states, with commas")
    parser.add_argument("--settings", default="", help="names of settings, or parts of them")
    parser.add_argument("--pictures", type=Path, help="folder for a screenshot of each run")
    parser.add_argument("--list", action="store_true", help="print the names, and stop")
    given = parser.parse_args()
    if given.list:
        print(*STATES, "", *SETTINGS, sep="\n")
        return 0
    states = [name for name in given.states.split(",") if name] or list(STATES)
    if unknown := set(states) - set(STATES):
        parser.error(f"no such states: {', '.join(sorted(unknown))}")
    parts = [part for part in given.settings.split(",") if part]
    settings = [name for name in SETTINGS if not parts or any(part in name for part in parts)]
    rows = []
    with TemporaryDirectory() as folder, browser() as chromium, Servers(Path(folder)) as servers:
        for row in sweep(chromium, servers, states, settings, given.pictures):
            rows.append(row)
            details = row.pop("details")
            print(*row.values(), *(f"\n    {line}" for line in details), flush=True)  # type: ignore[misc,attr-defined]
    print_table(rows)
    return int(any(row[name] for row in rows for name in FINDINGS))


FINDINGS = ("axe", "sideways", "cut", "overlaps", "faults")


def sweep(
    chromium: Browser,
    servers: Servers,
    states: Sequence[str],
    settings: Sequence[str],
    pictures: Path | None,
) -> Iterator[dict[str, object]]:
    """Checks each state in each setting; a page that is open is looked at in all its colours."""
    for (width, height, change, text), names in groups(settings).items():
        own = of_text_size(chromium, text)
        context = own.new_context(viewport={"width": width, "height": height})
        lasting = context.new_page()  # its renderer keeps the compiled scripts
        lasting.goto(servers.url("shipped"))
        for state in states:
            page = context.new_page()
            faults: list[str] = []
            page.on("pageerror", lambda error, seen=faults: seen.append(str(error)))
            for k, setting in enumerate(names):
                look = SETTINGS[setting]
                page.emulate_media(color_scheme=look.scheme, forced_colors=look.forced)
                page.wait_for_timeout(150)
                try:
                    if k == 0:
                        reach(page, STATES[state], change, servers)
                    found = check(page)
                except Error as error:
                    found = {"faults": [f"not reached: {str(error)[:300]}"]}
                found["faults"] = [*found.get("faults", []), *faults]
                if pictures:
                    pictures.mkdir(exist_ok=True)
                    page.screenshot(path=pictures / f"{setting} {state}.png".replace(" %", ""))
                numbers = {key: len(found.get(key, [])) for key in FINDINGS}
                numbers["sideways"] = sum(map(int, found.get("sideways", [])))
                details = [f"{key}: {each}" for key in FINDINGS for each in found.get(key, [])]
                yield {"setting": setting, "state": state, **numbers, "details": details}
            page.close()
        context.close()
        own.close()


def of_text_size(chromium: Browser, text: int) -> Browser:
    """Starts another browser like a given one, with the text size that a reader has chosen."""
    return chromium.browser_type.launch(
        executable_path=find_or_install_chromium(),
        args=[*LAUNCH_ARGS, f"--blink-settings=defaultFontSize={text}"],
    )


def groups(settings: Sequence[str]) -> dict[tuple[int, int, str, int], list[str]]:
    """Returns the names of settings that differ in colours alone, by all else of them."""
    found: dict[tuple[int, int, str, int], list[str]] = {}
    for setting in settings:
        look = SETTINGS[setting]
        found.setdefault((look.width, look.height, look.change, look.text), []).append(setting)
    return found


def reach(page: Page, state: State, change: str, servers: Servers) -> None:
    """Opens a state of the page and changes it as the setting says."""
    if state.path == "offline":
        page.goto(servers.offline())
        page.wait_for_selector("#timeline svg")
        if change:
            page.evaluate(change)
        return
    shown = ThePage(page, servers.url(state.file))
    page.goto(f"{shown.url}?{state.query}")
    page.wait_for_selector("#list-heading", state="attached")
    if state.file in ("empty", "broken"):
        page.wait_for_timeout(1200)
    else:
        page.wait_for_selector("#timeline > svg.timeline", state="attached")
        shown.settle()
    if change:
        page.evaluate(change)
        page.wait_for_timeout(250)
        shown.settle()
    show(page, state.tab)
    page.wait_for_timeout(250)
    if state.act:
        state.act(page)
    if change == LONGER:
        page.evaluate(change)


def check(page: Page) -> dict[str, list[str]]:
    """Returns the findings of each kind."""
    violations = Axe().run(page, None, RULES).response["violations"]
    over = page.evaluate(f"({SIDEWAYS})(document)")
    return {
        "axe": [
            f"{each['id']}: {node['html'][:200]}" for each in violations for node in each["nodes"]
        ],
        "sideways": [str(over)] if over else [],
        "cut": page.evaluate(CUT),
        "overlaps": page.evaluate(OVERLAPS),
    }


class Servers:
    """A server for each events file, started when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._running = ExitStack()
        self._urls: dict[str, str] = {}

    def __enter__(self) -> Servers:
        return self

    def __exit__(self, *_: object) -> None:
        self._running.close()

    def url(self, name: str) -> str:
        """Returns the address of the server of a file; "edited" is served in edit mode."""
        if name not in self._urls:
            file = self._folder / name / "events.yaml"
            file.parent.mkdir()
            file.write_text(FILES[name](), "utf-8")
            port = free_port()
            command = [sys.executable, "-m", "dashboard", "serve", str(file), "--port", str(port)]
            more = ["--edit"] if name == "edited" else []
            url = f"http://{HOST}:{port}/"
            self._running.enter_context(started([*command, *more], url))
            self._urls[name] = url
        return self._urls[name]

    def offline(self) -> str:
        """Returns the address of the offline page."""
        if "offline" not in self._urls:
            self._urls["offline"] = offline(self._folder)
        return self._urls["offline"]


if __name__ == "__main__":
    sys.exit(main())
