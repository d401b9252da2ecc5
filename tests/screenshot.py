"""Renews the README's picture: `python -m tests.screenshot` photographs events.yaml."""

from __future__ import annotations

import sys

from tests.benchmarks.measure import browser, started
from tests.examples import EVENTS_FILE, REPOSITORY
from tests.web.running import HOST, free_port

PICTURE = REPOSITORY / "assets" / "screenshot.png"
QUERY = "event=container-shipments"


def main() -> None:
    """Takes the picture at 1440 × 900 pixels, light, with one event open."""
    port = free_port()
    url = f"http://{HOST}:{port}/"
    command = [sys.executable, "-m", "dashboard", "serve", str(EVENTS_FILE), "--port", str(port)]
    with started(command, url), browser() as chromium:
        page = chromium.new_page(viewport={"width": 1440, "height": 900})
        page.goto(f"{url}?{QUERY}")
        page.wait_for_selector("#change svg")
        page.wait_for_selector("#event-details h2")
        page.wait_for_timeout(600)
        page.screenshot(path=PICTURE)
    print(f"{PICTURE.relative_to(REPOSITORY)}: {PICTURE.stat().st_size / 1024:.0f} KiB")


if __name__ == "__main__":
    main()
