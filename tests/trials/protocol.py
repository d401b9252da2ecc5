"""Protocol: `python -m tests.trials.protocol [FILE]` uses the page as a screen reader presents it.

By keyboard and accessibility tree alone: filter Japan, hear the finding, open the joint statement,
read its sources, come back. Prints each step with its keys, the element that has the focus (role,
name and description of the tree) and what the live regions announce. Exit code 1 if a step fails.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page, sync_playwright

from tests.browser.chromium import LAUNCH_ARGS, find_or_install_chromium
from tests.browser.test_focus import LISTEN
from tests.examples import SHIPPED
from tests.web.running import running

REST_MILLISECONDS = 900
"""Time after a key until the page shows the answer of the server."""
MOST_STOPS = 80
"""Largest number of presses of a key on the way to an element."""

Node = dict[str, Any]


def text(node: Node, name: str) -> str:
    """A property of a node of the accessibility tree."""
    return " ".join(str(node.get(name, {}).get("value", "")).split())


@dataclass
class Reader:
    """A reader who has a keyboard and hears the accessibility tree."""

    page: Page
    tree: CDPSession = field(init=False)

    def __post_init__(self) -> None:
        self.tree = self.page.context.new_cdp_session(self.page)
        self.tree.send("Accessibility.enable")

    def nodes(self) -> list[Node]:
        """All nodes that are not ignored."""
        nodes: list[Node] = self.tree.send("Accessibility.getFullAXTree")["nodes"]
        return [node for node in nodes if not node["ignored"]]

    def focused(self) -> Node:
        """The node that has the focus; of several the innermost."""
        found = [
            node
            for node in self.nodes()
            for each in node.get("properties", ())
            if each["name"] == "focused" and each["value"]["value"]
        ]
        return found[-1] if found else {}

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def go(self, key: str, role: str, name: str) -> int:
        """Presses a key until an element has the focus, and returns how often."""
        for number in range(1, MOST_STOPS + 1):
            self.press(key)
            node = self.focused()
            if role in text(node, "role") and name in text(node, "name"):
                return number
        raise LookupError(f"{key} does not reach {role} {name!r}")

    def step(self, words: str, keys: str, *, rests: bool = True) -> None:
        """Prints a step: its keys, the focus, and the announcements since the step before."""
        if rests:
            self.page.wait_for_timeout(REST_MILLISECONDS)
        node = self.focused()
        print(f"\n{words}\n  keys:      {keys}")
        print(f"  focus:     {text(node, 'role')} “{text(node, 'name')}”")
        if description := text(node, "description"):
            print(f"  described: {description}")
        for heard in self.page.evaluate("() => window.heard.splice(0)"):
            print(f"  announced: {' '.join(heard.split())}")


def walk(reader: Reader) -> None:
    """Goes through the steps of the protocol."""
    number = reader.go("Tab", "", "Countries")
    reader.press("Enter")
    reader.step("Open the menu of countries", f"Tab × {number}, Enter")
    reader.page.keyboard.type("Japan")
    reader.page.wait_for_timeout(300)
    reader.press("ArrowDown", "Enter")
    reader.step("Filter Japan", "J a p a n, ↓, Enter")
    reader.press("Escape")
    reader.step("Close the menu", "Escape")
    status = [text(node, "name") for node in reader.nodes() if text(node, "role") == "status"]
    print(f"  selection: {next(filter(None, status), '(named by its content)')}")
    number = reader.go("Tab", "", "Timeline")
    reader.step("Hear the finding of the timeline, in its description", f"Tab × {number}")
    reader.press("ArrowDown")
    reader.step("Walk to the first event", "↓")
    found = 0
    while "Joint statement" not in " ".join(reader.page.evaluate("() => window.heard")):
        reader.press("ArrowDown")
        found += 1
        if found > MOST_STOPS:
            raise LookupError("the walk does not reach the joint statement")
        reader.page.wait_for_timeout(60)
    reader.step("Walk to the joint statement", f"↓ × {found}")
    reader.press("Enter")
    reader.step("Open it", "Enter")
    if "Joint statement" not in text(reader.focused(), "name"):
        raise LookupError("the focus is not in the card")
    for _ in range(MOST_STOPS):
        reader.press("Tab")
        reader.step("Read on in the card", "Tab", rests=False)
        if "How it counts" in text(reader.focused(), "name"):
            break
    reader.press("Escape")
    reader.step("Come back", "Escape")
    reader.press("ArrowDown")
    reader.step("Go on with the walk", "↓")


def main() -> int:
    """Prints the protocol; exit code 1 if a step fails."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else SHIPPED
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as server:
        server.file.write_text(file.read_text("utf-8"), "utf-8")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=find_or_install_chromium(), args=list(LAUNCH_ARGS)
            )
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(f"http://127.0.0.1:{server.port}/")
            page.get_by_role("status").filter(has_text="16 events").wait_for()
            page.wait_for_timeout(REST_MILLISECONDS)
            page.evaluate(LISTEN)
            try:
                walk(Reader(page))
            except LookupError as error:
                print(f"\nfailed: {error}")
                return 1
            finally:
                browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
